"""The facts of a meeting that a data service gives, printed as minutes print them, so that the engine reads them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from minutebook.importers import titles
from minutebook.importers.blocks import TextBlock


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What is told of the whole meeting; ``line`` is where. Empty or None: it is not told."""

    body: str
    date: dt.date
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    line: int = 1


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
