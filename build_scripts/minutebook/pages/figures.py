"""``figures.md``: the record in charts, each with its numbers in a table and what it does not count."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.pages import tallies
from minutebook.pages.charts import drawn
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.pages.year import year_address


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The page of charts."""
    charts = (
        tallies.decisions(record),
        tallies.sums(record),
        tallies.attendance(record),
        tallies.private(record),
        tallies.answers(record),
    )
    name = record.edition.book.council.name
    yield page(
        "figures.md",
        "figures.md.j2",
        {
            "title": "Figures",
            "description": f"What {name} and its committees decided, in charts and tables: decisions, sums, attendance.",
            "minutebook": "figures",
            "updated": record.edition.date.isoformat(),
        },
        charts_shown=[(chart, drawn(chart)) for chart in charts if chart.groups],
        running=tallies.running(record),
        years=[{"name": year, "address": year_address(year)} for year in tallies.years(record)],
    )
