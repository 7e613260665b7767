"""Front sheets of the reports attached to an agenda, as frozen dataclasses, without behaviour.

Only what a front sheet says is kept, never a report's narrative: that may tell of people who are no part of the record. The
rules of ``minutebook.model`` hold here too: plain text, one space between words, and a ``location`` that is left out of comparisons.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from minutebook.model import BULLET, Entry, Section, Source
from minutebook.problems import NOWHERE, Location

ReportKind = Literal["report", "briefing note", "annual report", "plan", "work programme", "other"]
ApprovalRole = Literal["contributor", "approver"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A body that considers the report, and when."""

    body: str  # as printed; not empty
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote the report. Name and job title are not both empty; addresses and telephone numbers are not kept."""

    name: str = ""
    job_title: str = ""
    service_area: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the report asks of one body. ``lead`` and ``entries`` are not both empty."""

    to: str = ""  # the body as printed; empty only in the first of a report, where none is named
    lead: str = ""  # the sentence that the list ends: "Cabinet is requested to:"
    entries: tuple[Entry, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Implication:
    """A heading under which the report weighs consequences. ``none``: the report says in so many words that there are none."""

    heading: str  # not empty
    none: bool = False
    label: str = BULLET
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Approval:
    """One who contributed to the report or approved it."""

    role: ApprovalRole
    name: str = ""  # as printed, with the title of a councillor
    job_title: str = ""
    service_area: str = ""
    sent: dt.date | None = None
    answered: dt.date | None = None
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Planned:
    """A row of a work programme. A cell at least is not empty; where ``date`` is known, ``period`` is empty."""

    date: dt.date | None = None
    period: str = (
        ""  # what stands for the date, as printed: "2026-27", "To be confirmed"; never a date of the form 2026-11-03
    )
    title: str = ""
    detail: str = ""
    lead: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """One report file: ``content/reports/<body>/<date>/<number>.md``, the folder named as the meeting's agenda file is.

    ``scrutiny``, ``other_bodies`` and ``council`` answer whether the report is considered there, as printed. Entries of
    appendices and papers hold no blocks; one that reads "None" is the front sheet's word that there are none.
    """

    body: str  # a body's id
    date: dt.date  # of the meeting
    number: int  # from 1, the place among the meeting's reports
    title: str  # not empty
    sequence: int = 1  # 2 for the second meeting of that day
    item: str = ""  # the id of the agenda item below its agenda: "7", "10/a"; empty where not known
    section: Section = "public"
    kind: ReportKind = "report"
    published: dt.date | None = None
    reviewed: bool = False
    source: Source = field(default_factory=Source)
    cabinet_member: str = ""
    director: str = ""
    wards: str = ""
    key_decision: bool | None = None  # None: not said
    key_decision_reason: str = ""
    route: tuple[Stop, ...] = ()
    scrutiny: str = ""
    other_bodies: str = ""
    council: str = ""
    authors: tuple[Author, ...] = ()
    municipal_year: str = ""  # of a work programme: "2026/27"
    version: dt.date | None = None  # of a work programme: the day on which it was last changed
    recommendations: tuple[Recommendation, ...] = ()
    appendices: tuple[Entry, ...] = ()
    background_papers: tuple[Entry, ...] = ()
    other_documents: tuple[Entry, ...] = ()
    implications: tuple[Implication, ...] = ()
    approvals: tuple[Approval, ...] = ()
    programme: tuple[Planned, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)
