"""The table ``report_recommendations``: what each report asks of each body, one row an entry of its list.

``evidence`` is the sentence before the list, which names the body; where there is none, the recommendation itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import clauses
from minutebook.report_model import Report
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value
from minutebook.tables.sheets import Said, body_finder, sheet_rows
from minutebook.text import clause_text


def rows(gathered: Gathered) -> Iterator[Row]:
    find = body_finder(gathered.book, gathered.names)

    def said(report: Report) -> Iterator[Said]:
        for one in report.recommendations:
            to: dict[str, Value] = {"to_body_id": find(one.to) or None, "to_name": one.to or None}
            if not one.entries:
                yield {**to, "label": None, "path": None, "text": one.lead}, one.lead, one.location
            for clause in clauses(one.entries):
                text = clause_text(clause.entry)
                values = {**to, "label": clause.entry.label, "path": clause.path, "text": text}
                yield values, one.lead or text, clause.entry.location

    return sheet_rows("report_recommendation", "recommendation", gathered.book, said)
