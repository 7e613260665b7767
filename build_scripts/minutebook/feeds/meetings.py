"""``feeds/meetings.xml``: new minutes and new agendas, each once."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from minutebook import identity
from minutebook.agenda_model import Agenda
from minutebook.edition import Edition
from minutebook.feeds.entry import Entry, Feed, corrected, permanent_id, published, updated
from minutebook.feeds.lasting import original
from minutebook.identity import MEETINGS_FEED
from minutebook.model import Book, Meeting

_STATUS = {"draft": "Draft minutes", "approved": "Minutes", "scheduled": "Notice", "cancelled": "Cancelled"}
_AGENDA = {"scheduled": "Agenda", "moved": "Moved", "cancelled": "Cancelled"}


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """One feed of all meetings and agendas, complete."""
    del entries  # decisions have feeds of their own
    council = edition.book.council
    names = {body.id: body.name for body in edition.book.bodies}
    book = edition.book
    found = [_minutes(book, meeting, names.get(meeting.body, meeting.body)) for meeting in book.meetings]
    found += [_agenda(book, agenda, names.get(agenda.body, agenda.body)) for agenda in book.agendas]
    own = tuple(sorted(found, key=lambda entry: (entry.published, entry.date), reverse=True))
    yield Feed(
        id=permanent_id(council.id, MEETINGS_FEED),
        path=MEETINGS_FEED,
        page="meetings/",
        title=f"Minutes and agendas of {council.name}",
        description=f"New minutes and agendas of {council.name} and its committees. {council.notice}".strip(),
        updated=updated(own, edition.date),
        entries=own,
    )


def _minutes(book: Book, meeting: Meeting, name: str) -> Entry:
    council = book.council
    what = f"{name}, {meeting.date.day} {meeting.date:%B %Y}"
    titles = "".join(f"<li>{escape(f'{item.number} {item.title}'.strip())}</li>" for item in meeting.items)
    return Entry(
        id=permanent_id(council.id, f"minutes/{original(identity.meeting_id(meeting), book.redirects)}"),
        title=f"{_STATUS[meeting.status]}: {what}",
        url=f"{council.url}{identity.meeting_page(meeting)}" if council.url else "",
        published=published(meeting),
        updated=corrected(meeting, book),
        date=meeting.date,
        body=meeting.body,
        category=name,
        html=f"<p>{escape(what)}.</p>" + (f"\n<ul>{titles}</ul>" if titles else ""),
    )


def _agenda(book: Book, agenda: Agenda, name: str) -> Entry:
    council = book.council
    what = f"{name}, {agenda.date.day} {agenda.date:%B %Y}"
    day = agenda.published or agenda.notice or agenda.date
    moved = agenda.moved_to
    told = f" It meets on {moved.day} {moved:%B %Y} instead." if moved else ""
    titles = "".join(f"<li>{escape(f'{item.number} {item.title}'.strip())}</li>" for item in agenda.items)
    return Entry(
        id=permanent_id(council.id, f"agenda/{original(identity.agenda_id(agenda), book.redirects)}"),
        title=f"{_AGENDA[agenda.status]}: {what}",
        url=f"{council.url}{identity.agenda_page(agenda)}" if council.url else "",
        published=day,
        updated=day,
        date=agenda.date,
        body=agenda.body,
        category=name,
        html=f"<p>{escape(what)}.{told}</p>" + (f"\n<ul>{titles}</ul>" if titles else ""),
    )
