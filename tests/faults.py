"""How tests look at what is wrong with a file: where it is reported, and that each message is of use."""

from __future__ import annotations


def places(problems):
    """Code, line and column of each problem."""
    return [(problem.code, problem.location.line, problem.location.column) for problem in problems]


def assert_reported(problems, expected):
    """The problems of the first expected code stand at the places expected, and each says what is wrong and what was expected."""
    assert [place for place in places(problems) if place[0] == expected[0][0]] == expected
    assert [problem for problem in problems if not (problem.message and problem.expected)] == []
