"""Officers below director by their role: in lists, in texts and in the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from minutebook.agenda_model import Agenda, AgendaItem
from minutebook.council_model import Council
from minutebook.model import (
    Attendee,
    Book,
    Department,
    Entry,
    Group,
    Item,
    List,
    Meeting,
    Paragraph,
    Person,
    Term,
)
from minutebook.privacy import for_publication
from minutebook.privacy.officers import roles_of, without_names
from minutebook.report_model import Approval, Author, Report

DAY = dt.date(2025, 3, 3)
ATTENDANCE = (
    Group("Members", (Attendee("Councillor A Example (Chair)"), Attendee("Mr V Guest"))),
    Group(
        "Officers",
        (Attendee("C Sample"), Attendee("Councillor B Example")),
        (
            Department(
                "Homes",
                (
                    Attendee("D Junior (Head of Housing)"),
                    Attendee("E Senior (Director of Homes)"),
                    Attendee("F Second (Assistant Director of Homes)"),
                    Attendee("G Legal (Solicitor and Monitoring Officer)"),
                ),
            ),
        ),
    ),
)
TEXT = "D Junior spoke. Mr Junior and Ms E Senior agreed with Mrs F Second, C Sample’s friend, Councillor B Example and V Guest."
PEOPLE = (
    Person("a-example", "A Example", kind="councillor"),
    Person("d-junior", "D Junior", aliases=("Dee Junior",), kind="officer"),
    Person("e-senior", "E Senior", kind="officer"),
    Person("h-chief", "H Chief", kind="officer", terms=(Term(body="b", role="Chief Executive"),)),
)


def published(setting="roles"):
    items = (Item("1", "Visit of D Junior", blocks=(Paragraph(TEXT), List((Entry("•", "Dee Junior"),)))),)
    meeting = Meeting("b", DAY, attendance=ATTENDANCE, apologies=(Attendee("D Junior"),), items=items)
    agenda = Agenda("b", DAY, invited=(Attendee("D Junior (Head of Housing)"),), items=(AgendaItem("1", "D Junior"),))
    signed = (Author("D Junior", "Head of Housing"), Author("E Senior", "Director of Homes"))
    report = Report(
        "b",
        DAY,
        1,
        "R",
        authors=signed,
        approvals=(Approval("approver", "Councillor A Example"), Approval("approver", "J Other")),
    )
    council = Council("x", "X", officers=setting)
    return for_publication(Book(council, people=PEOPLE, meetings=(meeting,), agendas=(agenda,), reports=(report,)))


def printed(group):
    return [who.printed for who in (*group.people, *(who for one in group.departments for who in one.people))]


def test_lists_say_the_role_of_those_below_director_and_the_name_of_others():
    members, officers = published().meetings[0].attendance
    assert printed(members) == ["Councillor A Example (Chair)", "Mr V Guest"]
    assert printed(officers) == [
        "Officer",
        "Councillor B Example",
        "Officer (Head of Housing)",
        "E Senior (Director of Homes)",
        "Officer (Assistant Director of Homes)",
        "G Legal (Solicitor and Monitoring Officer)",
    ]
    assert [who.printed for who in published().meetings[0].apologies] == ["Officer"]


def test_what_a_list_does_not_name_no_text_names():
    (item,) = published().meetings[0].items
    assert item.title == "Visit of Officer (Head of Housing)"
    assert item.blocks[0].text == (
        "Officer (Head of Housing) spoke. Officer (Head of Housing) and Ms E Senior agreed with"
        " Officer (Assistant Director of Homes), Officer’s friend, Councillor B Example and V Guest."
    )
    assert item.blocks[1].entries[0].text == "Officer"


def test_the_register_keeps_those_who_answer_in_public():
    assert [person.id for person in published().people] == ["a-example", "e-senior", "h-chief"]


def test_agendas_and_reports_too():
    book = published()
    assert book.agendas[0].invited[0].printed == "Officer (Head of Housing)"
    assert book.agendas[0].items[0].title == "Officer"
    assert [(one.name, one.job_title) for one in book.reports[0].authors] == [
        ("", "Head of Housing"),
        ("E Senior", "Director of Homes"),
    ]
    assert [one.name for one in book.reports[0].approvals] == ["Councillor A Example", ""]


def test_by_default_all_are_named():
    assert published("names").meetings[0].attendance == ATTENDANCE
    assert len(published("names").people) == 4


def test_two_of_one_surname_are_not_taken_for_one_another():
    meeting = Meeting(
        "b",
        DAY,
        attendance=(Group("Members", (Attendee("Mr Z Junior"),)), *ATTENDANCE),
        items=(Item("1", "x", blocks=(Paragraph("Mr Junior spoke."),)),),
    )
    book = for_publication(Book(Council("x", "X", officers="roles"), meetings=(meeting,)))
    assert book.meetings[0].items[0].blocks[0].text == "Mr Junior spoke."


@pytest.mark.parametrize(
    ("role", "named"),
    [
        ("Director of Homes", True),
        ("Interim Strategic Director", True),
        ("Chief Executive", True),
        ("Deputy Chief Executive", True),
        ("Chief Finance Officer", True),
        ("Section 151 Officer", True),
        ("Town Clerk", True),
        ("Head of Homes", False),
        ("Deputy Director of Homes", False),
        ("PA to the Director", False),
        ("Directorate Support", False),
        ("Governance Services Officer", False),
    ],
)
def test_whose_office_is_public(role, named):
    meeting = Meeting("b", DAY, attendance=(Group("Staff", (Attendee(f"Q Person ({role})"),)),))
    book = for_publication(Book(Council("x", "X", officers="roles"), meetings=(meeting,)))
    assert (book.meetings[0].attendance[0].people[0].printed == f"Q Person ({role})") is named


def test_the_work_is_in_proportion_to_the_text():
    assert without_names("A B C D " * 20_000, roles_of({"x. nobody": "Officer"}, {})) == "A B C D " * 20_000


def test_places_do_not_change():
    at = replace(ATTENDANCE[1].people[0])
    assert published().meetings[0].attendance[1].people[0].location == at.location
