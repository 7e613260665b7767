"""``people/<person>.md``: one person, what they are and were, and the meetings at which the minutes name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.model import Person, Term
from minutebook.pages import formats
from minutebook.pages.people import KINDS
from minutebook.pages.record import Presence, Record, Sitting, grouped
from minutebook.pages.templating import page
from minutebook.pages.years import Part, by_year

_KIND = {"councillor": "Councillor", "co-opted": "Co-opted member", "officer": "Officer", "other": ""}


@dataclass(frozen=True, slots=True)
class Role:
    """A term as a line: what, a body's id where it is one, and from when to when in words."""

    told: str
    body: str
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


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every person of the register."""
    attended = [Attended(sitting, line) for sitting in reversed(record.sittings) for line in sitting.attendance]
    of_person = grouped(attended, (each.line.person for each in attended))
    for person in record.edition.book.people:
        own = of_person.get(person.id, [])
        full = f"{person.title} {person.name}".strip()
        yield page(
            f"people/{person.id}.md",
            "person.md.j2",
            {
                "title": full,
                "description": f"{full}: roles, and attendance at meetings of {record.edition.book.council.name}.",
                "minutebook": "person",
                "crumbs": [
                    {"title": "People", "href": "people/"},
                    {"title": KINDS[person.kind], "href": f"people/#{person.kind}"},
                ],
            },
            person=person,
            kind=_KIND[person.kind],
            roles=tuple(_roles(person, record)),
            years=[Year(part) for part in by_year(own, lambda each: each.sitting.year)],
            total=len(own),
        )


def _roles(person: Person, record: Record) -> Iterator[Role]:
    for term in person.terms:
        body = record.bodies.get(term.body)
        if term.body:
            name = body.name if body else term.body
            yield Role(f"{term.role or 'Member'}, {name}", body.id if body else "", _when(term))
        elif term.party:
            yield Role(f"Party: {term.party}", "", _when(term))
        else:
            yield Role(f"Ward: {term.ward}", "", _when(term))


def _when(term: Term) -> str:
    if term.start and term.end:
        return f"{formats.day(term.start)} to {formats.day(term.end)}"
    if term.start:
        return f"from {formats.day(term.start)}"
    return f"until {formats.day(term.end)}" if term.end else ""
