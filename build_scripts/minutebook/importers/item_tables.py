"""Minutes that are one table, "Item | Minute | Action": its rows as the lines that other minutes print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutebook.importers.blocks import Reading, TextBlock, printed
from minutebook.importers.report import ReportLine

_NUMBERS = re.compile(r"(?:agenda |minute )?(?:item|no|number|ref|minute)\.?(?: no\.?| number)?|#", re.IGNORECASE)
_COLUMNS = re.compile(
    r"(?:agenda )?(?:items?|subject|topic|title|heading|minutes?|discussion|notes?|details?|description|decisions?|resolution|outcome)"
    r"(?: and (?:discussion|decisions?|minutes?|actions?))?|actions?(?: by| required)?|(?:by )?whom?|owner|lead|by|who",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:[A-Z]{1,4}/?)?\d{1,4}(?:/\d{1,4}){0,2}[a-z]?\.?", re.IGNORECASE)


def unfolded(reading: Reading) -> Reading:
    """The blocks with such tables as paragraphs: number and first cell, then each further cell."""
    blocks: list[TextBlock] = []
    report = list(reading.report)
    inside = False
    for block in reading.blocks:
        inside = inside and (block.kind == "row" or bool(_NUMBER.match(printed(block))))
        if block.kind == "row" and _heads(block.cells):
            inside = True
            report.append(ReportLine(block.line, "dropped", "the heading of a table of minutes", " ".join(block.cells)))
        elif inside and block.cells:
            blocks.extend(_lines(block))
        else:
            blocks.append(block)
    return Reading(tuple(blocks), tuple(report)) if len(report) > len(reading.report) else reading


def _heads(cells: tuple[str, ...]) -> bool:
    first, *rest = (cell.strip(" :") for cell in cells)
    named = [cell for cell in rest if cell]
    return bool(_NUMBERS.fullmatch(first) and named and all(map(_COLUMNS.fullmatch, named)))


def _lines(block: TextBlock) -> Iterator[TextBlock]:
    first, *rest = block.cells
    filled = [cell for cell in rest if cell]
    if _NUMBER.fullmatch(first) and filled:
        filled[0] = f"{first} {filled[0]}"
    elif first:
        filled.insert(0, first)
    for cell in filled:
        yield replace(block, kind="paragraph", text=cell, cells=(), label="", bold=())
