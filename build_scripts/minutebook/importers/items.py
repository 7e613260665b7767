"""Where each minute begins: numbered headings, with or without marks, or the headings of a document without numbers.

A number at the start of a line may be a minute's, a clause's or a sub-heading's. What tells them apart is the row: the
minutes of a meeting are numbered upwards, and of all rows that the numbers of a document can make, the one whose lines
look most like headings is that of its minutes.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.importers import candidates, closing, item_rows, labels, restarts, sections, unnumbered
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.item_rows import Candidate, Value
from minutebook.importers.report import ReportLine
from minutebook.model import Section

_SHOUTED_TITLE = re.compile(r"(?P<title>[A-Z][A-Z'’&,/ -]{4,60}[A-Z])(?::| [–—-])\s+(?P<text>\S.*[a-z].*)", re.DOTALL)
_RUN_IN = re.compile(
    r"(?P<title>[A-Z][^:.;\n]{2,110}?)(?:[:.]|(?:\s[–—-]|[–—])(?=\s.*[.)]$))\s+(?P<text>\S.*)", re.DOTALL
)
_SHORT = 60
"""Characters of a title, where nothing sets titles apart."""


@dataclass(frozen=True, slots=True)
class Start:
    """The heading of one item: the block or blocks it stands in, its number and title as printed, its section."""

    place: int  # of its first block
    end: int  # of the block after its last
    number: str
    title: str
    section: Section = "public"
    line: int = 0
    run_on: str = ""  # the text of the item, where it runs on after its title in one paragraph


@dataclass(frozen=True, slots=True)
class Found:
    """The items of a document; ``sections`` are the places of section headings, ``headed`` is whether one is private."""

    starts: tuple[Start, ...]
    sections: tuple[int, ...]
    headed: bool
    report: tuple[ReportLine, ...]


def find(blocks: Sequence[TextBlock]) -> Found:
    """The items of a document, in order: those that its format marks, else those that its lines look like."""
    headings = {place: section for place, block in enumerate(blocks) if (section := _section(block))}
    report: list[ReportLine] = []
    marked = [place for place, block in enumerate(blocks) if block.item and place not in headings]
    starts = [_marked(blocks[place], place) for place in marked] or _guessed(blocks, headings, report)
    placed = tuple(_titled(start, blocks) for start in _in_sections(starts, headings))
    first, last = (placed[0].place, len(blocks)) if placed else (0, 0)
    used = tuple(place for place in headings if place < last)
    for place in used:
        said = f"the heading of the {headings[place]} section; the file has its own"
        report.append(ReportLine(blocks[place].line, "dropped", said, printed(blocks[place])))
    headed = any(headings[place] == "private" and place > first for place in used)
    return Found(placed, used, headed, tuple(report))


def _titled(start: Start, blocks: Sequence[TextBlock]) -> Start:
    """An item has a title: where none stands beside the number, it is what stands behind it, or else below it."""
    if start.title:
        return start
    if start.run_on:
        return replace(start, title=start.run_on, run_on="")
    below = printed(blocks[start.end]) if start.end < len(blocks) else ""
    return replace(start, title=below, end=start.end + 1) if below else replace(start, title="Item without a title")


def _marked(block: TextBlock, place: int) -> Start:
    """The start of an item at a heading that the format marks as one: a number with its full stop, and the title."""
    found = candidates.numbered(block)
    if found and found["stop"] == ".":
        return Start(place, place + 1, re.sub(r"\s", "", found["number"]), found["title"], line=block.line)
    return Start(place, place + 1, "", printed(block), line=block.line)


def _guessed(blocks: Sequence[TextBlock], headings: dict[int, Section], report: list[ReportLine]) -> list[Start]:
    """The items of a document whose format marks none."""
    possible = [one for one in candidates.read(blocks) if one.place not in headings]
    ended = next((place for place, block in enumerate(blocks) if closing.ends_meeting(block)), len(blocks))
    if not any(place > ended for place in headings):
        possible = item_rows.without_repeats(possible, ended)
    best = item_rows.with_gaps_filled(item_rows.best(possible), possible)
    lost = [place for place in unnumbered.without_their_numbers(blocks) if place not in headings]
    if lost and len(lost) > len(best):
        left = [_start(one, blocks[one.place], split=False) for one, _ in best if one.weight > 0]
        return sorted([*_without_numbers(lost, blocks, report), *left], key=lambda start: start.place)
    runs = restarts.in_runs(best, possible, blocks)
    valued = runs if len(runs) > len(best) else _with_restarts(best, possible, headings)
    row = [one for one, _ in valued]
    headed = unnumbered.places(blocks, headings)
    if len(headed) > 1 and not _is_any_marked(row, blocks):
        if restarts.heads_items(valued, headed, blocks):
            report.extend(_above_items(row, headed, blocks))
        else:
            row, valued = [], []
    capitals = sum(one.title.isupper() for one in row) * 2 >= len(row)
    starts = [_start(one, blocks[one.place], split=capitals) for one in row]
    if row and _is_any_marked(row, blocks):
        starts = [*_without_numbers(unnumbered.before(blocks, row[0].place, headings), blocks, report), *starts]
    if row and not _is_any_marked(row, blocks):
        run_in, said = _run_in(blocks)
        many = (
            len(run_in) >= 2 * len(row) or sum(start.run_on.endswith((".", ")")) for start in run_in) > len(run_in) / 2
        )
        if many and {one.place for one in row} <= {start.place for start in run_in}:
            report.extend(said)
            return run_in
    report.extend(_doubts(valued, blocks))
    if not starts:
        starts = _without_numbers(headed, blocks, report)
    if not starts:
        starts, said = _run_in(blocks)
        report.extend(said)
    return starts or _without_numbers(unnumbered.plain(blocks, headings), blocks, report)


def _start(one: Candidate, block: TextBlock, *, split: bool) -> Start:
    """The start of an item; where titles stand in capitals (``split``), what follows one on its line is its text."""
    run_in = _SHOUTED_TITLE.fullmatch(one.title) if split else candidates.attended(one.title)
    if run_in and one.end == one.place + 1 and not run_in["text"].isupper():
        return Start(one.place, one.end, one.number, run_in["title"], line=block.line, run_on=run_in["text"])
    return Start(one.place, one.end, one.number, one.title, line=block.line)


def _without_numbers(places: Sequence[int], blocks: Sequence[TextBlock], report: list[ReportLine]) -> list[Start]:
    said = "this heading was taken to begin an item without a number"
    report.extend(ReportLine(blocks[place].line, "inferred", said, printed(blocks[place])) for place in places)
    return [Start(place, place + 1, "", _title(blocks[place]), line=blocks[place].line) for place in places]


def _title(block: TextBlock) -> str:
    return block.text if labels.is_bullet(block.label) else printed(block)


def _is_any_marked(row: Sequence[Candidate], blocks: Sequence[TextBlock]) -> bool:
    return any(unnumbered.is_marked(block) for one in row for block in blocks[one.place : one.end])


def _above_items(row: Sequence[Candidate], headed: Sequence[int], blocks: Sequence[TextBlock]) -> Iterator[ReportLine]:
    """The headings above several items, for which the file has no place of their own."""
    begun = {one.place for one in row[1:]}
    for place in headed:
        if place + 1 in begun:
            said = "this heading above the items that follow was kept at the end of the item before"
            yield ReportLine(blocks[place].line, "inferred", said, printed(blocks[place]))


def _run_in(blocks: Sequence[TextBlock]) -> tuple[list[Start], list[ReportLine]]:
    """Items whose text runs on after a short title, in minutes that head none otherwise: "4. Grass cutting: …"."""
    texts: dict[int, str] = {}
    possible = []
    for place, block in enumerate(blocks):
        found = candidates.numbered(block)
        title = _RUN_IN.fullmatch(found["title"]) if found else None
        if found and (title or len(found["title"]) <= _SHORT):
            texts[place] = title["text"] if title else ""
            head = title["title"] if title else found["title"]
            weight = 1.0 if len(head) <= _SHORT else -1.0
            possible.append(Candidate(place, place + 1, "", re.sub(r"\s", "", found["number"]), head, weight))
    row = [one for one, _ in item_rows.best(possible)]
    if len(row) < 3:
        return [], []
    said = "this was taken to be the title of an item, whose text runs on after it"
    lines = [blocks[one.place].line for one in row]
    starts = [
        Start(o.place, o.end, o.number, o.title, "public", at, texts[o.place]) for o, at in zip(row, lines, strict=True)
    ]
    return starts, [ReportLine(start.line, "inferred", said, start.title) for start in starts if start.run_on]


def _with_restarts(
    row: list[tuple[Candidate, Value]], possible: Sequence[Candidate], headings: dict[int, Section]
) -> list[tuple[Candidate, Value]]:
    """The row, and those of later sections in which it has no number because theirs begin again."""
    kept = list(row)
    places = sorted(place for place in headings if row and place > row[0][0].place)
    for first, last in pairwise([*places, sys.maxsize]):
        if not any(first < one.place < last for one, _ in row):
            again = item_rows.best([one for one in possible if first < one.place < last])
            if again and item_rows.mean_weight(again) >= item_rows.mean_weight(row) - 1:
                kept += again
    kept += _again_after(kept, possible)
    return sorted(kept, key=lambda one: one[0].place)


def _again_after(row: list[tuple[Candidate, Value]], possible: Sequence[Candidate]) -> list[tuple[Candidate, Value]]:
    """The row that begins again at 1 after one from 1, each in capitals: a second part that no heading opens."""
    last = max((one.place for one, _ in row), default=0)
    again = item_rows.best([one for one in possible if row and one.place > last])
    capitals = all(one.title.isupper() for one, _ in (*row, *again))
    return again if len(again) > 1 and capitals and row[0][1][0] == again[0][1][0] == 1 else []


def _section(block: TextBlock) -> Section | None:
    return None if block.label or block.kind in {"row", "entry"} else sections.section_of(block.text)


def _in_sections(starts: Sequence[Start], headings: dict[int, Section]) -> Iterator[Start]:
    places = sorted(headings)
    for start in starts:
        before = bisect_left(places, start.place)
        section = headings[places[before - 1]] if before else "public"
        yield replace(start, section=section)


def _doubts(row: Sequence[tuple[Candidate, Value]], blocks: Sequence[TextBlock]) -> Iterator[ReportLine]:
    """What is odd about a row: numbers that are missing or begin again, words before a number."""
    for one, _ in row:
        if one.word:
            yield ReportLine(blocks[one.place].line, "dropped", f"the word before the number {one.number}", one.word)
    for (first, was), (second, now) in pairwise(row):
        if now < was:
            said = f"the numbers begin again here, after {first.number}"
            yield ReportLine(blocks[second.place].line, "inferred", said, second.title)
        if now[0] > was[0] + 1:
            said = f"no item was found between {first.number} and {second.number}"
            yield ReportLine(blocks[second.place].line, "inferred", said, second.title)
