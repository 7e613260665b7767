"""The shared type of all registers: a fact that was read from a minute, with the phrase that it was read from.

Every row of a register has its own id (``cabinet/2025-11-04/37/sum-3f9c02d1``), the item that it stands in, its position there,
the register's own columns, and then its evidence: the phrase as printed, and the file and line of the source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from minutebook.problems import Location
from minutebook.tables.row import Row, Value


@dataclass(frozen=True, slots=True)
class Fact:
    """``values`` are the register's own columns in the order of its schema; ``evidence`` is the phrase as printed."""

    item: str  # the id of the minute, or of the agenda item, that it stands in
    values: Mapping[str, Value]
    evidence: str
    location: Location


def fact_rows(kind: str, facts: Iterable[Fact], column: str = "item_id") -> Iterator[Row]:
    """Facts as rows, numbered within each item: ``kind`` is the register's singular, "sum", and part of each id."""
    whole = tuple(facts)
    count: dict[str, int] = {}
    for fact, key in zip(whole, row_ids(kind, ((fact.item, _words(fact)) for fact in whole)), strict=True):
        count[fact.item] = count.get(fact.item, 0) + 1
        yield Row(
            {
                f"{kind.replace('-', '_')}_id": key,
                column: fact.item,
                "position": count[fact.item],
                **fact.values,
                "evidence": fact.evidence,
                "source_file": fact.location.file,
                "source_line": fact.location.line,
            },
            fact.location,
        )


def row_ids(kind: str, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The id of each fact, from its item and the words that it was read from, in the order printed.

    An id hangs on the words and not on the position, so that no fact that is found or corrected beside it moves it, and it
    never comes to mean another fact. The same words again in one item are told apart by their order.
    """
    count: dict[str, int] = {}
    for item, words in said:
        key = f"{item}/{kind}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
        count[key] = count.get(key, 0) + 1
        yield key if count[key] == 1 else f"{key}-{count[key]}"


def _words(fact: Fact) -> str:
    """What a fact is known by: its evidence, and the person where one phrase names several."""
    return f"{fact.evidence}\n{fact.values['name']}" if "name" in fact.values else fact.evidence


def either_rows(kind: str, facts: Iterable[Fact]) -> Iterator[Row]:
    """As ``fact_rows``, of facts that stand in a minute or only in an agenda: one of the two columns is empty.

    The id of a minute has three parts, ``council/2025-11-18/12``; that of an agenda item has more.
    """
    for row in fact_rows(kind, facts):
        key, item, *rest = row.values.items()
        only = str(item[1]).count("/") > 2
        where = (("item_id", None if only else item[1]), ("agenda_item_id", item[1] if only else None))
        yield Row(dict((key, *where, *rest)), row.location)
