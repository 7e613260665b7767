"""The reports attached to an agenda: of each, what its front sheet says. A report's narrative is never kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.agenda_model import Agenda, AgendaItem, Question, SubItem
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine
from minutebook.importers.reports import asked, attached, consequences, fields, front, people, programme, spans
from minutebook.importers.reports.spans import Span
from minutebook.model import Entry, Source
from minutebook.report_model import Author, Report, ReportKind

_BY = re.compile(r"(?:introduction|foreword|report) by (?P<name>[^,]{3,60})(?:, (?P<job>.{3,120}))?", re.IGNORECASE)

_UNKNOWN = dt.date.min
"""Stands for the day of the meeting until the agenda says it."""


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A report as it was read; ``report.body`` is that of the agenda, which the registers make an id."""

    report: Report
    said: tuple[ReportLine, ...]


def read(blocks: Sequence[TextBlock], agenda: Agenda, minuted: Collection[tuple[int, int]]) -> tuple[ReportDraft, ...]:
    """The reports in a document, in order. ``agenda`` is the one that it begins with, ``minuted`` the first and last line of
    each stretch of minutes in it. What stands below the agenda's last item may be its notice or the first report.
    """
    free_from = max((part.location.line for part in _parts(agenda)), default=agenda.source.lines[1]) + 1
    asked_at = {block.location.line for part in _parts(agenda) for block in part.blocks if isinstance(block, Question)}
    free = [
        block.line >= free_from
        and block.line not in asked_at
        and not any(first <= block.line <= last for first, last in minuted)
        for block in blocks
    ]
    found = fields.find(blocks, free)
    titles = [part.title for part in _parts(agenda)]
    pieces = spans.find(blocks, found, free, titles)
    drafts = [_report(blocks, found, span) for span in pieces]
    placed = attached.to_items(drafts, [span.stamp for span in pieces], agenda)
    private = {key for key, item in attached.keyed(agenda) if _is_private(item, agenda)}
    return tuple(
        _draft(agenda, replace(report, item=item, number=number), span, sure=sure, private=item in private)
        for number, (report, (item, sure), span) in enumerate(zip(drafts, placed, pieces, strict=True), 1)
    )


@dataclass(frozen=True, slots=True)
class Alone:
    """A report without an agenda: its first and last line, and its title."""

    lines: tuple[int, int]
    title: str


def without_agenda(blocks: Sequence[TextBlock], minuted: Collection[tuple[int, int]]) -> Iterator[Alone]:
    """The reports, known by their front sheets, of a document that holds no agenda; ``minuted`` as in ``read``."""
    free = [not any(first <= block.line <= last for first, last in minuted) for block in blocks]
    found = fields.find(blocks, free)
    for span in spans.find(blocks, found, free, ()):
        if not span.is_titled:
            report = _report(blocks, found, span)
            yield Alone(report.source.lines, report.title)


def _parts(agenda: Agenda) -> list[AgendaItem | SubItem]:
    return [part for _, part in attached.keyed(agenda)]


def _is_private(part: AgendaItem | SubItem, agenda: Agenda) -> bool:
    holder = next((item for item in agenda.items if part is item or part in item.items), None)
    return holder is not None and holder.section == "private"


def _draft(agenda: Agenda, report: Report, span: Span, *, sure: bool, private: bool) -> ReportDraft:
    first, last = report.source.lines
    made = replace(
        report, body=agenda.body, date=agenda.date, sequence=agenda.sequence,
        section="private" if private or span.private else "public",
    )  # fmt: skip
    told = f"a report was read from here to line {last}; its front sheet is kept, and none of its narrative"
    said = [ReportLine(first, "dropped", told, report.title)]
    if not sure and report.item:
        said.append(ReportLine(first, "inferred", f"put under item {report.item} of the agenda, by its place"))
    elif not sure:
        said.append(ReportLine(first, "inferred", "no item of the agenda was found for this report"))
    return ReportDraft(made, tuple(said))


def _report(blocks: Sequence[TextBlock], found: Sequence[fields.Field], span: Span) -> Report:
    """One report without its place on the agenda."""
    own = blocks[span.first : span.end]
    lines = (own[0].line, own[-1].last_line)
    if span.is_titled:
        return _titled(blocks, span, Source(lines=lines))
    end = front.end(blocks, found, span)
    said = front.answers(blocks, found, span.front, end)
    body = blocks[span.front : end]
    is_key, reason = front.key_decision(said)
    title = front.text(said, "title") or printed(blocks[span.first])
    listed = front.papers(said, "appendices")
    plan = programme.read(blocks[span.front : span.end]) if programme.IS_PROGRAMME.search(title) else None
    return Report(
        body="", date=_UNKNOWN, number=1, title=title, source=Source(lines=lines),
        kind="work programme" if plan else "briefing note" if span.is_note else "report",
        cabinet_member=front.text(said, "cabinet_member"), director=front.text(said, "director"),
        wards=front.text(said, "wards"), key_decision=is_key, key_decision_reason=reason,
        route=front.route(blocks, said, span), scrutiny=front.text(said, "scrutiny"),
        other_bodies=front.text(said, "other_bodies"), council=front.text(said, "council"),
        authors=people.authors(said, body, is_note=span.is_note), recommendations=asked.read(said.get("recommendations", ())),
        appendices=listed or tuple(_attached(blocks[span.front : span.end])),
        background_papers=front.papers(said, "background_papers"), other_documents=front.papers(said, "other_documents"),
        implications=consequences.read(body), approvals=people.approvals(body),
        municipal_year=plan.municipal_year if plan else "", version=plan.version if plan else None,
        programme=plan.rows if plan else (),
    )  # fmt: skip


def _titled(blocks: Sequence[TextBlock], span: Span, source: Source) -> Report:
    """A paper without a front sheet: its title, and who introduces it; of a work programme its table."""
    title = printed(blocks[span.front]).strip()
    plan = programme.read(blocks[span.front : span.end]) if span.is_programme else None
    if plan:
        return Report(
            body="", date=_UNKNOWN, number=1, title=title, source=source, kind="work programme",
            municipal_year=plan.municipal_year, version=plan.version, programme=plan.rows,
        )  # fmt: skip
    by = next((match for block in blocks[span.front : span.front + 8] if (match := _BY.fullmatch(block.text))), None)
    authors = (Author(by["name"].strip(), (by["job"] or "").strip()),) if by else ()
    return Report(body="", date=_UNKNOWN, number=1, title=title, source=source, kind=_kind(title), authors=authors)


def _kind(title: str) -> ReportKind:
    if re.search(r"\bannual report\b", title, re.IGNORECASE):
        return "annual report"
    if re.search(r"\b(?:briefing|information) note\b", title, re.IGNORECASE):
        return "briefing note"
    return "plan" if re.search(r"\b(?:plan|strategy)\b", title, re.IGNORECASE) else "other"


def _attached(blocks: Sequence[TextBlock]) -> Iterator[Entry]:
    """The appendices that follow a report which lists none, each by the label above it."""
    seen = set()
    for block in blocks:
        text = printed(block).strip(" ¹²³")
        if front.is_appendix(block) and text.casefold() not in seen:
            seen.add(text.casefold())
            yield Entry("•", text)
