"""Looks up names as minutes print them, and gives the ids that people.yaml has for them.

Folding alone lets two printed names be one (``minutebook.names.fold``); likeness never does. Titles do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from minutebook.model import Person
from minutebook.names import fold, parse

Directory = Mapping[str, tuple[str, ...]]
"""Folded name to the ids of all who bear it, in the order of the register: more than one where a name is shared."""


def directory(people: Iterable[Person]) -> Directory:
    """The directory of a register: every person under their name and each of their aliases."""
    found: dict[str, tuple[str, ...]] = {}
    for person in people:
        for name in (person.name, *person.aliases):
            ids = found.get(_key(name), ())
            if person.id not in ids:
                found[_key(name)] = (*ids, person.id)
    return found


def bearers(known: Directory, printed: str) -> tuple[str, ...]:
    """The ids of everyone whom a printed name fits, with or without a title: none if nobody is known by it, several if it is ambiguous."""
    return known.get(_key(printed), ())


def person_id(known: Directory, printed: str) -> str:
    """The id of the one person whom a printed name fits; empty where it fits nobody, or more than one."""
    ids = bearers(known, printed)
    return ids[0] if len(ids) == 1 else ""


def _key(printed: str) -> str:
    return fold(parse(printed).name)
