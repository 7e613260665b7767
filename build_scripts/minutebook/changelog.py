"""The releases of the data that an edition tells of, each with what it changed: for the changelog's page and its feed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.edition import Edition
from minutebook.tables import Row

_FIRST = "1.0.0"


@dataclass(frozen=True, slots=True)
class Count:
    """How much of one table changed in one way."""

    table: str
    kind: str  # added, changed, withdrawn, removed
    rows: int
    cells: int  # 0 where whole rows were added or removed

    @property
    def told(self) -> str:
        """``items: 2 rows added``; ``items: 5 cells changed in 2 rows``."""
        rows = f"{self.rows:,} row{'' if self.rows == 1 else 's'}"
        if not self.cells:
            return f"{self.table}: {rows} {self.kind}"
        return f"{self.table}: {self.cells:,} cell{'' if self.cells == 1 else 's'} {self.kind} in {rows}"


@dataclass(frozen=True, slots=True)
class Release:
    version: str
    date: dt.date
    counts: tuple[Count, ...]
    changes: tuple[Row, ...]  # the rows of the table of changes

    @property
    def told(self) -> str:
        if self.version == _FIRST:
            return "The first release."
        return f"Release {self.version} changed {'these tables' if self.counts else 'what describes the tables'}."


def releases(edition: Edition) -> tuple[Release, ...]:
    """Every release that the table of changes lists, the newest first; the edition's own is there even if it changed no row.

    A release that changed no row, such as the first, is not in the table of changes, and so is not here once another follows.
    """
    found: dict[str, list[Row]] = {}
    for row in edition.tables.get("changes", ()):
        found.setdefault(str(row.values["release"]), []).append(row)
    listed = [
        Release(version, _day(rows[0], edition.date), tuple(_counts(rows)), tuple(rows))
        for version, rows in found.items()
    ]
    if edition.version not in found:
        listed.append(Release(edition.version, edition.date, (), ()))
    return tuple(reversed(listed))


def _counts(rows: list[Row]) -> Iterator[Count]:
    cells: Counter[tuple[str, str]] = Counter()
    whole: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        key = str(row.values["table_name"]), str(row.values["kind"])
        whole.setdefault(key, set()).add(str(row.values["row_id"]))
        cells[key] += bool(row.values["field"])
    for (table, kind), ids in whole.items():
        yield Count(table, kind, len(ids), cells[table, kind])


def _day(row: Row, otherwise: dt.date) -> dt.date:
    day = row.values["date"]
    return day if isinstance(day, dt.date) else otherwise
