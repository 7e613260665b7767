"""The text of a Word paragraph as a reader sees it: tracked changes accepted, hidden text and field codes left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from minutebook.importers import word_styles
from minutebook.importers.characters import symbol, tidy
from minutebook.importers.lines import Bold
from minutebook.importers.superscripts import is_footnote_mark
from minutebook.importers.word_styles import Styles

BREAK = "\n"
"""Stands in a text for a line's printed end."""
_DEEPEST = 40
"""Elements that may stand within one another inside a paragraph."""
_LEFT_OUT = frozenset(
    qn(name)
    for name in (
        "w:pPr", "w:rPr", "w:delText", "w:instrText", "w:delInstrText", "w:object", "w:fldData", "w:rt", "w:sdtPr",
        "w:rubyPr", "w:tcPr", "w:sdtEndPr", "w:annotationRef", "w:smartTagPr", "w:customXmlPr",
    )
)  # fmt: skip
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SIGNS = {
    qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): BREAK, qn("w:cr"): BREAK, qn("w:noBreakHyphen"): "-",
}  # fmt: skip


_TICKS = {
    ("wingdings", 0xFC): "✓", ("wingdings", 0xFB): "✗", ("wingdings", 0xFE): "☑", ("wingdings", 0xFD): "☒", ("wingdings", 0xA8): "☐",
    ("wingdings 2", 0x50): "✓", ("wingdings 2", 0x4F): "✗", ("wingdings 2", 0x52): "☑", ("wingdings 2", 0xA3): "☐", ("symbol", 0xD6): "√",
}  # fmt: skip
"""What signs that say yes or no are in the fonts that hold them, by font and place in it; all others are read as bullets."""


@dataclass(slots=True)
class Text:
    """The text of a paragraph, in pieces with whether they are bold, and what was left out of it."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unfilled: list[str] = field(default_factory=list)  # what a form shows where nothing was filled in
    marks: list[str] = field(default_factory=list)  # of footnotes, typed
    notes: list[tuple[str, str]] = field(default_factory=list)  # "footnote" or "endnote", and its id
    boxes: list[Any] = field(default_factory=list)  # text boxes anchored in it
    pages: int = 0  # pages that end in it
    comments: int = 0

    @property
    def plain(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


def of_paragraph(paragraph: Any, styles: Styles, style: str) -> Text:
    """The text of a paragraph of a style."""
    text = Text()
    _walk(paragraph, text, styles, style, 0)
    return text


def _walk(element: Any, text: Text, styles: Styles, style: str, depth: int) -> None:
    for one in _shown(element):
        if one.tag == qn("w:r"):
            _run(one, text, styles, style)
        elif one.tag == qn("w:moveFrom"):
            continue  # it stands elsewhere, where it was moved to
        elif one.tag == qn("w:del"):
            text.deleted.append(words(one))
        elif one.tag == qn("w:sdt") and is_unfilled(one):
            text.unfilled.append(words(one))
        elif one.tag == qn("w:txbxContent"):
            text.boxes.append(one)
        elif depth < _DEEPEST:
            _walk(one, text, styles, style, depth + 1)


def is_unfilled(control: Any) -> bool:
    """Whether a content control only shows what should be filled in."""
    return control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def words(element: Any) -> str:
    """All words in an element, be they shown or deleted."""
    found = element.iter(qn("w:t"), qn("w:delText"), qn("w:tab"), qn("w:br"), qn("w:p"))
    return "".join((one.text or "") if one.tag in {qn("w:t"), qn("w:delText")} else " " for one in found)


def _shown(element: Any) -> Iterator[Any]:
    """The elements in another that are printed; of alternatives, the first."""
    for one in element:
        if not isinstance(one.tag, str) or one.tag in _LEFT_OUT:
            continue
        if one.tag == _ALTERNATE:
            yield from one[:1]
        else:
            yield one


def _run(run: Any, text: Text, styles: Styles, style: str) -> None:
    properties = run.find(qn("w:rPr"))
    own = styles.of(word_styles.value(properties.find(qn("w:rStyle"))) if properties is not None else "")
    below = styles.of(style)
    bold = _first(word_styles.switch(properties, "w:b"), own.bold, below.bold)
    hidden = _first(word_styles.switch(properties, "w:vanish"), own.hidden, below.hidden)
    raised = _first(word_styles.raised(properties), own.raised, below.raised)
    font = properties.find(qn("w:rFonts")) if properties is not None else None
    piece = _signs(_printed(run, text, 0), font.get(qn("w:ascii"), "") if font is not None else "")
    if hidden:
        text.hidden.append(piece)
    elif raised and is_footnote_mark(piece, text.plain):
        text.marks.append(piece)
    elif piece:
        text.pieces.append((piece, bold))


def _first(*said: bool | None) -> bool:
    return next((one for one in said if one is not None), False)


def _printed(run: Any, text: Text, depth: int) -> str:
    """The characters of a run; notes, boxes and page ends in it are put down in ``text``."""
    made = []
    for one in _shown(run):
        if one.tag in {qn("w:t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}:
            made.append((one.text or "").replace("\n", " "))
        elif one.tag == qn("w:lastRenderedPageBreak"):
            text.pages += 1
        elif one.tag == qn("w:br") and one.get(qn("w:type")) in {"page", "column"}:
            made.append(BREAK)
        elif one.tag in _SIGNS:
            made.append(_SIGNS[one.tag])
        elif one.tag == qn("w:sym"):
            made.append(_signs(_symbol(one.get(qn("w:char"), "")), one.get(qn("w:font"), "")))
        elif one.tag in {qn("w:footnoteReference"), qn("w:endnoteReference")}:
            kind = "footnote" if one.tag == qn("w:footnoteReference") else "endnote"
            text.notes.append((kind, one.get(qn("w:id"), "")))
        elif one.tag == qn("w:commentReference"):
            text.comments += 1
        elif one.tag == qn("w:txbxContent"):
            text.boxes.append(one)
        elif depth < _DEEPEST:
            made.append(_printed(one, text, depth + 1))
    return "".join(made)


def _symbol(code: str) -> str:
    """A symbol's character, its place in the font as the document says it."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 or 0xE000 <= number <= 0xFFFD else ""


def _signs(text: str, font: str) -> str:
    """A text set in a font of symbols, its ticks and crosses as such."""
    name = font.lower()
    if name not in {"wingdings", "wingdings 2", "symbol"}:
        return text
    return re.sub("[\x50-\xff\uf020-\uf0ff]", lambda one: _TICKS.get((name, ord(one[0]) & 0xFF), one[0]), text)


def styled(pieces: list[tuple[str, bool]]) -> tuple[str, Bold]:
    """Pieces to a text with single spaces, and its bold stretches."""
    text = ""
    marks: list[bool] = []
    for piece, strong in pieces:
        for char in tidy(piece.replace("\u00a0", " ")):
            if char.isspace():
                if text and not text.endswith(" "):
                    text += " "
                    marks.append(strong)
                continue
            text += symbol(char) if "\uf000" <= char <= "\uf0ff" else char
            marks.append(strong)
    text = text.rstrip()
    bold, start = [], None
    for place, strong in enumerate([*marks[: len(text)], False]):
        if strong and start is None and not text[place].isspace():
            start = place
        elif not strong and start is not None:
            bold.append((start, start + len(text[start:place].rstrip())))
            start = None
    return text, _merged(text, bold)


def _merged(text: str, bold: list[tuple[int, int]]) -> Bold:
    """Bold stretches, those that only a space parts as one."""
    made: list[tuple[int, int]] = []
    for start, end in bold:
        if made and not text[made[-1][1] : start].strip():
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return tuple(made)


def split(pieces: list[tuple[str, bool]], at: str) -> list[list[tuple[str, bool]]]:
    """Pieces in the parts that a character parts."""
    parts: list[list[tuple[str, bool]]] = [[]]
    for piece, strong in pieces:
        first, *others = piece.split(at)
        parts[-1].append((first, strong))
        parts += [[(other, strong)] for other in others]
    return parts
