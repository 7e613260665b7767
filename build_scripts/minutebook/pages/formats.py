"""How dates, times, sizes and counts are written, in the manner of GOV.UK's style guide."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(date: dt.date) -> str:
    """``4 November 2025``."""
    return f"{date.day} {month(date)}"


def weekday(date: dt.date) -> str:
    """``Tuesday 4 November 2025``."""
    return f"{_DAYS[date.weekday()]} {day(date)}"


def month(date: dt.date) -> str:
    """``November 2025``."""
    return f"{_MONTHS[date.month - 1]} {date.year}"


def clock(time: dt.time) -> str:
    """``2:00pm``; noon and midnight by name, since nobody agrees which of them is 12:00am."""
    if (time.hour, time.minute) in ((0, 0), (12, 0)):
        return "midday" if time.hour else "midnight"
    return f"{time.hour % 12 or 12}:{time.minute:02d}{'pm' if time.hour >= 12 else 'am'}"


def span(start: dt.time | None, end: dt.time | None) -> str:
    """``2:00pm to 2:30pm``; only the start where the end is not recorded; empty where neither is."""
    if start is None:
        return f"until {clock(end)}" if end else ""
    return f"{clock(start)} to {clock(end)}" if end else clock(start)


def period(start: dt.date | None, end: dt.date | None) -> str:
    """``2 May 2024 to 4 May 2028``, ``from 2 May 2024``, ``until 4 May 2028``; empty where neither is recorded."""
    if start and end:
        return f"{day(start)} to {day(end)}"
    return f"from {day(start)}" if start else f"until {day(end)}" if end else ""


def number(count: int) -> str:
    """``1,204``."""
    return f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """``1 decision``, ``1,204 decisions``; ``many`` where an s does not make it."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def size(count: int) -> str:
    """A number of bytes for a reader: ``318 bytes``, ``412 KB``, ``3.1 MB``; a KB is 1,000 bytes."""
    if count < 1000:
        return counted(count, "byte")
    if count < 999_500:
        return f"{max(round(count / 1000), 1)} KB"
    return f"{count / 1_000_000:.1f} MB"


def share(part: int, whole: int) -> str:
    """A percentage without decimals: ``4%``; ``under 1%`` where rounding would say none."""
    if part and whole and part * 200 < whole:
        return "under 1%"
    return f"{round(100 * part / whole)}%" if whole else "0%"


def pounds(amount: Decimal) -> str:
    """A sum in short, in the manner of newspapers: ``£94,000``, ``£1.42m``, ``£48.2m``, ``£1.2bn``; never rounded to nothing."""
    for unit, name in ((Decimal(10**9), "bn"), (Decimal(10**6), "m")):
        if amount >= unit:
            places = 1 if amount >= 10 * unit else 2
            return f"£{amount / unit:.{places}f}".rstrip("0").rstrip(".") + name
    return f"£{amount:,.2f}".removesuffix(".00")


def listed(words: tuple[str, ...], conjunction: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
