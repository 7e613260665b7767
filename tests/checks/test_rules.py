"""Every rule is silent on its good example and speaks, once, on its bad one: the examples are the manual."""

from __future__ import annotations

from pathlib import Path

import pytest

import minutebook.checks
from minutebook.checks import RULES, run_checks
from minutebook.council_model import Council
from minutebook.model import Book, Person
from minutebook.reading import read_book, todos
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import Text
from project import make_project


def book(example):
    """A book of one meeting, made of an example: front matter, a body, or both."""
    front = {"body": "cabinet", "date": "2025-11-04", "status": "draft", "reviewed": "true"}
    body = example if example.startswith("#") else ""
    lines = "" if body else "".join(f"{key}: {value}\n" for key, value in front.items() if f"{key}:" not in example)
    head = "".join(f"{key}: {value}\n" for key, value in front.items()) if body else lines + example
    text = Text(f"---\n{head}---\n{body}", "content/minutes/cabinet/2025-11-04.md")
    meeting, problems = read_meeting(text, OPERATIVE_WORDS)
    assert problems == ()
    return Book(
        Council("x", "X"),
        people=(Person("a-example", "A Example"),),
        meetings=(meeting,),
        todos=tuple(todos.find(text)),
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rule_keeps_to_its_examples(rule):
    assert [problem.code for problem in run_checks(book(rule.good)) if problem.code == rule.code] == []
    (found,) = [problem for problem in run_checks(book(rule.bad)) if problem.code == rule.code]
    assert found.severity == "warning"
    assert found.location.line > 1


def test_codes_are_unique_and_every_rule_file_is_in_the_list():
    assert len({rule.code for rule in RULES}) == len(RULES)
    folder = Path(minutebook.checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "rule"}
    assert {rule.find.__module__.rpartition(".")[2] for rule in RULES} == files


def test_a_name_that_fits_two_people_is_reported_with_both():
    one = book("attendance:\n  - group: Members\n    people: [A Example]\n")
    two = Book(one.council, people=(*one.people, Person("a-example-2", "A Example")), meetings=one.meetings)
    (found,) = run_checks(two)
    assert "a-example, a-example-2" in found.message


@pytest.mark.parametrize(("extract", "found"), [("false", ["C004"]), ("true", [])])
def test_an_extract_may_leave_out_numbers(extract, found):
    meeting, problems = read_meeting(
        Text(
            "---\nbody: cabinet\ndate: 2025-11-04\nstatus: draft\nreviewed: true\n"
            f"extract: {extract}\n---\n\n## 1. Apologies\n\nNone.\n\n## 3. Minutes\n\nAgreed.\n",
            "content/minutes/cabinet/2025-11-04.md",
        ),
        OPERATIVE_WORDS,
    )
    assert problems == ()
    assert [problem.code for problem in run_checks(Book(Council("x", "X"), meetings=(meeting,)))] == found


def test_questions_left_open_in_registers_and_agendas_are_reported_at_their_lines(tmp_path):
    people = "- id: a-example\n  name: A Example\n# TODO: 'A Exmple' is like 'A Example' (a-example): are they one?\n- id: x\n  name: A Exmple\n"
    agenda = "---\nbody: cabinet\ndate: 2025-12-09\nstatus: scheduled\nreviewed: false\n---\n\n# Public business\n\n## 1. Trees\n\nTODO: which?\n"
    files = {"content/people.yaml": people, "content/agendas/cabinet/2025-12-09.md": agenda}
    found = [one for one in run_checks(read_book(make_project(tmp_path, files)).book) if one.code in {"C002", "C007"}]
    assert [(one.code, str(one.location)) for one in found] == [
        ("C002", "content/agendas/cabinet/2025-12-09.md:2:7"),
        ("C007", "content/agendas/cabinet/2025-12-09.md:12:1"),
        ("C007", "content/people.yaml:3:3"),
    ]
    assert "are they one?" in found[-1].message
