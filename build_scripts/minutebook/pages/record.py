"""The record as pages look at it: the book of an edition, with what one part of it says of another looked up once.

Of the tables it takes what is found out there alone: who of the attendance is whom, and which minute agreed which.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from minutebook import identity
from minutebook.edition import Edition
from minutebook.model import Body, Decision, Entry, Item, Meeting, Person
from minutebook.pages import formats, links
from minutebook.withdrawals import corrected

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Presence:
    """One line of a meeting's attendance. ``person`` is the person's id, empty where the register does not know them."""

    meeting: str  # the meeting's id
    person: str
    name: str  # with the title: "Councillor A Example"
    role: str
    capacity: str  # the group as printed; empty for apologies
    department: str
    present: bool


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its place in the record. ``earlier`` and ``later`` are the body's meetings beside it."""

    id: str
    meeting: Meeting
    body: Body
    year: str  # the municipal year, "2025/26"
    approved_by: str  # the id of the item that agreed these minutes; empty where none did
    attendance: tuple[Presence, ...]
    decisions: int
    updated: dt.date  # when the minutes were published, last corrected, withdrawn in part, or agreed
    earlier: str = ""  # a meeting's id
    later: str = ""

    @property
    def address(self) -> str:
        return links.meeting_address(self.id)

    @property
    def title(self) -> str:
        """``Cabinet, 4 November 2025``."""
        again = f" (meeting {self.meeting.sequence} of that day)" if self.meeting.sequence > 1 else ""
        return f"{self.body.name}, {formats.day(self.meeting.date)}{again}"

    @property
    def present(self) -> int:
        return sum(line.present for line in self.attendance)

    @property
    def apologies(self) -> int:
        return len(self.attendance) - self.present


@dataclass(frozen=True, slots=True)
class Minuted:
    """An item of business where it was minuted."""

    id: str
    sitting: Sitting
    item: Item

    @property
    def address(self) -> str:
        return links.item_address(self.id)

    @property
    def date(self) -> dt.date:
        return self.sitting.meeting.date

    @property
    def updated(self) -> dt.date:
        return self.sitting.updated

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def when(self) -> str:
        """``4 November 2025, minute 37``: for a page about the body."""
        return self.told.removeprefix(f"{self.sitting.body.name}, ")

    @property
    def told(self) -> str:
        """``Cabinet, 4 November 2025, minute 37``."""
        return f"{self.sitting.title}, minute {self.item.number}" if self.item.number else self.sitting.title


@dataclass(frozen=True, slots=True)
class Asked:
    """An item of an agenda, or a part of one, where it stands."""

    title: str
    told: str  # "Council, 1 December 2026, agenda item 9"
    address: str
    date: dt.date
    updated: dt.date | None  # when it became public; None where no day is recorded


@dataclass(frozen=True, slots=True)
class Travelled:
    """The trail on which a minute is a step: its address, and the bodies that it led through."""

    address: str
    told: str  # "Scrutiny Board (2), Cabinet"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision as lists show it: where it stands, and its first words as minuted."""

    id: str
    sitting: Sitting
    item: Item
    decision: Decision
    citation: str  # "37/25"; empty where the minute has no number
    clauses: int
    trail: Travelled | None = None  # None: no other body had the matter

    @property
    def address(self) -> str:
        return links.decision_address(self.id)

    @property
    def item_id(self) -> str:
        return self.id.rpartition("/")[0]

    @property
    def first(self) -> Entry | None:
        """The first clause, which lists show after the opening words."""
        return self.decision.clauses[0] if self.decision.clauses else None


@dataclass(frozen=True, slots=True)
class Record:
    """``sittings`` are in the order of the book, the oldest first; ``resolutions`` have the newest meeting first."""

    edition: Edition
    bodies: Mapping[str, Body]
    people: Mapping[str, Person]
    sittings: tuple[Sitting, ...]
    resolutions: tuple[Resolution, ...]
    minuted: Mapping[str, Minuted]  # every item by its id
    asked: Mapping[str, Asked]  # every item of an agenda by its id
    attached: Mapping[str, Asked]  # every report by its id: the item of the agenda, or the meeting, that it is for
    sitting: Mapping[str, Sitting]  # every meeting by its id


def make_record(edition: Edition) -> Record:
    """Look up everything that pages need. Meetings of a body that the register does not have are left out."""
    book = edition.book
    bodies = {body.id: body for body in book.bodies}
    sittings = _beside(_sittings(edition, bodies))
    travelled = dict(_travelled(edition, bodies))
    asked = dict(_asked(edition, bodies))
    return Record(
        edition=edition,
        bodies=bodies,
        people={person.id: person for person in book.people},
        sittings=sittings,
        resolutions=tuple(
            resolution
            for sitting in sorted(sittings, key=lambda sitting: sitting.meeting.date, reverse=True)
            for resolution in _resolutions(sitting, book.council.year_starts, travelled)
        ),
        minuted={one.id: one for sitting in sittings for one in _minuted(sitting)},
        asked=asked,
        attached=dict(_attached(edition, bodies, asked)),
        sitting={sitting.id: sitting for sitting in sittings},
    )


def grouped(things: Iterable[_T], keys: Iterable[str]) -> dict[str, list[_T]]:
    """Things by their keys, keys and things in the order in which they come."""
    groups: dict[str, list[_T]] = {}
    for thing, key in zip(things, keys, strict=True):
        groups.setdefault(key, []).append(thing)
    return groups


def _sittings(edition: Edition, bodies: Mapping[str, Body]) -> Iterator[Sitting]:
    attendance = tuple(_presences(edition))
    by_meeting = grouped(attendance, (line.meeting for line in attendance))
    approved = {_text(row, "meeting_id"): _text(row, "approved_by_item_id") for row in _rows(edition, "meetings")}
    public = {identity.meeting_id(meeting): meeting.published or meeting.date for meeting in edition.book.meetings}
    for meeting in edition.book.meetings:
        if meeting.body not in bodies:
            continue
        key = identity.meeting_id(meeting)
        agreed = approved.get(key, "").rpartition("/")[0]
        yield Sitting(
            id=key,
            meeting=meeting,
            body=bodies[meeting.body],
            year=identity.municipal_year(meeting.date, edition.book.council.year_starts),
            approved_by=approved.get(key, ""),
            attendance=tuple(by_meeting.get(key, ())),
            decisions=sum(len(identity.decisions(item)) for item in meeting.items),
            updated=max(corrected(meeting, edition.book.withdrawals), public.get(agreed, dt.date.min)),
        )


def _presences(edition: Edition) -> Iterator[Presence]:
    for row in _rows(edition, "attendance"):
        yield Presence(
            meeting=_text(row, "meeting_id"),
            person=_text(row, "person_id"),
            name=f"{_text(row, 'title')} {_text(row, 'name')}".strip(),
            role=_text(row, "role"),
            capacity=_text(row, "capacity"),
            department=_text(row, "department"),
            present=_text(row, "status") == "present",
        )


def _beside(sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
    """Each meeting told which meetings of its body came before and after it."""
    whole = tuple(sittings)
    linked: dict[str, Sitting] = {}
    for group in grouped(whole, (sitting.body.id for sitting in whole)).values():
        ids = ["", *(sitting.id for sitting in group), ""]
        for place, sitting in enumerate(group):
            linked[sitting.id] = replace(sitting, earlier=ids[place], later=ids[place + 2])
    return tuple(linked[sitting.id] for sitting in whole)


def _travelled(edition: Edition, bodies: Mapping[str, Body]) -> Iterator[tuple[str, Travelled]]:
    """The trail of each minute that is a step of one, by the minute's id."""
    rows = tuple(_rows(edition, "trails"))
    for trail, steps in grouped(rows, (_text(row, "trail_id") for row in rows)).items():
        names = dict.fromkeys(bodies[_text(row, "body_id")].name for row in steps if row["body_id"] in bodies)
        told = Travelled(links.trail_address(trail), ", ".join(names))
        yield from ((_text(row, "item_id"), told) for row in steps)


def _resolutions(sitting: Sitting, first_month: int, travelled: Mapping[str, Travelled]) -> Iterator[Resolution]:
    for item in sitting.meeting.items:
        trail = travelled.get(identity.item_id(sitting.meeting, item))
        for position, decision in enumerate(identity.decisions(item), 1):
            yield Resolution(
                id=identity.decision_id(sitting.meeting, item, position),
                sitting=sitting,
                item=item,
                decision=decision,
                citation=identity.citation(item, sitting.meeting, first_month),
                clauses=sum(1 for _ in identity.clauses(decision.clauses)),
                trail=trail,
            )


def _minuted(sitting: Sitting) -> Iterator[Minuted]:
    for item in sitting.meeting.items:
        yield Minuted(identity.item_id(sitting.meeting, item), sitting, item)


def _asked(edition: Edition, bodies: Mapping[str, Body]) -> Iterator[tuple[str, Asked]]:
    for agenda in edition.book.agendas:
        whose = f"{bodies[agenda.body].name}, {formats.day(agenda.date)}"
        for item in agenda.items:
            told = f"{whose}, agenda item {item.number}" if item.number else f"{whose}, agenda"
            for part in (None, *item.items):
                address = f"{identity.agenda_page(agenda)}#{identity.agenda_anchor(item, part)}"
                yield (
                    identity.agenda_item_id(agenda, item, part),
                    Asked((part or item).title, told, address, agenda.date, agenda.published or agenda.notice),
                )


def _attached(edition: Edition, bodies: Mapping[str, Body], asked: Mapping[str, Asked]) -> Iterator[tuple[str, Asked]]:
    for row in _rows(edition, "reports"):
        body, date = bodies[_text(row, "body_id")], row["date"]
        if isinstance(date, dt.date):
            page = identity.report_page(_text(row, "agenda_id"), _text(row, "meeting_id"), body.id)
            public = row["published"] if isinstance(row["published"], dt.date) else None
            alone = Asked(_text(row, "title"), f"{body.name}, {formats.day(date)}", page, date, public)
            yield _text(row, "report_id"), asked.get(_text(row, "agenda_item_id"), alone)


def _rows(edition: Edition, table: str) -> Iterator[Mapping[str, object]]:
    return (row.values for row in edition.tables.get(table, ()))


def _text(row: Mapping[str, object], column: str) -> str:
    value = row[column]
    return value if isinstance(value, str) else ""
