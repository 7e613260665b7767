"""How dates, times, sizes and counts are written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from minutebook.pages import formats


def test_dates():
    assert formats.weekday(dt.date(2025, 11, 4)) == "Tuesday 4 November 2025"
    assert formats.day(dt.date(2025, 11, 4)) == "4 November 2025"


@pytest.mark.parametrize(
    ("time", "written"),
    [
        ((14, 0), "2:00pm"),
        ((9, 5), "9:05am"),
        ((12, 0), "midday"),
        ((0, 0), "midnight"),
        ((12, 30), "12:30pm"),
        ((0, 30), "12:30am"),
    ],
)
def test_times(time, written):
    assert formats.clock(dt.time(*time)) == written


def test_spans():
    two, three = dt.time(14), dt.time(15, 30)
    assert formats.span(two, three) == "2:00pm to 3:30pm"
    assert formats.span(two, None) == "2:00pm"
    assert formats.span(None, three) == "until 3:30pm"
    assert formats.span(None, None) == ""


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (1, "1 byte"),
        (318, "318 bytes"),
        (1000, "1 KB"),
        (411_600, "412 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (3_140_000, "3.1 MB"),
    ],
)
def test_sizes(count, written):
    assert formats.size(count) == written


def test_counts():
    assert formats.counted(1, "decision") == "1 decision"
    assert formats.counted(1204, "decision") == "1,204 decisions"
    assert formats.counted(0, "body", "bodies") == "0 bodies"


def test_shares():
    assert formats.share(1, 25) == "4%"
    assert formats.share(1, 1000) == "under 1%"
    assert formats.share(0, 0) == "0%"


def test_lists_of_words():
    assert formats.listed(()) == ""
    assert formats.listed(("a",)) == "a"
    assert formats.listed(("a", "b", "c")) == "a, b and c"
    assert formats.listed(("a", "b"), "or") == "a or b"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "£0"),
        ("94000", "£94,000"),
        ("12.50", "£12.50"),
        ("1420000", "£1.42m"),
        ("20000000", "£20m"),
        ("48160000", "£48.2m"),
        ("1200000000", "£1.2bn"),
    ],
)
def test_sums_in_short(amount, written):
    assert formats.pounds(Decimal(amount)) == written


def test_periods():
    start, end = dt.date(2024, 5, 2), dt.date(2028, 5, 4)
    assert formats.period(start, end) == "2 May 2024 to 4 May 2028"
    assert formats.period(start, None) == "from 2 May 2024"
    assert formats.period(None, end) == "until 4 May 2028"
    assert formats.period(None, None) == ""
