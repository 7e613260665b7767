"""Motions, amendments and the votes on them, as a minute shows them at a glance; and who voted, by the names printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minutebook.identity import person_page
from minutebook.pages import formats
from minutebook.pages.cited import Phrases
from minutebook.pages.record import Record, grouped
from minutebook.tables import Row


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, and the page of the person; empty where it is not known who that is."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A motion, an amendment or a vote: who moved it and who seconded it, and what became of it in words."""

    what: str
    mover: Name | None
    seconder: Name | None
    ending: str  # "carried", "amended; carried by 15 votes to 13, 1 abstention"; empty where the minutes do not say


def moved(record: Record) -> Mapping[str, tuple[Moved, ...]]:
    """What was moved at each minute, by the minute's id: each motion with its amendments below it, then other votes."""
    tables = record.edition.tables
    found: dict[str, list[Moved]] = {}
    divisions = [row for row in tables.get("divisions", ()) if row.values["item_id"]]
    on = {str(row.values["motion_id"] or row.values["amendment_id"] or ""): row for row in reversed(divisions)}
    amendments = tables.get("amendments", ())
    below = grouped(amendments, (str(row.values["motion_id"] or row.values["item_id"]) for row in amendments))
    for motion in tables.get("motions", ()):
        item, key = str(motion.values["item_id"] or ""), str(motion.values["motion_id"])
        if item:
            own = [_moved("Motion", motion, on.get(key))]
            own += [_moved("Amendment", row, on.get(str(row.values["amendment_id"]))) for row in below.pop(key, ())]
            found.setdefault(item, []).extend(own)
    for rows in below.values():
        for row in rows:
            made = _moved("Amendment", row, on.get(str(row.values["amendment_id"])))
            found.setdefault(str(row.values["item_id"]), []).append(made)
    for division in divisions:
        if not division.values["motion_id"] and not division.values["amendment_id"]:
            found.setdefault(str(division.values["item_id"]), []).append(_vote(division))
    return {item: tuple(own) for item, own in found.items()}


def voters(record: Record) -> Mapping[str, Phrases]:
    """The names that recorded votes print, and whose pages they lead to, by the id of the minute."""
    found: dict[str, dict[str, str]] = {}
    for row in record.edition.tables.get("votes", ()):
        if row.values["person_id"]:
            own = found.setdefault(str(row.values["item_id"]), {})
            own[str(row.values["name"])] = person_page(str(row.values["person_id"]))
    return found


def result(division: Row) -> str:
    """What became of a vote: ``carried by 15 votes to 13, 1 abstention``, ``lost by 5 votes to 5, on a casting vote``."""
    outcome = str(division.values["outcome"] or "")
    ayes, noes, away = (division.values[side] for side in ("votes_for", "votes_against", "abstentions"))
    casting = division.values["casting_vote"]
    both = isinstance(ayes, int) and isinstance(noes, int)
    counts = f"{formats.counted(ayes, 'vote')} to {noes}" if isinstance(ayes, int) and both else ""
    parts = [f"{outcome} by {counts}" if outcome and counts else outcome or counts]
    if isinstance(away, int) and away:
        parts.append(formats.counted(away, "abstention"))
    if casting:
        parts.append("on a casting vote")
    return ", ".join(filter(None, parts))


def _moved(what: str, row: Row, division: Row | None) -> Moved:
    state = "amended" if row.values.get("amended") else "accepted" if row.values.get("accepted") else ""
    ending = (result(division) if division else "") or str(row.values["outcome"] or "")
    return Moved(what, _name(row, "moved_by"), _name(row, "seconded_by"), "; ".join(filter(None, (state, ending))))


def _vote(division: Row) -> Moved:
    return Moved("Vote on the decision" if division.values["decision_id"] else "Vote", None, None, result(division))


def _name(row: Row, column: str) -> Name | None:
    printed, person = row.values[column], row.values[f"{column}_person_id"]
    return Name(str(printed), person_page(str(person)) if person else "") if printed else None
