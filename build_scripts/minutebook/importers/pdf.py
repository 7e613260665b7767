"""PDF files: pdfium says which character stands where; lines, columns, paragraphs and page furniture are found from that.

A page's text has no order, no paragraphs and no tables in a PDF, only places. Each step here is one module: words, lines,
furniture, columns, ruled tables, paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from minutebook.importers import pdf_columns, pdf_furniture, pdf_pages, pdf_paragraphs, pdf_streams, pdf_tables
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import one_line
from minutebook.importers.pdf_columns import PrintedRow
from minutebook.importers.pdf_lines import PrintedLine, of_words
from minutebook.importers.report import ReportLine

MOST_PAGES = 5000
MOST_CHARACTERS = 15_000_000
"""Several times what the longest agenda packs have; what is longer is refused, so that no file can keep the importer busy for ever."""
_STEP = 100
"""Pages, read in a second or two, after which it is said how far a file is read."""

_SCANNED = "it is a scanned PDF: pictures of pages without text; run text recognition (OCR) over it first, or ask for the Word file"
_TOO_MUCH = "it is a PDF with a page that unpacks to more than any minutes hold: save or print it as a PDF again, and import that"
_EMPTY = "it is a PDF without any text on its pages"


def is_pdf(content: bytes) -> bool:
    """Whether a file says that it is a PDF; a few stray bytes may stand before."""
    return b"%PDF-" in content[:1024]


def read(content: bytes, told: Callable[[str], None] = lambda _: None) -> Reading | str:
    """The blocks of a PDF, or a sentence that says why it has none; of one with hundreds of pages ``told`` hears how far it is read."""
    if pdf_streams.unpack_to_too_much(content):
        return _TOO_MUCH
    pages: list[_Printed] = []
    number = count = 0
    with closing(pdf_pages.read(content, MOST_PAGES, MOST_CHARACTERS)) as found:
        for one in found:
            if isinstance(one, str):
                return one
            if isinstance(one, int):
                count = one
            else:
                pages.append(_printed(one, len(pages) + 1, number))
                number += len(pages[-1].lines) + sum(len(table.rows) for table in pages[-1].tables)
                if len(pages) % _STEP == 0:
                    told(f"page {len(pages):,} of {count:,}")
    if not any(page.letters for page in pages):
        return (
            _SCANNED
            if any(page.pictures for page in pages)
            else _EMPTY
            if not all(page.broken for page in pages)
            else pdf_pages.DAMAGED
        )
    if (
        sum(page.letters for page in pages) < 40 * len(pages)
        and sum(page.pictures > 0 for page in pages) > len(pages) // 2
    ):
        return _SCANNED
    return _reading(pages)


@dataclass(frozen=True, slots=True)
class _Printed:
    """What is printed on a page: its lines and the tables that are drawn, how much it is, and what is no text or stands across."""

    lines: Sequence[PrintedLine] = ()
    tables: Sequence[pdf_tables.Filled] = ()
    letters: int = 0
    pictures: int = 0
    slanted: str = ""
    broken: bool = False


def _printed(page: pdf_pages.Page | None, place: int, number: int) -> _Printed:
    """A page as it is read: the ``place``th, after ``number`` lines."""
    if page is None:
        return _Printed(broken=True)
    words, ruled = page
    free, filled = pdf_tables.taken(ruled, words.words, place)
    lines = pdf_columns.in_reading_order(of_words(free, place))
    lines = [replace(line, number=number + step) for step, line in enumerate(lines, 1)]
    letters = sum(len(word.text) for word in words.words)
    return _Printed(lines, filled, letters, words.pictures, words.slanted)


def _lost(pages: Sequence[_Printed]) -> Iterator[ReportLine]:
    """What cannot be read: broken pages, pictures of pages, watermarks."""
    for number, page in enumerate(pages, 1):
        if page.broken:
            yield ReportLine(0, "unplaced", f"page {number} is damaged and was not read")
        elif page.pictures and not page.letters:
            yield ReportLine(0, "unplaced", f"page {number} is a picture without text and was not read")
        elif page.slanted.strip():
            yield ReportLine(0, "dropped", f"text across page {number}", one_line(page.slanted)[:200])


def _reading(pages: Sequence[_Printed]) -> Reading:
    report = list(_lost(pages))
    kept = pdf_furniture.without([list(page.lines) for page in pages], report)
    measures = pdf_paragraphs.measure([line for lines in kept for line in lines])
    flow: list[PrintedLine | PrintedRow] = []
    for lines, page in zip(kept, pages, strict=True):
        flow += pdf_tables.placed(lines, page.tables)
    with_rows = list(pdf_columns.with_rows(flow, measures.leading, measures.right))
    blocks = tuple(pdf_paragraphs.to_blocks(with_rows, measures, report))
    return Reading(blocks, tuple(sorted(report)))
