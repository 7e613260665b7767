"""Urgency: why it could not wait, who agreed, and whose decision it was."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import Attendee, Book, Group, Item, Meeting, Paragraph, Person, Quotation
from minutebook.tables import urgency
from minutebook.tables.gathered import Gathered

COLUMNS = ("kind", "agreed_by", "person_id", "decision_body", "decision_date", "reason")


def rows(*blocks, title="Lease"):
    blocks = tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)
    present = (Group("Members", (Attendee("Councillor A Example (Chair)"),)),)
    meeting = Meeting("board", dt.date(2026, 3, 3), attendance=present, items=(Item("4", title, blocks=blocks),))
    book = Book(Council("x", "X"), people=(Person("a-example", "A Example"),), meetings=(meeting,))
    return [row.values for row in urgency.rows(Gathered(book))]


def found(*blocks):
    return [tuple(row[column] for column in COLUMNS) for row in rows(*blocks)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Lord Mayor agreed that this item be considered as a matter of urgency, under section 100B, because the fund would close on 25 May.",
            ("Lord Mayor", None, "the fund would close on 25 May"),
        ),
        (
            "Councillor A Example, Chair, agreed to take the report as urgent business since the lease would end.",
            ("A Example", "a-example", "the lease would end"),
        ),
        (
            "The Chair agreed that the report be taken as an urgent item. The reason for urgency is that the lease ends.",
            ("Chair", None, "the lease ends"),
        ),
        ("The Leader had agreed that it be heard as a matter of urgency.", ("Leader", None, None)),
        (
            "The Chair accepted an urgent item on the flood because the works had begun.",
            ("Chair", None, "the works had begun"),
        ),
        (
            "The Chair was of the opinion that this item should be considered as a matter of urgency by reason of the need to sign.",
            ("Chair", None, "the need to sign"),
        ),
        (
            "The Chair of the Board, Councillor A Example, agreed that it be taken as urgent business.",
            ("A Example", "a-example", None),
        ),
    ],
)
def test_urgent_business(text, row):
    assert found(text) == [("urgent-business", row[0], row[1], None, None, row[2])]


def test_a_decision_under_special_urgency_and_who_waived_the_call_in():
    special = "Cabinet noted a decision taken by the Leader on 24 November 2025, under the special urgency provisions, to mend it."
    waived = "Councillor A Example, Chair of the Committee, had agreed that the decision was urgent, and that it be exempt from call-in."
    when = dt.date(2025, 11, 24)
    assert found(f"{special} {waived}") == [
        ("special-urgency", None, None, "Leader", when, None),
        ("call-in-waived", "A Example", "a-example", "Leader", when, None),
    ]
    assert [row["evidence"] for row in rows(f"{special} {waived}")] == [special, waived]


def test_the_reason_may_stand_below_and_the_meeting_above():
    assert found(
        "The Chair attended the meeting of the Cabinet Member for Homes, Land and Law on 13 May, 2025 for an item.",
        "Councillor Example agreed that the decision was urgent and that call in should not apply. This is the reason for urgency which is:-",
        "“In order to finish the works. Else it would be late.“",
    ) == [
        (
            "call-in-waived", "Example", "a-example", "Cabinet Member for Homes, Land and Law", dt.date(2025, 5, 13),
            "In order to finish the works. Else it would be late.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "block",
    [
        "There was no urgent business.",
        "There were no other items of urgent public business.",
        "The Chair said that repairs were urgent.",
        "Councillor A Example agreed that the hedge was an urgent problem.",
        "The decision was called in.",
        Quotation((Paragraph("The Chair agreed that this be taken as a matter of urgency."),)),
    ],
)
def test_what_is_no_urgency(block):
    assert found(block) == []


def test_the_work_is_in_proportion_to_the_text():
    assert len(found(*["The Chair agreed that it be taken as a matter of urgency."] * 500)) == 500
    assert found("urgent Councillor A Example agreed that " * 2_000) == []


def test_call_in_that_was_waived_with_somebody_s_agreement():
    said = (
        "Call-in was waived with the agreement of Councillor Example, Chair of the Board, as the works could not wait."
    )
    assert found(said) == [("call-in-waived", "Example", "a-example", None, None, "the works could not wait")]
    assert found("Fees were waived with the agreement of Councillor Example.") == []
