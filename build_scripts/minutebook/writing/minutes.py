"""A Meeting to the text of its minutes file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutebook.model import Attendee, Group, Meeting, Source
from minutebook.writing.body import body_blocks
from minutebook.writing.scalars import scalar


def write_meeting(meeting: Meeting) -> str:
    """The canonical minutes file: front matter, then the items with one blank line between blocks."""
    front = "\n".join(front_lines(meeting))
    body = "\n\n".join(body_blocks(meeting.items))
    return f"---\n{front}\n---\n" + (f"\n{body}\n" if body else "")


def front_lines(meeting: Meeting) -> Iterator[str]:
    """Front matter, keys in the order of the format, those without a value left out."""
    yield f"body: {scalar(meeting.body)}"
    yield f"date: {meeting.date.isoformat()}"
    if meeting.start:
        yield f'start: "{meeting.start:%H:%M}"'
    if meeting.end:
        yield f'end: "{meeting.end:%H:%M}"'
    if meeting.place:
        yield f"place: {scalar(meeting.place)}"
    yield f"status: {meeting.status}"
    if meeting.published:
        yield f"published: {meeting.published.isoformat()}"
    yield f"reviewed: {str(meeting.reviewed).lower()}"
    if meeting.corrections:
        yield "corrections:"
    for correction in meeting.corrections:
        yield f"  - date: {correction.date.isoformat()}"
        yield f"    note: {scalar(correction.note)}"
    if meeting.extract:
        yield "extract: true"
    yield from source_lines(meeting.source)
    if meeting.attendance:
        yield "attendance:"
    for group in meeting.attendance:
        yield from _group(group)
    if meeting.apologies:
        yield "apologies:"
        yield from people_lines(meeting.apologies, "  ")
    yield from unplaced_lines(meeting.unplaced)


def source_lines(source: Source) -> Iterator[str]:
    """The source as a key of front matter; nothing where nothing is known of it."""
    if source == Source():
        return
    yield "source:"
    for key in ("title", "file", "sha256", "url"):
        if getattr(source, key):
            yield f"  {key}: {scalar(getattr(source, key))}"
    if source.lines != (0, 0):
        first, last = source.lines
        yield f"  lines: [{first}, {last}]"


def unplaced_lines(lines: Sequence[str]) -> Iterator[str]:
    """What awaits a place as a key of front matter; nothing where all has its place."""
    if lines:
        yield "unplaced:"
        yield from (f"  - {scalar(line)}" for line in lines)


def _group(group: Group) -> Iterator[str]:
    yield f"  - group: {scalar(group.name)}"
    if group.people:
        yield "    people:"
        yield from people_lines(group.people, "      ")
    if group.departments:
        yield "    departments:"
    for department in group.departments:
        yield f"      {scalar(department.name)}:"
        yield from people_lines(department.people, "        ")


def people_lines(people: Iterable[Attendee], indent: str) -> Iterator[str]:
    """One person a line, as printed."""
    for person in people:
        yield f"{indent}- {scalar(person.printed)}"
