"""What stands side by side on a page: two columns of text, read one after the other, and names or tables set in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.importers.pdf_lines import Part, PrintedLine

_FEWEST = 8
"""Lines that stand side by side where a page is printed in two columns."""
_FILLED = 0.7
"""Lines of running text fill this part of their column; names and figures do not."""
_GUTTER = 1.3
"""The room between two columns that no word is printed into, in parts of the font's size."""
_APART = 0.7
"""The room between two cells of a row, at the least, in parts of the font's size."""
_EXACT = 1.5
"""Points by which cells of one column begin apart, where so little room is between two."""
_NEAR = 4.0
"""Points by which lines of one column may begin apart."""


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


def in_reading_order(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page, of text in two columns first those of the left one."""
    made: list[PrintedLine] = []
    at = 0
    while at < len(lines):
        end, gutter = _two_columns(lines, at)
        if gutter is None:
            made.append(lines[at])
            at += 1
            continue
        sides = [_sides(line, gutter) for line in lines[at:end]]
        made += [left for left, _ in sides if left] + [right for _, right in sides if right]
        at = end
    return made


def _two_columns(lines: Sequence[PrintedLine], start: int) -> tuple[int, float | None]:
    """The end of the two columns of text that begin at a line, and where the gutter between them is."""
    left, right, end, both = 0.0, float("inf"), start, 0
    while end < len(lines):
        parts = lines[end].parts
        if len(parts) == 2:
            gap = (max(left, parts[0].right), min(right, parts[1].left))
            both += 1
        elif len(parts) == 1 and both:
            one = parts[0]
            gap = (max(left, one.right), right) if one.right <= right - _NEAR else (left, min(right, one.left))
        else:
            break
        if gap[1] - gap[0] < 2 * _NEAR:
            break
        left, right = gap
        end += 1
    gutter = (left + right) / 2
    if both < _FEWEST or not _is_text(lines[start:end], gutter):
        return start, None
    return end, gutter


def _is_text(lines: Sequence[PrintedLine], gutter: float) -> bool:
    """Whether both columns hold running text: most lines are as wide as the column, and the columns are alike."""
    sides = [_sides(line, gutter) for line in lines]
    widths = []
    for column in ([left for left, _ in sides if left], [right for _, right in sides if right]):
        width = max(line.right for line in column) - min(line.left for line in column)
        full = sum(1 for line in column if line.right - line.left >= _FILLED * width)
        if full < 0.6 * len(column) or sum(len(line.text) for line in column) < 20 * len(column):
            return False
        widths.append(width)
    return min(widths) > 0.7 * max(widths)


def _sides(line: PrintedLine, gutter: float) -> tuple[PrintedLine | None, PrintedLine | None]:
    left = tuple(part for part in line.parts if part.left < gutter)
    right = tuple(part for part in line.parts if part.left >= gutter)
    return _with_parts(line, left), _with_parts(line, right)


def _with_parts(line: PrintedLine, parts: tuple[Part, ...]) -> PrintedLine | None:
    if not parts:
        return None
    same = parts == line.parts
    return line if same else replace(line, parts=parts, text_left=parts[0].left, label="")


# --- rows ------------------------------------------------------------------------------------------------------------


def with_rows(
    lines: Sequence[PrintedLine | PrintedRow], leading: float, right: float
) -> Iterator[PrintedLine | PrintedRow]:
    """The lines, those set in columns as rows. ``leading`` is the usual way from line to line in parts of the size of the font,
    ``right`` where lines end.
    """
    at = 0
    while at < len(lines):
        end = _region(lines, at, leading)
        if end == at:
            yield lines[at]
            at += 1
            continue
        yield from _rows([line for line in lines[at:end] if isinstance(line, PrintedLine)], leading, right)
        at = end


def _region(lines: Sequence[PrintedLine | PrintedRow], start: int, leading: float) -> int:
    """The end of the lines in columns that begin at a line: each has several parts, or stands below one that is not the first."""
    end = start
    columns: set[float] = set()
    first = 0.0
    while end < len(lines):
        line, last = lines[end], lines[end - 1] if end > start else None
        if not isinstance(line, PrintedLine) or (isinstance(last, PrintedLine) and not _below(last, line, leading)):
            break
        if len(line.parts) == 1:
            under = any(abs(column - line.left) <= _NEAR for column in columns) and line.left > first + _NEAR
            beside = abs(line.left - first) <= _NEAR and any(
                abs(column - line.text_left) <= _EXACT for column in columns
            )
            if not (line.label and beside) and (
                line.label or not (under or (last and _ends_label(last, line, columns, leading)))
            ):
                break
        elif end > start and line.left < first - _NEAR:
            break
        else:
            first = line.left if end == start else min(first, line.left)
            columns |= {part.left for part in line.parts[1:]}
        end += 1
    return end


def _ends_label(last: PrintedLine | PrintedRow, line: PrintedLine, columns: set[float], leading: float) -> bool:
    """Whether a line is the end of a label in the first column, which the words beside it did not need."""
    if not isinstance(last, PrintedLine) or len(last.parts) < 2 or abs(last.left - line.left) > 1:
        return False
    edge = min(columns)
    above = replace(last, parts=last.parts[:1])
    wrapped = _wrapped(above, line, edge - _GUTTER * line.size, leading)
    return line.right < edge and (wrapped or (_near(last, line, leading) and _unfinished(above.text, line.text)))


def _below(last: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether a line stands near below another, or first on the page after it."""
    if line.page != last.page:
        return line.page == last.page + 1
    return 0 <= line.base - last.base <= 2.6 * leading * line.size


@dataclass(slots=True)
class _Grid:
    """The rows of one region as they grow. ``latest`` is the last line of each column, ``owner`` the row it belongs to."""

    lefts: Sequence[float]
    rows: list[list[list[PrintedLine]]]
    latest: list[PrintedLine | None]
    owner: list[int]
    apart: bool  # whether more room is between the rows than between the lines in them


def _rows(lines: Sequence[PrintedLine], leading: float, right: float) -> Iterator[PrintedRow]:
    """The rows of one region: what was wrapped within a column belongs to the row above."""
    lefts = _lefts(lines)
    lines = [_divided(line, lefts) for line in lines]
    grid = _Grid(lefts, [], [None] * len(lefts), [0] * len(lefts), _are_apart(lines, lefts[0], leading))
    for line in lines:
        parts = {_column(lefts, part): part for part in line.parts}
        cells = {at: replace(line, parts=(part,), text_left=part.left, label="") for at, part in parts.items()}
        if len(cells) < len(line.parts):  # two parts in one column: columns that cannot be told apart
            cells = {at: replace(line, parts=(part,), label="") for at, part in enumerate(line.parts[: len(lefts)])}
        wrapped = _wrapped_columns(grid, cells, leading, right)
        if len(wrapped) < len(cells):
            grid.rows.append([[] for _ in lefts])
        for at, cell in cells.items():
            if at not in wrapped:
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
    wrapped = set()
    for at, cell in cells.items():
        edge = grid.lefts[at + 1] - _GUTTER * cell.size if at + 1 < len(grid.lefts) else right
        before = grid.latest[at]
        if before is None:
            continue
        near = _near(before, cell, leading)
        ends_label = at == 0 and len(cells) == 1 and near and _unfinished(before.text, cell.text)
        if ends_label or (grid.apart and near) or _wrapped(before, cell, edge, leading):
            wrapped.add(at)
    if 0 not in cells or len(wrapped) == len(cells):
        return wrapped
    before = grid.latest[0]
    goes_on = before is not None and 0 in wrapped and _unfinished(before.text, cells[0].text)
    return wrapped if goes_on else set()


def _are_apart(lines: Sequence[PrintedLine], left: float, leading: float) -> bool:
    """Whether each row, which begins in the first column, stands further from the line above it than lines of text do."""
    begun = [pair for pair in pairwise(lines) if pair[1].left <= left + _NEAR and pair[0].page == pair[1].page]
    return len(begun) > 1 and not any(_near(last, line, leading) for last, line in begun)


def _near(before: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether a line stands no further below another than lines of one text do."""
    return line.page == before.page and line.base - before.base <= 1.3 * leading * line.size


def _unfinished(label: str, more: str) -> bool:
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


def _wrapped(before: PrintedLine, line: PrintedLine, edge: float, leading: float) -> bool:
    """Whether a line in a column only goes on with the line above it, which had no room for its first word."""
    if not (line.page != before.page or _near(before, line, leading)) or before.text.endswith(":"):
        return False
    first = line.parts[0].words[0]
    if first.text == before.parts[0].words[0].text:  # "Councillor" below "Councillor"
        return False
    return before.right + 0.25 * line.size + (first.right - first.left) > edge - 1
