"""Tables to a data package: CSV, JSON and one zip as bytes; validated by frictionless once they are written.

pandas and frictionless are loaded by the functions that need them, so that whoever asks for a DataFile does not wait.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from minutebook.contract import Contract
from minutebook.model import Council
from minutebook.packages.datafile import DESCRIPTOR, ZIP, DataFile
from minutebook.problems import Problem
from minutebook.tables import Tables

__all__ = ["CODES", "DESCRIPTOR", "ZIP", "DataFile", "make_package", "verify_package"]

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
}
"""What each problem code of the data package means. Codes are for ever."""


def make_package(council: Council, tables: Tables, contract: Contract, date: dt.date) -> Mapping[str, DataFile]:
    """The files of the package by their path below ``data/``: descriptor, CSV and JSON of each table, and one zip.

    ``date`` is the date of the edition. The same tables and date give the same bytes, whatever the machine. The
    contract must agree with the tables (``minutebook.tables.disagreements`` is empty).
    """
    from minutebook.packages.descriptor import describe
    from minutebook.packages.formats import to_csv, to_json, to_zip

    files: dict[str, DataFile] = {}
    for name, schema in contract.schemas.items():
        rows = tables[name]
        files[f"{name}.csv"] = DataFile(f"{name}.csv", to_csv(schema, rows), "text/csv", name, len(rows))
        files[f"{name}.json"] = DataFile(f"{name}.json", to_json(schema, rows), "application/json", name, len(rows))
    descriptor = DataFile(DESCRIPTOR, describe(council, contract, files, date), "application/json")
    files = {descriptor.path: descriptor, **files}
    return {**files, ZIP: DataFile(ZIP, to_zip(files.values(), date), "application/zip")}


def verify_package(folder: Path, tables: Tables) -> tuple[Problem, ...]:
    """Validate the package that was written to a folder; every fault is placed where its row came from.

    frictionless judges descriptor, hashes, types, constraints, primary and foreign keys; unique keys, the JSON twins
    and the zip, of which it takes no notice, are judged here. A fault of no single row is placed in the published file.
    """
    from minutebook.packages.verifying import verify

    return verify(folder, tables)
