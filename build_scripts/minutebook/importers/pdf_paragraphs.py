"""Lines and rows of a PDF to text blocks: which lines are one paragraph is told by room, space, indent, size and labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from statistics import median

from minutebook.importers import labels
from minutebook.importers.blocks import TextBlock
from minutebook.importers.lines import Bold
from minutebook.importers.pdf_columns import PrintedRow
from minutebook.importers.pdf_lines import PrintedLine, styled
from minutebook.importers.report import ReportLine

_ENDED = re.compile(r"[.!?:;]-?[\"'’”)\]*]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]+)-$")
_SUSPENDED = frozenset("and or to".split())
_SPACE = 0.25
"""The width of a space in parts of the font's size."""
_SPACED = 1.28
"""Lines further apart than this many times the usual leading are two paragraphs."""
_WIDEST = 1.3
"""The leading of a document is not taken to be wider where no line of it surely wraps."""
_LITTLE = 0.08
"""The part of a line's width that may be left empty in mid-sentence: what was wrapped once is sometimes set anew."""
_NARROW = 0.7
"""Lines that are all narrower than this part of the column were ended on purpose."""
_NEAR = 40
"""Lines to each side that say how wide a line is set."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How a document is printed. ``leading`` is the way from line to line in parts of the font's size."""

    size: float
    leading: float
    left: float
    right: float
    words: Counter[str] = field(default_factory=Counter)  # in lower case, those divided at a line's end left out


def measure(lines: Sequence[PrintedLine]) -> Measures:
    """The measures of a document: of its usual size, margins, and of those line ends that surely only wrap."""
    sizes: Counter[float] = Counter()
    words: Counter[str] = Counter()
    for line in lines:
        text = line.text
        sizes[round(line.size * 2) / 2] += len(text)
        words.update(word.casefold() for word in _WORD.findall(_DIVIDED.sub("", text)))
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    usual = [line for line in lines if abs(line.size - size) < 0.15 * size]
    rights = sorted(line.right for line in usual if len(line.parts) == 1)  # a table may reach further than any text
    right = rights[min(len(rights) * 97 // 100, len(rights) - 1)] if rights else 500.0
    left = min((line.left for line in usual), default=0.0)
    sure, all_steps = [], []
    for last, line in pairwise(usual):
        step = (line.base - last.base) / size
        if last.page != line.page or not 0.8 < step < 4:
            continue
        all_steps.append(step)
        wraps = last.right > left + 0.8 * (right - left) and not _ENDED.search(last.text)
        if wraps and line.text[:1].islower():
            sure.append(step)
    leading = median(sure) if sure else _least(all_steps)
    return Measures(size, leading, left, right, words)


def _least(steps: Sequence[float]) -> float:
    """The least step between lines that can be that of a paragraph, where no line surely wraps."""
    return min((step for step in steps if 1.0 <= step <= _WIDEST), default=_WIDEST)


def to_blocks(
    printed: Sequence[PrintedLine | PrintedRow], measures: Measures, report: list[ReportLine]
) -> Iterator[TextBlock]:
    """The blocks of a document. ``report`` is told of hyphens that may be the line's."""
    run: list[PrintedLine] = []
    list_label = ""
    for place, line in enumerate(printed):
        if isinstance(line, PrintedRow):
            yield from _paragraph(run, measures, report)
            run = []
            yield from _row(line, measures, report)
            continue
        if run and _begins(run, line, list_label, _edge(printed, place, measures), measures):
            yield from _paragraph(run, measures, report)
            run = []
        list_label = line.label if not run and line.label else list_label
        run.append(line)
    yield from _paragraph(run, measures, report)


# --- where a paragraph begins ----------------------------------------------------------------------------------------


def _begins(run: Sequence[PrintedLine], line: PrintedLine, list_label: str, edge: float, measures: Measures) -> bool:
    """Whether a line begins a paragraph of its own."""
    last, first = run[-1], run[0]
    ended = bool(_ENDED.search(last.text))
    if abs(line.size - last.size) > 0.12 * last.size or len(line.parts) > 1 or len(last.parts) > 1:
        return True
    if line.label and _label_begins(first, last, line, list_label, ended):
        return True
    if last.page != line.page or line.base < last.base:
        return _page_begins(run, line, ended, measures)
    if line.base - last.base > _SPACED * measures.leading * line.size:
        return True
    if (last.bold != line.bold and last.bold and ended) or _has_room(last, line, ended, edge, measures):
        return True
    if _turns_plain(run, line) and _room(last, line, measures.right):
        return True
    body = first.text_left if len(run) == 1 else last.left
    if first.label and min(abs(line.left - first.text_left), abs(line.left - first.left)) <= 0.5 * line.size:
        return False
    if len(run) == 1 and not first.label and line.left < first.left:  # an indented first line
        return False
    return line.left > body + 0.8 * line.size or (ended and line.left < body - 0.8 * line.size)


def _label_begins(first: PrintedLine, last: PrintedLine, line: PrintedLine, list_label: str, ended: bool) -> bool:
    """Whether a label begins an entry, and is no number that a line happens to begin with: "in Minute / 40. The", "(Pages 3 - / 14)"."""
    if line.label.endswith(")") and "(" not in line.label and last.text.count("(") > last.text.count(")"):
        return False
    if labels.is_bullet(line.label) or line.text_left > line.left + 0.1:
        return True
    if ended or labels.follows(line.label, list_label):
        return True
    hangs = first.label and line.left < first.text_left - 2 and first.text_left > first.left + 2
    return bool(hangs) or re.search(r"[;,]?\s(?:and|or)$|[;,]$", last.text) is not None


def _page_begins(run: Sequence[PrintedLine], line: PrintedLine, ended: bool, measures: Measures) -> bool:
    """Whether the first line of a page, or of a column, begins a paragraph: not so below an entry's text, nor in mid-sentence."""
    first, last = run[0], run[-1]
    if _turns_plain(run, line):
        return True
    edge = max(one.right for one in run[-_NEAR:]) if len(run) > 1 else measures.right
    hanging = bool(first.label) and first.text_left > first.left + 2 and abs(line.left - first.text_left) <= 2
    if _room(last, line, edge) or not (hanging or abs(line.left - last.left) <= 2 or line.page == last.page):
        return True
    return ended and not hanging


def _turns_plain(run: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether all text so far, its label apart, is bold as titles are, and a line begins anew that is not."""
    if line.parts[0].words[0].bold or not line.text[:1].isupper():
        return False
    words = (word for one in run for part in one.parts for word in part.words)
    if run[0].label and run[0].label == run[0].parts[0].words[0].text:
        next(words)
    first = next(words, None)
    return first is not None and all(word.bold for word in chain([first], words) if re.search(r"\w", word.text))


def _room(last: PrintedLine, line: PrintedLine, edge: float) -> bool:
    """Whether the next line's first word would have had room on the line before, so that nobody needed to wrap it."""
    first = line.parts[0].words[0]
    return last.right + _SPACE * line.size + (first.right - first.left) < edge - 1


def _has_room(last: PrintedLine, line: PrintedLine, ended: bool, edge: float, measures: Measures) -> bool:
    """Whether a line was ended on purpose; where its sentence goes on, it must have left more than a little room."""
    if not _room(last, line, measures.right):
        return False
    width = measures.right - measures.left
    return ended or edge < measures.left + _NARROW * width or _room(last, line, edge - _LITTLE * width)


def _edge(printed: Sequence[PrintedLine | PrintedRow], place: int, measures: Measures) -> float:
    """Where the lines about a line end: those before and after it that no space and no label parts."""
    right = 0.0
    for step in (-1, 1):
        at = place if step == 1 else place - 1
        for _ in range(_NEAR):
            line = printed[at] if 0 <= at < len(printed) else None
            other = printed[at + step] if 0 <= at + step < len(printed) else None
            if not isinstance(line, PrintedLine):
                break
            right = max(right, line.right)
            if not isinstance(other, PrintedLine) or (line if step == -1 else other).label:
                break
            if other.page != line.page or abs(other.base - line.base) > _SPACED * measures.leading * line.size:
                break
            at += step
    return right


# --- text ------------------------------------------------------------------------------------------------------------


def _paragraph(run: Sequence[PrintedLine], measures: Measures, report: list[ReportLine]) -> Iterator[TextBlock]:
    if not run:
        return
    first, last = run[0], run[-1]
    text, bold = joined(run, measures, report)
    label, text, bold = _without_label(first, text, bold)
    if not text and not label:
        return
    large = first.size >= 1.2 * measures.size and not label and len(text) <= 150
    yield TextBlock(
        kind="entry" if labels.is_bullet(label) else "heading" if large else "paragraph",
        text=text, label=label, level=_level(first.size / measures.size) if large else 0,
        indent=max(round((first.left - measures.left) / (0.5 * measures.size)), 0),
        bold=bold, page=first.page, line=first.number, last_line=last.number,
    )  # fmt: skip


def _level(larger: float) -> int:
    return 1 if larger >= 1.6 else 2 if larger >= 1.35 else 3


def _without_label(first: PrintedLine, text: str, bold: Bold) -> tuple[str, str, Bold]:
    label, rest = labels.split(text)
    if not label and first.label and text.startswith(first.label) and len(first.label) == 1:  # a dash that is set apart
        label, rest = first.label, text[1:].strip()
    if not label:
        return "", text, bold
    inner, further = labels.split(rest) if labels.is_bullet(label) else ("", rest)
    if inner and not labels.is_bullet(inner):
        label, rest = inner, further
    cut = len(text) - len(rest)
    kept = ((max(start - cut, 0), end - cut) for start, end in bold)
    return label, rest, tuple((start, end) for start, end in kept if end > start)


def joined(run: Sequence[PrintedLine], measures: Measures, report: list[ReportLine]) -> tuple[str, Bold]:
    """Lines to one text, and its bold stretches."""
    text, first = styled(run[0].parts)
    words, bold = [text], list(first)  # what spaces divide: no line looks at more than the stretch that it may join
    length = len(text)
    for last, line in pairwise(run):
        more, strong = styled(line.parts)
        length -= len(words[-1])
        words[-1], gap = _hyphenated(words[-1], more, last, measures, report)
        length += len(words[-1])
        if bold and bold[-1][1] > length:
            bold[-1] = (bold[-1][0], length)
        start = length + len(gap)
        words[-1:] = [words[-1], more] if gap else [words[-1] + more]
        length = start + len(more)
        moved = [(start + begin, start + end) for begin, end in strong]
        if bold and moved and bold[-1][1] >= start - 1 and moved[0][0] == start:
            moved[0] = (bold.pop()[0], moved[0][1])
        bold += moved
    return " ".join(words), tuple(bold)


def _hyphenated(
    text: str, more: str, line: PrintedLine, measures: Measures, report: list[ReportLine]
) -> tuple[str, str]:
    """The text without a hyphen that only the line's end put in, and what stands between it and the next line."""
    if not text.endswith("-"):
        return text, " "
    head, tail = _DIVIDED.search(text), _WORD.match(more)
    if re.search(r"\d-$", text) and (more[:1].isdigit() or (tail and tail.group() not in _SUSPENDED)):
        return text, ""
    if not head or not tail or tail.group() in _SUSPENDED:
        return text, " "
    whole = head["head"] + tail.group()
    kept = f"{head['head']}-{tail.group()}"
    if measures.words[kept.casefold()] or tail.group()[0].isupper():
        return text, ""
    if measures.words[whole.casefold()]:
        return text[:-1], ""
    said = f"a hyphen at the end of the line was kept: it may be the line's, and the word {whole!r}"
    report.append(ReportLine(line.number, "inferred", said, kept))
    return text, ""


def _row(row: PrintedRow, measures: Measures, report: list[ReportLine]) -> Iterator[TextBlock]:
    """A row; where a cell holds several short lines that were ended on purpose, each makes a row of its own."""
    cells = [_cell_paragraphs(cell, measures, report) for cell in row.cells]
    depth = max(map(len, cells), default=0)
    for level in range(depth):
        texts = tuple(cell[level] if level < len(cell) else "" for cell in cells)
        yield TextBlock(
            "row", " ".join(text for text in texts if text), cells=texts, page=row.page, line=row.number, last_line=row.last,
        )  # fmt: skip


def _cell_paragraphs(cell: Sequence[PrintedLine], measures: Measures, report: list[ReportLine]) -> list[str]:
    if not cell:
        return []
    edge = max(line.right for line in cell)
    runs: list[list[PrintedLine]] = [[cell[0]]]
    for last, line in pairwise(cell):
        if _room(last, line, edge) and last.right < measures.right:
            runs.append([line])
        else:
            runs[-1].append(line)
    texts = [joined(run, measures, report)[0] for run in runs]
    return [" ".join(texts)] if any(_ENDED.search(text) for text in texts) else texts
