"""``wards/``: the wards that the register of people names, who has stood for each, and the minutes that name it.

A ward is named by its whole name in the capitals of the register. A name of one word is also that of streets and houses:
it counts where no other word with a capital stands beside it as part of a name, as in "Castle Street" for the ward Castle.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook import identity, text
from minutebook.model import Person, Term
from minutebook.pages import formats
from minutebook.pages.body import surname
from minutebook.pages.record import Asked, Minuted, Record, grouped
from minutebook.pages.templating import page
from minutebook.pages.updated import changed, minutes_changed
from minutebook.pages.years import by_year


@dataclass(frozen=True, slots=True)
class Seat:
    """A councillor's time for a ward. ``when``: from when to when in words, empty where it is not recorded."""

    person: Person
    party: str  # now; empty for former councillors
    when: str
    now: bool


@dataclass(frozen=True, slots=True)
class Report:
    """A report whose front sheet names the ward."""

    title: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class Ward:
    name: str
    seats: tuple[Seat, ...]
    minutes: tuple[Minuted, ...]  # the newest first
    reports: tuple[Report, ...]

    @property
    def address(self) -> str:
        return identity.ward_page(self.name)

    @property
    def days(self) -> tuple[dt.date | None, ...]:
        """When the minutes and reports that name it last changed."""
        return (*(one.updated for one in self.minutes), *(report.asked.updated for report in self.reports))

    @property
    def now(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.now)

    @property
    def before(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if not seat.now)


def wards(record: Record) -> tuple[Ward, ...]:
    """Every ward of the register of people, from A to Z; of names that differ in their marks alone, the first."""
    seats = _seats(record)
    patterns = {ward: _pattern(ward) for ward in seats}
    named = _named(record, patterns)
    reports = tuple(_reports(record))
    return tuple(
        Ward(
            name=ward,
            seats=tuple(seats[ward]),
            minutes=tuple(named[ward]),
            reports=tuple(report for words, report in reports if patterns[ward].search(words)),
        )
        for ward in sorted(seats)
    )


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of wards and a page for each."""
    found, name = wards(record), record.edition.book.council.name
    yield page(
        "wards/index.md",
        "wards.md.j2",
        {
            "title": "Wards",
            "description": f"The wards of {name}: their councillors, and the minutes that name them.",
            "minutebook": "wards",
            "updated": minutes_changed(record),
        },
        wards=found,
    )
    for ward in found:
        yield page(
            f"{ward.address.removesuffix('/')}.md",
            "ward.md.j2",
            {
                "title": ward.name,
                "description": f"The ward of {ward.name}: its councillors, and the minutes that name it.",
                "minutebook": "wards",
                "updated": changed(record, ward.days),
                "crumbs": [{"title": "Wards", "href": "wards/"}],
            },
            ward=ward,
            years=by_year(ward.minutes, lambda one: one.sitting.year),
        )


def _seats(record: Record) -> Mapping[str, list[Seat]]:
    """Who stood for each ward, by name; one ward for all spellings that have one address."""
    terms = [(person, term) for person in record.edition.book.people for term in person.terms if term.ward]
    first = {identity.slug(term.ward): term.ward for _, term in reversed(terms)}
    ordered = sorted(terms, key=lambda seat: surname(seat[0]))
    return grouped(
        (_seat(person, term, record) for person, term in ordered),
        (first[identity.slug(term.ward)] for _, term in ordered),
    )


def _seat(person: Person, term: Term, record: Record) -> Seat:
    day = record.edition.date
    now = not (term.end and term.end < day) and not (term.start and term.start > day)
    parties = [each.party for each in person.terms if each.party and not (each.end and each.end < day)]
    return Seat(person, formats.listed(tuple(parties)) if now else "", formats.period(term.start, term.end), now)


def _pattern(ward: str) -> re.Pattern[str]:
    whole = rf"(?<!\w){re.escape(ward)}(?!\w)"
    return re.compile(whole if " " in ward else rf"(?<![A-Z]\w\s)(?<!-){whole}(?!-)(?!\s+(?!Ward\b)[A-Z])")


def _named(record: Record, patterns: Mapping[str, re.Pattern[str]]) -> Mapping[str, list[Minuted]]:
    """The minutes that name each ward, the newest first. To look for the plain name first is many times quicker."""
    found: dict[str, list[Minuted]] = {ward: [] for ward in patterns}
    newest = sorted(record.minuted.values(), key=lambda one: one.date, reverse=True)
    for one in newest if patterns else ():
        words = f"{one.item.title}\n{text.item_text(one.item)}"
        for ward, pattern in patterns.items():
            if ward in words and pattern.search(words):
                found[ward].append(one)
    return found


def _reports(record: Record) -> Iterator[tuple[str, Report]]:
    """What front sheets say of wards, and the report, the newest first."""
    for row in reversed(record.edition.tables.get("reports", ())):
        asked = record.asked.get(str(row.values["agenda_item_id"] or ""))
        if asked and row.values["wards"]:
            yield str(row.values["wards"]), Report(str(row.values["title"]), asked)
