"""What is wrong, and where: the values that every stage reports with.

An error in what a council wrote is a value with a place, never an exception. Stages collect problems, the command
line sorts and prints them once. Exceptions are for programming errors and failing disks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the council's project: path with ``/`` from the project's root, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Location("", 0, 0)
"""The place of a value that was not read from a file (a meeting that a test or an importer made)."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    ``message`` says what is wrong, ``expected`` what was expected instead (it may be empty where the message says it).
    ``code`` is for ever: it names the rule and its entry in the documentation. An error stops a build; a warning is a
    finding that a person should look at.
    """

    location: Location
    code: str
    message: str
    expected: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        wanted = f"; expected {self.expected}" if self.expected else ""
        mark = " warning:" if self.severity == "warning" else ""
        return f"{self.location}: {self.code}{mark} {self.message}{wanted}"


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that stop a build, in the order of their places, each once."""
    return tuple(sorted({problem for problem in problems if problem.severity == "error"}))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems in the order of their places, each once."""
    return tuple(sorted(set(problems)))


def refused(error: OSError) -> Problem:
    """What the disk or the system would not do, as a problem in the place of the file."""
    told = f"cannot read or write: {error.strerror or error}"
    return Problem(Location(str(error.filename or ".")), "F006", told, "files that can be read and written")
