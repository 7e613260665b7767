"""Which minutes a later minute agrees: the sentences that do, and those that only look like it."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import Body, Book, Decision, Entry, Item, Meeting, Paragraph, Quotation
from minutebook.tables.approvals import approvals

BEFORE = {"2025-03-03", "2025-03-10", "2024-11-04", "2025-07-30", "2024-02-29"}
BODY = Body("board", "Housing Scrutiny Board (2)", ("Scrutiny Board 2",))


def book(*blocks, title="Minutes", held=BEFORE, extra=()):
    """Meetings of the board on some days, and one on 4 November 2025 that minutes these blocks."""
    earlier = [Meeting("board", dt.date.fromisoformat(day)) for day in sorted(held)]
    other = Meeting("cabinet", dt.date(2025, 3, 3))
    last = Meeting("board", dt.date(2025, 11, 4), items=(Item("9", title, blocks=tuple(blocks)),))
    meetings = sorted(
        [*earlier, *extra, other, last], key=lambda meeting: (meeting.date, meeting.body, meeting.sequence)
    )
    return Book(Council("x", "X"), (BODY, Body("cabinet", "Cabinet")), (), tuple(meetings))


def agreed(*blocks, **options):
    found = approvals(book(*blocks, **options))
    assert set(found.values()) <= {"board/2025-11-04/9"}
    return sorted(found)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The Minutes of the meeting held on 30 July were agreed and signed as a true record.", ["2025-07-30"]),
        ("The minutes of the meeting held on 3 March, 2025 were approved.", ["2025-03-03"]),
        (
            "The minutes of the last meeting, held on Monday, 3rd March 2025, were confirmed and signed by the Chair as a correct record.",
            ["2025-03-03"],
        ),
        (
            "The minutes of the meetings held on 3 and 10 March 2025 be approved as a correct record and signed by the Chair.",
            ["2025-03-03", "2025-03-10"],
        ),
        (
            "The minutes of the meeting of the Board held on 3 March 2025, subject to a change to Minute 4, were agreed as a true and accurate record.",
            ["2025-03-03"],
        ),
        (
            "The minutes of the Housing Scrutiny Board (2) held on 3 March 2025 were signed as a correct record.",
            ["2025-03-03"],
        ),
        ("The minutes of the meeting of Scrutiny Board 2 held on 3 March 2025 were approved.", ["2025-03-03"]),
        ("The minutes of 3 March 2025 were agreed as a correct record.", ["2025-03-03"]),
        ("The minutes from the meeting held on 3 March 2025 were agreed.", ["2025-03-03"]),
        ("The minutes of the Board meeting held on 3 March 2025 were agreed as an accurate record.", ["2025-03-03"]),
        ("The minutes of the meeting held on 3 March 2025 were taken as read, confirmed and signed.", ["2025-03-03"]),
        ("The Chair signed the minutes of the meeting held on 3 March 2025 as a correct record.", ["2025-03-03"]),
        ("The Board approved as a correct record the minutes of the meeting held on 3 March 2025.", ["2025-03-03"]),
        ("It was resolved to approve the minutes of the meeting held on 3 March 2025.", ["2025-03-03"]),
        ("Minutes of the meeting on 3 March 2025 - Agreed as a correct record.", ["2025-03-03"]),
        ("That the minutes of the meeting held on 3 March 2025 are approved as a true record.", ["2025-03-03"]),
        ("The Board considered the minutes of 3 March 2025 and agreed them as a correct record.", ["2025-03-03"]),
        ("The minutes of the meeting held 3 March 2025 were agreed as an accurate record.", ["2025-03-03"]),
        (
            "The minutes of the special meeting of 3 March 2025 were agreed. There were no matters arising.",
            ["2025-03-03"],
        ),
    ],
)
def test_a_sentence_that_agrees_minutes(sentence, days):
    assert agreed(Paragraph(sentence)) == [f"board/{day}" for day in days]


def test_without_a_year_the_last_such_day_before_the_meeting_is_meant():
    assert agreed(Paragraph("The minutes of the meeting held on 4 November were agreed as a true record.")) == [
        "board/2024-11-04"
    ]
    assert agreed(Paragraph("The minutes of the meeting held on 29 February were agreed as a true record.")) == [
        "board/2024-02-29"
    ]


def test_a_date_of_a_year_before_is_not_stretched_to_a_meeting_of_another_year():
    sentence = "The minutes of the meeting held on 30 July were agreed as a true record."
    assert agreed(Paragraph(sentence), held={"2023-07-30"}) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The minutes of the Cabinet held on 3 March 2025 were agreed as a true record.",
        "The minutes of the meeting of Cabinet held on 3 March 2025 were agreed as a true record.",
        "The minutes of the meeting held on 3 March 2025 were not agreed as a true record.",
        "The Board had not agreed the minutes of the meeting held on 3 March 2025.",
        "The Chair asked the Board to agree the minutes of the meeting held on 3 March 2025.",
        "The Chair signed the minutes of the Cabinet held on 3 March 2025.",
        "The Board approved the minutes of the meeting held on 3 March 2025 being sent to residents.",
        "The minutes of the meeting held on 3 March 2025 were received.",
        "The minutes of the meeting held on 3 March 2025 will be approved at the next meeting.",
        "The minutes of the meeting held on 3 March 2025 were considered. The budget was agreed.",
        "The minutes of the meeting held on 5 March 2025 were agreed as a true record.",
        "The minutes of the meeting held on 31 February 2025 were agreed as a true record.",
        "The minutes of the meeting held on 3 March 2026 were agreed as a true record.",
        "The report of the meeting held on 3 March 2025 was agreed as a true record.",
    ],
)
def test_a_sentence_that_only_looks_like_it(sentence):
    assert agreed(Paragraph(sentence)) == []


def test_a_decision_or_its_clause_may_agree_minutes_and_a_quotation_may_not():
    said = "that the minutes of the meeting held on 3 March 2025 be approved as a correct record."
    assert agreed(Decision("", "RESOLVED", f" {said}")) == ["board/2025-03-03"]
    assert agreed(Decision("", "RESOLVED", " that:", (Entry("1)", f"{said}"),))) == ["board/2025-03-03"]
    assert agreed(Quotation((Paragraph(said),))) == []


def test_a_sentence_without_a_date_takes_that_of_the_title():
    title = "Minutes of the Meeting held on 3 March 2025"
    assert agreed(Paragraph("The minutes were agreed as a true record."), title=title) == ["board/2025-03-03"]
    assert agreed(Paragraph("The report was agreed as a true record."), title=title) == []
    assert agreed(Paragraph("The minutes were agreed as a true record.")) == []


def test_of_two_meetings_on_one_day_only_the_plural_means_both():
    second = Meeting("board", dt.date(2025, 3, 3), sequence=2)
    one = Paragraph("The minutes of the meeting held on 3 March 2025 were agreed as a true record.")
    both = Paragraph("The minutes of the meetings held on 3 March 2025 were agreed as a true record.")
    assert agreed(one, extra=[second]) == []
    assert agreed(both, extra=[second]) == ["board/2025-03-03", "board/2025-03-03-2"]


def test_the_first_minute_to_agree_them_is_the_one_named():
    text = Paragraph("The minutes of the meeting held on 3 March 2025 were agreed as a true record.")
    between = Meeting("board", dt.date(2025, 4, 1), items=(Item("5", "Minutes", blocks=(text,)),))
    assert approvals(book(text, extra=[between])) == {"board/2025-03-03": "board/2025-04-01/5"}


def test_a_council_may_call_itself_the_full_or_the_town_council():
    council = Body("council", "Council", kind="council")
    first = Meeting("council", dt.date(2025, 3, 3))
    for name in ("Full Council", "Town Council", "Council"):
        said = Paragraph(f"The minutes of the {name} meeting held on 3 March 2025 were approved as a correct record.")
        last = Meeting("council", dt.date(2025, 11, 4), items=(Item("9", "Minutes", blocks=(said,)),))
        assert approvals(Book(Council("x", "X"), (council,), meetings=(first, last))) == {
            "council/2025-03-03": "council/2025-11-04/9"
        }
