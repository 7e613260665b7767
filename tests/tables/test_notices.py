"""What minutes give of a decision under sub-headings of their own."""

from __future__ import annotations

import datetime as dt

from minutebook.model import Decision, Entry, Item, List, Paragraph, Subheading
from minutebook.tables.notices import notice

MET = dt.date(2025, 11, 4)
DECISION = Decision("", "RESOLVED", " that the plan be approved.")


def told(*blocks):
    return {name: value for name, value in notice(Item("1", "x", blocks=blocks), MET).items() if value is not None}


def test_sub_headings_fill_the_columns_down_to_the_next_heading_or_decision():
    found = told(
        Subheading("Key Decision"),
        Paragraph("Yes"),
        Subheading("Reasons for the decision:"),
        Paragraph("It is cheap."),
        List((Entry("1)", "And good."),)),
        Subheading("Alternative options considered and rejected"),
        Paragraph("None."),
        DECISION,
        Paragraph("Members applauded."),
        Subheading("Conflicts of interest"),
        Paragraph("None declared."),
        Subheading("Effective from"),
        Paragraph("13 November 2025."),
        Subheading("Call-in deadline"),
        Paragraph("Wednesday, 12 November 2025"),
    )
    assert found == {
        "key_decision": True,
        "reasons": "It is cheap.\n1) And good.",
        "alternatives": "None.",
        "conflicts": "None declared.",
        "effective_from": dt.date(2025, 11, 13),
        "call_in_until": dt.date(2025, 11, 12),
    }


def test_what_is_not_said_exactly_is_not_recorded():
    assert told(DECISION, Subheading("Reasons"), Paragraph("It is cheap.")) == {}
    assert told(DECISION, Subheading("Key decision"), Paragraph("Perhaps")) == {}
    assert told(DECISION, Subheading("Effective from"), Paragraph("13 November 2025, if nobody objects")) == {}
    assert told(DECISION, Subheading("Effective from"), Paragraph("13 November")) == {}
    assert told(DECISION, Paragraph("Reasons for the decision")) == {}
    assert told(DECISION, Subheading("Reasons for the decision")) == {}


def test_an_item_with_two_decisions_cannot_say_whose_reasons_they_are():
    reasons = (Subheading("Reasons for the decision"), Paragraph("It is cheap."))
    assert told(DECISION, *reasons, DECISION) == {}
    assert told(*reasons) == {}


def test_no_is_an_answer_of_its_own():
    assert told(DECISION, Subheading("Key decision"), Paragraph("No.")) == {"key_decision": False}
