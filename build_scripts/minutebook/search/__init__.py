"""Search: an edition as the documents that a reader can find, each at its own address.

A document is a minute, an item of an agenda to come, a body, a person or a ward; never a whole page, so that a result leads to the
place itself. ``minutebook.site`` has them indexed; which bodies and years there are to choose from comes from here as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook import identity
from minutebook.agenda_model import Agenda, AgendaItem
from minutebook.edition import Edition
from minutebook.model import Body, Book, Item, Meeting, Person
from minutebook.text import item_text

KINDS = {
    "decision": "Decisions",
    "minute": "Other minutes",
    "private": "Items heard in private",
    "agenda": "Agendas of coming meetings",
    "name": "People, bodies and wards",
}
"""The kinds of document, with what the search page calls them."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to be found. ``address`` is from the site's root; a person has no body, year or date."""

    address: str
    title: str
    text: str  # plain, one line a block
    told: str  # what stands under the title of a result, besides the date: "Cabinet, minute 37/25"
    kind: str  # a key of KINDS
    body: str = ""  # the body's id
    year: str = ""  # the municipal year, "2025/26"
    date: dt.date | None = None


def documents(edition: Edition) -> tuple[Document, ...]:
    """Everything that can be found, in the order of the book."""
    return tuple(_documents(edition.book))


def _documents(book: Book) -> Iterator[Document]:
    bodies = {body.id: body for body in book.bodies}
    first_month = book.council.year_starts
    for meeting in book.meetings:
        for item in meeting.items:
            yield _minute(bodies[meeting.body], meeting, item, first_month)
    held = {(meeting.body, meeting.date, meeting.sequence) for meeting in book.meetings}
    for agenda in book.agendas:
        if (agenda.body, agenda.date, agenda.sequence) not in held:
            yield from (_item(bodies[agenda.body], agenda, item, first_month) for item in agenda.items)
    yield from (_body(body) for body in book.bodies)
    yield from (_person(person) for person in book.people)
    wards = {identity.ward_page(term.ward): term.ward for person in book.people for term in person.terms if term.ward}
    yield from (Document(address, ward, "", "Ward", "name") for address, ward in wards.items())


def _minute(body: Body, meeting: Meeting, item: Item, first_month: int) -> Document:
    cited = identity.citation(item, meeting, first_month)
    kind = "private" if item.section == "private" else "decision" if identity.decisions(item) else "minute"
    return Document(
        f"{identity.meeting_page(meeting)}#{identity.item_anchor(item)}",
        item.title,
        item_text(item).replace(" | ", ", "),  # cells of a table, which an excerpt reads out in a row
        f"{body.name}, minute {cited}" if cited else body.name,
        kind,
        body.id,
        identity.municipal_year(meeting.date, first_month),
        meeting.date,
    )


def _item(body: Body, agenda: Agenda, item: AgendaItem, first_month: int) -> Document:
    return Document(
        f"{identity.agenda_page(agenda)}#{identity.agenda_anchor(item)}",
        item.title,
        "\n".join((item.source, *(part.title for part in item.items))).strip(),
        f"{body.name}, agenda item {item.number}" if item.number else f"{body.name}, agenda",
        "agenda",
        body.id,
        identity.municipal_year(agenda.date, first_month),
        agenda.date,
    )


def _body(body: Body) -> Document:
    return Document(
        identity.body_page(body.id), body.name, "\n".join((body.remit, *body.aliases)).strip(), "Body", "name", body.id
    )


def _person(person: Person) -> Document:
    told = {"councillor": "Councillor", "officer": "Officer", "co-opted": "Co-opted member"}.get(person.kind, "Person")
    wards = dict.fromkeys(term.ward for term in person.terms if term.ward)
    return Document(
        identity.person_page(person.id),
        f"{person.title} {person.name}".strip(),
        "\n".join((*person.aliases, *wards)),
        told,
        "name",
    )
