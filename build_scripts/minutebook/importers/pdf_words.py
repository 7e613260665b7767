"""The words of one page of a PDF, each where it is printed: what pdfium knows of every character, and no more.

Lengths are points; they count from the left and, unlike in the file, from the top of the page as a reader holds it.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import pypdfium2 as pdfium
from pypdfium2 import raw

from minutebook.importers import pdf_drawn
from minutebook.importers.pdf_calls import address, fast
from minutebook.importers.pdf_drawn import Line

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


_Character = tuple[str, float, float, float, float, bool, int | None]
"""What is printed, its left and right, the line that it stands on (from the top of a page that is not turned), its size, whether it
is bold, and in how many quarter turns to the left it is printed; None: at a slant, as watermarks are. A plain tuple: there are
thousands on each page."""
_Style = tuple[float, bool, int | None]
"""The size, boldness and turn of characters."""
_NO_STYLE: _Style = (0.0, False, 0)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in no order; ``slanted`` is what stands across it, ``pictures`` how many pictures it has."""

    words: tuple[Word, ...]
    width: float
    slanted: str
    pictures: int
    lines: tuple[Line, ...]  # that are drawn; they may rule tables


def of_page(page: pdfium.PdfPage, most: int) -> PageWords | None:
    """The words of a page; None where it has more than ``most`` characters."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > most:
            return None
        found = list(_characters(_Printed.of(text, count), height))
    finally:
        text.close()
    turns = Counter(turn for *_, turn in found if turn is not None)
    turn = turns.most_common(1)[0][0] if turns else 0
    upright = [one for one in found if one[-1] == turn]
    upright = [_turned(one, turn, width, height) for one in upright] if turn else upright
    aside = "".join(text for text, *_, turned in found if turned != turn)
    drawn = pdf_drawn.of_page(page)
    lines = tuple(_turned_line(line, turn, width, height) for line in drawn.lines)
    return PageWords(tuple(_words(upright)), height if turn % 2 else width, aside, drawn.pictures, lines)


# --- characters ------------------------------------------------------------------------------------------------------


_ITEM = (ctypes.c_void_p,)
_AT = (ctypes.c_void_p, ctypes.c_int)
"""A page's text, and the place of a character in it."""
_code = fast(raw.FPDFText_GetUnicode, ctypes.c_uint, *_AT)
_generated = fast(raw.FPDFText_IsGenerated, ctypes.c_int, *_AT)
_item = fast(raw.FPDFText_GetTextObject, ctypes.c_void_p, *_AT)
_box = fast(raw.FPDFText_GetLooseCharBox, ctypes.c_int, *_AT, ctypes.c_void_p)
_origin = fast(raw.FPDFText_GetCharOrigin, ctypes.c_int, *_AT, ctypes.c_void_p, ctypes.c_void_p)
_size = fast(raw.FPDFTextObj_GetFontSize, ctypes.c_int, *_ITEM, ctypes.c_void_p)
_matrix = fast(raw.FPDFPageObj_GetMatrix, ctypes.c_int, *_ITEM, ctypes.c_void_p)
_font = fast(raw.FPDFTextObj_GetFont, ctypes.c_void_p, *_ITEM)
_mode = fast(raw.FPDFTextObj_GetTextRenderMode, ctypes.c_int, *_ITEM)


@dataclass(frozen=True, slots=True)
class _Printed:
    """What pdfium knows of the characters of a page, in the file's order; of lengths there are four or two for each."""

    codes: list[int]  # 0 where nothing is printed: a space or line end that pdfium added, or what has no place
    items: list[int | None]  # the address of the stretch of text that it belongs to
    boxes: array[float]  # left, top, right, bottom, from the bottom of the page
    origins: array[float]  # x, y

    @classmethod
    def of(cls, text: pdfium.PdfTextPage, count: int) -> _Printed:
        at = address(text.raw)
        page, places = repeat(at), range(count)
        boxes, origins = array("f", bytes(16 * count)), array("d", bytes(16 * count))
        box_at, x_at = boxes.buffer_info()[0], origins.buffer_info()[0]
        boxed = list(map(_box, page, places, range(box_at, box_at + 16 * count, 16)))
        placed = list(
            map(_origin, page, places, range(x_at, x_at + 16 * count, 16), range(x_at + 8, x_at + 8 + 16 * count, 16))
        )
        codes = list(map(_code, page, places))
        if not (all(boxed) and all(placed)):
            codes = [code if box and origin else 0 for code, box, origin in zip(codes, boxed, placed, strict=True)]
        for place, code in enumerate(codes):
            if code <= _SPACE and _generated(at, place) == 1:
                codes[place] = 0
        return cls(codes, list(map(_item, page, places)), boxes, origins)


def _characters(page: _Printed, height: float) -> Iterator[_Character]:
    """The characters that are printed, in the file's order."""
    styles = _styles({item for item in page.items if item})
    last: int | None = None
    printed, bold, turn = _NO_STYLE
    box, origin = iter(page.boxes), iter(page.origins)
    each = zip(page.codes, page.items, box, box, box, box, origin, origin, strict=True)
    for code, item, left, top, right, bottom, x, y in each:
        if code in _NO_TEXT or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if not (abs(left) + abs(right) + abs(top) + abs(bottom) < _FARTHEST):
            continue  # also what is no number
        if item != last:
            printed, bold, turn = styles[item] if item else _NO_STYLE
            last = item
        if turn in (1, 3):
            low, high, tall, across = bottom, top, abs(right - left), x
        else:
            low, high, tall, across = left, right, abs(top - bottom), y if turn == 2 else height - y
        if not -_FARTHEST < across < _FARTHEST:
            continue
        size = printed if 0.5 * printed <= tall <= 3 * printed else 0.85 * tall
        if low > high:
            low, high = high, low
        yield _LIGATURES.get(code) or chr(code), low, high, across, size or 1.0, bold, turn


_SPACE = 32
_NO_TEXT = (0, 10, 13)
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)} | {_HYPHEN: "-"}


def _styles(items: Iterable[int]) -> dict[int, _Style]:
    """The style of each stretch of text: asked once for all its characters, and of each font once for a page."""
    size, matrix, fonts, styles = ctypes.c_float(), raw.FS_MATRIX(), dict[int, bool](), dict[int, _Style]()
    at_size, at_matrix = ctypes.addressof(size), ctypes.addressof(matrix)
    for item in items:
        _size(item, at_size)
        _matrix(item, at_matrix)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
        turn = round(angle) if math.isfinite(angle) else 0
        font = _font(item) or 0
        if font not in fonts:
            fonts[font] = _is_bold(font)
        bold = fonts[font] or _mode(item) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        scaled = abs(size.value) * math.hypot(matrix.c, matrix.d)
        styles[item] = (
            scaled if math.isfinite(scaled) else 0.0,
            bold,
            turn % 4 if abs(angle - turn) < 0.06 else None,
        )
    return styles


def _is_bold(font_at: int) -> bool:
    font = ctypes.cast(font_at, raw.FPDF_FONT)
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, 256)
    known = name.raw.split(b"\0")[0].decode("latin-1").lower()
    return any(word in known for word in _BOLD_NAMES) or raw.FPDFFont_GetWeight(font) >= 600


def _turned(one: _Character, turn: int, width: float, height: float) -> _Character:
    """A character of a page whose text runs in quarter turns, with its places counted as the reader holds the page."""
    text, left, right, base, size, bold, _ = one
    match turn:
        case 2:
            return text, width - right, width - left, base, size, bold, turn
        case 3:
            return text, height - right, height - left, width - base, size, bold, turn
        case _:
            return one


def _turned_line(line: Line, turn: int, width: float, height: float) -> Line:
    """A line, its places counted as the reader holds the page, from the top."""
    left, low, right, high = line
    match turn:
        case 0:
            return left, height - high, right, height - low
        case 1:
            return low, left, high, right
        case 2:
            return width - right, low, width - left, high
        case _:
            return height - high, width - right, height - low, width - left


# --- words -----------------------------------------------------------------------------------------------------------


def _words(found: Iterable[_Character]) -> Iterator[Word]:
    """Characters in the file's order to words: a space, a gap, another line or another style ends one."""
    run: list[_Character] = []
    spaced = True
    start = end = line = height = (
        0.0  # of the last character: its left, its right, its base, its size; in a ligature all are one
    )
    strong = False
    for one in found:
        text, left, right, base, size, bold, _ = one
        if text.isspace():
            if run:
                yield _word(run, spaced)
            run, spaced = [], True
            continue
        if run:
            beside = -0.5 * height < left - end < _GAP * max(size, height) or (left == start and right == end)
            touches = beside and abs(base - line) < 0.1 * height
            if not touches or bold != strong or abs(size - height) > 0.05 * height:
                yield _word(run, spaced)
                run, spaced = [], not beside
        run.append(one)
        start, end, line, height, strong = left, right, base, size, bold
    if run:
        yield _word(run, spaced)


def _word(run: Sequence[_Character], spaced: bool) -> Word:
    texts, lefts, rights, bases, sizes, bolds, _ = zip(*run, strict=True)
    return Word("".join(texts), min(lefts), max(rights), bases[0], sizes[0], bolds[0], spaced)
