"""Word documents (.docx): paragraphs and tables in the order of the body, with the numbers that Word computes.

Headers, footers and comments are no part of the minutes and are not read. Lines are counted as paragraphs and rows of
tables are, from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from docx.oxml.ns import qn

from minutebook.importers import furniture, labels, word_numbering, word_package, word_styles, word_text
from minutebook.importers.blocks import Reading, TextBlock
from minutebook.importers.characters import one_line
from minutebook.importers.report import ReportLine
from minutebook.importers.word_numbering import Counters, Numbering
from minutebook.importers.word_package import Package, is_word
from minutebook.importers.word_styles import Styles
from minutebook.importers.word_text import BREAK, Text

__all__ = ["is_word", "read"]

_LONGEST_HEADING = 200
_LAYOUT = 200
"""A cell with more characters holds text that only stands in a table to be set beside a number."""
_DEEPEST = 20
_NUMBER = re.compile(r"(?:[A-Z]{1,6}[./-]?)?\d[\dA-Za-z/.()]*")


@dataclass(slots=True)
class _Document:
    """A document as it is read: ``held`` is a paragraph whose end was deleted, so that the next one goes on in it."""

    styles: Styles
    numbering: Numbering
    package: Package
    counters: Counters = field(default_factory=Counters)
    report: list[ReportLine] = field(default_factory=list)
    held: list[tuple[str, bool]] = field(default_factory=list)
    line: int = 0
    page: int = 1
    comments: int = 0

    def say(self, what: str, message: str, text: str) -> None:
        if text.strip():
            self.report.append(ReportLine(self.line, what, message, one_line(text)))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph read: its text in pieces, the number that Word prints before it, and how it is set."""

    pieces: list[tuple[str, bool]]
    label: str
    level: int  # of a heading
    listed: bool  # stands below the first level of a list
    indent: int
    quoted: bool
    line: int
    page: int
    boxes: list[Any]

    @property
    def text(self) -> str:
        return word_text.styled(self.pieces)[0]


def read(content: bytes) -> Reading | str:
    """The blocks of a Word document, or a sentence that says why it has none."""
    package = word_package.open_package(content)
    if isinstance(package, str):
        return package
    styles = word_styles.read(package.styles)
    linked = {name: style.list_id for name, style in styles.known.items() if style.list_id}
    document = _Document(styles, word_numbering.read(package.numbering, linked), package)
    body = package.document.find(qn("w:body"))
    blocks = tuple(_blocks(body if body is not None else package.document, document, 0))
    if document.comments:
        said = f"{document.comments} comments in the margin"
        document.report.append(ReportLine(0, "dropped", said))
    if not blocks:
        return "it is a Word document without any text"
    return Reading(blocks, tuple(sorted(document.report)))


def _blocks(parent: Any, document: _Document, depth: int) -> Iterator[TextBlock]:
    """The blocks in a body, cell or text box."""
    for one in _elements(parent, 0):
        if one.tag == qn("w:p"):
            paragraph = _paragraph(one, document)
            if paragraph:
                yield from _printed(paragraph, document)
                yield from _boxes(paragraph, document, depth)
        elif depth < _DEEPEST:
            yield from _table(one, document, depth)


def _elements(parent: Any, depth: int) -> Iterator[Any]:
    """Paragraphs and tables, also those in content controls and in tracked insertions."""
    for one in parent:
        if one.tag in {qn("w:p"), qn("w:tbl")}:
            yield one
        elif (
            one.tag in {qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
            and depth < _DEEPEST
        ):
            yield from _elements(one, depth + 1)


def _boxes(paragraph: _Paragraph, document: _Document, depth: int) -> Iterator[TextBlock]:
    for box in paragraph.boxes if depth < _DEEPEST else ():
        for block in _blocks(box, document, depth + 1):
            document.say("inferred", "this stands in a text box and was put after the paragraph beside it", block.text)
            yield block


# --- paragraphs ------------------------------------------------------------------------------------------------------


def _paragraph(one: Any, document: _Document) -> _Paragraph | None:
    """A paragraph; None where its end was deleted, so that it goes on in the next."""
    document.line += 1
    properties = one.find(qn("w:pPr"))
    name = word_styles.value(properties.find(qn("w:pStyle"))) if properties is not None else ""
    name = name or document.styles.paragraph
    style = document.styles.of(name)
    text = word_text.of_paragraph(one, document.styles, name)
    _report(text, document)
    pieces = [*document.held, *text.pieces]
    document.held = []
    page, document.page = document.page, document.page + text.pages
    run = properties.find(qn("w:rPr")) if properties is not None else None
    if run is not None and (run.find(qn("w:del")) is not None or run.find(qn("w:moveFrom")) is not None):
        document.held = pieces
        return None
    gone = not text.plain.strip() and (text.hidden or text.deleted)
    number, at, indent = _listed(properties, name, document)
    label = word_numbering.label(document.numbering, document.counters, number, at) if number and not gone else ""
    outline = word_styles.value(properties.find(qn("w:outlineLvl"))) if properties is not None else ""
    level = int(outline) + 1 if outline in set("012345") else style.level
    return _Paragraph(
        pieces, label, min(level, 6), bool(number) and at > 0, indent, style.quoted, document.line, page, text.boxes
    )


def _listed(properties: Any, name: str, document: _Document) -> tuple[str, int, int]:
    """The list that a paragraph stands in ("" for none), its level from 0, and its indent in columns."""
    style = document.styles.of(name)
    own, own_level = word_styles.list_of(properties)
    number = style.list_id if own is None else own
    known = document.numbering.lists.get(number)
    if not known:
        number = ""
    level = own_level
    if level is None and own is None and known:
        level = next((at for at, one in enumerate(known[1]) if one.style == name), style.list_level)
    at = min(level or 0, 8)
    indent = word_styles.indent_of(properties)
    if indent is None:
        indent = style.indent or (known[1][at].indent if known else 0)
    return number, at, max(indent // 120, 4 * at if number else 0)


def _report(text: Text, document: _Document) -> None:
    """Say what was left out of a paragraph."""
    document.comments += text.comments
    document.say("dropped", "hidden text", "".join(text.hidden))
    document.say("dropped", "deleted text, whose deletion is tracked", " ".join(text.deleted))
    for mark in text.marks:
        document.say("dropped", "a footnote's mark after these words", f"{text.plain.strip()[:60]} [{mark}]")
    for kind, key in text.notes:
        root = document.package.footnotes if kind == "footnote" else document.package.endnotes
        found = root.findall(qn(f"w:{kind}")) if root is not None else ()
        note = next((one for one in found if one.get(qn("w:id")) == key), None)
        if note is not None:
            words = "".join(one.text or "" for one in note.iter(qn("w:t")))
            document.say("unplaced", f"a {kind}; the file has no place for it", words)


def _printed(paragraph: _Paragraph, document: _Document) -> Iterator[TextBlock]:
    """The blocks of a paragraph: one, or one for each of its lines where breaks were typed."""
    label = paragraph.label
    for pieces in word_text.split(paragraph.pieces, BREAK):
        block = _block(paragraph, label, pieces)
        if block is None:
            continue
        if furniture.is_page_mark(block.text) and not block.label:
            document.say("dropped", "a page's mark", block.text)
        elif not furniture.is_rule(block.text):
            yield block
        label = ""


def _block(paragraph: _Paragraph, label: str, pieces: list[tuple[str, bool]]) -> TextBlock | None:
    columns = [part for part in word_text.split(pieces, "\t") if any(piece.strip() for piece, _ in part)]
    if not columns:
        return None
    first = word_text.styled(columns[0])[0]
    labelled = len(columns) == 2 and (labels.split(first)[0] == first or _NUMBER.fullmatch(first.rstrip(".")))
    dashed = not label and len(columns) > 1 and first in set("-–—*o§")
    if len(columns) > 1 and not label and not labelled and not dashed:
        cells = tuple(word_text.styled(part)[0] for part in columns)
        return TextBlock(
            "row", " ".join(cells), cells=cells, page=paragraph.page, line=paragraph.line, last_line=paragraph.line
        )
    if dashed:
        label, columns = first, columns[1:]
    number = [(f"{label} ", bool(columns[0]) and columns[0][0][1])] if label and not labels.is_bullet(label) else []
    text, bold = word_text.styled([*number, *(piece for part in columns for piece in (*part, (" ", False)))])
    mark, rest = (label, text) if labels.is_bullet(label) else labels.split(text)
    cut = len(text) - len(rest)
    kept = tuple((max(start - cut, 0), end - cut) for start, end in bold if end > cut)
    heading = paragraph.level > 0 and len(rest) <= _LONGEST_HEADING and not rest.endswith((".", ";", ":", ","))
    entry = labels.is_bullet(mark) or (paragraph.listed and bool(mark))
    return TextBlock(
        kind="heading" if heading and not labels.is_bullet(mark) else "entry" if entry else "paragraph",
        text=rest, label=mark, level=paragraph.level if heading else 0, indent=paragraph.indent, bold=kept,
        quoted=paragraph.quoted and not heading, page=paragraph.page, line=paragraph.line, last_line=paragraph.line,
    )  # fmt: skip


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(table: Any, document: _Document, depth: int) -> Iterator[TextBlock]:
    """The rows of a table; of one that only sets text beside numbers, the text."""
    rows = [one for one in _rows(table, 0) if not _is_deleted(one)]
    for row in rows:
        cells = [_cell(cell, document, depth) for cell in _cells(row, 0)]
        if not any(cells):
            continue
        if _is_layout(cells):
            yield from _flowing(cells)
        else:
            yield from _as_rows(cells)


def _rows(table: Any, depth: int) -> Iterator[Any]:
    for one in table:
        if one.tag == qn("w:tr"):
            yield one
        elif one.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")} and depth < _DEEPEST:
            yield from _rows(one, depth + 1)


def _cells(row: Any, depth: int) -> Iterator[Any]:
    for one in row:
        if one.tag == qn("w:tc"):
            yield one
        elif one.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")} and depth < _DEEPEST:
            yield from _cells(one, depth + 1)


def _is_deleted(row: Any) -> bool:
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None


def _cell(cell: Any, document: _Document, depth: int) -> list[TextBlock]:
    return list(_blocks(cell, document, depth + 1))


def _is_layout(cells: Sequence[list[TextBlock]]) -> bool:
    """Whether a row only sets text beside its number, or stands alone in its table: such text is read as if no table were there."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        return len(cells) == 1 or sum(len(block.text) for block in filled[0]) > _LAYOUT
    first = " ".join(block.text or block.label for block in filled[0])
    numbered = bool(_NUMBER.fullmatch(first.rstrip("."))) or labels.split(first)[0] == first
    body = filled[1]
    return numbered and (len(body) > 1 or sum(len(block.text) for block in body) > _LAYOUT)


def _flowing(cells: Sequence[list[TextBlock]]) -> Iterator[TextBlock]:
    for cell in cells:
        yield from cell


def _as_rows(cells: Sequence[list[TextBlock]]) -> Iterator[TextBlock]:
    """A row; where its cells hold lines that are no sentences, such as names, each line makes a row of its own."""
    where = next(block for cell in cells for block in cell)
    texts = [[_cell_text(block) for block in cell] for cell in cells]
    texts = [[" ".join(cell)] if any(re.search(r"[.;:]$", text) for text in cell[1:]) else cell for cell in texts]
    for row in zip_longest(*texts, fillvalue=""):
        yield TextBlock(
            "row", " ".join(text for text in row if text), cells=tuple(row), page=where.page, line=where.line, last_line=where.line,
        )  # fmt: skip


def _cell_text(block: TextBlock) -> str:
    return block.text if labels.is_bullet(block.label) else f"{block.label} {block.text}".strip()
