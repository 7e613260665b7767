"""The table ``memberships``: one row for each dated term of each person, in the order of people.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    for person in gathered.book.people:
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
