"""Rows in plain text whose cells run on in the lines below, each in its column, as a printed page shows them.

1     Councillor     Councillor     Dangerous state          Highways and      A Example, B Example
      A Example      B Example      of some bridges          Transport
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importers import persons
from minutebook.importers.line import Line

_CELL = re.compile(r"\S+(?:[^\S\t]{1,2}\S+)*")
_NEAR = 2
"""Columns of space by which a cell may stand beside the one that it goes on from."""
_TABLE = 3
"""Cells that make a row of a table; of two, only a label goes on below."""
_BREAKS_OFF = re.compile(r"(?:\b(?:and|of|for|the)|[,&(])$", re.IGNORECASE)


def folded(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each row in one: its cells are set apart by wide gaps, where those of the first line are."""
    place = 0
    while place < len(lines):
        columns = _columns(lines[place])
        end = place + 1
        cells = dict(columns)
        while len(columns) > 1 and end < len(lines) and (more := _rest(list(cells.items()), lines[end])):
            for start, text in more:
                cells[start] = f"{cells[start]} {text}"
            end += 1
        yield lines[place] if end == place + 1 else _printed(lines[place], cells)
        place = end


def _columns(line: Line) -> list[tuple[int, str]]:
    """The cells of a line, each with the column of space where it begins; none where a line is no row."""
    if line.mark or line.kind != "text" or "\t" in line.text:
        return []
    return [(found.start() + line.indent, found.group()) for found in _CELL.finditer(line.text)]


def _rest(row: Sequence[tuple[int, str]], line: Line) -> list[tuple[int, str]]:
    """What a line adds to the cells of a row, each piece with the place of its cell; nothing where it begins anew."""
    pieces = []
    for start, text in _columns(line):
        found = next(((at, cell) for at, cell in row if abs(at - start) <= _NEAR), None)
        if found is None or (len(row) < _TABLE and not _is_label(row, found[1])):
            return []
        pieces.append((found[0], text))
    first, after = row[0][0], row[1][0]
    in_first = pieces[:1] and pieces[0][0] == first
    if in_first and (len(pieces) > 1 or first + len(pieces[0][1]) >= after):
        return []
    return pieces


def _is_label(row: Sequence[tuple[int, str]], cell: str) -> bool:
    """Whether a cell of two is a label that breaks off beside the people whom it labels."""
    return cell == row[0][1] and bool(_BREAKS_OFF.search(cell)) and persons.names_surely(row[1][1])


def _printed(line: Line, cells: dict[int, str]) -> Line:
    """A row in one line, each cell after a wide gap."""
    return replace(line, text="    ".join(cells.values()))
