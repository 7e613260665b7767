"""The table ``amendments``: one row for each amendment that a minute records. The grammar is that of ``motions``."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.fact import Fact, fact_rows, row_ids
from minutebook.tables.gathered import Gathered
from minutebook.tables.motions import movers
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    yield from fact_rows("amendment", _facts(gathered))


def _facts(gathered: Gathered) -> Iterator[Fact]:
    for item, debate in gathered.debates:
        motions = ("", *row_ids("motion", ((item, one.evidence) for one in debate.motions)))
        for amendment in debate.amendments:
            values: dict[str, Value] = {
                "motion_id": motions[amendment.motion] or None,
                "moved_by": amendment.moved_by or None,
                "seconded_by": amendment.seconded_by or None,
                "accepted": amendment.accepted,
                "text": amendment.text or None,
                "outcome": amendment.outcome or None,
                **movers(gathered.who(item), amendment.moved_by, amendment.seconded_by),
            }
            yield Fact(item, values, amendment.evidence, amendment.location)
