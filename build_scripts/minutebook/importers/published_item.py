"""One item as ModernGov publishes it: in parts ("Minutes:", "Decision:"), of which the minutes file holds one text.

The decision is printed apart for those who read no more. Most often it repeats the end of the minutes; where the page
cuts the minutes off, it is what goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.importers import decisions
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.fidelity import words
from minutebook.importers.hypertext import unlabelled
from minutebook.importers.labels import is_bullet
from minutebook.importers.report import ReportLine
from minutebook.reading.decisions import OPERATIVE_WORDS

PRIVATE = "Private business"
PUBLIC = "Public business"
"""The headings by which the engine knows the sections."""
_OVERLAP = 4
"""Words that the end of a text that was cut off and the beginning of the decision must share."""


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """An item. ``cut`` is where the full text of minutes that the page cuts off is found; empty where they are whole."""

    number: str
    title: str
    line: int
    minutes: tuple[TextBlock, ...] = ()
    decision: tuple[TextBlock, ...] = ()
    votes: tuple[TextBlock, ...] = ()  # the table of recorded votes
    cut: str = ""
    restricted: bool = False

    @property
    def is_minuted(self) -> bool:
        """Whether anything of the meeting is told of it, and not only the agenda."""
        return bool(self.minutes or self.decision or self.votes)


def to_blocks(items: Sequence[PublishedItem]) -> tuple[list[TextBlock], list[ReportLine]]:
    """The blocks of the items with their headings, those of restricted ones under a heading of their own."""
    blocks: list[TextBlock] = []
    report: list[ReportLine] = []
    private = False
    for item in items:
        if item.restricted != private:
            private = item.restricted
            blocks.append(_heading(PRIVATE if private else PUBLIC, item.line))
        if item.restricted:
            said = "this item is marked as restricted; it was put under private business"
            report.append(ReportLine(item.line, "inferred", said, f"{item.number} {item.title}".strip()))
        if not item.title:
            report.append(ReportLine(item.line, "inferred", "this item is printed without a title", item.number))
        title = item.title or "Item without a title"
        blocks.append(_heading(f"{item.number}. {title}" if item.number else title, item.line, item=True))
        blocks.extend(_text(item, report))
    return blocks, report


def _heading(text: str, line: int, *, item: bool = False) -> TextBlock:
    label, rest, _ = unlabelled("", text, ())
    return TextBlock("heading", rest, label, level=2 if item else 1, item=item, line=line, last_line=line)


def _text(item: PublishedItem, report: list[ReportLine]) -> Iterator[TextBlock]:
    """The text of an item: its minutes, and its decision where they do not hold it."""
    if item.cut:
        said = f"the text of this item is incomplete: the page cuts it off; the whole text is at {item.cut}"
        report.append(ReportLine(item.line, "unplaced", said, f"{item.number} {item.title}".strip(), todo=True))
    yield from _with_decision(item, report)
    yield from item.votes


def _with_decision(item: PublishedItem, report: list[ReportLine]) -> Iterable[TextBlock]:
    minutes, decision = item.minutes, item.decision
    if not decision:
        return minutes
    line, told = decision[0].line, printed(decision[0])
    if not minutes:
        report.append(ReportLine(line, "inferred", "only the decision is published for this item, no minutes", told))
        return _as_decision(decision)
    if _holds(minutes, decision):
        report.append(ReportLine(line, "dropped", "the decision, which the minutes of the item hold too", told))
        return minutes
    if item.cut:
        kept, joined = _joined(minutes, decision)
        said = "the decision was taken to go on where the page cuts the minutes off"
        report.append(ReportLine(line, "inferred", said, told))
        return (*kept, *(joined or _as_decision(decision)))
    if _decides(minutes):
        said = "the decision is printed in other words than in the minutes; it was kept as a quotation, for a person to compare"
        report.append(ReportLine(line, "inferred", said, told))
        return (*minutes, *(replace(block, quoted=True) for block in decision))
    report.append(
        ReportLine(line, "inferred", "the decision is printed apart from the minutes; it was put after them", told)
    )
    return (*minutes, *_as_decision(decision))


def _holds(minutes: Sequence[TextBlock], decision: Sequence[TextBlock]) -> bool:
    """Whether the minutes hold each paragraph of the decision, word for word and in order."""
    text, at = f" {_said(minutes)} ", 0
    for block in decision:
        said = " ".join(_words(block))
        found = text.find(f" {said} ", at) if said else at
        if found < 0:
            return False
        at = found + len(said)
    return True


def _decides(blocks: Sequence[TextBlock]) -> bool:
    reader = decisions.reader(OPERATIVE_WORDS, blocks)
    return any(decisions.opening(reader, block, None) for block in blocks)


def _as_decision(decision: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """The decision as the engine knows one: by its own operative word, else by the label that the page prints."""
    if _decides(decision):
        return tuple(decision)
    first = decision[0]
    label = "Decision:"
    if first.label or first.kind != "paragraph":
        return (
            TextBlock("paragraph", label, bold=((0, len(label)),), line=first.line, last_line=first.line),
            *decision,
        )
    return (_after(label, first, ((0, len(label)),)), *decision[1:])


def _joined(
    minutes: Sequence[TextBlock], decision: Sequence[TextBlock]
) -> tuple[tuple[TextBlock, ...], tuple[TextBlock, ...]]:
    """Minutes that are cut off in the middle of their decision, up to where it begins; and the whole decision. Where
    they stop before it: the minutes, and nothing.
    """
    spoken = [(word, place) for place, block in enumerate(minutes) for word in _words(block)]
    shared = _overlap([word for word, _ in spoken], [word for block in decision for word in _words(block)])
    if shared < _OVERLAP:
        return tuple(minutes), ()
    begins = spoken[-shared][1]
    before = sum(place == begins for _, place in spoken[:-shared])
    kept, block = minutes[:begins], minutes[begins]
    if not before:
        return tuple(kept), tuple(decision)
    lead = _first_words(printed(block), before)
    return tuple(kept), (_after(lead, decision[0], ()), *decision[1:])


def _after(lead: str, block: TextBlock, bold: tuple[tuple[int, int], ...]) -> TextBlock:
    """A block with words before its own."""
    shift = len(lead) + 1
    moved = tuple((start + shift, end + shift) for start, end in block.bold)
    return replace(block, text=f"{lead} {block.text}", bold=(*bold, *moved))


def _first_words(text: str, count: int) -> str:
    """The beginning of a text that holds so many words."""
    ends = [found.end() for found in re.finditer(r"[^\W_]+", text.casefold())]
    return text[: ends[count - 1]]


def _overlap(text: Sequence[str], beginning: Sequence[str]) -> int:
    """How many words at the end of a text are those at the beginning of another: the most there are."""
    both = [*beginning, "", *text[-len(beginning) :]]
    borders = [0] * len(both)
    for place in range(1, len(both)):
        length = borders[place - 1]
        while length and both[place] != both[length]:
            length = borders[length - 1]
        borders[place] = length + (both[place] == both[length])
    return borders[-1]


def _said(blocks: Sequence[TextBlock]) -> str:
    return " ".join(word for block in blocks for word in _words(block))


def _words(block: TextBlock) -> list[str]:
    return words(block.text if is_bullet(block.label) else printed(block))
