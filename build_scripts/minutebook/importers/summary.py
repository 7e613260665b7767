"""What a person is told of an imported document: what it holds, and how sure its reading is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from minutebook.agenda_model import Agenda
from minutebook.identity import decisions
from minutebook.importers.imported import OWN, Imported
from minutebook.model import Body, Meeting

_FEW = 3
"""Guesses, or lines without a place, that are few in any document."""


def lines(imported: Imported, bodies: Sequence[Body]) -> Iterator[str]:
    """What was found, the confidence in it and why, then every line that was dropped, guessed at or not placed."""
    record = imported.record
    if record is None:
        return
    name = next((body.name for body in (*imported.bodies, *bodies) if body.id == record.body), record.body)
    what = _agenda(record) if isinstance(record, Agenda) else _meeting(record)
    yield f"{name}, {_day(record.date)}: {what}"
    if imported.format not in OWN:
        yield f"confidence: {_confidence(imported)}"
    yield from (str(line) for line in imported.report)


def count(number: int, one: str, many: str = "") -> str:
    """``1 item``, ``2 items``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


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


def _confidence(imported: Imported) -> str:
    """A word, and why: words without a place weigh most, guesses by how many items there are."""
    unplaced = sum(line.what == "unplaced" for line in imported.report)
    guesses = sum(line.what == "inferred" for line in imported.report)
    record = imported.record
    items = len(record.items) if record else 0
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
