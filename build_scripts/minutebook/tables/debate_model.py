"""What one minute tells of a debate: motions and amendments, divisions, and how each person voted."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace

from minutebook.problems import Location
from minutebook.tables.voting import NOT_COUNTED, Casting, Counts, Outcome


@dataclass(frozen=True, slots=True)
class Moved:
    """A motion or an amendment. Names as printed and the text may be empty; None and "" are "not said"."""

    moved_by: str
    seconded_by: str
    text: str
    evidence: str
    location: Location
    accepted: bool | None = None
    amended: bool | None = None
    outcome: Outcome = ""
    motion: int = 0  # of an amendment: which of the item's motions it is to, from 1; 0: none is told


@dataclass(frozen=True, slots=True)
class Ballot:
    name: str  # as printed
    vote: str  # for, against, abstained, casting
    location: Location


@dataclass(frozen=True, slots=True)
class Division:
    """``of`` and ``number``: the item's motion, amendment or decision that was put, from 1; "" where it is not told."""

    of: str
    number: int
    evidence: str
    location: Location
    counts: Counts = NOT_COUNTED
    casting: Casting = ""
    outcome: Outcome = ""
    ballots: tuple[Ballot, ...] = ()


@dataclass(frozen=True, slots=True)
class Debate:
    motions: tuple[Moved, ...] = ()
    amendments: tuple[Moved, ...] = ()
    divisions: tuple[Division, ...] = ()


def completes(last: Division, new: Division) -> bool:
    """Whether a division tells only what the last one left open: no number, outcome or name is told by both."""
    told = zip(*(astuple(one.counts) for one in (last, new)), strict=True)
    both_counted = any(None not in pair and pair[0] != pair[1] for pair in told)
    return not (
        both_counted or (last.outcome and new.outcome and last.outcome != new.outcome) or (last.ballots and new.ballots)
    )


def settled(division: Division) -> Division:
    """With the side of a casting vote and the outcome that follow from each other where the votes were equal."""
    counts = division.counts
    if not division.casting or counts.votes_for is None or counts.votes_for != counts.votes_against:
        return division
    if division.casting == "given" and division.outcome in {"carried", "lost"}:
        return replace(division, casting="for" if division.outcome == "carried" else "against")
    if division.casting != "given" and not division.outcome:
        return replace(division, outcome="carried" if division.casting == "for" else "lost")
    return division
