"""An imported document into the project: its minutes file under ``content/minutes``, new names into the registers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from minutebook.files import write_file
from minutebook.identity import meeting_key
from minutebook.importers.appending import CannotAppendError, append
from minutebook.importers.imported import Imported
from minutebook.model import Body, Meeting, Person
from minutebook.problems import Location, Problem
from minutebook.reading import operative_words, read_minutes_file, read_registers
from minutebook.writing import write_meeting

Status = Literal["written", "replaced", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an imported document. ``added`` are the new entries of the registers ("content/people.yaml: a-example")."""

    status: Status
    path: str
    added: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def write_imported(root: Path, imported: Imported, *, force: bool = False) -> Written:
    """Write an imported document into the project at ``root``, whole or not at all.

    A file that stands there and differs is replaced only with ``force``; without it a Problem says so. What a clerk decided
    about a file of the same source stays: the date of publication, and while the text is the same, status and review.
    """
    if imported.problems or imported.meeting is None:
        return Written("refused", "", (), imported.problems)
    path, text, status = _settled(root, imported, imported.meeting)
    if status == "unchanged":
        return Written("unchanged", path)
    if status == "replaced" and not force:
        told = "this file is there already and differs from what the import would write"
        problem = Problem(Location(path), "I003", told, "--force to replace it, or another file's name", "error")
        return Written("refused", path, (), (problem,))
    registers, problems = _registers(root, imported)
    if problems:
        return Written("refused", path, (), problems)
    for name, (content, _) in registers.items():
        write_file(root / name, content.encode())
    write_file(root / path, text.encode())
    added = tuple(f"{name}: {entry.id}" for name, (_, entries) in registers.items() for entry in entries)
    return Written(status, path, added)


# --- the minutes file ------------------------------------------------------------------------------------------------


def _settled(root: Path, imported: Imported, meeting: Meeting) -> tuple[str, str, Status]:
    """Where the file goes, its text, and what that is to what stands there."""
    words = operative_words(read_registers(root, [])[0])
    while True:
        path = f"content/minutes/{meeting.body}/{meeting_key(meeting)}.md"
        if not (root / path).is_file():
            return path, imported.text, "written"
        content = (root / path).read_bytes()
        if content == imported.text.encode():
            return path, imported.text, "unchanged"
        there = read_minutes_file(root, path, words)[0]
        if there is None or _same_text(there, meeting) or not _another(there, meeting):
            return path, *_against(there, meeting, content, imported)
        meeting = replace(meeting, sequence=meeting.sequence + 1)


def _same_text(there: Meeting, meeting: Meeting) -> bool:
    """Whether a file was imported from the same lines of the same document, whatever a clerk has changed in it since."""
    (first, last), (begin, end) = there.source.lines, meeting.source.lines
    return there.source.sha256 == meeting.source.sha256 and (not last or not end or (begin <= last and first <= end))


def _another(there: Meeting, meeting: Meeting) -> bool:
    """Whether a file of the same body and day is of another meeting: both say when they began, and differ."""
    return there.start is not None and meeting.start is not None and there.start != meeting.start


def _against(there: Meeting | None, meeting: Meeting, content: bytes, imported: Imported) -> tuple[str, Status]:
    """The text for a file that stands: with what was decided about it, where it came from the same source."""
    if there is None or there.source.sha256 != meeting.source.sha256 or not meeting.source.sha256:
        return imported.text, "replaced"
    kept = replace(
        meeting, published=there.published, reviewed=there.reviewed, status=there.status, corrections=there.corrections,
        extract=there.extract, source=replace(meeting.source, url=there.source.url, file=there.source.file),
    )  # fmt: skip
    if write_meeting(kept).encode() == content or kept == replace(there, sequence=kept.sequence):
        return imported.text, "unchanged"
    return write_meeting(replace(meeting, published=there.published)), "replaced"


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
            texts[name] = (append(before, new), new)
        except (CannotAppendError, UnicodeDecodeError) as error:
            told = f"nothing can be added to this register: {error if isinstance(error, CannotAppendError) else 'it is not UTF-8'}"
            problems.append(Problem(Location(name), "I004", told, "a list of entries"))
    return texts, tuple(problems)
