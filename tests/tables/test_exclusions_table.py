"""Each resolution to exclude the public, which minutes it closes, and by which law."""

from __future__ import annotations

import datetime as dt

import pytest

from full_book import FULL
from minutebook.exclusions import closings, is_exclusion
from minutebook.model import Decision, Entry, Item, Meeting, Paragraph
from minutebook.tables.exclusions import rows
from minutebook.tables.gathered import Gathered
from row_ids import unmarked

ACT = "under section 100A(4) of the Local Government Act 1972"


def resolved(after, *clauses):
    return Decision("", "RESOLVED", f" {after}", tuple(Entry(f"{n})", text) for n, text in enumerate(clauses, 1)))


def meeting(*items):
    return Meeting("b", dt.date(2025, 11, 4), items=items)


def excluding(decision, *more, number="1"):
    return Item(number, "Exclusion of the public", blocks=(decision, *more))


SECRET, OTHER = Item("43", "Land at Fold Lane", "private"), Item("44", "A dispute", "private")
PUBLIC = Item("5", "Roads")


def closed(after, *clauses):
    held = meeting(excluding(resolved(after, *clauses)), PUBLIC, SECRET, OTHER)
    return [one.closed.number if one.closed else None for one in closings(held)]


@pytest.mark.parametrize(
    ("after", "numbers"),
    [
        (f"that the public be excluded {ACT} for Minute 43 below.", ["43"]),
        (f"that the press and public be excluded {ACT} for minutes 43 and 44.", ["43", "44"]),
        (f"that the public be excluded {ACT} for the report headed ‘Land at Fold Lane’.", ["43"]),
        (f"that the public be excluded {ACT}.", ["43", "44"]),
        ("that the public be excluded from the meeting for item 44, as it holds exempt information.", ["44"]),
        ("to exclude the press and public from the remaining business, which is confidential business.", ["43", "44"]),
        ("that the public be excluded during consideration of the following items.", ["43", "44"]),
        ("that, under the Public Bodies (Admission to Meetings) Act 1960, the public be excluded.", ["43", "44"]),
        (f"that the public be excluded {ACT} for item 5 on the agenda.", ["43", "44"]),  # 5 counts the agenda's items
    ],
)
def test_what_a_resolution_closes(after, numbers):
    assert closed(after) == numbers


def test_where_nothing_shows_what_was_closed_the_resolution_stands_alone():
    held = meeting(excluding(resolved(f"that the public be excluded {ACT}.")), PUBLIC)
    assert [one.closed for one in closings(held)] == [None]


def test_each_of_two_resolutions_closes_its_own():
    first = excluding(resolved("that the public be excluded from the meeting for the following item."))
    second = excluding(resolved(f"that the public be excluded {ACT} for Minute 44."), number="6")
    held = meeting(first, SECRET, second, OTHER)
    assert [(one.resolution.number, one.closed.number) for one in closings(held)] == [("1", "43"), ("6", "44")]


def test_grounds_and_paragraphs_are_those_of_the_clause():
    held = meeting(
        excluding(
            resolved(
                f"that the public be excluded {ACT}:",
                "for Minute 43 by paragraph 3;",
                "for Minute 44 by paragraph 1 because it names a person.",
            )
        ),
        SECRET,
        OTHER,
    )
    assert [(one.paragraphs, one.grounds, one.evidence[:13]) for one in closings(held)] == [
        ((3,), "", "for Minute 43"),
        ((1,), "it names a person", "for Minute 44"),
    ]


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        (ACT, ("Local Government Act 1972", "100A(4)", "", ())),
        ("under Sections 100(A)(4) of the Local Government Act 1972, Paragraph 3 of Schedule 12A", ("Local Government Act 1972", "100A(4)", "12A", (3,))),
        ("under s. 100A (4) by paragraphs 12 and 14 of Part 4 of Schedule 12A", ("", "100A(4)", "12A", (12, 14))),
        ("under Section 1(2) of the Public Bodies (Admission to Meetings) Act 1960", ("Public Bodies (Admission to Meetings) Act 1960", "1(2)", "", ())),
    ],
)  # fmt: skip
def test_the_law_is_read_as_printed(law, expected):
    (one,) = closings(meeting(excluding(resolved(f"that the public be excluded {law} for Minute 43.")), SECRET))
    assert (one.act, one.section, one.schedule, one.paragraphs) == expected


def test_a_resolution_that_breaks_off_is_read_to_its_end():
    broken = resolved(f"that the public be excluded {ACT} for Minute 43 because it shows what the")
    (one,) = closings(meeting(excluding(broken, Paragraph("Council would pay, by Schedule 12A.")), SECRET))
    assert (one.grounds, one.schedule) == ("it shows what the Council would pay, by Schedule 12A", "12A")


@pytest.mark.parametrize(
    "after",
    [
        "that dogs be excluded from public gardens",
        "that the public be excluded from the lake",
        "that the report on excluded children be made public",
        "to exclude public holidays from the period",
    ],
)
def test_what_excludes_nobody_from_a_meeting(after):
    assert not is_exclusion(resolved(after))


def test_rows_of_the_table():
    (row,) = [row.values for row in rows(Gathered(FULL))]
    assert {name: unmarked(value) for name, value in row.items()} == {
        "exclusion_id": "cabinet/2025-12-16/44/exclusion",
        "item_id": "cabinet/2025-12-16/44",
        "position": 1,
        "excluded_item_id": "cabinet/2025-12-16/46",
        "act": "Local Government Act 1972",
        "section": "100A(4)",
        "schedule": "12A",
        "paragraphs": "3",
        "grounds": None,
        "evidence": "that the public be excluded from minute 46 below under section 100A(4) of the Local Government Act 1972, "
        "by paragraph 3 of Schedule 12A.",
        "source_file": "content/minutes/cabinet/2025-12-16.md",
        "source_line": 2,
    }


def test_a_parish_council_s_law_and_grounds_are_read():
    act = "under Section 1 of the Public Bodies (Admission to Meetings) Act 1960 to exclude the public from the meeting"
    (one,) = closings(meeting(excluding(resolved(f"{act} on the grounds of the confidential nature of the business."))))
    assert (one.act, one.section) == ("Public Bodies (Admission to Meetings) Act 1960", "1")
    assert one.grounds == "the confidential nature of the business"


@pytest.mark.parametrize(
    ("after", "act", "section", "paragraphs", "grounds"),
    [
        (
            "that the public be excluded under Section 100A(4) LGA 1972 as the item contains exempt information as defined in paragraphs 12 and 13 of Part 4 of Schedule 12A.",
            "Local Government Act 1972",
            "100A(4)",
            (12, 13),
            "the item contains exempt information as defined in paragraphs 12 and 13 of Part 4 of Schedule 12A",
        ),
        (
            "in terms of Section 50A(4) of the Local Government (Scotland) Act 1973 to exclude the public from the meeting on the grounds that it involves exempt information under paragraph 8 of Part I of Schedule 7A.",
            "Local Government (Scotland) Act 1973",
            "50A(4)",
            (8,),
            "it involves exempt information under paragraph 8 of Part I of Schedule 7A",
        ),
        (
            "to exclude members of the press and public for the following item due to its confidential nature.",
            "",
            "",
            (),
            "its confidential nature",
        ),
    ],
)
def test_the_law_and_grounds_of_wales_scotland_and_of_no_law(after, act, section, paragraphs, grounds):
    (one, *_) = closings(meeting(excluding(resolved(after)), SECRET))
    assert (one.act, one.section, one.paragraphs, one.grounds) == (act, section, paragraphs, grounds)
