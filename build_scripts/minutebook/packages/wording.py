"""What frictionless reports, in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from minutebook.packages.faults import Fault, shown

_CODES = {
    "hash-count": "D003",
    "byte-count": "D003",
    "field-count": "D004",
    "row-count": "D004",
    "blank-header": "D005",
    "blank-label": "D005",
    "duplicate-label": "D005",
    "extra-label": "D005",
    "incorrect-label": "D005",
    "missing-label": "D005",
    "unmatched-header": "D005",
    "blank-row": "D006",
    "extra-cell": "D006",
    "missing-cell": "D006",
    "type-error": "D007",
    "constraint-error": "D008",
    "unique-error": "D009",
    "primary-key": "D010",
}
"""frictionless's types of error to our codes; any other type is of a file that cannot be read."""

_TYPES = {
    "boolean": "true or false",
    "date": "a date such as 2025-11-04",
    "integer": "a whole number",
    "number": "a sum such as 1250.00",
    "time": "a time such as 14:00",
    "uri": "an address such as https://minutes.example/",
}


def in_words(error: Any, file: str, table: str, schema: Mapping[str, Any]) -> Fault:
    """One of frictionless's errors about a table as a fault; ``schema`` is the table's, as published."""
    name = getattr(error, "field_name", "") or ", ".join(getattr(error, "field_names", ()))
    field: Mapping[str, Any] = next((field for field in schema.get("fields", ()) if field["name"] == name), {})
    message, expected = _words(error, field)
    return Fault(
        code=_CODES.get(error.type, "D002"),
        file=file,
        message=message,
        expected=expected,
        table=table,
        row=getattr(error, "row_number", 0),
        field=name,
    )


def _words(error: Any, field: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and what was expected instead."""
    match error.type:
        case "type-error":
            kind = "uri" if field.get("format") == "uri" else field.get("type", "")
            return f"{shown(error.cell)} is not of the column's type", _TYPES.get(kind, "text")
        case "constraint-error":
            return _constraint(error, field.get("constraints", {}))
        case "unique-error":
            return f"{shown(error.cell)} stands in row {_other_row(error.note)} as well", "a value of its own"
        case "primary-key":
            return f"its key is that of row {_other_row(error.note)}", "a primary key of its own"
        case "hash-count" | "byte-count":
            what = "hash" if error.type == "hash-count" else "size"
            return f"the file is not the one described: its {what} differs", ""
    return without_folders(error.note or error.message), ""


def _constraint(error: Any, constraints: Mapping[str, Any]) -> tuple[str, str]:
    broken = re.match(r'constraint "(\w+)"', error.note)
    kind = broken[1] if broken else ""
    wanted = constraints.get(kind)
    match kind:
        case "required":
            return "the cell is empty", "a value"
        case "enum" if isinstance(wanted, list):
            return f"{shown(error.cell)} is none of the column's values", ", ".join(str(value) for value in wanted)
        case "pattern":
            return f"{shown(error.cell)} has not the column's form", f"the form {wanted}"
        case "minimum":
            return f"{shown(error.cell)} is too small", f"{wanted} or more"
    return f"{shown(error.cell)} does not keep the {error.note}", ""


def _other_row(note: str) -> str:
    number = re.search(r"position (\d+)", note)
    return number[1] if number else "?"


def without_folders(text: str) -> str:
    """A library's message without the folders of the machine that it ran on."""
    text = re.sub(r"'[^']*/([^'/]+)'", r"\1", text)
    return text[:1].lower() + text[1:]
