"""The table ``attendance``: one row for each person whom minutes name as present or as having sent apologies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import meeting_id
from minutebook.model import Attendee, Meeting
from minutebook.names import parse
from minutebook.people import person_id
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


@dataclass(frozen=True, slots=True)
class _Named:
    """One person as a meeting names them; group and department are empty where none is printed."""

    attendee: Attendee
    group: str
    department: str
    status: str


def rows(gathered: Gathered) -> Iterator[Row]:
    for meeting in gathered.book.meetings:
        for position, named in enumerate(_named(meeting), 1):
            printed = parse(named.attendee.printed)
            yield Row(
                {
                    "meeting_id": meeting_id(meeting),
                    "position": position,
                    "person_id": person_id(gathered.people, named.attendee.printed) or None,
                    "name": printed.name,
                    "title": printed.title or None,
                    "capacity": named.group or None,
                    "department": named.department or None,
                    "role": printed.role or None,
                    "status": named.status,
                    "substitutes_for": printed.substitutes_for or None,
                },
                named.attendee.location,
            )


def _named(meeting: Meeting) -> Iterator[_Named]:
    """Everyone named, in the order printed."""
    for group in meeting.attendance:
        yield from (_Named(attendee, group.name, "", "present") for attendee in group.people)
        for department in group.departments:
            yield from (_Named(attendee, group.name, department.name, "present") for attendee in department.people)
    yield from (_Named(attendee, "", "", "apologies") for attendee in meeting.apologies)
