"""Law 2 at work: the words of an item's source and of what was made of it are the same sequence, or the report says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.labels import is_bullet
from minutebook.importers.report import ReportLine
from minutebook.model import Item
from minutebook.text import item_text


def words(text: str) -> list[str]:
    """The words of a text, free of case and punctuation."""
    return re.findall(r"[^\W_]+", text.casefold())


def check(item: Item, blocks: Iterable[TextBlock]) -> Iterator[ReportLine]:
    """The first place where an item's words and those of its source part, if there is one."""
    source = [(word, block) for block in blocks for word in words(_said(block))]
    made = words(item_text(item))
    for given, kept in zip_longest(source, made):
        if given is None or given[0] != kept:
            line = given[1].line if given else item.location.line
            said = "from here on the file does not hold the words of the source in their order"
            yield ReportLine(line, "unplaced", said, printed(given[1]) if given else str(kept))
            return


def _said(block: TextBlock) -> str:
    if block.kind == "row":
        return " ".join(block.cells)
    return block.text if is_bullet(block.label) else printed(block)
