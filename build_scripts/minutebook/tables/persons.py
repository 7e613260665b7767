"""People as sentences of minutes name them, always with a title: "Councillor A Example", "Councillors A Example and B Sample".

A name without a title is not read: nothing tells it from a street or an office. "Councillor Example" alone is the one
person of that surname whom the same minutes name as present, where there is exactly one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minutebook.model import Attendee, Meeting
from minutebook.names import TITLES, fold, parse
from minutebook.people import Directory, directory, person_id

__all__ = ["PEOPLE", "PERSON", "Roll", "directory", "identify", "names", "roll"]

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PART = rf"(?:(?:{_UPPER}\.){{1,3}}|{_UPPER}(?:[\w-]|['’](?!s\b))*)"
_PARTICLE = r"(?:(?:de|la|van|von|der|den|du|di|da|al|el|bin|ap|ab) ){0,2}"
_SINGULAR = "|".join(title for title in TITLES if not title.startswith(("The ", "Lord Mayor")))
_NAME = rf"(?!(?:{_SINGULAR})s?\b){_PARTICLE}{_PART}(?: {_PARTICLE}{_PART}){{0,4}}"
_TITLE = rf"(?:[Ff]ormer )?(?:(?:{_SINGULAR})\.? ){{1,3}}"
_PLURAL = r"(?:Councillors|Cllrs|Aldermen) "
_JOIN = r"(?:, and |, | and | & )"

PERSON = rf"\b{_TITLE}{_NAME}"
"""A pattern of one person: title and name."""

PEOPLE = rf"(?:\b{_PLURAL}{_NAME}(?:{_JOIN}(?:{_TITLE})?{_NAME}){{0,40}}|{PERSON}(?:{_JOIN}{_TITLE}{_NAME}){{0,40}})"
"""A pattern of one person or several."""

_EACH = re.compile(rf"(?:{_PLURAL}|{_TITLE})?(?P<name>{_NAME})")
_SEVERAL = re.compile(rf"{_JOIN}|\b{_PLURAL}")


def names(people: str) -> tuple[str, ...]:
    """The names, without titles, in a text that ``PEOPLE`` matches, in order."""
    found = (_EACH.fullmatch(part.strip()) for part in _SEVERAL.split(people) if part.strip())
    return tuple(match["name"] for match in found if match)


@dataclass(frozen=True, slots=True)
class Roll:
    """Who may be meant in the minutes of one meeting: everyone in the register, and those present by surname."""

    known: Directory
    present: Mapping[str, tuple[str, ...]]  # folded surname to the names of those present


def roll(known: Directory, meeting: Meeting) -> Roll:
    """The roll of a meeting. ``known`` is made once for a book."""
    present: dict[str, tuple[str, ...]] = {}
    for attendee in _present(meeting):
        name = parse(attendee.printed).name
        surname = fold(name).rsplit(" ", 1)[-1]
        if name not in present.get(surname, ()):
            present[surname] = (*present.get(surname, ()), name)
    return Roll(known, present)


def identify(who: Roll, name: str) -> str | None:
    """The id of the one person whom a name, with or without initials, means in these minutes; None where that is not sure."""
    found = person_id(who.known, name)
    if found or " " in name:
        return found or None
    full = who.present.get(fold(name), ())
    return (person_id(who.known, full[0]) or None) if len(full) == 1 else None


def _present(meeting: Meeting) -> Iterable[Attendee]:
    for group in meeting.attendance:
        yield from group.people
        for department in group.departments:
            yield from department.people
