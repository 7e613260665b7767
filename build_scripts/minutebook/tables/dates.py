"""The exact grammar of dates as sentences of minutes print them: "30 September", "Thursday, 11 July, 2024", "3 and 10 March".

A date in figures is day, month and a year of four figures, as in "04/11/2025" and "4.11.2025".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_WEEKDAY = rf"(?:(?:{'|'.join(calendar.day_name)}),? (?:the )?)?"
_DATE = re.compile(
    rf"{_WEEKDAY}(?P<figures>\d{{1,2}}(?P<mark>[/.])(?:0?[1-9]|1[0-2])(?P=mark)\d{{4}})(?!\d|[/.]\d)"
    rf"|{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:(?: of)? (?P<month>{'|'.join(_MONTHS)})(?:,? (?P<year>\d{{4}})(?!\d))?)?(?![\d:.]\d|\w)",
    re.IGNORECASE,
)
_JOIN = re.compile(r",? and |, | & ")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date as printed; None where the print leaves month or year to be understood."""

    day: int
    month: int | None
    year: int | None


def read(text: str, before: dt.date) -> tuple[tuple[dt.date, ...], int]:
    """The dates that a text begins with, and how many characters they take.

    A month or year that only the last of several dates prints holds for those before it. Where no year is printed, the
    last such day before ``before`` is meant. A day that is in no calendar is left out.
    """
    printed, end = _list(text)
    month, year, dates = None, None, []
    for one in reversed(printed):
        month, year = one.month or month, one.year or year
        date = _date(one.day, month, year, before) if month else None
        if date:
            dates.append(date)
    return tuple(reversed(dates)), end


def _list(text: str) -> tuple[list[_Printed], int]:
    printed: list[_Printed] = []
    match = _DATE.match(text)
    end = 0
    while match:
        end = match.end()
        printed.append(_printed(match))
        join = _JOIN.match(text, end)
        match = _DATE.match(text, join.end()) if join else None
    return printed, end


def _printed(match: re.Match[str]) -> _Printed:
    if match["figures"]:
        day, month, year = map(int, match["figures"].split(match["mark"]))
        return _Printed(day, month, year)
    named, year_printed = match["month"], match["year"]
    return _Printed(
        int(match["day"]), _MONTHS[named.lower()] if named else None, int(year_printed) if year_printed else None
    )


def _date(day: int, month: int, year: int | None, before: dt.date) -> dt.date | None:
    """The date, or the last such day before another where the year is not printed; None for 30 February."""
    years = [year] if year else range(before.year, max(before.year - 9, 0), -1)
    for candidate in years:
        if 1 <= day <= calendar.monthrange(candidate, month)[1]:
            date = dt.date(candidate, month, day)
            if year or date < before:
                return date
    return None
