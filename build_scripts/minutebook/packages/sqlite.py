"""All tables as one SQLite file: keys, foreign keys, indexes on ids and dates, and full-text search of items and decisions.

The same tables give the same bytes: pages are written in one order, nothing is dated, and the number of the SQLite
library that wrote the file, which stands in its header, is always the same.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import struct
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from minutebook.contract import Contract, Field, Schema
from minutebook.tables import Row, Tables, Value

METADATA, COLUMNS = "about", "about_columns"
"""The tables that explain the others: what the file is, and what each column means."""

SEARCHED: Mapping[str, tuple[str, ...]] = {"items": ("title", "text"), "decisions": ("title", "text")}
"""The columns that can be searched for words, in a table named after theirs: ``items_search``."""

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}
_HEADER_VERSION = 96  # where the header holds the number of the library that last wrote the file
_VERSION = 3_040_001
_BEGINNING = (
    "PRAGMA page_size = 4096",
    "PRAGMA encoding = 'UTF-8'",
    "PRAGMA auto_vacuum = 0",
    "BEGIN",
)


def to_sqlite(contract: Contract, tables: Tables, about: Mapping[str, str]) -> bytes:
    """The file's bytes; ``about`` are the lines of the table that says what the file is, by their keys."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in _BEGINNING:
            connection.execute(statement)
        _explain(connection, contract, about)
        referred = {
            (key.table, key.table_fields) for schema in contract.schemas.values() for key in schema.foreign_keys
        }
        for name, schema in contract.schemas.items():
            connection.execute(_create(schema, {fields for table, fields in referred if table == name}))
        for name, schema in contract.schemas.items():
            _fill(connection, schema, tables[name])
        connection.execute("COMMIT")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_HEADER_VERSION : _HEADER_VERSION + 4] = struct.pack(">I", _VERSION)
    return bytes(content)


def _explain(connection: sqlite3.Connection, contract: Contract, about: Mapping[str, str]) -> None:
    connection.execute(f"CREATE TABLE {METADATA} (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)")
    connection.executemany(f"INSERT INTO {METADATA} VALUES (?, ?)", about.items())  # noqa: S608 - our own name
    connection.execute(
        f"CREATE TABLE {COLUMNS} (table_name TEXT NOT NULL, column_name TEXT NOT NULL, type TEXT NOT NULL,"
        " title TEXT NOT NULL, meaning TEXT NOT NULL, if_empty TEXT NOT NULL, PRIMARY KEY (table_name, column_name))"
    )
    columns = (
        (schema.name, field.name, field.type, field.title, field.description, field.empty)
        for schema in contract.schemas.values()
        for field in schema.fields
    )
    connection.executemany(f"INSERT INTO {COLUMNS} VALUES (?, ?, ?, ?, ?, ?)", columns)  # noqa: S608 - our own name


def _create(schema: Schema, referred: Iterable[tuple[str, ...]]) -> str:
    """The statement that makes a table. Columns that another table refers to are a key here, as SQLite asks for."""
    unique = {fields for fields in (*schema.unique_keys, *referred) if fields != schema.primary_key}
    lines = [_column(field) for field in schema.fields]
    lines.append(f"PRIMARY KEY ({_names(schema.primary_key)})")
    lines += [f"UNIQUE ({_names(fields)})" for fields in sorted(unique)]
    lines += [
        f"FOREIGN KEY ({_names(key.fields)}) REFERENCES {_name(key.table)} ({_names(key.table_fields)})"
        for key in schema.foreign_keys
    ]
    return f"CREATE TABLE {_name(schema.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(field: Field) -> str:
    words = [_name(field.name), _TYPES.get(field.type, "TEXT")]
    if field.constraints.get("required") is True:
        words.append("NOT NULL")
    if field.constraints.get("unique") is True:
        words.append("UNIQUE")
    if field.type == "boolean":
        words.append(f"CHECK ({_name(field.name)} IN (0, 1))")
    return " ".join(words)


def _fill(connection: sqlite3.Connection, schema: Schema, rows: Sequence[Row]) -> None:
    """A table's rows, then its indexes and its search, so that each is written in one piece.

    A row that breaks a key is passed over: the package is not valid, and whoever verifies it says at which line of the minutes.
    """
    table = _name(schema.name)
    marks = ", ".join("?" for _ in schema.fields)
    cells = (tuple(_cell(value) for value in row.values.values()) for row in rows)
    connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", cells)  # noqa: S608 - names of the contract
    for field in _indexed(schema):
        index = _name(f"{schema.name}_{field}")
        connection.execute(f"CREATE INDEX {index} ON {table} ({_name(field)})")
    if schema.name in SEARCHED:
        columns, search = _names(SEARCHED[schema.name]), _name(f"{schema.name}_search")
        connection.execute(f"CREATE VIRTUAL TABLE {search} USING fts5({columns}, content={table})")
        connection.execute(
            f"INSERT INTO {search} (rowid, {columns}) SELECT rowid, {columns} FROM {table}"  # noqa: S608 - as above
        )
        connection.execute(f"INSERT INTO {search} ({search}) VALUES ('optimize')")  # noqa: S608 - as above


def _indexed(schema: Schema) -> list[str]:
    """The columns that other rows are found by: dates and foreign keys, unless a key begins with them anyway."""
    begins = {schema.primary_key[0], *(fields[0] for fields in schema.unique_keys)}
    wanted = {field.name for field in schema.fields if field.type == "date"}
    wanted |= {key.fields[0] for key in schema.foreign_keys}
    return [field.name for field in schema.fields if field.name in wanted - begins]


def _cell(value: Value) -> str | int | None:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (dt.date, Decimal)):
        return str(value)
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    return value


def _names(names: Iterable[str]) -> str:
    return ", ".join(_name(name) for name in names)


def _name(name: str) -> str:
    return f'"{name}"'
