"""An Agenda to the text of its agenda file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutebook.agenda_model import Agenda, AgendaBlock, AgendaItem, Motion, Question, SubItem
from minutebook.model import Block, Quotation, Section
from minutebook.reading.body import SECTIONS
from minutebook.reading.inline import LABEL, NUMBER
from minutebook.reading.notices import MOTION_LINES, QUESTION_LINES, SOURCE
from minutebook.writing.body import inline, write_block
from minutebook.writing.minutes import people_lines, source_lines, unplaced_lines
from minutebook.writing.scalars import scalar

_HEADINGS = {section: heading for heading, section in SECTIONS.items()}


def write_agenda(agenda: Agenda) -> str:
    """The canonical agenda file: front matter, then the items with one blank line between blocks."""
    front = "\n".join(_front(agenda))
    body = "\n\n".join(_body(agenda.items))
    return f"---\n{front}\n---\n" + (f"\n{body}\n" if body else "")


def _front(agenda: Agenda) -> Iterator[str]:
    """Front matter, keys in the order of the format, those without a value left out."""
    yield f"body: {scalar(agenda.body)}"
    yield f"date: {agenda.date.isoformat()}"
    if agenda.start:
        yield f'start: "{agenda.start:%H:%M}"'
    if agenda.place:
        yield f"place: {scalar(agenda.place)}"
    yield f"status: {agenda.status}"
    for key, day in (("moved_to", agenda.moved_to), ("notice", agenda.notice), ("published", agenda.published)):
        if day:
            yield f"{key}: {day.isoformat()}"
    yield f"reviewed: {str(agenda.reviewed).lower()}"
    yield from source_lines(agenda.source)
    for key, people in (("membership", agenda.membership), ("invited", agenda.invited)):
        if people:
            yield f"{key}:"
            yield from people_lines(people, "  ")
    yield from unplaced_lines(agenda.unplaced)


def _body(items: Iterable[AgendaItem]) -> Iterator[str]:
    """The blocks below the front matter; they stand with a blank line between them."""
    last: tuple[Section, str] | None = None
    for item in items:
        if (item.section, item.heading) != last:
            last = (item.section, item.heading)
            yield f"# {_HEADINGS[item.section]}" + (f": {inline(item.heading)}" if item.heading else "")
        number = f"{item.number}. " if item.number else ""
        guard = "\\" if not item.number and NUMBER.match(item.title + " ") else ""
        yield f"## {number}{guard}{_title(item)}"
        yield from _text(item)
        for part in item.items:
            label = f"{part.label} " if part.label else "\\" if LABEL.match(part.title) else ""
            yield f"### {label}{_title(part)}"
            yield from _text(part)


def _title(item: AgendaItem | SubItem) -> str:
    """``Title {pages 5-14} {#key}``."""
    first, last = item.pages
    pages = "" if not first else f" {{page {first}}}" if first == last else f" {{pages {first}-{last}}}"
    key = f" {{#{item.key}}}" if item.key else ""
    return inline(item.title).replace("{", r"\{") + pages + key


def _text(item: AgendaItem | SubItem) -> Iterator[str]:
    if item.source:
        yield f"**{SOURCE}** {inline(item.source)}"
    for block in item.blocks:
        yield from _block(block)


def _block(block: AgendaBlock) -> Iterator[str]:
    match block:
        case Motion():
            yield "**Motion**"
            yield from _said(block, MOTION_LINES)
            yield from write_block(Quotation(block.blocks))
        case Question(number=number):
            yield f"**Question {number}**" if number else "**Question**"
            yield from _said(block, QUESTION_LINES)
            yield from write_block(Quotation(block.blocks))
            if block.answer:
                yield "**Answer**"
                yield from write_block(Quotation(block.answer))
        case _:
            other: Block = block
            yield from write_block(other)


def _said(block: Motion | Question, lines: dict[str, str]) -> Iterator[str]:
    """The list below a mark, as one block; none where nothing is known."""
    said = [f"- {name}: {inline(getattr(block, key))}" for name, key in lines.items() if getattr(block, key)]
    if said:
        yield "\n".join(said)
