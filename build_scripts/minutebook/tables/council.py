"""The table ``council``: one row, the council whose minutes these are."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    council = gathered.book.council
    held = [meeting.date for meeting in gathered.book.meetings if meeting.status not in {"scheduled", "cancelled"}]
    yield Row(
        {
            "council_id": council.id,
            "name": council.name,
            "kind": council.kind or None,
            "gss_code": council.gss_code or None,
            "website": council.website or None,
            "publisher": council.publisher or None,
            "contact": council.contact or None,
            "licence": council.licence,
            "first_date": min(held, default=None),
            "last_date": max(held, default=None),
        },
        council.location,
    )
