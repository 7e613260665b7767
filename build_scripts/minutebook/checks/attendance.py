"""C006: someone who attended and sent apologies."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.people import attendees
from minutebook.checks.rule import Finding, Rule
from minutebook.model import Book
from minutebook.names import fold, parse


def _find(book: Book) -> Iterator[Finding]:
    for meeting in book.meetings:
        absent = {fold(parse(attendee.printed).name): attendee for attendee in meeting.apologies}
        for attendee in attendees(meeting):
            same = absent.get(fold(parse(attendee.printed).name))
            if same is not None and same is not attendee:
                told = f"{attendee.printed!r} is named twice, and among the apologies"
                yield Finding(same.location, told, "each person once")


RULE = Rule(
    code="C006",
    title="Present and absent",
    why="Nobody can have attended and sent apologies; one of the two lines was read or printed wrongly.",
    find=_find,
    good="attendance:\n  - group: Members\n    people:\n      - Councillor A Example\n",
    bad="attendance:\n  - group: Members\n    people:\n      - Councillor A Example\n"
    "apologies:\n  - Councillor A Example\n",
)
