"""The table ``references``: what minutes cite, and which minute of the archive each citation means.

The grammar is that of ``citations``. A minute is the one with that number of the same meeting where the text says
"above" or "below" or excludes the public from it; of the day that is printed; else at the body's nearest meeting before
in the municipal year. What the archive does not hold, what several minutes could be, and a citation that contradicts
itself (a title in brackets that is another minute's, a day outside the year) stay unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutebook.exclusions import is_exclusion
from minutebook.identity import decisions, item_id
from minutebook.model import Book, Item, Meeting
from minutebook.problems import Location
from minutebook.tables.archive import Archive, Minute, before, in_meeting, on_day
from minutebook.tables.citations import Citation, Kind, citations
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.naming import Naming
from minutebook.tables.passages import passages
from minutebook.tables.row import Row

if TYPE_CHECKING:
    from minutebook.tables.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing that the item ``item`` cites. Ids are empty, and the date None, where the text or archive does not say.

    ``opening``: it stands in the sentence with which the item opens, which says what the item is about.
    """

    item: str
    kind: Kind
    number: str
    body: str
    date: dt.date | None
    target: str  # the id of the minute that is meant
    resolved: bool | None  # None: not sought
    opening: bool
    evidence: str
    location: Location


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows("reference", map(_fact, gathered.references))


def references(book: Book, index: Archive, names: Naming) -> tuple[Reference, ...]:
    """All that the minutes of a book cite, in the order printed. ``index`` is its archive, ``names`` how its bodies are named."""
    return tuple(
        reference
        for meeting in book.meetings
        for item in meeting.items
        for reference in _of_item(meeting, item, index, names)
    )


def _fact(reference: Reference) -> Fact:
    return Fact(
        reference.item,
        {
            "kind": reference.kind,
            "number": reference.number or None,
            "target_body_id": reference.body or None,
            "target_date": reference.date,
            "target_item_id": reference.target or None,
            "resolved": reference.resolved,
        },
        reference.evidence,
        reference.location,
    )


def _of_item(meeting: Meeting, item: Item, index: Archive, names: Naming) -> Iterator[Reference]:
    citing = index.items[item_id(meeting, item)]
    excluding = frozenset(n for n, decision in enumerate(decisions(item), 1) if is_exclusion(decision))
    first = True
    for passage in passages(item):
        ends = _first_sentence(passage.text) if first else 0
        first = False
        for found in citations(passage.text, names, meeting.body, meeting.date):
            target = _target(found, citing, index, excludes=passage.decision in excluding)
            yield _reference(found, citing, target, index, passage.location, opening=found.start < ends)


def _reference(
    found: Citation, citing: Minute, target: Minute | None, index: Archive, at: Location, *, opening: bool
) -> Reference:
    date = found.date or (target.meeting.date if target else citing.meeting.date if found.same else None)
    resolved = None if found.kind == "report" else bool(target)
    if found.kind == "meeting" and found.date:
        resolved = len(index.meetings.get((found.body, found.date), ())) == 1
    known = target.id if target else ""
    return Reference(
        citing.id, found.kind, found.number, found.body, date, known, resolved, opening, found.evidence, at
    )


def _target(found: Citation, citing: Minute, index: Archive, *, excludes: bool) -> Minute | None:
    if found.kind != "minute" or not found.body:
        return None
    if found.same or (excludes and not found.stated):
        target = in_meeting(index, citing.meeting, found.number)
    elif found.date:
        past = found.date < citing.meeting.date or found.body != citing.meeting.body
        target = on_day(index, found.body, found.date, found.number) if past else None
    else:
        target = before(index, found.body, found.number, citing)
    if target is None or target.id == citing.id or target.meeting.date > citing.meeting.date:
        return None
    return None if found.title and _another(found.title, target) else target


def _another(title: str, target: Minute) -> bool:
    """Whether a title in brackets is that of another minute of the target's meeting, and not of the target."""
    if _alike(title, target.item.title):
        return False
    return any(_alike(title, item.title) for item in target.meeting.items)


def _alike(title: str, other: str) -> bool:
    one, two = (" ".join(re.findall(r"\w+", text.lower())) for text in (title, other))
    return f" {one} " in f" {two} " or f" {two} " in f" {one} "


def _first_sentence(text: str) -> int:
    """Where the first sentence of a text ends."""
    match = re.search(r"[.;?!](?= [A-Z])", text)
    return match.end() if match else len(text)
