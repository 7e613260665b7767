"""The table ``meetings``: one row for each minutes file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from minutebook.identity import decisions, meeting_id, meeting_page, municipal_year
from minutebook.model import Book, Meeting
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    for meeting in gathered.book.meetings:
        yield Row(_values(gathered.book, meeting, gathered.approvals.get(meeting_id(meeting))), meeting.location)


def _values(book: Book, meeting: Meeting, approved_by: str | None) -> dict[str, Value]:
    return {
        "meeting_id": meeting_id(meeting),
        "body_id": meeting.body,
        "date": meeting.date,
        "start_time": _time(meeting.start),
        "end_time": _time(meeting.end),
        "place": meeting.place or None,
        "municipal_year": municipal_year(meeting.date, book.council.year_starts),
        "status": "approved" if approved_by and meeting.status == "draft" else meeting.status,
        "approved_by_item_id": approved_by,
        "published": meeting.published or meeting.date,
        "extract": meeting.extract,
        "item_count": len(meeting.items),
        "decision_count": sum(len(decisions(item)) for item in meeting.items),
        "present_count": _present(meeting),
        "source_title": meeting.source.title or None,
        "source_url": meeting.source.url or None,
        "source_sha256": meeting.source.sha256 or None,
        "url": book.council.url + meeting_page(meeting),
    }


def _time(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None


def _present(meeting: Meeting) -> int | None:
    """How many people are recorded as present, in every capacity; None where the minutes name nobody."""
    present = sum(len(group.people) + sum(len(d.people) for d in group.departments) for group in meeting.attendance)
    return present or None
