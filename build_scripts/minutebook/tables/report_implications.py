"""The table ``report_implications``: under which headings each report weighs consequences, and where it says there are none."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.model import BULLET
from minutebook.report_model import Report
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row
from minutebook.tables.sheets import Said, sheet_rows


def rows(gathered: Gathered) -> Iterator[Row]:
    return sheet_rows("report_implication", "implication", gathered.book, _said)


def _said(report: Report) -> Iterator[Said]:
    for one in report.implications:
        label = None if one.label == BULLET else one.label
        yield {"label": label, "heading": one.heading, "none": one.none}, one.heading, one.location
