"""Apologies in sentences: "Apologies for absence were received from Councillors A and B.", at the front or in an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importers import persons
from minutebook.importers.report import ReportLine
from minutebook.model import Attendee, Item

_RECEIVED = re.compile(
    r"(?:an )?apolog(?:y|ies)\b.{0,60}?\b(?:(?:received|given|accepted|submitted|made|tendered|recorded|noted)\s+)?(?:from|for|by|on behalf of)\s+(?!absence\b|inability\b|lateness\b)(?P<who>.+?)\.?",
    re.IGNORECASE,
)


def sent_by(text: str) -> tuple[str, ...]:
    """Whose apologies a sentence says were received: "Apologies for absence were received from Councillors A and B."."""
    found = _RECEIVED.fullmatch(text.strip())
    people = persons.people_in(found["who"]) if found else ()
    return people if all(persons.is_person(person) for person in people) else ()


def _listed(title: str, text: str) -> tuple[str, ...]:
    """The people whom an item that is headed "Apologies" lists without another word."""
    only = re.fullmatch(r"apologies(?: for absence)?\W*", title, re.IGNORECASE) and persons.names_surely(text)
    return persons.people_in(text) if only else ()


def in_items(minuted: Sequence[Item]) -> tuple[tuple[Attendee, ...], tuple[ReportLine, ...]]:
    """Apologies that one of the first items records, where the front does not."""
    for item in minuted[:6]:
        for block in item.blocks if "apolog" in item.title.lower() else ():
            text = getattr(block, "text", "")
            who = sent_by(text) or _listed(item.title, text)
            if who:
                said = f"these apologies in item {item.number or item.title} were put into the front matter too"
                line = ReportLine(block.location.line, "inferred", said, text)
                return tuple(Attendee(name) for name in who), (line,)
    return (), ()
