"""What every catalogue is told of the package: one description, which each vocabulary only puts into its own words.

Addresses are whole ones: without the council's address there is nothing that a catalogue could point to, and none is made.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from minutebook.contract import Contract, Schema
from minutebook.council_model import Council
from minutebook.licences import LICENCES
from minutebook.packages.datafile import DataFile
from minutebook.tables import Tables

FORMATS = {
    "csv": "CSV", "json": "JSON", "parquet": "Parquet", "sqlite": "SQLite", "xlsx": "XLSX", "zip": "ZIP",
}  # fmt: skip
"""Kinds of file that a catalogue lists, by the ends of their names."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a catalogue is told of the whole package."""

    council: Council  # with an address
    contract: Contract
    files: Mapping[str, DataFile]
    date: dt.date
    version: str
    first: dt.date | None  # the days of the first and the last meeting, if there is one
    last: dt.date | None

    @property
    def page(self) -> str:
        """The page about the data; its address is the data set's identifier."""
        return f"{self.council.url}data/"

    @property
    def publisher(self) -> str:
        return self.council.publisher or self.council.name

    @property
    def licence(self) -> str:
        """The licence's address, or its name where it is not one of those that have one here."""
        known = LICENCES.get(self.council.licence)
        return known.address if known else self.council.licence

    def address(self, file: DataFile) -> str:
        return f"{self.page}{file.path}"

    def part(self, schema: Schema) -> str:
        """The address of the page about one table; the identifier of that table."""
        return f"{self.page}{schema.name}/"

    @property
    def area(self) -> str:
        """The council's area in the Office for National Statistics' register; empty where its code is not known."""
        code = self.council.gss_code
        return f"http://statistics.data.gov.uk/id/statistical-geography/{code}" if code else ""

    @property
    def keywords(self) -> tuple[str, ...]:
        words = self.contract.package["keywords"]
        return tuple(str(word) for word in words) if isinstance(words, list) else ()

    def of(self, table: str) -> tuple[DataFile, ...]:
        """The files of one table; of the whole package for no name. Metadata of other vocabularies is no copy of the data."""
        return tuple(file for file in self.files.values() if file.table == table and file.role == "data")


def listing(
    council: Council, contract: Contract, tables: Tables, files: Mapping[str, DataFile], *, date: dt.date, version: str
) -> Listing:
    """The description of a package of these files."""
    days = [row.values["date"] for row in tables.get("meetings", ())]
    held = [day for day in days if isinstance(day, dt.date)]
    return Listing(council, contract, files, date, version, min(held, default=None), max(held, default=None))


def format_of(file: DataFile) -> str:
    """The name of a file's format: ``CSV``."""
    return FORMATS[file.path.rpartition(".")[2]]


def written(content: Mapping[str, object]) -> bytes:
    """A catalogue's bytes."""
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
