"""People as sentences of minutes name them, always with a title: "Councillor A Example", "Councillors A Example and B Sample".

A name without a title is not read: nothing tells it from a street or an office. "Councillor Example" alone is the one
person of that surname whom the same minutes name as present, where there is exactly one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from minutebook.model import Attendee, Meeting, Person
from minutebook.names import TITLES, fold, parse
from minutebook.people import Directory, directory, person_id

__all__ = ["PEOPLE", "PERSON", "Roll", "directory", "identify", "members", "names", "roll"]

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
_ELECTED = re.compile(r"\b(?:Councillor|Cllr|Alder(?:man|woman)|(?:Lord )?Mayor)\b", re.IGNORECASE)
_PLAIN = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.?\s*)+", re.IGNORECASE)


def names(people: str) -> tuple[str, ...]:
    """The names, without titles, in a text that ``PEOPLE`` matches, in order."""
    found = (_EACH.fullmatch(part.strip()) for part in _SEVERAL.split(people) if part.strip())
    return tuple(match["name"] for match in found if match)


@dataclass(frozen=True, slots=True)
class Roll:
    """Who may be meant in the minutes of one meeting: everyone in the register, and those present by surname."""

    known: Directory
    present: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # folded surname to the names of those present
    members: frozenset[str] = frozenset()  # ids of those whom the register calls "Councillor" or "Alderman"


def members(people: Iterable[Person]) -> frozenset[str]:
    """The ids of all whose title in the register is that of an elected member."""
    return frozenset(person.id for person in people if _ELECTED.search(person.title))


def roll(known: Directory, meeting: Meeting, elected: frozenset[str] = frozenset()) -> Roll:
    """The roll of a meeting. ``known`` and ``elected`` are made once for a book."""
    present: dict[str, tuple[str, ...]] = {}
    for attendee in _present(meeting):
        name = parse(attendee.printed).name
        for surname in _surnames(name):
            if name not in present.get(surname, ()):
                present[surname] = (*present.get(surname, ()), name)
    return Roll(known, present, elected)


def identify(who: Roll, printed: str, *, public: bool = False) -> str | None:
    """The id of the one person whom a name means in these minutes; None where that is not sure.

    The name may have a title and lack initials: a surname alone is the one person present who bears it. Councillor
    So-and-so is no officer where a councillor of that name is present too; and where members of the ``public`` may be
    meant, Mr or Mrs So-and-so is no councillor.
    """
    person = parse(printed)
    plain, elected = public and bool(_PLAIN.fullmatch(person.title)), bool(_ELECTED.search(person.title))
    found = person_id(who.known, person.name)
    if found:
        return None if plain and found in who.members else found
    ids = [person_id(who.known, name) for name in who.present.get(fold(person.name), ())]
    if plain:
        ids = [one for one in ids if one not in who.members]
    elif elected and who.members.intersection(ids):
        ids = [one for one in ids if one in who.members]
    return (ids[0] or None) if len(ids) == 1 else None


def _surnames(name: str) -> Iterator[str]:
    """What may stand alone for a name, folded: "B de la Mare" is "de la mare", "la mare" and "mare"."""
    words = fold(name).split()
    for start in range(1 if len(words) > 1 else 0, len(words)):
        if len(words[start].strip(".")) > 1:
            yield " ".join(words[start:])


def _present(meeting: Meeting) -> Iterable[Attendee]:
    for group in meeting.attendance:
        yield from group.people
        for department in group.departments:
            yield from department.people
