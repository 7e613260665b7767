"""The shared type of all registers: a fact that was read from a minute, with the phrase that it was read from.

Every row of a register has its own id (``cabinet/2025-11-04/37/sum-2``), the item that it stands in, its position there,
the register's own columns, and then its evidence: the phrase as printed, and the file and line of the source.
"""

from __future__ import annotations

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
    count: dict[str, int] = {}
    for fact in facts:
        position = count[fact.item] = count.get(fact.item, 0) + 1
        yield Row(
            {
                f"{kind.replace('-', '_')}_id": f"{fact.item}/{kind}-{position}",
                column: fact.item,
                "position": position,
                **fact.values,
                "evidence": fact.evidence,
                "source_file": fact.location.file,
                "source_line": fact.location.line,
            },
            fact.location,
        )


def either_rows(kind: str, facts: Iterable[Fact]) -> Iterator[Row]:
    """As ``fact_rows``, of facts that stand in a minute or only in an agenda: one of the two columns is empty.

    The id of a minute has three parts, ``council/2025-11-18/12``; that of an agenda item has more.
    """
    for row in fact_rows(kind, facts):
        key, item, *rest = row.values.items()
        only = str(item[1]).count("/") > 2
        where = (("item_id", None if only else item[1]), ("agenda_item_id", item[1] if only else None))
        yield Row(dict((key, *where, *rest)), row.location)
