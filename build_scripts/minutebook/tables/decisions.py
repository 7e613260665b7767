"""The table ``decisions``: one row for each decision of each minute."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.identity import clauses, decision_anchor, decision_id, decisions, item_id, meeting_id, meeting_page
from minutebook.model import Decision, Item, Meeting
from minutebook.tables.gathered import Gathered
from minutebook.tables.notices import notice
from minutebook.tables.row import Row, Value
from minutebook.text import decision_text, lead, opening


def rows(gathered: Gathered) -> Iterator[Row]:
    for meeting in gathered.book.meetings:
        for item in meeting.items:
            for position, decision in enumerate(decisions(item), 1):
                page = gathered.book.council.url + meeting_page(meeting)
                yield Row(
                    {
                        **_values(meeting, item, position, decision),
                        "url": f"{page}#{decision_anchor(item, position)}",
                        **notice(item, meeting.date),
                    },
                    decision.location,
                )


def _values(meeting: Meeting, item: Item, position: int, decision: Decision) -> dict[str, Value]:
    return {
        "decision_id": decision_id(meeting, item, position),
        "item_id": item_id(meeting, item),
        "meeting_id": meeting_id(meeting),
        "body_id": meeting.body,
        "date": meeting.date,
        "published": meeting.published or meeting.date,
        "title": item.title,
        "operative": decision.operative.rstrip(": "),
        "lead": lead(decision) or None,
        "text": decision_text(decision),
        "clause_count": sum(1 for _ in clauses(decision.clauses)),
        "unanimous": _unanimous(opening(decision)),
        "section": item.section,
    }


def _unanimous(text: str) -> bool | None:
    """True where the opening says "unanimous(ly)", False where "not unanimous" or "by a majority", None where neither."""
    if re.search(r"\bnot unanimous|\bby (?:a )?majority\b", text, re.IGNORECASE):
        return False
    return True if re.search(r"\bunanimous(?:ly)?\b", text, re.IGNORECASE) else None
