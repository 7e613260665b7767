"""Cells of a published package changed at random, and a judge of its own that says which rows break the contract.

The judge knows nothing of frictionless and nothing of ours: it reads the schemas as the Table Schema standard words them.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from minutebook.contract import Contract, Field, Schema

Cells = dict[str, list[list[str]]]
"""Each table's rows below its heading, as its CSV has them."""

_TYPES: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "boolean": ("true", "True", "TRUE", "1", "false", "False", "FALSE", "0").index,
}
_ODD = (
    "",
    "x",
    "0",
    "-1",
    "3.5",
    "2025-02-30",
    "2025-11-04",
    "25:00",
    "perhaps",
    "true",
    "nobody/1",
    "cabinet",
    "Ab C",
    "é",
    "1,5",
)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))[1:]


def written(schema: Schema, rows: list[list[str]]) -> bytes:
    content = io.StringIO(newline="")
    csv.writer(content, lineterminator="\n").writerows([[field.name for field in schema.fields], *rows])
    return content.getvalue().encode()


def mutate(cells: Cells, contract: Contract, random: Random, times: int) -> None:
    """Change so many cells, each of another row: to something odd, to nothing, or to what another row says."""
    places = [(name, number) for name, rows in cells.items() for number in range(len(rows))]
    for name, number in random.sample(places, min(times, len(places))):
        column = random.randrange(len(contract.schemas[name].fields))
        other = random.choice(cells[name])[column]
        cells[name][number][column] = random.choice((random.choice(_ODD), other, ""))


def broken_rows(cells: Cells, contract: Contract) -> set[tuple[str, int]]:
    """The rows that break the contract, by table and number; the heading is row 1."""
    found = set()
    for name, schema in contract.schemas.items():
        columns = {field.name: number for number, field in enumerate(schema.fields)}
        rows = [[_valued(field, cell) for field, cell in zip(schema.fields, row, strict=True)] for row in cells[name]]
        uris = {columns[str(field["name"])] for field in schema.descriptor["fields"] if field.get("format") == "uri"}
        for number, row in enumerate(cells[name], 2):
            if any(not _allowed(field, cell) for field, cell in zip(schema.fields, row, strict=True)):
                found.add((name, number))
            if any(row[column] and not re.match("https?://", row[column]) for column in uris):
                found.add((name, number))
        for key in _unique(schema):
            found |= {(name, number) for number in _repeated(rows, [columns[field] for field in key])}
        for key in schema.foreign_keys:
            own = [columns[field] for field in key.fields]
            there = [
                [field.name for field in contract.schemas[key.table].fields].index(name) for name in key.table_fields
            ]
            known = {tuple(row[column] for column in there) for row in cells[key.table]}
            for number, row in enumerate(rows, 2):
                wanted = tuple(row[column] for column in own)
                if any(wanted) and wanted not in known:
                    found.add((name, number))
    return found


def _unique(schema: Schema) -> Iterator[tuple[str, ...]]:
    yield schema.primary_key
    yield from schema.unique_keys
    yield from ((field.name,) for field in schema.fields if field.constraints.get("unique") is True)


def _repeated(rows: list[list[str]], columns: list[int]) -> Iterator[int]:
    seen = set()
    for number, row in enumerate(rows, 2):
        key = tuple(row[column] for column in columns)
        if all(key) and key in seen:
            yield number
        seen.add(key)


def _valued(field: Field, cell: str) -> str:
    """A cell as a key has it: nothing where it is not of its column's type."""
    return cell if cell and _typed(field, cell) else ""


def _typed(field: Field, cell: str) -> bool:
    try:
        _TYPES[field.type](cell)
    except ValueError:
        return False
    return field.type != "integer" or re.fullmatch(r"-?\d+", cell) is not None


def _allowed(field: Field, cell: str) -> bool:
    said = field.constraints
    if not cell:
        return said.get("required") is not True
    if not _typed(field, cell):
        return False
    enum, pattern = said.get("enum"), said.get("pattern")
    if isinstance(enum, list) and cell not in enum:
        return False
    if pattern and not re.fullmatch(str(pattern), cell):
        return False
    return "minimum" not in said or float(cell) >= float(str(said["minimum"]))
