"""``index.md``: what was decided last, who met and meets next, and figures that each lead to the list they count."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from minutebook.exclusions import is_exclusion
from minutebook.pages import downloads, formats, links, spending, tallies
from minutebook.pages.autodiscovery import all_decisions
from minutebook.pages.charts import Bar, Chart, Spark, spark
from minutebook.pages.coming import coming
from minutebook.pages.record import Record, Sitting
from minutebook.pages.templating import page
from minutebook.pages.year import year_address

LATEST = 8
MEETINGS = 6
MONTHS = 12
FEW = 3
"""A small chart by month needs this many months with a meeting."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, the address of the list that it counts, and a small chart of how it came about."""

    number: str
    label: str
    address: str
    spark: Spark | None = None


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The home page."""
    council = record.edition.book.council
    held = [sitting for sitting in record.sittings if sitting.meeting.status in ("draft", "approved")]
    told = f"Every decision of {{}} and its committees{_since(held)}, minute by minute, to search, link to and reuse."
    yield page(
        "index.md",
        "home.md.j2",
        {
            "title": "What the council decided",
            "description": told.format(council.name),
            "minutebook": "home",
            "updated": record.edition.date.isoformat(),
            "feeds": all_decisions(record),
        },
        told=told.format("the council"),
        figures=tuple(_figures(record, held)),
        latest=[one for one in record.resolutions if not is_exclusion(one.decision)][:LATEST],
        recent=held[: -MEETINGS - 1 : -1],
        coming=coming(record)[:MEETINGS],
        everything=downloads.shortlist(downloads.everything(record.edition)),
        tables=downloads.shortlist(downloads.of_table(record.edition, "decisions")),
        council=council,
        wards=any(term.ward for person in record.edition.book.people for term in person.terms),
    )


def _since(held: list[Sitting]) -> str:
    first: dt.date | None = min((sitting.meeting.date for sitting in held), default=None)
    return f" since {formats.month(first)}" if first else ""


def _figures(record: Record, held: list[Sitting]) -> Iterator[Figure]:
    decided = len(record.resolutions)
    yield Figure(
        formats.number(decided),
        "decision recorded" if decided == 1 else "decisions recorded",
        "decisions/",
        _over_time("Decisions", record, held, lambda sitting: sitting.decisions),
    )
    approved = sum(sitting.meeting.status == "approved" for sitting in held)
    told = f"{'meeting' if len(held) == 1 else 'meetings'}, {formats.number(approved) if approved else 'none'} with approved minutes"
    yield Figure(formats.number(len(held)), told, "meetings/", _over_time("Meetings", record, held, lambda _: 1))
    items = [item for sitting in held for item in sitting.meeting.items]
    private = sum(item.section == "private" for item in items)
    yield Figure(
        formats.share(private, len(items)),
        f"of items heard in private, {formats.number(private)} in all",
        links.PRIVATE,
        _chart_by_year(tallies.private(record), tallies.running(record)),
    )
    yield _spent(record) or _bodies(held)


def _spent(record: Record) -> Figure | None:
    """The sum approved in the last whole municipal year, or in the only one; None where no sum was."""
    years, running = tallies.years(record), tallies.running(record)
    year = next((one for one in years if one != running), running)
    sums = tuple(one for one in spending.approved(record) if one.year == year)
    if not sums:
        return None
    told = f"approved in {year}, in {formats.counted(spending.decisions(sums), 'decision')}"
    return Figure(
        formats.pounds(spending.total(sums)),
        told,
        f"{year_address(year)}#sums",
        _chart_by_year(tallies.sums(record), running),
    )


def _bodies(held: list[Sitting]) -> Figure:
    bodies = len({sitting.body.id for sitting in held})
    return Figure(formats.number(bodies), "body that has met" if bodies == 1 else "bodies that have met", "bodies/")


def _over_time(what: str, record: Record, held: list[Sitting], count: Callable[[Sitting], int]) -> Spark | None:
    """By month, the twelve up to the last meeting; by municipal year where hardly any of those months had one."""
    if not held:
        return None
    last = max(sitting.meeting.date for sitting in held)
    months = [divmod(last.year * 12 + last.month - 1 - back, 12) for back in reversed(range(MONTHS))]
    names = {(year, month + 1): formats.month(dt.date(year, month + 1, 1)) for year, month in months}
    by_month, by_year = Counter[tuple[int, int]](), Counter[str]()
    for sitting in held:
        by_month[sitting.meeting.date.year, sitting.meeting.date.month] += count(sitting)
        by_year[sitting.year] += count(sitting)
    if sum(month in by_month for month in names) < FEW:
        years = tuple(Bar(year, by_year[year], formats.number(by_year[year])) for year in tallies.years(record))
        return _by_year(what, what.lower(), years, tallies.running(record))
    bars = tuple(Bar(name, by_month[month], formats.number(by_month[month])) for month, name in names.items())
    return spark(what.lower(), f"{what} by month", f"by month since {bars[0].name}", bars)


def _chart_by_year(chart: Chart, running: str) -> Spark | None:
    return _by_year(chart.title, chart.key, chart.groups[0].bars if chart.groups else (), running)


def _by_year(what: str, key: str, newest: tuple[Bar, ...], running: str) -> Spark | None:
    """Bars of years, which come the newest first, as columns the earliest first."""
    bars = newest[:MONTHS][::-1]
    so_far = " so far" if bars and bars[-1].name == running else ""
    caption = f"by municipal year, {bars[0].name} to {bars[-1].name}{so_far}" if bars else ""
    return spark(key, f"{what} by municipal year", caption, bars)
