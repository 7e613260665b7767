"""The table ``motions``: one row for each motion that a minute records, or of which an agenda alone gives notice.

``minutebook.tables.moving`` and ``voting`` hold the grammar. A motion of an agenda is left out where the minutes of that
meeting record one of the same words, or one of like words by the same mover; and where they record that the mover moved
"the motion standing in his name", it gives that motion its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz

from minutebook.agenda_model import Motion
from minutebook.names import fold
from minutebook.tables.fact import Fact, either_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.on_notice import in_order, on_notice
from minutebook.tables.persons import Roll, identify
from minutebook.tables.row import Row, Value
from minutebook.tables.spoken import called
from minutebook.text import blocks_text

_STANDING = re.compile(
    r"(?:the|his|her|their) (?:notice of )?motion(?:,? (?:which (?:was|is|had been) )?(?:standing|as|set out|printed|on the agenda|of which|notice)\b|$)",
    re.IGNORECASE,
)
"""What only names a motion that stands in the agenda: "the motion standing in her name"."""

_ALIKE = 80
"""Words no less alike than this, of 100, are one motion reworded (rapidfuzz's normalised edit distance)."""

_COMPARED = 2_000  # so many characters of two texts are compared


def rows(gathered: Gathered) -> Iterator[Row]:
    minuted = list(_minuted(gathered))
    notices, noticed = list(_noticed(gathered)), []
    movers_of = Counter(map(_mover, notices))
    for notice in notices:
        only = movers_of[_mover(notice)] == 1
        same = next((place for place, fact in enumerate(minuted) if _same(fact, notice, only=only)), None)
        if same is None:
            noticed.append(notice)
        elif _names_only(minuted[same]):
            values = {**minuted[same].values, "text": notice.values["text"]}
            minuted[same] = replace(minuted[same], values=values)
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


def _same(minuted: Fact, notice: Fact, *, only: bool) -> bool:
    """Whether a motion of the minutes is one of which the agenda of that meeting gave notice.

    ``only``: its mover gave notice of no other.
    """
    if _meeting(minuted) != _meeting(notice):
        return False
    words, noticed = _words(minuted), _words(notice)
    if words == noticed:
        return True
    if _mover(minuted) != _mover(notice):
        return False
    return (only and _names_only(minuted)) or bool(fuzz.ratio(words[:_COMPARED], noticed[:_COMPARED]) >= _ALIKE)


def _mover(fact: Fact) -> tuple[str, str]:
    """The meeting, and who moves there."""
    return _meeting(fact), str(fact.values["moved_by_person_id"] or fold(str(fact.values["moved_by"])))


def _names_only(fact: Fact) -> bool:
    return bool(_STANDING.match(str(fact.values["text"] or "")))


def _meeting(fact: Fact) -> str:
    return "/".join(fact.item.split("/")[:2])


def _words(fact: Fact) -> str:
    return " ".join(re.findall(r"\w+", str(fact.values["text"]).casefold()))
