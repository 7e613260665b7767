"""PDF files: pdfium says which character stands where; lines, columns, paragraphs and page furniture are found from that.

A page's text has no order, no paragraphs and no tables in a PDF, only places. Each step here is one module: words, lines,
furniture, columns, ruled tables, paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2 as pdfium

from minutebook.importers import pdf_columns, pdf_furniture, pdf_paragraphs, pdf_streams, pdf_tables, pdf_words
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import one_line
from minutebook.importers.pdf_columns import PrintedRow
from minutebook.importers.pdf_lines import PrintedLine, of_words
from minutebook.importers.pdf_words import PageWords
from minutebook.importers.report import ReportLine

MOST_PAGES = 1500
MOST_CHARACTERS = 3_000_000
"""More than the longest agenda packs have; what is longer is refused, so that no file can keep the importer busy for ever."""

_DAMAGED = "it is a PDF that is damaged and cannot be opened: open it in a PDF reader, save or print it as a PDF again, and import that"
_LOCKED = "it is a PDF that is locked with a password: save a copy without the password and import that"
_SCANNED = "it is a scanned PDF: pictures of pages without text; run text recognition (OCR) over it first, or ask for the Word file"
_TOO_MUCH = "it is a PDF with a page that unpacks to more than any minutes hold: save or print it as a PDF again, and import that"
_EMPTY = "it is a PDF without any text on its pages"


def is_pdf(content: bytes) -> bool:
    """Whether a file says that it is a PDF; a few stray bytes may stand before."""
    return b"%PDF-" in content[:1024]


def read(content: bytes) -> Reading | str:
    """The blocks of a PDF, or a sentence that says why it has none."""
    if pdf_streams.unpack_to_too_much(content):
        return _TOO_MUCH
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        return _LOCKED if "password" in str(error).lower() else _DAMAGED
    try:
        return _read(document)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument) -> Reading | str:
    count = len(document)
    if count > MOST_PAGES:
        return f"it is a PDF of {count:,} pages, and at most {MOST_PAGES:,} are read: cut out the pages of the minutes and import those"
    report: list[ReportLine] = []
    pages: list[PageWords | None] = []
    left = MOST_CHARACTERS
    for place in range(count):
        page = _page(document, place, left)
        if isinstance(page, str):
            return page
        left -= sum(len(word.text) for word in page.words) if page else 0
        pages.append(page)
    if not any(page and page.words for page in pages):
        return _SCANNED if any(page and page.pictures for page in pages) else _EMPTY if any(pages) else _DAMAGED
    letters = sum(len(word.text) for page in pages if page for word in page.words)
    if letters < 40 * count and sum(1 for page in pages if page and page.pictures) > count // 2:
        return _SCANNED
    report.extend(_lost(pages))
    return _reading(document, [page or _NO_PAGE for page in pages], report)


_NO_PAGE = PageWords((), 0.0, "", 0, False)


def _page(document: pdfium.PdfDocument, place: int, most: int) -> PageWords | str | None:
    """A page's words; None where it is broken, a sentence where there is too much of it."""
    try:
        page = document[place]
    except pdfium.PdfiumError:
        return None
    try:
        found = pdf_words.of_page(page, most)
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()
    return (
        found
        or f"it is a PDF with more than {MOST_CHARACTERS:,} characters: cut out the pages of the minutes and import those"
    )


def _lost(pages: Sequence[PageWords | None]) -> Iterator[ReportLine]:
    """What cannot be read: broken pages, pictures of pages, watermarks."""
    for number, page in enumerate(pages, 1):
        if page is None:
            yield ReportLine(0, "unplaced", f"page {number} is damaged and was not read")
        elif page.pictures and not page.words:
            yield ReportLine(0, "unplaced", f"page {number} is a picture without text and was not read")
        elif page.slanted.strip():
            yield ReportLine(0, "dropped", f"text across page {number}", one_line(page.slanted)[:200])


def _reading(document: pdfium.PdfDocument, pages: Sequence[PageWords], report: list[ReportLine]) -> Reading:
    printed: list[list[PrintedLine]] = []
    tables: list[list[pdf_tables.Filled]] = []
    number = 0
    for place, page in enumerate(pages):
        ruled = pdf_tables.find(document, place) if page.ruled and place < pdf_tables.MOST_PAGES else []
        free, filled = pdf_tables.taken(ruled, page.words, place + 1)
        lines = pdf_columns.in_reading_order(of_words(free, place + 1))
        lines = [replace(line, number=number + step) for step, line in enumerate(lines, 1)]
        number += len(lines) + sum(len(table.rows) for table in filled)
        printed.append(lines)
        tables.append(filled)
    kept = pdf_furniture.without(printed, report)
    measures = pdf_paragraphs.measure([line for lines in kept for line in lines])
    flow: list[PrintedLine | PrintedRow] = []
    for lines, filled in zip(kept, tables, strict=True):
        flow += pdf_tables.placed(lines, filled)
    with_rows = list(pdf_columns.with_rows(flow, measures.leading, measures.right))
    blocks = tuple(pdf_paragraphs.to_blocks(with_rows, measures, report))
    return Reading(blocks, tuple(sorted(report)))
