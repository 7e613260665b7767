"""Meetings to come: those with an agenda after the edition's date, and minutes files of meetings yet to be held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import agenda_id, agenda_page
from minutebook.model import Body
from minutebook.pages import formats
from minutebook.pages.record import Record


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come. ``told`` says what became of its day: "moved to …", "cancelled"; empty where it stands."""

    body: Body
    date: dt.date
    start: dt.time | None
    address: str
    told: str

    @property
    def when(self) -> str:
        """``Wednesday 25 November 2026, 10:00am: cancelled``."""
        start = f", {formats.clock(self.start)}" if self.start else ""
        return f"{formats.weekday(self.date)}{start}{f': {self.told}' if self.told else ''}"


def coming(record: Record) -> tuple[Coming, ...]:
    """The next meeting first."""
    return tuple(sorted(_coming(record), key=lambda one: (one.date, one.start or dt.time(), one.body.id)))


def _coming(record: Record) -> Iterator[Coming]:
    called = set()
    for agenda in record.edition.book.agendas:
        if agenda.date > record.edition.date:
            called.add(agenda_id(agenda))
            moved = f"moved to {formats.weekday(agenda.moved_to)}" if agenda.moved_to else ""
            told = moved or ("cancelled" if agenda.status == "cancelled" else "")
            yield Coming(record.bodies[agenda.body], agenda.date, agenda.start, agenda_page(agenda), told)
    for sitting in record.sittings:
        if sitting.meeting.status == "scheduled" and sitting.id not in called:
            yield Coming(sitting.body, sitting.meeting.date, sitting.meeting.start, sitting.address, "")
