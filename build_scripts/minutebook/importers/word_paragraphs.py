"""A Word paragraph: its text, the number that Word prints before it, and the blocks that its typed breaks make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from minutebook.importers import furniture, labels, word_numbering, word_styles, word_text
from minutebook.importers.blocks import TextBlock
from minutebook.importers.characters import one_line
from minutebook.importers.report import ReportLine
from minutebook.importers.word_numbering import Counters, Numbering
from minutebook.importers.word_package import Package
from minutebook.importers.word_styles import Styles
from minutebook.importers.word_text import BREAK, Text

CONTENTS = "part of a table of contents"
DELETED = "deleted text, whose deletion is tracked"
_LONGEST_HEADING = 200
_NUMBER = re.compile(r"(?:[A-Z]{1,6}[./-]?)?\d[\dA-Za-z/.()]*")


@dataclass(slots=True)
class Document:
    """A document as it is read: ``held`` and ``held_boxes`` are of paragraphs whose ends were deleted, so that the next one
    goes on in them.
    """

    styles: Styles
    numbering: Numbering
    package: Package
    counters: Counters = field(default_factory=Counters)
    report: list[ReportLine] = field(default_factory=list)
    held: list[tuple[str, bool]] = field(default_factory=list)
    held_boxes: list[Any] = field(default_factory=list)
    line: int = 0
    page: int = 1
    comments: int = 0

    def say(self, what: str, message: str, text: str) -> None:
        if text.strip():
            self.report.append(ReportLine(self.line, what, message, one_line(text)))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Paragraph:
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


def read(one: Any, document: Document) -> Paragraph | None:
    """A paragraph; None where it goes on in the next, for its end was deleted, and where it is part of a table of contents."""
    document.line += 1
    properties = one.find(qn("w:pPr"))
    name = word_styles.value(properties.find(qn("w:pStyle"))) if properties is not None else ""
    name = name or document.styles.paragraph
    style = document.styles.of(name)
    text = word_text.of_paragraph(one, document.styles, name)
    if style.contents:
        document.say("dropped", CONTENTS, text.plain)
        return None
    _report(text, document)
    pieces, boxes = [*document.held, *text.pieces], [*document.held_boxes, *text.boxes]
    document.held, document.held_boxes = [], []
    page, document.page = document.page, document.page + text.pages
    run = properties.find(qn("w:rPr")) if properties is not None else None
    if run is not None and (run.find(qn("w:del")) is not None or run.find(qn("w:moveFrom")) is not None):
        document.held, document.held_boxes = pieces, boxes
        return None
    gone = not text.plain.strip() and (text.hidden or text.deleted)
    number, at, indent = _listed(properties, name, document)
    label = word_numbering.label(document.numbering, document.counters, number, at) if number and not gone else ""
    outline = word_styles.value(properties.find(qn("w:outlineLvl"))) if properties is not None else ""
    level = int(outline) + 1 if outline in set("012345") else style.level
    return Paragraph(
        pieces, label, min(level, 6), bool(number) and at > 0, indent, style.quoted, document.line, page, boxes
    )


def held(document: Document) -> Paragraph | None:
    """The paragraph whose end was deleted, where no other follows in which it could go on."""
    pieces, boxes = document.held, document.held_boxes
    document.held, document.held_boxes = [], []
    return Paragraph(pieces, "", 0, False, 0, False, document.line, document.page, boxes) if pieces or boxes else None


def _listed(properties: Any, name: str, document: Document) -> tuple[str, int, int]:
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


def _report(text: Text, document: Document) -> None:
    """Say what was left out of a paragraph."""
    document.comments += text.comments
    document.say("dropped", "hidden text", "".join(text.hidden))
    document.say("dropped", DELETED, " ".join(text.deleted))
    document.say("dropped", "a place to fill in that nobody filled in", " ".join(text.unfilled))
    for mark in text.marks:
        document.say("dropped", "a footnote's mark after these words", f"{text.plain.strip()[:60]} [{mark}]")
    for kind, key in text.notes:
        root = document.package.footnotes if kind == "footnote" else document.package.endnotes
        found = root.findall(qn(f"w:{kind}")) if root is not None else ()
        note = next((one for one in found if one.get(qn("w:id")) == key), None)
        if note is not None:
            words = "".join(one.text or "" for one in note.iter(qn("w:t")))
            document.say("unplaced", f"a {kind}; the file has no place for it", words)


def printed(paragraph: Paragraph, document: Document) -> Iterator[TextBlock]:
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


def _block(paragraph: Paragraph, label: str, pieces: list[tuple[str, bool]]) -> TextBlock | None:
    columns = [part for part in word_text.split(pieces, "\t") if any(piece.strip() for piece, _ in part)]
    if not columns and label and not labels.is_bullet(label):  # Word prints the number all the same
        return TextBlock("paragraph", "", label, page=paragraph.page, line=paragraph.line, last_line=paragraph.line)
    if not columns:
        return None
    first = word_text.styled(columns[0])[0]
    labelled = len(columns) == 2 and is_number(first)
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


def is_number(text: str) -> bool:
    """Whether a text is a number or label alone: "41.", "(a)", "PL/24/017"."""
    return labels.split(text)[0] == text or bool(_NUMBER.fullmatch(text.rstrip(".")))
