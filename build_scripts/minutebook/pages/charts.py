"""Charts as geometry: bars and columns with their words, which ``charts.j2`` turns into SVG through the templates' escaping.

Lengths are percentages of the width, so that the bars grow with the page while the text keeps its size; heights and
places are pixels. Every bar begins at zero and has its number beside it; nothing is told by colour.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

_NAMES = 22.0  # per cent of the width, before the bars
_BARS = 58.0  # per cent of the width, at the most; the numbers stand in the rest
_LINE = 26  # pixels: a bar and the space to the next
_HEADING = 20  # pixels: a line of a group's name
_LETTERS = 39  # of a group's name in a line, so that it fits on a screen of 320 pixels
_SPARK = 36  # pixels: the highest column of a small chart


@dataclass(frozen=True, slots=True)
class Bar:
    """A number to be shown: ``value`` is not negative, ``told`` is how it is written."""

    name: str
    value: float
    told: str


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one name; empty where there is one group only."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers: the first cell of each line is its heading."""

    head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """``key`` is an anchor, ``about`` says what is shown and what is not counted, ``most`` is a fixed end of the scale."""

    key: str
    title: str
    about: str
    groups: tuple[Group, ...]
    table: Table
    scale: Callable[[float], str]  # how a number on the scale is written
    most: float = 0  # 0: the scale ends at the next round number above the largest

    @property
    def described(self) -> str:
        """What is drawn, in words, for those who do not see it."""
        return "; ".join(
            (f"{group.name}: " if group.name else "") + ", ".join(f"{bar.name} {bar.told}" for bar in group.bars)
            for group in self.groups
        )


@dataclass(frozen=True, slots=True)
class Text:
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar: ``y`` is its top; ``width`` and ``end`` are lengths such as ``43.7%``."""

    y: int
    name: str
    told: str
    width: str
    end: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chart's SVG holds, ``height`` pixels high. ``ticks`` are places on the scale and what is written there."""

    height: int
    foot: int
    names: tuple[Text, ...]
    bars: tuple[Drawn, ...]
    ticks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    x: str
    y: int
    width: str
    height: int


@dataclass(frozen=True, slots=True)
class Spark:
    """A small chart without a scale beside a figure: ``caption`` says what each column is, ``described`` every number."""

    key: str
    title: str
    caption: str
    described: str
    columns: tuple[Column, ...]
    height: int = _SPARK


def drawn(chart: Chart) -> Drawing:
    """The geometry of a chart."""
    values = [bar.value for group in chart.groups for bar in group.bars]
    top = chart.most or round_up(max(values, default=0))
    names: list[Text] = []
    bars: list[Drawn] = []
    y = 0
    for group in chart.groups:
        for line in textwrap.wrap(group.name, _LETTERS):
            y += _HEADING
            names.append(Text(y - 5, line))
        for bar in group.bars:
            share = min(bar.value / top, 1.0)
            bars.append(Drawn(y + 4, bar.name, bar.told, _percent(_BARS * share), _percent(_NAMES + _BARS * share)))
            y += _LINE
        y += _LINE // 2 if group.name else 0
    ticks = tuple((_percent(_NAMES + _BARS * part), chart.scale(top * part)) for part in (0.0, 0.5, 1.0))
    return Drawing(y + 24, y + 2, tuple(names), tuple(bars), ticks)


def spark(key: str, title: str, caption: str, bars: tuple[Bar, ...]) -> Spark | None:
    """A small chart of columns, the earliest first; None where there is nothing to compare."""
    if len(bars) < 2 or not any(bar.value for bar in bars):
        return None
    top, room = max(bar.value for bar in bars), 100 / len(bars)
    width = min(room * 0.8, 12.0)
    columns = []
    for place, bar in enumerate(bars):
        height = math.ceil(_SPARK * bar.value / top)
        columns.append(Column(_percent(place * min(room, 15.0)), _SPARK - height, _percent(width), height))
    return Spark(key, title, caption, ", ".join(f"{bar.name} {bar.told}" for bar in bars), tuple(columns))


def round_up(value: float) -> float:
    """The next round number, 2 at the least: an end of a scale whose half is round as well."""
    if value <= 2:
        return 2.0
    power = 10.0 ** math.floor(math.log10(value))
    steps = (2, 4, 6, 8, 10) if power == 1 else (1, 2, 3, 4, 5, 6, 8, 10)
    return next(step * power for step in steps if value <= step * power * (1 + 1e-9))


def _percent(value: float) -> str:
    return f"{value:.1f}%"
