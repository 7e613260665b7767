"""The table ``identifiers``: what other registers call the council and its people."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    council = gathered.book.council
    if council.gss_code:
        yield Row({"entity_id": council.id, "scheme": "gss", "value": council.gss_code}, council.location)
    for person in gathered.book.people:
        for known in person.identifiers:
            yield Row({"entity_id": person.id, "scheme": known.scheme, "value": known.value}, person.location)
