"""The papers of a pack that are no minutes, known by how they begin: where a stretch of minutes ends.

A front sheet, a blank page, a heading above all headings of the minutes, the line that closes the meeting. After the
decision of an extract also a title that repeats the item's, and one below which paragraphs are numbered from 1. None of
them ends minutes whose numbering goes on after it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from minutebook.importers import candidates, closing, dates, furniture, sections, titles
from minutebook.importers.blocks import Reading, TextBlock, all_bold, printed
from minutebook.reading.decisions import OPERATIVE_WORDS

Number = tuple[int, ...]
"""The numbers in an item's number: (36, 25) for 36/25."""

_PAPER = re.compile(
    r"(?:(?:public|private|exempt|confidential|open|joint)\s+)?(?:report|briefing (?:note|paper)|information (?:note|paper)|cover(?:ing)? report|front sheet)"
    r"(?:\s+(?:to|for)\b.*|\s*:.*)?|(?:to be (?:considered|presented|submitted)|for (?:consideration|decision|information)) (?:at|by)\b.{0,120}"
    r"|(?:table of )?contents|agenda|agenda item(?: no\.?)?\s*:?\s*\d+\s*\w?|(?:appendix|annexe?|enclosure|attachment|schedule)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4}|one|two|three)\b.{0,120}",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:name of (?:the )?cabinet member|director approving\b.*|wards? ?(?:\(s\))? affected|is this a key decision|report author|list of appendices)\s*[:?].*"
    r"|(?:\d\.?\s*)?(?:executive summary|purpose of (?:the |this )?(?:report|note))\s*:?"
    r"|dear\b[^.]{0,60}",
    re.IGNORECASE,
)
_PART_OF_ITEM = re.compile(
    r"(?:private|exempt|note|reasons?|alternatives?|options?|amendment|motion|vot(?:e|es|ing)|recorded|for|against|abst\w+|recommend\w*|decision)\b",
    re.IGNORECASE,
)
"""How lines begin that stand apart from the text of an item and belong to it."""
_FIRST = re.compile(r"1(?:\.[01])?[.)]?")
_MEMO = re.compile(r"(?:to|from|date|subject|re)\s*:.*", re.IGNORECASE)
_LAST = 40
"""Blocks that may stand between a letter or list in the last minute and the line that closes the meeting."""
_TITLES = 9
"""Short lines that may stand above what a paper is known by: the bodies that it goes to, and the days."""
_NEXT = 12
"""Blocks below the title of a paper that hold no decision; below a sub-heading of an item one may stand."""
_NO_LEVEL = 9
"""Below all levels of headings."""
_GAP = 5
"""Lines from one block to the next where a page of the printed document has ended."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A document's blocks with what tells papers apart: each block's number, and the lines where pages are blank."""

    blocks: Sequence[TextBlock]
    numbers: Sequence[Number]  # of the heading that a block may be, empty where it is none
    coming: Sequence[int]  # the place of the next number from a block on
    blanks: Sequence[int]


def of(reading: Reading) -> Sheets:
    """What tells the papers of a document apart."""
    numbers = [heading_number(block) for block in reading.blocks]
    coming = [len(numbers)]
    for place in range(len(numbers) - 1, -1, -1):
        coming.append(place if numbers[place] else coming[-1])
    blanks = sorted(line.line for line in reading.report if furniture.is_blank_page(line.text))
    return Sheets(reading.blocks, numbers, coming[::-1], blanks)


def heading_number(block: TextBlock) -> Number:
    """The number of the item or section that a block may be the heading of; empty where it looks like none, or a date."""
    found = candidates.numbered_heading(block)
    if found and any(not date.start for date in dates.dates_in(printed(block)[:40])):
        return ()
    return tuple(int(part) for part in re.findall(r"\d+", found)) if found else ()


def end(sheets: Sheets, place: int, below: int, limit: int, *, extract: bool) -> int:
    """The block after the last of the minutes whose heading stands at ``place``. ``limit`` is where others begin."""
    blocks = sheets.blocks
    seen: set[Number] = set()
    heads: list[list[str]] = []
    top = min([block.level for block in blocks[place:below] if block.kind == "heading"], default=_NO_LEVEL)
    decided = told = False
    for at in range(below, limit):
        block = blocks[at]
        first = not seen and (top == _NO_LEVEL or sheets.numbers[at])  # the first of their headings is above none
        above = not first and _is_above(block, top)
        paper = at > below and (_is_paper(blocks, at) or above) and not _closes_soon(blocks, at, limit)
        blank = at > below and _after_blank_page(sheets, at)
        page = at > below and extract and decided and _after_break(blocks, at)
        title = extract and decided and _is_next_title(sheets, at, limit, heads)
        if (paper or blank or page or title) and not _goes_on(sheets, at, limit, seen):
            above_it = None if blank else _is_title if paper else _is_apart if title else _is_route
            return _with_titles(sheets, at, below, above_it) if above_it else at
        if block.kind == "heading" and sections.section_of(block.text) is None:
            top = min(top, block.level)
        if sheets.numbers[at]:
            seen.add(sheets.numbers[at])
            heads.append(_words(block.text))
        decided = decided or _decides(block)
        told = told or (len(block.text) > 40 and block.text.endswith("."))
        if (seen or told) and closing.ends_meeting(block) and not _goes_on(sheets, at + 1, limit, seen):
            return _signed(blocks, at + 1, limit)
    return limit


def _is_paper(blocks: Sequence[TextBlock], at: int) -> bool:
    """Whether a report, note, agenda, appendix or letter begins with a block, or with it and the one before it."""
    block = blocks[at]
    text = printed(block).strip()
    if block.kind == "row" or len(text) > 150:
        return False
    memo = _MEMO.fullmatch(text) and _MEMO.fullmatch(printed(blocks[at - 1]))
    return bool(memo or _FIELD.fullmatch(text)) or (not text.endswith(".") and bool(_PAPER.fullmatch(text)))


def _is_above(block: TextBlock, top: int) -> bool:
    """Whether a block is a heading of a higher level than all headings of the minutes."""
    return block.kind == "heading" and block.level < top and sections.section_of(block.text) is None


def _closes_soon(blocks: Sequence[TextBlock], at: int, limit: int) -> bool:
    """Whether the meeting closes a little below, so that a block is part of its last minute."""
    return any(closing.ends_meeting(block) for block in blocks[at : min(at + _LAST, limit)])


def _after_blank_page(sheets: Sheets, at: int) -> bool:
    """Whether a page before a block says that it is blank, or holds nothing at all."""
    before, block = sheets.blocks[at - 1], sheets.blocks[at]
    place = bisect_left(sheets.blanks, before.last_line)
    return block.page > before.page + 1 or (place < len(sheets.blanks) and sheets.blanks[place] <= block.line)


def _after_break(blocks: Sequence[TextBlock], at: int) -> bool:
    """Whether a page ends before a block, and the block begins something: a title, not the rest of a text or list."""
    block, before = blocks[at], blocks[at - 1]
    if block.page == before.page and block.line - before.last_line < _GAP:
        return False
    text = printed(block)
    title = block.kind == "heading" or all_bold(block) or (len(text) <= 100 and not text.endswith((".", ";", ":", ",")))
    return (
        title
        and block.kind in {"heading", "paragraph"}
        and not block.label
        and text[:1].isupper()
        and not _decides(block)
    )


def _goes_on(sheets: Sheets, at: int, limit: int, seen: set[Number]) -> bool:
    """Whether the next number before ``limit`` follows one of those seen, so that these are still the same minutes."""
    place = sheets.coming[at]
    number = sheets.numbers[place] if place < limit else ()
    before = {(*number[:part], number[part] - 1, *number[part + 1 :]) for part in range(len(number))}
    return number not in seen and not before.isdisjoint(seen)


def _decides(block: TextBlock) -> bool:
    return any(word.upper() in block.text for word in OPERATIVE_WORDS)


def _is_next_title(sheets: Sheets, at: int, limit: int, heads: Sequence[Sequence[str]]) -> bool:
    """Whether a block after an extract's decision is the title of the next paper, though no page ends before it: it
    repeats the title of an item (``heads``, in words), or numbers begin anew below it.
    """
    blocks = sheets.blocks
    if not _is_apart(sheets, at) or any(_decides(block) for block in blocks[at + 1 : min(at + _NEXT, limit)]):
        return False
    title = _words(blocks[at].text)
    return any(_repeats(head, title) for head in heads[:_NEXT]) or _is_numbered_anew(sheets, at, limit)


def _is_apart(sheets: Sheets, at: int) -> bool:
    """Whether a block stands apart from the text as titles do, and is no part of an item."""
    block = sheets.blocks[at]
    apart = block.kind == "heading" or all_bold(block) or block.text.isupper()
    of_item = _PART_OF_ITEM.match(block.text) or sections.section_of(block.text) is not None
    return apart and not of_item and _is_short(sheets, at, 120)


def _repeats(head: Sequence[str], title: Sequence[str]) -> bool:
    """Whether a title holds the words of an item's heading in their order, and not many more."""
    rest = iter(title)
    return len(head) > 2 and len(title) <= 2 * len(head) and all(word in rest for word in head)


def _words(text: str) -> list[str]:
    """The words of a title by which it is known: long ones and numbers."""
    return re.findall(r"\d+|\w{4,}", text.casefold())


def _is_numbered_anew(sheets: Sheets, at: int, limit: int) -> bool:
    """Whether sections or paragraphs below a title are numbered from 1: a heading of its own, or 1.1."""
    for block in sheets.blocks[at + 1 : min(at + _TITLES, limit)]:
        first = block.label or printed(block).partition(" ")[0]
        if _FIRST.fullmatch(first):
            return "." in first.strip(".") or block.kind == "heading" or all_bold(block)
        if block.label and block.label[0].isdigit():
            return False
    return False


def _with_titles(sheets: Sheets, at: int, below: int, is_title: Callable[[Sheets, int], bool]) -> int:
    """Where another paper really begins: with the short lines that stand above the one it was known by."""
    first = at
    while first > max(below + 1, at - _TITLES) and is_title(sheets, first - 1):
        first -= 1
    return first


def _is_title(sheets: Sheets, at: int) -> bool:
    return _is_short(sheets, at, 60)


def _is_route(sheets: Sheets, at: int) -> bool:
    """Whether a line says only which body a report goes to, or when."""
    text = sheets.blocks[at].text
    name = re.sub(r"\s*\(\d+\)$", "", text)
    body = any(found.end() == len(name) for found in titles.TYPE.finditer(name))
    return _is_short(sheets, at, 60) and (body or not titles.without_dates(text).strip("\x01 ,–-"))


def _is_short(sheets: Sheets, at: int, most: int) -> bool:
    """Whether a block is a line of no list, no sentence, no decision and no item's heading, of ``most`` characters."""
    block = sheets.blocks[at]
    short = (
        block.kind in {"paragraph", "heading"} and not block.label and len(block.text) <= most and not _decides(block)
    )
    return short and not sheets.numbers[at] and not block.text.endswith((".", ";", ":", ","))


def _signed(blocks: Sequence[TextBlock], at: int, limit: int) -> int:
    """After the closing line, the places to sign, which are the minutes' own."""
    while at < limit and furniture.is_signature(printed(blocks[at]), closed=True):
        at += 1
    return at
