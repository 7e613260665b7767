"""The table ``divisions``: one row for each vote that a minute tells of, recorded or not. See ``minutebook.tables.voting``."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.fact import Fact, fact_rows, row_ids
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Value


def rows(gathered: Gathered) -> Iterator[Row]:
    yield from fact_rows("division", _facts(gathered))


def _facts(gathered: Gathered) -> Iterator[Fact]:
    for item, debate in gathered.debates:
        motions = tuple(row_ids("motion", ((item, one.evidence) for one in debate.motions)))
        amendments = tuple(row_ids("amendment", ((item, one.evidence) for one in debate.amendments)))
        for division in debate.divisions:
            of, place = division.of, division.number - 1
            values: dict[str, Value] = {
                "motion_id": motions[place] if of == "motion" else None,
                "amendment_id": amendments[place] if of == "amendment" else None,
                "decision_id": f"{item}/{division.number}" if of == "decision" else None,
            }
            values |= {
                "votes_for": division.counts.votes_for,
                "votes_against": division.counts.votes_against,
                "abstentions": division.counts.abstentions,
                "casting_vote": division.casting or None,
                "outcome": division.outcome or None,
            }
            yield Fact(item, values, division.evidence, division.location)
