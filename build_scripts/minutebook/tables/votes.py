"""The table ``votes``: one row for each name that a recorded vote prints, in the order printed."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.names import parse
from minutebook.tables.fact import Fact, fact_rows, row_ids
from minutebook.tables.gathered import Gathered
from minutebook.tables.persons import identify
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    yield from fact_rows("vote", _facts(gathered))


def _facts(gathered: Gathered) -> Iterator[Fact]:
    for item, debate in gathered.debates:
        divisions = row_ids("division", ((item, one.evidence) for one in debate.divisions))
        for division, key in zip(debate.divisions, divisions, strict=True):
            for ballot in division.ballots:
                values: dict[str, Value] = {
                    "division_id": key,
                    "person_id": identify(gathered.who(item), ballot.name),
                    "name": parse(ballot.name).name,
                    "vote": ballot.vote,
                }
                yield Fact(item, values, ballot.name, ballot.location)
