"""A line of a text document, and what one line says of the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from minutebook.importers import labels

UNFINISHED = frozenset("the a an of to and or nor for with by from at in on into that which is was be been as".split())
ENDED = re.compile(r"[.!?:;]-?[\"'’”)\]*]*$")
"""How a sentence ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source. An empty ``text`` is a blank line; ``mark`` is a list mark or glyph, taken off ``text``."""

    number: int
    text: str = ""
    kind: Literal["text", "heading", "row"] = "text"
    mark: str = ""
    indent: int = 0
    level: int = 0
    cells: tuple[str, ...] = ()
    broken: bool = False  # the line's end is a printed break, whatever its length
    quoted: bool = False
    page: int = 1

    @property
    def label(self) -> str:
        return self.mark or labels.split(self.text.lstrip("*_ "))[0]


def fits(last: Line, line: Line, width: float) -> bool:
    """Whether the next line's first word would have had room on the line before, so that nobody needed to wrap it."""
    return len(last.text) + 1 + len(line.text.partition(" ")[0]) < width


def until_blank(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if not line.text or line.mark or line.kind != "text":
            return
        yield line


def is_label(line: Line) -> bool:
    """Whether nothing but a number or letter stands in a line: what it labels stands in the next."""
    return bool(line.label) and not line.mark and line.text.strip("*_ ") == line.label
