"""Extracts of one meeting, printed in several places of a document, made one meeting; full minutes take their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importers import engine, titles
from minutebook.importers.engine import Draft
from minutebook.importers.report import ReportLine
from minutebook.model import Item, Meeting
from minutebook.text import item_text


def merge(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of a document, one a meeting, in the order in which each was first met with."""
    meetings: list[list[Draft]] = []
    for draft in drafts:
        same = next((known for known in meetings if _is_same(known[0].meeting, draft.meeting)), None)
        if same is None:
            meetings.append([draft])
        else:
            same.append(draft)
    return tuple(_merged(same) for same in meetings)


def _is_same(one: Meeting, other: Meeting) -> bool:
    """Whether two drafts are of one meeting: body and day, and no two hours at which it began."""
    named = titles.folded(one.body) == titles.folded(other.body) and one.date == other.date
    return named and (one.start == other.start or one.start is None or other.start is None)


def _merged(drafts: Sequence[Draft]) -> Draft:
    """One meeting of its drafts: the facts of the fullest, the items of all, each once and in the order of their numbers."""
    if len(drafts) == 1:
        return drafts[0]
    whole = min(drafts, key=lambda draft: draft.meeting.extract).meeting
    report = [line for draft in drafts for line in draft.report]
    items: dict[tuple[str, str], Item] = {}
    for meeting in (whole, *(draft.meeting for draft in drafts if draft.meeting is not whole)):
        report.extend(_differences(whole, meeting))
        for item in meeting.items:
            known = items.setdefault((item.number, titles.folded(item.title)), item)
            if _words(known) != _words(item):
                said = f"minute {item.number or item.title} is printed twice with other words; these were left out"
                report.append(ReportLine(item.location.line, "unplaced", said, item_text(item)))
    keyed, repeated = engine.with_keys(_ordered(tuple(items.values())))
    first, last = (draft.meeting.source.lines for draft in (drafts[0], drafts[-1]))
    source = replace(whole.source, lines=(first[0], last[1]))
    merged = replace(
        whole,
        items=keyed,
        source=source,
        start=whole.start or next((d.meeting.start for d in drafts if d.meeting.start), None),
    )
    said = f"the minutes of this meeting stand in {len(drafts)} places of the document and were made one file"
    report.append(ReportLine(first[0], "inferred", said, whole.source.title))
    return Draft(merged, tuple(sorted({*report, *repeated})))


def _differences(whole: Meeting, other: Meeting) -> Iterator[ReportLine]:
    if (other.attendance, other.apologies) not in ((whole.attendance, whole.apologies), ((), ())):
        said = "the people named here are not those of the other places of the same meeting; the others were kept"
        yield ReportLine(other.source.lines[0], "unplaced", said, other.source.title)


def _words(item: Item) -> list[str]:
    return re.findall(r"\w+", item_text(item).casefold())


def _ordered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items in the order of their numbers, if each has one of its own; else in the order printed."""
    numbers = [tuple(int(part) for part in re.findall(r"\d+", item.number)) for item in items]
    if not all(numbers) or len(set(numbers)) < len(numbers):
        return items
    return tuple(item for _, item in sorted(zip(numbers, items, strict=True), key=lambda pair: pair[0]))
