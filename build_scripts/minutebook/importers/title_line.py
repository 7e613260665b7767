"""The facts of a meeting that a data service gives, printed as minutes print them, so that the engine reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importers import dates, titles
from minutebook.importers.blocks import TextBlock

FRONT = 25
"""Blocks or lines among which the heading of minutes stands."""
IN_HEAD = "this stands in the head of the page, and was taken to belong to the heading"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What is told of the whole meeting; ``line`` is where. Empty or None: it is not told."""

    body: str
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    line: int = 1


def stands_in_head(head: Sequence[str], front: Sequence[str]) -> bool:
    """Whether the head of a page alone says on which day the meeting was, or which body met: the ``front`` of the text does not."""
    return any(
        any(map(says, head)) and not any(says(text) for text in front if len(text) < _LONGEST)
        for says in (_dated, _names_body)
    )


def _dated(text: str) -> bool:
    return next(dates.dates_in(text), None) is not None


def _names_body(text: str) -> bool:
    return titles.TYPE.search(text) is not None


def title_blocks(facts: MeetingFacts) -> list[TextBlock]:
    """The title of the minutes, and below it what it does not say. A body's name that a sentence would break has a line
    of its own.
    """
    held = f"held {f'at {_time(facts.start)} ' if facts.start else ''}on {facts.date:%A}, {facts.date.day} {facts.date:%B %Y}"
    title = f"Minutes of the Meeting of {facts.body} {held}"
    below = []
    if not facts.body or titles.facts(title).body != facts.body:
        title = f"Minutes of the meeting {held}"
        below = [f"Committee: {facts.body}"] if facts.body else []
    below += [f"Venue: {facts.place}"] if facts.place else []
    below += [f"Time ended: {_time(facts.end)}"] if facts.end else []
    heading = TextBlock("heading", title, level=1, line=facts.line, last_line=facts.line)
    return [heading, *(TextBlock("paragraph", text, line=facts.line, last_line=facts.line) for text in below)]


def _time(time: dt.time) -> str:
    """A time as minutes print it: "2.00 pm"."""
    return f"{time.hour % 12 or 12}.{time.minute:02} {'pm' if time.hour >= 12 else 'am'}"
