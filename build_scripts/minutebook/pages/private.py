"""``private.md``: every item that was heard in private, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import item_id
from minutebook.pages.links import item_address
from minutebook.pages.minute import Minute, minutes
from minutebook.pages.record import Record, Sitting
from minutebook.pages.templating import page
from minutebook.pages.updated import minutes_changed
from minutebook.pages.years import by_year


@dataclass(frozen=True, slots=True)
class Heard:
    sitting: Sitting
    minute: Minute
    address: str


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The list of private items."""
    council = record.edition.book.council
    heard = [
        Heard(sitting, minute, item_address(item_id(sitting.meeting, minute.item)))
        for sitting in reversed(record.sittings)
        if any(item.section == "private" for item in sitting.meeting.items)
        for minute in minutes(sitting, council.year_starts)
        if minute.private
    ]
    yield page(
        "private.md",
        "private.md.j2",
        {
            "title": "Items heard in private",
            "description": f"Every item from which {council.name} or a committee of it excluded the public, and why.",
            "minutebook": "private",
            "updated": minutes_changed(record),
        },
        years=by_year(heard, lambda each: each.sitting.year),
        total=len(heard),
        items=sum(len(sitting.meeting.items) for sitting in record.sittings),
        published=council.private_items == "publish",
    )
