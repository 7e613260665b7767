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


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("04/11/2025 were agreed", (dt.date(2025, 11, 4),)),  # the day stands first
        ("4.11.2025.", (dt.date(2025, 11, 4),)),
        ("Tuesday 04/11/2025", (dt.date(2025, 11, 4),)),
        ("3/11/2025 and 10/11/2025", (dt.date(2025, 11, 3), dt.date(2025, 11, 10))),
        ("31/02/2025", ()),
        ("04/13/2025", ()),
        ("4/11/25", ()),
        ("4/11.2025", ()),
        ("04/11/20256", ()),
        ("4.11.2025.3", ()),
    ],
)
def test_a_date_in_figures_is_day_month_and_a_whole_year(text, dates):
    assert read(text, dt.date(2026, 1, 1))[0] == dates
