"""Which minutes of several bodies are one matter, and in which order it is told."""

from __future__ import annotations

import datetime as dt

import pytest

from full_book import FULL
from minutebook.council_model import Council
from minutebook.model import Body, Book, Decision, Item, Meeting, Paragraph
from minutebook.tables.gathered import Gathered
from minutebook.tables.trails import rows, trails

BODIES = (
    Body("board", "Homes Board", kind="scrutiny"),
    Body("cabinet", "Cabinet", kind="executive"),
    Body("council", "Council", kind="council"),
)
RESOLVED = Decision("", "RESOLVED", " that the plan be approved.")


def recommends(to):
    return Decision("", "RECOMMENDED", f" that {to} approve the plan.")


def minute(number, title, *blocks, section="public"):
    made = tuple(Paragraph(block) if isinstance(block, str) else block for block in blocks)
    return Item(number, title, section, made)


def book(*meetings):
    made = [Meeting(body, dt.date.fromisoformat(day), items=tuple(items)) for body, day, *items in meetings]
    return Book(Council("x", "X"), BODIES, (), tuple(sorted(made, key=lambda one: (one.date, one.body))))


def told(*meetings):
    return [[(step.item, step.stage) for step in trail] for trail in trails(Gathered(book(*meetings)))]


BOARD = ("board", "2025-06-03", minute("4", "Lofts", recommends("Cabinet")))
CABINET = (
    "cabinet",
    "2025-07-01",
    minute("9", "The loft plan", "Further to Minute 4 of the Homes Board, it met.", recommends("Council")),
)
COUNCIL = ("council", "2025-09-02", minute("7", "Lofts and money", "Further to Minute 9 of Cabinet, it met.", RESOLVED))


def test_a_matter_is_made_considered_and_decided():
    assert told(BOARD, CABINET, COUNCIL) == [
        [("board/2025-06-03/4", "made"), ("cabinet/2025-07-01/9", "considered"), ("council/2025-09-02/7", "decided")]
    ]


def test_each_step_says_what_it_follows_and_by_which_words():
    made = book(BOARD, CABINET, COUNCIL)
    (trail,) = trails(Gathered(made))
    assert [(step.trail, step.after, step.evidence) for step in trail] == [
        ("board/2025-06-03/4", "", ""),
        ("board/2025-06-03/4", "board/2025-06-03/4", "Minute 4 of the Homes Board"),
        ("board/2025-06-03/4", "cabinet/2025-07-01/9", "Minute 9 of Cabinet"),
    ]


def test_matters_stay_apart_and_stand_in_the_order_in_which_they_begin():
    other = ("cabinet", "2025-06-10", minute("3", "Roads", RESOLVED))
    takes = ("council", "2025-07-08", minute("2", "Road", "Further to Minute 3 of Cabinet, it met.", RESOLVED))
    assert [trail[0][0] for trail in told(CABINET, takes, other, BOARD)] == [
        "board/2025-06-03/4",
        "cabinet/2025-06-10/3",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "At the request of the Board (Minute 4 of the Homes Board refers), Cabinet met.",
        "In accordance with Minute 4 of the Homes Board, Cabinet met.",
        "As requested by the Homes Board (Minute 4/25 refers), Cabinet met.",
    ],
)
def test_a_minute_that_opens_by_taking_up_another_is_of_its_matter(opening):
    asks = minute("4", "Lofts", Decision("", "RESOLVED", " that the plan be noted."))
    assert len(told(("board", "2025-06-03", asks), ("cabinet", "2025-07-01", minute("9", "Other", opening)))) == 1


def test_a_title_in_common_and_a_citation_make_one_matter():
    first = ("cabinet", "2025-06-03", minute("4", "Orchard Streets", RESOLVED))
    call_in = minute("9", "Call-in: Orchard Streets", "Members asked for this. Minute 4 of Cabinet refers.")
    assert told(first, ("board", "2025-07-01", call_in)) == [
        [("cabinet/2025-06-03/4", "decided"), ("board/2025-07-01/9", "considered")]
    ]


def test_a_title_in_common_and_the_other_s_day_make_one_matter():
    first = ("board", "2025-06-03", minute("4", "Lofts", "Cabinet on 1 July 2025 would consider it."))
    assert len(told(first, ("cabinet", "2025-07-01", minute("9", "Lofts", RESOLVED)))) == 1
    assert told(first, ("cabinet", "2025-07-08", minute("9", "Lofts", RESOLVED))) == []
    assert told(first, ("cabinet", "2025-07-01", minute("9", "Roads", RESOLVED))) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Roads", "It stood beside the loft plan (Minute 4 of the Homes Board refers)."),  # in passing
        ("Declarations of interest", "Further to Minute 4 of the Homes Board, nobody declared."),
        ("Petitions", "Further to Minute 4 of the Homes Board, one came."),
    ],
)
def test_a_citation_in_passing_or_in_a_minute_of_many_matters_makes_no_trail(title, text):
    plain = ("board", "2025-06-03", minute("4", "Lofts", RESOLVED))
    assert told(plain, ("cabinet", "2025-07-01", minute("9", title, text))) == []


def test_petitions_that_several_minutes_take_up_do_not_make_their_matters_one():
    petitions = ("council", "2025-06-03", minute("4", "Petitions", RESOLVED))
    took = minute("9", "Lofts", "Further to Minute 4 of the Council, it met.", RESOLVED)
    also = minute("10", "Roads", "Further to Minute 4 of the Council, it met.", RESOLVED)
    assert told(petitions, ("cabinet", "2025-07-01", took, also)) == []


def test_a_petition_about_one_thing_is_a_matter():
    petition = ("council", "2025-06-03", minute("4", "Petition: Lofts", RESOLVED))
    took = minute("9", "Lofts", "Further to Minute 4 of the Council, it met.", RESOLVED)
    assert len(told(petition, ("cabinet", "2025-07-01", took))) == 1


def test_one_body_that_goes_back_to_its_own_minute_makes_no_trail():
    first = ("cabinet", "2025-06-03", minute("4", "Lofts", RESOLVED))
    again = minute("9", "Lofts", "Further to Minute 4/25, it met.", RESOLVED)
    assert told(first, ("cabinet", "2025-07-01", again)) == []


def test_the_private_minute_of_a_matter_belongs_to_it():
    private = minute("10", "Lofts: price", "Further to Minute 9 above, it met.", RESOLVED, section="private")
    body, day, public = CABINET
    assert told(BOARD, (body, day, public, private))[0][-1] == ("cabinet/2025-07-01/10", "decided")
    assert told((body, day, public, private)) == []  # it did not travel


def test_a_long_chain_is_one_trail():
    turns = [("cabinet", "council")[n % 2] for n in range(40)]
    first = dt.date(2025, 5, 6)
    chain = [
        (
            body,
            (first + dt.timedelta(n)).isoformat(),
            minute(str(n), "Lofts", f"Further to Minute {n - 1} of {turns[n - 1].title()}, it met."),
        )
        for n, body in enumerate(turns)
    ]
    assert [len(trail) for trail in told(*chain)] == [40]


def test_rows_of_the_table():
    found = [row.values for row in rows(Gathered(FULL))]
    assert [(row["item_id"], row["position"], row["stage"], row["after_item_id"]) for row in found] == [
        ("housing-board-2/2025-12-03/8", 1, "made", None),
        ("cabinet/2025-12-16/45", 2, "decided", "housing-board-2/2025-12-03/8"),
    ]
    assert {row["trail_id"] for row in found} == {"housing-board-2/2025-12-03/8"}
    assert found[1]["evidence"] == "Minute 8 of the Housing Board (2)"
    assert (found[1]["body_id"], found[1]["date"]) == ("cabinet", dt.date(2025, 12, 16))
