"""A Report to the text of its report file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from minutebook.model import Entry, Table
from minutebook.reading.report_sections import (
    APPROVAL_COLUMNS,
    APPROVALS,
    IMPLICATIONS,
    NONE,
    PAPERS,
    PROGRAMME,
    PROGRAMME_COLUMNS,
    RECOMMENDATIONS,
    SEE_REPORT,
)
from minutebook.report_model import Report
from minutebook.writing.body import inline, list_lines, paragraph, write_block
from minutebook.writing.minutes import source_lines
from minutebook.writing.scalars import scalar


def write_report(report: Report) -> str:
    """The canonical report file: front matter, then the sections with one blank line between blocks."""
    front = "\n".join(_front(report))
    body = "\n\n".join(_body(report))
    return f"---\n{front}\n---\n" + (f"\n{body}\n" if body else "")


def _front(report: Report) -> Iterator[str]:
    """Front matter, keys in the order of the format, those without a value left out."""
    yield f"body: {scalar(report.body)}"
    yield f"date: {report.date.isoformat()}"
    if report.item:
        yield f"item: {scalar(report.item)}"
    if report.section != "public":
        yield f"section: {report.section}"
    yield f"kind: {report.kind}"
    yield f"title: {scalar(report.title)}"
    if report.published:
        yield f"published: {report.published.isoformat()}"
    yield f"reviewed: {str(report.reviewed).lower()}"
    yield from source_lines(report.source)
    yield from _texts(report, "cabinet_member", "director", "wards")
    if report.key_decision is not None:
        yield f"key_decision: {'yes' if report.key_decision else 'no'}"
    yield from _texts(report, "key_decision_reason")
    yield from _keyed("route", ([("body", stop.body), ("date", _day(stop.date))] for stop in report.route))
    yield from _texts(report, "scrutiny", "other_bodies", "council")
    yield from _keyed(
        "authors",
        ([(key, getattr(author, key)) for key in ("name", "job_title", "service_area")] for author in report.authors),
    )
    yield from _texts(report, "municipal_year")
    if report.version:
        yield f"version: {report.version.isoformat()}"


def _texts(report: Report, *keys: str) -> Iterator[str]:
    yield from (f"{key}: {scalar(getattr(report, key))}" for key in keys if getattr(report, key))


def _keyed(name: str, entries: Iterable[list[tuple[str, str]]]) -> Iterator[str]:
    """A list of keys with values, those without one left out."""
    for number, entry in enumerate(entries):
        if not number:
            yield f"{name}:"
        kept = [(key, value) for key, value in entry if value]
        for place, (key, value) in enumerate(kept):
            yield f"  {' ' if place else '-'} {key}: {value if key == 'date' else scalar(value)}"


def _body(report: Report) -> Iterator[str]:
    """The blocks below the front matter; they stand with a blank line between them."""
    if report.recommendations:
        yield f"## {RECOMMENDATIONS}"
    for one in report.recommendations:
        if one.to:
            yield f"### {inline(one.to)}"
        if one.lead:
            yield paragraph(one.lead)
        if one.entries:
            yield "\n".join(list_lines(one.entries))
    for name, key in PAPERS.items():
        yield from _list(name, getattr(report, key))
    said = [
        Entry(one.label, f"{one.heading}: {NONE if one.none else SEE_REPORT}") for one in report.implications
    ]  # fmt: skip
    yield from _list(IMPLICATIONS, said)
    approvals = (
        (one.role, one.name, one.job_title, one.service_area, _day(one.sent), _day(one.answered))
        for one in report.approvals
    )
    yield from _table(APPROVALS, APPROVAL_COLUMNS, tuple(approvals))
    planned = ((_day(row.date) or row.period, row.title, row.detail, row.lead) for row in report.programme)
    yield from _table(PROGRAMME, PROGRAMME_COLUMNS, tuple(planned))


def _list(name: str, entries: Iterable[Entry]) -> Iterator[str]:
    lines = list(list_lines(entries))
    if lines:
        yield f"## {name}"
        yield "\n".join(lines)


def _table(name: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    if rows:
        yield f"## {name}"
        yield from write_block(Table(header, rows))


def _day(date: dt.date | None) -> str:
    return date.isoformat() if date else ""
