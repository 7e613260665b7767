"""The table ``trails``: one matter on its way between bodies (made, considered, decided), told in the order of the meetings.

Two minutes are steps of one matter where the later one says so: it answers recommendations made in the earlier one; or it
takes it up in the sentence with which it opens ("Further to Minute 37 of Cabinet, …", "At the request of …"); or it cites
it and one title holds the other; or both have one title and one names the day of the other's meeting. Within one meeting,
a private minute that opens with "Further to" a public one belongs to it. A minute that takes many matters together (petitions, questions, the
last minutes) is no step of any of them, and one body's going back to its own earlier minute makes no trail.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from minutebook.identity import decisions
from minutebook.problems import Location
from minutebook.tables.actions import decision_clauses
from minutebook.tables.archive import Archive, Minute
from minutebook.tables.gathered import Gathered
from minutebook.tables.passages import passages
from minutebook.tables.recommendations import Recommendation
from minutebook.tables.references import Reference
from minutebook.tables.row import Row

Stage = Literal["made", "considered", "decided"]

_MANY_MATTERS = re.compile(
    r"^(?:(?:apologies|declarations?|disclosures?|(?:the )?minutes?|matters arising|petitions|correspondence|questions?|question time"
    r"|(?:[\w’']+ )?(?:announcements?|communications|questions)|exclusion|outstanding (?:issues|items)|(?:\w+ ){0,4}work programme"
    r"|forward plan|(?:\w+ )?appointments?|public (?:participation|speaking|question time))"
    r"(?:$|[,:–-]|,? (?:of|from|by|and|to|on|or|for|in|held|which|that|\d|[–-]))|any other |(?:items? of )?urgent )",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"(?:further to|in accordance with|pursuant to|following|in response to|as (?:requested|recommended|required|referred)|at the request of"
    r"|on the recommendation of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One minute of a trail. ``after`` is the earlier minute that it follows, empty at the beginning of a trail;
    ``evidence`` is the phrase that says so, and ``location`` where it stands (else where the minute does).
    """

    trail: str  # the id of the minute with which the matter begins
    item: str
    stage: Stage
    after: str
    evidence: str
    location: Location


@dataclass(frozen=True, slots=True)
class _Link:
    later: str
    earlier: str
    evidence: str
    location: Location


def rows(gathered: Gathered) -> Iterator[Row]:
    for steps in trails(gathered):
        for position, step in enumerate(steps, 1):
            minute = gathered.archive.items[step.item]
            yield Row(
                {
                    "trail_id": step.trail,
                    "item_id": step.item,
                    "position": position,
                    "body_id": minute.meeting.body,
                    "date": minute.meeting.date,
                    "stage": step.stage,
                    "after_item_id": step.after or None,
                    "evidence": step.evidence or None,
                    "source_file": step.location.file,
                    "source_line": step.location.line,
                },
                step.location,
            )


def trails(gathered: Gathered) -> tuple[tuple[Step, ...], ...]:
    """Every matter that travelled between bodies, as its steps in order; matters in the order in which they begin."""
    index, made = gathered.archive, gathered.recommendations
    links = tuple(_links(gathered.references, made, index))
    recommending = {one.item for one in made if one.to_name}
    order = {item: place for place, item in enumerate(index.items)}
    return tuple(
        _told(group, follows, recommending, index)
        for group, follows in _matters(links, order)
        if _travelled(group, index)
    )


def _links(found: Sequence[Reference], made: Iterable[Recommendation], index: Archive) -> Iterator[_Link]:
    answered = {(one.outcome_item, one.item) for one in made if one.outcome_item}
    for reference in found:
        citing = index.items[reference.item]
        target = index.items.get(reference.target)
        if target and _one_matter(citing, target, reference, answered=(citing.id, target.id) in answered):
            yield _Link(citing.id, target.id, reference.evidence, reference.location)
    yield from _by_title(found, index)


def _one_matter(citing: Minute, target: Minute, reference: Reference, *, answered: bool) -> bool:
    """Whether a citation makes two minutes steps of one matter."""
    if _takes_many(citing) or _takes_many(target) or target.order > citing.order:
        return False
    takes_up = reference.opening and bool(_TAKES_UP.match(_first_words(citing)))
    if target.meeting is citing.meeting:
        return takes_up and citing.item.section != target.item.section
    if target.meeting.body == citing.meeting.body:
        return False
    return answered or takes_up or _alike(citing, target)


def _first_words(minute: Minute) -> str:
    return next((passage.text for passage in passages(minute.item)), "")


def _alike(one: Minute, two: Minute) -> bool:
    """Whether one title holds the other: "Call-in: Orchard Streets" and "Orchard Streets"."""
    first, second = f" {_title(one)} ", f" {_title(two)} "
    return first in second or second in first


def _by_title(found: Iterable[Reference], index: Archive) -> Iterator[_Link]:
    """Minutes of one title in two bodies, of which one names the day of the other's meeting."""
    titled: dict[tuple[str, dt.date, str], list[Minute]] = {}
    for minute in index.items.values():
        titled.setdefault((minute.meeting.body, minute.meeting.date, _title(minute)), []).append(minute)
    for reference in found:
        citing = index.items[reference.item]
        if (
            reference.kind != "meeting"
            or not reference.date
            or reference.body == citing.meeting.body
            or _takes_many(citing)
        ):
            continue
        others = titled.get((reference.body, reference.date, _title(citing)), [])
        if len(others) == 1:
            later, earlier = sorted((citing, others[0]), key=lambda minute: -minute.order)
            yield _Link(later.id, earlier.id, reference.evidence, reference.location)


def _takes_many(minute: Minute) -> bool:
    return bool(_MANY_MATTERS.match(minute.item.title.strip()))


def _title(minute: Minute) -> str:
    return " ".join(re.findall(r"\w+", minute.item.title.lower()))


def _matters(links: Iterable[_Link], order: Mapping[str, int]) -> Iterator[tuple[list[str], Mapping[str, _Link]]]:
    """Linked minutes together, each group in order, with the link by which each minute follows an earlier one."""
    root: dict[str, str] = {}

    def find(item: str) -> str:
        while (above := root.setdefault(item, item)) != item:
            root[item] = root[above]
            item = above
        return item

    follows: dict[str, _Link] = {}
    for link in links:
        first, second = sorted((find(link.earlier), find(link.later)), key=order.__getitem__)
        root[second] = first
        held = follows.get(link.later)
        if held is None or order[link.earlier] > order[held.earlier]:
            follows[link.later] = link  # the nearest before
    groups: dict[str, list[str]] = {}
    for item in sorted(root, key=order.__getitem__):
        groups.setdefault(find(item), []).append(item)
    yield from ((group, follows) for group in groups.values())


def _travelled(group: list[str], index: Archive) -> bool:
    return len({index.items[item].meeting.body for item in group}) > 1


def _told(group: list[str], follows: Mapping[str, _Link], recommending: set[str], index: Archive) -> tuple[Step, ...]:
    steps = []
    for item in group:
        link = follows.get(item)
        steps.append(
            Step(
                group[0],
                item,
                _stage(index.items[item], first=link is None, recommends=item in recommending),
                link.earlier if link else "",
                link.evidence if link else "",
                link.location if link else index.items[item].item.location,
            )
        )
    return tuple(steps)


def _stage(minute: Minute, *, first: bool, recommends: bool) -> Stage:
    """Made: a recommendation, request or referral with which a trail begins. Decided: a decision that goes no further."""
    taken = decisions(minute.item)
    sends = recommends or any(action in {"refer", "request"} for one in taken for _, action in decision_clauses(one))
    if first and sends:
        return "made"
    return "decided" if taken and not recommends else "considered"
