"""Tables to a data package: every format and catalogue as bytes; validated by frictionless once they are written.

pandas and frictionless are loaded by the functions that need them, so that the rest of this package is quick to import.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from minutebook.contract import Contract
from minutebook.council_model import Council
from minutebook.model import Book
from minutebook.packages.datafile import DESCRIPTOR, ZIP, DataFile
from minutebook.packages.published import Published, read_published
from minutebook.problems import Problem
from minutebook.tables import Tables

__all__ = [
    "CODES",
    "DESCRIPTOR",
    "ZIP",
    "DataFile",
    "Published",
    "make_package",
    "read_published",
    "verify_package",
    "with_history",
]

CODES: Mapping[str, str] = {
    "D001": "the descriptor of the data package is not valid",
    "D002": "a file of the data package is missing or cannot be read",
    "D003": "a file of the data package has not the size or hash that the descriptor says",
    "D004": "a table has not the number of rows or columns that it should have",
    "D005": "a table's heading is not that of its schema",
    "D006": "a row is empty, or has cells too few or too many",
    "D007": "a cell is not of its column's type",
    "D008": "a cell is empty that must not be, or has a value that its column does not allow",
    "D009": "two cells of a column are the same that must differ",
    "D010": "two rows have the same primary key",
    "D011": "a row refers to a row that is in no table",
    "D012": "two rows have the same unique key",
    "D013": "the JSON of a table does not say the same as its CSV",
    "D014": "the zip does not hold the same files as the folder",
    "D015": "the SQLite file is missing or damaged",
    "D016": "the SQLite file does not hold the same rows, or a row of it refers to a row that is in no table",
    "V001": "an id that was published is gone",
    "V002": "the id of a minute means something else than when it was published",
    "V003": "the last package cannot be read",
}
"""What each problem code of the data package means. Codes are for ever."""


def make_package(
    council: Council, tables: Tables, contract: Contract, date: dt.date, version: str = "1.0.0"
) -> Mapping[str, DataFile]:
    """The files of the package by their path below ``data/``: descriptor, CSV and JSON of each table, their metadata, one
    zip, one SQLite file, the formats that the council asks for, and the catalogues.

    ``date`` is the date of the edition. The same tables, date and version give the same bytes, whatever the machine. The
    contract must agree with the tables (``minutebook.tables.disagreements`` is empty).
    """
    from minutebook.packages.making import make

    return make(council, tables, contract, date, version)


def with_history(
    book: Book, tables: Tables, contract: Contract, date: dt.date, last: Published | None
) -> tuple[Tables, str, tuple[Problem, ...]]:
    """The tables with what changed since the last package, the version that follows, and the promises that are broken."""
    from minutebook.packages import history
    from minutebook.packages.descriptor import about_package

    about = about_package(book.council, contract)
    complete, version = history.with_history(tables, contract, about, date, last)
    return complete, version, history.broken_promises(book, tables, last) if last else ()


def verify_package(folder: Path, tables: Tables) -> tuple[Problem, ...]:
    """Validate the package that was written to a folder; every fault is placed where its row came from.

    frictionless judges descriptor, hashes, types, constraints, primary and foreign keys; unique keys, the JSON twins
    and the zip, of which it takes no notice, are judged here. A fault of no single row is placed in the published file.
    """
    from minutebook.packages.verifying import verify

    return verify(folder, tables)
