"""Word documents (.docx): paragraphs and tables in the order of the body, with the numbers that Word computes.

Feet and comments are no part of the minutes and are not read; heads are where the body does not say who met or when. Lines
are counted as paragraphs and rows of tables are, from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from minutebook.importers import (
    word_numbering,
    word_package,
    word_paragraphs,
    word_styles,
    word_tables,
    word_text,
)
from minutebook.importers.blocks import Reading, TextBlock
from minutebook.importers.report import ReportLine
from minutebook.importers.title_line import FRONT, IN_HEAD, stands_in_head
from minutebook.importers.word_package import Package, is_word
from minutebook.importers.word_paragraphs import CONTENTS, DELETED, Document, Paragraph

__all__ = ["is_word", "read"]

_DEEPEST = 20
_PICTURES = (
    "it is a Word document that holds pictures and no text, as of scanned pages: have its text recognised (OCR), or ask for the document that "
    "was scanned, and import that"
)
_AROUND = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


def read(content: bytes) -> Reading | str:
    """The blocks of a Word document, or a sentence that says why it has none."""
    package = word_package.open_package(content)
    if isinstance(package, str):
        return package
    document = _document(package)
    body = package.document.find(qn("w:body"))
    blocks = tuple(_blocks(body if body is not None else package.document, document, 0))
    if document.comments:
        said = f"{document.comments} comments in the margin"
        document.report.append(ReportLine(0, "dropped", said))
    if not blocks:
        return _PICTURES if package.pictures else "it is a Word document without any text"
    head = _head(package, blocks)
    report = document.report + [ReportLine(1, "inferred", IN_HEAD, one.text) for one in head]
    return Reading((*head, *blocks), tuple(sorted(report)))


def _document(package: Package) -> Document:
    styles = word_styles.read(package.styles)
    linked = {name: style.list_id for name, style in styles.known.items() if style.list_id}
    return Document(styles, word_numbering.read(package.numbering, linked), package)


def _head(package: Package, blocks: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """The head of the first page, where it alone says on which day the meeting was, or which body met."""
    if package.head is None:
        return ()
    head = [replace(one, page=1, line=1, last_line=1) for one in _blocks(package.head, _document(package), 0)]
    alone = stands_in_head([one.text for one in head], [block.text for block in blocks[:FRONT]])
    return tuple(head) if alone else ()


def _blocks(parent: Any, document: Document, depth: int) -> Iterator[TextBlock]:
    """The blocks in a body, cell, text box or head."""
    for one in _elements(parent, document, 0):
        if one.tag == qn("w:p"):
            yield from _of(word_paragraphs.read(one, document), document, depth)
        elif depth < _DEEPEST:
            yield from _of(word_paragraphs.held(document), document, depth)
            yield from _table(one, document, depth)
    yield from _of(word_paragraphs.held(document), document, depth)


def _elements(parent: Any, document: Document, depth: int) -> Iterator[Any]:
    """Paragraphs and tables, also those in content controls and in tracked insertions."""
    for one in parent:
        if one.tag in {qn("w:p"), qn("w:tbl")}:
            yield one
        elif one.tag == qn("w:sdt") and (why := _left_out(one)):
            document.say("dropped", why, word_text.words(one))
        elif one.tag == qn("w:altChunk"):
            document.say(
                "unplaced", "another document is put in here, which is not read: open it in Word and save it", "…"
            )
        elif one.tag in _AROUND and depth < _DEEPEST:
            yield from _elements(one, document, depth + 1)


def _left_out(control: Any) -> str:
    """Why a content control is no part of the minutes; empty where it is."""
    if word_text.is_unfilled(control):
        return "a place to fill in that nobody filled in"
    gallery = control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return CONTENTS if word_styles.value(gallery) == "Table of Contents" else ""


def _of(paragraph: Paragraph | None, document: Document, depth: int) -> Iterator[TextBlock]:
    """The blocks of a paragraph, and of the text boxes that stand beside it."""
    if paragraph is None:
        return
    yield from word_paragraphs.printed(paragraph, document)
    for box in paragraph.boxes if depth < _DEEPEST else ():
        for block in _blocks(box, document, depth + 1):
            document.say("inferred", "this stands in a text box and was put after the paragraph beside it", block.text)
            yield block


def _table(table: Any, document: Document, depth: int) -> Iterator[TextBlock]:
    """The rows of a table; of one that only sets text beside numbers, the text."""
    for row in word_tables.rows(table):
        if word_tables.is_deleted(row):
            document.say("dropped", DELETED, word_text.words(row))
        else:
            yield from word_tables.blocks([list(_blocks(cell, document, depth + 1)) for cell in word_tables.cells(row)])
