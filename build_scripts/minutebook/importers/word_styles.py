"""The styles of a Word document, each with what it takes from the style that it is based on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"heading\s*(?P<level>[1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents?)\s*(?:[1-9]|heading)|table of (?:contents|figures)", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_CHAIN = 12
"""Styles that may be based on one another in a row."""


@dataclass(frozen=True, slots=True)
class Style:
    """What matters of a style. None: it does not say, so that a paragraph's other styles do."""

    name: str = ""
    level: int = 0  # of a heading; 0: it is none
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    list_id: str = ""
    list_level: int | None = None
    quoted: bool = False
    contents: bool = False  # of the lines of a table of contents
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by their ids; ``paragraph`` is the id of the one that paragraphs without a style have."""

    known: Mapping[str, Style]
    paragraph: str = ""

    def of(self, name: str) -> Style:
        return self.known.get(name) or _PLAIN


_PLAIN = Style()


def read(root: Any) -> Styles:
    """The styles of ``styles.xml``."""
    if root is None:
        return Styles({})
    elements = {one.get(qn("w:styleId"), ""): one for one in root.findall(qn("w:style"))}
    default = next(
        (
            name for name, one in elements.items()
            if one.get(qn("w:type")) == "paragraph" and one.get(qn("w:default")) in {"1", "true", "on"}
        ),
        "",
    )  # fmt: skip
    return Styles({name: _style(elements, name, 0) for name in elements}, default)


def _style(elements: Mapping[str, Any], name: str, depth: int) -> Style:
    one = elements.get(name)
    if one is None or depth > _CHAIN:
        return _PLAIN
    below = _style(elements, value(one.find(qn("w:basedOn"))), depth + 1)
    title = value(one.find(qn("w:name"))) or name
    paragraph, run = one.find(qn("w:pPr")), one.find(qn("w:rPr"))
    heading = _HEADING.match(title)
    own = replace(
        below,
        name=title,
        level=int(heading["level"]) if heading else _TITLES.get(title.lower(), below.level),
        quoted="quote" in title.lower(),
        contents=bool(_CONTENTS.match(title)),
    )
    bold, hidden, raised = switch(run, "w:b"), switch(run, "w:vanish"), _raised(run)
    number, level = list_of(paragraph)
    outline = value(paragraph.find(qn("w:outlineLvl"))) if paragraph is not None else ""
    return replace(
        own,
        bold=below.bold if bold is None else bold,
        hidden=below.hidden if hidden is None else hidden,
        raised=below.raised if raised is None else raised,
        list_id=below.list_id if number is None else number,
        list_level=below.list_level if level is None else level,
        level=own.level or (int(outline) + 1 if outline.isdecimal() and int(outline) < 6 else 0),
        indent=indent_of(paragraph) if indent_of(paragraph) is not None else below.indent,  # type: ignore[arg-type]
    )


def switch(properties: Any, name: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said."""
    one = properties.find(qn(name)) if properties is not None else None
    return None if one is None else one.get(qn("w:val"), "1") not in {"0", "false", "off"}


def _raised(properties: Any) -> bool | None:
    one = properties.find(qn("w:vertAlign")) if properties is not None else None
    return None if one is None else value(one) == "superscript"


def raised(properties: Any) -> bool | None:
    """Whether a run is set above the line; None where nothing is said."""
    return _raised(properties)


def list_of(properties: Any) -> tuple[str | None, int | None]:
    """The list that a paragraph's properties name, and its level; the list "0" says that it stands in none."""
    one = properties.find(qn("w:numPr")) if properties is not None else None
    if one is None:
        return None, None
    number, level = one.find(qn("w:numId")), value(one.find(qn("w:ilvl")))
    return (value(number) if number is not None else None), (
        int(level) if level.isdecimal() and len(level) < 3 else None
    )


def indent_of(properties: Any) -> int | None:
    """How far a paragraph is indented, in twentieths of a point; None where nothing is said."""
    one = properties.find(qn("w:ind")) if properties is not None else None
    left = one.get(qn("w:left"), one.get(qn("w:start"))) if one is not None else None
    return int(float(left)) if left and re.fullmatch(r"-?\d{1,6}(?:\.\d+)?", left) else None


def value(one: Any) -> str:
    """The value of an element; empty where there is none."""
    return one.get(qn("w:val"), "") if one is not None else ""
