"""The table ``bodies``: one row for each entry of bodies.yaml, in its order."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import body_page
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    for body in gathered.book.bodies:
        yield Row(
            {
                "body_id": body.id,
                "name": body.name,
                "kind": body.kind,
                "number": body.number,
                "url": gathered.book.council.url + body_page(body.id),
            },
            body.location,
        )
