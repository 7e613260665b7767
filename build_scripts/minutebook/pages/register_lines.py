"""The registers of the contract as lines to be shown: every fact with where it was minuted.

A register is a table with a column ``evidence``. What its columns are called and what they mean is said by the schema, so
a register that is added to the contract has its page without more being written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from minutebook import identity
from minutebook.contract import Field, Schema
from minutebook.pages import formats
from minutebook.pages.record import Asked, Minuted, Record
from minutebook.pages.said import divisions, voted_on
from minutebook.tables import Row, Value

_LONG = 240
_OWN = {
    "item_id",
    "agenda_item_id",
    "position",
    "evidence",
    "source_file",
    "source_line",
    "trail_id",
    "after_item_id",
    "currency",
}
_ELSEWHERE = {"agenda_items", "trails"}
"""Tables with evidence that have pages of another kind: an agenda shows its items, and a trail is drawn."""

OPEN = {"requests": ("answered_item_id", None), "recommendations": ("outcome", "not recorded")}
"""Registers whose entries wait for an answer: the column that tells of it, and its value while there is none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, where it leads (from the site's root; empty: nowhere), and what it is sorted by."""

    text: str
    address: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a register: where it was minuted, its cells in the order of the columns, and its evidence, empty where a
    cell says the same.
    """

    place: Cell
    title: str  # of the item of business, and of a person's vote what was voted on
    date: dt.date
    cells: tuple[Cell, ...]
    evidence: str
    updated: dt.date | None  # when the minutes that it was read from, or those that answer it, last changed
    year: str
    is_open: bool  # no later minute answers it


@dataclass(frozen=True, slots=True)
class Register:
    schema: Schema
    columns: tuple[Field, ...]
    lines: tuple[Line, ...]  # the newest first

    @property
    def place(self) -> str:
        """What the column of places is called."""
        return "Minute" if self.minuted else "Agenda item"

    @property
    def minuted(self) -> bool:
        """Whether its facts stand in minutes; else in an agenda and its reports."""
        return any(field.name == "item_id" for field in self.schema.fields)

    @property
    def answerable(self) -> bool:
        """Whether its entries wait for an answer: requests and recommendations do."""
        return self.schema.name in OPEN

    @property
    def open_count(self) -> int:
        return sum(line.is_open for line in self.lines)

    @property
    def address(self) -> str:
        return identity.register_page(self.schema.name)

    @property
    def feed(self) -> str:
        return identity.register_feed(self.schema.name)


def registers(record: Record) -> tuple[Register, ...]:
    """Every register of the contract with its rows."""
    schemas = record.edition.contract.schemas.values()
    return tuple(_register(record, schema) for schema in schemas if has_page(schema))


def has_page(schema: Schema) -> bool:
    """Whether a table is a register with a page of its own."""
    return any(field.name == "evidence" for field in schema.fields) and schema.name not in _ELSEWHERE


def _register(record: Record, schema: Schema) -> Register:
    columns = tuple(_columns(schema))
    keys = {key.fields[0]: key.table for key in schema.foreign_keys if len(key.fields) == 1}
    rows = record.edition.tables.get(schema.name, ())
    columns = tuple(field for field in columns if any(row.values[field.name] not in (None, "") for row in rows))
    votes = divisions(record) if "division_id" in keys else {}
    lines = [
        replace(line, title=f"{line.title}{voted_on(votes.get(str(row.values.get('division_id'))))}")
        for row in rows
        if (line := _line(record, schema.name, columns, keys, row))
    ]
    return Register(schema, columns, tuple(sorted(lines, key=lambda line: line.date, reverse=True)))


def _columns(schema: Schema) -> Iterator[Field]:
    """The columns that are shown: the register's own, without the ids that only programs follow."""
    hidden = {key.fields[0] for key in schema.foreign_keys if key.table in ("people", "decisions", "clauses")}
    hidden |= {key.fields[0] for key in schema.foreign_keys if key.table not in ("bodies", "items")}
    for field in schema.fields:
        if field.name not in _OWN | hidden | set(schema.primary_key):
            yield field


def _line(record: Record, register: str, columns: tuple[Field, ...], keys: Mapping[str, str], row: Row) -> Line | None:
    place = _place(record, row)
    if place is None:
        return None
    own = {row.values[field.name] for field in columns}
    answers = [record.minuted.get(str(row.values[field.name])) for field in columns if keys.get(field.name) == "items"]
    return Line(
        place=Cell(place.told, place.address, f"{place.date} {row.values.get('item_id') or ''}".strip()),
        title=place.title,
        date=place.date,
        cells=tuple(_cell(record, field.name, keys.get(field.name, ""), row) for field in columns),
        evidence="" if row.values["evidence"] in own else str(row.values["evidence"] or ""),
        updated=max((one.updated for one in (place, *answers) if one and one.updated), default=None),
        year=identity.municipal_year(place.date, record.edition.book.council.year_starts),
        is_open=_is_open(register, row),
    )


def _is_open(register: str, row: Row) -> bool:
    column, waiting = OPEN.get(register, ("", None))
    return bool(column) and row.values[column] == waiting


def _place(record: Record, row: Row) -> Minuted | Asked | None:
    """The minute, or the item of an agenda, that a row was read from; a report's rows stand at the item that it is for."""
    report = record.attached.get(str(row.values.get("report_id") or ""))
    asked = record.asked.get(str(row.values.get("agenda_item_id") or ""), report)
    return record.minuted.get(str(row.values.get("item_id") or ""), asked)


def _cell(record: Record, column: str, table: str, row: Row) -> Cell:
    value = row.values[column]
    if value is None or value == "":
        return Cell("")
    if table == "items":
        target = record.minuted.get(str(value))
        return Cell(target.told, target.address) if target else Cell(str(value))
    if table == "bodies":
        body = record.bodies.get(str(value))
        return Cell(body.name, identity.body_page(body.id)) if body else Cell(str(value))
    person = row.values.get(f"{column}_person_id") or (row.values.get("person_id") if column in _NAMES else None)
    text = _money(value, row) if isinstance(value, Decimal) else _shown(value)
    return Cell(text, identity.person_page(str(person)) if person else "", _sort(value))


_NAMES = {"name", "presented_by", "person"}
"""Columns that print the person whose id stands in ``person_id``."""


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return formats.day(value)
    text = str(value)
    return text if len(text) <= _LONG else f"{text[:_LONG].rpartition(' ')[0]} …"


def _money(value: Decimal, row: Row) -> str:
    """``£1,900,000`` or ``£96.50``; a currency without a sign here stands as its code, ``CHF 20``."""
    currency = str(row.values.get("currency") or "GBP")
    return f"{_SIGNS.get(currency, f'{currency} ')}{value:,.{0 if value == value.to_integral_value() else 2}f}"


_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def _sort(value: Value) -> str:
    """What a column sorts by, where that is not what it shows."""
    return str(value) if isinstance(value, dt.date | Decimal) else ""
