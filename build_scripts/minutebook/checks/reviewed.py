"""C002: minutes, agendas and reports that nobody has read against their source."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.rule import Finding, Rule
from minutebook.model import Book


def _find(book: Book) -> Iterator[Finding]:
    for meeting in book.meetings:
        if not meeting.reviewed:
            told = "nobody has read these minutes against their source: they cannot be published"
            yield Finding(meeting.location, told, "reviewed: true once a person has")
    for agenda in book.agendas:
        if not agenda.reviewed:
            told = "nobody has read this agenda against its source: it cannot be published"
            yield Finding(agenda.location, told, "reviewed: true once a person has")
    for report in book.reports:
        if not report.reviewed:
            told = "nobody has read this report's front sheet against its source: it cannot be published"
            yield Finding(report.location, told, "reviewed: true once a person has")


RULE = Rule(
    code="C002",
    title="Unreviewed minutes",
    why="An importer guesses. A person must have read the result before the council publishes it.",
    find=_find,
    good="reviewed: true\n",
    bad="reviewed: false\n",
)
