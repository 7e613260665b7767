"""TODO marks in minutes: where a document is known to say more than could be read, the minutes file asks for it."""

from __future__ import annotations

from dataclasses import replace

from minutebook.importers.engine import Draft
from minutebook.importers.report import ReportLine
from minutebook.model import Item, Paragraph


def with_marks(draft: Draft) -> Draft:
    """A draft with a paragraph ``TODO: …`` at the end of each item of which the report says that a person must complete it."""
    asked = [line for line in draft.report if line.todo]
    if not asked:
        return draft
    items = list(draft.meeting.items)
    for line in asked:
        place = _place(items, line)
        if place is not None:
            item = items[place]
            items[place] = replace(item, blocks=(*item.blocks, Paragraph(f"TODO: {line.message}", item.location)))
    return replace(draft, meeting=replace(draft.meeting, items=tuple(items)))


def _place(items: list[Item], line: ReportLine) -> int | None:
    """The item in which a line of the document stands."""
    before = [place for place, item in enumerate(items) if item.location.line <= line.line]
    return max(before, key=lambda place: items[place].location.line) if before else None
