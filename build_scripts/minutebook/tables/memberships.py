"""The table ``memberships``: one row for each dated term of each person, in the order of people.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.model import Book
from minutebook.tables.row import Row


def rows(book: Book) -> Iterator[Row]:
    for person in book.people:
        for position, term in enumerate(person.terms, 1):
            yield Row(
                {
                    "person_id": person.id,
                    "body_id": term.body or None,
                    "party": term.party or None,
                    "ward": term.ward or None,
                    "role": term.role or None,
                    "start_date": term.start,
                    "end_date": term.end,
                    "position": position,
                },
                term.location,
            )
