"""What one document holds: minutes, an agenda with its reports, and what is told of all that is none of these."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.agenda_model import Agenda
from minutebook.importers import agenda, engine, pack, reports
from minutebook.importers.blocks import Reading
from minutebook.importers.imported import Stated
from minutebook.importers.report import ReportLine


@dataclass(frozen=True, slots=True)
class Contents:
    """What a document holds: minutes, an agenda, and stretches that should be minutes and cannot be read, by line."""

    drafts: tuple[engine.Draft, ...]
    called: agenda.AgendaDraft | None
    refusals: tuple[tuple[int, engine.Refusal], ...]
    report: tuple[ReportLine, ...]
    attached: tuple[reports.ReportDraft, ...] = ()


def read(reading: Reading, words: Collection[str], known: Sequence[str], stated: Stated) -> Contents:
    """The minutes, the agenda and the reports of a document. ``words`` are the operative words, ``known`` names of bodies,
    ``stated`` what the person who imports says of its one meeting.
    """
    parts = pack.split(reading, known)
    drafts, refusals = _minutes(parts.parts, words, known, stated)
    lines = [draft.meeting.source.lines for draft in drafts]
    called = _with_stated(agenda.read(reading.blocks, known, lines), stated)
    report = list(parts.report)
    if called and called.agenda.body and not drafts and len(refusals) == 1 and not parts.report:
        told = f"the document was taken to be an agenda without minutes: {refusals[0][1].message}"
        report.append(ReportLine(0, "inferred", told))
        refusals = ()
    if called is None or not called.agenda.body:
        alone = tuple(reports.without_agenda(reading.blocks, lines)) if called is None else ()
        if drafts:
            report += [_nameless(called.agenda)] if called else [_alone(one) for one in alone]
        elif len(refusals) == 1:
            refusals = ((refusals[0][0], _why_not(called, alone) or refusals[0][1]),)
        return Contents(drafts, None, refusals, tuple(report))
    said = {*called.report, *_said_of_agenda(reading, called, drafts)}
    attached = reports.read(reading.blocks, called.agenda, lines)
    return Contents(drafts, replace(called, report=tuple(sorted(said))), refusals, tuple(report), attached)


def _minutes(
    parts: Sequence[pack.Part], words: Collection[str], known: Sequence[str], stated: Stated
) -> tuple[tuple[engine.Draft, ...], tuple[tuple[int, engine.Refusal], ...]]:
    """The stretches of minutes that can be read, and why the others cannot, by line."""
    body = stated.body.name if stated.body else ""
    drafts: list[engine.Draft] = []
    refusals: list[tuple[int, engine.Refusal]] = []
    for part in parts:
        draft = engine.draft(part.reading, words, known, extract=part.extract, body=body, date=stated.date)
        if isinstance(draft, engine.Draft):
            drafts.append(draft)
        else:
            refusals.append((part.reading.blocks[0].line if len(parts) > 1 else 1, draft))
    return tuple(drafts), tuple(refusals)


def _with_stated(called: agenda.AgendaDraft | None, stated: Stated) -> agenda.AgendaDraft | None:
    """An agenda with the body and the day that a person states, whatever it says or lacks."""
    if called is None:
        return None
    facts = called.agenda
    body = stated.body.name if stated.body else facts.body
    return replace(called, agenda=replace(facts, body=body, date=stated.date or facts.date))


# --- what has no file of its own -------------------------------------------------------------------------------------


def _nameless(called: Agenda) -> ReportLine:
    """What is told of an agenda beside minutes that does not name its body."""
    told = "an agenda stands here that does not say which body it calls; it was left out"
    return ReportLine(called.source.lines[0], "unplaced", told, called.source.title)


def _alone(one: reports.Alone) -> ReportLine:
    """What is told of a report beside minutes, whose agenda is in another document."""
    told = f"a report stands from here to line {one.lines[1]}, and no agenda that it is attached to; nothing of it was kept"
    return ReportLine(one.lines[0], "dropped", told, one.title)


def _why_not(called: agenda.AgendaDraft | None, alone: Sequence[reports.Alone]) -> engine.Refusal | None:
    """Why a document without minutes gives no file, where it is known what it is."""
    if called is not None:
        return engine.Refusal("it is an agenda that does not say which body it calls", "its body after --body")
    if not alone:
        return None
    what = f"it is a report, “{alone[0].title}”" if len(alone) == 1 else f"it holds {len(alone)} reports"
    told = f"{what}, without the agenda that says for which meeting and item; a report is kept with its agenda alone"
    return engine.Refusal(told, "the whole agenda pack in one document")


def _said_of_agenda(
    reading: Reading, called: agenda.AgendaDraft, drafts: Sequence[engine.Draft]
) -> Iterator[ReportLine]:
    """What the reader of the format said of an agenda's lines, and, where there are no minutes, of the whole document."""
    first, last = called.agenda.source.lines
    for line in reading.report:
        if first <= line.line <= last or not (line.line or drafts):
            yield line
