"""C001: a name that people.yaml does not know, or knows twice."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.rule import Finding, Rule
from minutebook.model import Attendee, Book, Meeting
from minutebook.people import bearers, directory


def attendees(meeting: Meeting) -> Iterator[Attendee]:
    """Everyone named in the front matter, apologies last."""
    for group in meeting.attendance:
        yield from group.people
        for department in group.departments:
            yield from department.people
    yield from meeting.apologies


def _find(book: Book) -> Iterator[Finding]:
    known = directory(book.people)
    for meeting in book.meetings:
        for attendee in attendees(meeting):
            found = bearers(known, attendee.printed)
            if not found:
                told = f"{attendee.printed!r} is not in people.yaml: published as printed, without an id"
                yield Finding(attendee.location, told, "the name, or an alias, of one person there")
            elif len(found) > 1:
                told = f"{attendee.printed!r} fits {', '.join(found)}: published as printed, without an id"
                yield Finding(attendee.location, told, "an alias that fits one of them only")


RULE = Rule(
    code="C001",
    title="Unknown or shared name",
    why="A person's page and attendance are joined up by names; people.yaml alone says who is who.",
    find=_find,
    good="attendance:\n  - group: Members\n    people:\n      - Councillor A Example\n",
    bad="attendance:\n  - group: Members\n    people:\n      - Councillor Z Stranger\n",
)
