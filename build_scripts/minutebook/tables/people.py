"""The table ``people``: one row for each entry of people.yaml, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import person_page
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    for person in gathered.book.people:
        yield Row(
            {
                "person_id": person.id,
                "name": person.name,
                "title": person.title or None,
                "kind": person.kind,
                "url": gathered.book.council.url + person_page(person.id),
            },
            person.location,
        )
