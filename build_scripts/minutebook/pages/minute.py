"""One item of a meeting as its page shows it: blocks in the order printed, every decision and clause with its anchor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from minutebook import identity
from minutebook.exclusions import SCHEDULE_12A, Exclusion, exclusion
from minutebook.model import Block, Decision, Entry, Item, List, Meeting, Paragraph, Quotation, Vote
from minutebook.pages.cited import Phrases
from minutebook.pages.escape import literal
from minutebook.pages.formats import listed
from minutebook.pages.links import relative
from minutebook.pages.record import Sitting

Cited = tuple[re.Pattern[str], Mapping[str, Markup]] | None
"""What a minute cites: how to find it in the text, and the link that it becomes; None where it cites nothing."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What becomes a link in a minute: in its text, and among the names in its recorded votes."""

    text: Cited
    votes: Cited


NOTHING: Mapping[str, Any] = MappingProxyType({})

_NO_TEXT = Markup()


@dataclass(frozen=True, slots=True)
class Point:
    """An entry of a list. ``below`` holds its further paragraphs and lists in the order printed.

    ``anchor`` and ``name`` ("minute 37, clause 6.b") are those of a clause; else empty.
    """

    label: str
    text: Markup
    below: tuple[Markup | tuple[Point, ...], ...] = ()
    anchor: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a minute. ``kind`` is the name of the model's type in lower case; what a kind has not is empty."""

    kind: str
    block: Block
    anchor: str = ""
    name: str = ""  # "minute 37", or where there are several of its kind "minute 37, decision 2"
    text: Markup = _NO_TEXT
    points: tuple[Point, ...] = ()
    parts: tuple[Part, ...] = ()
    names: tuple[Markup, ...] = ()  # of a vote: who voted, a line each


@dataclass(frozen=True, slots=True)
class Minute:
    """An item. ``parts`` are its blocks in the order printed; none where the text of private items is not published."""

    id: str
    item: Item
    anchor: str
    name: str  # "minute 37"; the title in quotation marks where there is no number
    citation: str
    cite: str  # "Council, 4 November 2025, minute 37/25 (Library strategy)"
    parts: tuple[Part, ...]
    private: bool
    excluded_by: Exclusion | None
    grounds: str  # in plain words; empty where the resolution does not state them

    @property
    def has_decisions(self) -> bool:
        return any(part.kind == "decision" for part in self.parts)

    @property
    def excluding_name(self) -> str:
        return _name(self.excluded_by.item) if self.excluded_by else ""

    @property
    def excluding_anchor(self) -> str:
        found = self.excluded_by
        return identity.decision_anchor(found.item, found.position) if found else ""


def minutes(
    sitting: Sitting,
    first_month: int,
    council: str = "",
    phrases: Mapping[str, Phrases] = NOTHING,
    voters: Mapping[str, Phrases] = NOTHING,
) -> tuple[Minute, ...]:
    """All items of a meeting, in the order printed. ``phrases``: what each item cites that is published here, by its id;
    ``voters``: the names in its recorded votes that have a page.
    """
    whose = f"{council}, {sitting.title}"
    return tuple(
        _minute(
            sitting.meeting,
            item,
            Linked(
                _cited(phrases.get(identity.item_id(sitting.meeting, item), NOTHING), sitting.address),
                _cited(voters.get(identity.item_id(sitting.meeting, item), NOTHING), sitting.address),
            ),
            first_month,
            whose,
        )
        for item in sitting.meeting.items
    )


def _cited(phrases: Phrases, page: str) -> Cited:
    """The pattern of all phrases, the longest first, and the link from the page that each becomes."""
    if not phrases:
        return None
    ordered = sorted(phrases, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in ordered))
    return pattern, {phrase: relative(address, page) for phrase, address in phrases.items()}


def _minute(meeting: Meeting, item: Item, linked: Linked, first_month: int, whose: str) -> Minute:
    private = item.section == "private"
    found = exclusion(meeting, item) if private else None
    return Minute(
        id=identity.item_id(meeting, item),
        item=item,
        anchor=identity.item_anchor(item),
        name=_name(item),
        citation=(citation := identity.citation(item, meeting, first_month)),
        cite=f"{whose}, minute {citation} ({item.title})" if citation else f"{whose}, {item.title}",
        parts=tuple(_parts(item, linked)),
        private=private,
        excluded_by=found,
        grounds=_grounds(found),
    )


def _name(item: Item) -> str:
    return f"minute {item.number}" if item.number else f"“{item.title}”"


def _grounds(found: Exclusion | None) -> str:
    """``information about an individual (paragraph 1 of Schedule 12A …)``."""
    if found is None or not found.paragraphs:
        return ""
    what = listed(tuple(SCHEDULE_12A[number] for number in found.paragraphs), "or")
    numbers = listed(tuple(str(number) for number in found.paragraphs))
    which = "paragraph" if len(found.paragraphs) == 1 else "paragraphs"
    return f"{what} ({which} {numbers} of Part 1 of Schedule 12A to the Local Government Act 1972)"


def _parts(item: Item, linked: Linked) -> Iterator[Part]:
    """Each block with an anchor that counts those of its kind: minute-37-decision-2, minute-37-table-1."""
    counts: dict[str, int] = {}
    several, cited = len(identity.decisions(item)) > 1, linked.text
    for block in item.blocks:
        kind = type(block).__name__.lower()
        counts[kind] = position = counts.get(kind, 0) + 1
        if isinstance(block, Decision):
            anchor = identity.decision_anchor(item, position)
            name = f"{_name(item)}, decision {position}" if several else _name(item)
            points = _points(block.clauses, cited, anchor, name)
            yield Part(kind, block, anchor, name, text=with_references(block.after, cited), points=points)
        elif isinstance(block, Vote):
            names = tuple(with_references(line.names, linked.votes) for line in block.lines)
            yield Part(kind, block, f"{identity.item_anchor(item)}-vote-{position}", names=names)
        else:
            yield _part(block, cited, f"{identity.item_anchor(item)}-{kind}-{position}", _counted(kind, position, item))


def _counted(kind: str, position: int, item: Item) -> str:
    return f"{kind} {position} of {_name(item)}"


def _part(block: Block, cited: Cited, anchor: str = "", name: str = "") -> Part:
    kind = type(block).__name__.lower()
    if isinstance(block, Paragraph):
        return Part(kind, block, anchor, name, text=with_references(block.text, cited))
    if isinstance(block, List):
        return Part(kind, block, anchor, name, points=_points(block.entries, cited))
    inner = block.blocks if isinstance(block, Quotation) else ()
    return Part(kind, block, anchor, name, parts=tuple(_part(each, cited) for each in inner))


def block_part(block: Block, anchor: str) -> Part:
    """A block that stands in no minute, such as an agenda's."""
    return _part(block, None, anchor, f"{type(block).__name__.lower()} of this agenda")


def _points(
    entries: tuple[Entry, ...],
    cited: Cited,
    anchor: str = "",
    name: str = "",
    *,
    parent: str = "",
    before: int = 0,
) -> tuple[Point, ...]:
    """Entries as points; with the anchor of a decision each has its own, made of its path as ``identity`` makes it.

    ``before``: how many entries the lists above in the same clause have; ``identity`` counts them all as one list.
    """
    points: list[Point] = []
    for position, entry in enumerate(entries, before + 1):
        key = identity.label_key(entry.label, position)
        path = f"{parent}.{key}" if parent else key
        below: list[Markup | tuple[Point, ...]] = []
        seen = 0
        for block in entry.blocks:
            if isinstance(block, List):
                below.append(_points(block.entries, cited, anchor, name, parent=path, before=seen))
                seen += len(block.entries)
            else:
                below.append(with_references(block.text, cited))
        place = (f"{anchor}-{path}", f"{name}, clause {path}") if anchor else ("", "")
        points.append(Point(entry.label, with_references(entry.text, cited), tuple(below), *place))
    return tuple(points)


def with_references(text: str, cited: Cited) -> Markup:
    """Text in which each phrase that cites something published here is a link to it."""
    if cited is None:
        return literal(text)
    pattern, links = cited
    pieces: list[Markup] = []
    last = 0
    for found in pattern.finditer(text):
        link = Markup('<a href="') + links[found[0]] + Markup('">') + literal(found[0]) + Markup("</a>")
        pieces += [literal(text[last : found.start()]), link]
        last = found.end()
    return Markup().join([*pieces, literal(text[last:])])
