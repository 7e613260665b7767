"""The words of one page of a PDF, each where it is printed: what pdfium knows of every character, and no more.

Lengths are points; they count from the left and, unlike in the file, from the top of the page as a reader holds it.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_GAP = 0.22
"""The width of the space between two words, in parts of the font's size, where no space is printed."""
_HYPHEN = 0x02
"""What pdfium makes of a hyphen at the end of a line."""
_FARTHEST = 1e6
"""Points from the page's corner; what stands farther off is damage."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together. ``base`` is the line that they stand on, ``size`` that of their font."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    spaced: bool = True  # whether there is room before it: not so where only the style changes within a word


class _Character(NamedTuple):  # not a dataclass: there are thousands on each page
    text: str
    left: float
    right: float
    base: float  # from the top of a page that is not turned
    size: float
    bold: bool
    turn: int  # quarter turns, to the left, in which it is printed


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    turn: int | None  # None: at a slant, as watermarks are


_NO_STYLE = _Style(0.0, False, 0)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in no order; ``slanted`` is what stands across it, ``pictures`` how many pictures it has."""

    words: tuple[Word, ...]
    width: float
    slanted: str
    pictures: int
    ruled: bool  # whether so many lines are drawn that there may be a table


def of_page(page: pdfium.PdfPage, most: int) -> PageWords | None:
    """The words of a page; None where it has more than ``most`` characters."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > most:
            return None
        found = list(_characters(text.raw, count, height))
    finally:
        text.close()
    level = [one for one, slant in found if not slant]
    turn = Counter(one.turn for one in level).most_common(1)[0][0] if level else 0
    upright = [one for one in level if one.turn == turn]
    upright = [_turned(one, turn, width, height) for one in upright] if turn else upright
    aside = "".join(one.text for one, slant in found if slant or one.turn != turn)
    pictures, drawn = _objects(page)
    words = tuple(_words(upright))
    return PageWords(words, height if turn % 2 else width, aside, pictures, drawn >= 4)


# --- characters ------------------------------------------------------------------------------------------------------


def _characters(text: Any, count: int, height: float) -> Iterator[tuple[_Character, bool]]:
    """The characters that are printed, in the file's order, and of each whether it stands at a slant."""
    styles: dict[int, _Style] = {}
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0, 10, 13) or 0xD800 <= code < 0xE000 or code > 0x10FFFF or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(text, at, box) or not raw.FPDFText_GetCharOrigin(text, at, x, y):
            continue
        if not (abs(box.left) + abs(box.right) + abs(box.top) + abs(box.bottom) < _FARTHEST):
            continue  # also what is no number
        item = raw.FPDFText_GetTextObject(text, at)
        style = _NO_STYLE
        if item:
            key = ctypes.addressof(item.contents)
            style = styles.get(key) or styles.setdefault(key, _style(item))
        size = style.size
        tall = abs(box.right - box.left) if style.turn in (1, 3) else abs(box.top - box.bottom)
        if not 0.5 * size <= tall <= 3 * size:
            size = 0.85 * tall
        if style.turn in (1, 3):
            low, high = sorted((box.bottom, box.top))
        else:
            low, high = sorted((box.left, box.right))
        across = x.value if style.turn in (1, 3) else y.value if style.turn == 2 else height - y.value
        if not abs(across) < _FARTHEST:
            continue
        char = (
            "-"
            if code == _HYPHEN
            else unicodedata.normalize("NFKC", chr(code))
            if 0xFB00 <= code < 0xFB07
            else chr(code)
        )
        yield _Character(char, low, high, across, size or 1.0, style.bold, style.turn or 0), style.turn is None


def _style(item: Any) -> _Style:
    """The style of a stretch of text: one call for all its characters."""
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(item, size)
    raw.FPDFPageObj_GetMatrix(item, matrix)
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
    turn = round(angle) if math.isfinite(angle) else 0
    font = raw.FPDFTextObj_GetFont(item)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, 256)
    known = name.raw.split(b"\0")[0].decode("latin-1").lower()
    struck = raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    bold = any(word in known for word in _BOLD_NAMES) or raw.FPDFFont_GetWeight(font) >= 600 or struck
    scaled = abs(size.value) * math.hypot(matrix.c, matrix.d)
    return _Style(scaled if math.isfinite(scaled) else 0.0, bold, turn % 4 if abs(angle - turn) < 0.06 else None)


def _turned(one: _Character, turn: int, width: float, height: float) -> _Character:
    """A character of a page whose text runs in quarter turns, with its places counted as the reader holds the page."""
    match turn:
        case 2:
            return one._replace(left=width - one.right, right=width - one.left)
        case 3:
            return one._replace(left=height - one.right, right=height - one.left, base=width - one.base)
        case _:
            return one


# --- words -----------------------------------------------------------------------------------------------------------


def _words(found: Iterable[_Character]) -> Iterator[Word]:
    """Characters in the file's order to words: a space, a gap, another line or another style ends one."""
    run: list[_Character] = []
    spaced = True
    for one in found:
        if one.text.isspace():
            if run:
                yield _word(run, spaced)
            run, spaced = [], True
            continue
        if run:
            last = run[-1]
            touches = abs(one.base - last.base) < 0.1 * last.size and (
                -0.5 * last.size < one.left - last.right < _GAP * max(one.size, last.size)
            )
            if not touches or one.bold != last.bold or abs(one.size - last.size) > 0.05 * last.size:
                yield _word(run, spaced)
                beside = -0.5 * last.size < one.left - last.right < _GAP * max(one.size, last.size)
                run, spaced = [], not beside
        run.append(one)
    if run:
        yield _word(run, spaced)


def _word(run: Sequence[_Character], spaced: bool) -> Word:
    first = run[0]
    text = "".join(one.text for one in run)
    return Word(
        text, min(one.left for one in run), max(one.right for one in run), first.base, first.size, first.bold, spaced
    )


def _objects(page: pdfium.PdfPage) -> tuple[int, int]:
    """How many pictures and how many drawn lines a page has, of the first thousands."""
    pictures = drawn = 0
    for place in range(min(raw.FPDFPage_CountObjects(page.raw), 5000)):
        kind = raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, place))
        pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
        drawn += kind == raw.FPDF_PAGEOBJ_PATH
    return pictures, drawn
