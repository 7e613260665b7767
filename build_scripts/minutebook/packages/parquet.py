"""One table as Parquet, typed by its schema. Needs pyarrow, which ``minutebook[parquet]`` installs."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from minutebook.contract import Field, Schema
from minutebook.tables import Row, Value

_TYPES = {"integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32(), "number": pa.decimal128(18, 2)}
_ROWS = 50_000
"""So many rows stand in one group: readers skip whole groups."""


def to_parquet(schema: Schema, rows: Sequence[Row]) -> bytes:
    """The table's bytes. Each column carries its title, its meaning and what an empty cell means as metadata."""
    columns = [pa.array([_plain(row.values[field.name]) for row in rows], type=_type(field)) for field in schema.fields]
    told = {"title": schema.title, "description": schema.description}
    fields = [_field(field, column.null_count) for field, column in zip(schema.fields, columns, strict=True)]
    table = pa.table(columns, schema=pa.schema(fields, metadata=told))
    content = io.BytesIO()
    pq.write_table(table, content, compression="zstd", row_group_size=_ROWS, version="2.6", store_schema=True)
    return content.getvalue()


def _field(field: Field, empty: int) -> pa.Field:
    """The column; one that must not be empty and is (``empty`` cells) is for whoever verifies the package to tell."""
    told = {"title": field.title, "description": field.description, "empty": field.empty}
    return pa.field(
        field.name, _type(field), nullable=bool(empty) or field.constraints.get("required") is not True, metadata=told
    )


def _type(field: Field) -> pa.DataType:
    return _TYPES.get(field.type, pa.string())


def _plain(value: Value) -> Value:
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
