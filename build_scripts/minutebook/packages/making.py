"""The files of a package, from its tables: every format and every catalogue, as bytes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from minutebook.contract import Contract, Schema
from minutebook.council_model import Council
from minutebook.packages.csvw import GROUP, group_metadata, table_metadata
from minutebook.packages.datafile import DESCRIPTOR, SQLITE, XLSX, ZIP, DataFile
from minutebook.packages.dcat import DCAT, dcat
from minutebook.packages.descriptor import about_package, describe
from minutebook.packages.formats import to_csv, to_json, to_zip
from minutebook.packages.harvest import DATA_JSON, data_json
from minutebook.packages.listing import listing
from minutebook.packages.sqlite import to_sqlite
from minutebook.problems import Problem
from minutebook.tables import Row, Tables

NEEDED: Mapping[str, str] = {"parquet": "pyarrow", "xlsx": "openpyxl"}
"""The library that each further format needs; ``pip install minutebook[parquet]`` installs it."""


def missing_libraries(council: Council) -> tuple[Problem, ...]:
    """A problem for each format that the council asks for and that this installation cannot write (B003)."""
    return tuple(
        Problem(
            council.location,
            "B003",
            f"the format {name} needs {NEEDED[name]}, which is not installed",
            f'pip install "minutebook[{name}]", or formats: without {name}',
        )
        for name in council.formats
        if find_spec(NEEDED[name]) is None
    )


def make(council: Council, tables: Tables, contract: Contract, date: dt.date, version: str) -> dict[str, DataFile]:
    """All files by their path below ``data/``. The zip holds the package itself: descriptor, CSV and JSON."""
    files: dict[str, DataFile] = {}
    for name, schema in contract.schemas.items():
        files |= {file.path: file for file in _of_table(council, schema, tables[name])}
    packed = {path: file for path, file in files.items() if path in _packed(contract)}
    about = about_package(council, contract)
    descriptor = DataFile(
        DESCRIPTOR, describe(about, contract, packed, date, version), "application/json", role="metadata"
    )
    files = {DESCRIPTOR: descriptor, **files}
    whole = [
        DataFile(ZIP, to_zip((descriptor, *packed.values()), date), "application/zip"),
        DataFile(SQLITE, to_sqlite(contract, tables, _in_words(about, date, version)), "application/vnd.sqlite3"),
    ]
    if "xlsx" in council.formats:
        from minutebook.packages.xlsx import MEDIATYPE, to_xlsx

        title = f"{about['title']}, {council.name}"
        whole.append(DataFile(XLSX, to_xlsx(contract, tables, title, date), MEDIATYPE))
    whole.append(DataFile(GROUP, group_metadata(council, contract), "application/csvm+json", role="metadata"))
    files |= {file.path: file for file in whole}
    if council.url:
        this = listing(council, contract, tables, files, date=date, version=version)
        files[DCAT] = DataFile(DCAT, dcat(this), "application/ld+json", role="metadata")
        files[DATA_JSON] = DataFile(DATA_JSON, data_json(this), "application/json", role="metadata")
    return files


def _of_table(council: Council, schema: Schema, rows: tuple[Row, ...]) -> Iterator[DataFile]:
    """The files of one table, the reference first."""
    name = schema.name
    yield DataFile(f"{name}.csv", to_csv(schema, rows), "text/csv", name, len(rows))
    yield DataFile(f"{name}.json", to_json(schema, rows), "application/json", name, len(rows))
    if "parquet" in council.formats:
        from minutebook.packages.parquet import to_parquet

        yield DataFile(f"{name}.parquet", to_parquet(schema, rows), "application/vnd.apache.parquet", name, len(rows))
    described = (json.dumps(schema.descriptor, indent=2, ensure_ascii=False) + "\n").encode()
    yield DataFile(f"{name}.schema.json", described, "application/json", name, role="metadata")
    metadata = table_metadata(council, schema)
    yield DataFile(f"{name}.csv-metadata.json", metadata, "application/csvm+json", name, role="metadata")


def _packed(contract: Contract) -> set[str]:
    return {f"{name}.{suffix}" for name in contract.schemas for suffix in ("csv", "json")}


def _in_words(about: Mapping[str, object], date: dt.date, version: str) -> dict[str, str]:
    """What the database says of itself."""
    said = {key: str(about[key]) for key in ("id", "name", "title", "description", "homepage") if key in about}
    licences = about["licenses"]
    licence = licences[0] if isinstance(licences, list) else {}
    return said | {
        "version": version,
        "date": date.isoformat(),
        "licence": str(licence.get("path") or licence.get("title")),
    }
