"""The one engine: a document's text blocks to a meeting, with a report of all that was left out, guessed or not placed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.identity import decisions as decided
from minutebook.identity import item_key
from minutebook.importers import (
    apologies,
    attendance,
    attendance_in_items,
    closing,
    dates,
    decisions,
    evidence,
    fidelity,
    flow,
    heading,
    item_tables,
    items,
    nameless,
    narrative,
    sections,
    titles,
)
from minutebook.importers.blocks import Reading, TextBlock, printed
from minutebook.importers.report import ReportLine
from minutebook.model import Item, Meeting, Source
from minutebook.problems import Location

_COUNCIL = re.compile(
    r"(?:[\w'’.&-]+\s+){0,8}(?:council|authority)"
    r"|(?:parish|town|city|community) council of(?:\s+[\w'’.&-]+){1,6}"
    r"|(?:parish|town) meeting(?: of(?:\s+[\w'’.&-]+){1,6})?"
    r"|(?:the\s+)?(?:royal\s+|london\s+)*(?:borough|city|county|district|town|parish) of(?:\s+[\w'’.&-]+){1,6}",
    re.IGNORECASE,
)

_DRAFT = re.compile(
    r"\W*(?:draft|unconfirmed|unapproved|unadopted)\b(?:\s+(?:minutes|copy|version|v?\d[\d.]*))*\W*"
    r"(?:(?:these (?:minutes )?are |(?:and )?subject to )[\w ,()]{0,80}\b(?:approv|confirm|agree|adopt|ratif|sign|correct|amend)[\w ,()]{0,80})?\W*",
    re.IGNORECASE,
)
"""How minutes say of themselves that nobody has agreed them yet."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A meeting as it was read. ``meeting.body`` is still the body's name as printed: the registers make it an id."""

    meeting: Meeting
    report: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no meeting could be read: what is missing, and what was looked for."""

    message: str
    expected: str


def draft(
    reading: Reading,
    words: Collection[str],
    known_bodies: Collection[str] = (),
    *,
    extract: bool = False,
    body: str = "",
    date: dt.date | None = None,
) -> Draft | Refusal:
    """Read the minutes of one meeting. ``words`` are the operative words, ``known_bodies`` names in the register.

    ``extract`` says that they hold only some of the meeting's items. ``body`` and ``date``, where given, are those of the
    meeting, whatever the heading says.
    """
    mended = flow.mend(item_tables.unfolded(reading))
    found = items.find(mended.blocks)
    if not found.starts:
        return Refusal(
            "no item of business could be found in it", "headings such as '36. Title', or headings in bold or capitals"
        )
    first = found.starts[0].place
    front = _front(mended.blocks[:first])
    head = heading.read(front, known_bodies)
    head = replace(head, body=body or head.body, date=date or head.date)
    head = head if head.body else _of_the_council(head, front, known_bodies)
    if head.date is None or not head.body:
        return _no_heading(head)
    last = found.starts[-1]
    above = mended.blocks[last.place - 1] if last.place else None
    end = closing.find(mended.blocks, last.end - bool(last.run_on), last.title, head.start, above)
    met = attendance.read([block for place, block in enumerate(front) if place not in head.used], head.line)
    texts = _texts(mended.blocks[: end.place], found)
    minuted, said = _items(texts, found, decisions.reader(words, mended.blocks[first : end.place]))
    if not met.groups:
        met = _minuted_attendance(found, texts, met)
    absent, found_late = (met.apologies, ()) if met.apologies else apologies.in_items(minuted)
    if refused := _no_minutes(front, met, minuted, told=bool(end.end or head.end or absent)):
        return refused
    meeting = Meeting(
        body=head.body, date=head.date, start=head.start or end.start, end=end.end or head.end, place=head.place, extract=extract,
        source=Source(title=head.title, lines=_lines(head, mended.blocks)),
        attendance=met.groups, apologies=absent, items=minuted,
    )  # fmt: skip
    report = (
        *mended.report,
        *found.report,
        *head.report,
        *met.report,
        *end.report,
        *said,
        *found_late,
        *_left_over(front, head, met),
    )
    return Draft(meeting, tuple(sorted(report)))


def _no_minutes(
    front: Sequence[TextBlock], met: attendance.Attendance, minuted: tuple[Item, ...], *, told: bool
) -> Refusal | None:
    """Why a document with items is no minutes; ``told`` is whether it says when it ended or who was absent."""
    if _is_agenda(front, met, minuted):
        return Refusal("it is an agenda: nobody is said to have met and nothing to have been decided", "minutes")
    if not evidence.is_minutes(front, minuted, told=told):
        said = "nothing in it says that it is minutes: no such heading, nobody who met, hardly a decision"
        return Refusal(said, "minutes, and not a report, an agenda or a letter")
    return None


def _of_the_council(head: heading.Heading, front: Sequence[TextBlock], known: Collection[str]) -> heading.Heading:
    """Minutes whose heading names no body are those of the council itself, which need not say so; a person is asked."""
    title = next((front[place] for place in sorted(head.used) if evidence.says_minutes(front[place])), None)
    if not title or not head.date or not any(map(evidence.says_who_met, front)):
        return head
    councils = {name for name in known if re.search(r"\bcouncil$", name, re.IGNORECASE)}
    body = councils.pop() if len(councils) == 1 else "Council"
    said = f"the heading names no body, and the minutes were taken to be those of the council itself, {body!r}"
    return replace(head, body=body, report=(*head.report, ReportLine(title.line, "unplaced", said, printed(title))))


def _no_heading(head: heading.Heading) -> Refusal:
    missing = " and ".join(["the date of the meeting"] * (head.date is None) + ["the body that met"] * (not head.body))
    options = " and ".join(["--date"] * (head.date is None) + ["--body"] * (not head.body))
    example = "'Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025'"
    wanted = f"a heading such as {example}, or {options} to say it"
    return Refusal(f"{missing} could not be found in it", wanted)


# --- the front -------------------------------------------------------------------------------------------------------


def _front(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks before the first item, without section headings, which the search for items reports."""
    return [block for block in blocks if sections.section_of(block.text) is None or block.label]


def _is_agenda(front: Sequence[TextBlock], met: attendance.Attendance, minuted: Sequence[Item]) -> bool:
    called = any(block.text.strip().casefold() in {"agenda", "notice of meeting"} for block in front)
    return called and not met.groups and not any(decided(item) for item in minuted)


def _left_over(front: Sequence[TextBlock], head: heading.Heading, met: attendance.Attendance) -> Iterator[ReportLine]:
    """What stands before the first item and found no place: the council's name, which is known, and all else."""
    rest = [block for place, block in enumerate(front) if place not in head.used]
    for place, block in enumerate(rest):
        text = printed(block) if block.kind != "row" else " ".join(block.cells).strip()
        if place in met.used or not text:
            continue
        if block.line <= (head.line or block.line) and _COUNCIL.fullmatch(text):
            yield ReportLine(block.line, "dropped", "the council's name", text)
        elif head.line and block.line < head.line and f" {text}".casefold().endswith(f" {head.body.casefold()}"):
            yield ReportLine(block.line, "dropped", "the body's name in full", text)
        elif _DRAFT.fullmatch(text):
            yield ReportLine(
                block.line, "dropped", "these minutes are said to be a draft, as their status has it", text
            )
        elif _repeats(text, head):
            yield ReportLine(block.line, "dropped", "a heading that says what the title of the minutes says", text)
        elif nameless.is_count(text):
            yield ReportLine(block.line, "dropped", "this counts people whom it does not name", text)
        else:
            yield ReportLine(
                block.line, "unplaced", "this stands before the first item and has no place in the file", text
            )


def _repeats(text: str, head: heading.Heading) -> bool:
    """Whether a heading gives the day of the meeting or names its body, and has no word beside it that the title lacks."""
    days = [found.date for found in dates.dates_in(text)]
    said, body = set(fidelity.words(titles.without_dates(text))), set(fidelity.words(head.body))
    told = days == [head.date] or (not days and body <= said)
    return told and said <= {*fidelity.words(head.title), *body}


def _lines(head: heading.Heading, blocks: Sequence[TextBlock]) -> tuple[int, int]:
    first = head.line or blocks[0].line
    return min(first, blocks[0].line) if first - blocks[0].line <= 2 else first, blocks[-1].last_line


# --- the items -------------------------------------------------------------------------------------------------------


def _texts(blocks: Sequence[TextBlock], found: items.Found) -> list[list[TextBlock]]:
    """The blocks of each item's text, without section headings."""
    skipped = set(found.sections)
    ends = [*(start.place for start in found.starts[1:]), len(blocks)]
    texts = []
    for start, end in zip(found.starts, ends, strict=True):
        own = [blocks[place] for place in range(start.end, end) if place not in skipped]
        run_on = replace(blocks[start.place], text=start.run_on, label="", bold=())
        texts.append([run_on, *own] if start.run_on else own)
    return texts


def _minuted_attendance(
    found: items.Found, texts: Sequence[Sequence[TextBlock]], met: attendance.Attendance
) -> attendance.Attendance:
    """The attendance that an item holds, with what the front was found to hold."""
    for start, own in zip(found.starts, texts, strict=True):
        within = attendance_in_items.read(start.title, own)
        if within.groups:
            absent = met.apologies or within.apologies
            return replace(within, apologies=absent, used=met.used, report=(*met.report, *within.report))
    return met


def _items(
    texts: Sequence[Sequence[TextBlock]], found: items.Found, reader: decisions.Reader
) -> tuple[tuple[Item, ...], tuple[ReportLine, ...]]:
    report: list[ReportLine] = []
    made: list[Item] = []
    for start, own in zip(found.starts, texts, strict=True):
        text, said = narrative.read(own, reader)
        report.extend(said)
        item = Item(start.number, start.title, start.section, text, location=Location("", start.line))
        report.extend(fidelity.check(item, own))
        made.append(item)
    keyed, repeated = with_keys(made)
    placed, private = sections.with_sections(keyed, found.headed)
    return placed, (*report, *repeated, *private)


def with_keys(made: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[ReportLine, ...]]:
    """The items, each id once: an item whose number or title is taken gets a key of its own."""
    reserved = {item_key(item) for item in made}
    taken: set[str] = set()
    last: dict[str, int] = {}
    keyed, report = [], []
    for item in made:
        key = own = item_key(item)
        while own in taken or (own != key and own in reserved):
            last[key] = last.get(key, 1) + 1
            own = f"{key}-{last[key]}"
        taken.add(own)
        keyed.append(item if own == key else replace(item, key=own))
        if own != key:
            said = f"another item has the id {key!r}; this one was given {own!r}"
            report.append(ReportLine(item.location.line, "inferred", said, item.title))
    return tuple(keyed), tuple(report)
