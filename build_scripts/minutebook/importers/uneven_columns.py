"""Tables in plain text whose rows leave cells empty: each cell belongs to the column of the header above it.

Berth⇥Length⇥Rent          Name        Ward        Since
A1⇥⇥£120                   B Winch                 2012
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importers import labels
from minutebook.importers.line import Line

_TAB = re.compile(r"[^\S\n\t]*\t[^\S\n\t]*")
_GAP = re.compile(r"[^\S\n]{3,}")
_CELL = re.compile(r"\S+(?:[^\S\n]{1,2}\S+)*")
_FEWEST = 3
"""Columns that a header has at the least: of two, nothing tells which is empty."""


def find(lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """The cells of each line, by its place, that stands in a table with a header and uneven rows."""
    found: dict[int, tuple[str, ...]] = {}
    for first, end in _runs(lines):
        run = lines[first:end]
        rows = _tabbed(run) if "\t" in run[0].text else _spaced(run)
        if rows and len({len(row) for row in rows}) == 1 and any("" in row for row in rows):
            found.update(zip(range(first, end), rows, strict=True))
    return found


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines directly below one another that are set in columns alike, by tabs or by gaps."""
    first = 0
    while first < len(lines):
        kind, end = _kind(lines[first]), first + 1
        while kind and end < len(lines) and _kind(lines[end]) == kind:
            end += 1
        if kind and end - first > 1:
            yield first, end
        first = end


def _kind(line: Line) -> str:
    if line.mark or not line.text:
        return ""
    return "tabs" if "\t" in line.text else "gaps" if _GAP.search(line.text) else ""


def _tabbed(run: Sequence[Line]) -> list[tuple[str, ...]]:
    """The rows where each tab begins a column: so it is where the header has no empty cell and a row is as wide."""
    rows = [tuple(_TAB.split(line.text)) for line in run]
    header, *others = rows
    alike = _is_header(header) and any(len(row) == len(header) for row in others)
    wider = any(len(row) > len(header) for row in others)
    if not alike or wider or any(_is_numbered(row) for row in others):
        return []
    return [(*row, *("",) * (len(header) - len(row))) for row in rows]


def _spaced(run: Sequence[Line]) -> list[tuple[str, ...]]:
    """The rows where each cell stands below one of the header's, begins or ends with it, and no two below the same."""
    header = [(found.start() + run[0].indent, found.end() + run[0].indent) for found in _CELL.finditer(run[0].text)]
    if not _is_header([run[0].text[first - run[0].indent : end - run[0].indent] for first, end in header]):
        return []
    rows = []
    for line in run:
        row = [""] * len(header)
        for found in _CELL.finditer(line.text):
            first, end = found.start() + line.indent, found.end() + line.indent
            column = min(range(len(header)), key=lambda at: min(abs(header[at][0] - first), abs(header[at][1] - end)))
            if row[column]:
                return []
            row[column] = found.group()
        rows.append(tuple(row))
    return [] if any(_is_numbered([cell for cell in row if cell]) for row in rows[1:]) else rows


def _is_header(cells: Sequence[str]) -> bool:
    return len(cells) >= _FEWEST and all(cell and len(cell) <= 40 and not cell[0].isdigit() for cell in cells)


def _is_numbered(row: Sequence[str]) -> bool:
    """Whether a row of two is a label and what it labels: "45.   Title"."""
    return len(row) == 2 and labels.split(row[0])[0] == row[0]
