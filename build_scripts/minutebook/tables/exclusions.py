"""The table ``exclusions``: each resolution to exclude the public, and each minute that it closes.

The grammar and the law are those of ``minutebook.exclusions``. A minute heard in private without such a resolution in
the record has no row; a resolution of which nothing says what it closes has one row without a minute.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.exclusions import Closing, closings
from minutebook.identity import item_id
from minutebook.model import Meeting
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows("exclusion", (_fact(held, found) for held in gathered.book.meetings for found in closings(held)))


def _fact(meeting: Meeting, found: Closing) -> Fact:
    return Fact(
        item_id(meeting, found.resolution),
        {
            "excluded_item_id": item_id(meeting, found.closed) if found.closed else None,
            "act": found.act or None,
            "section": found.section or None,
            "schedule": found.schedule or None,
            "paragraphs": ", ".join(map(str, found.paragraphs)) or None,
            "grounds": found.grounds or None,
        },
        found.evidence,
        found.location,
    )
