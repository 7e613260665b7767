"""The table ``work_programme``: what a body plans to look into, one row a row of the programme attached to its agenda."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.report_model import Report
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row
from minutebook.tables.sheets import Said, printed, sheet_rows


def rows(gathered: Gathered) -> Iterator[Row]:
    return sheet_rows("work_programme", "programme", gathered.book, _said)


def _said(report: Report) -> Iterator[Said]:
    for one in report.programme:
        values = {
            "body_id": report.body, "municipal_year": report.municipal_year or None, "version_date": report.version,
            "date": one.date, "title": one.title or None, "detail": one.detail or None, "lead": one.lead or None,
            "period": one.period or None,
        }  # fmt: skip
        yield values, printed(one.date or one.period, one.title, one.detail, one.lead), one.location
