"""What stands side by side on a page: two columns of text, read one after the other, and names or tables set in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutebook.importers.pdf_lines import Part, PrintedLine
from minutebook.importers.pdf_rows import GUTTER, PrintedRow, near, rows, unfinished, wrapped

__all__ = ["PrintedRow", "in_reading_order", "with_rows"]

_FEWEST = 8
"""Lines that stand side by side where a page is printed in two columns."""
_FILLED = 0.7
"""Lines of running text fill this part of their column; names and figures do not."""
_EXACT = 1.5
"""Points by which cells of one column begin apart, where so little room is between two."""
_ROOM = 1.4
"""Between the rows of a table is so many times the way from line to line."""
_ROWS = 3
"""So many times it must be, for a table."""
_NEAR = 4.0
"""Points by which lines of one column may begin apart."""


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
    """Whether both columns hold running text: most lines are as wide as the column, the columns are alike, and no room runs
    through both again and again, as between the rows of a table.
    """
    steps = sorted(below.base - line.base for line, below in pairwise(lines))
    if sum(1 for step in steps if step > _ROOM * steps[len(steps) // 4]) >= _ROWS:
        return False
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
        yield from rows([line for line in lines[at:end] if isinstance(line, PrintedLine)], leading, right)
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
    ends = near(last, line, leading) and unfinished(above.text, line.text)
    return line.right < edge and (ends or wrapped(above, line, edge - GUTTER * line.size, leading))


def _below(last: PrintedLine, line: PrintedLine, leading: float) -> bool:
    """Whether a line stands near below another, or first on the page after it."""
    if line.page != last.page:
        return line.page == last.page + 1
    return 0 <= line.base - last.base <= 2.6 * leading * line.size
