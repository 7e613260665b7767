"""Rows to bytes: CSV through pandas, typed by the schema; JSON; and one zip. The same rows give the same bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd

from minutebook.contract import Schema
from minutebook.packages.datafile import DataFile
from minutebook.tables import Row, Value

_TEXT = pd.StringDtype("python")  # named, so that neither pyarrow nor a setting of pandas takes its place
_DTYPES: dict[str, Any] = {"integer": pd.Int64Dtype(), "boolean": pd.BooleanDtype()}

_JSON = json.JSONEncoder(ensure_ascii=False).encode

_ZIP_DAYS = dt.date(1980, 1, 1), dt.date(2107, 12, 31)
"""The first and the last day that the format of zips can hold."""


def to_frame(schema: Schema, rows: Sequence[Row]) -> pd.DataFrame:
    """A table with pandas' types: Int64, boolean, and text for all else: dates and times by ISO 8601, money with two
    decimals, since no binary fraction is exact.
    """
    columns = {}
    for field in schema.fields:
        cells = [_plain(row.values[field.name]) for row in rows]  # noqa: PD011 - a Row is no frame
        columns[field.name] = pd.Series(cells, dtype=_DTYPES.get(field.type, _TEXT))
    return pd.DataFrame(columns)


def to_csv(schema: Schema, rows: Sequence[Row]) -> bytes:
    """RFC 4180 with line feeds, quotes only where they are needed, ``true`` and ``false``, nothing for an empty cell."""
    frame = to_frame(schema, rows)
    for field in schema.fields:
        if field.type == "boolean":
            frame[field.name] = frame[field.name].astype(_TEXT).str.lower()
    text = frame.to_csv(index=False, na_rep="", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return text.encode()


def to_json(schema: Schema, rows: Sequence[Row]) -> bytes:
    """An array of objects, one a line, with null for an empty cell; money is a number with all its digits."""
    names = [field.name for field in schema.fields]
    lines = [_object({name: row.values[name] for name in names}) for row in rows]  # noqa: PD011
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()


def to_zip(files: Iterable[DataFile], date: dt.date) -> bytes:
    """One zip of the files in the order of their paths, every file dated noon of the edition's date."""
    stamp = zip_time(date)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for file in sorted(files, key=lambda file: file.path):
            entry = zipfile.ZipInfo(file.path, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is written
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.content, compresslevel=9)
    return content.getvalue()


def _object(cells: Mapping[str, Value]) -> str:
    if any(isinstance(value, Decimal) for value in cells.values()):  # json knows no number with just its own digits
        return "{" + ", ".join(f"{_JSON(name)}: {_json(value)}" for name, value in cells.items()) + "}"
    return _JSON({name: _plain(value) for name, value in cells.items()})


def _json(value: Value) -> str:
    plain = _plain(value)
    return str(plain) if isinstance(value, Decimal) else _JSON(plain)


def zip_time(date: dt.date) -> tuple[int, int, int, int, int, int]:
    """Noon of a date, or of the nearest day that a zip can hold."""
    day = min(max(date, _ZIP_DAYS[0]), _ZIP_DAYS[1])
    return day.year, day.month, day.day, 12, 0, 0


def _plain(value: Value) -> str | int | bool | None:
    """A cell as CSV and JSON have it: a date as text, and a line end within text as one line feed."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    return value
