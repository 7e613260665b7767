"""A package that was published, read back: its version, schemas and rows, from a folder or a zip."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from minutebook.contract import Contract
from minutebook.packages.datafile import DESCRIPTOR, ZIP
from minutebook.problems import Location, Problem
from minutebook.tables import Row, Tables, Value

Cells = Mapping[str, str]
"""A row as its CSV has it, by column; an empty cell is empty text."""

ABOUT = ("name", "title", "description", "homepage", "licenses", "sources", "contributors", "keywords")
"""What a descriptor says of the whole package, apart from which release it is."""

_BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, RuntimeError, csv.Error, zlib.error,
           zipfile.BadZipFile)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """``schemas`` are Table Schemas; ``digest`` is the SHA-256 of the descriptor, empty for a package not written yet."""

    version: str
    about: Mapping[str, Any]
    schemas: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, tuple[Cells, ...]]
    digest: str = ""


def read_published(place: Path) -> Published | Problem:
    """The package in a folder, in ``data/`` below it (a site, the target of a publication), or in a zip."""
    try:
        if place.is_dir():
            folder = next((f for f in (place, place / "data") if (f / DESCRIPTOR).is_file()), place)
            return _read(lambda name: (folder / name).read_bytes())
        with zipfile.ZipFile(place) as archive:
            return _read(archive.read)
    except _BROKEN as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        told = f"no data package can be read here: {reason.splitlines()[0] if reason else type(error).__name__}"
        wanted = f"a folder that holds {DESCRIPTOR}, a published site, or its {ZIP}"
        return Problem(Location(str(place)), "V003", told, wanted)


def _read(read: Callable[[str], bytes]) -> Published:
    content = read(DESCRIPTOR)
    descriptor = json.loads(content)
    schemas, tables = {}, {}
    for resource in descriptor["resources"]:
        text = read(resource["path"]).decode()
        tables[resource["name"]] = tuple(csv.DictReader(io.StringIO(text, newline=""), restval="", strict=True))
        schemas[resource["name"]] = resource["schema"]
    about = {key: descriptor[key] for key in ABOUT if key in descriptor}
    parts = str(descriptor["version"]).split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        raise ValueError(f"its version is {descriptor['version']}")
    return Published(descriptor["version"], about, schemas, tables, hashlib.sha256(content).hexdigest())


def to_be_published(about: Mapping[str, Any], contract: Contract, tables: Tables) -> Published:
    """Tables that are made now, in the form of those that were published: a row's cells as CSV writes them."""
    schemas = {name: schema.descriptor for name, schema in contract.schemas.items()}
    cells = {name: tuple(map(_cells, tables[name])) for name in schemas}
    return Published("", {key: about[key] for key in ABOUT if key in about}, schemas, cells)


def _cells(row: Row) -> Cells:
    return {name: in_csv(value) for name, value in row.values.items()}


def in_csv(value: Value) -> str:
    """A value as its cell in the CSV reads."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n")
        case Decimal():
            return f"{value:.2f}"
        case dt.date():
            return value.isoformat()
    return str(value)
