"""Which resolution put an item in private, and on which grounds: read exactly, or not at all."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.exclusions import exclusion, is_exclusion
from minutebook.model import Decision, Entry, Item, Meeting

ACT = "under section 100A(4) of the Local Government Act 1972"


def decision(after, *clauses):
    return Decision("", "RESOLVED", f" {after}", tuple(Entry(f"{n})", text) for n, text in enumerate(clauses, 1)))


def meeting(*decisions, private=("43", "44")):
    items = [Item(str(n), f"Item {n}", blocks=(found,)) for n, found in enumerate(decisions, 1)]
    return Meeting(
        "b", dt.date(2025, 11, 4), items=(*items, *(Item(number, "Secret", "private") for number in private))
    )


def grounds(held, number):
    found = exclusion(held, next(item for item in held.items if item.number == number and item.section == "private"))
    return (found.item.number, found.position, found.paragraphs) if found else None


@pytest.mark.parametrize(
    ("printed", "paragraphs"),
    [
        ("Minute 43 below on the grounds in Paragraph 3 of Schedule 12A", (3,)),
        ("Minutes 43 and 44 as defined in paragraphs 1 and 2 of Part 1 of Schedule 12A", (1, 2)),
        ("minutes 42 (Bridge) and 43 (Baths), by paragraphs 1 to 3 of Schedule 12A", (1, 2, 3)),
        ("item 43, exempt by paragraph (5) of Schedule 12A", (5,)),
        ("Minutes 40 to 44, exempt by paragraphs 1, 3 and 7", (1, 3, 7)),
        ("Minute 43", ()),
        ("Minute 43 by paragraph 9 of the constitution", ()),
    ],
)
def test_the_resolution_that_names_the_minute(printed, paragraphs):
    other = decision(f"that the public be excluded {ACT} from Minute 50 by paragraph 4.")
    held = meeting(other, decision(f"that the press and public be excluded {ACT} from {printed}."))
    assert grounds(held, "43") == ("2", 1, paragraphs)


def test_grounds_by_clause():
    held = meeting(
        decision(
            f"that the public be excluded {ACT}:", "for Minute 43 by paragraph 3;", "for Minute 44 by paragraph 1."
        )
    )
    assert grounds(held, "43") == ("1", 1, (3,))
    assert grounds(held, "44") == ("1", 1, (1,))


def test_the_only_resolution_needs_no_number():
    held = meeting(decision(f"that the public be excluded {ACT} by paragraph 3 of Schedule 12A."))
    assert grounds(held, "44") == ("1", 1, (3,))


def test_of_two_resolutions_that_name_no_minute_neither_is_chosen():
    one = decision(f"that the public be excluded {ACT} by paragraph 3.")
    assert grounds(meeting(one, one), "43") is None


def test_a_number_is_not_part_of_another():
    one = decision(f"that the public be excluded {ACT} from Minute 143 by paragraph 3.")
    assert (
        grounds(meeting(one, decision(f"that the public be excluded {ACT} from Minute 4 by paragraph 3.")), "43")
        is None
    )


@pytest.mark.parametrize(
    "after",
    [
        "that dogs be excluded from public gardens",
        "that the public be thanked under section 100A",
        "that the report be noted",
    ],
)
def test_other_decisions_exclude_nobody(after):
    assert not is_exclusion(decision(after))


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("minutes 3 to 99999999999", True),
        ("minutes 44 to 99999999999", False),
        ("minutes 3 to " + "9" * 5000, False),  # no number of a minute
        ("minutes ² to 50", False),
    ],
)
def test_numbers_out_of_all_proportion_cost_nothing(printed, named):
    one = decision(f"that the public be excluded {ACT} from {printed}.")
    assert (grounds(meeting(one, one), "43") is not None) == named


def test_a_long_decision_is_read_at_once():
    assert not is_exclusion(decision("public " * 30_000))
    assert not is_exclusion(decision("exclude " * 30_000))
