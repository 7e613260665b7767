"""The passages of a minute: each paragraph, clause and table row, with its place and the decision that it belongs to.

The registers read their facts from passages, so that each fact knows the line that it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.identity import clauses
from minutebook.model import Block, Decision, Item, List, Note, Paragraph, Quotation, Subheading, Table, Vote
from minutebook.problems import Location
from minutebook.text import opening, vote_line_text


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is one line of plain text. ``decision`` counts the item's decisions from 1; 0 where it is narrative."""

    text: str
    location: Location
    decision: int = 0
    clause: str = ""  # the clause's path, "6.b"; empty in the decision's opening paragraph
    label: str = ""  # as printed, of a list entry that is no clause
    quoted: bool = False  # another's words: a motion, a recommendation before it is moved
    subheading: bool = False
    cells: tuple[str, ...] = ()  # of a table's row, whose ``text`` has them side by side
    header: tuple[str, ...] = ()  # what stands above them


def passages(item: Item) -> Iterator[Passage]:
    """All passages of an item below its title, in the order printed."""
    count = 0
    for block in item.blocks:
        if isinstance(block, Decision):
            count += 1
            yield from _decision(block, count)
        else:
            yield from block_passages(block)


def block_passages(block: Block, *, quoted: bool = False) -> Iterator[Passage]:
    """The passages of one block that is no decision."""
    match block:
        case Paragraph(text=text, location=at) | Note(text=text, location=at):
            yield Passage(text, at, quoted=quoted)
        case Subheading(text=text, location=at):
            yield Passage(text, at, quoted=quoted, subheading=True)
        case List(entries=entries):
            for entry in entries:
                yield Passage(entry.text, entry.location, label=entry.label, quoted=quoted)
                for inner in entry.blocks:
                    yield from block_passages(inner, quoted=quoted)
        case Quotation(blocks=blocks):
            for part in blocks:
                yield from block_passages(part, quoted=True)
        case Table(header=header, rows=rows, location=at):
            for n, cells in enumerate(rows):
                if any(cells):
                    yield Passage(" | ".join(cells), below(at, n), quoted=quoted, cells=cells, header=header)
        case Vote(lines=lines):
            yield from (Passage(vote_line_text(line), line.location, quoted=quoted) for line in lines)
        case Decision():
            yield from _decision(block, 0)


def below(table: Location, row: int) -> Location:
    """Where a table's row stands, counted from 0: below its header and the line under that. Unknown stays unknown."""
    return replace(table, line=table.line + 2 + row) if table.line else table


def _decision(decision: Decision, count: int) -> Iterator[Passage]:
    yield Passage(opening(decision), decision.location, count)
    for clause in clauses(decision.clauses):
        yield Passage(clause.entry.text, clause.entry.location, count, clause.path)
        for block in clause.entry.blocks:
            if isinstance(block, Paragraph):
                yield Passage(block.text, block.location, count, clause.path)
