"""The table ``motions``: one row for each motion that a minute records, or of which an agenda alone gives notice.

``minutebook.tables.moving`` and ``voting`` hold the grammar. A motion of an agenda is left out where the minutes of that
meeting record one of the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.agenda_model import Motion
from minutebook.tables.fact import Fact, either_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.on_notice import in_order, on_notice
from minutebook.tables.persons import Roll, identify
from minutebook.tables.row import Row, Value
from minutebook.tables.spoken import called
from minutebook.text import blocks_text


def rows(gathered: Gathered) -> Iterator[Row]:
    minuted = list(_minuted(gathered))
    words = {_words(fact.item, str(fact.values["text"])) for fact in minuted}
    noticed = (fact for fact in _noticed(gathered) if _words(fact.item, fact.evidence) not in words)
    yield from either_rows("motion", in_order(minuted, noticed))


def movers(who: Roll, moved_by: str, seconded_by: str) -> dict[str, Value]:
    """The ids of those who moved and seconded."""
    return {"moved_by_person_id": identify(who, moved_by), "seconded_by_person_id": identify(who, seconded_by)}


def _minuted(gathered: Gathered) -> Iterator[Fact]:
    for item, debate in gathered.debates:
        for motion in debate.motions:
            values: dict[str, Value] = {
                "moved_by": motion.moved_by,
                "seconded_by": motion.seconded_by or None,
                "text": motion.text or None,
                "amended": motion.amended,
                "outcome": motion.outcome or None,
                **movers(gathered.who(item), motion.moved_by, motion.seconded_by),
            }
            yield Fact(item, values, motion.evidence, motion.location)


def _noticed(gathered: Gathered) -> Iterator[Fact]:
    for item, motion in on_notice(gathered.book, Motion):
        moved_by, seconded_by = (called(name) if name else "" for name in (motion.moved_by, motion.seconded_by))
        text = blocks_text(motion.blocks)
        values: dict[str, Value] = {
            "moved_by": moved_by or None,
            "seconded_by": seconded_by or None,
            "text": text,
            "amended": None,
            "outcome": None,
            **movers(gathered.who(item), moved_by, seconded_by),
        }
        yield Fact(item, values, text, motion.blocks[0].location)


def _words(item: str, text: str) -> tuple[str, str]:
    """A motion's words and the meeting that it is put to."""
    return "/".join(item.split("/")[:2]), " ".join(re.findall(r"\w+", text.casefold()))
