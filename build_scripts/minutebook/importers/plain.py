"""Plain text, hard-wrapped or not: form feeds, bullets of every glyph, columns set with tabs or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importers import dashes, furniture, labels, line_spacing, persons, uneven_columns, wrapped_rows
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import BULLETS, is_glyph, one_line, tidy
from minutebook.importers.line import Line
from minutebook.importers.lines import plain_inline, to_blocks
from minutebook.importers.report import ReportLine

_DASH = re.compile(r"(?P<mark>[-–—*+]|o)\s+(?=\S)")
_GLUED = re.compile(rf"(?<=[^\W\d]:)(?=(?:\(?[1ai]\)|1\.)(?:\s|$))|(?<=[:;.])\s*(?=[{BULLETS}\uf000-\uf0ff]\s*$)")
"""Where a list lost the end of the line before it: "RESOLVED that Cabinet:1) Approve", "as follows:•"."""
_GAP = re.compile(r"\s*\t\s*|[^\S\n]{3,}")
_COLUMNS = re.compile(r"\s*\t\s*|[^\S\n]{4,}")


def read(text: str) -> Reading:
    """The blocks of a plain text."""
    lines: list[Line] = []
    report: list[ReportLine] = []
    for found in furniture.lines(tidy(text)):
        if found is None:  # a page's end
            lines.append(Line(lines[-1].number, page=lines[-1].page))
            continue
        if found.dropped:
            report.append(ReportLine(found.number, "dropped", found.dropped, one_line(found.raw)))
        left_out = found.dropped or furniture.is_rule(found.raw.strip())
        if left_out:
            lines.append(Line(found.number, page=found.page))
            continue
        if dashes.goes_on(lines[-1] if lines else None, found.raw.strip()):
            lines.append(Line(found.number, found.raw.strip(), indent=lines[-1].indent, page=found.page))
            continue
        lines.extend(_line(found.number, raw, found.page) for raw in _GLUED.sub("\n", found.raw).split("\n"))
    blocks = tuple(
        to_blocks(_with_columns(list(wrapped_rows.folded(list(line_spacing.single(lines))))), plain_inline, report)
    )
    return Reading(blocks, tuple(report))


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
    made: list[Line] = []
    uneven = uneven_columns.find(lines)
    for place, line in enumerate(lines):
        if place in uneven:
            made.append(_row(line, uneven[place]))
            continue
        beside = [other.text for other in (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])]
        cells = () if line.mark else _cells(line.text, beside)
        if len(cells) < 2 and made and _hangs(made[-1], lines[place - 1], line):
            made[-1] = _row(made[-1], (*made[-1].cells[:-1], f"{made[-1].cells[-1]} {line.text}"))
            continue
        made.append(_row(line, cells) if len(cells) > 1 else replace(line, text=one_line(line.text)))
    return made


def _hangs(row: Line, above: Line, line: Line) -> bool:
    """Whether a line stands directly below the people of a row that a label begins, where its second column does."""
    if row.kind != "row" or len(row.cells) != 2 or not row.cells[0].endswith(":") or not above.text or not line.text:
        return False
    column = above.indent + (0 if above.number != row.number else _start_of_second(above.text))
    return line.kind == "text" and not line.mark and abs(line.indent - column) <= 1 and column > len(row.cells[0])


def _start_of_second(text: str) -> int:
    gap = _GAP.search(text)
    return gap.end() if gap else 0


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


def _is_entry(cells: tuple[str, ...]) -> bool:
    """Whether cells are a label and its text, be it torn once more behind its title: "1.   Present:   A Example"."""
    return len(cells) == 2 or (
        len(cells) > 2 and (cells[1].endswith(":") or bool(re.fullmatch(r"\d{1,3}\.", cells[1])))
    )


def _row(line: Line, cells: tuple[str, ...]) -> Line:
    """A line in columns; a label in the first of two is a label ("45.   Title")."""
    label = labels.split(cells[0])[0]
    if _is_entry(cells) and (label == cells[0] or re.fullmatch(r"[A-Z/]*\d[\dA-Z/]*\.?", cells[0])):
        return Line(line.number, " ".join(cells), indent=line.indent, page=line.page, broken=line.broken)
    return Line(
        line.number, " ".join(cells), "row", indent=line.indent, cells=cells, page=line.page, broken=line.broken
    )
