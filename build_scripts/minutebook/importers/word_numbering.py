"""The numbers that Word computes and does not write down: lists by their definitions, restarts and starting values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from minutebook.importers.characters import is_glyph

_DEEPEST = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: ``text`` holds ``%1`` for the number of the first level, and so on."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None  # after an entry of this level (from 1) it begins anew; None: after any above; 0: never
    decimal_only: bool = False
    indent: int = 0  # in twentieths of a point
    style: str = ""  # the paragraph style that this level belongs to


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a document. ``lists`` are those that paragraphs name: the definition, and its levels."""

    lists: Mapping[str, tuple[str, tuple[Level, ...]]] = field(default_factory=dict)
    overrides: Mapping[tuple[str, int], int] = field(default_factory=dict)  # of list and level: the value it starts at


@dataclass(slots=True)
class Counters:
    """Where each list stands; ``started`` are the overrides that have been applied."""

    values: dict[str, list[int | None]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)


def read(root: Any, linked: Mapping[str, str]) -> Numbering:
    """The lists of ``numbering.xml``. ``linked`` names the list of each list style, which definitions may refer to."""
    if root is None:
        return Numbering()
    definitions = {one.get(qn("w:abstractNumId"), ""): one for one in root.findall(qn("w:abstractNum"))}
    own = {one.get(qn("w:numId"), ""): _value(one.find(qn("w:abstractNumId"))) for one in root.findall(qn("w:num"))}
    lists, overrides = {}, {}
    for one in root.findall(qn("w:num")):
        number = one.get(qn("w:numId"), "")
        definition = own[number]
        link = _value(definitions[definition].find(qn("w:numStyleLink"))) if definition in definitions else ""
        if link and own.get(linked.get(link, ""), "") in definitions:
            definition = own[linked[link]]
        levels = _levels(definitions.get(definition))
        for override in one.findall(qn("w:lvlOverride")):
            place = _number(override.get(qn("w:ilvl")), 0)
            if not 0 <= place < _DEEPEST:
                continue
            if override.find(qn("w:lvl")) is not None:
                levels[place] = _level(override.find(qn("w:lvl")))
                definition = f"{definition}/{number}"
            start = override.find(qn("w:startOverride"))
            if start is not None:
                overrides[(number, place)] = _number(_value(start), 1)
        lists[number] = (definition, tuple(levels))
    return Numbering(lists, overrides)


def label(numbering: Numbering, counters: Counters, number: str, place: int) -> str:
    """The label of the next entry of a list on a level, counted from 0; a bullet's is its glyph."""
    if number not in numbering.lists or not 0 <= place < _DEEPEST:
        return ""
    definition, levels = numbering.lists[number]
    values = counters.values.setdefault(definition, [None] * _DEEPEST)
    for at in range(place + 1):
        key = (number, at)
        if key in numbering.overrides and key not in counters.started:
            counters.started.add(key)
            values[at] = numbering.overrides[key] - 1
            values[at + 1 :] = [None] * (_DEEPEST - at - 1)
    for at in range(place):
        if values[at] is None:
            values[at] = levels[at].start
    now = values[place]
    values[place] = levels[place].start if now is None else now + 1
    for at in range(place + 1, _DEEPEST):
        restart = levels[at].restart
        if restart is None or place < restart:
            values[at] = None
    return _printed(levels, values, place)


def _printed(levels: tuple[Level, ...], values: list[int | None], place: int) -> str:
    level = levels[place]
    if level.form == "bullet":
        glyph = level.text.strip()[:1]
        return glyph if glyph and (is_glyph(glyph) or glyph in "-–—o") else "•"
    if level.form == "none":
        return re.sub(r"%\d", "", level.text).strip()

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if at < 0:
            return ""
        form = "decimal" if level.decimal_only else levels[at].form
        return in_form(values[at] or 0, form) if at <= place else ""

    return re.sub(r"%(\d)", number, level.text).strip()


def in_form(number: int, form: str) -> str:
    """A number as Word prints it in one of its forms; a form that is not known is decimal."""
    if form in {"lowerLetter", "upperLetter"} and 0 < number <= 780:
        text = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if form == "upperLetter" else text
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        text = ""
        for value, digits in _ROMAN:
            text += digits * (number // value)
            number %= value
        return text.upper() if form == "upperRoman" else text
    if form == "decimalZero":
        return f"{number:02}"
    if form == "ordinal":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    return "" if form == "none" else str(number)


# --- the definitions -------------------------------------------------------------------------------------------------


def _levels(definition: Any) -> list[Level]:
    levels = [Level(text=f"%{place + 1}.") for place in range(_DEEPEST)]
    for one in definition.findall(qn("w:lvl")) if definition is not None else ():
        place = _number(one.get(qn("w:ilvl")), 0)
        if 0 <= place < _DEEPEST:
            levels[place] = _level(one)
    return levels


def _level(one: Any) -> Level:
    restart = one.find(qn("w:lvlRestart"))
    indent = one.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    legal = one.find(qn("w:isLgl"))
    left = indent.get(qn("w:left"), indent.get(qn("w:start"), "0")) if indent is not None else "0"
    return Level(
        start=_number(_value(one.find(qn("w:start"))), 0 if one.find(qn("w:start")) is None else 1),
        form=_value(one.find(qn("w:numFmt"))) or "decimal",
        text=_value(one.find(qn("w:lvlText"))),
        restart=None if restart is None else _number(_value(restart), 0),
        decimal_only=legal is not None and _value(legal) not in {"0", "false", "off"},
        indent=_number(left, 0),
        style=_value(one.find(qn("w:pStyle"))),
    )


def _value(one: Any) -> str:
    return one.get(qn("w:val"), "") if one is not None else ""


def _number(text: str | None, otherwise: int) -> int:
    """A whole number of a size that a document can mean."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise
