"""TODO marks in minutes and agendas: what the document says and the file could not be given a place for, or is known to lack."""

from __future__ import annotations

from dataclasses import replace

from minutebook.importers.agenda import AgendaDraft
from minutebook.importers.engine import Draft
from minutebook.importers.report import ReportLine
from minutebook.model import Item, Paragraph


def with_marks(draft: Draft) -> Draft:
    """A draft that asks of itself what its report asks.

    Words without a place stand under ``unplaced`` in the front matter. An item of which the report says that a person must
    complete it has a paragraph ``TODO: …`` at its end.
    """
    items = list(draft.meeting.items)
    unplaced = []
    for line in draft.report:
        place = _place(items, line) if line.todo else None
        if place is not None:
            item = items[place]
            items[place] = replace(item, blocks=(*item.blocks, Paragraph(f"TODO: {line.message}", item.location)))
        elif line.todo or line.what == "unplaced":
            unplaced.append(_said(line))
    return replace(draft, meeting=replace(draft.meeting, items=tuple(items), unplaced=tuple(unplaced)))


def with_agenda_marks(draft: AgendaDraft) -> AgendaDraft:
    """An agenda that keeps the words without a place under ``unplaced``."""
    unplaced = tuple(_said(line) for line in draft.report if line.todo or line.what == "unplaced")
    return replace(draft, agenda=replace(draft.agenda, unplaced=unplaced))


def _said(line: ReportLine) -> str:
    """A line of the report with all its words; dashes and no colons, so that the file needs no quotation marks."""
    where = f"line {line.line}" if line.line else ""
    return "TODO " + " – ".join(part for part in (where, line.message, " ".join(line.text.split())) if part)


def _place(items: list[Item], line: ReportLine) -> int | None:
    """The item in which a line of the document stands."""
    before = [place for place, item in enumerate(items) if item.location.line <= line.line]
    return max(before, key=lambda place: items[place].location.line) if before else None
