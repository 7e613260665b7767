"""The table ``people``: one row for each entry of people.yaml, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import person_page
from minutebook.model import Book
from minutebook.tables.row import Row


def rows(book: Book) -> Iterator[Row]:
    for person in book.people:
        yield Row(
            {
                "person_id": person.id,
                "name": person.name,
                "title": person.title or None,
                "kind": person.kind,
                "url": book.council.url + person_page(person.id),
            },
            person.location,
        )
