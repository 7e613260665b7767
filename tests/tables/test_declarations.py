"""Declarations of interest: one sentence, one reading."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import (
    BULLET,
    Attendee,
    Body,
    Book,
    Decision,
    Entry,
    Group,
    Item,
    List,
    Meeting,
    Paragraph,
    Person,
    Quotation,
    Table,
)
from minutebook.tables import declarations
from minutebook.tables.gathered import Gathered
from row_ids import unmarked

PEOPLE = (Person("a-example", "A Example"), Person("b-sample", "B Sample"))
PRESENT = (Group("Members", (Attendee("Councillor A Example"), Attendee("Mr B Sample"))),)


def found(*blocks, title="Declarations of interest", first="1"):
    blocks = tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)
    items = (
        Item(first, "Apologies"),
        Item("2", title, blocks=blocks),
        Item("5(a)", "Trees (and shrubs)"),
        Item("PL/25/6", "Bridges"),
    )
    meeting = Meeting("board", dt.date(2025, 3, 3), items=items, attendance=PRESENT)
    book = Book(Council("x", "X"), (Body("board", "Board"),), PEOPLE, (meeting,))
    rows = [row.values for row in declarations.rows(Gathered(book))]
    return [
        (row["name"], row["interest"], (row["about_item_id"] or "").rpartition("/")[2], row["withdrew"]) for row in rows
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Councillor A Example declared a disclosable pecuniary interest in minute 5(a) below.",
            ("disclosable-pecuniary", "5a", None),
        ),
        (
            "Councillor A Example declared an other relevant interest in Minute PL/25/6, Bridges, as a walker. She withdrew from the meeting.",
            ("other", "pl-25-6", True),
        ),
        (
            "Councillor A Example declared a non-pecuniary interest in agenda item 5(a) and left the room.",
            ("other", "5a", True),
        ),
        (
            "Councillor A Example declared a personal interest in item 5(a). He remained in the meeting.",
            ("other", "5a", False),
        ),
        ("Councillor A Example (Chair) declared a non-disclosable pecuniary interest.", ("other", "", None)),
        (
            "Councillor A Example, Cabinet Member for Trees, declared an interest in item 5(a) but did not withdraw.",
            (None, "5a", False),
        ),
        ("Councillor A Example disclosed a pecuniary interest in item 77.", (None, "", None)),
        ("Cllr A Example declared a DPI in item 5(a) and withdrew.", ("disclosable-pecuniary", "5a", True)),
        ("Councillor A Example declared a Personal Interest in Minute 5(a) as a walker.", ("other", "5a", None)),
        (
            "Councillor A Example declared a prejudicial interest in item 5(a). She recused herself from the Chamber.",
            ("other", "5a", True),
        ),
        ("Councillor Example had declared a personal interest, and withdrew the next motion.", ("other", "", None)),
    ],
)
def test_what_was_declared_about_what_and_who_withdrew(text, row):
    ((_, *told),) = found(text)
    assert tuple(told) == row


def test_several_people_and_matters_are_rows_of_their_own():
    assert found("Councillor A Example and Mr B Sample declared personal interests.") == [
        (name, "other", "", None) for name in ("A Example", "B Sample")
    ]
    assert found(
        "Councillor A Example and Mr B Sample each declared a personal interest in minutes 5(a) and PL/25/6."
    ) == [(name, "other", about, None) for name in ("A Example", "B Sample") for about in ("5a", "pl-25-6")]
    assert found(
        "Councillor A Example declared a personal interest in minute 5(a) and withdrew from the meeting. "
        "Mr B Sample declared a disclosable pecuniary interest in minute PL/25/6."
    ) == [("A Example", "other", "5a", True), ("B Sample", "disclosable-pecuniary", "pl-25-6", None)]


def test_a_number_and_a_title_of_two_minutes_name_neither():
    said = "Councillor A Example declared a personal interest in the matter referred to in Minute PL/25/6 below "
    assert found(said + "(Trees (and shrubs)).")[0][2] == ""
    assert found(said + "(Bridges).")[0][2] == "pl-25-6"


def test_an_agenda_s_number_is_the_minute_s_only_where_minutes_begin_at_one():
    assert found("Councillor A Example declared a personal interest in item 5(a).", first="41")[0][2] == ""
    assert found("Councillor A Example declared a personal interest in minute 5(a).", first="41")[0][2] == "5a"


def test_below_another_title_the_interest_is_in_that_minute():
    said = "Councillor A Example declared a personal interest and left the meeting."
    assert found(said, title="Ponds") == [("A Example", "other", "2", True)]


def test_lists_and_what_was_noted_are_read_below_a_title_of_interests():
    entries = List((Entry(BULLET, "Councillor A Example – personal interest in item 5(a), as a gardener"),))
    noted = "Further to Minute 5(a) below, the Board noted that Mr Sample is a member of the Gardeners."
    assert found(entries) == [("A Example", "other", "5a", None)]
    assert found("There were no disclosable pecuniary interests.", noted) == [("Sample", "other", "5a", None)]
    assert found(noted) == [("Sample", None, "5a", None)]
    assert found(entries, noted, title="Ponds") == []


@pytest.mark.parametrize(
    "text",
    [
        "There were none.",
        "There were no declarations of interest.",
        "There were no disclosable pecuniary interests.",
        "None.",
        "NIL",
        "No interests were declared.",
        "No declarations were made.",
        "No member declared an interest.",
    ],
)
def test_that_there_were_none_is_one_row_without_a_name(text):
    assert found(text) == [(None, "none-declared", "", None)]
    assert found(text, title="Ponds") == []


@pytest.mark.parametrize(
    "block",
    [
        "Members were reminded to declare interests.",
        "There were no declarations other than those in the register.",
        "Councillor A Example, having declared a personal interest, was not in the Chamber.",
        "Councillor A Example declared the meeting open.",
        "Councillor A Example declared support. The interest was great.",
        Quotation((Paragraph("Councillor A Example declared a personal interest in minute 5(a)."),)),
        Decision("", "RESOLVED", " that Councillor A Example declared an interest."),
    ],
)
def test_what_only_looks_like_it(block):
    assert found(block) == []


def test_whose_id_it_is_and_what_was_read():
    said = "Mr Sample declared an interest in minute 5(a)."
    meeting = Meeting(
        "board", dt.date(2025, 3, 3), items=(Item("2", "Interests", blocks=(Paragraph(said),)),), attendance=PRESENT
    )
    (row,) = declarations.rows(Gathered(Book(Council("x", "X"), people=PEOPLE, meetings=(meeting,))))
    assert (row.values["person_id"], row.values["evidence"]) == ("b-sample", said)
    assert unmarked(row.values["declaration_id"]) == "board/2025-03-03/2/declaration"


def test_members_with_nothing_to_declare_declared_nothing():
    assert [row[1] for row in found("Members had nothing to declare.")] == ["none-declared"]


@pytest.mark.parametrize("header", [("Name", "Minute No.", "Nature of interest"), ("Item", "Member", "Interest")])
def test_a_table_of_declarations_is_read_by_its_header(header):
    cells = ("Councillor A Example", "5(a)", "Personal – a walker")
    row = cells if header[0] == "Name" else (cells[1], cells[0], cells[2])
    assert found(Table(header, (row,))) == [("A Example", "other", "5a", None)]


def test_what_an_interest_concerns_may_stand_before_it():
    said = "In relation to Minute 5(a), Councillor A Example declared a personal interest and left the meeting."
    assert found(said) == [("A Example", "other", "5a", True)]
    assert found("Further to Minute 5(a), Councillor A Example declared a personal interest.") == [
        ("A Example", "other", "", None)
    ]
