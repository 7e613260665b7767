"""The contract's columns in a reader's words."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from minutebook.contract import Field, Schema
from minutebook.pages import formats
from minutebook.pages.escape import literal


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str  # in words: "text", "date", "one of: draft, approved"
    description: Markup
    example: str
    empty: Markup  # what an empty cell means; "Never empty." for a required one
    refers: str  # the table whose rows it names; empty for none
    key: bool  # part of the primary key


_TYPES = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "date": "date",
    "number": "number with two decimals",
    "time": "time of day",
}


def columns(schema: Schema) -> tuple[Column, ...]:
    """Every column of a table, in its order."""
    refers = {key.fields[0]: key.table for key in schema.foreign_keys if len(key.fields) == 1}
    return tuple(
        _column(field, refers.get(field.name, ""), key=field.name in schema.primary_key) for field in schema.fields
    )


def _column(field: Field, refers: str, *, key: bool) -> Column:
    required = field.constraints.get("required") is True
    return Column(
        name=field.name,
        type=_type(field),
        description=explained(field.description),
        example=_value(field.example),
        empty=explained("Never empty." if required else field.empty),
        refers=refers,
        key=key,
    )


def explained(text: str) -> Markup:
    """A description of the contract, which is Markdown, with what stands in backticks as code and the rest as text."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return literal(text)
    marked = (
        Markup("<code>") + literal(part) + Markup("</code>") if n % 2 else literal(part) for n, part in enumerate(parts)
    )
    return Markup().join(marked)


def brief(text: str) -> Markup:
    """The first sentence of a description, which says what is described; what is not in it comes after."""
    return explained(f"{text.partition('. ')[0].rstrip('.')}.")


def _type(field: Field) -> str:
    values = field.constraints.get("enum")
    if isinstance(values, (list, tuple)):
        return f"one of: {formats.listed(tuple(map(_value, values)), 'or')}"
    return _TYPES.get(field.type, field.type)


def _value(value: object) -> str:
    """An example as the table writes it: text as it is, anything else as in JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
