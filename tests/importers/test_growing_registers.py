"""Registers that grow: who and what is new, and that every byte that a clerk wrote stays."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.importers import registers
from minutebook.importers.appending import CannotAppendError, append
from minutebook.model import Attendee, Body, Department, Group, Meeting, Person
from minutebook.reading.registers import read_bodies, read_people
from minutebook.source import Text

PEOPLE = (Person("a-bee", "A Bee", "Councillor", kind="councillor"), Person("no", "N O", kind="officer"))
ADDED = (
    '- id: a-bee\n  name: A Bee\n  title: Councillor\n  kind: councillor\n- id: "no"\n  name: N O\n  kind: officer\n'
)

REGISTERS = {
    "": ADDED,
    "[]\n": ADDED,
    "[]  # nobody yet\n": "# nobody yet\n" + ADDED,
    "# The people of the council.\n\n[]\n# end\n": "# The people of the council.\n\n# end\n" + ADDED,
    "# Nobody yet.": "# Nobody yet.\n" + ADDED,
    "---\n# People\n": "---\n# People\n" + ADDED,
    "- id: x   # a comment\n  name: 'X Y'\n": "- id: x   # a comment\n  name: 'X Y'\n" + ADDED,
    "- {id: x, name: X Y}": "- {id: x, name: X Y}\n" + ADDED,
    "- id: x\n  name: X Y\n# kept at the end\n": "- id: x\n  name: X Y\n# kept at the end\n" + ADDED,
    "- id: x\n  name: X Y\n...\n": "- id: x\n  name: X Y\n" + ADDED + "...\n",
}


@pytest.mark.parametrize("before", REGISTERS)
def test_entries_come_last_and_all_else_stays(before):
    after = append(before, PEOPLE)
    assert after == REGISTERS[before]
    problems = []
    found = read_people(Text(after, "people.yaml"), set(), problems)
    assert problems == []
    assert found[-2:] == PEOPLE


def test_an_indented_list_stays_indented():
    after = append("  - id: x\n    name: X Y\n", PEOPLE[:1])
    assert (
        after
        == "  - id: x\n    name: X Y\n  - id: a-bee\n    name: A Bee\n    title: Councillor\n    kind: councillor\n"
    )
    assert len(read_people(Text(after, "people.yaml"), set(), [])) == 2


def test_windows_line_ends_stay():
    assert append("- id: x\r\n  name: X Y\r\n", PEOPLE[1:]).count("\r\n") == 5


def test_a_body_has_its_number():
    after = append("[]\n", (Body("board-2", "Homes: a Board (2)", kind="scrutiny", number=2),))
    assert after == '- id: board-2\n  name: "Homes: a Board (2)"\n  kind: scrutiny\n  number: 2\n'
    problems = []
    assert read_bodies(Text(after, "bodies.yaml"), problems)[0].number == 2
    assert problems == []


@pytest.mark.parametrize("before", ["[{id: x, name: X}]\n", "people:\n  - id: x\n", "- id: [\n", "just text\n"])
def test_what_is_no_list_of_entries_is_refused(before):
    with pytest.raises(CannotAppendError):
        append(before, PEOPLE)


def test_nothing_new_changes_nothing():
    assert append("people: yes\n", ()) == "people: yes\n"


# --- who is new ------------------------------------------------------------------------------------------------------


def meeting(*people, group="Members", staff=(), apologies=()):
    groups = [Group(group, tuple(map(Attendee, people)))] if people else []
    if staff:
        groups.append(Group("Employees (by Directorate)", (), (Department("Law", tuple(map(Attendee, staff))),)))
    return Meeting("cabinet", dt.date(2025, 11, 4), attendance=tuple(groups), apologies=tuple(map(Attendee, apologies)))


def test_new_people_get_ids_titles_and_kinds():
    found = registers.new_people(
        meeting("Councillor A Bee (Chair)", "Mr C Dee", staff=["E Eff (Director)"], apologies=["Cllr G O'Aitch"]), ()
    )
    assert [(one.id, one.name, one.title, one.kind) for one in found.people] == [
        ("a-bee", "A Bee", "Councillor", "councillor"),
        ("c-dee", "C Dee", "Mr", "other"),
        ("e-eff", "E Eff", "", "officer"),
        ("g-oaitch", "G O'Aitch", "Cllr", "councillor"),
    ]
    assert registers.new_people(meeting("S Tee", group="Co-opted Members"), ()).people[0].kind == "co-opted"


def test_folding_knows_a_person_and_likeness_does_not():
    known = (Person("as-bee", "A S Bee", kind="councillor"), Person("j-dee", "J Dee", aliases=("Jo Dee",)))
    found = registers.new_people(meeting("Councillor AS Bee", "Councillor Jo Dee", "Councillor A Bee"), known)
    assert [one.id for one in found.people] == ["a-bee"]
    assert ["A S Bee (as-bee)" in line.message for line in found.report] == [True]


def test_a_councillor_and_an_officer_of_one_name_are_two():
    found = registers.new_people(meeting("Councillor A Bee", staff=["A Bee"]), ())
    assert [(one.id, one.kind) for one in found.people] == [("a-bee", "councillor"), ("a-bee-2", "officer")]
    assert [line.what for line in found.report] == ["inferred"]
    assert registers.new_people(meeting("Councillor A Bee", staff=["A Bee"]), found.people).people == ()


def test_a_surname_alone_is_reported_and_not_added():
    found = registers.new_people(meeting("Councillor Bee"), ())
    assert found.people == ()
    assert [line.text for line in found.report] == ["Councillor Bee"]


def test_a_body_is_known_by_its_name_or_an_alias():
    known = (Body("homes", "Homes Scrutiny Board (2)", aliases=("Scrutiny Board 2",)),)
    assert registers.body_of("the Homes scrutiny board (2)", known) is known[0]
    assert registers.body_of("Scrutiny Board 2", known) is known[0]
    assert registers.body_of("Homes", known) == Body("homes-2", "Homes")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Cabinet", "executive"),
        ("Council", "council"),
        ("Lower Upton Parish Council", "council"),
        ("Scrutiny Co-ordination Committee", "scrutiny"),
        ("Executive Overview Panel", "scrutiny"),
        ("Cabinet Member for Homes", "individual"),
        ("Planning Committee", "regulatory"),
        ("Audit and Procurement Committee", "regulatory"),
        ("Allotments Working Group", "advisory"),
        ("Amenities Committee", "other"),
    ],
)
def test_kinds_of_bodies(name, kind):
    assert registers.body_kind(name) == kind
