"""Where the reports of a pack begin: front sheets, notes with To, Date and Subject, papers titled like an item, work programmes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from minutebook.importers import dates
from minutebook.importers.blocks import TextBlock, all_bold, printed
from minutebook.importers.reports import programme
from minutebook.importers.reports.fields import Field

_STRONG = frozenset({"cabinet_member", "director", "wards", "key_decision"})
_WITHIN = 40
"""Blocks within which three labels of a front sheet stand."""
_MEMO = 6
_PURPOSE = 12
_STAMP = re.compile(r"agenda item(?: no\.?)?\s*:?\s*(?P<number>\d{1,3})(?:\s?\(?(?P<part>[a-z])\)?)?", re.IGNORECASE)
_NOTE = re.compile(r"briefing (?:note|paper)|information (?:note|paper)", re.IGNORECASE)
_ROUTE = 10
"""Blocks above the first label of a front sheet that may say which bodies the report goes to, and when."""


@dataclass(frozen=True, slots=True)
class Span:
    """A report: its first block, the first of what says something on the front sheet, and the block after its last."""

    first: int
    front: int
    end: int
    is_note: bool = False
    is_titled: bool = False  # without a front sheet, known by its title alone
    is_programme: bool = False
    stamp: str = ""  # the id of the agenda item printed above it: "6", "10/a"
    private: bool = False


def folded(title: str) -> str:
    """A title's words alone, for comparison."""
    return " ".join(re.findall(r"[^\W_]+", title.casefold()))


def find(
    blocks: Sequence[TextBlock], fields: Sequence[Field], free: Sequence[bool], titles: Collection[str]
) -> tuple[Span, ...]:
    """All reports, in order. ``free`` says of each block whether it is of no agenda and no minutes; ``titles`` are those of
    the agenda's items.
    """
    opened = list(_sheets(blocks, fields))
    known = {folded(_title(blocks, fields, place)) for place, _ in opened}
    starts: dict[int, Span] = {place: Span(place, place, place, is_note=is_note) for place, is_note in opened}
    for place in _titled(blocks, free, {folded(title) for title in titles} - known):
        starts.setdefault(place, Span(place, place, place, is_titled=True))
    for place in programme.starts(blocks, free):
        starts.setdefault(place, Span(place, place, place, is_titled=True, is_programme=True))
    ordered = [starts[place] for place in sorted(starts)]
    floor = 0
    found = []
    for span, after in zip(ordered, [*(later.front for later in ordered), len(blocks)][1:], strict=True):
        end = next((place for place in range(span.front, after) if not free[place]), after)
        found.append(_with_banner(blocks, span, end, floor, free))
        floor = span.front + 1
    return tuple(_apart(found))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, none of which reaches into the lines above the next."""
    for span, after in zip(spans, [*(later.first for later in spans), None][1:], strict=True):
        end = span.end if after is None else min(span.end, after)
        yield Span(
            span.first, span.front, max(end, span.front + 1), span.is_note, span.is_titled, span.is_programme, span.stamp,
            span.private,
        )  # fmt: skip


def _sheets(blocks: Sequence[TextBlock], fields: Sequence[Field]) -> Iterator[tuple[int, bool]]:
    """The block of the first label of each front sheet or note, and whether it is a note."""
    opening = [field for field in fields if field.opens]
    purposes = [field.place for field in fields if field.key == "summary"]
    seen: set[str] = set()
    reach = -1
    for at, field in enumerate(opening):
        if field.key not in seen and field.place <= reach:
            seen.add(field.key)
            continue
        near = [other for other in opening[at : at + 8] if other.place - field.place <= _WITHIN]
        keys = {other.key for other in near}
        memo = {other.key for other in near if other.place - field.place <= _MEMO}
        after = bisect_right(purposes, field.place)
        is_memo = {"report_to", "met", "title"} <= memo and any(
            place - field.place <= _PURPOSE for place in purposes[after : after + 1]
        )
        if (len(keys) >= 3 and keys & _STRONG) or is_memo:
            yield field.place, _is_note(blocks, field.place, strong=bool(keys & _STRONG))
            seen, reach = {field.key}, field.place + _WITHIN


def _is_note(blocks: Sequence[TextBlock], place: int, *, strong: bool) -> bool:
    """Whether a paper is a note: it says so above its first label, or has none of a front sheet's and calls itself no report."""
    above = any(_NOTE.fullmatch(printed(block).strip()) for block in blocks[max(place - 3, 0) : place])
    return above or not (strong or printed(blocks[place]).lower().startswith("report"))


def _title(blocks: Sequence[TextBlock], fields: Sequence[Field], place: int) -> str:
    """What the front sheet that begins at a place says its title is."""
    for field in fields:
        if field.key == "title" and place <= field.place <= place + _WITHIN:
            after = field.place + 1
            return field.value or (printed(blocks[after]) if after < len(blocks) else "")
    return ""


def _titled(blocks: Sequence[TextBlock], free: Sequence[bool], titles: set[str]) -> Iterator[int]:
    """The first heading that is the title of each item for which no front sheet stands in the pack."""
    left = {title for title in titles if len(title) >= 12}
    for place, block in enumerate(blocks):
        if left and free[place] and len(block.text) <= 200 and (block.kind == "heading" or all_bold(block)):
            title = folded(block.text)
            if title in left:
                left.discard(title)
                yield place


def _with_banner(blocks: Sequence[TextBlock], span: Span, end: int, floor: int, free: Sequence[bool]) -> Span:
    """A span with the lines above its first label that are its own: the stamp of the item, bodies and days."""
    first, stamp, private = span.front, "", False
    for place in range(span.front - 1, max(floor, span.front - _ROUTE) - 1, -1):
        text = printed(blocks[place]).strip()
        if not free[place] or len(text) > 100 or text.endswith((".", ";")) or blocks[place].kind == "entry":
            break
        found = _STAMP.fullmatch(text)
        if found:
            stamp = found["number"] + (f"/{found['part'].lower()}" if found["part"] else "")
            first = place
            break
        private = private or bool(re.fullmatch(r"(?:private|exempt|confidential) report", text, re.IGNORECASE))
        if _is_banner(text):
            first = place
    first = _with_bodies(blocks, first, span.front, floor)
    return Span(first, span.front, end, span.is_note, span.is_titled, span.is_programme, stamp, private)


def _with_bodies(blocks: Sequence[TextBlock], first: int, front: int, floor: int) -> int:
    """Where the lines of the bodies begin, as many as the days above the first label."""
    days = sum(is_day(printed(block)) for block in blocks[first:front])
    above = range(max(first - days, floor), first)
    is_body = all(len(printed(blocks[place])) <= 100 and blocks[place].kind != "entry" for place in above)
    return above.start if days and is_body and len(above) == days else first


def _is_banner(text: str) -> bool:
    """Whether a line above a front sheet is surely its own: a day, or what kind of paper it is."""
    kind = r"(?:public|private|exempt|confidential|joint|open)?\s*(?:report|briefing (?:note|paper))"
    return is_day(text) or bool(re.fullmatch(kind, text, re.IGNORECASE))


def is_day(line: str) -> bool:
    """Whether a line is a day and nothing else."""
    found = list(dates.dates_in(line))
    return len(found) == 1 and len(line.strip(" .")) - (found[0].end - found[0].start) <= 1
