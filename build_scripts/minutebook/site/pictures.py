"""The pictures that browsers, telephones and messages show of a site: a bound book, and the council's name on its colour.

They are drawn with Pillow and the font that it brings, so that they need nothing of the computer and come out the same each
time. That font has no letters with accents: the accents of Welsh, Gaelic and their neighbours are drawn above the letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from minutebook.council_model import Council
from minutebook.pages.colours import light, mixed
from minutebook.pages.escape import clean

SOCIAL = "social.png"
TOLD = "What the council decided, minute by minute"

_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 90
_FINE = 4  # a book is drawn this many times as large, for smooth edges
_WHITE = "#ffffff"
_BLANK = "\uffff"  # no font has it: what is drawn for it stands for a letter that is missing

_MARKS = {
    "\u0300": ((-0.4, 0.0), (0.4, 1.0)),
    "\u0301": ((0.4, 0.0), (-0.4, 1.0)),
    "\u0302": ((-0.6, 1.0), (0.0, 0.0), (0.6, 1.0)),
    "\u0304": ((-0.6, 0.5), (0.6, 0.5)),
    "\u0308": ((-0.6, 0.6), (-0.3, 0.6), (0.3, 0.6), (0.6, 0.6)),
}
"""Accents as lines: from the middle of the letter, and down from the top, in the height of an accent."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text in lines that fit, and the size in pixels in which they do."""

    lines: tuple[str, ...]
    size: int


def pictures(council: Council) -> Mapping[str, bytes]:
    """The files by their path below the site's root: for tabs, for home screens and for previews of a link."""
    colours = light(council.colour)
    tab = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    _put(tab, _book(32, colours["brand"], _WHITE), (0, 0))
    home = Image.new("RGB", (180, 180), colours["deep"])
    _put(home, _book(136, _WHITE, colours["deep"]), (22, 22))
    drawn = {"favicon.png": tab, "apple-touch-icon.png": home, SOCIAL: _social(council.name, colours["deep"])}
    return {path: _png(image) for path, image in drawn.items()}


def _social(name: str, deep: str) -> Image.Image:
    image = Image.new("RGB", (_WIDTH, _HEIGHT), deep)
    _put(image, _book(120, _WHITE, deep), (_MARGIN - 15, 60))
    draw = ImageDraw.Draw(image)
    draw.rectangle((_MARGIN, 498, _WIDTH - _MARGIN, 501), fill=mixed(deep, _WHITE, 0.35))
    _write(draw, (_MARGIN, 526), _spelt(TOLD), 36, mixed(deep, _WHITE, 0.8))
    fitted = fit(_spelt(clean(name)))
    top = 470 - round(len(fitted.lines) * fitted.size * 1.2)
    for place, line in enumerate(fitted.lines):
        _write(draw, (_MARGIN, top + round(place * fitted.size * 1.2)), line, fitted.size, _WHITE, stroke=1)
    return image


def fit(text: str) -> Lettering:
    """Text in three lines at the most, as large as they may be; one too long even so is cut at the picture's edge."""
    for size in range(92, 24, -4):
        lines = tuple(_lines(text, size))
        if len(lines) <= 3 and all(_length(line, size) <= _WIDTH - 2 * _MARGIN for line in lines):
            return Lettering(lines, size)
    return Lettering(tuple(_lines(text, 24))[:3], 24)


def _lines(text: str, size: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and _length(f"{line} {word}", size) > _WIDTH - 2 * _MARGIN:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line


def _spelt(text: str) -> str:
    """Text with its accents as letters of their own, dashes plain, and without what the font cannot show."""
    plain = text.translate({0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2014: "-", 0xA0: " "})
    return "".join(
        each for each in unicodedata.normalize("NFD", plain) if each in _MARKS or each == " " or _shown(each)
    )


def _shown(letter: str) -> bool:
    font = _font(20)
    return bytes(font.getmask(letter)) not in (b"", bytes(font.getmask(_BLANK)))


def _write(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int, colour: str, *, stroke: int = 0
) -> None:
    """A line of text: its letters, and over each the accent that follows it."""
    font, letters = _font(size), ""
    for each in text:
        if each in _MARKS and letters:
            own = font.getbbox(letters[-1])
            middle = at[0] + font.getlength(letters) - font.getlength(letters[-1]) / 2
            top = at[1] + own[1] - size * 0.2
            points = [(middle + x * size * 0.26, top + y * size * 0.13) for x, y in _MARKS[each]]
            pairs = zip(points[::2], points[1::2], strict=True) if each == "\u0308" else [points]
            for line in pairs:
                draw.line(list(line), fill=colour, width=max(2, size // 12), joint="curve")
        elif each not in _MARKS:
            letters += each
    draw.text(at, letters, font=font, fill=colour, stroke_width=stroke, stroke_fill=colour)


def _length(text: str, size: int) -> float:
    return _font(size).getlength("".join(each for each in text if each not in _MARKS))


def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("this Pillow was built without FreeType")
    return font


def _book(size: int, cover: str, lines: str) -> Image.Image:
    """The book of ``favicon.svg``, whose drawing is 32 wide."""
    whole = size * _FINE
    image = Image.new("RGBA", (whole, whole), (0, 0, 0, 0))
    draw, unit = ImageDraw.Draw(image), whole / 32
    draw.rounded_rectangle((4 * unit, 3 * unit, 28 * unit, 29 * unit), 3 * unit, fill=cover)
    draw.rectangle((9.25 * unit, 3 * unit, 10.75 * unit, 29 * unit), fill=lines)
    for y, end in ((10, 23), (15, 23), (20, 20)):
        draw.rounded_rectangle((13 * unit, (y - 1) * unit, (end + 1) * unit, (y + 1) * unit), unit, fill=lines)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _put(image: Image.Image, part: Image.Image, at: tuple[int, int]) -> None:
    image.paste(part, at, part)


def _png(image: Image.Image) -> bytes:
    """Few colours do for a drawing: the preview of a link is some ten kilobytes."""
    file = BytesIO()
    (image if image.mode == "RGBA" else image.quantize(64)).save(file, "PNG", optimize=True)
    return file.getvalue()
