"""The table ``divisions``: one row for each vote that a minute tells of, recorded or not. See ``minutebook.tables.voting``."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    yield from fact_rows("division", _facts(gathered))


def _facts(gathered: Gathered) -> Iterator[Fact]:
    for item, debate in gathered.debates:
        for division in debate.divisions:
            put = {"motion": "motion-", "amendment": "amendment-", "decision": ""}
            values: dict[str, Value] = {
                f"{kind}_id": f"{item}/{before}{division.number}" if division.of == kind else None
                for kind, before in put.items()
            }
            values |= {
                "votes_for": division.counts.votes_for,
                "votes_against": division.counts.votes_against,
                "abstentions": division.counts.abstentions,
                "casting_vote": division.casting or None,
                "outcome": division.outcome or None,
            }
            yield Fact(item, values, division.evidence, division.location)
