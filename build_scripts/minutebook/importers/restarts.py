"""Items whose numbers begin again at 1 in the middle of the minutes, and plain numbered items among other headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from minutebook.importers.blocks import TextBlock
from minutebook.importers.item_rows import Candidate, Value, mean_weight
from minutebook.importers.unnumbered import is_marked

Row = list[tuple[Candidate, Value]]
_LIKELY = 1.0
"""What a plain numbered line must weigh to be a heading: short, its words in capitals, no sentence."""
_MANY = 4
"""Numbered lines that are no list: more than these, twice as many as the headings, with one of these between them."""


def in_runs(row: Row, candidates: Sequence[Candidate], blocks: Sequence[TextBlock]) -> Row:
    """The row, or if they are more: all lines printed like its own that have text below, where they are rows from 1."""
    if not row:
        return row
    begun = {one.place for one in candidates}
    style = _style(row[0][0], blocks)
    shape = row[0][0].shape
    alike = [
        one for one in candidates
        if one.weight >= _LIKELY and one.shape == shape and _style(one, blocks) == style
        and one.end < len(blocks) and one.end not in begun
    ]  # fmt: skip
    if len(alike) <= len(row) or any(not one.number.isdecimal() for one in alike):
        return row
    numbers = [int(one.number) for one in alike]
    starts = [at for at, number in enumerate(numbers) if number == 1]
    steps = all(now in {1, was + 1} for was, now in pairwise(numbers))
    long = all(end - start > 1 for start, end in pairwise([*starts, len(numbers)]))
    if numbers[0] != 1 or len(starts) < 2 or not steps or not long:
        return row
    return [(one, (number, 0)) for one, number in zip(alike, numbers, strict=True)]


def heads_items(row: Row, unnumbered: Sequence[int], blocks: Sequence[TextBlock]) -> bool:
    """Whether plain numbered lines are the items although other headings are set apart: they look like titles, follow one
    another with text between them, and stand on both sides of one of those headings at least.
    """
    places = {one.place for one, _ in row}
    gaps = {bisect_left(unnumbered, place) for place in places}
    many = len(row) > max(_MANY, 2 * len(unnumbered))
    if len(row) < 3 or len(gaps) < 2 or (mean_weight(row) < _LIKELY and not many):
        return False
    texts = sum(one.end < len(blocks) and one.end not in places for one, _ in row)
    steps = sum(now[0] <= was[0] + 1 for (_, was), (_, now) in pairwise(row))
    return texts >= 0.8 * len(row) and steps >= 0.8 * (len(row) - 1)


def _style(one: Candidate, blocks: Sequence[TextBlock]) -> tuple[bool, bool]:
    return one.title.isupper(), is_marked(blocks[one.place])
