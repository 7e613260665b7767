"""Words of a page to its printed lines: each in parts where a gap is wider than any between words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.importers import labels, pdf_gutters
from minutebook.importers.characters import is_glyph, one_line, tidy
from minutebook.importers.lines import Bold
from minutebook.importers.pdf_words import Word
from minutebook.importers.superscripts import is_footnote_mark

_GAP = 1.5
"""The width of a gap that no two words of a sentence have between them, in parts of the font's size."""
_SAME = 0.1
"""By how much gaps that are alike differ, in parts of the font's size."""
_APART = 0.6
"""The width of the gap after a dash that is a list mark."""
_MARKS = frozenset("-–—*o§")
_SMALL = 0.82
"""Raised characters are smaller than this part of their line."""
_NUMBER = re.compile(r"[A-Z/]*\d[\dA-Z/]*\.?")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line without a wide gap between them."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def text(self) -> str:
        return styled([self])[0]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line. ``base`` counts points down the page; ``text_left`` is where its text begins, after a label set apart."""

    parts: tuple[Part, ...]
    base: float
    size: float
    page: int
    number: int = 0  # of the document's lines, from 1
    text_left: float = 0.0
    label: str = ""  # a label or list mark that is set apart
    marks: tuple[str, ...] = ()  # footnotes' marks, which are not in ``parts``

    @property
    def left(self) -> float:
        return self.parts[0].left

    @property
    def right(self) -> float:
        return self.parts[-1].right

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for part in self.parts for word in part.words if re.search(r"\w", word.text))


def of_words(words: Iterable[Word], page: int) -> list[PrintedLine]:
    """The lines that words make, from the top down, and where a page has columns, column by column."""
    return [line for stretch in pdf_gutters.stretches(tuple(words)) for line in _lines(stretch, page)]


def _lines(words: Iterable[Word], page: int) -> list[PrintedLine]:
    rows: list[list[Word]] = []
    tallest: list[Word] = []
    for word in sorted(words, key=lambda one: (one.base, one.left)):
        beside = [at for at in range(max(len(rows) - 4, 0), len(rows)) if _on_line(tallest[at], word)]
        if not beside:
            rows.append([word])
            tallest.append(word)
            continue
        rows[beside[-1]].append(word)
        if word.size > tallest[beside[-1]].size:
            tallest[beside[-1]] = word
    made = [_line(sorted(row, key=lambda one: one.left), page) for row in rows]
    return sorted((line for line in made if line), key=lambda line: line.base)


def _on_line(other: Word, word: Word) -> bool:
    """Whether a word stands beside another rather than below it: they share half of the smaller one's height."""
    top = max(other.base - 0.75 * other.size, word.base - 0.75 * word.size)
    bottom = min(other.base + 0.2 * other.size, word.base + 0.2 * word.size)
    return bottom - top >= 0.48 * min(other.size, word.size)


def _line(row: list[Word], page: int) -> PrintedLine | None:
    size, base = _main(row)
    kept: list[Word] = []
    marks: list[str] = []
    for word in row:
        raised = word.size <= _SMALL * size and word.base < base - 0.12 * size
        before = kept[-1] if kept else None
        if raised and before and word.left - before.right < 0.5 * size and is_footnote_mark(word.text, before.text):
            marks.append(word.text)
            continue
        beside = raised and before is not None and word.left - before.right < 0.35 * size
        kept.append(replace(word, spaced=False) if beside else word)
    if not kept:
        return None
    parts = _parts(kept, size)
    return _with_label(PrintedLine(parts, base, size, page, text_left=parts[0].left, marks=tuple(marks)))


def _main(row: Sequence[Word]) -> tuple[float, float]:
    """The size and the base of most of a line's characters."""
    weights: dict[tuple[float, float], int] = {}
    for word in row:
        key = (round(word.size, 1), round(word.base, 1))
        weights[key] = weights.get(key, 0) + len(word.text)
    return max(weights, key=lambda key: (weights[key], key[0]))


def _parts(words: Sequence[Word], size: float) -> tuple[Part, ...]:
    parts: list[list[Word]] = [[words[0]]]
    for last, word in pairwise(words):
        if word.left - last.right > _GAP * size:
            parts.append([word])
        else:
            parts[-1].append(word)
    if len(parts) > 2 and _is_justified(words, size):
        parts = [list(words)]
    return tuple(Part(tuple(part)) for part in parts)


def _is_justified(words: Sequence[Word], size: float) -> bool:
    """Whether all gaps between words, that after a label apart, are alike, as where a line was spread to the width of its column."""
    gaps = [word.left - last.right for last, word in pairwise(words)]
    gaps = gaps[1:] if labels.split(words[0].text)[0] == words[0].text else gaps
    return len(gaps) > 2 and max(gaps) - min(gaps) < _SAME * size


def _with_label(line: PrintedLine) -> PrintedLine:
    """The line, a label or list mark at its front told from its text; one set far apart joined with it."""
    first = line.parts[0]
    mark = first.words[0].text
    text = first.text
    alone = len(first.words) == 1 and len(line.parts) == 2
    gaps = [word.left - last.right for last, word in pairwise(first.words)]
    spread = len(gaps) > 2 and gaps[0] - max(gaps[1:]) < _SAME * line.size  # as wide as all others: no label's
    apart = alone or (bool(gaps) and gaps[0] > _APART * line.size and not spread)
    if is_glyph(mark[0]) or (mark in _MARKS and apart):
        rest = [*first.words[1:], *(word for part in line.parts[1:2] for word in part.words)]
        begins = rest[0].left if rest and len(mark) == 1 else line.left
        joined = (Part((*first.words, *line.parts[1].words)), *line.parts[2:]) if alone else line.parts
        return replace(line, parts=joined, label=mark[0], text_left=begins)
    if len(line.parts) == 2 and (labels.split(text)[0] == text or _NUMBER.fullmatch(text)):
        joined = (Part((*first.words, *line.parts[1].words)),)
        return replace(line, parts=joined, label=text, text_left=line.parts[1].left)
    label = labels.split(text)[0]
    inside = apart and first.words[0].text == label and len(first.words) > 1
    return replace(line, label=label, text_left=first.words[1].left if inside else line.left)


def styled(parts: Sequence[Part]) -> tuple[str, Bold]:
    """The text of a line and the stretches of it that are bold."""
    text = ""
    bold: list[tuple[int, int]] = []
    for place, part in enumerate(parts):
        for number, word in enumerate(part.words):
            printed = word.text if word.text.isascii() and word.text.isprintable() else one_line(tidy(word.text))
            if not printed:
                continue
            gap = " " if text and (word.spaced or (place and not number)) else ""
            start = len(text) + len(gap)
            text += gap + printed
            if word.bold and bold and start - bold[-1][1] <= 1:
                bold[-1] = (bold[-1][0], len(text))
            elif word.bold:
                bold.append((start, len(text)))
    return text, tuple(bold)
