"""Two packages compared: which rows and cells differ, and which number of the version that raises.

Source of the levels: the recipe "Data Package Version" of the Data Package standard. Major: a table or column is removed, renamed, added
among the columns or put in another place, changes its type, key or meaning, or admits less than before; a row is gone to which
other tables refer. Minor: tables or rows are added, or a column admits more. Patch: cells and descriptions are put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from minutebook.packages.published import Cells, Published

Kind = Literal["added", "changed", "withdrawn", "removed"]
Level = Literal["", "patch", "minor", "major"]
_LEVELS: tuple[Level, ...] = ("", "patch", "minor", "major")

HISTORY = "changes"
"""The table that tells of earlier differences; it is not compared."""

PLACES = ("source_file", "source_line", "url")
"""Columns that say where something stands, not what it is; they are compared, and not listed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that was added or removed (``field`` is empty), or one cell that says something else."""

    table: str
    row: str  # its primary key, the parts divided by a comma and a space
    kind: Kind
    field: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    level: Level  # empty: the packages say the same
    contract: tuple[str, ...]  # what differs in tables, columns and keys, in words
    rows: tuple[Difference, ...]


def compare(old: Published, new: Published) -> Comparison:
    """What the newer of two packages changed."""
    found = list(_contract(old, new))
    if old.about != new.about:
        found.append(("patch", "what the package says of itself has changed"))
    rows: list[Difference] = []
    levels: set[Level] = {level for level, _ in found}
    referred = {table for schema in old.schemas.values() for table in _refers(schema)}
    withdrawn = _withdrawn(old, new)
    for name in new.schemas:
        if name == HISTORY or name not in old.schemas:
            continue
        moved, listed = _rows(name, old, new, withdrawn)
        rows += listed
        kinds = {difference.kind for difference in listed}
        levels |= {"patch"} if moved or kinds else set()
        levels |= {"minor"} if "added" in kinds else set()
        levels |= {"major"} if "removed" in kinds and name in referred else set()
    return Comparison(max(levels, key=_LEVELS.index, default=""), tuple(told for _, told in found), tuple(rows))


def next_version(last: str, level: Level) -> str:
    """The version of a release that differs from the last one by so much."""
    major, minor, patch = map(int, last.split("."))
    match level:
        case "major":
            return f"{major + 1}.0.0"
        case "minor":
            return f"{major}.{minor + 1}.0"
        case "patch":
            return f"{major}.{minor}.{patch + 1}"
    return last


def in_words(comparison: Comparison, last: str) -> Iterator[str]:
    """What differs, one line each, and what it means for the version that follows the last one."""
    yield from comparison.contract
    for each in comparison.rows:
        yield f"{each.kind} {each.table} {each.row}" + (f": {each.field}" if each.field else "")
    if comparison.level:
        yield f"{comparison.level}: {last} is followed by {next_version(last, comparison.level)}"
    else:
        yield "the packages say the same"


def _rows(name: str, old: Published, new: Published, withdrawn: frozenset[str]) -> tuple[bool, list[Difference]]:
    """Whether cells differ that are not listed, and the differences that are."""
    key = tuple(new.schemas[name]["primaryKey"])
    before = {_key(row, key): row for row in old.tables[name]}
    after = {_key(row, key): row for row in new.tables[name]}
    found, moved = [], list(before) != [row for row in after if row in before]
    for row, cells in after.items():
        was = before.get(row)
        if was is None:
            found.append(Difference(name, row, "added"))
        elif was != cells:
            differing = [field for field in cells if cells[field] != was.get(field, "")]
            kind: Kind = "withdrawn" if _covers(withdrawn, row) else "changed"
            found += [Difference(name, row, kind, field) for field in differing if field not in PLACES]
            moved = True
    found += [Difference(name, row, "removed") for row in before if row not in after]
    return moved, found


def _key(row: Cells, key: Sequence[str]) -> str:
    return ", ".join(row.get(field, "") for field in key)


def _withdrawn(old: Published, new: Published) -> frozenset[str]:
    """What was withdrawn since the older package."""
    ids = [{row["id"] for row in package.tables.get("withdrawals", ())} for package in (old, new)]
    return frozenset(ids[1] - ids[0])


def _covers(withdrawn: frozenset[str], row: str) -> bool:
    """Whether a row is one that was withdrawn, or stands below one."""
    parts = row.split("/")
    return bool(withdrawn) and any("/".join(parts[:length]) in withdrawn for length in range(2, len(parts) + 1))


def _refers(schema: Mapping[str, Any]) -> Iterator[str]:
    for key in schema.get("foreignKeys", ()):
        if key["reference"].get("resource"):
            yield key["reference"]["resource"]


# --- tables, columns and keys -----------------------------------------------------------------------------------------


def _contract(old: Published, new: Published) -> Iterator[tuple[Level, str]]:
    for name in old.schemas:
        if name not in new.schemas:
            yield "major", f"the table {name} is gone"
    for name, schema in new.schemas.items():
        if name not in old.schemas:
            yield "minor", f"the table {name} is new"
        elif schema != old.schemas[name]:
            yield from _schema(name, old.schemas[name], schema)


def _schema(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[Level, str]]:
    before = {field["name"]: field for field in old["fields"]}
    after = {field["name"]: field for field in new["fields"]}
    for field in sorted(before.keys() - after.keys()):
        yield "major", f"the column {name}.{field} is gone"
    for field in sorted(after.keys() - before.keys()):
        yield "major", f"the column {name}.{field} is new"
    if [field for field in before if field in after] != [field for field in after if field in before]:
        yield "major", f"the columns of {name} stand in another order"
    for key in ("primaryKey", "foreignKeys", "uniqueKeys", "missingValues"):
        if old.get(key, []) != new.get(key, []):
            yield "major", f"the {key} of {name} differ"
    for field, described in after.items():
        if field in before and before[field] != described:
            yield from _field(f"{name}.{field}", before[field], described)
    if any(old.get(key) != new.get(key) for key in ("title", "description")):
        yield "patch", f"the description of {name} has changed"


def _field(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[Level, str]]:
    if any(old.get(key) != new.get(key) for key in ("type", "format")):
        yield "major", f"the type of {name} has changed"
    were, are = (
        {key: told for key, told in field.get("constraints", {}).items() if told is not False} for field in (old, new)
    )
    for key in sorted(were.keys() | are.keys()):
        if were.get(key) != are.get(key):
            wider = _wider(key, were.get(key), are.get(key))
            yield (
                "minor" if wider else "major",
                f"the column {name} admits {'more' if wider else 'less'} than before ({key})",
            )
    if any(old.get(key) != new.get(key) for key in ("title", "description", "example", "empty")):
        yield "patch", f"the description of {name} has changed"


def _wider(key: str, old: Any, new: Any) -> bool:
    """Whether the newer of two constraints admits everything that the older one did."""
    if new is None or new is False:
        return True
    if old is None or old is False:
        return False
    match key:
        case "enum":
            return set(old) <= set(new)
        case "minimum" | "minLength":
            return bool(new <= old)
        case "maximum" | "maxLength":
            return bool(new >= old)
    return False
