"""The table ``agendas``: one row for each agenda file, whether or not there are minutes of the meeting that it calls."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.agenda_model import Agenda
from minutebook.identity import agenda_id, agenda_page, meeting_id
from minutebook.model import Book
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    minuted = {meeting_id(meeting) for meeting in gathered.book.meetings}
    for agenda in gathered.book.agendas:
        yield Row(_values(gathered.book, agenda, agenda_id(agenda) in minuted), agenda.location)


def _values(book: Book, agenda: Agenda, minuted: bool) -> dict[str, Value]:
    return {
        "agenda_id": agenda_id(agenda),
        "body_id": agenda.body,
        "date": agenda.date,
        "start_time": f"{agenda.start:%H:%M}" if agenda.start else None,
        "place": agenda.place or None,
        "status": agenda.status,
        "moved_to": agenda.moved_to,
        "notice": agenda.notice,
        "published": agenda.published or agenda.notice or agenda.date,
        "item_count": len(agenda.items),
        "meeting_id": agenda_id(agenda) if minuted else None,
        "source_title": agenda.source.title or None,
        "source_url": agenda.source.url or None,
        "source_sha256": agenda.source.sha256 or None,
        "url": book.council.url + agenda_page(agenda),
    }
