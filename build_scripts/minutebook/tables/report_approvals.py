"""The table ``report_approvals``: who contributed to each report and who approved it, with the days."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.report_model import Report
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row
from minutebook.tables.sheets import Said, printed, sheet_rows


def rows(gathered: Gathered) -> Iterator[Row]:
    return sheet_rows("report_approval", "approval", gathered.book, _said)


def _said(report: Report) -> Iterator[Said]:
    for one in report.approvals:
        values = {
            "role": one.role, "name": one.name or None, "job_title": one.job_title or None,
            "service_area": one.service_area or None, "sent": one.sent, "answered": one.answered,
        }  # fmt: skip
        yield (
            values,
            printed(one.name, one.job_title, one.service_area, one.sent, one.answered) or one.role,
            one.location,
        )
