"""Which petitions minutes say were presented, and what only speaks of one."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import BULLET, Book, Decision, Entry, Item, List, Meeting, Paragraph, Person, Table
from minutebook.privacy import for_publication
from minutebook.problems import Location
from minutebook.tables.gathered import Gathered
from minutebook.tables.petitions import rows

PEOPLE = (Person("a-example", "A Example"),)


def petitions(*blocks, title="Petitions", section="public", known=PEOPLE[0]):
    item = Item("18", title, section, blocks)
    book = Book(Council("x", "X"), people=(known,), meetings=(Meeting("council", dt.date(2025, 9, 9), items=(item,)),))
    return [dict(row.values) for row in rows(Gathered(for_publication(book)))]


def told(*blocks, **options):
    return [
        (row["label"], row["subject"], row["signatures"], row["presented_by"]) for row in petitions(*blocks, **options)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Asking for a crossing in Low Fold – 276 signatures, presented by Councillor A Example.",
            ("Asking for a crossing in Low Fold", 276, "Councillor A Example"),
        ),
        ("Save the ferry - 1,519 signatures", ("Save the ferry", 1519, None)),
        (
            "Low Fold: a petition bearing 276 signatures, presented by Councillor A Example, asking for a crossing (Cabinet Member for Transport).",
            ("Low Fold: asking for a crossing", 276, "Councillor A Example"),
        ),
        (
            "Low Fold: a petition bearing 12 signatures, presented by Councillor A Example (Holm Bridge).",
            ("Low Fold", 12, "Councillor A Example"),
        ),
    ],
)
def test_each_form_of_an_entry(text, expected):
    entry = Entry("(a)", text, location=Location("f", 9))
    assert told(List((entry,))) == [("(a)", *expected)]
    decision = Decision("", "RESOLVED", " that the petitions below be noted:", (entry,))
    assert told(decision) == [("(a)", *expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillor A Example presented a petition signed by 64 residents requesting new lifts.",
            ("requesting new lifts", 64, "Councillor A Example"),
        ),
        (
            "Mrs B Sample, a resident, presented an e-petition with 1,000 signatures, objecting to the closure. The Chair thanked her.",
            ("objecting to the closure", 1000, "Mrs B Sample"),
        ),
        ("A petition of 40 signatures was received.", (None, 40, None)),
        (
            "An e-petition with 88 signatures was received calling on the Council to plant trees.",
            ("calling on the Council to plant trees", 88, None),
        ),
        (
            "A petition containing 36 signatures objecting to the plan had been received.",
            ("objecting to the plan", 36, None),
        ),
        (
            "Councillor A Example submitted a petition containing over 300 signatures calling for a crossing.",
            ("calling for a crossing", None, "Councillor A Example"),
        ),
        (
            "The Mayor received a petition from Mrs B Sample, on behalf of the Friends of the Park, containing 412 signatures, asking for new gates.",
            ("asking for new gates", 412, "Mrs B Sample"),
        ),
        (
            "Councillor A Example presented a petition on behalf of residents of Oak Close requesting a bench.",
            ("requesting a bench", None, "Councillor A Example"),
        ),
    ],
)
def test_each_form_of_a_sentence(text, expected):
    assert told(Paragraph(text), title="Public participation") == [(None, *expected)]


def test_a_decision_that_refers_a_petition():
    words = " that a petition bearing 1,019 signatures, presented by Councillor A Example on behalf of traders, asking that the pool stay open, be referred to the Cabinet."
    (row,) = petitions(Decision("It was ", "RESOLVED", words), title="Pool")
    assert (row["subject"], row["signatures"]) == ("asking that the pool stay open", 1019)
    assert row["evidence"] == words.partition("that ")[2].partition(", be referred")[0]


def test_a_person_of_the_register_is_named_by_id_and_another_is_not():
    entries = tuple(
        Entry(BULLET, f"Trees – 3 signatures, presented by Councillor {name}.") for name in ("A Example", "Example")
    )
    assert [row["person_id"] for row in petitions(List(entries))] == ["a-example", None]


def test_a_table_is_read_by_the_words_of_its_header_each_row_at_its_line():
    header = ("No", "Subject", "Number of signatures", "Presented by")
    table = Table(
        header, (("1", "Save the ferry", "519", "Cllr A Example"), ("2", "Pier", "many", "")), Location("f", 20)
    )
    (row,) = petitions(table)
    assert (row["label"], row["subject"], row["signatures"], row["person_id"]) == (
        "1",
        "Save the ferry",
        519,
        "a-example",
    )
    assert (row["evidence"], row["source_line"]) == ("1 | Save the ferry | 519 | Cllr A Example", 22)


@pytest.mark.parametrize(
    "text",
    [
        "There were no petitions.",
        "The Board considered the petition on the library, bearing 412 signatures.",
        "The petition of traders, bearing 148 signatures and referred by the Council, would be answered.",
        "The Cabinet considered a petition of forty traders.",
        "A petition would need 1,500 signatures to be debated.",
        "Councillor A Example had heard of a petition requesting a bench.",
    ],
    ids=["none", "one known", "one referred", "no number", "a rule", "hearsay"],
)
def test_what_only_speaks_of_a_petition_is_no_row(text):
    assert told(Paragraph(text)) == []


def test_signatures_of_something_else_are_no_petition():
    entry = Entry(BULLET, "Councillor A Example: 12 people – attended the drop-in")
    assert told(List((entry,))) == []
    entry = Entry(BULLET, "Letter of thanks – 17 signatures")
    assert told(List((entry,)), title="Lord Mayor’s announcements") == []


def test_a_private_petition_is_withheld():
    text = Paragraph("Councillor A Example presented a petition signed by 64 residents requesting new lifts.")
    assert petitions(text, section="private") == []


def test_two_petitions_of_one_sentence_are_two_rows():
    said = (
        "Councillor A Example presented a petition signed by 27 residents of Low Fold objecting to the closure"
        " and Mrs B Sample presented a petition signed by 12 residents requesting a bench."
    )
    assert told(Paragraph(said)) == [
        (None, "objecting to the closure", 27, "Councillor A Example"),
        (None, "requesting a bench", 12, "Mrs B Sample"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillor A Example – A petition signed by 27 residents of Oak Close requesting new kerbs.",
            ("requesting new kerbs", 27, "Councillor A Example"),
        ),
        (
            "Councillor A Example – 112 signatures – objection to the closure of the library",
            ("objection to the closure of the library", 112, "Councillor A Example"),
        ),
        ("Save the baths (1,402 signatures) – Mrs B Sample", ("Save the baths", 1402, "Mrs B Sample")),
    ],
)
def test_an_entry_may_name_its_presenter_first_or_after_a_dash(text, expected):
    assert told(List((Entry("(a)", text, location=Location("f", 9)),))) == [("(a)", *expected)]


def test_a_resident_is_not_the_councillor_of_that_name():
    entries = tuple(Entry(BULLET, f"Trees – 3 signatures, presented by {title} A Example.") for title in ("Mr", "Cllr"))
    assert [
        row["person_id"] for row in petitions(List(entries), known=Person("a-example", "A Example", title="Councillor"))
    ] == [
        None,
        "a-example",
    ]
