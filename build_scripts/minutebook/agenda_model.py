"""Agendas as frozen dataclasses, without behaviour: what is to be done at a meeting, and who was told of it when.

The rules of ``minutebook.model`` hold here too: plain text, one space between words, and a ``location`` that is left out of comparisons.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from minutebook.model import Attendee, List, Note, Paragraph, Quotation, Section, Source, Table
from minutebook.problems import NOWHERE, Location

AgendaStatus = Literal["scheduled", "moved", "cancelled"]


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion of which notice was given. Names are as printed, empty where none is."""

    blocks: tuple[Paragraph | List, ...]  # its text; not empty; no list directly follows a list
    moved_by: str = ""
    seconded_by: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A question put in writing before the meeting, and the answer where the papers hold one."""

    blocks: tuple[Paragraph | List, ...]  # its text; not empty; no list directly follows a list
    number: str = ""  # as printed, without the full stop after it: letters, digits and "/().-", at most 20
    asked_by: str = ""  # as printed: "Councillor A Example"
    put_to: str = ""  # as printed, with the office: "Councillor B Example, Cabinet Member for Homes"
    subject: str = ""
    answer: tuple[Paragraph | List, ...] = ()  # empty where the papers hold none; no list directly follows a list
    location: Location = field(default=NOWHERE, compare=False)


AgendaBlock = Paragraph | Note | Table | List | Quotation | Motion | Question


@dataclass(frozen=True, slots=True)
class SubItem:
    """A part of an item: ``### (a) Title``. In ``blocks`` no List directly follows a List."""

    label: str  # as printed: "(a)", "1)", "3.1"; empty where none is printed
    title: str  # not empty
    pages: tuple[int, int] = (
        0,
        0,
    )  # first and last page of its papers in the pack, from 1; (0, 0) where none are printed
    source: str = ""  # whose report it is, or from which body it comes, as printed: "Report of the Chief Executive"
    blocks: tuple[AgendaBlock, ...] = ()
    key: str = ""  # the id that stands in the heading as {#a-2}; empty where it follows from label or title
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of business: ``## 6. Title``. In ``blocks`` no List directly follows a List; no two sub-items have one id."""

    number: str  # as printed, without the full stop after it; empty where none is printed
    title: str  # not empty
    section: Section = "public"
    heading: str = ""  # the heading printed above it and its neighbours: "Matters for decision"; empty where none is
    pages: tuple[int, int] = (0, 0)
    source: str = ""
    blocks: tuple[AgendaBlock, ...] = ()
    items: tuple[SubItem, ...] = ()
    key: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Agenda:
    """One agenda file: ``content/agendas/<body>/<date>.md``, or ``<date>-2.md`` for the second meeting of that day.

    Every item has an id of its own. ``moved_to`` is given only where ``status`` is "moved", and differs from ``date``.
    ``location`` is that of the body's name in the front matter.
    """

    body: str  # a body's id
    date: dt.date
    sequence: int = 1
    start: dt.time | None = None
    place: str = ""
    status: AgendaStatus = "scheduled"
    moved_to: dt.date | None = None  # the day on which the body meets instead
    notice: dt.date | None = None  # the day on which notice of the meeting was given
    published: dt.date | None = (
        None  # first published here; None reads as the day of the notice, else that of the meeting
    )
    reviewed: bool = False
    source: Source = field(default_factory=Source)
    membership: tuple[Attendee, ...] = ()
    invited: tuple[Attendee, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    unplaced: tuple[str, ...] = ()  # "TODO …": words of the source that await a place, one line each; never published
    location: Location = field(default=NOWHERE, compare=False)
