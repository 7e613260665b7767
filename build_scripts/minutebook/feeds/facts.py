"""Rows of the registers as entries: the facts that were read from a minute, with the words that they were read from.

A register is a table of the contract that has a column ``evidence``. What an entry says comes from the schema's own titles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from minutebook import identity
from minutebook.contract import Schema
from minutebook.edition import Edition
from minutebook.feeds.entry import Entry, corrected, permanent_id, published
from minutebook.feeds.lasting import original
from minutebook.tables import Row, Value

_FIRST = ("delegations", "sums")
_TOLD_ELSEWHERE = {"item_id", "agenda_item_id", "position", "evidence", "source_file", "source_line"}

_PLACED = ("item_id", "agenda_item_id", "report_id")
"""The columns that say where a fact stands, the nearest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """The minute, or the item of an agenda, in which a fact stands."""

    title: str
    address: str  # from the site's root
    body: str
    name: str  # the body's
    date: dt.date
    published: dt.date
    updated: dt.date
    told: str  # "Minute 37 of Cabinet, 4 November 2025"


def registers(edition: Edition) -> tuple[Schema, ...]:
    """The registers of the contract: delegations and sums, which most people ask for, then in the contract's order."""
    found = [schema for schema in edition.contract.schemas.values() if "evidence" in _columns(schema)]
    return tuple(sorted(found, key=lambda schema: _FIRST.index(schema.name) if schema.name in _FIRST else len(_FIRST)))


def places(edition: Edition) -> Mapping[str, Place]:
    """Every minute and agenda item by its id, and under the id of each report the agenda item that it is attached to."""
    book, found = edition.book, dict[str, Place]()
    names = {body.id: body.name for body in book.bodies}
    for meeting in book.meetings:
        days = meeting.date, published(meeting), corrected(meeting)
        name = names.get(meeting.body, meeting.body)
        page = identity.meeting_page(meeting)
        for item in meeting.items:
            told = _told(f"Minute {item.number}" if item.number else "Minutes", name, meeting.date)
            address = f"{page}#{identity.item_anchor(item)}"
            found[identity.item_id(meeting, item)] = Place(item.title, address, meeting.body, name, *days, told)
    for agenda in book.agendas:
        day = agenda.published or agenda.notice or agenda.date
        name = names.get(agenda.body, agenda.body)
        for entry in agenda.items:
            told = _told(f"Agenda item {entry.number}" if entry.number else "Agenda", name, agenda.date)
            for part in (None, *entry.items):
                address = f"{identity.agenda_page(agenda)}#{identity.agenda_anchor(entry, part)}"
                place = Place(
                    part.title if part else entry.title, address, agenda.body, name, agenda.date, day, day, told
                )
                found[identity.agenda_item_id(agenda, entry, part)] = place
    found.update(_reports(edition, names, found))
    return found


def _reports(edition: Edition, names: Mapping[str, str], known: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    """Every report by its id: the item of the agenda that it is for, or where that is not known its meeting."""
    for row in edition.tables.get("reports", ()):
        text = {column: str(value or "") for column, value in row.values.items()}
        date, day = row.values["date"], row.values["published"]
        if isinstance(date, dt.date) and isinstance(day, dt.date):
            body = text["body_id"]
            page = identity.report_page(text["agenda_id"], text["meeting_id"], body)
            name = names.get(body, body)
            alone = Place(text["title"], page, body, name, date, day, day, _told("Report to a meeting", name, date))
            yield text["report_id"], known.get(text["agenda_item_id"], alone)


def _told(what: str, name: str, date: dt.date) -> str:
    return f"{what} of {name}, {date.day} {date:%B %Y}"


def entries(edition: Edition, schema: Schema, known: Mapping[str, Place]) -> Iterator[tuple[Row, Entry]]:
    """A register's rows with their entries, in the order of the table. A fact has the same id in every feed."""
    council, redirects = edition.book.council, edition.book.redirects
    for row in edition.tables.get(schema.name, ()):
        place = next((known[str(row.values[key])] for key in _PLACED if str(row.values.get(key)) in known), None)
        if place is None:
            continue
        yield (
            row,
            Entry(
                id=permanent_id(council.id, original(str(row.values[schema.primary_key[0]]), redirects)),
                title=f"{schema.title}: {place.title}",
                url=f"{council.url}{place.address}" if council.url else "",
                published=place.published,
                updated=place.updated,
                date=place.date,
                body=place.body,
                category=place.name,
                html=_html(schema, row, place),
            ),
        )


def newest(found: Iterator[Entry]) -> tuple[Entry, ...]:
    """Entries, the latest published first."""
    return tuple(sorted(found, key=lambda entry: (entry.published, entry.date), reverse=True))


def _html(schema: Schema, row: Row, place: Place) -> str:
    facts = [
        f"<dt>{escape(field.title)}</dt><dd>{escape(_shown(row.values[field.name]))}</dd>"
        for field in schema.fields
        if not field.name.endswith("_id")
        and field.name not in _TOLD_ELSEWHERE
        and row.values[field.name] not in (None, "")
    ]
    listed = f"<dl>{''.join(facts)}</dl>\n" if facts else ""
    quoted = f"<blockquote>{escape(str(row.values['evidence']))}</blockquote>\n"
    return f"{quoted}{listed}<p>{escape(place.told)}.</p>"


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value.day} {value:%B %Y}" if isinstance(value, dt.date) else str(value)


def _columns(schema: Schema) -> set[str]:
    return {field.name for field in schema.fields}
