"""Running heads and feet and page numbers of a PDF: what repeats at one height on most pages, and footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile

from minutebook.importers import furniture
from minutebook.importers.pdf_lines import PrintedLine
from minutebook.importers.report import ReportLine
from minutebook.importers.title_line import FRONT, IN_HEAD, stands_in_head

_EDGE = 4
"""Lines at the top and at the foot of a page that can be furniture."""
_NEAR = 6.0
"""Points by which a running head may stand higher or lower from page to page."""
_LONGEST = 150
_LONG = 3
"""Words of a line that is hardly printed at the same place of two pages by chance."""


def without(pages: Sequence[list[PrintedLine]], report: list[ReportLine]) -> list[list[PrintedLine]]:
    """The lines of each page without its furniture and footnotes; ``report`` is told of each."""
    repeated = _repeated(pages) - _heading(pages, _repeated(pages), report)
    numbered = furniture.page_numbers([[line.text for line in lines] for lines in pages])
    kept = []
    for page, lines in enumerate(pages):
        edges = {line.number for line in _edges(lines)}
        outermost = {line.number for line in (*lines[:1], *lines[-1:])}
        why = {}
        for line in lines:
            text = line.text
            own = text == str(line.page) and bool(lines[1:]) and _set_apart(lines, line)
            if furniture.is_page_mark(text) and (line.number in edges or "blank" in text.lower()):
                why[line.number] = "a page's mark"
            elif text.isdecimal() and line.number in outermost and (page in numbered or own):
                why[line.number] = "a page's number"
            elif line.number in repeated:
                why[line.number] = "a running head or foot"
        notes = _footnotes([line for line in lines if line.number not in why])
        rest = []
        for line in lines:
            text = line.text
            if line.number in why:
                report.append(ReportLine(line.number, "dropped", f"{why[line.number]} (page {line.page})", text))
            elif line.number in notes:
                said = f"a footnote on page {line.page}; the file has no place for it"
                report.append(ReportLine(line.number, "unplaced", said, text))
            elif not furniture.is_rule(text):
                rest.append(line)
            for mark in line.marks:
                said = f"a footnote's mark after these words (page {line.page})"
                report.append(ReportLine(line.number, "dropped", said, f"{text[:60]} [{mark}]"))
        kept.append(rest)
    return kept


def _heading(
    pages: Sequence[Sequence[PrintedLine]], repeated: frozenset[int], report: list[ReportLine]
) -> frozenset[int]:
    """The numbers of the lines of the first page's running head, where they alone say who met or when."""
    lines = pages[0] if pages else ()
    head = [line for line in lines[:_EDGE] if line.number in repeated]
    front = [line.text for line in lines[:FRONT] if line not in head]
    if not stands_in_head([line.text for line in head], front):
        return frozenset()
    report.extend(ReportLine(line.number, "inferred", IN_HEAD, line.text) for line in head)
    return frozenset(line.number for line in head)


def _edges(lines: Sequence[PrintedLine]) -> Iterable[PrintedLine]:
    return (*lines[:_EDGE], *lines[-_EDGE:])


def _repeated(pages: Sequence[Sequence[PrintedLine]]) -> frozenset[int]:
    """The numbers of the lines that stand at one height, digits apart, on most of the pages from the first such to the last."""
    if len(pages) < 2:
        return frozenset()
    seen: dict[str, list[tuple[int, PrintedLine]]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for line in {one.number: one for one in _edges(lines)}.values():
            if len(line.text) <= _LONGEST:
                seen[furniture.without_numbers(line.text)].append((page, line))
    found: set[int] = set()
    for lines_alike in seen.values():
        heights = Counter(round(line.base / _NEAR) for _, line in lines_alike)
        usual = heights.most_common(1)[0][0] * _NEAR
        level = [(page, line) for page, line in lines_alike if abs(line.base - usual) <= _NEAR]
        on = sorted({page for page, _ in level})
        few = len(pages) < 4
        if len(on) >= (2 if few else 3) and len(on) >= 0.4 * (on[-1] - on[0] + 1):
            found.update(line.number for _, line in level)
    return frozenset(found) if len(pages) > 3 else _outermost(pages, found)


def _outermost(pages: Sequence[Sequence[PrintedLine]], alike: Collection[int]) -> frozenset[int]:
    """Of lines that are alike on the pages of a short document, those at the very top and foot that stand apart from the text,
    or are too long to be alike by chance.
    """
    found: set[int] = set()
    for lines in pages:
        for edge in (lines, lines[::-1]):
            run = list(takewhile(lambda line: line.number in alike, edge))
            if not run or len(run) == len(edge):
                continue
            long = all(len(line.text.split()) >= _LONG for line in run)
            if long or abs(edge[len(run)].base - run[-1].base) > 1.7 * run[-1].size:
                found.update(line.number for line in run)
    return frozenset(found)


def _set_apart(lines: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line is the first or last of its page, and the text does not follow on it at the usual distance."""
    others = [abs(other.base - line.base) for other in lines if other.number != line.number]
    return line in (lines[0], lines[-1]) and min(others, default=99.0) > 1.7 * line.size


def _footnotes(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """The numbers of a page's lines that are footnotes: small print at its foot that begins with a mark of its text."""
    marks = {part for line in lines for mark in line.marks for part in re.findall(r"\d+|[*†‡§]+", mark)}
    if not marks:
        return frozenset()
    usual = Counter(round(line.size, 1) for line in lines).most_common(1)[0][0]
    for place, line in enumerate(lines):
        begun = re.match(r"\d+|[*†‡§]+", line.text)
        if begun and begun.group() in marks and all(other.size < 0.95 * usual for other in lines[place:]):
            return frozenset(other.number for other in lines[place:])
    return frozenset()
