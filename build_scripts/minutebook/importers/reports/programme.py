"""Work programmes: the table of what a body will look into, and when.

SCRUTINY WORK PROGRAMME 2026-27
Last updated 17 June 2026
Date | Title | Detail | Cabinet Member / Lead Officer
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook.importers import dates
from minutebook.importers.blocks import TextBlock, printed
from minutebook.problems import Location
from minutebook.report_model import Planned

IS_PROGRAMME = re.compile(r"\b(?:work(?:ing)?|forward) (?:programme|program|plan)\b", re.IGNORECASE)
_COLUMNS = (
    ("date", r"(?:meeting )?date(?: of (?:the )?meeting)?|meeting|when|month"),
    ("title", r"title|items?|topics?|subjects?|issues?|agenda item|theme"),
    ("detail", r"details?|description|purpose(?: .{1,40})?|scope|reasons?.{0,40}|objectives?|notes?|comments?"),
    ("lead", r".{0,40}\b(?:lead|officers?|member|responsible|contact)\b.{0,40}|lead.{0,40}"),
)
_YEAR = re.compile(r"\b(?P<first>20\d\d)\s*[/–-]\s*(?:20)?(?P<last>\d\d)\b")
_UPDATED = re.compile(r"(?:last )?(?:updated|revised|version|as (?:at|of))\b", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d\d)")
_PERIOD = re.compile(
    r"(?:20\d\d\s*[/–-]\s*(?:20)?\d\d|to be (?:confirmed|scheduled|arranged|agreed)|tbc|tba|date to be .{1,40}|unscheduled|ongoing|future items?"
    r"|[A-Z][a-z]{2,8}(?:\s*/\s*[A-Z][a-z]{2,8})? 20\d\d|(?:spring|summer|autumn|winter)(?: 20\d\d)?)",
    re.IGNORECASE,
)
_TITLE_TO_TABLE = 80
"""Blocks from the title of a work programme to the head of its table, at the most."""


@dataclass(frozen=True, slots=True)
class Programme:
    """The rows of a programme, its municipal year ("2026/27") and the day on which it was last changed."""

    rows: tuple[Planned, ...]
    municipal_year: str = ""
    version: dt.date | None = None


def starts(blocks: Sequence[TextBlock], free: Sequence[bool]) -> Iterator[int]:
    """Where the title of each programme first stands, above the head of its table."""
    seen: set[str] = set()
    for place, block in enumerate(blocks):
        if not free[place] or not header(block):
            continue
        for at in range(max(place - _TITLE_TO_TABLE, 0), place):
            title = blocks[at].text
            if free[at] and len(title) <= 150 and not blocks[at].cells and IS_PROGRAMME.search(title):
                if title.casefold() not in seen:
                    yield at
                seen.add(title.casefold())
                break


def read(blocks: Sequence[TextBlock]) -> Programme | None:
    """The programme in the blocks of a paper; None where no table has the columns of one."""
    head = next((place for place, block in enumerate(blocks) if header(block)), None)
    if head is None:
        return None
    before = [printed(block) for block in blocks[:head]]
    year = next((found for text in before for found in [_YEAR.search(text)] if found), None)
    version = next(
        (found.date for text in before if _UPDATED.search(text) for found in dates.dates_in(text)), None
    )  # fmt: skip
    return Programme(tuple(_rows(blocks[head:])), f"{year['first']}/{year['last']}" if year else "", version)


def header(block: TextBlock) -> tuple[str, ...]:
    """What each column of a table of a programme is; empty where a block is no head of one."""
    if len(block.cells) < 3:
        return ()
    names = []
    for cell in block.cells:
        name = next((name for name, form in _COLUMNS if re.fullmatch(form, cell.strip(" :"), re.IGNORECASE)), "")
        names.append(name if name not in names else "")
    return tuple(names) if {"date", "title"} <= set(names) and names[0] == "date" else ()


def _in_table(blocks: Sequence[TextBlock], at: int) -> bool:
    """Whether a block that is no row stands between rows of the same table, or between it and its head on the next page."""
    return any(block.kind == "row" for block in blocks[at + 1 : at + 4])


def _rows(blocks: Sequence[TextBlock]) -> Iterator[Planned]:
    """Rows, each with the date that stands in it or above it. A row of one cell reads as a paragraph."""
    columns: tuple[str, ...] = ()
    day: dt.date | None = None
    period = ""
    for place, block in enumerate(blocks):
        if header(block):
            columns = header(block)
        elif not block.cells and not _in_table(blocks, place) and not _after_row(blocks, place):
            columns = ()  # the table ends here; another page may go on with it
        if not columns or header(block) or (not block.cells and not _is_cell(block)):
            continue
        values = _values(block, columns)
        if values.get("date"):
            day, period = _day(values["date"])
        yield Planned(
            day, period if day is None else "", values.get("title", ""), values.get("detail", ""), values.get("lead", ""),
            Location("", block.line),
        )  # fmt: skip


def _is_cell(block: TextBlock) -> bool:
    """Whether a paragraph between rows can be a row of one cell: no running head, and no text."""
    return len(block.text) <= 300 and not IS_PROGRAMME.search(block.text)


def _after_row(blocks: Sequence[TextBlock], place: int) -> bool:
    """Whether a line that ends a table is still its own: directly below a row, as rows stand."""
    before, block = blocks[place - 1], blocks[place]
    return bool(before.cells) and before.page == block.page and block.line - before.last_line == 1


def _values(block: TextBlock, columns: Sequence[str]) -> dict[str, str]:
    """The cells of a row by column. Cells that are empty at its ends may be lost: then its first is told by what it says."""
    cells = [cell.strip() for cell in block.cells] or [printed(block)]
    if len(cells) < len(columns) and not _says_date(cells[0]):
        cells = ["", *cells]
    return {name: cell for name, cell in zip(columns, cells, strict=False) if name}


def _says_date(text: str) -> bool:
    return not text or _day(text)[0] is not None or bool(_PERIOD.fullmatch(text))


def _day(text: str) -> tuple[dt.date | None, str]:
    """The one day that a cell says, or else what it says instead."""
    mended = _SHORT_YEAR.sub(r"\g<day> \g<month> 20\g<year>", text) if _SHORT_YEAR.fullmatch(text) else text
    found = list(dates.dates_in(mended))
    whole = len(found) == 1 and len(mended) - (found[0].end - found[0].start) <= 2
    return (found[0].date, "") if whole else (None, text)
