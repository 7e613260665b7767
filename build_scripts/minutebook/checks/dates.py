"""C005: dates of a meeting that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.rule import Finding, Rule
from minutebook.model import Book


def _find(book: Book) -> Iterator[Finding]:
    for meeting in book.meetings:
        if meeting.published and meeting.published < meeting.date:
            told = f"published on {meeting.published}, before the meeting of {meeting.date}"
            yield Finding(meeting.location, told, "a day on or after the meeting")
        if meeting.start and meeting.end and meeting.end < meeting.start:
            told = f"the meeting ends ({meeting.end:%H:%M}) before it starts ({meeting.start:%H:%M})"
            yield Finding(meeting.location, told, "an end after the start, unless the meeting passed midnight")


RULE = Rule(
    code="C005",
    title="Dates that contradict each other",
    why="Feeds are ordered by these dates, and a reader trusts them.",
    find=_find,
    good='start: "14:00"\nend: "15:30"\n',
    bad='start: "14:00"\nend: "13:30"\n',
)
