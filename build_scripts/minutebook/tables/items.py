"""The table ``items``: one row for each minute."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.council_model import Council
from minutebook.identity import citation, item_anchor, item_id, meeting_id, meeting_page
from minutebook.model import Item, Meeting
from minutebook.privacy import is_withheld
from minutebook.tables.considered import considered, outcome
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value
from minutebook.text import item_text


def rows(gathered: Gathered) -> Iterator[Row]:
    for meeting in gathered.book.meetings:
        for position, item in enumerate(meeting.items, 1):
            yield Row(_values(gathered.book.council, meeting, item, position), item.location)


def _values(council: Council, meeting: Meeting, item: Item, position: int) -> dict[str, Value]:
    return {
        "item_id": item_id(meeting, item),
        "meeting_id": meeting_id(meeting),
        "body_id": meeting.body,
        "date": meeting.date,
        "position": position,
        "number": item.number or None,
        "citation": citation(item, meeting, council.year_starts) or None,
        "title": item.title,
        "section": item.section,
        "considered": considered(item) or None,
        "outcome": None if is_withheld(item, council.private_items) else outcome(item),
        "text": item_text(item) or None,
        "url": f"{council.url}{meeting_page(meeting)}#{item_anchor(item)}",
    }
