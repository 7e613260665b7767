"""The one sequence of text blocks in which every format reader ends, and which alone the engine reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minutebook.importers.report import ReportLine

Kind = Literal["paragraph", "heading", "entry", "row"]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading, list entry or table row, as plain text: single spaces, no markup.

    ``text`` is what follows the label; a row's is its cells joined by spaces. A paragraph or heading may begin with a
    label too ("36.", "1)"): whether that makes it an item, a clause or neither is for the engine to say.
    """

    kind: Kind
    text: str
    label: str = ""  # as printed: "36.", "1)", "(a)", a bullet's glyph; empty where nothing like it is printed
    level: int = 0  # of a heading, 1 to 6
    indent: int = 0  # columns of space before it, 0 where the format knows none
    cells: tuple[str, ...] = ()  # of a row
    bold: tuple[tuple[int, int], ...] = ()  # stretches of ``text`` that are emphasised, as places in it
    quoted: bool = False  # set off as a quotation
    item: bool = False  # a heading with which an item begins for certain, for the format itself says so
    page: int = 1
    line: int = 0  # first and last line in the source, from 1
    last_line: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format reader made of a document, and the lines that it left out or guessed at."""

    blocks: tuple[TextBlock, ...]
    report: tuple[ReportLine, ...] = ()


def printed(block: TextBlock) -> str:
    """The block as printed, its label included."""
    return f"{block.label} {block.text}".strip()


def all_bold(block: TextBlock) -> bool:
    """Whether (nearly) the whole text is emphasised: a stop or bracket may stand outside."""
    return bool(block.text and block.bold) and sum(end - start for start, end in block.bold) >= len(block.text) - 2
