"""What a person is told of an imported document: what it holds, and how sure its reading is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from minutebook.agenda_model import Agenda
from minutebook.identity import decisions
from minutebook.importers.imported import OWN, Imported
from minutebook.model import Body, Meeting
from minutebook.report_model import Report

_FEW = 3
"""Guesses, or lines without a place, that are few in any document."""


def lines(imported: Imported, bodies: Sequence[Body]) -> Iterator[str]:
    """What was found, the confidence in it and why, then every line that was dropped, guessed at or not placed."""
    record = imported.record
    if record is None:
        return
    name = next((body.name for body in (*imported.bodies, *bodies) if body.id == record.body), record.body)
    yield f"{name}, {_day(record.date)}: {_what(record)}"
    if imported.format not in OWN:
        yield f"confidence: {_confidence(imported)}"
    yield from (str(line) for line in imported.report)


def count(number: int, one: str, many: str = "") -> str:
    """``1 item``, ``2 items``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _what(record: Meeting | Agenda | Report) -> str:
    match record:
        case Meeting():
            return _meeting(record)
        case Agenda():
            return _agenda(record)
        case Report():
            return _report(record)


def _meeting(meeting: Meeting) -> str:
    decided = sum(len(decisions(item)) for item in meeting.items)
    met = sum(
        len(group.people) + sum(len(department.people) for department in group.departments)
        for group in meeting.attendance
    )
    found = [
        count(len(meeting.items), "item"),
        count(decided, "decision"),
        f"{count(met, 'person', 'people')} who attended",
    ]
    if meeting.apologies:
        found.append(count(len(meeting.apologies), "apology", "apologies"))
    return ("an extract of the minutes, " if meeting.extract else "") + ", ".join(found)


def _agenda(agenda: Agenda) -> str:
    inner = sum(len(item.items) for item in agenda.items)
    return f"an agenda of {count(len(agenda.items), 'item')}" + (
        f" and {count(inner, 'part')} of items" if inner else ""
    )


def _report(report: Report) -> str:
    found = [
        count(len(report.recommendations), "body asked", "bodies asked"),
        count(len(report.approvals), "approval"),
        count(len(report.programme), "row of a work programme", "rows of a work programme"),
    ]
    kept = ", ".join(said for said in found if not said.startswith("0 "))
    where = f"for item {report.item}" if report.item else "for no item that was found"
    kind = f"an {report.kind}" if report.kind[0] in "ao" else f"a {report.kind}"
    return f"the front sheet of {kind} {where}" + (f", {kept}" if kept else "")


def _confidence(imported: Imported) -> str:
    """A word, and why: words without a place weigh most, guesses by how many items there are."""
    unplaced = sum(line.what == "unplaced" for line in imported.report)
    guesses = sum(line.what == "inferred" for line in imported.report)
    record = imported.record
    items = len(record.items) if isinstance(record, Meeting | Agenda) else 1
    missing = list(_missing(record)) if isinstance(record, Meeting) else []
    if unplaced > _FEW or guesses > max(_FEW, 4 * items) or len(missing) > 1:
        word = "low"
    elif unplaced or guesses > max(_FEW, items // 2) or missing:
        word = "fair"
    else:
        word = "high"
    said = [f"{count(unplaced, 'line')} not placed"] * bool(unplaced) + [count(guesses, "guess", "guesses")] * bool(
        guesses
    )
    return f"{word} ({', '.join([*said, *missing]) or 'nothing was guessed, and every line has its place'})"


def _missing(meeting: Meeting) -> Iterator[str]:
    """What minutes nearly always hold, and these do not."""
    if not any(decisions(item) for item in meeting.items):
        yield "no decision was found"
    if not meeting.attendance and not meeting.extract:
        yield "nobody was found who attended"


def _day(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"
