"""What importing one document gives, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.importers.report import ReportLine
from minutebook.model import Body, Meeting, Person
from minutebook.problems import Problem


@dataclass(frozen=True, slots=True)
class Imported:
    """The result for one document. Where ``problems`` say why it cannot be imported, ``meeting`` is None and the texts are empty."""

    source: str  # the document's name
    format: str = ""  # the name of the format it was read as
    path: str = ""  # of the minutes file, from the project's root: "content/minutes/cabinet/2025-11-04.md"
    text: str = ""  # of the minutes file
    meeting: Meeting | None = None
    bodies: tuple[Body, ...] = ()  # new in the registers
    people: tuple[Person, ...] = ()
    report: tuple[ReportLine, ...] = ()  # what was dropped, inferred, not placed
    problems: tuple[Problem, ...] = ()
