"""A new package beside the last one: its version, the table of changes, and whether every published id is still there.

The same content and the same last package give the same bytes. Without a last package this is the first release, 1.0.0.

Codes: V001 an id that was published is gone, V002 an id that means something else, V003 a last package that cannot be read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from minutebook.contract import Contract
from minutebook.identity import meeting_id
from minutebook.lasting_model import Redirect
from minutebook.model import Book
from minutebook.packages.differences import HISTORY, compare, next_version
from minutebook.packages.lasting_rows import with_lasting_rows
from minutebook.packages.published import Cells, Published, in_csv, to_be_published
from minutebook.problems import Location, Problem
from minutebook.tables import Row, Tables, Value

FIRST = "1.0.0"

LASTING: Mapping[str, str] = {
    "bodies": "body_id",
    "people": "person_id",
    "meetings": "meeting_id",
    "items": "item_id",
    "decisions": "decision_id",
    "clauses": "clause_id",
}
"""The tables whose ids are promised for ever."""

ALIKE = 50
"""Titles and texts less alike than this, of 100, are of another matter (rapidfuzz's normalised edit distance)."""

_COMPARED = 2_000  # so many characters of two texts are compared


def with_history(
    tables: Tables, contract: Contract, about: Mapping[str, Any], date: dt.date, last: Published | None
) -> tuple[Tables, str]:
    """The tables, with the table of changes filled in and what became of rows that are gone, and the release's version.

    ``about`` is what the new descriptor says of the whole package.
    """
    if last is None:
        return tables, FIRST
    tables = with_lasting_rows(tables, contract, date, last)
    comparison = compare(last, to_be_published(about, contract, tables))
    version = next_version(last.version, comparison.level)
    earlier = (_earlier(cells, number) for number, cells in enumerate(last.tables.get(HISTORY, ()), 2))
    places = _places(tables, contract, {each.table for each in comparison.rows})
    new = (
        Row(
            {
                "change_id": f"{version}/{position}",
                "release": version,
                "date": date,
                "table_name": each.table,
                "row_id": each.row,
                "field": each.field or None,
                "kind": each.kind,
            },
            places.get((each.table, each.row), Location(f"data/{each.table}.csv")),
        )
        for position, each in enumerate(comparison.rows, 1)
    )
    return {**tables, HISTORY: (*earlier, *new)}, version


def _earlier(cells: Cells, number: int) -> Row:
    """A row of the last package's table of changes."""
    values: dict[str, Value] = {name: cell or None for name, cell in cells.items()}
    return Row(values | {"date": dt.date.fromisoformat(cells["date"])}, Location(f"data/{HISTORY}.csv", number))


def _places(tables: Tables, contract: Contract, names: Collection[str]) -> Mapping[tuple[str, str], Location]:
    """Where the rows of some tables come from, by table and primary key."""
    return {
        (name, ", ".join(in_csv(row.values[field]) for field in contract.schemas[name].primary_key)): row.location
        for name in names
        for row in tables[name]
    }


# --- the promise ------------------------------------------------------------------------------------------------------


def broken_promises(book: Book, tables: Tables, last: Published) -> tuple[Problem, ...]:
    """A problem for each id of the last package that is gone or means something else now, unless a redirect or withdrawal says so."""
    known = {name: {str(row.values[column]) for row in tables[name]} for name, column in LASTING.items()}
    withdrawn = {withdrawal.id for withdrawal in book.withdrawals}
    found, reported = list[Problem](), set[str]()
    for name, column in LASTING.items():
        for cells in last.tables.get(name, ()):
            was = cells.get(column, "")
            if was in known[name] or _above(was, withdrawn) or _redirected(was, name, book.redirects, known[name]):
                continue
            if not _above(was, reported):  # one problem for a meeting that is gone, not one for each of its minutes
                found.append(_gone(book, was, name))
            reported.add(was)
    return (*found, *_changed_meaning(tables["items"], last, withdrawn))


def _above(was: str, ids: Collection[str]) -> bool:
    """Whether an id, or one that it stands below, is among some."""
    parts = was.split("/")
    return any("/".join(parts[:length]) in ids for length in range(1, len(parts) + 1))


def _redirected(was: str, table: str, redirects: Sequence[Redirect], known: Collection[str]) -> bool:
    """Whether a redirect leads from an old id to one that is there."""
    whole = f"{table}/{was}" if table in ("bodies", "people") else was
    for redirect in redirects:
        old, new = redirect.old, redirect.new
        if table not in ("bodies", "people"):  # a body takes the ids below it along
            old, new = old.removeprefix("bodies/"), new.removeprefix("bodies/")
        if whole == old or whole.startswith(f"{old}/"):
            now = new + whole.removeprefix(old)
            if now.removeprefix(f"{table}/") in known:
                return True
    return False


def _gone(book: Book, was: str, table: str) -> Problem:
    told = f"the {_ONE[table]} {was} was published and is gone"
    if table in ("bodies", "people"):
        wanted = f"it here, or in content/redirects.yaml an entry old: {table}/{was}"
        return Problem(Location(f"content/{table}.yaml"), "V001", told, wanted)
    body, day = was.split("/")[:2]
    meeting = next((m.location for m in book.meetings if meeting_id(m) == f"{body}/{day}"), None)
    kept = "it here" if meeting else "the file"
    wanted = f"{kept}, in content/redirects.yaml an entry old: {was}, or in content/withdrawals.yaml an entry id: {was}"
    return Problem(meeting or Location(f"content/minutes/{body}/{day}.md"), "V001", told, wanted)


_ONE = {"bodies": "body", "people": "person", "meetings": "meeting", "items": "minute", "decisions": "decision",
        "clauses": "clause"}  # fmt: skip


def _changed_meaning(items: Sequence[Row], last: Published, withdrawn: Collection[str]) -> Iterator[Problem]:
    """Minutes whose id was another minute's: neither title nor text is like what was published under it."""
    before = {cells["item_id"]: cells for cells in last.tables.get("items", ())}
    for row in items:
        was, id_ = before.get(str(row.values["item_id"])), str(row.values["item_id"])
        if was is None or _above(id_, withdrawn) or not was["text"] or row.values["text"] is None:
            continue
        if not (_alike(was["title"], in_csv(row.values["title"])) or _alike(was["text"], in_csv(row.values["text"]))):
            told = f"the minute {id_} was “{was['title']}” when it was published"
            wanted = "that minute, or an id of its own for this one at the end of its heading, such as {#36-2}"
            yield Problem(row.location, "V002", told, wanted)


def _alike(one: str, other: str) -> bool:
    return one == other or fuzz.ratio(one[:_COMPARED], other[:_COMPARED]) >= ALIKE
