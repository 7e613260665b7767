"""Which questions minutes set out and agendas hold, and what is known of each."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.agenda_model import Agenda, AgendaItem, Question
from minutebook.council_model import Council
from minutebook.model import (
    BULLET,
    Book,
    Entry,
    Item,
    List,
    Meeting,
    Paragraph,
    Person,
    Quotation,
    Subheading,
    Table,
)
from minutebook.privacy import for_publication
from minutebook.problems import Location
from minutebook.tables.gathered import Gathered
from minutebook.tables.questions import rows
from row_ids import unmarked

HEADER = ("", "Question asked by", "Question put to", "Subject matter")
TABLE = Table(HEADER, (("1.", "Councillor A Example", "Councillor B Sample", "Elms"),), Location("f", 40))
PEOPLE = (Person("a-example", "A Example"),)


def questions(*blocks, title="Question time", section="public", agendas=()):
    meeting = Meeting("council", dt.date(2025, 9, 9), items=(Item("23", title, section, blocks),) if blocks else ())
    book = Book(Council("x", "X"), people=PEOPLE, meetings=(meeting,), agendas=agendas)
    return [dict(row.values) for row in rows(Gathered(for_publication(book)))]


def test_a_table_of_questions_is_read_by_its_header_each_row_at_its_line():
    (row,) = questions(TABLE)
    assert {key: row[key] for key in ("number", "asked_by", "put_to", "subject", "asked_by_person_id")} == {
        "number": "1",
        "asked_by": "Councillor A Example",
        "put_to": "Councillor B Sample",
        "subject": "Elms",
        "asked_by_person_id": "a-example",
    }
    assert (row["kind"], row["answered"], row["text"], row["source_line"]) == (None, None, None, 42)
    assert (row["item_id"], row["agenda_item_id"]) == ("council/2025-09-09/23", None)


@pytest.mark.parametrize(
    ("before", "kind", "answered"),
    [
        (Subheading("Oral questions"), "oral", None),
        (Paragraph("The following Members answered oral questions put to them."), "oral", True),
        (Paragraph("No oral questions were taken. Two written questions had been answered:"), "written", True),
        (Paragraph("The written questions below were not answered."), "written", None),
        (Paragraph("Members asked what was to be done."), None, None),
    ],
)
def test_kind_and_answer_are_what_stands_above(before, kind, answered):
    (row,) = questions(before, TABLE)
    assert (row["kind"], row["answered"]) == (kind, answered)


def test_what_was_answered_before_another_kind_says_nothing_of_it():
    before = (Paragraph("Three written questions had been answered."), Subheading("Oral questions"))
    (row,) = questions(*before, TABLE)
    assert (row["kind"], row["answered"]) == ("oral", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Question 3 from Mr C Third to Councillor B Sample, Cabinet Member for Homes: When?", ("3", "Mr C Third", "Councillor B Sample", "Cabinet Member for Homes", "When?")),
        ("Written question by Councillor A Example to the Leader of the Council: Why is it so?", (None, "Councillor A Example", "the Leader of the Council", None, "Why is it so?")),
        ("The following question was asked by Councillor A Example of Councillor B Sample:", (None, "Councillor A Example", "Councillor B Sample", None, "How many?")),
    ],
)  # fmt: skip
def test_a_sentence_that_sets_out_a_question(text, expected):
    (row,) = questions(Paragraph(text), Quotation((Paragraph("How many?"),)))
    assert tuple(row[key] for key in ("number", "asked_by", "put_to", "put_to_role", "text")) == expected


def test_an_entry_of_a_list_takes_its_label_for_its_number():
    entry = Entry("(2)", "Question from Councillor A Example to Councillor B Sample: How many?")
    assert questions(List((entry,)))[0]["number"] == "2"


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("Six written questions had been answered before the meeting."),
        Paragraph("Councillor A Example asked that delivery bays be marked."),
        Paragraph("The Panel asked questions and made comments on a number of issues including:-"),
        List((Entry(BULLET, "the question of cost"),)),
        Table(("Member", "Subject"), (("Councillor A Example", "Elms"),)),
    ],
    ids=["a number only", "a request", "a debate", "a word", "no column of the asked"],
)
def test_what_sets_out_no_question(block):
    assert questions(block) == []


def agenda(section="public", subject="Elms"):
    asked = Question(
        (Paragraph("How many?", Location("g", 9)), Paragraph("Where?", Location("g", 11))),
        "1",
        "Councillor A Example",
        "Councillor B Sample, Cabinet Member for Homes",
        subject,
        (Paragraph("Nine."),),
        Location("g", 7),
    )
    return Agenda("council", dt.date(2025, 9, 9), items=(AgendaItem("8", "Questions", section, blocks=(asked,)),))


def test_a_question_that_stands_only_in_an_agenda_has_its_item_there():
    (row,) = questions(agendas=(agenda(),))
    assert (unmarked(row["question_id"]), row["item_id"]) == ("council/2025-09-09/agenda/8/question", None)
    assert (row["kind"], row["put_to"], row["put_to_role"]) == (
        "written",
        "Councillor B Sample",
        "Cabinet Member for Homes",
    )
    assert (row["text"], row["answered"], row["source_line"]) == ("How many?\nWhere?", True, 9)


def test_a_question_that_minutes_repeat_is_one_row_and_another_is_not():
    assert [row["item_id"] for row in questions(TABLE, agendas=(agenda(),))] == ["council/2025-09-09/23"]
    assert [row["item_id"] for row in questions(TABLE, agendas=(agenda(subject="Oaks"),))] == [
        None,
        "council/2025-09-09/23",
    ]


def test_private_questions_are_withheld():
    assert questions(TABLE, section="private") == []
    assert questions(agendas=(agenda("private"),)) == []


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Councillor A Example asked Councillor B Sample, Cabinet Member for Parks, the following question:", "When?"),
        ("By Councillor A Example to Councillor B Sample, Cabinet Member for Parks: When?", ""),
        ("Councillor A Example asked Councillor B Sample, Cabinet Member for Parks: When?", ""),
        ("(1) From Councillor A Example to Councillor B Sample, Cabinet Member for Parks: When?", ""),
    ],
)
def test_a_question_may_begin_with_who_asks(text, below):
    blocks = (Paragraph(text), *((Quotation((Paragraph(below),)),) if below else ()))
    (row,) = questions(*blocks)
    assert (row["asked_by"], row["put_to"], row["put_to_role"], row["text"]) == (
        "Councillor A Example",
        "Councillor B Sample",
        "Cabinet Member for Parks",
        "When?",
    )
    assert row["asked_by_person_id"] == "a-example"


def test_a_column_called_question_may_hold_their_numbers():
    header = ("Question", "Questioner", "Member responding", "Topic")
    (row,) = questions(Table(header, (("1", "Mr A Example", "Councillor B Sample", "Elms"),)))
    assert (row["number"], row["text"], row["put_to"], row["subject"]) == ("1", None, "Councillor B Sample", "Elms")


def test_what_begins_with_by_is_a_question_only_below_a_title_of_questions():
    said = Paragraph("By Councillor A Example to the Ridge: a walk was arranged.")
    assert questions(said, title="Walks") == []
