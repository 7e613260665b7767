"""A fault of the written package, and its way back to the line of the minutes that it came from."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.problems import Location, Problem
from minutebook.tables import Tables


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a published file. ``row`` counts as a spreadsheet does: the heading is 1; 0 is no row."""

    code: str
    file: str
    message: str
    expected: str = ""
    table: str = ""
    row: int = 0
    field: str = ""


def place(fault: Fault, tables: Tables) -> Problem:
    """The fault as a problem at the minutes file and line of its row, or in the published file where no row is to blame."""
    rows = tables.get(fault.table, ())
    location = Location(f"data/{fault.file}")
    if 2 <= fault.row <= len(rows) + 1:
        location = rows[fault.row - 2].location
    where = (("table", fault.table), ("row", str(fault.row or "")), ("field", fault.field))
    named = ", ".join(f"{what} {value}" for what, value in where if value)
    return Problem(location, fault.code, f"{named}: {fault.message}" if named else fault.message, fault.expected)


def shown(value: object) -> str:
    """A cell as a message quotes it: shortened to fit on one line."""
    text = " ".join(str(value).split())
    return f"“{text if len(text) <= 80 else text[:79] + '…'}”"
