"""Plain text, hard-wrapped or not: form feeds, bullets of every glyph, columns set with tabs or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.importers import furniture, labels, persons, uneven_columns
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import is_glyph, one_line, tidy
from minutebook.importers.lines import Line, plain_inline, to_blocks
from minutebook.importers.report import ReportLine

_DASH = re.compile(r"(?P<mark>[-–—*+]|o(?=\s\s|\t))\s+(?=\S)")
_GAP = re.compile(r"\s*\t\s*|[^\S\n]{3,}")
_COLUMNS = re.compile(r"\s*\t\s*|[^\S\n]{4,}")


def read(text: str) -> Reading:
    """The blocks of a plain text."""
    pages = [page.split("\n") for page in _paged(tidy(text))]
    heads = furniture.running_heads(pages)
    numbered = furniture.page_numbers(pages)
    lines: list[Line] = []
    report: list[ReportLine] = []
    number = 0
    for page, raws in enumerate(pages, 1):
        filled = [place for place, raw in enumerate(raws) if raw.strip()]
        edges = {*filled[:2], *filled[-2:]}
        for place, raw in enumerate(raws):
            number += place > 0 or page == 1
            dropped = _furniture(raw.strip(), heads if place in edges else frozenset())
            if page - 1 in numbered and place in {*filled[:1], *filled[-1:]} and raw.strip().isdecimal():
                dropped = "a page's number"
            if dropped:
                report.append(ReportLine(number, "dropped", dropped, one_line(raw)))
            lines.append(
                Line(number, page=page) if dropped or furniture.is_rule(raw.strip()) else _line(number, raw, page)
            )
        lines.append(Line(number, page=page))
    blocks = tuple(to_blocks(_with_columns(lines), plain_inline, report))
    return Reading(blocks, tuple(report))


def _paged(text: str) -> list[str]:
    """The text of each page; a form feed ends one, and takes no line of its own."""
    return text.split("\f")


def _furniture(text: str, heads: frozenset[str]) -> str:
    """Why a line is page furniture; empty where it is none."""
    if furniture.is_page_mark(text):
        return "a page's mark"
    return "a running head or foot" if text and furniture.without_numbers(text) in heads else ""


def _line(number: int, raw: str, page: int) -> Line:
    text = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    if text and is_glyph(text[0]):
        return Line(number, one_line(text[1:]), mark=text[0], indent=indent, page=page)
    dash = _DASH.match(text)
    if dash:
        return Line(number, text[dash.end() :], mark="-" if dash["mark"] in "-–—*+" else "o", indent=indent, page=page)
    return Line(number, text, indent=indent, page=page)


def _with_columns(lines: list[Line]) -> list[Line]:
    """The lines, those set in columns as rows: by tabs, or by gaps that no sentence has."""
    made = []
    uneven = uneven_columns.find(lines)
    for place, line in enumerate(lines):
        if place in uneven:
            made.append(_row(line, uneven[place]))
            continue
        beside = [other.text for other in (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])]
        cells = () if line.mark else _cells(line.text, beside)
        made.append(_row(line, cells) if len(cells) > 1 else line)
    return made


def _cells(text: str, beside: Sequence[str]) -> tuple[str, ...]:
    if "\t" not in text and not re.search(r"\S\s{3,}\S", text):
        return ()
    cells = tuple(_GAP.split(text))
    if "\t" in text or cells[0].endswith(":"):
        return cells
    alone = all(not other for other in beside)
    columns = tuple(_COLUMNS.split(text))
    labelled = len(columns) == 2 and persons.names_surely(columns[1])
    return columns if alone or labelled or any(_COLUMNS.search(other) for other in beside) else ()


def _row(line: Line, cells: tuple[str, ...]) -> Line:
    """A line in columns; a label in the first of two is a label ("45.   Title")."""
    label = labels.split(cells[0])[0]
    if len(cells) == 2 and (label == cells[0] or re.fullmatch(r"[A-Z/]*\d[\dA-Z/]*\.?", cells[0])):
        return Line(line.number, " ".join(cells), indent=line.indent, page=line.page, broken=line.broken)
    return Line(
        line.number, " ".join(cells), "row", indent=line.indent, cells=cells, page=line.page, broken=line.broken
    )
