"""An agenda file to an Agenda: front matter, items with their sub-items, motions and questions on notice.

Codes: F001 to F005 as in minutes files, M… for the blocks that minutes files have too, and of its own G001 ``moved_to``, G002
what stands in braces, G003 a source out of place, G004 a motion, question or answer without its text, G005 a line of a
motion or question, G006 an answer to no question.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar, cast, get_args

from minutebook.agenda_model import Agenda, AgendaItem, AgendaStatus, SubItem
from minutebook.identity import agenda_item_key
from minutebook.model import Section
from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.reading.blocks import Line
from minutebook.reading.body import SECTIONS
from minutebook.reading.inline import LABEL, NUMBER, passage, plain
from minutebook.reading.minutes import check_path, read_people, read_source, read_unplaced
from minutebook.reading.notices import read_text
from minutebook.source import Document, Node, Text, split_document

KEYS = (
    "body", "date", "start", "place", "status", "moved_to", "notice", "published", "reviewed", "source", "membership",
    "invited", "unplaced",
)  # fmt: skip
REQUIRED = ("body", "date", "status", "reviewed")
STATUSES = cast("tuple[AgendaStatus, ...]", get_args(AgendaStatus))

_KEY = re.compile(r"#(?P<key>[a-z0-9][a-z0-9.-]*)")
_PAGES = re.compile(r"page (?P<only>[1-9]\d{0,4})|pages (?P<first>[1-9]\d{0,4})-(?P<last>[1-9]\d{0,4})", re.ASCII)
_MARKS = r"{page 5} or {pages 5-14}, then {#key}, each once; \{ for a brace in the title"
Part = TypeVar("Part", AgendaItem, SubItem)


def read_agenda(text: Text) -> tuple[Agenda | None, tuple[Problem, ...]]:
    """Read one agenda file; its path says body, date and sequence, as that of a minutes file does.

    An Agenda is returned as soon as body and date are known; nothing is published while there are errors.
    """
    document, found = split_document(text)
    problems = list(found)
    if document is None or any(problem.code.startswith("S") for problem in problems):
        return None, tuple(problems)
    if document.front is None:
        where = Location(text.file, 1, 1)
        problems.append(Problem(where, "S003", "the file has no front matter", "a line --- and the agenda's keys"))
        return None, tuple(problems)
    agenda = _agenda(document, document.front, problems)
    return agenda, tuple(problems)


def _agenda(document: Document, front: Node, problems: list[Problem]) -> Agenda | None:
    where = Location(document.file, 1, 1)
    found = fields.keyed(front, KEYS, REQUIRED, where, problems)
    body, date = fields.text(found.get("body"), problems), fields.date(found.get("date"), problems)
    status = fields.choice(found.get("status"), STATUSES, "scheduled", problems)
    agenda = Agenda(
        body=body,
        date=date or dt.date.min,
        sequence=check_path(document.file, body, date, found, problems),
        start=fields.time(found.get("start"), problems),
        place=fields.text(found.get("place"), problems),
        status=status,
        moved_to=_moved_to(found, status, date, problems),
        notice=fields.date(found.get("notice"), problems),
        published=fields.date(found.get("published"), problems),
        reviewed=fields.truth(found.get("reviewed"), problems),
        source=read_source(found.get("source"), problems),
        membership=read_people(found.get("membership"), problems),
        invited=read_people(found.get("invited"), problems),
        unplaced=read_unplaced(found.get("unplaced"), problems),
        items=_items(document, problems),
        location=found["body"].location if "body" in found else where,
    )
    return agenda if body and date else None


def _moved_to(
    found: dict[str, Node], status: AgendaStatus, date: dt.date | None, problems: list[Problem]
) -> dt.date | None:
    day = fields.date(found.get("moved_to"), problems)
    if "moved_to" not in found and status == "moved":
        told, wanted = (
            "a meeting that was moved, and not to which day",
            "moved_to: and the day on which it is held instead",
        )
        problems.append(Problem(found["status"].location, "G001", told, wanted))
    elif "moved_to" in found and status != "moved":
        told = f"a day to which the meeting was moved, though its status is {status!r}"
        problems.append(Problem(found["moved_to"].location, "G001", told, "status: moved, or no moved_to"))
    elif day and day == date:
        told = "the meeting was moved to its own day"
        problems.append(Problem(found["moved_to"].location, "G001", told, "another day"))
    return day


# --- headings --------------------------------------------------------------------------------------------------------


def _items(document: Document, problems: list[Problem]) -> tuple[AgendaItem, ...]:
    """The items of the body. Headings cut it; what stands below one belongs to it."""
    numbered = enumerate(document.body.split("\n"), document.body_line)
    lines = [Line(text, Location(document.file, number, 1)) for number, text in numbered]
    heads = [number for number, line in enumerate(lines) if line.text.startswith("#")]
    found: list[AgendaItem] = []
    section: tuple[Section, str] = ("public", "")
    _stray(lines[: heads[0] if heads else len(lines)], problems)
    for head, end in zip(heads, [*heads, len(lines)][1:], strict=True):
        line, below = lines[head], lines[head + 1 : end]
        if re.match(r"##(?!#)", line.text):
            item = _heading(line.inside(2), _item_of(section, line.location), problems)
            found.append(_with_text(item, below, problems))
        elif re.match(r"###(?!#)", line.text) and found:
            part = _with_text(_heading(line.inside(3), _sub_item_of(line.location), problems), below, problems)
            found[-1] = replace(found[-1], items=(*found[-1].items, part))
        else:
            section = _section(line, problems) or section
            _stray(below, problems)
    _check_ids(found, "items", problems)
    for item in found:
        _check_ids(item.items, "sub-items of one item", problems)
    return tuple(found)


def _stray(lines: Iterable[Line], problems: list[Problem]) -> None:
    stray = next((line for line in lines if line.text.strip()), None)
    if stray is not None:
        told = f"text outside an item: {stray.text.strip()[:60]!r}"
        problems.append(Problem(stray.location, "M001", told, "an item's heading (## 6. Title) before it"))


def _section(line: Line, problems: list[Problem]) -> tuple[Section, str] | None:
    """``# Public business``, or with the heading printed above the items: ``# Public business: Matters for decision``."""
    raw = line.text[1:].strip() if re.match(r"#(?!#)", line.text) else ""
    name, colon, rest = raw.partition(":")
    heading = plain(passage((rest, line.location)), problems)
    if name in SECTIONS and bool(colon) == bool(heading):
        return SECTIONS[name], heading
    wanted = (
        "# Public business, # Private business, either with a colon and a heading; ## 6. Title; ### (a) Title below one"
    )
    problems.append(Problem(line.location, "M002", f"no heading of an agenda file: {line.text[:40]!r}", wanted))
    return None


def _item_of(section: tuple[Section, str], where: Location) -> Callable[[str], tuple[AgendaItem, int]]:
    """What makes an item of the text of its heading: without its title, and how much of the text the number takes."""

    def begun(raw: str) -> tuple[AgendaItem, int]:
        number = NUMBER.match(raw + " ")
        return AgendaItem(number["number"] if number else "", "", *section, location=where), (
            number.end() if number else 0
        )

    return begun


def _sub_item_of(where: Location) -> Callable[[str], tuple[SubItem, int]]:
    def begun(raw: str) -> tuple[SubItem, int]:
        label = LABEL.match(raw)
        return SubItem(label.group() if label else "", "", location=where), label.end() if label else 0

    return begun


def _heading(line: Line, begun: Callable[[str], tuple[Part, int]], problems: list[Problem]) -> Part:
    """An item or sub-item as its heading says it: number or label, title, and the marks in braces at its end."""
    raw, marks = line.text.strip(), []
    while raw.endswith("}") and (start := raw.rfind(" {")) >= 0 and "{" not in raw[start + 2 :]:
        marks.append(raw[start + 2 : -1])
        raw = raw[:start].rstrip()
    part, taken = begun(raw)
    title = plain(passage((raw[taken:].strip(), part.location)), problems, opening=True)
    if not title:
        problems.append(Problem(part.location, "M002", "a heading without a title", "## 6. Title or ### (a) Title"))
    part = replace(part, title=title or "Untitled")
    for mark in reversed(marks):
        part = _marked(part, mark, problems)
    if re.search(r"(?<!\\)\{", raw):
        problems.append(Problem(part.location, "G002", "a brace in a title", _MARKS))
    return part


def _marked(part: Part, mark: str, problems: list[Problem]) -> Part:
    """An item or sub-item with what one mark in braces says."""
    key, pages = _KEY.fullmatch(mark), _PAGES.fullmatch(mark)
    if key and not part.key:
        return replace(part, key=key["key"])
    if pages and not part.key and part.pages == (0, 0):
        first, last = (int(number) for number in (pages["only"] or pages["first"], pages["only"] or pages["last"]))
        if pages["only"] or first < last:
            return replace(part, pages=(first, last))
    problems.append(Problem(part.location, "G002", f"no mark of a heading: {{{mark[:40]}}}", _MARKS))
    return part


def _with_text(part: Part, below: list[Line], problems: list[Problem]) -> Part:
    source, blocks = read_text(below, problems)
    return replace(part, source=source, blocks=blocks)


def _check_ids(found: Collection[AgendaItem | SubItem], what: str, problems: list[Problem]) -> None:
    seen: dict[str, Location] = {}
    for item in found:
        key = agenda_item_key(item)
        if key in seen:
            told = f"two {what} have the id {key!r} (the first in line {seen[key].line})"
            wanted = f"an id of its own at the end of one heading, such as {{#{key}-2}}"
            problems.append(Problem(item.location, "M003", told, wanted))
        seen.setdefault(key, item.location)
