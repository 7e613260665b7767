"""Agenda packs: which stretches of a document are minutes of a meeting, and which are other papers.

Minutes begin with a heading that names a body and a day, below which stands who met, or, in an extract, an item with its
decision. They end with the line that says so, or where another paper begins. A document of one meeting is one part, whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutebook.importers import closing, evidence, heading, papers, persons
from minutebook.importers.blocks import Reading, TextBlock, all_bold, printed
from minutebook.importers.report import ReportLine
from minutebook.reading.decisions import OPERATIVE_WORDS

_MINUTES_OF = re.compile(r"(?:.{0,60}\b)?minutes\s+(?:of|from)\b", re.IGNORECASE)
_EXTRACT = re.compile(
    r"\bextracts?\b|\brecommend(?:ation|ed)s?\b|\breferr(?:ed|als?)\b|\breferences? from\b", re.IGNORECASE
)
_MARKER = re.compile(r"recommend(?:ations?|ed items?)(?: to [\w ]{1,40})?", re.IGNORECASE)
_DECIDES = re.compile(rf"\b(?:{'|'.join(word.upper() for word in OPERATIVE_WORDS if word.casefold() != 'decision')})\b")
_SHORT = 200
"""Characters that a block of a heading, or one that names who met, has at the most."""
_HEAD = 9
"""Blocks after the one that opens a heading in which those who met begin to be named."""
_BANNER = 4
"""Blocks before a heading that may say where an extract goes, and whose council it is."""
_FRONT = 15
"""Blocks that may stand before the heading of a document's only minutes: the council, the day, those present."""
_TAIL = 20
"""Blocks after the end of a document's only minutes that are left to the engine, which reports each of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of minutes: its blocks, and whether it holds only some of the meeting's items."""

    reading: Reading
    extract: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """The minutes in a document, in order; ``report`` tells of the other papers between them."""

    parts: tuple[Part, ...]
    report: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Start:
    """Where minutes begin: the first block of the banner above them, of their heading, and of what stands below it."""

    banner: int
    place: int
    below: int
    extract: bool


def split(reading: Reading, known_bodies: Collection[str] = ()) -> Pack:
    """The minutes in a document. One without the heading of any, or with little beside them, is one part as it stands."""
    blocks = reading.blocks
    starts = list(_starts(blocks, known_bodies))
    if not starts:
        return Pack((Part(reading),))
    sheets = papers.of(reading)
    limits = [*(start.banner for start in starts[1:]), len(blocks)]
    ends = [
        papers.end(sheets, start.place, start.below, limit, extract=start.extract)
        for start, limit in zip(starts, limits, strict=True)
    ]
    spans = [(start.place, end) for start, end in zip(starts, ends, strict=True)]
    if len(starts) == 1 and _is_front(sheets, starts[0]):
        spans = [(0, len(blocks) if _is_tail(blocks, ends[0]) else ends[0])]
    parts = tuple(_part(reading, span, start.extract) for span, start in zip(spans, starts, strict=True))
    return Pack(parts, tuple(_others(blocks, spans)))


def _is_front(sheets: papers.Sheets, start: _Start) -> bool:
    """Whether nothing stands before a heading that is not the front of the minutes themselves."""
    before = sheets.blocks[: start.place]
    return (
        len(before) <= _FRONT
        and all(len(printed(block)) <= _SHORT and not evidence.announces(printed(block)) for block in before)
        and not any(sheets.numbers[: start.place])
    )


def _is_tail(blocks: Sequence[TextBlock], end: int) -> bool:
    """Whether what stands after the line that closes a document's only minutes is too little to be papers."""
    closed = any(closing.ends_meeting(block) for block in blocks[max(end - 5, 0) : end])
    return closed and end + _TAIL >= len(blocks)


def _part(reading: Reading, span: tuple[int, int], extract: bool) -> Part:
    """The blocks of one stretch, the marks of an extract taken out, and what the reader reported of its lines."""
    blocks = reading.blocks[span[0] : span[1]]
    marks = {
        place for place, (block, after) in enumerate(pairwise(blocks))
        if extract and _is_mark(block) and (papers.heading_number(after) or (after.label and not after.text))
    }  # fmt: skip
    whole = len(blocks) == len(reading.blocks)
    first, last = blocks[0].line, blocks[-1].last_line
    report = [line for line in reading.report if whole or first <= line.line <= last or not line.line]
    report += [
        ReportLine(
            blocks[place].line, "dropped", "the mark of an extract; the file says so itself", printed(blocks[place])
        )
        for place in sorted(marks)
    ]
    kept = tuple(block for place, block in enumerate(blocks) if place not in marks)
    return Part(Reading(kept, tuple(report)), extract)


def _is_mark(block: TextBlock) -> bool:
    set_apart = block.kind == "heading" or all_bold(block) or block.text.isupper()
    return set_apart and not block.label and bool(_MARKER.fullmatch(block.text.strip(" :")))


def _others(blocks: Sequence[TextBlock], spans: Sequence[tuple[int, int]]) -> Iterator[ReportLine]:
    """One line for each stretch of other papers, in their order."""
    edges = [0, *(place for span in spans for place in span), len(blocks)]
    for first, end in zip(edges[::2], edges[1::2], strict=True):
        if first < end:
            last = blocks[end - 1].last_line
            said = f"the text from here to line {last} is no minutes; what was read of an agenda or report is told of below"
            yield ReportLine(
                blocks[first].line, "dropped", said, printed(blocks[first]) or " ".join(blocks[first].cells)
            )


# --- where minutes begin ---------------------------------------------------------------------------------------------


def _starts(blocks: Sequence[TextBlock], known: Collection[str]) -> Iterator[_Start]:
    """Every heading of minutes, in order. A heading that no end of a page or line divides is found once."""
    after = 0
    for place, block in enumerate(blocks):
        if place < after or not _opens(block):
            continue
        start = _start(blocks, place, after, known)
        if start:
            after = start.below
            yield start


def _opens(block: TextBlock) -> bool:
    return evidence.says_minutes(block) and not papers.heading_number(block)


def _start(blocks: Sequence[TextBlock], opening: int, after: int, known: Collection[str]) -> _Start | None:
    """The minutes that begin with the heading around a block, if it is one."""
    below = next(
        (place for place in range(opening + 1, min(opening + _HEAD, len(blocks))) if _is_below(blocks[place])), None
    )
    if below is None:
        return None
    met = _attends(blocks[below])
    if not met and not (_MINUTES_OF.match(blocks[opening].text) and _decided(blocks, below)):
        return None
    first = opening
    while first > max(after, opening - 2) and _is_title(blocks[first - 1]):
        first -= 1
    head = heading.read(blocks[first:below], known)
    if head.date is None or not head.body:
        return None
    place = first + min(head.used)
    banner = place
    while banner > max(after, place - _BANNER) and _is_title(blocks[banner - 1]):
        banner -= 1
    said = " ".join(block.text for block in blocks[banner:below])
    marked = any(_is_mark(block) for block in blocks[banner:below])
    return _Start(banner, place, below, marked or bool(_EXTRACT.search(said)))


def _is_below(block: TextBlock) -> bool:
    """Whether a block is none of the heading: who met, an item, or a text."""
    is_line = block.kind in {"paragraph", "heading"} and not block.label and len(block.text) <= _SHORT
    is_sentence = block.text.endswith(".") and len(block.text) > 80
    return not is_line or is_sentence or _attends(block) or bool(papers.heading_number(block))


def _attends(block: TextBlock) -> bool:
    """Whether a block says, or begins to say, who met."""
    if evidence.says_who_met(block):
        return True
    text = printed(block)
    return len(text) <= _SHORT and all(persons.is_surely_person(who) for who in persons.people_in(text.rstrip(".")))


def _decided(blocks: Sequence[TextBlock], below: int) -> bool:
    """Whether an item begins here and is decided before the next heading of minutes could come."""
    if not papers.heading_number(blocks[below]):
        return False
    for block in blocks[below : below + 60]:
        if _opens(block) and _MINUTES_OF.match(block.text):
            return False
        if _DECIDES.search(block.text):
            return True
    return False


def _is_title(block: TextBlock) -> bool:
    """Whether a block can stand above the heading of minutes: short, of no list, and no sentence."""
    return (
        block.kind in {"paragraph", "heading"}
        and not block.label
        and 0 < len(block.text) <= 120
        and not block.text.endswith((".", ";", ":", ",", ")"))
    )
