"""Checks the SQLite file that was written, with SQLite: that it is whole, has every row, and that no row refers to one that is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from minutebook.packages.datafile import SQLITE
from minutebook.packages.faults import Fault
from minutebook.tables import Tables


def sqlite_faults(folder: Path, tables: Tables) -> Iterator[Fault]:
    """What is wrong with the file of a package in a folder."""
    try:
        content = (folder / SQLITE).read_bytes()
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(content)  # a folder's name may be one that no address of a file can hold
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if said != "ok":
                yield Fault("D015", SQLITE, f"the database is damaged: {said}")
                return
            yield from _row_faults(connection, tables)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield Fault("D015", SQLITE, f"the database cannot be read: {reason}")


def _row_faults(connection: sqlite3.Connection, tables: Tables) -> Iterator[Fault]:
    for name, rows in tables.items():
        (count,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 - a table of ours
        if count != len(rows):
            yield Fault("D016", SQLITE, f"{count} rows stand in the database", f"{len(rows)} rows", name)
    for table, row, referred, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault("D016", SQLITE, f"the row refers to no row of {referred}", f"a row of {referred}", table, row + 1)
