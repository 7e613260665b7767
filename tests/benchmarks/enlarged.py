"""The example council with as many meetings as a benchmark wants: its own, repeated year after year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from minutebook.files import write_file
from minutebook.model import Book
from minutebook.reading import read_book
from minutebook.writing import write_meeting
from project import ROOT, copy_example


def enlarged(book: Book, meetings: int) -> Book:
    """The book with its meetings repeated in earlier years until there are enough, a body more for each two centuries."""
    made, bodies = [], {body.id: body for body in book.bodies}
    for number in range(meetings):
        meeting, back = book.meetings[number % len(book.meetings)], number // len(book.meetings)
        age, again = back % 100, back // 100
        name = meeting.body + (f"-{again + 1}" if again else "")
        old = bodies[meeting.body]
        bodies.setdefault(name, replace(old, id=name, name=f"{old.name} {again + 1}", aliases=(), predecessor=""))
        day = meeting.date.replace(year=meeting.date.year - 2 * age)
        made.append(replace(meeting, body=name, date=day, published=None, corrections=()))
    return replace(book, meetings=tuple(made), bodies=tuple(bodies.values()), agendas=(), reports=())


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
    return folder
