"""Which of the numbered lines of a document are the minutes' own: the upward row that looks most like headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER_PARTS = re.compile(r"\d+")
_REACH = 20
"""Numbers that may be missing between two minutes."""
_LEAST = -7.0
"""What a line must weigh to be the minute that is missing between two others."""
_SENTENCE = -3.0
"""What a numbered sentence weighs that stands in no list."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an item, with how much it looks like a heading."""

    place: int
    end: int
    word: str  # "Minute", "Item" before the number
    number: str
    title: str
    weight: float

    @property
    def shape(self) -> str:
        """The number with its digits and a letter at its end gone: only numbers of one shape make a row."""
        return _NUMBER_PARTS.sub("#", re.sub(r"(?<=\d)\(?[a-z]\)?$", "", self.number))


Value = tuple[int, int]
"""What counts upwards in a number: the number, and the place of a letter after it (0 where there is none)."""


def best(candidates: Sequence[Candidate]) -> list[tuple[Candidate, Value]]:
    """The row that is the minutes': the weightiest, unless another that looks as much like headings encloses it."""
    counting = _counting_parts(candidates)
    valued = [(one, _value(one.number, counting[one.shape])) for one in candidates if one.weight > -3]
    row = _weightiest(valued)
    taken = {one.place for one, _ in row}
    other = _weightiest([(one, value) for one, value in valued if one.place not in taken])
    return other if _encloses(other, row) else row


def with_gaps_filled(
    row: Sequence[tuple[Candidate, Value]], candidates: Sequence[Candidate]
) -> list[tuple[Candidate, Value]]:
    """The row with the numbers that it lacks, where between two of its minutes nothing but these is numbered like them:
    they are minutes too, however little their lines look like headings.
    """
    filled = list(row)
    for (first, was), (second, now) in pairwise(row):
        between = [
            one for one in candidates
            if first.end <= one.place < second.place and one.shape == first.shape == second.shape
        ]  # fmt: skip
        counting = _counting_parts([first, second, *between]).get(first.shape, 0)
        values = [_value(one.number, counting) for one in between]
        steps = [was, *values, now]
        upward = all(low < high for low, high in pairwise(steps)) and all(letter == 0 for _, letter in values)
        if upward and all(one.weight > _LEAST for one in between):
            filled.extend(zip(between, values, strict=True))
    whole = [*_led_up(row, candidates), *sorted(filled, key=lambda one: one[0].place)]
    return [*whole, *_going_on(whole, candidates)]


def _led_up(row: Sequence[tuple[Candidate, Value]], candidates: Sequence[Candidate]) -> list[tuple[Candidate, Value]]:
    """The minutes from 1 up to the first of a row, where all that is numbered like it before it counts up to it."""
    first = row[0][0] if row else None
    if not first or not first.number.isdecimal() or any(not one.number.isdecimal() for one, _ in row):
        return []
    before = [one for one in candidates if one.end <= first.place and one.shape == first.shape]
    wanted = [str(number) for number in range(1, int(first.number))]
    counted = [one.number for one in before] == wanted and all(one.weight > _LEAST for one in before)
    return [(one, (int(one.number), 0)) for one in before] if counted else []


def _going_on(
    row: Sequence[tuple[Candidate, Value]], candidates: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Value]]:
    """The minutes after the last of a row from 1 that are numbered on without a gap, be they printed as one sentence."""
    if not row or row[0][0].number != "1":
        return
    last, (number, _) = row[-1]
    for one in candidates:
        if one.place > last.place and one.shape == last.shape and one.number.isdecimal():
            if int(one.number) != number + 1 or one.weight < _SENTENCE:
                return
            number += 1
            yield one, (number, 0)


def without_repeats(candidates: Sequence[Candidate], end: int) -> list[Candidate]:
    """The candidates without those that repeat, after the end of the meeting, a number printed before it: a summary's."""
    before = {one.number for one in candidates if one.place < end}
    return [one for one in candidates if one.place < end or one.number not in before]


def mean_weight(row: Sequence[tuple[Candidate, Value]]) -> float:
    """How much the lines of a row look like headings, on average; nothing for no line."""
    return sum(one.weight for one, _ in row) / max(len(row), 1)


def _encloses(outer: Sequence[tuple[Candidate, Value]], row: Sequence[tuple[Candidate, Value]]) -> bool:
    """Whether a row stands whole between two neighbours of another, as the sub-headings of one item do."""
    places = [one.place for one, _ in outer]
    gap = bisect_left(places, row[0][0].place) if row else 0
    between = 0 < gap < len(places) and gap == bisect_left(places, row[-1][0].place)
    return between and mean_weight(outer) >= mean_weight(row)


def _weightiest(valued: Sequence[tuple[Candidate, Value]]) -> list[tuple[Candidate, Value]]:
    """The upward row with the greatest weight, links between neighbouring numbers counted in."""
    known_rows: dict[str, dict[int, dict[int, int]]] = {}
    totals: list[float] = []
    before: list[int] = []
    for place, (one, value) in enumerate(valued):
        known = known_rows.setdefault(one.shape, {})
        total, link = one.weight, -1
        for other in _reachable(known, value):
            gained = totals[other] + one.weight + _link(valued[other][1], value)
            if gained > total:
                total, link = gained, other
        totals.append(total)
        before.append(link)
        letters = known.setdefault(value[0], {})
        if value[1] not in letters or totals[letters[value[1]]] < total:
            letters[value[1]] = place
    at = totals.index(max(totals)) if totals and max(totals) > 0 else -1
    row = []
    while at >= 0:
        row.append(valued[at])
        at = before[at]
    return row[::-1]


def _counting_parts(candidates: Sequence[Candidate]) -> dict[str, int]:
    """For each shape, which of its numbers counts: that with the most values ("36/25", "37/25": the first)."""
    seen: dict[str, list[set[int]]] = {}
    for one in candidates:
        parts = [int(part) for part in _NUMBER_PARTS.findall(one.number)]
        for values, part in zip(seen.setdefault(one.shape, [set() for _ in parts]), parts, strict=True):
            values.add(part)
    return {shape: max(range(len(values)), key=lambda part: len(values[part])) for shape, values in seen.items()}


def _value(number: str, counting: int) -> Value:
    letter = re.search(r"\d\(?([a-z])\)?$", number, re.IGNORECASE)
    return int(_NUMBER_PARTS.findall(number)[counting]), ord(letter[1].lower()) - 96 if letter else 0


def _reachable(best: dict[int, dict[int, int]], value: Value) -> Iterator[int]:
    """The best candidates so far from which a number can follow in its row."""
    for number in range(max(value[0] - _REACH, 0), value[0] + 1):
        for letter, place in best.get(number, {}).items():
            if (number, letter) <= value:
                yield place


def _link(was: Value, now: Value) -> float:
    """What it is worth that a number follows another: the next one much, a gap little, the same one again nothing."""
    if was == now:
        return -3.0
    if (now[0] == was[0] + 1 and now[1] <= 1) or (now[0] == was[0] and now[1] == was[1] + 1):
        return 2.0
    return -0.5 - 0.25 * (now[0] - was[0])
