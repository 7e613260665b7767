"""The table ``reports``: the front sheet of each report attached to an agenda, one row a report file."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import agenda_id, meeting_id, report_id, report_item_id, report_meeting_id
from minutebook.report_model import Report
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value
from minutebook.tables.sheets import is_none


def rows(gathered: Gathered) -> Iterator[Row]:
    held = {meeting_id(meeting) for meeting in gathered.book.meetings}
    called = {agenda_id(agenda) for agenda in gathered.book.agendas}
    for report in gathered.book.reports:
        yield Row(_values(report, held, called), report.location)


def _values(report: Report, held: set[str], called: set[str]) -> dict[str, Value]:
    meeting = report_meeting_id(report)
    return {
        "report_id": report_id(report),
        "agenda_id": meeting if meeting in called else None,
        "position": report.number,
        "meeting_id": meeting if meeting in held else None,
        "body_id": report.body,
        "date": report.date,
        "agenda_item_id": report_item_id(report) or None,
        "title": report.title,
        "kind": report.kind,
        "section": report.section,
        "cabinet_member": report.cabinet_member or None,
        "director": report.director or None,
        "wards": report.wards or None,
        "key_decision": report.key_decision,
        "key_decision_reason": report.key_decision_reason or None,
        "author": _joined(author.name for author in report.authors),
        "author_job_title": _joined(author.job_title for author in report.authors),
        "author_service_area": _joined(author.service_area for author in report.authors),
        "route": _joined(stop.body + (f" ({stop.date.isoformat()})" if stop.date else "") for stop in report.route),
        "scrutiny": report.scrutiny or None,
        "other_bodies": report.other_bodies or None,
        "council": report.council or None,
        "appendix_count": sum(not is_none(entry) for entry in report.appendices) if report.appendices else None,
        "municipal_year": report.municipal_year or None,
        "version_date": report.version,
        "published": report.published or report.date,
        "evidence": report.title,
        "source_file": report.location.file,
        "source_line": report.location.line,
    }


def _joined(texts: Iterator[str]) -> str | None:
    return "; ".join(text for text in texts if text) or None
