"""What is withheld, and that the setting alone decides it."""

from __future__ import annotations

import datetime as dt

from minutebook.model import Book, Council, Item, Meeting, Paragraph
from minutebook.privacy import for_publication


def book(setting):
    said = (Paragraph("said"),)
    items = (Item("1", "Open", "public", said), Item("2", "Closed", "private", said))
    return Book(Council("x", "X", private_items=setting), meetings=(Meeting("b", dt.date(2025, 1, 1), items=items),))


def test_the_text_of_private_items_is_withheld_and_their_titles_are_not():
    open_item, closed = for_publication(book("titles")).meetings[0].items
    assert (open_item.blocks, closed.blocks) == ((Paragraph("said"),), ())
    assert (closed.number, closed.title, closed.section) == ("2", "Closed", "private")


def test_a_council_may_publish_them():
    assert for_publication(book("publish")) == book("publish")
