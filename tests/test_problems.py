"""Problems: how they are printed, and that the guide explains every code, and no other."""

from __future__ import annotations

import re

from minutebook.problems import Location, Problem, errors, in_order
from project import ROOT

WHERE = Location("content/council.yaml", 3, 7)


def test_a_problem_is_printed_with_place_code_and_what_was_expected():
    problem = Problem(WHERE, "F004", "'x' is no date", "2025-11-04")
    assert str(problem) == "content/council.yaml:3:7: F004 'x' is no date; expected 2025-11-04"


def test_a_warning_is_said_to_be_one_and_stops_nothing():
    warning = Problem(WHERE, "C001", "look here", severity="warning")
    assert str(warning) == "content/council.yaml:3:7: C001 warning: look here"
    assert errors([warning]) == ()


def test_problems_come_in_the_order_of_their_places_each_once():
    later = Problem(Location("content/council.yaml", 10, 1), "F001", "b")
    first = Problem(WHERE, "F004", "a")
    assert in_order([later, first, later]) == (first, later)


def test_the_guide_explains_every_code_and_no_other():
    code = re.compile(r'"([A-Z]\d{3})"')
    used = {found for file in ROOT.glob("build_scripts/**/*.py") for found in code.findall(file.read_text())}
    explained = re.findall(r"^\| ([A-Z]\d{3}) \|", (ROOT / "content/guide/problems.md").read_text(), re.MULTILINE)
    assert len(explained) == len(set(explained))
    assert set(explained) == used
