"""The three registers, hand-written pages, and the book they make."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.model import Identifier, Term
from minutebook.reading import read_book
from minutebook.reading.registers import read_bodies, read_council, read_people
from minutebook.source import Text


def council(text):
    problems = []
    return read_council(Text(text, "content/council.yaml"), problems), problems


def bodies(text):
    problems = []
    return read_bodies(Text(text, "content/bodies.yaml"), problems), problems


def people(text, known=("cabinet",)):
    problems = []
    return read_people(Text(text, "content/people.yaml"), known, problems), problems


def places(problems):
    return [(problem.code, problem.location.line) for problem in problems]


def test_a_council_has_the_defaults_of_the_format():
    found, problems = council("format: 1\nid: example\nname: Example Council\nurl: https://minutes.example\n")
    assert problems == []
    assert (found.private_items, found.licence, found.year_starts) == ("titles", "OGL-UK-3.0", 5)
    assert found.url == "https://minutes.example/"


def test_a_council_says_what_may_be_printed_of_persons():
    found, problems = council('format: 1\nid: x\nname: X\nofficers: roles\ncontacts: [a@b.example, "024 7600 0000"]\n')
    assert problems == []
    assert (found.officers, found.contacts) == ("roles", ("a@b.example", "024 7600 0000"))
    assert council("format: 1\nid: x\nname: X\n")[0].officers == "names"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("private_items: all", "F004"),
        ("officers: all", "F004"),
        ("contacts: {a: b}", "F003"),
        ("gss_code: 123", "F004"),
        ("year_starts: 13", "F004"),
        ("colour: green", "F004"),
        ("url: minutes.example", "F004"),
        ('url: "javascript:alert(1)"', "F004"),
        ("colour: '#00aa00'\ncolour: '#00bb00'", "S005"),
    ],
)
def test_a_setting_that_cannot_be_is_reported_in_its_line(line, code):
    found = council(f"format: 1\nid: example\nname: Example\n{line}\n")[1]
    assert places(found) == [(code, 4 + line.count("\n"))]


def test_another_version_of_the_format_is_refused():
    assert places(council("format: 2\nid: example\nname: Example\n")[1]) == [("F004", 1)]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "[]\n"])
def test_an_empty_register_has_no_entries_and_no_problems(text):
    assert bodies(text) == ((), [])
    assert people(text) == ((), [])


def test_terms_are_dated_and_typed():
    text = """\
- id: a-example
  name: A Example
  title: Councillor
  kind: councillor
  identifiers: {local: "007"}
  terms:
    - {ward: Elm, from: 2024-05-02}
    - {body: cabinet, role: Chair, from: 2024-05-16, to: 2025-05-15}
"""
    (person,), problems = people(text)
    assert problems == []
    assert person.identifiers == (Identifier("local", "007"),)
    assert person.terms[1] == Term("cabinet", "", "", "Chair", dt.date(2024, 5, 16), dt.date(2025, 5, 15))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- id: a\n  name: A\n- id: a\n  name: B\n", [("R001", 3)]),
        ("- id: a\n", [("F002", 1)]),
        ("- id: A B\n  name: A\n", [("F004", 1)]),
        ("- id: a\n  name: A\n  terms:\n    - {body: moon}\n", [("R002", 4)]),
        ("- id: a\n  name: A\n  terms:\n    - {role: Chair}\n", [("R003", 4)]),
        ("- id: a\n  name: A\n  terms:\n    - {ward: X, party: Y}\n", [("R003", 4)]),
        ("- id: a\n  name: A\n  terms:\n    - {ward: X, from: 2025-01-02, to: 2025-01-01}\n", [("R003", 4)]),
        ("id: a\nname: A\n", [("F003", 1)]),
        ("- a\n", [("F003", 1)]),
    ],
)
def test_what_is_wrong_in_a_register_is_reported_in_its_line(text, expected):
    assert places(people(text)[1]) == expected


def test_a_predecessor_must_be_a_body():
    assert places(bodies("- id: a\n  name: A\n  predecessor: b\n")[1]) == [("R002", 1)]


def test_two_bodies_may_not_be_called_the_same():
    text = "- id: a\n  name: Audit Committee\n- id: b\n  name: Board\n  aliases: [audit committee]\n"
    assert places(bodies(text)[1]) == [("R004", 3)]


def test_a_body_is_not_its_own_predecessor():
    assert places(bodies("- id: a\n  name: A\n  predecessor: a\n")[1]) == [("R002", 1)]


@pytest.fixture
def project(tmp_path):
    content = tmp_path / "content"
    (content / "minutes/cabinet").mkdir(parents=True)
    (content / "guide").mkdir()
    (content / "council.yaml").write_text("format: 1\nid: example\nname: Example\n")
    (content / "bodies.yaml").write_text("- id: cabinet\n  name: Cabinet\n")
    (content / "people.yaml").write_text("")
    (content / "about.md").write_text("# About us\n\nWords.\n")
    (content / "guide/use.md").write_text("---\ntitle: How to use it\n---\n\nWords.\n")
    (content / "guide/picture.png").write_bytes(b"png")
    front = "---\nbody: cabinet\ndate: {}\nstatus: draft\nreviewed: true\n---\n"
    for day in ("2025-11-04", "2025-10-07"):
        (content / f"minutes/cabinet/{day}.md").write_text(front.format(day))
    return tmp_path


def test_a_book_is_all_of_content_in_order(project):
    reading = read_book(project)
    assert reading.problems == ()
    assert [meeting.date.day for meeting in reading.book.meetings] == [7, 4]
    assert [(page.path, page.title) for page in reading.book.pages] == [
        ("about.md", "About us"),
        ("guide/use.md", "How to use it"),
    ]
    assert [asset.path for asset in reading.book.assets] == ["guide/picture.png"]


def test_an_unknown_body_is_reported_where_the_meeting_names_it(project):
    (project / "content/bodies.yaml").write_text("- id: council\n  name: Council\n")
    found = {(problem.code, str(problem.location)) for problem in read_book(project).problems}
    assert ("R002", "content/minutes/cabinet/2025-11-04.md:2:7") in found


def test_a_file_beside_the_folders_of_bodies_is_not_silently_left_out(project):
    (project / "content/minutes/2025-11-04.md").write_text("lost")
    assert [problem.code for problem in read_book(project).problems] == ["F005"]


def test_a_missing_register_is_a_problem_with_its_name(project):
    (project / "content/people.yaml").unlink()
    (problem,) = read_book(project).problems
    assert (problem.code, problem.location.file) == ("F006", "content/people.yaml")
