"""Dates and times as English minutes print them. Strict: what is not wholly a date or time is none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importers import spoken_times
from minutebook.reading.fields import YEARS

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in _MONTHS).replace(
    "sep(?:tember)?", "sept?(?:ember)?"
)
_DAY_NAME = rf"(?:(?P<weekday>{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in _DAYS)})\b,?\s*(?:the\s+)?)?"
_DAY_FIRST = (
    rf"(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s+(?P<month>{_MONTH})\b\.?,?\s+(?P<year>\d{{4}})\b"
)
_MONTH_FIRST = rf"(?P<month2>{_MONTH})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})\b"
_NUMBERS = r"(?P<day3>\d{1,2})(?P<mark>[/.])(?P<month3>\d{1,2})(?P=mark)(?P<year3>\d{4}|\d{2})\b"
_ISO = r"(?P<year4>\d{4})-(?P<month4>\d{2})-(?P<day4>\d{2})\b"
_DATE = re.compile(rf"\b{_DAY_NAME}(?<!\d)(?:{_DAY_FIRST}|{_MONTH_FIRST}|{_ISO}|{_NUMBERS})", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?P<word>(?:12(?:[.:]00)?\s*)?(?:noon|midday|midnight))\b"
    r"|(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?<![\d./])(?P<hour24>[01]?\d|2[0-3])[.:](?P<minute24>[0-5]\d)(?![\d/:-]|\.\d)(?:\s*(?:hours|hrs)\b)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    date: dt.date
    weekday: str  # as printed; empty where none is
    start: int
    end: int

    @property
    def weekday_is_wrong(self) -> bool:
        return bool(self.weekday) and not _DAYS[self.date.weekday()].startswith(self.weekday[:3].lower())


@dataclass(frozen=True, slots=True)
class PrintedTime:
    time: dt.time
    start: int
    end: int
    sure: bool  # whether morning or afternoon is printed, or the hour leaves no doubt


def dates_in(text: str) -> Iterator[PrintedDate]:
    """Every full date in a text, in order; a day that no calendar has is none, nor is one of a year without councils' records."""
    for found in _DATE.finditer(text):
        date = _date(found)
        if date and date.year in YEARS:
            yield PrintedDate(date, found["weekday"] or "", found.start(), found.end())


def _date(found: re.Match[str]) -> dt.date | None:
    day = found["day"] or found["day2"] or found["day3"] or found["day4"]
    year = int(found["year"] or found["year2"] or found["year3"] or found["year4"])
    month_name = found["month"] or found["month2"]
    month = _month(month_name) if month_name else int(found["month3"] or found["month4"])
    try:
        return dt.date(year + 2000 if year < 100 else year, month, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def times_in(text: str) -> Iterator[PrintedTime]:
    """Every time of day in a text, in order: "2.00 pm", "18:30", "12 noon", "half past seven in the evening"."""
    spoken = list(spoken_times.spoken_in(text))
    printed = [PrintedTime(said.time, said.start, said.end, said.sure) for said in spoken]
    for found in _TIME.finditer(text):
        made = _time(found)
        if made and not any(said.start < found.end() and found.start() < said.end for said in spoken):
            sure = not found["hour24"] or not 1 <= int(found["hour24"]) <= 12
            printed.append(PrintedTime(made, found.start(), found.end(), sure))
    yield from sorted(printed, key=lambda time: time.start)


def _time(found: re.Match[str]) -> dt.time | None:
    if found["word"]:
        return dt.time(0 if found["word"].lower().endswith("midnight") else 12)
    if found["hour24"]:
        return dt.time(int(found["hour24"]), int(found["minute24"]))
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return dt.time(hour, int(found["minute"] or 0)) if 13 <= hour <= 23 else None
    afternoon = found["half"][0].lower() == "p"
    return dt.time(hour % 12 + 12 * afternoon, int(found["minute"] or 0))
