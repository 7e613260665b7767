"""Items and blocks to Markdown, as ``content/guide/format.md`` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minutebook.model import (
    BULLET,
    Block,
    Decision,
    Entry,
    Item,
    List,
    Note,
    Paragraph,
    Quotation,
    Section,
    Subheading,
    Table,
    Vote,
)
from minutebook.reading.body import SECTIONS
from minutebook.reading.decisions import NOTE, RECORDED_VOTE
from minutebook.reading.inline import LABEL, NUMBER
from minutebook.text import vote_line_text

INDENT = "    "
_HEADINGS = {section: heading for heading, section in SECTIONS.items()}


def body_blocks(items: Iterable[Item]) -> Iterator[str]:
    """The blocks of a minutes file below its front matter; they stand with a blank line between them."""
    section: Section | None = None
    for item in items:
        if item.section != section:
            section = item.section
            yield f"# {_HEADINGS[section]}"
        yield heading(item)
        for block in item.blocks:
            yield from write_block(block)


def heading(item: Item) -> str:
    """``## 36. Title {#key}``."""
    number = f"{item.number}. " if item.number else ""
    title = inline(item.title).replace("{", r"\{")
    if not item.number and NUMBER.match(item.title + " "):
        title = "\\" + title
    return f"## {number}{title}" + (f" {{#{item.key}}}" if item.key else "")


def write_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text):
            yield paragraph(text)
        case Subheading(text=text):
            yield f"### {inline(text)}"
        case Note(text=text):
            yield f"**{NOTE}** {inline(text)}"
        case List(entries=entries):
            yield "\n".join(list_lines(entries))
        case Table():
            yield _table(block)
        case Quotation(blocks=blocks):
            inner = "\n\n".join(text for inner in blocks for text in write_block(inner))
            yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        case Decision():
            operative = f"**{inline(block.operative)}**"
            before = inline(block.before) if not block.before or block.before[0].isspace() else paragraph(block.before)
            yield f"{before}{operative}{inline(block.after)}"
            if block.clauses:
                yield "\n".join(list_lines(block.clauses))
        case Vote(lines=lines):
            yield f"**{RECORDED_VOTE}**"
            yield "\n".join(f"- {inline(vote_line_text(line))}" for line in lines)


def list_lines(entries: Iterable[Entry], indent: str = "") -> Iterator[str]:
    """The lines of a list. Paragraphs below an entry have a blank line before them."""
    for entry in entries:
        if entry.label == BULLET:
            text = inline(entry.text)
            guarded = "\\" + text if LABEL.match(entry.text) else paragraph(entry.text)
            yield f"{indent}- {guarded}"
        else:
            yield f"{indent}- {entry.label} {paragraph(entry.text)}"
        for block in entry.blocks:
            if isinstance(block, List):
                yield from list_lines(block.entries, indent + INDENT)
            else:
                yield ""
                yield f"{indent}{INDENT}{paragraph(block.text)}"


def inline(text: str) -> str:
    """Text with what would be a mark inside a line escaped."""
    return re.sub(r"[\\*]", r"\\\g<0>", text)


def paragraph(text: str) -> str:
    """Text at the start of a line, where a mark could begin."""
    guard = "\\" if text[:1] in {"#", ">", "|"} or text == "-" or text.startswith("- ") else ""
    return guard + inline(text)


def _table(table: Table) -> str:
    rows = [table.header, tuple("---" for _ in table.header), *table.rows]
    return "\n".join("| " + " | ".join(inline(cell).replace("|", r"\|") for cell in row) + " |" for row in rows)
