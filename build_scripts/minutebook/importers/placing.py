"""An imported document into the project: its minutes, agenda or report file under ``content``, new names into the registers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from minutebook.agenda_model import Agenda
from minutebook.files import write_file
from minutebook.identity import agenda_id, meeting_id, report_path
from minutebook.importers import standing
from minutebook.importers.appending import CannotAppendError, append
from minutebook.importers.imported import OWN, Imported
from minutebook.model import Body, Person
from minutebook.problems import Location, Problem
from minutebook.reading import Record, operative_words, read_record, read_registers
from minutebook.report_model import Report
from minutebook.writing import write_record

Status = Literal["written", "replaced", "completed", "unchanged", "refused"]
"""``completed``: full minutes took the place of an extract of them."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an imported document. ``added`` are the new entries of the registers ("content/people.yaml: a-example")."""

    status: Status
    path: str
    added: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Settled:
    """Where a file goes, its text, what that is to what stands there, and why."""

    path: str
    text: str
    status: Status
    note: str = ""
    differs: str = ""  # how what stands differs from it


def write_imported(root: Path, imported: Imported, *, force: bool = False, dry_run: bool = False) -> Written:
    """Write an imported document into the project at ``root``, whole or not at all.

    A file that stands there and differs is replaced only with ``force``, without it a Problem says how it differs; but full
    minutes take the place of an extract. What was published or decided stays as ``standing`` has it. With ``dry_run`` nothing
    is written, and the answer is what it would be.
    """
    record = imported.record
    if imported.problems or record is None:
        return Written("refused", "", (), imported.problems)
    settled = _settled(root, imported, record)
    if settled.status == "unchanged":
        return Written("unchanged", settled.path, note=settled.note)
    if settled.status == "replaced" and not force:
        told = f"this file is there already and differs from what the import of {imported.source} would write {settled.differs}"
        problem = Problem(
            Location(settled.path),
            "I003",
            told.rstrip(),
            "--force to replace it; without it the file stays as it is",
            "error",
        )
        return Written("refused", settled.path, (), (problem,))
    registers, problems = _registers(root, imported)
    if problems:
        return Written("refused", settled.path, (), problems)
    if not dry_run:
        for name, (content, _) in registers.items():
            write_file(root / name, content.encode())
        write_file(root / settled.path, settled.text.encode())
    added = tuple(f"{name}: {entry.id}" for name, (_, entries) in registers.items() for entry in entries)
    return Written(settled.status, settled.path, added, (), settled.note)


# --- the minutes, agenda or report file --------------------------------------------------------------------------------------


def _settled(root: Path, imported: Imported, record: Record) -> _Settled:
    """Where the file goes, its text, and what that is to what stands there."""
    words = operative_words(read_registers(root, [])[0])
    while True:
        path = _path(record)
        if not (root / path).is_file():
            return _Settled(path, imported.text, "written")
        content = (root / path).read_bytes()
        if content == imported.text.encode():
            return _Settled(path, imported.text, "unchanged")
        there, _ = read_record(root, path, words)
        if there is None or (standing.is_of(there, record) and imported.format in OWN):
            return _Settled(path, imported.text, "replaced")
        if standing.is_of(there, record):
            found = standing.against(there, record)
            stands, would = content.decode(errors="replace"), write_record(found.kept)
            differs = standing.difference(stands, would) if found.status == "replaced" else ""
            return _Settled(path, write_record(found.record), found.status, found.note, differs)
        record = _next(record)


def _next(record: Record) -> Record:
    """The record in the next place: the second meeting of a day, the next of a meeting's reports."""
    if isinstance(record, Report):
        return replace(record, number=record.number + 1)
    return replace(record, sequence=record.sequence + 1)


def _path(record: Record) -> str:
    if isinstance(record, Report):
        return report_path(record)
    if isinstance(record, Agenda):
        return f"content/agendas/{agenda_id(record)}.md"
    return f"content/minutes/{meeting_id(record)}.md"


# --- the registers ---------------------------------------------------------------------------------------------------


def _registers(
    root: Path, imported: Imported
) -> tuple[dict[str, tuple[str, Sequence[Body | Person]]], tuple[Problem, ...]]:
    """Each register that grows: its new text and its new entries; or why it cannot take them."""
    found: list[Problem] = []
    _, bodies, people = read_registers(root, found)
    wanted: tuple[tuple[str, Sequence[Body | Person], set[str]], ...] = (
        ("content/bodies.yaml", imported.bodies, {body.id for body in bodies}),
        ("content/people.yaml", imported.people, {person.id for person in people}),
    )
    texts: dict[str, tuple[str, Sequence[Body | Person]]] = {}
    problems: list[Problem] = []
    for name, entries, known in wanted:
        new = [entry for entry in entries if entry.id not in known]
        if not new:
            continue
        try:
            before = (root / name).read_bytes().decode() if (root / name).is_file() else ""
            texts[name] = (
                append(before, new, [todo for todo in imported.todos if name == f"content/{todo.register}.yaml"]),
                new,
            )
        except (CannotAppendError, UnicodeDecodeError) as error:
            told = f"nothing can be added to this register: {error if isinstance(error, CannotAppendError) else 'it is not UTF-8'}"
            problems.append(Problem(Location(name), "I004", told, "a list of entries"))
    return texts, tuple(problems)
