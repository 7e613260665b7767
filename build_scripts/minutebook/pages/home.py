"""``index.md``: what was decided last, who met and meets next, and figures that each lead to the list they count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.exclusions import is_exclusion
from minutebook.pages import downloads, formats, links
from minutebook.pages.autodiscovery import all_decisions
from minutebook.pages.coming import coming
from minutebook.pages.record import Record, Sitting
from minutebook.pages.templating import page

LATEST = 8
MEETINGS = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the address of the list that it counts."""

    number: str
    label: str
    address: str


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The home page."""
    council = record.edition.book.council
    held = [sitting for sitting in record.sittings if sitting.meeting.status in ("draft", "approved")]
    told = f"Every decision of {council.name} and its committees{_since(held)}, minute by minute, to read, link to and reuse"
    yield page(
        "index.md",
        "home.md.j2",
        {
            "title": "What the council decided",
            "description": f"{told}.",
            "minutebook": "home",
            "updated": record.edition.date.isoformat(),
            "feeds": all_decisions(record),
        },
        told=told,
        figures=tuple(_figures(record, held)),
        latest=[one for one in record.resolutions if not is_exclusion(one.decision)][:LATEST],
        recent=held[: -MEETINGS - 1 : -1],
        coming=coming(record)[:MEETINGS],
        everything=downloads.shortlist(downloads.everything(record.edition)),
        tables=downloads.shortlist(downloads.of_table(record.edition, "decisions")),
        council=council,
    )


def _since(held: list[Sitting]) -> str:
    first: dt.date | None = min((sitting.meeting.date for sitting in held), default=None)
    return f" since {formats.month(first)}" if first else ""


def _figures(record: Record, held: list[Sitting]) -> Iterator[Figure]:
    decided = len(record.resolutions)
    yield Figure(formats.number(decided), "decision recorded" if decided == 1 else "decisions recorded", "decisions/")
    approved = sum(sitting.meeting.status == "approved" for sitting in held)
    told = f"{'meeting' if len(held) == 1 else 'meetings'}, {formats.number(approved)} with approved minutes"
    yield Figure(formats.number(len(held)), told, "meetings/")
    items = [item for sitting in held for item in sitting.meeting.items]
    private = sum(item.section == "private" for item in items)
    yield Figure(
        formats.share(private, len(items)),
        f"of items heard in private, {formats.number(private)} in all",
        links.PRIVATE,
    )
    bodies = len({sitting.body.id for sitting in held})
    yield Figure(formats.number(bodies), "body that has met" if bodies == 1 else "bodies that have met", "bodies/")
