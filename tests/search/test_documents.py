"""What can be found, and where each result leads."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from known_book import BOOK
from minutebook.council_model import Council
from minutebook.model import Body, Book, Item, Meeting, Paragraph
from minutebook.privacy import for_publication
from minutebook.search import KINDS, documents


def found(book):
    return {document.address: document for document in documents(SimpleNamespace(book=book))}


def test_every_minute_body_person_and_ward_can_be_found_at_its_own_address():
    all_found = found(BOOK)
    minutes = [address for address in all_found if "#minute-" in address]
    assert len(minutes) == sum(len(meeting.items) for meeting in BOOK.meetings)
    assert {f"bodies/{body.id}/" for body in BOOK.bodies} <= set(all_found)
    assert {f"people/{person.id}/" for person in BOOK.people} <= set(all_found)
    assert all_found["wards/holm-bridge/"].title == "Holm Bridge"
    assert {document.kind for document in all_found.values()} <= set(KINDS)


def test_a_minute_says_whose_it_is_and_when():
    one = found(BOOK)["meetings/cabinet/2025-09-30/#minute-31"]
    assert (one.title, one.told, one.text) == ("Declarations of interest", "Cabinet, minute 31/25", "There were none.")
    assert (one.kind, one.body, one.year, one.date) == ("minute", "cabinet", "2025/26", dt.date(2025, 9, 30))


def test_withheld_text_cannot_be_found():
    item = Item("7", "Sale of land", "private", (Paragraph("The price is ninety pounds."),))
    council = Council("example", "Example Council", private_items="titles")
    book = Book(council, (Body("cabinet", "Cabinet"),), (), (Meeting("cabinet", dt.date(2025, 9, 30), items=(item,)),))
    one = found(for_publication(book))["meetings/cabinet/2025-09-30/#minute-7"]
    assert (one.title, one.text, one.kind) == ("Sale of land", "", "private")
