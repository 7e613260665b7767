"""The files of an edition's data as pages offer them: where they are, what they are, how large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.edition import Edition
from minutebook.packages import DataFile
from minutebook.pages import formats

_FORMATS = {"csv": "CSV", "json": "JSON", "zip": "zip", "sqlite": "SQLite", "xlsx": "Excel", "parquet": "Parquet"}


@dataclass(frozen=True, slots=True)
class Download:
    address: str  # "data/decisions.csv"
    name: str  # "decisions.csv"
    format: str  # "CSV"
    size: str  # "412 KB"
    rows: int


def of_table(edition: Edition, table: str) -> tuple[Download, ...]:
    """The files of one table, in the order in which they are published."""
    return tuple(_downloads(file for file in edition.data.values() if file.table == table and file.role == "data"))


def everything(edition: Edition) -> tuple[Download, ...]:
    """The files that hold all tables at once: the zip of the package, the database, the workbook."""
    files = (
        file
        for file in edition.data.values()
        if not file.table and file.role == "data" and file.path != "datapackage.json"
    )
    return tuple(_downloads(files))


def shortlist(files: tuple[Download, ...]) -> tuple[Download, ...]:
    """Those that most people want, where there is room for few."""
    return tuple(file for file in files if file.format in ("CSV", "JSON", "zip", "SQLite"))


def named(edition: Edition, path: str) -> tuple[Download, ...]:
    """The file of this path below data/, if there is one."""
    return tuple(_downloads(file for file in edition.data.values() if file.path == path))


def _downloads(files: Iterator[DataFile]) -> Iterator[Download]:
    for file in files:
        suffix = file.path.rpartition(".")[2].lower()
        yield Download(
            address=f"data/{file.path}",
            name=file.path,
            format=_FORMATS.get(suffix, suffix.upper()),
            size=formats.size(len(file.content)),
            rows=file.rows,
        )
