"""What of the book may be published: the one place where the text of private business is withheld.

Local Government Act 1972, section 100A(4) and Schedule 12A. A setting of the council decides; the default is to withhold. Everything that is published is made
from the book that this module returns, so what is withheld here can appear nowhere.
"""

from __future__ import annotations

from dataclasses import replace

from minutebook.agenda_model import Agenda
from minutebook.model import Book, Item, Meeting, PrivateItems


def is_withheld(item: Item, setting: PrivateItems) -> bool:
    """Whether an item's text is kept back: number, title and section alone are published."""
    return item.section == "private" and setting == "titles"


def for_publication(book: Book) -> Book:
    """The book without the text of private items, unless ``council.yaml`` says ``private_items: publish``."""
    if book.council.private_items == "publish":
        return book
    meetings = tuple(_public(meeting, book.council.private_items) for meeting in book.meetings)
    return replace(book, meetings=meetings, agendas=tuple(_titles(agenda) for agenda in book.agendas))


def _public(meeting: Meeting, setting: PrivateItems) -> Meeting:
    kept = tuple(replace(item, blocks=()) if is_withheld(item, setting) else item for item in meeting.items)
    return replace(meeting, items=kept)


def _titles(agenda: Agenda) -> Agenda:
    """The agenda with nothing but headings of its private items; what they are parts of is named, not what was said."""
    kept = tuple(
        replace(item, blocks=(), items=tuple(replace(part, blocks=()) for part in item.items))
        if item.section == "private"
        else item
        for item in agenda.items
    )
    return replace(agenda, items=kept)
