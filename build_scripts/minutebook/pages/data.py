"""``data.md``: every file to download, and every table's columns explained from the data contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from minutebook.contract import Field, Schema
from minutebook.pages import downloads, formats
from minutebook.pages.downloads import Download
from minutebook.pages.escape import literal
from minutebook.pages.licences import LICENCES
from minutebook.pages.record import Record
from minutebook.pages.templating import page


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str  # in words: "text", "date", "whole number, 0 or more"
    description: Markup
    example: str
    empty: Markup  # what an empty cell means; "Never empty." for a required one
    refers: str  # the table whose rows it names; empty for none


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as the page explains it."""

    name: str
    title: str
    description: Markup
    files: tuple[Download, ...]
    rows: int
    columns: tuple[Column, ...]
    key: tuple[str, ...]


_TYPES = {"string": "text", "integer": "whole number", "boolean": "true or false", "date": "date", "number": "number"}


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The page of the data."""
    edition = record.edition
    council = edition.book.council
    yield page(
        "data.md",
        "data.md.j2",
        {
            "title": "Data",
            "description": f"The minutes of {council.name} as open data: tables to download, and what every column means.",
            "minutebook": "data",
        },
        sheets=[
            _sheet(schema, record) for schema in edition.contract.schemas.values() if schema.name in edition.tables
        ],
        everything=downloads.everything(edition),
        descriptor=downloads.descriptor(edition),
        date=edition.date,
        licence=LICENCES.get(council.licence),
        council=council,
    )


def _sheet(schema: Schema, record: Record) -> Sheet:
    refers = {key.fields[0]: key.table for key in schema.foreign_keys if len(key.fields) == 1}
    return Sheet(
        name=schema.name,
        title=schema.title,
        description=explained(schema.description),
        files=downloads.of_table(record.edition, schema.name),
        rows=len(record.edition.tables[schema.name]),
        columns=tuple(_column(field, refers.get(field.name, "")) for field in schema.fields),
        key=schema.primary_key,
    )


def _column(field: Field, refers: str) -> Column:
    required = field.constraints.get("required") is True
    return Column(
        name=field.name,
        type=_type(field),
        description=explained(field.description),
        example=_value(field.example),
        empty=explained("Never empty." if required else field.empty),
        refers=refers,
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
