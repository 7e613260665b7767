"""``people/<person>.md``: one person, what they are and were, and the meetings at which the minutes name them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutebook import identity
from minutebook.model import Person
from minutebook.pages import formats, links
from minutebook.pages.people import KINDS
from minutebook.pages.record import Presence, Record, Sitting, grouped
from minutebook.pages.said import Kind, Said, said
from minutebook.pages.templating import page
from minutebook.pages.updated import changed, terms
from minutebook.pages.years import Part, by_year

_KIND = {"councillor": "Councillor", "co-opted": "Co-opted member", "officer": "Officer", "other": ""}

SHORT = 8
"""A list longer than this has its earlier years folded."""


@dataclass(frozen=True, slots=True)
class Role:
    """A term as a line: what, where that leads, and from when to when in words."""

    told: str
    address: str  # of the body or the ward; empty where it has no page
    when: str


@dataclass(frozen=True, slots=True)
class Attended:
    sitting: Sitting
    line: Presence


@dataclass(frozen=True, slots=True)
class Year:
    """A municipal year of attendance."""

    part: Part[Attended]

    @property
    def present(self) -> int:
        return sum(attended.line.present for attended in self.part.things)

    @property
    def apologies(self) -> int:
        return self.part.count - self.present


@dataclass(frozen=True, slots=True)
class Facts:
    """A kind of fact about a person: the newest as they are, and those of earlier years folded where they are many."""

    kind: Kind
    shown: tuple[Said, ...]
    folded: tuple[Part[Said], ...]


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every person of the register."""
    attended = [Attended(sitting, line) for sitting in reversed(record.sittings) for line in sitting.attendance]
    of_person = grouped(attended, (each.line.person for each in attended))
    facts = said(record)
    for person in record.edition.book.people:
        own = of_person.get(person.id, [])
        full = f"{person.title} {person.name}".strip()
        yield page(
            f"people/{person.id}.md",
            "person.md.j2",
            {
                "title": full,
                "description": _description(full, record),
                "minutebook": "person",
                "updated": changed(record, _days(person, own, facts.get(person.id, ()))),
                "feeds": [{"title": f"What the minutes record of {full}", "href": identity.person_feed(person.id)}],
                "crumbs": [
                    {"title": "People", "href": "people/"},
                    {"title": KINDS[person.kind], "href": f"people/#{person.kind}"},
                ],
            },
            person=person,
            kind=_KIND[person.kind],
            roles=tuple(_roles(person, record)),
            facts=[_shown(kind) for kind in facts.get(person.id, ())],
            feed=identity.person_feed(person.id),
            document=identity.api_document("people", person.id),
            years=[Year(part) for part in by_year(own, lambda each: each.sitting.year)],
            total=len(own),
        )


def _description(full: str, record: Record) -> str:
    where = record.edition.book.council.name
    return f"{full}: roles, motions, questions, votes and attendance at meetings of {where}."


def _days(person: Person, attended: list[Attended], facts: Iterable[Kind]) -> Iterator[dt.date | None]:
    """When the minutes that name the person last changed, and when the person became or ceased to be something."""
    yield from (each.sitting.updated for each in attended)
    yield from (fact.updated for kind in facts for fact in kind.facts)
    yield from terms(person.terms)


def _shown(kind: Kind) -> Facts:
    """All of a short list; of a long one the newest year, and the rest folded by year."""
    years = by_year(kind.facts, lambda fact: fact.year)
    if len(kind.facts) <= SHORT or len(years) == 1:
        return Facts(kind, kind.facts, ())
    return Facts(kind, years[0].things, years[1:])


def _roles(person: Person, record: Record) -> Iterator[Role]:
    for term in person.terms:
        body = record.bodies.get(term.body)
        if term.body:
            name = body.name if body else term.body
            yield Role(
                f"{term.role or 'Member'}, {name}",
                links.body_page(body.id) if body else "",
                formats.period(term.start, term.end),
            )
        elif term.party:
            yield Role(f"Party: {term.party}", "", formats.period(term.start, term.end))
        else:
            yield Role(f"Ward: {term.ward}", identity.ward_page(term.ward), formats.period(term.start, term.end))
