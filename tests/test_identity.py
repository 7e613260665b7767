"""Ids, addresses, years and citations: what must never move."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.identity import (
    citation,
    clauses,
    item_key,
    meeting_id,
    meeting_page,
    municipal_year,
    slug,
)
from minutebook.model import BULLET, Entry, Item, List, Meeting


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (Item("36", "T"), "36"),
        (Item("36/25", "T"), "36-25"),
        (Item("5(a)", "T"), "5a"),
        (Item("PL/24/017", "T"), "pl-24-017"),
        (Item("", "Children's Services & Café"), "childrens-services-and-cafe"),
        (Item("47", "T", key="47-2"), "47-2"),
        (Item("", "—"), "item"),
    ],
)
def test_an_items_id_comes_from_its_number_or_title_or_is_frozen(item, key):
    assert item_key(item) == key


def test_a_second_meeting_of_a_day_has_an_id_and_page_of_its_own():
    meeting = Meeting("cabinet", dt.date(2025, 11, 4), 2)
    assert meeting_id(meeting) == "cabinet/2025-11-04-2"
    assert meeting_page(meeting) == "meetings/cabinet/2025-11-04-2/"


def test_the_path_of_a_clause_is_made_of_its_labels():
    inner = List((Entry("b)", "x"), Entry(BULLET, "y", (List((Entry("(iv)", "z"),)),))))
    found = [(c.path, c.parent, c.level, c.position) for c in clauses((Entry("6)", "a", (inner,)), Entry("1.2", "b")))]
    assert found == [
        ("6", "", 1, 1),
        ("6.b", "6", 2, 1),
        ("6.2", "6", 2, 2),
        ("6.2.iv", "6.2", 3, 1),
        ("1.2", "", 1, 2),
    ]


@pytest.mark.parametrize(
    ("day", "first", "year"),
    [
        (dt.date(2025, 4, 30), 5, "2024/25"),
        (dt.date(2025, 5, 1), 5, "2025/26"),
        (dt.date(2099, 12, 1), 5, "2099/00"),
        (dt.date(2025, 2, 1), 1, "2025"),
    ],
)
def test_a_municipal_year_begins_with_its_month(day, first, year):
    assert municipal_year(day, first) == year


def test_a_minute_is_cited_by_number_and_year():
    meeting = Meeting("cabinet", dt.date(2026, 2, 3))
    assert citation(Item("37", "T"), meeting, 5) == "37/25"
    assert citation(Item("PL/24/017", "T"), meeting, 5) == "PL/24/017"
    assert citation(Item("", "T"), meeting, 5) == ""


def test_a_slug_is_ascii():
    assert slug("Ŵyl y Fam – £1 a'r plant") == "wyl-y-fam-1-ar-plant"
