"""The table ``agenda_items``: one row for each item of an agenda, the parts of an item after it."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.agenda_model import Agenda, AgendaItem, SubItem
from minutebook.identity import agenda_id, agenda_item_id, meeting_id
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    minuted = {meeting_id(meeting) for meeting in gathered.book.meetings}
    for agenda in gathered.book.agendas:
        meeting = agenda_id(agenda) if agenda_id(agenda) in minuted else None
        for position, item in enumerate(agenda.items, 1):
            yield _row(agenda, meeting, item, None, position)
            for place, part in enumerate(item.items, 1):
                yield _row(agenda, meeting, item, part, place)


def _row(agenda: Agenda, meeting: str | None, item: AgendaItem, part: SubItem | None, position: int) -> Row:
    shown = part or item
    label = part.label if part else item.number and f"{item.number}."
    first, last = shown.pages
    values: dict[str, Value] = {
        "agenda_item_id": agenda_item_id(agenda, item, part),
        "agenda_id": agenda_id(agenda),
        "position": position,
        "meeting_id": meeting,
        "parent_id": agenda_item_id(agenda, item) if part else None,
        "number": (part.label if part else item.number) or None,
        "title": shown.title,
        "first_page": first or None,
        "last_page": last or None,
        "source": shown.source or None,
        "section": item.section,
        "heading": item.heading or None,
        "evidence": f"{label} {shown.title}".strip(),
        "source_file": shown.location.file,
        "source_line": shown.location.line,
    }
    return Row(values, shown.location)
