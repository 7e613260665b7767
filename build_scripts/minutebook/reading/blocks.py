"""Lines to blocks: paragraphs, sub-headings, tables, quotations, lists. The codes are listed in ``reading.body``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeVar

from minutebook.model import BULLET, Block, Decision, Entry, List, Note, Paragraph, Quotation, Subheading, Table, Vote
from minutebook.problems import Location, Problem
from minutebook.reading.decisions import paragraph
from minutebook.reading.inline import LABEL, Passage, passage, plain

Marked = TypeVar("Marked")

DEEPEST = 8
"""Levels of lists that a minutes file may have."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what is left of it inside a list or quotation; the location is of its first character."""

    text: str
    location: Location

    def inside(self, width: int) -> Line:
        where = self.location
        return Line(self.text[width:], Location(where.file, where.line, where.column + width))


def read_blocks(lines: list[Line], words: Collection[str], problems: list[Problem]) -> list[Block]:
    """The blocks of an item of minutes, each paragraph read for its mark."""

    def read(raw: Passage) -> Paragraph | Note | Decision | Vote | None:
        return paragraph(raw, words, problems)

    found: list[Block] = []
    found.extend(read_marked(lines, read, problems))
    return found


def read_marked(
    lines: list[Line], read: Callable[[Passage], Marked | None], problems: list[Problem]
) -> list[Marked | Subheading | Table | Quotation | List]:
    """The blocks of an item; ``read`` says what a paragraph is, None where nothing is left of it."""
    found: list[Marked | Subheading | Table | Quotation | List | None] = []
    for chunk in _chunks(lines):
        first = chunk[0]
        if first.text.startswith("#"):
            found.append(_subheading(first, problems))
        elif first.text.startswith("|"):
            found.append(_table(chunk, problems))
        elif first.text.startswith(">"):
            inner = [line.inside(2 if line.text.startswith("> ") else 1) for line in chunk]
            quoted = _narrow(inner, problems, 1, "a quotation")
            found.append(Quotation(quoted, first.location) if quoted else None)
            if not any(line.text.strip() for line in inner):
                problems.append(Problem(first.location, "M014", "a quotation without text", "> and its text"))
        elif _is_entry(first):
            found.append(_list(chunk, problems, 1))
        elif not _indented(chunk, problems):
            found.append(read(_flow(chunk)))
    return [block for block in found if block is not None]


def _narrow(lines: list[Line], problems: list[Problem], level: int, holder: str) -> tuple[Paragraph | List, ...]:
    """The blocks of a list entry or quotation: paragraphs and lists, without marks."""
    found: list[Paragraph | List] = []
    for chunk in _chunks(lines):
        first = chunk[0]
        if _is_entry(first):
            found.append(_list(chunk, problems, level))
        elif re.match(r"[#>|]", first.text):
            told = f"{holder} cannot hold {first.text[:30]!r}"
            problems.append(
                Problem(first.location, "M014", told, "paragraphs and lists, or a backslash before the mark")
            )
        elif not _indented(chunk, problems):
            text = plain(_flow(chunk), problems)
            found.extend([Paragraph(text, first.location)] if text else [])
    return tuple(found)


def _chunks(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that make one block; the lines of a list, blank ones between its entries included, are one run."""
    chunks: list[list[Line]] = []
    blank = True
    for line in lines:
        if not line.text.strip():
            blank = True
            if chunks and _is_entry(chunks[-1][0]):
                chunks[-1].append(line)
            continue
        kind, last = _kind(line), _kind(chunks[-1][0]) if chunks else ""
        goes_on = kind == last and (not blank if kind in {"text", "table", "quotation"} else kind == "list")
        if chunks and (
            goes_on or (last == "list" and (line.text.startswith("    ") or (kind == "text" and not blank)))
        ):
            chunks[-1].append(line)
        else:
            chunks.append([line])
        blank = False
    return chunks


def _kind(line: Line) -> str:
    if _is_entry(line):
        return "list"
    return {"#": "heading", "|": "table", ">": "quotation"}.get(line.text[:1], "text")


def _is_entry(line: Line) -> bool:
    return line.text.startswith("- ") or line.text == "-"


def _flow(chunk: list[Line]) -> Passage:
    return passage(*((line.text, line.location) for line in chunk))


def _indented(chunk: list[Line], problems: list[Problem]) -> bool:
    """Report lines of a paragraph that are indented: what stands there may have been meant as a heading or a list."""
    indented = [line for line in chunk if line.text[:1].isspace()]
    for line in indented:
        skips = line.text.lstrip().startswith("- ")
        code, told = (
            ("M004", "a list that skips a level") if skips else ("M006", "indentation that belongs to no list entry")
        )
        problems.append(Problem(line.location, code, told, "four spaces for each level below an entry"))
    return bool(indented)


def _subheading(line: Line, problems: list[Problem]) -> Subheading | None:
    text = plain(passage((line.text[4:], line.inside(4).location)), problems) if line.text.startswith("### ") else ""
    if text:
        return Subheading(text, line.location)
    wanted = r"# section, ## 36. Title, ### Sub-heading, or \# for text"
    problems.append(Problem(line.location, "M002", f"no heading of a minutes file: {line.text[:40]!r}", wanted))
    return None


def _list(chunk: list[Line], problems: list[Problem], level: int) -> List:
    """The lines of one list to its entries, each with what is indented below it."""
    entries: list[Entry] = []
    heads = [number for number, line in enumerate(chunk) if _is_entry(line)]
    for head, end in zip(heads, [*heads[1:], len(chunk)], strict=True):
        entries.append(_entry(chunk[head], chunk[head + 1 : end], problems, level))
    return List(tuple(entries), chunk[0].location)


def _entry(head: Line, below: list[Line], problems: list[Problem], level: int) -> Entry:
    label = LABEL.match(head.text[2:].strip())
    mark = len(head.text) - len(head.text[2:].lstrip()) + (label.end() if label else 0)
    parts = [(head.text[mark:], head.inside(mark).location)]
    inner: list[Line] = []
    for line in below:
        if line.text.strip() and not line.text.startswith("    "):
            told = "text directly below a list entry"
            problems.append(
                Problem(line.location, "M012", told, "a blank line before it, or four spaces of indentation")
            )
        elif not inner and line.text.strip() and _kind(line.inside(4)) == "text" and not line.text[4:5].isspace():
            parts.append((line.text, line.location))
        elif inner or line.text.strip():
            inner.append(line.inside(4))
        else:
            inner.append(Line("", line.location))
    text = plain(passage(*parts), problems, opening=True)
    if not text:
        problems.append(Problem(head.location, "M013", "a list entry without text", "- 1) and its text"))
    if level == DEEPEST and any(_is_entry(line) for line in inner):
        problems.append(Problem(head.location, "M004", f"a list of more than {DEEPEST} levels", "fewer levels"))
        inner = []
    blocks = _narrow(inner, problems, level + 1, "a list entry")
    return Entry(label.group() if label else BULLET, text, blocks, head.location)


def _table(chunk: list[Line], problems: list[Problem]) -> Table | None:
    rows = [_cells(line, problems) for line in chunk]
    rule = chunk[1].text if len(chunk) > 1 else ""
    if not re.fullmatch(r"\|(\s*:?-+:?\s*\|)+\s*", rule) or len(chunk) < 3:
        wanted = "a row of headings, a row |---|---|, and rows of cells"
        problems.append(Problem(chunk[0].location, "M010", "a table without its second row or without rows", wanted))
        return None
    for line, cells in zip(chunk, rows, strict=True):
        if len(cells) != len(rows[0]):
            told = f"a row of {len(cells)} cells in a table of {len(rows[0])} columns"
            problems.append(Problem(line.location, "M010", told, r"as many cells as columns; \| for a bar in a cell"))
    return Table(rows[0], tuple(rows[2:]), chunk[0].location)


def _cells(line: Line, problems: list[Problem]) -> tuple[str, ...]:
    """The cells of a row, split at each bar that no backslash stands before; the row begins with a bar."""
    raw = line.text.rstrip()
    bars = [bar.start() for bar in re.finditer(r"\\.|\|", raw) if bar.group() == "|"]
    if bars[-1] != len(raw) - 1 or len(bars) < 2:
        problems.append(Problem(line.location, "M010", "a table row that does not end in a bar", "| cell | cell |"))
        bars.append(len(raw))
    return tuple(
        plain(passage((raw[start + 1 : end], line.inside(start + 1).location)), problems)
        for start, end in itertools.pairwise(bars)
    )
