"""``people/``: everyone whom the register of people has, councillors first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.model import Person
from minutebook.pages.body import surname
from minutebook.pages.record import Record, grouped
from minutebook.pages.templating import page
from minutebook.pages.updated import minutes_changed

KINDS = {"councillor": "Councillors", "co-opted": "Co-opted members", "officer": "Officers", "other": "Others"}


@dataclass(frozen=True, slots=True)
class Line:
    person: Person
    facts: str  # ward and party now, as the register has them
    present: int


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of people, by kind and name."""
    people = sorted(record.edition.book.people, key=surname)
    present = [line.person for sitting in record.sittings for line in sitting.attendance if line.present]
    counts = {person: len(times) for person, times in grouped(present, present).items()}
    lines = [Line(person, _facts(person, record), counts.get(person.id, 0)) for person in people]
    kinds = grouped(lines, (line.person.kind for line in lines))
    name = record.edition.book.council.name
    yield page(
        "people/index.md",
        "people.md.j2",
        {
            "title": "People",
            "description": f"Councillors and others named in the minutes of {name}, with the meetings they attended.",
            "minutebook": "people",
            "updated": minutes_changed(record),
        },
        wards=any(term.ward for person in people for term in person.terms),
        kinds=[(kind, heading, kinds[kind]) for kind, heading in KINDS.items() if kind in kinds],
    )


def _facts(person: Person, record: Record) -> str:
    now = [term for term in person.terms if not term.end or term.end >= record.edition.date]
    return ", ".join(part for term in now for part in (term.ward, term.party) if part)
