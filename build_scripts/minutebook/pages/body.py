"""``bodies/<body>.md``: one body, its members, its latest decisions and all of its meetings.

A body that met often has a page for the meetings of each year, ``bodies/<body>/<year>.md``, and one with more decisions
than are shown here a list of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook import identity
from minutebook.model import Body, Person, Term
from minutebook.pages import formats, links
from minutebook.pages.autodiscovery import decisions_of
from minutebook.pages.bodies import KINDS
from minutebook.pages.body_decisions import LATEST, decision_pages
from minutebook.pages.pending import Pending, pending
from minutebook.pages.record import Record, Resolution, Sitting, grouped
from minutebook.pages.templating import page
from minutebook.pages.updated import changed, terms
from minutebook.pages.years import Part, by_month, by_year

SPLIT = 40
"""A body with more meetings than this has a page for those of each year."""

PRESIDING = frozenset({"chair", "chairman", "chairwoman", "chairperson", "mayor", "lord mayor", "leader"})
"""Roles of those who stand first in a list of members."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person's seat on a body. ``since`` is a date as text, or empty where it is not recorded."""

    person: Person
    role: str
    since: str
    until: str


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every body, and for one that met often a page for each year."""
    before = pending(record)
    decided = grouped(record.resolutions, (one.sitting.body.id for one in record.resolutions))
    sittings = grouped(record.sittings[::-1], (sitting.body.id for sitting in record.sittings[::-1]))
    for body in record.edition.book.bodies:
        years = by_year(sittings.get(body.id, ()), lambda sitting: sitting.year)
        split = sum(year.count for year in years) > SPLIT and len(years) > 1
        resolutions = decided.get(body.id, ())
        yield _page(record, body, years, resolutions, before[body.id], split=split)
        yield from decision_pages(record, body, resolutions)
        for year in years if split else ():
            yield _year(record, body, year)


def _page(
    record: Record,
    body: Body,
    years: tuple[Part[Sitting], ...],
    resolutions: Sequence[Resolution],
    before: Pending,
    *,
    split: bool,
) -> tuple[str, str]:
    book = record.edition.book
    members = tuple(_members(body, record))
    return page(
        f"bodies/{body.id}.md",
        "body.md.j2",
        {
            "title": body.name,
            "description": body.remit or f"{body.name} of {book.council.name}: members, meetings and decisions.",
            "minutebook": "body",
            "updated": changed(record, _days(record, body, before)),
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
        before=before,
        years=years,
        split=split,
        feed=links.body_feed(body.id),
        own_calendar=identity.body_calendar(body.id),
        document=identity.api_document("bodies", body.id),
    )


def _year(record: Record, body: Body, year: Part[Sitting]) -> tuple[str, str]:
    return page(
        f"bodies/{body.id}/{year.key}.md",
        "body-year.md.j2",
        {
            "title": f"{body.name}: meetings of {year.name}",
            "description": f"Meetings of {body.name} in the municipal year {year.name}, newest first.",
            "minutebook": "body",
            "updated": changed(record, (sitting.updated for sitting in year.things)),
            "feeds": decisions_of(body, record),
            "crumbs": [
                {"title": "Bodies", "href": "bodies/"},
                {"title": body.name, "href": links.body_page(body.id)},
            ],
        },
        year=year,
        months=by_month(year.things, lambda sitting: sitting.meeting.date),
    )


def _days(record: Record, body: Body, before: Pending) -> Iterator[dt.date | None]:
    """When the body's minutes and those that answer it last changed, when its agendas became public, and when people
    joined or left it.
    """
    yield from (sitting.updated for sitting in record.sittings if sitting.body.id == body.id)
    found = [each for group in before.groups for each in group.lines]
    yield from (one.updated for each in found for one in (each.minuted, each.answer) if one)
    for agenda in record.edition.book.agendas:
        if agenda.body == body.id:
            yield from (agenda.published, agenda.notice)
    yield from terms(term for person in record.edition.book.people for term in person.terms if term.body == body.id)


def _members(body: Body, record: Record) -> Iterator[Member]:
    """Who has sat on the body by the register: who presides first, then the others with a role, then by name."""
    seats = [(person, term) for person in record.edition.book.people for term in person.terms if term.body == body.id]
    for person, term in sorted(seats, key=lambda seat: (_rank(seat[1]), surname(seat[0]))):
        ended = term.end and term.end < record.edition.date
        yield Member(
            person,
            "" if _plain(term) else term.role,
            formats.day(term.start) if term.start else "",
            formats.day(term.end) if term.end and ended else "",
        )


def _rank(term: Term) -> int:
    """0 for who presides, 1 for a deputy and any other role, 2 for a member without one."""
    return 2 if _plain(term) else int(term.role.casefold() not in PRESIDING)


def _plain(term: Term) -> bool:
    return term.role.casefold() in ("", "member")


def surname(person: Person) -> tuple[str, str]:
    """What lists of people are in the order of: the last word of the name, then the whole name."""
    return person.name.rpartition(" ")[2].casefold(), person.name.casefold()
