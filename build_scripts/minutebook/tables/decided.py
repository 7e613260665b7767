"""The clauses of a decision with what introduces each of them and what stands below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import clauses
from minutebook.model import Decision
from minutebook.problems import Location
from minutebook.text import opening

REACH = 600
"""How many characters of what introduces a clause are kept: enough for "notes the decision of Cabinet to:"."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One clause, or the opening paragraph, whose ``path`` is empty. ``below`` is its sub-clauses with their labels."""

    path: str
    text: str
    above: str
    below: str
    location: Location


def decided(decision: Decision) -> Iterator[Decided]:
    """The opening paragraph and every clause of a decision, each before its sub-clauses."""
    listed = list(clauses(decision.clauses))
    texts = {"": opening(decision), **{clause.path: clause.entry.text for clause in listed}}
    above = {"": ""}
    below: dict[str, list[str]] = {}
    for clause in listed:
        above[clause.path] = f"{above[clause.parent]} {texts[clause.parent]}"[-REACH:]
        below.setdefault(clause.parent, []).append(f"{clause.entry.label} {clause.entry.text}")
    yield Decided("", texts[""], "", " ".join(below.get("", ())), decision.location)
    for clause in listed:
        inner = " ".join(below.get(clause.path, ()))
        yield Decided(clause.path, clause.entry.text, above[clause.path], inner, clause.entry.location)
