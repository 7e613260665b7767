"""All tables as one Excel workbook. Needs openpyxl, which ``minutebook[xlsx]`` installs.

A cell whose text begins with = + - @, a tab or a return is marked as text that Excel shows as it stands (a "quote
prefix"), so that no minute of any meeting can run as a formula; its text stays what the CSV says. Dates are dates.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from minutebook.contract import Contract, Schema
from minutebook.tables import Row, Tables, Value

MEDIATYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

NOTES = "notes"
"""The first sheet: what the workbook is, and what each column means."""

MOST = 32_767
"""So many characters a cell of Excel can hold; longer text is cut, and ends in CUT."""

FIRST_DAY = dt.date(1900, 3, 1)
"""The first day that every program counts alike; earlier ones are written as text."""

CUT = " … [cut: Excel holds no more; the whole text is in the CSV]"

_RISKY = ("=", "+", "-", "@", "\t", "\r")
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML file can hold."""

_CREATED = re.compile(rb"<dcterms:(created|modified)([^>]*)>[^<]*<")


def to_xlsx(contract: Contract, tables: Tables, title: str, date: dt.date) -> bytes:
    """The workbook's bytes: a sheet of notes, then one sheet a table. ``date`` is the edition's, and stands in it alone."""
    book = Workbook(write_only=True)
    notes = book.create_sheet(NOTES)
    _write_notes(notes, contract, title, date)
    for name, schema in contract.schemas.items():
        _write(book.create_sheet(name), schema, tables[name])
    content = io.BytesIO()
    book.save(content)
    return _settled(content.getvalue(), date)


def _write_notes(sheet: WriteOnlyWorksheet, contract: Contract, title: str, date: dt.date) -> None:
    for column, width in zip("ABCDE", (24, 24, 16, 80, 60), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append(_bold(sheet, (f"{title}, as of {date.isoformat()}",)))
    sheet.append(
        [_cell(sheet, "An empty cell means “not recorded”, or what its column's line below says: never “no”.")]
    )
    sheet.append([])
    sheet.append(_bold(sheet, ("table", "column", "type", "meaning", "if empty")))
    for schema in contract.schemas.values():
        sheet.append([_cell(sheet, value) for value in (schema.name, "", "", schema.description)])
        for field in schema.fields:
            told = (schema.name, field.name, field.type, field.description, field.empty)
            sheet.append([_cell(sheet, value) for value in told])


def _write(sheet: WriteOnlyWorksheet, schema: Schema, rows: Sequence[Row]) -> None:
    sheet.freeze_panes = "B2"
    sheet.append(_bold(sheet, (field.name for field in schema.fields)))
    for row in rows:
        sheet.append([_cell(sheet, row.values[field.name]) for field in schema.fields])


def _bold(sheet: WriteOnlyWorksheet, words: Iterable[str]) -> list[WriteOnlyCell]:
    cells = [_cell(sheet, word) for word in words]
    for cell in cells:
        cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top")
    return cells


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    """A cell of Excel's own kind for the value; text stays text, whatever it begins with."""
    if isinstance(value, dt.date) and value < FIRST_DAY:
        value = value.isoformat()
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value)
        if isinstance(value, Decimal):
            cell.number_format = "0.00"
        return cell
    text = _REFUSED.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > MOST:
        text = text[: MOST - len(CUT)] + CUT
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # else openpyxl takes what begins with = for a formula, and "#N/A" for an error
    if text.startswith(_RISKY):
        cell.quotePrefix = True
    return cell


def _settled(content: bytes, date: dt.date) -> bytes:
    """The same workbook with no time of its making: its parts dated noon of the edition's date, and what it says of itself."""
    from minutebook.packages.formats import zip_time

    noon, stamp = f"{date.isoformat()}T12:00:00Z".encode(), zip_time(date)
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(settled, "w") as archive:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _CREATED.sub(rb"<dcterms:\1\2>" + noon + rb"<", part)
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, part, compresslevel=9)
    return settled.getvalue()
