"""Names or figures that are set in columns, as rows: each cell with the lines that were wrapped in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.importers.pdf_lines import Part, PrintedLine

GUTTER = 1.3
"""The room between two columns that no word is printed into, in parts of the font's size."""
_APART = 0.7
"""The room between two cells of a row, at the least, in parts of the font's size."""
_EXACT = 1.5
"""Points by which cells of one column begin apart, where so little room is between two."""
_NEAR = 4.0
"""Points by which cells of one column may begin apart."""
_LABEL_END = re.compile(r"(?:members|invitees|representatives|[\w ]+\)):?", re.IGNORECASE)
"""What is no label by itself, only the end of one: "Non-Voting Opposition / Members:"."""
_LABEL_OPENS = re.compile(r"\b(?:voting|deputy|opposition|other|co-?opted|invited)$", re.IGNORECASE)
_MEMBERS = re.compile(r"(?:[\w-]+ ){0,2}members:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table; each cell is the lines printed in it."""

    cells: tuple[tuple[PrintedLine, ...], ...]
    page: int
    number: int
    last: int
    base: float


@dataclass(slots=True)
class _Grid:
    """The rows of one region as they grow. ``latest`` is the last line of each column, ``owner`` the row it belongs to."""

    lefts: Sequence[float]
    rows: list[list[list[PrintedLine]]]
    latest: list[PrintedLine | None]
    owner: list[int]
    apart: bool  # whether more room is between the rows than between the lines in them


def rows(lines: Sequence[PrintedLine], leading: float, right: float) -> Iterator[PrintedRow]:
    """The rows of lines in columns: what was wrapped within a column belongs to the row above."""
    lefts = _lefts(lines)
    lines = [_divided(line, lefts) for line in lines]
    grid = _Grid(lefts, [], [None] * len(lefts), [0] * len(lefts), _are_apart(lines, lefts[0], leading))
    for line in lines:
        parts = {_column(lefts, part): part for part in line.parts}
        cells = {at: replace(line, parts=(part,), text_left=part.left, label="") for at, part in parts.items()}
        if len(cells) < len(line.parts):  # two parts in one column: columns that cannot be told apart
            cells = {at: replace(line, parts=(part,), label="") for at, part in enumerate(line.parts[: len(lefts)])}
        over = _wrapped_columns(grid, cells, leading, right)
        if len(over) < len(cells):
            grid.rows.append([[] for _ in lefts])
        for at, cell in cells.items():
            if at not in over:
                grid.owner[at] = len(grid.rows) - 1
            grid.rows[grid.owner[at]][at].append(cell)
            grid.latest[at] = cell
    for row in grid.rows:
        held = [line for cell in row for line in cell]
        first = min(held, key=lambda line: line.number)
        last = max(line.number for line in held)
        yield PrintedRow(tuple(tuple(cell) for cell in row), first.page, first.number, last, first.base)


def _divided(line: PrintedLine, lefts: Sequence[float]) -> PrintedLine:
    """A line, its parts divided where a word begins at the left of a column behind more than the room of a space."""
    parts = []
    for part in line.parts:
        begun = 0
        for place, (last, word) in enumerate(pairwise(part.words), 1):
            apart = word.left - last.right > _APART * line.size
            if apart and any(abs(word.left - left) <= _EXACT for left in lefts):
                parts.append(Part(part.words[begun:place]))
                begun = place
        parts.append(Part(part.words[begun:]))
    return line if len(parts) == len(line.parts) else replace(line, parts=tuple(parts))


def _column(lefts: Sequence[float], part: Part) -> int:
    return max((at for at, left in enumerate(lefts) if left <= part.left + _NEAR), default=0)


def _wrapped_columns(grid: _Grid, cells: dict[int, PrintedLine], leading: float, right: float) -> set[int]:
    """The columns in which a line only goes on with the line above; none where it begins a row in the first column."""
    over = set()
    for at, cell in cells.items():
        edge = grid.lefts[at + 1] - GUTTER * cell.size if at + 1 < len(grid.lefts) else right
        before = grid.latest[at]
        if before is None:
            continue
        close = near(before, cell, leading)
        ends_label = at == 0 and len(cells) == 1 and close and unfinished(before.text, cell.text)
        if ends_label or (grid.apart and close) or wrapped(before, cell, edge, leading):
            over.add(at)
    if 0 not in cells:
        return over
    before = grid.latest[0]
    goes_on = before is not None and 0 in over and unfinished(before.text, cells[0].text)
    whole = len(over) == len(cells) and not cells[0].text.endswith(":")  # a label of its own where it does
    return over if goes_on or whole else set()


def _are_apart(lines: Sequence[PrintedLine], left: float, leading: float) -> bool:
    """Whether each row, which begins in the first column, stands further from the line above it than lines of text do."""
    begun = [pair for pair in pairwise(lines) if pair[1].left <= left + _NEAR and pair[0].page == pair[1].page]
    return len(begun) > 1 and not any(near(last, line, leading) for last, line in begun)


def near(before: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether a line stands no further below another than lines of one text do."""
    return line.page == before.page and line.base - before.base <= 1.3 * leading * line.size


def unfinished(label: str, more: str) -> bool:
    """Whether a label surely goes on below, though what stands beside it there is new."""
    last = label.rsplit(" ", 1)[-1].lower()
    return (
        more[:1].islower()
        or last in {"and", "of", "the", "&", "for"}
        or label.endswith(",")
        or bool(_LABEL_OPENS.search(label) and _MEMBERS.fullmatch(more))
        or bool(_LABEL_END.fullmatch(more))
    )


def _lefts(lines: Sequence[PrintedLine]) -> list[float]:
    lefts: list[float] = []
    for left in sorted(part.left for line in lines for part in line.parts):
        if not lefts or left - lefts[-1] > 2 * _NEAR:
            lefts.append(left)
    return lefts


def wrapped(before: PrintedLine, line: PrintedLine, edge: float, leading: float) -> bool:
    """Whether a line in a column only goes on with the line above it, which had no room for its first word."""
    if not (line.page != before.page or near(before, line, leading)) or before.text.endswith(":"):
        return False
    first = line.parts[0].words[0]
    if first.text == before.parts[0].words[0].text:  # "Councillor" below "Councillor"
        return False
    return before.right + 0.25 * line.size + (first.right - first.left) > edge - 1
