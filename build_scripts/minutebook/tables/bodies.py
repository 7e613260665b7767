"""The table ``bodies``: one row for each entry of bodies.yaml, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import body_page
from minutebook.model import Book
from minutebook.tables.row import Row


def rows(book: Book) -> Iterator[Row]:
    for body in book.bodies:
        yield Row(
            {
                "body_id": body.id,
                "name": body.name,
                "kind": body.kind,
                "number": body.number,
                "url": book.council.url + body_page(body.id),
            },
            body.location,
        )
