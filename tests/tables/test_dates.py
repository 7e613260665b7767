"""Dates as sentences of minutes print them, at the ends of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.tables.dates import read


@pytest.mark.parametrize(
    ("before", "dates"),
    [
        (dt.date(2025, 11, 4), (dt.date(2025, 3, 6),)),
        (dt.date(2025, 3, 6), (dt.date(2024, 3, 6),)),
        (dt.date(1, 11, 4), (dt.date(1, 3, 6),)),
        (dt.date(1, 1, 1), ()),
    ],
)
def test_a_day_without_a_year_is_the_last_before_and_never_before_the_calendar_begins(before, dates):
    assert read("6 March", before) == (dates, len("6 March"))
