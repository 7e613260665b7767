"""A minutes file to a Meeting. Codes: F001 to F004 (fields), F005 file name and front matter disagree, M… (body)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from typing import cast, get_args

from minutebook.model import Attendee, Correction, Department, Group, Meeting, MeetingStatus, Source
from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.reading.body import read_items
from minutebook.source import Document, Mapping, Node, Text, split_document

KEYS = (
    "body", "date", "start", "end", "place", "status", "published", "reviewed", "corrections", "extract", "source",
    "attendance", "apologies", "unplaced",
)  # fmt: skip
REQUIRED = ("body", "date", "status", "reviewed")
STATUSES = cast("tuple[MeetingStatus, ...]", get_args(MeetingStatus))

_NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(?:-(?P<sequence>[2-9]|[1-9]\d))?\.md", re.ASCII)


def read_meeting(text: Text, words: Collection[str]) -> tuple[Meeting | None, tuple[Problem, ...]]:
    """Read one minutes file; ``words`` are the operative words of the council (``reading.operative_words``).

    The path of the file says body, date and sequence: ``…/<body>/<date>[-<sequence>].md``. A Meeting is returned as soon as body and
    date are known, so that later checks can report what else they see; nothing is published while there are errors.
    """
    document, found = split_document(text)
    problems = list(found)
    if document is None:
        return None, tuple(problems)
    if problems:  # the front matter is not to be trusted, but what is wrong below it can be told in the same run
        read_items(document.body, document.body_line, document.file, words, problems)
        return None, tuple(problems)
    if document.front is None:
        where = Location(text.file, 1, 1)
        problems.append(Problem(where, "S003", "the file has no front matter", "a line --- and the meeting's keys"))
        return None, tuple(problems)
    meeting = _meeting(document, document.front, words, problems)
    return meeting, tuple(problems)


def _meeting(document: Document, front: Node, words: Collection[str], problems: list[Problem]) -> Meeting | None:
    where = Location(document.file, 1, 1)
    found = fields.keyed(front, KEYS, REQUIRED, where, problems)
    body, date = fields.text(found.get("body"), problems), fields.date(found.get("date"), problems)
    sequence = check_path(document.file, body, date, found, problems)
    items = read_items(document.body, document.body_line, document.file, words, problems)
    meeting = Meeting(
        body=body,
        date=date or dt.date.min,
        sequence=sequence,
        start=fields.time(found.get("start"), problems),
        end=fields.time(found.get("end"), problems),
        place=fields.text(found.get("place"), problems),
        status=fields.choice(found.get("status"), STATUSES, "draft", problems),
        published=fields.date(found.get("published"), problems),
        reviewed=fields.truth(found.get("reviewed"), problems),
        corrections=_corrections(found.get("corrections"), problems),
        extract=fields.truth(found.get("extract"), problems),
        source=read_source(found.get("source"), problems),
        attendance=_attendance(found.get("attendance"), problems),
        apologies=read_people(found.get("apologies"), problems),
        unplaced=read_unplaced(found.get("unplaced"), problems),
        items=items,
        location=found["body"].location if "body" in found else where,
    )
    return meeting if body and date else None


def check_path(file: str, body: str, date: dt.date | None, found: dict[str, Node], problems: list[Problem]) -> int:
    """The sequence that the file's name says; a name or folder that contradicts the front matter is a problem."""
    folder, _, name = file.rpartition("/")
    match = _NAME.fullmatch(name)
    if not match:
        wanted = "<date>.md, such as 2025-11-04.md, or <date>-2.md for a second meeting that day"
        problems.append(Problem(Location(file), "F005", f"the file's name {name!r} is no meeting's", wanted))
    elif date and match["date"] != date.isoformat():
        told = f"the date is {date.isoformat()}, but the file is called {name}"
        problems.append(Problem(found["date"].location, "F005", told, "the same date in both"))
    if body and folder and folder.rpartition("/")[2] != body:
        told = f"the body is {body!r}, but the file is in the folder {folder.rpartition('/')[2]!r}"
        problems.append(Problem(found["body"].location, "F005", told, "the same body in both"))
    return int(match["sequence"] or 1) if match else 1


def _corrections(node: Node | None, problems: list[Problem]) -> tuple[Correction, ...]:
    made = []
    for item in fields.items(node, problems):
        found = fields.keyed(item, ("date", "note"), ("date", "note"), item.location, problems)
        date, note = fields.date(found.get("date"), problems), fields.text(found.get("note"), problems)
        if date and note:
            made.append(Correction(date, note))
    return tuple(made)


def read_source(node: Node | None, problems: list[Problem]) -> Source:
    """The document that a file was imported from."""
    if node is None:
        return Source()
    found = fields.keyed(node, ("title", "file", "sha256", "url", "lines"), (), node.location, problems)
    lines = [fields.whole(line, problems, 1, 10**8) for line in fields.scalars(found.get("lines"), problems)]
    first, last = (lines[0] or 0, lines[1] or 0) if len(lines) == 2 else (0, 0)
    if "lines" in found and not 0 < first <= last:
        problems.append(Problem(found["lines"].location, "F004", "no range of lines", "[first, last]"))
    return Source(
        title=fields.text(found.get("title"), problems),
        file=fields.text(found.get("file"), problems),
        sha256=fields.pattern(found.get("sha256"), r"[0-9a-f]{64}", "64 hexadecimal digits", problems),
        url=fields.pattern(found.get("url"), fields.ADDRESS, "an address, https://…", problems),
        lines=(first, last),
    )


def _attendance(node: Node | None, problems: list[Problem]) -> tuple[Group, ...]:
    groups = []
    for item in fields.items(node, problems):
        found = fields.keyed(item, ("group", "people", "departments"), ("group",), item.location, problems)
        people = read_people(found.get("people"), problems)
        departments = _departments(found.get("departments"), problems)
        if not people and not departments:
            problems.append(
                Problem(item.location, "F002", "a group without people", "people: or departments: with names")
            )
        elif "group" in found:
            groups.append(Group(fields.text(found["group"], problems), people, departments))
    return tuple(groups)


def read_unplaced(node: Node | None, problems: list[Problem]) -> tuple[str, ...]:
    """What awaits a place: each line begins with the mark that makes ``check`` report it."""
    made = []
    for scalar in fields.scalars(node, problems):
        line = " ".join(scalar.text.split())
        if not re.match(r"TODO\b", line):
            problems.append(Problem(scalar.location, "F004", "words without a place, and no mark", "TODO before them"))
        made.append(line)
    return tuple(made)


def _departments(node: Node | None, problems: list[Problem]) -> tuple[Department, ...]:
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        problems.append(
            Problem(node.location, "F003", "departments that are no keys", "the department: and its people")
        )
        return ()
    departments: list[Department] = []
    for key, value in node.entries:
        name, people = " ".join(key.text.split()), read_people(value, problems)
        if name in {department.name for department in departments}:
            problems.append(Problem(key.location, "F004", f"the department {name!r} stands twice", "each once"))
        elif people:
            departments.append(Department(name, people))
        else:
            problems.append(Problem(key.location, "F002", f"no one in the department {key.text!r}", "a list of people"))
    return tuple(departments)


def read_people(node: Node | None, problems: list[Problem]) -> tuple[Attendee, ...]:
    """A list of people, one a line, as printed."""
    return tuple(Attendee(" ".join(scalar.text.split()), scalar.location) for scalar in fields.scalars(node, problems))
