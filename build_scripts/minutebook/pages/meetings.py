"""``meetings/``: all meetings by year and by body; every municipal year on its own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.model import Body
from minutebook.pages.autodiscovery import all_decisions
from minutebook.pages.coming import coming
from minutebook.pages.record import Record, Sitting
from minutebook.pages.templating import page
from minutebook.pages.updated import changed
from minutebook.pages.years import Part, by_month, by_year

LATEST = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table of years and bodies: how often a body met in each year, in the order of the years."""

    body: Body
    counts: tuple[int, ...]


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of meetings and a page for each municipal year."""
    name = record.edition.book.council.name
    newest = record.sittings[::-1]
    held = [sitting for sitting in newest if sitting.meeting.status != "scheduled"]
    years = by_year(newest, lambda sitting: sitting.year)
    yield page(
        "meetings/index.md",
        "meetings.md.j2",
        {
            "title": "Meetings",
            "description": f"Meetings of {name} and its committees, with their minutes, by year and by body.",
            "minutebook": "meetings",
            "updated": record.edition.date.isoformat(),
            "feeds": all_decisions(record),
        },
        years=years,
        lines=tuple(_lines(record, years)),
        coming=coming(record),
        latest=held[:LATEST],
        total=len(held),
    )
    for year in years:
        yield page(
            f"meetings/{year.key}.md",
            "meetings-year.md.j2",
            {
                "title": f"Meetings of {year.name}",
                "description": f"Meetings of {name} and its committees in the municipal year {year.name}.",
                "minutebook": "meetings",
                "updated": changed(record, (sitting.updated for sitting in year.things)),
                "crumbs": [{"title": "Meetings", "href": "meetings/"}],
            },
            year=year,
            months=by_month(year.things, lambda sitting: sitting.meeting.date),
        )


def _lines(record: Record, years: tuple[Part[Sitting], ...]) -> Iterator[Line]:
    for body in record.edition.book.bodies:
        counts = tuple(sum(sitting.body.id == body.id for sitting in year.things) for year in years)
        if any(counts):
            yield Line(body, counts)
