"""Minutes files themselves (law 4): importing one gives it back, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from minutebook.identity import meeting_key
from minutebook.importers import registers
from minutebook.importers.imported import Imported
from minutebook.importers.report import ReportLine
from minutebook.model import Body, Person
from minutebook.problems import errors
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode

_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?P<keys>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_BODY = re.compile(r"^body:\s*[\"']?(?P<body>[a-z0-9-]+)", re.MULTILINE)
_DATE = re.compile(r"^date:\s*[\"']?(?P<date>\d{4}-\d{2}-\d{2})", re.MULTILINE)
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?:-\d{1,2})?\.md", re.ASCII)


def is_minutes_file(content: bytes) -> bool:
    """Whether a document begins with the front matter of a minutes file."""
    front = _FRONT.match(content)
    return bool(
        front
        and re.search(rb"^body:", front["keys"], re.MULTILINE)
        and re.search(rb"^date:", front["keys"], re.MULTILINE)
    )


def read(
    name: str, content: bytes, words: Collection[str], bodies: Sequence[Body], people: Sequence[Person]
) -> Imported:
    """A minutes file as it stands; one that does not follow the format is refused with all its faults."""
    text, problems = decode(content, _path(name, content))
    meeting, faults = read_meeting(text, words) if text else (None, ())
    faults = tuple(replace(fault, location=replace(fault.location, file=name)) for fault in (*problems, *faults))
    if meeting is None or errors(faults):
        return Imported(name, problems=faults)
    new = registers.new_people(meeting, people)
    report = list(new.report)
    if meeting.body not in {body.id for body in bodies}:
        said = "the body is not in bodies.yaml, and the file does not say its name: add it by hand"
        report.append(ReportLine(meeting.location.line, "unplaced", said, meeting.body))
    path = f"content/minutes/{meeting.body}/{meeting_key(meeting)}.md"
    return Imported(name, "a minutes file", path, content.decode(), meeting, (), new.people, tuple(report))


def _path(name: str, content: bytes) -> str:
    """The path that the file would have: its own name where that is a date, else the date in its front matter."""
    front = content.decode("utf-8", errors="replace")
    body, date = _BODY.search(front), _DATE.search(front)
    own = name if _NAME.fullmatch(name) else f"{date['date']}.md" if date else name
    return f"content/minutes/{body['body']}/{own}" if body else own
