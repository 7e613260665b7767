"""Minutes, agenda and report files themselves (law 4): importing one gives it back, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from minutebook.agenda_model import Agenda
from minutebook.identity import agenda_id, meeting_key
from minutebook.importers import registers
from minutebook.importers.imported import OWN, Imported
from minutebook.importers.report import ReportLine
from minutebook.model import Body, Meeting, Person
from minutebook.problems import Problem, errors
from minutebook.reading.agendas import read_agenda
from minutebook.reading.minutes import read_meeting
from minutebook.reading.reports import read_report
from minutebook.source import decode

_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?P<keys>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_BODY = re.compile(r"^body:\s*[\"']?(?P<body>[a-z0-9-]+)", re.MULTILINE)
_DATE = re.compile(r"^date:\s*[\"']?(?P<date>\d{4}-\d{2}-\d{2})", re.MULTILINE)
_AGENDA_KEY = re.compile(rb"^(?:moved_to|notice|membership|invited):|^status: *moved\b", re.MULTILINE)
_TO_COME = re.compile(rb"^status: *(?:scheduled|cancelled)\b", re.MULTILINE)
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?:-\d{1,2})?\.md", re.ASCII)


def is_minutes_file(content: bytes) -> bool:
    """Whether a document begins with the front matter of a minutes or agenda file."""
    front = _FRONT.match(content)
    return bool(
        front
        and re.search(rb"^body:", front["keys"], re.MULTILINE)
        and re.search(rb"^date:", front["keys"], re.MULTILINE)
    )


def _is_agenda(content: bytes) -> bool:
    """Whether front matter is that of an agenda: by a key of its own, or items of a meeting that has not been."""
    front = _FRONT.match(content)
    if front is None:
        return False
    has_items = re.search(rb"^## ", content[front.end() :], re.MULTILINE)
    return bool(_AGENDA_KEY.search(front["keys"]) or (has_items and _TO_COME.search(front["keys"])))


def read(
    name: str, content: bytes, words: Collection[str], bodies: Sequence[Body], people: Sequence[Person]
) -> Imported:
    """A minutes or agenda file as it stands; one that does not follow the format is refused with all its faults."""
    if _is_report(content):
        return _report(name, content, bodies)
    record, problems, faults = _record(name, content, words, agendas=_is_agenda(content))
    if faults and _is_agenda(content):  # minutes of a meeting that is said to be still to come
        as_minutes = _record(name, content, words, agendas=False)
        record, problems, faults = (record, problems, faults) if as_minutes[2] else as_minutes
    faults = tuple(replace(fault, location=replace(fault.location, file=name)) for fault in (*problems, *faults))
    if record is None or errors(faults):
        return Imported(name, problems=faults)
    report = []
    if record.body not in {body.id for body in bodies}:
        said = "the body is not in bodies.yaml, and the file does not say its name: add it by hand"
        report.append(ReportLine(record.location.line, "unplaced", said, record.body))
    if isinstance(record, Agenda):
        path = f"content/agendas/{agenda_id(record)}.md"
        return Imported(name, OWN[1], path, content.decode(), agenda=record, report=tuple(report))
    new = registers.new_people(record, people)
    path = f"content/minutes/{record.body}/{meeting_key(record)}.md"
    return Imported(
        name, OWN[0], path, content.decode(), record, (), new.people, (*new.report, *report), todos=new.todos
    )


def _is_report(content: bytes) -> bool:
    """Whether front matter is that of a report: neither minutes nor agendas have a title of their own."""
    front = _FRONT.match(content)
    return front is not None and bool(re.search(rb"^title:", front["keys"], re.MULTILINE))


def _report(name: str, content: bytes, bodies: Sequence[Body]) -> Imported:
    """A report file as it stands, by its own number where its name is one."""
    front = content.decode("utf-8", errors="replace")
    body, date = _BODY.search(front), _DATE.search(front)
    own = name if re.fullmatch(r"[1-9]\d{0,3}\.md", name, re.ASCII) else "1.md"
    path = f"content/reports/{body['body']}/{date['date']}/{own}" if body and date else own
    text, problems = decode(content, path)
    record, faults = read_report(text) if text else (None, ())
    faults = tuple(replace(fault, location=replace(fault.location, file=name)) for fault in (*problems, *faults))
    if record is None or errors(faults):
        return Imported(name, problems=faults)
    said = "the body is not in bodies.yaml, and the file does not say its name: add it by hand"
    unknown = record.body not in {body.id for body in bodies}
    lines = (ReportLine(record.location.line, "unplaced", said, record.body),) if unknown else ()
    return Imported(name, OWN[2], path, content.decode(), sheet=record, report=lines)


def _record(
    name: str, content: bytes, words: Collection[str], *, agendas: bool
) -> tuple[Meeting | Agenda | None, tuple[Problem, ...], tuple[Problem, ...]]:
    """A file read as an agenda or as minutes; what is wrong with its characters, and with what it says."""
    text, problems = decode(content, _path(name, content, "agendas" if agendas else "minutes"))
    if text is None:
        return None, problems, ()
    record, faults = read_agenda(text) if agendas else read_meeting(text, words)
    return record, problems, faults


def _path(name: str, content: bytes, folder: str) -> str:
    """The path that the file would have: its own name where that is a date, else the date in its front matter."""
    front = content.decode("utf-8", errors="replace")
    body, date = _BODY.search(front), _DATE.search(front)
    own = name if _NAME.fullmatch(name) else f"{date['date']}.md" if date else name
    return f"content/{folder}/{body['body']}/{own}" if body else own
