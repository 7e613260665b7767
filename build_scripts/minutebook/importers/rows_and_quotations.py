"""What stands apart in the text of an item: rows that are a table, and blocks that are set off as a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutebook.importers import lists
from minutebook.importers.blocks import TextBlock, printed
from minutebook.model import List, Paragraph, Quotation, Table
from minutebook.problems import Location


def read(blocks: Sequence[TextBlock], at: int) -> tuple[Paragraph | Table | Quotation, int]:
    """The table or quotation that begins at a place, and the place after it."""
    return _table(blocks, at) if blocks[at].kind == "row" else _quotation(blocks, at)


def _table(blocks: Sequence[TextBlock], at: int) -> tuple[Paragraph | Table, int]:
    """Rows that stand together: a table; one row alone is a paragraph."""
    end = at
    while end < len(blocks) and blocks[end].kind == "row":
        end += 1
    rows = [block.cells for block in blocks[at:end]]
    where = Location("", blocks[at].line)
    if len(rows) == 1:
        return Paragraph(" ".join(cell for cell in rows[0] if cell), where), end
    width = max(len(row) for row in rows)
    padded = [(*row, *("",) * (width - len(row))) for row in rows]
    headed = all(cell and len(cell) <= 60 and not cell.isdigit() for cell in padded[0])
    header, body = (padded[0], padded[1:]) if headed else (("",) * width, padded)
    return Table(header, tuple(body), where), end


def _quotation(blocks: Sequence[TextBlock], at: int) -> tuple[Quotation, int]:
    end = at
    while end < len(blocks) and blocks[end].quoted:
        end += 1
    inner = [replace(block, quoted=False) for block in blocks[at:end]]
    made: list[Paragraph | List] = []
    place = 0
    while place < len(inner):
        if lists.begins_list(inner, place):
            taken = lists.take(inner, place, lambda _: False)
            made.append(List(taken.entries, Location("", inner[place].line)))
            place = taken.end
        else:
            made.append(Paragraph(printed(inner[place]), Location("", inner[place].line)))
            place += 1
    return Quotation(tuple(made), Location("", blocks[at].line)), end
