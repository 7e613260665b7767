"""Tables whose cells are ruled: where lines are drawn, they say better than any gap what a cell is."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from minutebook.importers.pdf_columns import PrintedRow
from minutebook.importers.pdf_lines import PrintedLine, of_words
from minutebook.importers.pdf_words import Word

MOST_PAGES = 400
"""Pages on which drawn tables are looked for: that takes ten times as long as their text does."""
_MOST_CELLS = 5000

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A drawn table: the boxes of each row's cells, None where cells are joined; ``box`` is that of it all."""

    box: Box
    cells: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A drawn table with what is printed in it."""

    top: float
    rows: tuple[PrintedRow, ...]


def find(document: pdfium.PdfDocument, place: int) -> list[Ruled]:
    """The drawn tables of a page that have at least two columns.

    The page is written anew by pdfium first, so that the second library never sees what is broken in the file.
    """
    import pdfplumber  # slow to load, and most documents have no table

    alone = io.BytesIO()
    try:
        with pdfium.PdfDocument.new() as copy:
            copy.import_pages(document, [place])
            copy.save(alone)
        with pdfplumber.open(alone) as plumbed:
            page = plumbed.pages[0]
            if len(page.edges) > _MOST_CELLS:
                return []
            tables = page.find_tables()
            rows = [(table.bbox, tuple(tuple(row.cells) for row in table.rows)) for table in tables]
    except Exception:  # noqa: BLE001 - a table that cannot be read is text all the same, and the parser documents no errors of its own
        return []
    return [
        Ruled(box, cells) for box, cells in rows if len(cells) <= _MOST_CELLS and max(map(len, cells), default=0) > 1
    ]


def taken(ruled: Sequence[Ruled], words: Sequence[Word], page: int) -> tuple[list[Word], list[Filled]]:
    """The words that stand in no table, and the tables filled with theirs; one of which a single column is filled is none."""
    free = list(words)
    filled = []
    for table in ruled:
        inside = [word for word in free if _holds(table.box, word)]
        rows, rest = [], inside
        for cells in table.cells:
            lines = []
            for cell in cells:
                mine = [word for word in rest if cell and _holds(cell, word)]
                rest = [word for word in rest if not (cell and _holds(cell, word))]
                lines.append(tuple(of_words(mine, page)))
            if any(lines):
                rows.append(PrintedRow(tuple(lines), page, 0, 0, lines[0][0].base if lines[0] else 0.0))
        used = {at for row in rows for at, cell in enumerate(row.cells) if cell}
        if not rest and len(used) > 1:
            free = [word for word in free if not _holds(table.box, word)]
            filled.append(Filled(table.box[1], tuple(rows)))
    return free, filled


def _holds(box: Box, word: Word) -> bool:
    middle, height = (word.left + word.right) / 2, word.base - 0.3 * word.size
    return box[0] <= middle <= box[2] and box[1] <= height <= box[3]


def placed(flow: Sequence[PrintedLine | PrintedRow], tables: Sequence[Filled]) -> Iterator[PrintedLine | PrintedRow]:
    """The lines and rows of a page with its tables between them, where they are printed."""
    waiting = sorted(tables, key=lambda table: table.top)
    last = 0
    for one in flow:
        while waiting and waiting[0].top < one.base:
            last = max(last, one.number - 1)
            yield from _numbered(waiting.pop(0), last)
        yield one
        last = one.number
    for table in waiting:
        yield from _numbered(table, last)


def _numbered(table: Filled, last: int) -> Iterator[PrintedRow]:
    """A table's rows, each with the number of the line before them: it has none of its own among the lines."""
    for row in table.rows:
        yield PrintedRow(row.cells, row.page, max(last, 1), max(last, 1), row.base)
