"""An imported document into the project: its minutes, agenda or report file under ``content``, new names into the registers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from minutebook.agenda_model import Agenda
from minutebook.files import write_file
from minutebook.identity import agenda_id, meeting_id, report_path
from minutebook.importers.appending import CannotAppendError, append
from minutebook.importers.imported import OWN, Imported
from minutebook.importers.keeping import with_ids_of
from minutebook.model import Body, Meeting, Person
from minutebook.problems import Location, Problem
from minutebook.reading import Record, operative_words, read_record, read_registers
from minutebook.report_model import Report
from minutebook.writing import write_meeting, write_record

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


def write_imported(root: Path, imported: Imported, *, force: bool = False, dry_run: bool = False) -> Written:
    """Write an imported document into the project at ``root``, whole or not at all.

    A file that stands there and differs is replaced only with ``force``, without it a Problem says so; but full minutes take
    the place of an extract. What a clerk decided about a file of the same source stays: the date of publication, and while
    the text is the same, status and review. With ``dry_run`` nothing is written, and the answer is what it would be.
    """
    record = imported.record
    if imported.problems or record is None:
        return Written("refused", "", (), imported.problems)
    settled = _settled(root, imported, record)
    if settled.status == "unchanged":
        return Written("unchanged", settled.path, note=settled.note)
    if settled.status == "replaced" and not force:
        told = "this file is there already and differs from what the import would write"
        problem = Problem(
            Location(settled.path), "I003", told, "--force to replace it; without it the file stays as it is", "error"
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
        if there is None or _same_text(there, record) or not _another(there, record):
            return _against(there, record, _Settled(path, imported.text, "replaced"), is_own=imported.format in OWN)
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


def _same_text(there: Record, record: Record) -> bool:
    """Whether a file was imported from the same lines of the same document, whatever a clerk has changed in it since."""
    (first, last), (begin, end) = there.source.lines, record.source.lines
    return there.source.sha256 == record.source.sha256 and (not last or not end or (begin <= last and first <= end))


def _another(there: Record, record: Record) -> bool:
    """Whether a file of the same place is another's: of a meeting that began at another hour, or a report of another title."""
    if isinstance(there, Report) or isinstance(record, Report):
        return not (isinstance(there, Report) and isinstance(record, Report) and there.title == record.title)
    return there.start is not None and record.start is not None and there.start != record.start


def _against(there: Record | None, record: Record, replaced: _Settled, *, is_own: bool) -> _Settled:
    """What becomes of a file that stands: with what was decided about it, where it came from the same source."""
    if there is None or is_own:
        return replaced
    if there.source.sha256 != record.source.sha256 or not record.source.sha256:
        if isinstance(there, Meeting) and isinstance(record, Meeting):
            return _completed(there, record, replaced)
        return replaced
    again, kept = _kept(there, record)
    if kept == replace(there, sequence=kept.sequence):
        return replace(replaced, status="unchanged")
    return replace(replaced, text=write_record(again))


def _completed(there: Meeting, meeting: Meeting, replaced: _Settled) -> _Settled:
    """Full minutes against an extract of them from another document, and the other way about."""
    if meeting.extract and not there.extract:
        return replace(replaced, status="unchanged", note="the full minutes of this meeting are there already")
    if meeting.extract or not there.extract:
        return replaced
    whole = replace(with_ids_of(there, meeting), published=there.published, corrections=there.corrections)
    note = "these full minutes take the place of an extract, and keep its ids and its day of publication"
    return replace(replaced, text=write_meeting(whole), status="completed", note=note)


def _kept(there: Record, record: Record) -> tuple[Record, Record]:
    """A record of the same source as it would be written, and with all that a clerk may have decided about it."""
    source = replace(record.source, url=there.source.url, file=there.source.file)
    if isinstance(there, Meeting) and isinstance(record, Meeting):
        again = replace(with_ids_of(there, record), published=there.published)
        return again, replace(
            again, reviewed=there.reviewed, status=there.status, corrections=there.corrections, extract=there.extract,
            source=source, unplaced=there.unplaced,
        )  # fmt: skip
    if isinstance(there, Report) and isinstance(record, Report):
        attached = replace(record, published=there.published)
        return attached, replace(attached, reviewed=there.reviewed, source=source)
    called = replace(record, published=there.published)
    if isinstance(there, Agenda) and isinstance(called, Agenda):
        return called, replace(
            called, reviewed=there.reviewed, status=there.status, moved_to=there.moved_to, source=source,
            unplaced=there.unplaced,
        )  # fmt: skip
    return called, called


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
