"""The table ``report_papers``: the appendices, background papers and other documents that front sheets list."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.report_model import Report
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row
from minutebook.tables.sheets import Said, is_none, sheet_rows


def rows(gathered: Gathered) -> Iterator[Row]:
    return sheet_rows("report_paper", "paper", gathered.book, _said)


def _said(report: Report) -> Iterator[Said]:
    lists = (
        ("appendix", report.appendices),
        ("background paper", report.background_papers),
        ("other document", report.other_documents),
    )
    for kind, entries in lists:
        for entry in entries:
            none = is_none(entry)
            yield {"kind": kind, "title": None if none else entry.text, "none": none}, entry.text, entry.location
