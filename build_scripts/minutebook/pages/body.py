"""``bodies/<body>.md``: one body, its members, its latest decisions and all of its meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.model import Body, Person, Term
from minutebook.pages import formats, links
from minutebook.pages.autodiscovery import decisions_of
from minutebook.pages.bodies import KINDS
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.pages.years import by_year

LATEST = 5


@dataclass(frozen=True, slots=True)
class Member:
    """A person's seat on a body. ``since`` is a date as text, or empty where it is not recorded."""

    person: Person
    role: str
    since: str
    until: str


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every body."""
    book = record.edition.book
    for body in book.bodies:
        own = [sitting for sitting in reversed(record.sittings) if sitting.body.id == body.id]
        resolutions = [one for one in record.resolutions if one.sitting.body.id == body.id]
        members = tuple(_members(body, record))
        yield page(
            f"bodies/{body.id}.md",
            "body.md.j2",
            {
                "title": body.name,
                "description": body.remit or f"{body.name} of {book.council.name}: members, meetings and decisions.",
                "minutebook": "body",
                "feeds": decisions_of(body, record),
                "crumbs": [{"title": "Bodies", "href": "bodies/"}],
            },
            body=body,
            kind=KINDS[body.kind],
            predecessor=record.bodies.get(body.predecessor),
            successors=[other for other in book.bodies if other.predecessor == body.id],
            members=[member for member in members if not member.until],
            former=[member for member in members if member.until],
            latest=resolutions[:LATEST],
            total=len(resolutions),
            years=by_year(own, lambda sitting: sitting.year),
            feed=links.body_feed(body.id),
        )


def _members(body: Body, record: Record) -> Iterator[Member]:
    """Who has sat on the body by the register: those with a role before the others, then by name."""
    seats = [(person, term) for person in record.edition.book.people for term in person.terms if term.body == body.id]
    for person, term in sorted(seats, key=lambda seat: (_plain(seat[1]), surname(seat[0]))):
        ended = term.end and term.end < record.edition.date
        yield Member(
            person,
            "" if _plain(term) else term.role,
            formats.day(term.start) if term.start else "",
            formats.day(term.end) if term.end and ended else "",
        )


def _plain(term: Term) -> bool:
    return term.role.casefold() in ("", "member")


def surname(person: Person) -> tuple[str, str]:
    """What lists of people are in the order of: the last word of the name, then the whole name."""
    return person.name.rpartition(" ")[2].casefold(), person.name.casefold()
