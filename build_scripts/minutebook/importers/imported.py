"""What importing one document gives, before anything is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from minutebook.agenda_model import Agenda
from minutebook.importers.report import ReportLine
from minutebook.model import Body, Meeting, Person
from minutebook.problems import Problem
from minutebook.report_model import Report

OWN = ("a minutes file", "an agenda file", "a report file")
"""The names of Minutebook's own formats, whose files are imported as they stand."""


@dataclass(frozen=True, slots=True)
class Todo:
    """What a person must decide about a new entry of a register: it is written above the entry, and ``check`` reports it."""

    register: Literal["bodies", "people"]
    id: str
    text: str  # one line


@dataclass(frozen=True, slots=True)
class Stated:
    """What the person who imports says of the one meeting in a document, whatever the document says or lacks."""

    body: Body | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The result for one document: a meeting, an agenda or the front sheet of a report. Where ``problems`` say why it cannot be
    imported, it is none of them and the texts are empty.
    """

    source: str  # the document's name
    format: str = ""  # the name of the format it was read as
    path: str = ""  # of the file, from the project's root: "content/minutes/cabinet/2025-11-04.md"
    text: str = ""  # of the minutes, agenda or report file
    meeting: Meeting | None = None
    bodies: tuple[Body, ...] = ()  # new in the registers
    people: tuple[Person, ...] = ()
    report: tuple[ReportLine, ...] = ()  # what was dropped, inferred, not placed
    problems: tuple[Problem, ...] = ()
    agenda: Agenda | None = None
    todos: tuple[Todo, ...] = ()  # about the new bodies and people
    sheet: Report | None = None

    @property
    def record(self) -> Meeting | Agenda | Report | None:
        """What was read, be it a meeting, an agenda or a report."""
        return self.meeting or self.agenda or self.sheet
