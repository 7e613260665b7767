"""Structured text to plain text: what tables, feeds and searches hold of a minute.

Labels stay as printed, bullets stay bullets, one line a block, entry or table row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutebook.model import (
    Block,
    Decision,
    Entry,
    Item,
    List,
    Note,
    Paragraph,
    Quotation,
    Subheading,
    Table,
    Vote,
    VoteLine,
)

_MAILBOX = re.compile(
    r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)


def email(contact: str) -> str:
    """A contact that is one e-mail address and nothing else; empty where it is more, or anything else."""
    return contact if _MAILBOX.fullmatch(contact) else ""


def item_text(item: Item) -> str:
    """The whole item below its title, one line a block or list entry."""
    return blocks_text(item.blocks)


def blocks_text(blocks: Iterable[Block]) -> str:
    """Blocks as plain text, joined by line feeds."""
    return "\n".join(line for block in blocks for line in block_lines(block))


def opening(decision: Decision) -> str:
    """The paragraph that opens a decision, as printed."""
    return decision.before + decision.operative + decision.after


def lead(decision: Decision) -> str:
    """What stands in a decision's opening paragraph besides the operative word: "that Cabinet:"."""
    return f"{decision.before.strip()} {decision.after.lstrip(' :.–—-')}".strip()


def decision_text(decision: Decision) -> str:
    """Opening and all clauses as plain text."""
    return "\n".join(block_lines(decision))


def clause_text(entry: Entry) -> str:
    """A clause's own words: its text and further paragraphs, without its label and its sub-clauses."""
    return "\n".join((entry.text, *(block.text for block in entry.blocks if isinstance(block, Paragraph))))


def vote_line_text(line: VoteLine) -> str:
    """``For (12): names``, as the minutes file writes it."""
    count = "" if line.count is None else f" ({line.count})"
    return f"{line.side}{count}" + (f": {line.names}" if line.names else "")


def block_lines(block: Block) -> Iterator[str]:
    """The lines of plain text of one block."""
    match block:
        case Paragraph(text=text) | Subheading(text=text):
            yield text
        case Note(text=text):
            yield f"Note: {text}"
        case Table(header=header, rows=rows):
            yield from (" | ".join(cells) for cells in (header, *rows) if any(cells))
        case List(entries=entries):
            yield from _entry_lines(entries)
        case Quotation(blocks=blocks):
            for inner in blocks:
                yield from block_lines(inner)
        case Decision(clauses=entries):
            yield opening(block)
            yield from _entry_lines(entries)
        case Vote(lines=lines):
            yield "Recorded vote"
            yield from (vote_line_text(line) for line in lines)


def _entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.label} {entry.text}"
        for block in entry.blocks:
            yield from block_lines(block)
