"""Metadata beside each CSV by the W3C's "Metadata Vocabulary for Tabular Data" (CSV on the Web), from the same schemas.

``items.csv-metadata.json`` describes one table by itself, for whoever downloads that alone. ``csv-metadata.json`` describes
all of them together, with their foreign keys, which the vocabulary knows within a group of tables only.
"""

from __future__ import annotations

import json
from typing import Any

from minutebook.contract import Contract, Field, Schema
from minutebook.council_model import Council
from minutebook.licences import LICENCES

GROUP = "csv-metadata.json"
_CONTEXT = "http://www.w3.org/ns/csvw"
_DIALECT = {"header": True, "encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True}


def table_metadata(council: Council, schema: Schema) -> bytes:
    """The metadata of one table's CSV."""
    return _written(council, _table(schema))


def group_metadata(council: Council, contract: Contract) -> bytes:
    """The metadata of all tables as one group, with the keys that lead from one to another."""
    tables = []
    for schema in contract.schemas.values():
        table = _table(schema)
        table["tableSchema"]["foreignKeys"] = [
            {
                "columnReference": list(key.fields),
                "reference": {"resource": f"{key.table}.csv", "columnReference": list(key.table_fields)},
            }
            for key in schema.foreign_keys
        ]
        tables.append(table)
    return _written(council, {"dc:title": str(contract.package["title"]), "dialect": _DIALECT, "tables": tables})


def _written(council: Council, content: dict[str, Any]) -> bytes:
    licence = LICENCES.get(council.licence)
    said: dict[str, Any] = {"@context": [_CONTEXT, {"@language": council.language}]}
    said |= content | ({"dc:license": {"@id": licence.address}} if licence else {"dc:rights": council.licence})
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode()


def _table(schema: Schema) -> dict[str, Any]:
    return {
        "url": f"{schema.name}.csv",
        "dc:title": schema.title,
        "dc:description": schema.description,
        "dialect": _DIALECT,
        "tableSchema": {
            "columns": [_column(field) for field in schema.fields],
            "primaryKey": list(schema.primary_key),
        },
    }


def _column(field: Field) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": field.name,
        "titles": field.name,  # what stands in the heading of the file
        "dc:title": field.title,
        "dc:description": field.description,
        "datatype": _datatype(field),
    }
    if field.constraints.get("required") is True:
        said["required"] = True
    return said


def _datatype(field: Field) -> dict[str, Any]:
    """The column's type in the vocabulary's words. Its patterns are regular expressions, and so are lists of values."""
    match field.type:
        case "boolean":
            return {"base": "boolean", "format": "true|false"}
        case "date":
            return {"base": "date", "format": "yyyy-MM-dd"}
        case "time":
            return {"base": "time", "format": "HH:mm"}
        case "number" | "integer" as kind:
            said: dict[str, Any] = {"base": "decimal" if kind == "number" else "integer"}
            return said | {
                bound: field.constraints[bound] for bound in ("minimum", "maximum") if bound in field.constraints
            }
    values, pattern = field.constraints.get("enum"), field.constraints.get("pattern")
    if isinstance(values, list):
        pattern = "|".join(str(value) for value in values)  # words, hyphens: nothing that a pattern reads otherwise
    return {"base": "string", "format": pattern} if pattern else {"base": "string"}
