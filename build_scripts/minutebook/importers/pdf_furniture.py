"""Running heads and feet and page numbers of a PDF: what repeats at one height on most pages, and footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from minutebook.importers import furniture
from minutebook.importers.pdf_lines import PrintedLine
from minutebook.importers.report import ReportLine

_EDGE = 4
"""Lines at the top and at the foot of a page that can be furniture."""
_NEAR = 6.0
"""Points by which a running head may stand higher or lower from page to page."""
_LONGEST = 150


def without(pages: Sequence[list[PrintedLine]], report: list[ReportLine]) -> list[list[PrintedLine]]:
    """The lines of each page without its furniture and footnotes; ``report`` is told of each."""
    repeated = _repeated(pages)
    numbered = furniture.page_numbers([[line.text for line in lines] for lines in pages])
    kept = []
    for page, lines in enumerate(pages):
        edges = {line.number for line in _edges(lines)}
        outermost = {line.number for line in (*lines[:1], *lines[-1:])}
        notes = _footnotes(lines)
        rest = []
        for line in lines:
            text = line.text
            why = ""
            if furniture.is_page_mark(text):
                why = "a page's mark" if line.number in edges or "blank" in text.lower() else ""
            own = text == str(line.page) and bool(lines[1:]) and _set_apart(lines, line)
            if not why and text.isdecimal() and line.number in outermost and (page in numbered or own):
                why = "a page's number"
            if not why and line.number in repeated:
                why = "a running head or foot"
            if why:
                report.append(ReportLine(line.number, "dropped", f"{why} (page {line.page})", text))
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
        enough = len(on) >= (2 if few else 3) and len(on) >= 0.4 * (on[-1] - on[0] + 1)
        if enough and (not few or all(_set_apart(pages[page], line) for page, line in level)):
            found.update(line.number for _, line in level)
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
