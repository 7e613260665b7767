"""Which known names are like a new one: said to a person, who alone may join them. Nothing here merges anything."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from minutebook import names
from minutebook.model import Body, Person

_SURNAMES = 88
"""Of 100, how like two surnames must be: one letter of eight may differ, and "Hill" is not "Hall"."""
_BODIES = 90


def like_person(name: str, known: Iterable[Person]) -> tuple[Person, ...]:
    """Those whose surname is nearly this one's, and whose first name begins with the same letter."""
    return tuple(person for person in known if any(_nearly(name, other) for other in (person.name, *person.aliases)))


def like_body(name: str, known: Iterable[Body]) -> tuple[Body, ...]:
    """Those whose name is nearly this one; bodies that differ in a number are never alike."""
    folded = _plain(name)
    return tuple(
        body for body in known
        if any(
            _numbers(other) == _numbers(name) and fuzz.ratio(_plain(other), folded) >= _BODIES
            for other in (body.name, *body.aliases)
        )
    )  # fmt: skip


def _nearly(one: str, other: str) -> bool:
    (first, last), (given, surname) = _parts(one), _parts(other)
    return bool(first) and first[:1] == given[:1] and last != surname and fuzz.ratio(last, surname) >= _SURNAMES


def _parts(name: str) -> tuple[str, str]:
    given, _, surname = names.fold(name).rpartition(" ")
    return given, surname


def _plain(name: str) -> str:
    return "".join(re.findall(r"[^\W_]+", re.sub(r"^the\s+", "", name.casefold()).replace("&", "and")))


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
