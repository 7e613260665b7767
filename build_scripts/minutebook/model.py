"""The council's world as frozen dataclasses, without behaviour.

Text is plain text: one space between words, none at the ends, no line breaks, no markup, no control characters, NFC. What
the minutes file writes with a mark (a heading, a list, a bold operative word) is a type of its own here. A ``location``
says where a value was read; it takes no part in comparisons, so that a meeting read back equals the one written.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from minutebook.problems import NOWHERE, Location

if TYPE_CHECKING:  # agendas and reports are made of what stands here
    from minutebook.agenda_model import Agenda
    from minutebook.council_model import Council
    from minutebook.lasting_model import Redirect, Withdrawal
    from minutebook.report_model import Report

Section = Literal["public", "private"]
BodyKind = Literal["council", "executive", "scrutiny", "regulatory", "advisory", "individual", "other"]
PersonKind = Literal["councillor", "officer", "co-opted", "other"]
MeetingStatus = Literal["scheduled", "cancelled", "draft", "approved"]

BULLET = "•"
"""The label of a list entry that was printed with a bullet, whichever glyph it was."""


@dataclass(frozen=True, slots=True)
class Body:
    """An entry of ``content/bodies.yaml``: the Council, a committee, a board, or one person who decides alone."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()  # other names that minutes print
    kind: BodyKind = "other"
    number: int | None = None  # "Scrutiny Board (2)" is 2
    quorum: int | None = None
    remit: str = ""
    predecessor: str = ""  # the id of the body whose work it took over
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A dated fact about a person: a seat on a body, a party or a ward. Exactly one of the three is not empty."""

    body: str = ""
    party: str = ""
    ward: str = ""
    role: str = ""
    start: dt.date | None = None  # None: not recorded
    end: dt.date | None = None  # None: still so, or not recorded
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Identifier:
    """What another register calls this person: ("democracy-club", "12345")."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of ``content/people.yaml``, the one place that gives people their ids."""

    id: str
    name: str  # without the title: "A Example"
    title: str = ""  # "Councillor", "Dr"
    aliases: tuple[str, ...] = ()
    kind: PersonKind = "other"
    identifiers: tuple[Identifier, ...] = ()
    terms: tuple[Term, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person as printed: "Councillor A Example (Chair)". ``minutebook.names`` reads name, title and role from it."""

    printed: str
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Department:
    name: str
    people: tuple[Attendee, ...]  # not empty


@dataclass(frozen=True, slots=True)
class Group:
    """People who attended in one capacity, as printed ("Members"). ``people`` and ``departments`` are not both empty."""

    name: str
    people: tuple[Attendee, ...] = ()
    departments: tuple[Department, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str  # not empty
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Subheading:
    text: str  # not empty
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that the minutes print as a note."""

    text: str  # without the word "Note:"; not empty
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """At least one row; all rows and the header have the same number of cells, one or more. Header cells may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list. ``label`` is as printed ("1)", "(a)", "i.") or BULLET; ``blocks`` holds what is indented below
    it: further paragraphs and sub-lists, in order; no list directly follows a list.
    """

    label: str
    text: str  # not empty
    blocks: tuple[Paragraph | List, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class List:
    entries: tuple[Entry, ...]  # not empty
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text quoted or reported: another body's decision, a motion, a recommendation before it is moved."""

    blocks: tuple[Paragraph | List, ...]  # not empty; no list directly follows a list
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """A paragraph with a bold operative word, and the list directly after it.

    ``before`` + ``operative`` + ``after`` is the paragraph as printed: "It was " + "RESOLVED" + " that Cabinet:".
    ``operative`` is one of the operative words in any case, with or without a colon. ``before`` is empty or ends in a
    space or an opening bracket or quote, and no sentence ends in it.
    """

    before: str
    operative: str
    after: str
    clauses: tuple[Entry, ...] = ()  # the paths of all entries of one level differ
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class VoteLine:
    """``- For (12): names``. Count and names may be absent."""

    side: Literal["For", "Against", "Abstentions", "Casting vote"]
    count: int | None = None
    names: str = ""  # as printed
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote; it belongs to the motion, amendment or decision before it."""

    lines: tuple[VoteLine, ...]  # not empty
    location: Location = field(default=NOWHERE, compare=False)


Block = Paragraph | Subheading | Note | Table | List | Quotation | Decision | Vote


@dataclass(frozen=True, slots=True)
class Item:
    """A minute. In ``blocks`` no List directly follows a List, Decision or Vote: it would be read as theirs."""

    number: str  # as printed, without the full stop after it: "36", "36/25", "5(a)"; empty where none is printed
    title: str  # not empty
    section: Section = "public"
    blocks: tuple[Block, ...] = ()
    key: str = ""  # the id that stands in the heading as {#47-2}; empty where the id follows from number or title
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed in minutes after they were published."""

    date: dt.date
    note: str


@dataclass(frozen=True, slots=True)
class Source:
    """The document that the minutes were imported from. ``lines``: first and last line, from 1; (0, 0) where not known."""

    title: str = ""
    file: str = ""
    sha256: str = ""
    url: str = ""
    lines: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One minutes file: ``content/minutes/<body>/<date>.md``, or ``<date>-2.md`` for the second meeting of that day.
    No two items have one id. ``items`` are in the order printed. ``location`` is that of the body's name in the front matter.
    """

    body: str  # a body's id
    date: dt.date
    sequence: int = 1
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    status: MeetingStatus = "draft"
    published: dt.date | None = None  # first published here; None reads as the meeting's own date
    reviewed: bool = False
    corrections: tuple[Correction, ...] = ()
    extract: bool = False
    source: Source = Source()
    attendance: tuple[Group, ...] = ()
    apologies: tuple[Attendee, ...] = ()
    unplaced: tuple[str, ...] = ()  # "TODO …": words of the source that await a place, one line each; never published
    items: tuple[Item, ...] = ()
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class HandPage:
    """A hand-written page: ``content/about.md``. ``path`` is from ``content/``; ``text`` is Markdown, as it stands."""

    path: str
    title: str
    text: str
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture or other file beside the hand-written pages, published as it is. ``path`` is from ``content/``."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Todo:
    """A line of ``content/`` on which someone left a question open: it holds the word TODO. ``text`` is what follows it."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Book:
    """All that a council wrote. Ids are unique in their register; meetings and agendas in the order date, body, sequence."""

    council: Council
    bodies: tuple[Body, ...] = ()
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    pages: tuple[HandPage, ...] = ()
    assets: tuple[Asset, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    todos: tuple[Todo, ...] = ()  # in the order of the files as they are read
    reports: tuple[Report, ...] = ()  # in the order date, body, sequence, number
    redirects: tuple[Redirect, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
