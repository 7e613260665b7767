"""The table ``clauses``: one row for each clause of each decision, sub-clauses after their clause."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import decision_id, decisions
from minutebook.tables.actions import decision_clauses
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row
from minutebook.text import clause_text


def rows(gathered: Gathered) -> Iterator[Row]:
    for meeting in gathered.book.meetings:
        for item in meeting.items:
            for number, decision in enumerate(decisions(item), 1):
                whole = decision_id(meeting, item, number)
                for clause, action in decision_clauses(decision):
                    yield Row(
                        {
                            "clause_id": f"{whole}/{clause.path}",
                            "decision_id": whole,
                            "parent_clause_id": f"{whole}/{clause.parent}" if clause.parent else None,
                            "position": clause.position,
                            "label": clause.entry.label,
                            "path": clause.path,
                            "level": clause.level,
                            "text": clause_text(clause.entry),
                            "action": action,
                        },
                        clause.entry.location,
                    )
