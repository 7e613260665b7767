"""Labels of list entries as printed, and which label can follow which: ``b)`` follows ``a)``, ``ii.`` follows ``i.``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce

from minutebook.importers.characters import is_glyph
from minutebook.reading.inline import LABEL

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_STEP = 1000
"""``2.3`` is the place 2 x 1000 + 3 of its row: after it comes ``2.4``, or ``3.1``."""
_INITIAL = re.compile(r"[A-Z]\.")


_MEASURE = re.compile(
    r"\s*(?:[ap]\.?m\b|noon\b|hours\b|hrs\b|per cent\b|%|million\b|billion\b|k?m\b|hectares\b)", re.IGNORECASE
)
"""What makes a number before it a time or a quantity, and no label: "2.30 pm"."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One way to read a label: its style (``1)``, ``(a)``, ``i.`` … or a bullet's glyph) and its place in the row, from 1.

    A bullet's place is always 0: each can follow each.
    """

    style: str
    place: int


def split(text: str) -> tuple[str, str]:
    """A line's label and the rest; no label where none stands at its start."""
    if text[:1] and is_glyph(text[0]):
        return text[0], text[1:].strip()
    found = LABEL.match(text)
    if found and _MEASURE.match(text, found.end()):
        return "", text
    return (found.group(), text[found.end() :].strip()) if found else ("", text)


def is_bullet(label: str) -> bool:
    """Whether a label is a bullet's glyph: a mark without letters and digits."""
    return bool(label) and not any(char.isalnum() for char in label.removeprefix("o"))


def is_initial(label: str) -> bool:
    """Whether a label may be an initial instead: "A." in "A. Example"."""
    return bool(_INITIAL.fullmatch(label))


@lru_cache(maxsize=4096)
def readings(label: str) -> frozenset[Ordinal]:
    """Every way to read a label: ``i)`` is the first roman number and the ninth letter."""
    if not label:
        return frozenset()
    if is_bullet(label):
        return frozenset({Ordinal(label, 0)})
    core = label.strip("().")
    frame = label.replace(core, "{}", 1)
    if core[0].isdigit():
        *majors, last = (int(part) for part in core.split("."))
        style = ".".join("1" for _ in core.split("."))
        return frozenset(
            {Ordinal(frame.format(style), reduce(lambda number, part: number * _STEP + part, majors, 0) * _STEP + last)}
        )
    case = "A" if core.isupper() else "a"
    found = set()
    low = core.lower()
    if len(set(low)) == 1:
        found.add(Ordinal(frame.format(case), ord(low[0]) - 96 + 26 * (len(low) - 1)))
    if set(low) <= set(_ROMAN):
        found.add(Ordinal(frame.format("I" if case == "A" else "i"), _roman(low)))
    return frozenset(found)


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-v if v < max(values[n + 1 :], default=0) else v for n, v in enumerate(values))


def begins(label: str) -> bool:
    """Whether a list can begin with this label: ``1)``, ``a)``, ``i)``, a bullet."""
    return any(reading.place % _STEP in {0, 1} for reading in readings(label))


def following(open_readings: Collection[Ordinal], label: str) -> frozenset[Ordinal]:
    """The readings of a label under which it directly follows one of the open readings; a bullet follows its like."""
    wanted = {Ordinal(was.style, was.place + 1 if was.place else 0) for was in open_readings}
    wanted |= {Ordinal(was.style, (was.place // _STEP + 1) * _STEP + 1) for was in open_readings if was.place > _STEP}
    return readings(label) & wanted


def later(open_readings: Collection[Ordinal], label: str) -> frozenset[Ordinal]:
    """The readings of a label under which it comes later in the same row: ``4)`` after ``2)``."""
    return frozenset(
        reading
        for reading in readings(label)
        for was in open_readings
        if reading.style == was.style and reading.place > was.place
    )


def follows(label: str, before: str) -> bool:
    """Whether a label directly follows another."""
    return bool(following(readings(before), label))


def row(found: Iterable[str]) -> list[str]:
    """The labels up to the first that does not follow the one before it; none where the first can begin no row."""
    kept: list[str] = []
    for label in found:
        if not (follows(label, kept[-1]) if kept else begins(label)):
            break
        kept.append(label)
    return kept
