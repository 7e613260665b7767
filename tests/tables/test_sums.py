"""The register of sums: where each stands, and what kind the words beside it say it is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from minutebook.council_model import Council
from minutebook.model import Body, Book, Decision, Entry, Item, Meeting, Paragraph, Quotation, Table
from minutebook.tables import sums
from minutebook.tables.gathered import Gathered
from minutebook.tables.money import read
from row_ids import unmarked


def kind(text, *, decided=True):
    *_, money = read(text)
    return sums.kind(text, money, decided=decided)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Approve the expenditure of £640,000", "spend"),
        ("at a cost of up to £2.4 million", "spend"),
        ("would have cost about £55,000", "spend"),
        ("to spend £96,500", "spend"),
        ("£4.35 million of capital expenditure", "spend"),
        ("£97,300 had been spent, and £31,000 was paid", "spend"),
        ("a saving of £420,000", "saving"),
        ("savings of £6.1m", "saving"),
        ("Of the £1.8 million to be saved", "saving"),
        ("Accept a grant of up to £760,000", "grant"),
        ("received grant funding of £4,204,141", "grant"),
        ("to accept £2.8 million of Homes Upgrade Grant", "grant"),
        ("income of £30,000", "income"),
        ("£1.8 million of capital receipts", "income"),
        ("further funding up to £5 million", "limit"),
        ("at a level not exceeding £1.875 million", "limit"),
        ("contracts of up to (£500)", "limit"),
        ("an overspend of £2.1 million", "other"),
        ("General reserves stood at £11.9 million", "other"),
    ],
)
def test_the_words_beside_a_sum_say_its_kind(text, told):
    assert kind(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "an allocation totalling £2,810,500",
        "the budget was £5.2 million",
        "Grants had been refused. The sum was £500",
        "spend a grant, in all £500",
        "a fund of £120,000",
        "costs were discussed before £500 was found",
        "expenditure of £2m of grant",
        "the Grantham bridge of £2m",
    ],
)
def test_where_they_do_not_say_or_say_two_things_it_is_empty(text):
    assert kind(text) == ""


def test_up_to_is_a_limit_in_a_decision_and_an_estimate_in_a_report():
    text = "it would bring up to £2 billion of investment"
    assert (kind(text), kind(text, decided=False)) == ("limit", "")


def book():
    blocks = (
        Paragraph("It was thought that £5 would do. Mr. A B Sample said that it cost £1m to £2m. All agreed."),
        Table(("", ""), (("A", "£10-12k"),)),
        Quotation((Paragraph("£7"),)),
        Decision("", "RESOLVED", " that £8 be spent:", (Entry("1)", "on £5;"), Entry("2)", "on £5."))),
    )
    meeting = Meeting("board", dt.date(2025, 3, 3), items=(Item("4", "£9", blocks=blocks),))
    return Book(Council("x", "X"), (Body("board", "Board"),), meetings=(meeting,))


def test_each_sum_is_a_row_in_the_order_printed_with_its_sentence_and_place():
    rows = [row.values for row in sums.rows(Gathered(book()))]
    assert [row["as_printed"] for row in rows] == ["£5", "£1m to £2m", "£10-12k", "£7", "£8", "£5", "£5"]
    assert unmarked(rows[0]["sum_id"]) == "board/2025-03-03/4/sum"
    assert len({row["sum_id"] for row in rows}) == len(rows)
    assert [row["clause_id"] for row in rows][4:] == [None, "board/2025-03-03/4/1/1", "board/2025-03-03/4/1/2"]
    assert [row["decision_id"] for row in rows] == [None] * 4 + ["board/2025-03-03/4/1"] * 3
    assert rows[0]["evidence"] == "It was thought that £5 would do."
    assert rows[1]["evidence"] == "Mr. A B Sample said that it cost £1m to £2m."
    assert (rows[1]["amount"], rows[1]["amount_to"]) == (Decimal("1000000.00"), Decimal("2000000.00"))


def test_the_numbers_of_a_table_take_their_unit_from_its_header_and_other_cells_are_read_as_text():
    table = Table(("Service", "Budget £m", "Note"), (("Parks", "£1.2", "of which £500 is new"), ("Homes", "10", "")))
    meeting = Meeting("b", dt.date(2025, 1, 1), items=(Item("1", "Budget", blocks=(table,)),))
    made = [row.values for row in sums.rows(Gathered(Book(Council("x", "X"), (Body("b", "B"),), meetings=(meeting,))))]
    assert [(row["amount"], row["as_printed"]) for row in made] == [
        (Decimal("1200000.00"), "£1.2"),
        (Decimal("500.00"), "£500"),
        (Decimal("10000000.00"), "10"),
    ]
    assert made[2]["evidence"] == "Service | Budget £m | Note\nHomes | 10 | "
