"""Appointments: one sentence, one reading."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import Book, Decision, Entry, Item, Meeting, Paragraph, Person
from minutebook.tables import appointments
from minutebook.tables.gathered import Gathered

DAY = dt.date(2026, 9, 8)


def found(text, lead=""):
    return [
        (name, to, one.in_place_of, one.since and one.since.isoformat())
        for one in appointments.read(text, DAY, lead)
        for name in one.people
        for to in one.to
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Appoint Councillor A Example to the Planning Committee in place of Councillor B Sample.",
            ("A Example", "Planning Committee", "B Sample", None),
        ),
        (
            "Appoints Councillor A Example as Chair of the Board (2) with immediate effect.",
            ("A Example", "Chair of the Board (2)", "", "2026-09-08"),
        ),
        (
            "that Councillor A Example be appointed a trustee of the Alms Charity from 1 October 2026 to 30 September 2030.",
            ("A Example", "trustee of the Alms Charity", "", "2026-10-01"),
        ),
        (
            "that Dr A Example be re-appointed Independent Person, for a term of four years with effect from 1st December 2026",
            ("A Example", "Independent Person", "", "2026-12-01"),
        ),
        ("that Mrs A Example be co-opted onto the Audit Committee until May 2027.", ("A Example", "Audit Committee", "", None)),
        ("To nominate Councillor A Example as its member on the Bus Forum.", ("A Example", "member on the Bus Forum", "", None)),
        (
            "that Councillor A Example replace Councillor B Sample on the Planning Committee.",
            ("A Example", "Planning Committee", "B Sample", None),
        ),
        (
            "that Councillor A Example be appointed to the vacancy on the Audit Committee, Councillor B Sample having resigned.",
            ("A Example", "vacancy on the Audit Committee", "", None),
        ),
        (
            "that Councillor A Example be elected Vice-Chair of the Committee for the ensuing Municipal Year.",
            ("A Example", "Vice-Chair of the Committee", "", None),
        ),
        (
            "that Councillor A Example be appointed to the Mill Trust for a four-year term vice Councillor B Sample.",
            ("A Example", "Mill Trust", "B Sample", None),
        ),
        ("that Councillor A Example be elected Lord Mayor for the municipal year 2026/27.", ("A Example", "Lord Mayor", "", None)),
        (
            "That Councillor A Example be appointed again to the Museums Trust, to replace former Councillor B Sample;",
            ("A Example", "Museums Trust", "B Sample", None),
        ),
        ("Councillor A Example is hereby appointed to serve on the Panel until May 2027.", ("A Example", "Panel", "", None)),
        (
            "Appoint Councillor A Example as Champion for the Armed Forces.",
            ("A Example", "Champion for the Armed Forces", "", None),
        ),
    ],
)  # fmt: skip
def test_who_to_what_in_whose_place_and_from_when(text, row):
    assert found(text) == [row]


def test_several_people_and_places_are_rows_of_their_own():
    assert found(
        "That Councillors A Example and B Sample be appointed to the group, and that Councillor Sample be its Chair."
    ) == [
        ("A Example", "group", "", None),
        ("B Sample", "group", "", None),
        ("Sample", "Chair", "", None),
    ]
    assert found("that Councillor A Example be appointed to the Planning Committee and to the Licensing Committee, in place of Councillor B Sample.") == [
        ("A Example", "Planning Committee", "B Sample", None),
        ("A Example", "Licensing Committee", "B Sample", None),
    ]  # fmt: skip


def test_a_list_below_the_following_appointments():
    said = "Councillor A Example to the Museums Trust, in place of Councillor B Sample."
    assert found(said, "that the following appointments be made:") == [("A Example", "Museums Trust", "B Sample", None)]
    assert found(said, "that the following letters be sent:") == []


@pytest.mark.parametrize(
    "text",
    [
        "That the appointments be made as set out in the report.",
        "Appoint a contractor to the framework.",
        "Appoint Example Limited to the framework.",
        "Recommend that Councillor A Example be appointed to the Panel.",
        "That Councillor A Example be thanked as Chair.",
        "That Councillor A Example, a director appointed by the Council, be heard.",
        "That members be appointed in accordance with the wishes of the groups.",
    ],
)
def test_what_appoints_nobody_by_name(text):
    assert found(text) == []


def rows(*blocks):
    meeting = Meeting("council", DAY, items=(Item("4", "Appointments", blocks=blocks),))
    book = Book(Council("x", "X"), people=(Person("a-example", "A Example"),), meetings=(meeting,))
    return [row.values for row in appointments.rows(Gathered(book))]


def test_each_stands_in_its_decision_and_with_immediate_effect_may_stand_above():
    said = (
        Entry("1)", "Appoints Councillor A Example to the Panel."),
        Entry("2)", "Appoints Councillor Q Other to it."),
    )
    one, other = rows(
        Paragraph("Councillor A Example be appointed Chair."),
        Decision("", "RESOLVED", " that the Council, with immediate effect:", said),
    )
    assert (one["person_id"], one["from_date"], one["clause_id"]) == ("a-example", DAY, "council/2026-09-08/4/1/1")
    assert (other["person"], other["person_id"], other["to"]) == ("Q Other", None, "it")
    assert one["evidence"] == "Appoints Councillor A Example to the Panel."


def test_a_recommendation_appoints_nobody():
    assert rows(Decision("It was ", "RECOMMENDED", " that Councillor A Example be appointed to the Panel.")) == []


def test_the_work_is_in_proportion_to_the_text():
    assert found("Councillor A Example " * 5_000) == []
    assert len(found("Councillor A Example be appointed to the Panel. " * 1_000)) == 1_000


def test_a_list_of_names_or_of_places_and_names_takes_the_rest_from_what_introduces_it():
    lead = "that the following Members be appointed to the Planning Committee for the remainder of the municipal year:"
    assert found("Councillor A Example", lead) == [("A Example", "Planning Committee", "", None)]
    assert found("Councillor A Example (Chair);", lead) == [("A Example", "Planning Committee", "", None)]
    assert found("Councillor A Example spoke of trees.", lead) == []
    bodies = "that appointments to outside bodies be made as follows:"
    assert found("Bus Forum: Councillors A Example and B Sample", bodies) == [
        ("A Example", "Bus Forum", "", None),
        ("B Sample", "Bus Forum", "", None),
    ]
    assert found("Mill Trust – Councillor A Example", bodies) == [("A Example", "Mill Trust", "", None)]
    assert found("Mill Trust – Councillor A Example", "that the following trusts be thanked:") == []
    assert found("Mill Trust – Councillor A Example", "that the appointments made by the Leader be noted:") == []
    assert found("Mill Trust – Councillor A Example", "that Council is recommended to make these appointments:") == []


def test_a_second_appointment_may_share_the_verb_of_the_first():
    said = "to appoint Cllr A Example as lead member for parks and Cllr B Sample as lead member for roads."
    assert found(said) == [
        ("A Example", "lead member for parks", "", None),
        ("B Sample", "lead member for roads", "", None),
    ]
    assert found("that the Clerk write to the bus company and Councillor A Example to the school.") == []
