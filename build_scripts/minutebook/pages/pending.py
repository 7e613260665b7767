"""What a body still has to deal with: coming meetings, recommendations by it and to it, and its work programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook.model import Body
from minutebook.pages import formats
from minutebook.pages.coming import Coming, coming
from minutebook.pages.record import Asked, Minuted, Record, grouped
from minutebook.pages.said import shortened
from minutebook.tables import Row

OUTCOMES = {
    "accepted": "Accepted",
    "rejected": "Rejected",
    "amended": "Accepted with changes",
    "noted": "Noted",
    "not recorded": "No answer recorded",
}

ANSWERED = 40
"""How many answered recommendations a body's page has; the register has them all."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation. ``answer`` is the minute that took it up, where one did; ``to_body`` the body, where it is known."""

    minuted: Minuted
    words: str
    to_name: str
    to_body: Body | None
    outcome: str
    answer: Minuted | None

    @property
    def is_open(self) -> bool:
        return self.outcome == OUTCOMES["not recorded"]


@dataclass(frozen=True, slots=True)
class Group:
    """Recommendations of one kind, the newest first. ``outgoing``: those that the body made; ``folded``: those answered."""

    key: str
    told: str
    outgoing: bool
    folded: bool
    lines: tuple[Recommended, ...]  # of those answered the newest, as many as ANSWERED
    count: int


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of a work programme. ``when`` is a day or a period as printed; ``sort`` puts days in order."""

    when: str
    sort: str
    title: str
    detail: str
    lead: str


@dataclass(frozen=True, slots=True)
class Programme:
    """The newest work programme of a body. ``attached`` is the agenda item whose report it is, where it is known."""

    year: str
    version: str
    attached: Asked | None
    lines: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """What is before one body. ``groups`` leaves out those without recommendations."""

    coming: tuple[Coming, ...]
    groups: tuple[Group, ...]
    programme: Programme | None


def pending(record: Record) -> Mapping[str, Pending]:
    """What is before each body, by its id."""
    meetings, found, planned = coming(record), tuple(_recommended(record)), _programmes(record)
    newest = sorted(found, key=lambda each: each.minuted.date, reverse=True)
    made = grouped(newest, (each.minuted.sitting.body.id for each in newest))
    received = grouped(newest, (each.to_body.id if each.to_body else "" for each in newest))
    return {
        body: Pending(
            coming=tuple(one for one in meetings if one.body.id == body),
            groups=tuple(_groups(made.get(body, []), received.get(body, []))),
            programme=planned.get(body),
        )
        for body in record.bodies
    }


def _groups(made: list[Recommended], received: list[Recommended]) -> Iterator[Group]:
    for is_open in (True, False):
        for key, outgoing, found in (("made", True, made), ("received", False, received)):
            lines = tuple(each for each in found if each.is_open == is_open)
            told = f"Recommendations {'by' if outgoing else 'to'} this body {'still open' if is_open else 'and their answers'}"
            if lines:
                name = f"{key}-{'open' if is_open else 'answered'}"
                yield Group(name, told, outgoing, not is_open, lines if is_open else lines[:ANSWERED], len(lines))


def _recommended(record: Record) -> Iterator[Recommended]:
    for row in record.edition.tables.get("recommendations", ()):
        minuted = record.minuted.get(str(row.values["item_id"]))
        if minuted:
            body = record.bodies.get(str(row.values["to_body_id"] or ""))
            yield Recommended(
                minuted=minuted,
                words=shortened(str(row.values["evidence"])),
                to_name=str(row.values["to_name"] or "") or (body.name if body else ""),
                to_body=body,
                outcome=OUTCOMES[str(row.values["outcome"])],
                answer=record.minuted.get(str(row.values["outcome_item_id"] or "")),
            )


def _programmes(record: Record) -> Mapping[str, Programme]:
    """The newest work programme of each body, by the body's id."""
    rows = record.edition.tables.get("work_programme", ())
    reports = {str(row.values["report_id"]): row for row in record.edition.tables.get("reports", ())}
    found: dict[str, Programme] = {}
    for body, own in grouped(rows, (str(row.values["body_id"]) for row in rows)).items():
        version, report = max(_version(row, reports) for row in own)
        lines = [row for row in own if row.values["report_id"] == report]
        attached = record.asked.get(str(reports[report].values["agenda_item_id"] or "")) if report in reports else None
        year = str(lines[0].values["municipal_year"] or "")
        found[body] = Programme(year, formats.day(version), attached, tuple(_planned(row) for row in lines))
    return found


def _version(row: Row, reports: Mapping[str, Row]) -> tuple[dt.date, str]:
    """The day of the programme that a line belongs to: of its version, else of the meeting, and whose report it is."""
    report = str(row.values["report_id"])
    day = row.values["version_date"] or (reports[report].values["date"] if report in reports else None)
    return (day if isinstance(day, dt.date) else dt.date.min), report


def _planned(row: Row) -> Planned:
    day, texts = row.values["date"], {name: str(row.values[name] or "") for name in ("title", "detail", "lead")}
    if isinstance(day, dt.date):
        return Planned(formats.day(day), day.isoformat(), **texts)
    return Planned(str(row.values["period"] or ""), "9999", **texts)
