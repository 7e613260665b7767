"""The table ``report_implications``: under which headings each report weighs consequences, and where it says there are none."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.model import BULLET, Book
from minutebook.report_model import Report
from minutebook.tables.row import Row
from minutebook.tables.sheets import Said, sheet_rows


def rows(book: Book) -> Iterator[Row]:
    return sheet_rows("report_implication", "implication", book, _said)


def _said(report: Report) -> Iterator[Said]:
    for one in report.implications:
        label = None if one.label == BULLET else one.label
        yield {"label": label, "heading": one.heading, "none": one.none}, one.heading, one.location
