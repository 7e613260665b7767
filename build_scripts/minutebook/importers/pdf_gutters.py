"""Pages that are set in two columns: their words column by column, each as if it stood on a narrow page of its own.

The gutter is a strip near the middle of the page that few words cross. Lines that cross it, such as titles and feet, part the
columns above them from those below. Tables have such a strip too, but their rows stand side by side and few of their lines are full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from statistics import median

from minutebook.importers.pdf_words import Word

_STEP = 2.0
"""Points between the places that are looked at."""
_WIDTH = 8.0
"""Points that a gutter is wide, at the least."""
_MIDDLE = (0.38, 0.62)
"""Where on the page a gutter is, in parts of the width of its text."""
_FEW = 3
"""Lines that cross the gutter of each page: its head and foot, a title."""
_CROSSED = 0.05
"""Further lines that may cross it, in parts of all."""
_FEWEST = 6
"""Full lines in one of the columns, at the least: these are text, and not names or figures."""
_FULL = 0.7
"""Full lines fill this part of their column."""
_WORDS = 2
"""Words of one line that may cross the strip."""
_MOSTLY = 0.6
"""Full lines of a column beside one that holds names, or is short, in parts of all."""
_ALIKE = 0.8
"""Rows of a table have this part of their lines side by side."""
_ROOM = 1.4
"""Between the rows of a table is so many times the way from line to line."""
_ROWS = 3
"""So many times it must be, for a table."""
_HEADS = 2
"""Lines at the top and the foot of a page that may be its head and foot, though they do not cross the gutter."""
_ALONE = 2.4
"""The room above or below a line that is none of the columns, in parts of its size."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Words at one height, on one side of a gutter or across it."""

    words: tuple[Word, ...]
    base: float

    @property
    def left(self) -> float:
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What stands left and right of a gutter between two lines across it."""

    left: tuple[_Row, ...]
    right: tuple[_Row, ...]


def stretches(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a page in the order in which its columns are read, the right ones moved to where the left ones stand. One
    stretch where the page has no columns.
    """
    size = median(word.size for word in words) if words else 0.0
    gutter = _gutter(words, size)
    if gutter is None:
        return [list(words)]
    rows = _rows(sorted(words, key=lambda word: word.base), size)
    parts = _parts(rows, gutter, size)
    found = [part for part in parts if isinstance(part, _Columns)]
    lefts, rights = ([row for part in found for row in getattr(part, side)] for side in ("left", "right"))
    across = len(parts) - len(found)
    if not lefts or not rights or across > _FEW + _CROSSED * len(rows) or not _are_text(lefts, rights):
        return [list(words)]
    moved = min(row.left for row in rights) - min(row.left for row in lefts)
    made: list[list[Word]] = []
    for part in parts:
        if isinstance(part, _Columns):
            made.append([word for row in part.left for word in row.words])
            made.append(
                [
                    replace(word, left=word.left - moved, right=word.right - moved)
                    for row in part.right
                    for word in row.words
                ]
            )
        else:
            made.append(list(part.words))
    return [stretch for stretch in made if stretch]


def _gutter(words: Sequence[Word], size: float) -> float | None:
    """The middle of the strip that the fewest words cross; None where many cross each."""
    if len(words) < 4 * _FEWEST:
        return None
    left, right = min(word.left for word in words), max(word.right for word in words)
    count = int((right - left) / _STEP) + 2
    if not 20 < count < 5000:
        return None
    steps = [0] * (count + 1)
    for word in words:
        steps[int((word.left - left) / _STEP)] += 1
        steps[int((word.right - left) / _STEP) + 1] -= 1
    covered = list(accumulate(steps))
    wide = max(int(_WIDTH / _STEP), 1)
    first, last = (int(part * count) for part in _MIDDLE)
    strips = [(max(covered[at : at + wide]), at) for at in range(first, last - wide)]
    fewest = min((crossed for crossed, _ in strips), default=len(words))
    lines = len({round(word.base / (0.5 * size or 1.0)) for word in words})
    if fewest > (_FEW + _CROSSED * lines) * _WORDS:
        return None
    places = [at for crossed, at in strips if crossed == fewest]
    return left + (places[len(places) // 2] + wide / 2) * _STEP


def _rows(words: Sequence[Word], size: float) -> list[list[Word]]:
    """Words from the top down, those of one height together."""
    rows: list[list[Word]] = []
    for word in words:
        if rows and word.base - rows[-1][0].base <= 0.25 * size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _parts(rows: Sequence[Sequence[Word]], gutter: float, size: float) -> list[_Row | _Columns]:
    """Lines across the page and what stands in columns between them, from the top down."""
    parts: list[_Row | _Columns] = []
    left: list[_Row] = []
    right: list[_Row] = []
    for place, row in enumerate(rows):
        base = row[0].base
        above = base - rows[place - 1][0].base if place else _ALONE * size
        below = rows[place + 1][0].base - base if place + 1 < len(rows) else _ALONE * size
        alone = min(above, below) >= _ALONE * size and not _HEADS <= place < len(rows) - _HEADS
        if alone or any(word.left < gutter < word.right for word in row):
            parts += [_Columns(tuple(left), tuple(right)), _Row(tuple(row), base)]
            left, right = [], []
            continue
        for side, held in (
            (left, [word for word in row if word.right <= gutter]),
            (right, [word for word in row if word.left >= gutter]),
        ):
            side.extend([_Row(tuple(held), base)] if held else [])
    return [*parts, _Columns(tuple(left), tuple(right))]


def _are_text(lefts: Sequence[_Row], rights: Sequence[_Row]) -> bool:
    """Whether two columns hold running text, and not the rows of a table. One of them may hold names instead, or be the last and short."""
    bases = [row.base for row in lefts]
    beside = sum(1 for row in rights if any(abs(row.base - base) <= 1 for base in bases))
    left, right = _full(lefts), _full(rights)
    if beside >= _ALIKE * min(len(lefts), len(rights)):
        return min(left, right) >= _FEWEST and not _are_rows([*lefts, *rights])
    if min(left, right) >= _FEWEST:
        return True
    names = right >= _MOSTLY * len(rights) and 2 * _FEWEST <= len(rights) <= 2 * len(lefts)
    ends = left >= _MOSTLY * len(lefts) and len(lefts) >= 2 * _FEWEST and 2 * right >= len(rights)
    return names or ends


def _are_rows(lines: Sequence[_Row]) -> bool:
    """Whether room runs through both columns again and again, as between the rows of a table."""
    bases = sorted({round(line.base) for line in lines})
    steps = sorted(below - base for base, below in pairwise(bases) if below - base > 1)
    return sum(1 for step in steps if step > _ROOM * steps[len(steps) // 4]) >= _ROWS


def _full(rows: Sequence[_Row]) -> int:
    """How many lines of a column are as wide as it is."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    return sum(1 for row in rows if row.right - row.left >= _FULL * width and len(row.words) > 4)
