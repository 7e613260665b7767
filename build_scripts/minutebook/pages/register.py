"""``registers/``: a page for each register of the contract; a long one is split by municipal year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.pages import downloads
from minutebook.pages.explaining import brief, explained
from minutebook.pages.record import Record
from minutebook.pages.register_lines import Line, Register, registers
from minutebook.pages.templating import page
from minutebook.pages.updated import changed
from minutebook.pages.years import Part, by_year

SPLIT = 60
"""A register with more rows than this has a page for each municipal year; the newest stands at its own address."""


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of registers, a page for each, and for long ones a page for each year."""
    name = record.edition.book.council.name
    found = registers(record)
    yield page(
        "registers/index.md",
        "registers.md.j2",
        {
            "title": "Registers",
            "description": f"Facts from the minutes of {name}, each kind in one list, with the words they come from.",
            "minutebook": "register",
            "updated": changed(record, (day for register in found for day in _days(record, register.lines))),
        },
        registers=found,
        brief=brief,
    )
    for register in found:
        years = by_year(register.lines, lambda line: line.year) if len(register.lines) > SPLIT else ()
        if len(years) < 2:
            yield _page(record, register, Part("", "", register.lines), ())
        for year in years if len(years) > 1 else ():
            yield _page(record, register, year, years)


@dataclass(frozen=True, slots=True)
class Group:
    """A table of a register's page. ``key`` is its anchor, ``told`` what its entries have in common, empty for all;
    ``shown`` has the places of those of the register's columns that are not empty in all of them.
    """

    key: str
    told: str
    lines: tuple[Line, ...]

    @property
    def quoted(self) -> bool:
        """Whether any of them has words that its cells do not say already."""
        return any(line.evidence for line in self.lines)

    @property
    def shown(self) -> tuple[int, ...]:
        places = range(len(self.lines[0].cells))
        return tuple(place for place in places if any(line.cells[place].text for line in self.lines))


def _days(record: Record, lines: tuple[Line, ...]) -> Iterator[dt.date | None]:
    """When what a register's entries are read from last changed, or anything was withdrawn that may have had entries."""
    yield from (line.updated for line in lines)
    yield from (gone.date for gone in record.edition.book.withdrawals)


def _groups(register: Register, lines: tuple[Line, ...]) -> tuple[Group, ...]:
    """All entries in one table; of what waits for answers, first those still open, then the others."""
    if not register.answerable:
        return (Group("entries", "", lines),) if lines else ()
    waiting = tuple(line for line in lines if line.is_open)
    answered = tuple(line for line in lines if not line.is_open)
    groups = (Group("open", "still open", waiting), Group("answered", "answered", answered))
    return tuple(group for group in groups if group.lines)


def _page(record: Record, register: Register, shown: Part[Line], years: tuple[Part[Line], ...]) -> tuple[str, str]:
    schema, newest = register.schema, not years or shown is years[0]
    crumbs = [{"title": "Registers", "href": "registers/"}]
    return page(
        f"registers/{schema.name}.md" if newest else f"registers/{schema.name}/{shown.key}.md",
        "register.md.j2",
        {
            "title": schema.title if newest else f"{schema.title}, {shown.name}",
            "description": schema.description.partition(". ")[0].rstrip(".") + ".",
            "minutebook": "register",
            "updated": changed(record, _days(record, shown.things)),
            "crumbs": crumbs if newest else [*crumbs, {"title": schema.title, "href": register.address}],
            "feeds": [{"title": schema.title, "href": register.feed}],
        },
        register=register,
        about=explained(register.schema.description),
        shown=shown,
        groups=_groups(register, shown.things),
        years=years,
        files=downloads.of_table(record.edition, schema.name),
    )
