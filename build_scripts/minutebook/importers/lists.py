"""Blocks with labels to nested lists, by what their labels say: indentation is lost too often to be trusted.

A label that follows the last of an open level continues that level, be it after sub-lists or after a page; one that can
begin a list opens a level below the entry before it. Only bullets of one glyph are told apart by their indentation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from minutebook.importers import labels
from minutebook.importers.blocks import TextBlock, all_bold, printed
from minutebook.importers.labels import Ordinal
from minutebook.importers.report import ReportLine
from minutebook.model import BULLET, Entry, List, Paragraph
from minutebook.problems import Location
from minutebook.reading.blocks import DEEPEST

_SHOUTED = re.compile(r"(?:\S+\s+){0,4}?[A-Z]{6,}\b")
_SHOUTS = re.compile(r"(?:It was )?[A-Z]{6,}\b")
_SOFT = re.compile(
    r"It was (?:\w+ly )?(?:resolved|agreed|decided) (?:that|to)\b.*|.*\bseconded\b[^.]*\bagreed\.?", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:not|nor|refused|rejected|deferred|lost|withdrawn|declined)\b.*:$", re.IGNORECASE | re.DOTALL
)
"""What says of clauses to come that they were not decided: "Not approved:"."""
_LONGEST = 1000
"""Characters of a numbered paragraph that is looked at for "proposed, seconded, agreed"."""
_FURTHER = 3
"""Paragraphs that may stand between two entries of a list whose numbering resumes."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The entries of one list, and the place of the first block after it."""

    entries: tuple[Entry, ...]
    end: int
    report: tuple[ReportLine, ...]


@dataclass(slots=True)
class _Node:
    label: str
    text: str
    line: int
    blocks: list[Paragraph | _Level] = field(default_factory=list)


@dataclass(slots=True)
class _Level:
    readings: frozenset[Ordinal]
    indent: int
    nodes: list[_Node] = field(default_factory=list)


def begins_list(blocks: Sequence[TextBlock], place: int) -> bool:
    """Whether a block with a label begins a list, and is no paragraph that happens to start with a number or initial."""
    block = blocks[place]
    if not is_labelled(block):
        return False
    if block.kind == "entry" or labels.is_bullet(block.label):
        return True
    if labels.begins(block.label) and not labels.is_initial(block.label):
        return True
    after = next((other for other in blocks[place + 1 : place + 2 + _FURTHER] if other.label), None)
    return after is not None and labels.follows(after.label, block.label)


def is_labelled(block: TextBlock) -> bool:
    """Whether a block can be an entry of a list."""
    return bool(block.label and block.text) and block.kind in {"paragraph", "entry"} and not block.quoted


def take(
    blocks: Sequence[TextBlock], place: int, opens: Callable[[TextBlock], bool], after: str | None = None
) -> Taken:
    """The list that begins at a place. ``opens`` says of a block that it opens a decision, which ends a list before it.

    ``after`` is the label of the decision whose clauses it holds, and None for any other list. The paragraph that is numbered
    next ("3.4" after "3.3") ends the clauses; a numbered paragraph that decides ("(3) RESOLVED that …") ends another list.
    """
    levels: list[_Level] = []
    report: list[ReportLine] = []
    while place < len(blocks):
        block = blocks[place]
        if is_labelled(block):
            if levels and after and "." in after.strip(".()") and labels.follows(block.label, after):
                break
            decides = _is_numbered_decision(block, within_clauses=after is not None)
            if levels and opens(block) and (decides or not _goes_on(levels, block.label)):
                break
            _put(levels, block, report)
            place += 1
            continue
        further = _further(blocks, place, levels, opens)
        if not further:
            break
        for paragraph in blocks[place : place + further]:
            levels[-1].nodes[-1].blocks.append(Paragraph(printed(paragraph), Location("", paragraph.line)))
            said = "taken as a further paragraph of the entry before it, for the numbering goes on after it"
            report.append(ReportLine(paragraph.line, "inferred", said, printed(paragraph)))
        place += further
    return Taken(_entries(levels[0]) if levels else (), place, tuple(report))


def _is_numbered_decision(block: TextBlock, *, within_clauses: bool) -> bool:
    """Whether a block that opens a decision is a numbered paragraph ("5.3 RESOLVED that …"), and no clause."""
    if labels.is_bullet(block.label):
        return False
    numbered = "." in block.label.strip(".()") or (not within_clauses and block.label.strip(".()").isdecimal())
    if "." in block.label.strip(".()") and len(block.text) <= _LONGEST and _SOFT.fullmatch(block.text):
        return True
    return bool(_SHOUTED.match(block.text) if numbered else not within_clauses and _SHOUTS.match(block.text))


def _goes_on(levels: Sequence[_Level], label: str) -> bool:
    return any(labels.following(level.readings, label) for level in levels)


def _put(levels: list[_Level], block: TextBlock, report: list[ReportLine]) -> None:
    """Add an entry where its label belongs; ``levels`` are the open levels, outermost first."""
    node = _Node(BULLET if labels.is_bullet(block.label) else block.label, block.text, block.line)
    at = _bullet_level(levels, block) if labels.is_bullet(block.label) else _number_level(levels, block.label)
    if at is not None:
        del levels[at + 1 :]
        level = levels[at]
        level.readings = (
            labels.following(level.readings, block.label) or labels.later(level.readings, block.label) or level.readings
        )
        level.nodes.append(node)
        return
    if not levels or (labels.begins(block.label) and len(levels) < DEEPEST):
        level = _Level(_first_readings(block.label), block.indent, [node])
        if levels:
            levels[-1].nodes[-1].blocks.append(level)
        levels.append(level)
        return
    levels[-1].nodes[-1].blocks.append(Paragraph(printed(block), Location("", block.line)))
    said = "this label does not go on from those before it; its words were kept as a paragraph of the entry before"
    report.append(ReportLine(block.line, "inferred", said, printed(block)))


def _first_readings(label: str) -> frozenset[Ordinal]:
    first = frozenset(reading for reading in labels.readings(label) if reading.place <= 1)
    return first or labels.readings(label)


def _number_level(levels: Sequence[_Level], label: str) -> int | None:
    """The deepest level that a number or letter goes on; failing that, the deepest in which it comes later."""
    for test in (labels.following, labels.later):
        if test is labels.later and labels.begins(label):
            return None
        for at in range(len(levels) - 1, -1, -1):
            if test(levels[at].readings, label):
                return at
    return None


def _bullet_level(levels: Sequence[_Level], block: TextBlock) -> int | None:
    """The level of a bullet: that of its glyph, and where several have it, the deepest that is not indented more."""
    same = [at for at, level in enumerate(levels) if labels.following(level.readings, block.label)]
    if not same:
        return None
    fitting = [at for at in same if levels[at].indent <= block.indent + 1]
    at = fitting[-1] if fitting else same[0]
    deeper = block.indent >= levels[at].indent + 2
    return None if deeper and at == len(levels) - 1 and len(levels) < DEEPEST else at


def _further(blocks: Sequence[TextBlock], place: int, levels: list[_Level], opens: Callable[[TextBlock], bool]) -> int:
    """How many paragraphs from here belong to an open entry, because after them the numbering of its level resumes."""
    if not levels:
        return 0
    count = 0
    while count <= _FURTHER and place + count < len(blocks):
        block = blocks[place + count]
        if is_labelled(block):
            at = None if labels.is_bullet(block.label) or not count else _resumed(levels, block.label)
            if at is None:
                return 0
            del levels[at + 1 :]
            return count
        heads = all_bold(block) and not (all_bold(blocks[place - 1]) and block.text.endswith((";", ".", ",")))
        if block.kind != "paragraph" or block.quoted or heads or opens(block) or _DENIED.search(block.text):
            return 0
        count += 1
    return 0


def _resumed(levels: Sequence[_Level], label: str) -> int | None:
    return next((at for at in range(len(levels) - 1, -1, -1) if labels.following(levels[at].readings, label)), None)


def _entries(level: _Level) -> tuple[Entry, ...]:
    return tuple(_entry(node) for node in level.nodes)


def _entry(node: _Node) -> Entry:
    below = tuple(
        List(_entries(block), Location("", block.nodes[0].line)) if isinstance(block, _Level) else block
        for block in node.blocks
    )
    return Entry(node.label, node.text, below, Location("", node.line))
