"""Minutes that are one table, "Item | Minute | Action": its rows as the lines that other minutes print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

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
    rows: list[
        TextBlock
    ] = []  # of one item: the first has its number, below which the others, on a new page too, have nothing
    for block in reading.blocks:
        inside = inside and (block.kind == "row" or bool(_NUMBER.match(printed(block))))
        heads = block.kind == "row" and _heads(block.cells)
        if rows and not heads and (not inside or not block.cells or block.cells[0]):
            blocks.extend(_lines(rows))
            rows = []
        if heads:
            inside = True
            report.append(ReportLine(block.line, "dropped", "the heading of a table of minutes", " ".join(block.cells)))
        elif inside and block.cells:
            rows.append(block)
        else:
            blocks.append(block)
    blocks.extend(_lines(rows))
    return Reading(tuple(blocks), tuple(report)) if len(report) > len(reading.report) else reading


def _heads(cells: tuple[str, ...]) -> bool:
    first, *rest = (cell.strip(" :") for cell in cells)
    named = [cell for cell in rest if cell]
    return bool(_NUMBERS.fullmatch(first) and named and all(map(_COLUMNS.fullmatch, named)))


def _lines(rows: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """The cells of an item's rows, column by column: what was minuted, and only then who is to act."""
    columns = zip_longest(*([(block, cell) for cell in block.cells] for block in rows))
    filled = [pair for column in columns for pair in column if pair and pair[1]]
    if len(filled) > 1 and filled[0][1] == rows[0].cells[0] and _NUMBER.fullmatch(filled[0][1]):
        (_, number), (block, cell), *rest = filled
        filled = [(block, f"{number} {cell}"), *rest]
    for block, cell in filled:
        yield replace(block, kind="paragraph", text=cell, cells=(), label="", bold=())
