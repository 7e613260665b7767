"""Which minute of the archive a citation means: the one, or none."""

from __future__ import annotations

import datetime as dt

import pytest

from full_book import FULL
from minutebook.council_model import Council
from minutebook.model import Body, Book, Decision, Item, Meeting, Paragraph
from minutebook.tables.gathered import Gathered
from minutebook.tables.references import rows
from row_ids import unmarked

BODIES = (Body("cabinet", "Cabinet", kind="executive"), Body("council", "Council", kind="council"))
EXCLUDES = "that under section 100A(4) of the Local Government Act 1972 the public be excluded from"


def held(body, day, *items, sequence=1):
    made = [item if isinstance(item, Item) else Item(item, f"Item {item}") for item in items]
    return Meeting(body, dt.date.fromisoformat(day), sequence, items=tuple(made))


def says(number, text, title="The item", **more):
    return Item(number, title, blocks=(Paragraph(text),), **more)


def book(*meetings):
    return Book(
        Council("x", "X"), BODIES, (), tuple(sorted(meetings, key=lambda one: (one.date, one.body, one.sequence)))
    )


ARCHIVE = (
    held("cabinet", "2025-03-04", "18", "90"),
    held("cabinet", "2025-06-03", "1", "18"),
    held("cabinet", "2025-09-02", "36/25", "40"),
    held("council", "2025-07-01", "18", "PL/24/017"),
)


def meant(text, *more, day="2025-11-04", body="cabinet", title="The item"):
    found = Gathered(book(*ARCHIVE, *more, held(body, day, says("50", text, title), "51", "52"))).references
    return [one.target for one in found if one.item.startswith(f"{body}/{day}/50") and one.kind == "minute"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Minute 18 refers", "cabinet/2025-06-03/18"),  # of this municipal year, which begins in May
        ("Minute 18/25 refers", "cabinet/2025-06-03/18"),
        ("Minute 18/24 refers", "cabinet/2025-03-04/18"),
        ("Minute 18/2024 refers", "cabinet/2025-03-04/18"),
        ("Minute 36 refers", "cabinet/2025-09-02/36-25"),
        ("Minute 36/25 refers", "cabinet/2025-09-02/36-25"),
        ("Minute 18 of the Council", "council/2025-07-01/18"),
        ("Minute PL/24/017 of the Council", "council/2025-07-01/pl-24-017"),
        ("Minute 18 of Cabinet, held on 4 March 2025", "cabinet/2025-03-04/18"),
        ("Minute 51 below", "cabinet/2025-11-04/51"),
        ("Minute 51 refers", "cabinet/2025-11-04/51"),
        ("Minute 51 (Item 51) below", "cabinet/2025-11-04/51"),
        ("Minute 51 (An earlier title of it)", "cabinet/2025-11-04/51"),
    ],
)
def test_the_minute_that_is_meant(text, target):
    assert meant(text) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Minute 90 refers",  # the last municipal year's, and no year is printed
        "Minute 18/23 refers",
        "Minute 77 refers",
        "Minute 18 of the Fish Board",
        "Minute 18 of Cabinet, held on 5 March 2025",
        "Cabinet on 4 March 2025 (Minute 18/25 refers)",  # the day is of another year
        "Minute 50 refers",  # itself
        "Minute 51 (Item 52) below",  # the title is another's
        "Minute 18 above",
    ],
)
def test_what_is_not_in_the_archive_or_contradicts_itself_stays_unresolved(text):
    assert meant(text) == [""]


def test_a_number_that_begins_again_at_each_meeting_means_the_nearest_before():
    again = held("cabinet", "2025-10-07", "18")
    assert meant("Minute 18 refers", again) == ["cabinet/2025-10-07/18"]
    assert meant("Minute 18 refers", held("cabinet", "2025-12-02", "18")) == ["cabinet/2025-06-03/18"]


def test_of_two_minutes_with_one_number_neither_is_chosen():
    twice = held("cabinet", "2025-10-07", "18", Item("18", "Again", key="18-2"))
    assert meant("Minute 18 refers", twice) == [""]
    assert meant("Minute 18 of Cabinet, held on 7 October 2025", twice) == [""]
    assert meant("Minute 51 refers", held("cabinet", "2025-10-07", "51")) == [""]  # here, or at the last meeting


def test_two_meetings_of_a_day_are_told_apart_by_the_number():
    two = (held("council", "2025-10-07", "20"), held("council", "2025-10-07", "30", sequence=2))
    assert meant("Minute 30 of Council, held on 7 October 2025", *two) == ["council/2025-10-07-2/30"]


def test_a_minute_to_come_is_not_meant():
    assert meant("Minute 18/25 of the Council", day="2025-05-20") == [""]


def test_a_resolution_to_exclude_names_minutes_of_its_own_meeting():
    excluding = Item("3", "Exclusion", blocks=(Decision("", "RESOLVED", f" {EXCLUDES} minutes 18 and 19."),))
    (first, second) = Gathered(book(*ARCHIVE, held("cabinet", "2025-11-04", excluding, "18"))).references
    assert (first.target, first.resolved) == ("cabinet/2025-11-04/18", True)
    assert (second.target, second.resolved) == ("", False)


def test_a_meeting_is_resolved_where_one_was_held_that_day():
    text = "The minutes of the meetings held on 2 and 3 September 2025 were agreed."
    found = Gathered(book(*ARCHIVE, held("cabinet", "2025-11-04", says("50", text)))).references
    assert [(one.date.day, one.resolved, one.target) for one in found] == [(2, True, ""), (3, False, "")]


def test_the_sentence_that_opens_a_minute_is_told_from_the_rest():
    text = "Further to Minute 18/25, a report came. It built on Minute 1/25."
    found = Gathered(book(*ARCHIVE, held("cabinet", "2025-11-04", says("50", text)))).references
    assert [(one.number, one.opening) for one in found] == [("18/25", True), ("1/25", False)]


def test_rows_of_the_table():
    found = [row.values for row in rows(Gathered(FULL)) if row.values["item_id"] == "cabinet/2025-12-16/45"]
    assert [{name: unmarked(value) for name, value in row.items()} for row in found] == [
        {
            "reference_id": "cabinet/2025-12-16/45/reference",
            "item_id": "cabinet/2025-12-16/45",
            "position": 1,
            "kind": "minute",
            "number": "8",
            "target_body_id": "housing-board-2",
            "target_date": dt.date(2025, 12, 3),
            "target_item_id": "housing-board-2/2025-12-03/8",
            "resolved": True,
            "evidence": "Minute 8 of the Housing Board (2)",
            "source_file": "content/minutes/cabinet/2025-12-16.md",
            "source_line": 3,
        }
    ]
