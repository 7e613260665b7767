"""``decisions/``: all decisions, the newest first; the latest ones on the index, every municipal year on its own page."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.pages.autodiscovery import all_decisions
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.pages.updated import changed
from minutebook.pages.years import by_month, by_year

LATEST = 25


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of decisions and a page for each municipal year."""
    name = record.edition.book.council.name
    years = by_year(record.resolutions, lambda one: one.sitting.year)
    yield page(
        "decisions/index.md",
        "decisions.md.j2",
        {
            "title": "Decisions",
            "description": f"Decisions of {name} and its committees, newest first.",
            "minutebook": "decisions",
            "updated": record.edition.date.isoformat(),
            "feeds": all_decisions(record),
        },
        years=years,
        latest=record.resolutions[:LATEST],
        total=len(record.resolutions),
    )
    for year in years:
        yield page(
            f"decisions/{year.key}.md",
            "decisions-year.md.j2",
            {
                "title": f"Decisions of {year.name}",
                "description": f"Every decision of {name} and its committees in the municipal year {year.name}.",
                "minutebook": "decisions",
                "updated": changed(record, (one.sitting.updated for one in year.things)),
                "feeds": all_decisions(record),
                "crumbs": [{"title": "Decisions", "href": "decisions/"}],
            },
            year=year,
            months=by_month(year.things, lambda one: one.sitting.meeting.date),
        )
