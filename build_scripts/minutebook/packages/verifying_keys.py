"""The foreign keys of a package that was written.

frictionless judges them too, but reads the table that is referred to again for each key that refers to it: with two dozen registers of
items, most of a build's time. Here each table is read once. ``frictionless validate`` finds the same, which a test holds us to.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from minutebook.packages.faults import Fault, shown

Resources = Mapping[str, Mapping[str, Any]]
Keys = Mapping[tuple[str, tuple[str, ...]], frozenset[tuple[str, ...]]]
"""What may be referred to: by table and columns, the values that its rows have there."""


def without_foreign_keys(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptor with no table referring to another."""
    resources = [
        {**each, "schema": {key: value for key, value in each["schema"].items() if key != "foreignKeys"}}
        if isinstance(each.get("schema"), dict)
        else each
        for each in descriptor["resources"]
    ]
    return {**descriptor, "resources": resources}


def keys_of(folder: Path, resources: Resources) -> Keys:
    """The keys of every table that others refer to; a table that cannot be read is left out."""
    wanted: dict[str, set[tuple[str, ...]]] = {}
    for name, resource in resources.items():
        for _, table, there in _references(name, resource):
            wanted.setdefault(table, set()).add(there)
    return {
        (table, fields): frozenset(tuple(row.get(field, "") for field in fields) for row in rows)
        for table, keys in wanted.items()
        if (rows := _read(folder, resources.get(table, {}))) is not None
        for fields in keys
    }


def foreign_faults(resource: Mapping[str, Any], cells: Sequence[Mapping[str, str]], keys: Keys) -> Iterator[Fault]:
    """Rows that refer to a row that is in no table. An empty cell refers to nothing."""
    name = resource["name"]
    for own, table, there in _references(name, resource):
        known = keys.get((table, there))
        if known is None:
            continue
        for number, row in enumerate(cells, 2):
            key = tuple(row.get(field, "") for field in own)
            if any(key) and key not in known:
                message = f"{shown(', '.join(key))} is not in the table that it refers to"
                expected = f"a {', '.join(there)} of {table}"
                yield Fault("D011", resource["path"], message, expected, name, number, ", ".join(own))


def _references(name: str, resource: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Each foreign key of a table: its columns, the table that they refer to, and the columns there."""
    for key in resource.get("schema", {}).get("foreignKeys", ()):
        reference = key["reference"]
        yield tuple(key["fields"]), reference.get("resource") or name, tuple(reference["fields"])


def _read(folder: Path, resource: Mapping[str, Any]) -> list[dict[str, str]] | None:
    try:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, restval=""))
    except (OSError, ValueError, KeyError, csv.Error):
        return None  # frictionless says so
