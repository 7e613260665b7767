"""``years/``: a municipal year at a glance: who met, what was decided, what was approved, and where it is all listed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook import identity
from minutebook.contract import Schema
from minutebook.model import Body
from minutebook.pages import formats, links, spending, tallies
from minutebook.pages.record import Record, Sitting
from minutebook.pages.register import SPLIT
from minutebook.pages.register_lines import has_page
from minutebook.pages.spending import Approved
from minutebook.pages.templating import page
from minutebook.pages.updated import changed, minutes_changed


@dataclass(frozen=True, slots=True)
class Line:
    """A body in a year."""

    body: Body
    meetings: int
    decisions: int
    private: int
    present: str  # "84%"; empty where its minutes do not say


@dataclass(frozen=True, slots=True)
class Listed:
    """A register with its entries of a year, and the address of the page that has them."""

    title: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Year:
    name: str
    lines: tuple[Line, ...]
    registers: tuple[Listed, ...]
    sums: tuple[Approved, ...]

    @property
    def key(self) -> str:
        return links.year_key(self.name)

    @property
    def address(self) -> str:
        return year_address(self.name)

    @property
    def meetings(self) -> int:
        return sum(line.meetings for line in self.lines)

    @property
    def decisions(self) -> int:
        return sum(line.decisions for line in self.lines)

    @property
    def private(self) -> int:
        return sum(line.private for line in self.lines)

    @property
    def approved(self) -> str:
        """``£1.42m``; empty where no sum was approved."""
        return formats.pounds(spending.total(self.sums)) if self.sums else ""

    @property
    def approving(self) -> int:
        return spending.decisions(self.sums)


def year_address(year: str) -> str:
    """``years/2025-26/``."""
    return f"years/{links.year_key(year)}/"


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The list of years and a page for each."""
    found, name = _years(record), record.edition.book.council.name
    yield page(
        "years/index.md",
        "years.md.j2",
        {
            "title": "Years",
            "description": f"The municipal years of {name}: meetings, decisions and sums approved.",
            "minutebook": "year",
            "updated": minutes_changed(record),
        },
        years=found,
    )
    for year in found:
        yield page(
            f"years/{year.key}.md",
            "year.md.j2",
            {
                "title": f"The municipal year {year.name}",
                "description": f"What {name} and its committees decided in the municipal year {year.name}.",
                "minutebook": "year",
                "updated": changed(record, _days(record, year.name)),
                "crumbs": [{"title": "Years", "href": "years/"}],
            },
            year=year,
            running=year.name == tallies.running(record),
        )


def _years(record: Record) -> tuple[Year, ...]:
    """Every year with meetings, the newest first."""
    registers, sums = _registers(record), spending.approved(record)
    return tuple(
        Year(
            name=year,
            lines=tuple(_lines(record, [sitting for sitting in tallies.held(record) if sitting.year == year])),
            registers=tuple(registers.get(year, ())),
            sums=tuple(one for one in sums if one.year == year),
        )
        for year in tallies.years(record)
    )


def _days(record: Record, year: str) -> Iterator[dt.date | None]:
    """When the minutes of a year last changed, and when what stands in agendas of that year became public."""
    yield from (sitting.updated for sitting in record.sittings if sitting.year == year)
    first_month = record.edition.book.council.year_starts
    asked = record.asked.values()
    yield from (one.updated for one in asked if identity.municipal_year(one.date, first_month) == year)


def _lines(record: Record, sittings: list[Sitting]) -> Iterator[Line]:
    for body in record.edition.book.bodies:
        own = [sitting for sitting in sittings if sitting.body.id == body.id]
        members = [line for sitting in own for line in sitting.attendance if tallies.is_member(record, line)]
        if own:
            yield Line(
                body=body,
                meetings=len(own),
                decisions=sum(sitting.decisions for sitting in own),
                private=sum(item.section == "private" for sitting in own for item in sitting.meeting.items),
                present=formats.share(sum(line.present for line in members), len(members)) if members else "",
            )


def _registers(record: Record) -> dict[str, list[Listed]]:
    """The registers that have entries of each year, by the year's name."""
    found: dict[str, list[Listed]] = {}
    for schema in filter(has_page, record.edition.contract.schemas.values()):
        counts = _counts(record, schema)
        newest, split = max(counts, default=""), sum(counts.values()) > SPLIT and len(counts) > 1
        for year, count in counts.items():
            own = split and year != newest
            address = identity.register_page(schema.name) + (f"{links.year_key(year)}/" if own else "")
            found.setdefault(year, []).append(Listed(schema.title, count, address))
    return found


def _counts(record: Record, schema: Schema) -> Counter[str]:
    """How many rows of a register fall into each year."""
    first_month = record.edition.book.council.year_starts
    places = (
        record.minuted.get(str(row.values.get("item_id") or ""))
        or record.asked.get(str(row.values.get("agenda_item_id") or ""))
        for row in record.edition.tables.get(schema.name, ())
    )
    return Counter(identity.municipal_year(place.date, first_month) for place in places if place)
