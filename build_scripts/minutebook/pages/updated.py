"""When what a page shows last changed, for the sitemap: the newest day that the record has for any of it, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from minutebook.model import Term
from minutebook.pages.record import Record


def changed(record: Record, days: Iterable[dt.date | None]) -> str:
    """The newest of some days that the edition has reached, ``2025-11-12``; empty where there is none."""
    return max((day.isoformat() for day in days if day and day <= record.edition.date), default="")


def minutes_changed(record: Record) -> str:
    """When any minutes last changed: for lists that count meetings."""
    return changed(record, (sitting.updated for sitting in record.sittings))


def terms(found: Iterable[Term]) -> Iterator[dt.date | None]:
    """The days on which people began and ended to be something."""
    for term in found:
        yield from (term.start, term.end)
