"""The tables of a Word document: their rows and cells, and whether they say something or only set text beside numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from docx.oxml.ns import qn

from minutebook.importers import labels
from minutebook.importers.blocks import TextBlock
from minutebook.importers.word_paragraphs import is_number

_LAYOUT = 200
"""A cell with more characters holds text that only stands in a table to be set beside a number."""
_DEEPEST = 20
_WRAPPERS = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")})


def rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those in content controls too."""
    return _inside(table, qn("w:tr"), 0)


def cells(row: Any) -> Iterator[Any]:
    """The cells of a row, those in content controls too."""
    return _inside(row, qn("w:tc"), 0)


def _inside(parent: Any, name: str, depth: int) -> Iterator[Any]:
    for one in parent:
        if one.tag == name:
            yield one
        elif one.tag in _WRAPPERS and depth < _DEEPEST:
            yield from _inside(one, name, depth + 1)


def is_deleted(row: Any) -> bool:
    """Whether the deletion of a row is tracked."""
    properties = row.find(qn("w:trPr"))
    return properties is not None and properties.find(qn("w:del")) is not None


def blocks(filled: Sequence[list[TextBlock]]) -> Iterator[TextBlock]:
    """The blocks of a row, by those of its cells: rows, or the text as if no table were there."""
    if not any(filled):
        return
    if _is_layout(filled):
        for cell in filled:
            yield from cell
    else:
        yield from _as_rows(filled)


def _is_layout(row: Sequence[list[TextBlock]]) -> bool:
    """Whether a row only sets text beside its number, or stands alone in its table."""
    filled = [cell for cell in row if cell]
    if len(filled[0]) > 1 and filled[0][0].label and not labels.is_bullet(filled[0][0].label):
        return True  # a number and what it numbers in one cell
    if len(filled) == 1:
        return len(row) == 1 or sum(len(block.text) for block in filled[0]) > _LAYOUT
    first, body = " ".join(block.text or block.label for block in filled[0]), filled[1]
    paragraphs = sum(block.kind != "row" for block in body)
    return is_number(first) and (paragraphs > 1 or sum(len(block.text) for block in body) > _LAYOUT)


def _as_rows(row: Sequence[list[TextBlock]]) -> Iterator[TextBlock]:
    """A row; where its cells hold lines that are no sentences, such as names, each line makes a row of its own."""
    where = next(block for cell in row for block in cell)
    texts = [[_text(block) for block in cell] for cell in row]
    texts = [[" ".join(cell)] if any(re.search(r"[.;:]$", text) for text in cell[1:]) else cell for cell in texts]
    for line in zip_longest(*texts, fillvalue=""):
        yield TextBlock(
            "row", " ".join(text for text in line if text), cells=tuple(line), page=where.page, line=where.line, last_line=where.line,
        )  # fmt: skip


def _text(block: TextBlock) -> str:
    """The text of a line in a cell: a bullet says nothing but where it stands alone, as a tick does."""
    return block.text if block.text and labels.is_bullet(block.label) else f"{block.label} {block.text}".strip()
