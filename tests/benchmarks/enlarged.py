"""The example council with as many meetings as a benchmark wants: its own, repeated year after year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from minutebook.agenda_model import Agenda
from minutebook.files import write_file
from minutebook.identity import agenda_id, report_meeting_id, report_path
from minutebook.model import Book, Meeting
from minutebook.reading import read_book
from minutebook.report_model import Report
from minutebook.writing import write_agenda, write_meeting, write_report
from project import ROOT, copy_example


def enlarged(book: Book, meetings: int) -> Book:
    """The book with its meetings repeated in earlier years until there are enough, and more bodies beyond half a century.

    Each meeting has one of the example's agendas, with the reports that are attached to it.
    """
    made, bodies = [], {body.id: body for body in book.bodies}
    for number in range(meetings):
        meeting, back = book.meetings[number % len(book.meetings)], number // len(book.meetings)
        age, again = back % 25, back // 25
        name = meeting.body + (f"-{again + 1}" if again else "")
        old = bodies[meeting.body]
        bodies.setdefault(name, replace(old, id=name, name=f"{old.name} {again + 1}", aliases=(), predecessor=""))
        day = meeting.date.replace(year=meeting.date.year - 2 * age)
        made.append(replace(meeting, body=name, date=day, published=None, corrections=()))
    called = [_called(meeting, book.agendas[number % len(book.agendas)], book) for number, meeting in enumerate(made)]
    return replace(
        book,
        meetings=tuple(made),
        bodies=tuple(bodies.values()),
        agendas=tuple(agenda for agenda, _ in called),
        reports=tuple(report for _, reports in called for report in reports),
    )


def _called(meeting: Meeting, agenda: Agenda, book: Book) -> tuple[Agenda, list[Report]]:
    """An agenda and its reports as those of a meeting."""
    own = {"body": meeting.body, "date": meeting.date, "sequence": meeting.sequence, "published": None}
    reports = [replace(one, **own) for one in book.reports if report_meeting_id(one) == agenda_id(agenda)]
    return replace(agenda, **own, status="scheduled", moved_to=None, notice=None), reports


def project(folder: Path, meetings: int) -> Path:
    """A project that holds so many meetings."""
    copy_example(folder)
    book = enlarged(read_book(ROOT).book, meetings)
    for kind in ("minutes", "agendas", "reports"):
        for file in (folder / "content" / kind).rglob("*.md"):
            file.unlink()
    known = (folder / "content/bodies.yaml").read_text(encoding="utf-8")
    more = (f"- id: {b.id}\n  name: {b.name}\n" for b in book.bodies if f"id: {b.id}\n" not in known)
    write_file(folder / "content/bodies.yaml", (known + "".join(more)).encode())
    for meeting in book.meetings:
        again = f"-{meeting.sequence}" if meeting.sequence > 1 else ""
        path = folder / f"content/minutes/{meeting.body}/{meeting.date}{again}.md"
        write_file(path, write_meeting(meeting).encode())
    for agenda in book.agendas:
        write_file(folder / f"content/agendas/{agenda_id(agenda)}.md", write_agenda(agenda).encode())
    for report in book.reports:
        write_file(folder / report_path(report), write_report(report).encode())
    return folder
