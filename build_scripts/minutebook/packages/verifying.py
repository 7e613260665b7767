"""Checks the package that was written: with frictionless, and here for what frictionless does not check.

Measured with frictionless 5.21: ``frictionless.validate(package)`` fails where ``Package.validate()`` works; unique keys of
several fields are not enforced; foreign keys are, in a time that grows with their number; JSON files under a custom
property, and a zip beside the descriptor, are not looked at.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from frictionless import FrictionlessException, Package

from minutebook.packages.datafile import DESCRIPTOR, ZIP
from minutebook.packages.faults import Fault, place, shown
from minutebook.packages.verifying_keys import Keys, foreign_faults, keys_of, without_foreign_keys
from minutebook.packages.verifying_sqlite import sqlite_faults
from minutebook.packages.wording import in_words, without_folders
from minutebook.problems import Problem, in_order
from minutebook.tables import Tables

MOST = 100_000
"""More faults of one table than this are not listed. frictionless stops at 1,000 unless it is told otherwise."""

_BROKEN_ZIP = (OSError, ValueError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile)

Cells = list[dict[str, str]]
"""The rows of a CSV file below its heading, as text."""


def verify(folder: Path, tables: Tables) -> tuple[Problem, ...]:
    """Every fault of the package in a folder, in the order of the places that they came from."""
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        # by a path, frictionless would take a folder's name for a pattern (q[x]) or an address (q:x)
        package = Package.from_descriptor(without_foreign_keys(descriptor), basepath=str(folder.resolve()))
        report = package.validate(limit_errors=MOST)
    except (OSError, ValueError, FrictionlessException) as error:
        return (place(Fault("D001", DESCRIPTOR, without_folders(str(error))), tables),)
    resources: dict[str, dict[str, Any]] = {resource["name"]: resource for resource in descriptor["resources"]}
    faults = [Fault("D001", DESCRIPTOR, error.message) for error in report.errors]
    for task in report.tasks:
        faults += [
            in_words(error, task.place, task.name, resources[task.name].get("schema", {})) for error in task.errors
        ]
    keys = keys_of(folder, resources)
    for name in {**tables, **resources}:
        if name in tables and name in resources:
            faults += _table_faults(folder, resources[name], len(tables[name]), keys)
        else:
            faults.append(Fault("D004", DESCRIPTOR, f"the table {name} is not in package and edition alike"))
    faults += _zip_faults(folder, resources)
    if not faults:  # else the database lacks what the tables lack
        faults += sqlite_faults(folder, tables)
    return in_order(place(fault, tables) for fault in faults)


def _table_faults(folder: Path, resource: Mapping[str, Any], made: int, keys: Keys) -> Iterator[Fault]:
    """What is wrong with one table besides what frictionless sees; ``made``: the rows that the edition has."""
    try:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            cells: Cells = list(csv.DictReader(file, restval=""))
    except (OSError, ValueError, csv.Error):
        return  # frictionless has said so
    if len(cells) != made:
        yield Fault("D004", resource["path"], f"{len(cells)} rows were written", f"{made} rows", resource["name"])
    yield from foreign_faults(resource, cells, keys)
    for fields in resource.get("schema", {}).get("uniqueKeys", ()):
        yield from _unique_faults(resource, fields, cells)
    for twin in resource.get("alternates", ()):
        yield from _twin_faults(folder, resource, twin, cells)


def _unique_faults(resource: Mapping[str, Any], fields: Sequence[str], cells: Cells) -> Iterator[Fault]:
    """Rows that have a unique key of an earlier row. A key with an empty cell is no key."""
    first: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(cells, 2):
        key = tuple(row.get(field, "") for field in fields)
        if all(key) and first.setdefault(key, number) != number:
            message = f"{shown(', '.join(key))} stands in row {first[key]} as well"
            yield Fault(
                "D012", resource["path"], message, "a key of its own", resource["name"], number, ", ".join(fields)
            )


def _twin_faults(folder: Path, resource: Mapping[str, Any], twin: Mapping[str, Any], cells: Cells) -> Iterator[Fault]:
    """Where the JSON of a table is not the file described, or does not say the same as the CSV."""
    path, name = twin["path"], resource["name"]
    try:
        content = (folder / path).read_bytes()
        rows = json.loads(content, parse_float=Decimal)  # 1250.00 keeps its digits
    except (OSError, ValueError):
        yield Fault("D002", path, "the file is missing or is no JSON", table=name)
        return
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != twin["hash"]:
        yield Fault("D003", path, "the file is not the one described: its hash differs", table=name)
    if not isinstance(rows, list) or len(rows) != len(cells):
        yield Fault("D013", path, "the JSON has not as many rows as the CSV", f"{len(cells)} rows", name)
        return
    types = {field["name"]: field["type"] for field in resource.get("schema", {}).get("fields", ())}
    for number, (row, cell) in enumerate(zip(rows, cells, strict=True), 2):
        for field, kind in types.items():
            said = _as_csv(row.get(field), kind) if isinstance(row, dict) else None
            if said != cell.get(field, ""):
                message = f"the JSON says {shown(said)} where the CSV says {shown(cell.get(field, ''))}"
                yield Fault("D013", path, message, table=name, row=number, field=field)


def _as_csv(value: object, kind: str) -> str | None:
    """How the CSV writes a JSON value; None where the value is not of the column's kind."""
    if value is None:
        return ""
    if kind == "boolean":
        return str(value).lower() if isinstance(value, bool) else None
    if kind == "integer":
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
    if kind == "number":
        return f"{value:f}" if isinstance(value, Decimal) else None
    return value if isinstance(value, str) else None


def _zip_faults(folder: Path, resources: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    """Where the zip does not hold exactly the files of the package as they stand in the folder."""
    twins = (twin["path"] for resource in resources.values() for twin in resource.get("alternates", ()))
    wanted = {DESCRIPTOR, *(resource["path"] for resource in resources.values()), *twins}
    try:
        with zipfile.ZipFile(io.BytesIO((folder / ZIP).read_bytes())) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
    except _BROKEN_ZIP:
        yield Fault("D002", ZIP, "the file is missing or is no sound zip")
        return
    for name in sorted(wanted | set(held)):
        file = folder / name
        if name not in wanted or not file.is_file() or held.get(name) != file.read_bytes():
            yield Fault("D014", ZIP, f"{name} is not the same in the zip and beside it")
