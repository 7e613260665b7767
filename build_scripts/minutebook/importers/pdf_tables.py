"""Tables whose cells are ruled: where lines are drawn, they say better than any gap what a cell is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutebook.importers.pdf_columns import PrintedRow
from minutebook.importers.pdf_drawn import Line
from minutebook.importers.pdf_lines import PrintedLine, of_words
from minutebook.importers.pdf_words import Word

_NEAR = 3
"""Points within which lines are one line, and meet: pdfplumber's own measure."""
_MOST_LINES = 5000
_MOST_CELLS = 2000
"""More are a map or squared paper, and what is found of them would take too long."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A drawn table: the boxes of each row's cells, None where cells are joined; ``box`` is that of it all."""

    box: Box
    cells: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A drawn table with what is printed in it."""

    top: float
    rows: tuple[PrintedRow, ...]


def find(lines: Sequence[Line]) -> list[Ruled]:
    """The tables that the lines drawn on a page rule, with at least two columns."""
    upright = [line for line in lines if line[0] == line[2]]
    level = [line for line in lines if line[1] == line[3]]
    if len(upright) < 3 or len(level) < 2 or len(lines) > _MOST_LINES:  # fewer cannot make two cells
        return []
    from pdfplumber import table  # slow to load, and most documents have no table

    edges = [_edge(line, "v") for line in upright] + [_edge(line, "h") for line in level]
    merged = [one for one in table.merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR) if _length(one) >= _NEAR]
    merged = table.merge_edges([*merged, *_open_sides(merged)], _NEAR, _NEAR, _NEAR, _NEAR)
    crossings = table.edges_to_intersections(merged, _NEAR, _NEAR)
    if len(crossings) > _MOST_CELLS:
        return []
    found = [table.Table(None, cells) for cells in table.cells_to_tables(table.intersections_to_cells(crossings))]  # type: ignore[arg-type]
    rows = [(one.bbox, tuple(tuple(row.cells) for row in one.rows)) for one in found]
    return [Ruled(box, cells) for box, cells in rows if max(map(len, cells), default=0) > 1]


def _edge(line: Line, orientation: str) -> dict[str, Any]:
    """A line as pdfplumber has it."""
    left, top, right, bottom = line
    return {
        "x0": left, "x1": right, "top": top, "bottom": bottom, "width": right - left, "height": bottom - top,
        "orientation": orientation,
    }  # fmt: skip


def _open_sides(edges: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The outer sides of tables that have none: where level lines one below the other end, if lines between them divide them."""
    level = sorted((one for one in edges if one["orientation"] == "h"), key=lambda one: float(one["top"]))
    upright = [one for one in edges if one["orientation"] == "v"]
    for place, above in enumerate(level):
        below = next((one for one in level[place + 1 :] if _same_ends(above, one)), None)
        if below is None:
            continue
        left, right, top, bottom = above["x0"], above["x1"], above["top"], below["top"]
        dividing = (one for one in upright if one["top"] <= top + _NEAR and one["bottom"] >= bottom - _NEAR)
        if any(left + _NEAR < one["x0"] < right - _NEAR for one in dividing):
            yield from (_edge((at, top, at, bottom), "v") for at in (left, right))


def _same_ends(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(abs(one["x0"] - other["x0"]) <= _NEAR and abs(one["x1"] - other["x1"]) <= _NEAR)


def _length(edge: dict[str, Any]) -> float:
    return float(edge["height" if edge["orientation"] == "v" else "width"])


def taken(ruled: Sequence[Ruled], words: Sequence[Word], page: int) -> tuple[list[Word], list[Filled]]:
    """The words that stand in no table, and the tables filled with theirs; one of which a single column is filled is none."""
    free = list(words)
    filled = []
    for table in ruled:
        inside = [word for word in free if _holds(table.box, word)]
        rows, rest = [], inside
        for cells in table.cells:
            lines = []
            for cell in cells:
                mine = [word for word in rest if cell and _holds(cell, word)]
                rest = [word for word in rest if not (cell and _holds(cell, word))]
                lines.append(tuple(of_words(mine, page)))
            if any(lines):
                rows.append(PrintedRow(tuple(lines), page, 0, 0, lines[0][0].base if lines[0] else 0.0))
        used = {at for row in rows for at, cell in enumerate(row.cells) if cell}
        if not rest and len(used) > 1:
            free = [word for word in free if not _holds(table.box, word)]
            filled.append(Filled(table.box[1], tuple(rows)))
    return free, filled


def _holds(box: Box, word: Word) -> bool:
    middle, height = (word.left + word.right) / 2, word.base - 0.3 * word.size
    return box[0] <= middle <= box[2] and box[1] <= height <= box[3]


def placed(flow: Sequence[PrintedLine | PrintedRow], tables: Sequence[Filled]) -> Iterator[PrintedLine | PrintedRow]:
    """The lines and rows of a page with its tables between them, where they are printed."""
    waiting = sorted(tables, key=lambda table: table.top)
    last = 0
    for one in flow:
        while waiting and waiting[0].top < one.base:
            last = max(last, one.number - 1)
            yield from _numbered(waiting.pop(0), last)
        yield one
        last = one.number
    for table in waiting:
        yield from _numbered(table, last)


def _numbered(table: Filled, last: int) -> Iterator[PrintedRow]:
    """A table's rows, each with the number of the line before them: it has none of its own among the lines."""
    for row in table.rows:
        yield PrintedRow(row.cells, row.page, max(last, 1), max(last, 1), row.base)
