"""The body of a minutes file to items: the block grammar of ``content/guide/format.md``.

Codes: M001 text outside an item, M002 a heading, M003 two items of one id, M004 a list that skips a level or goes too deep,
M006 indentation, M010 a table, M011 a recorded vote without its list, M012 text in a list, M013 nothing after a mark,
M014 what a quotation or entry cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from minutebook.identity import item_key
from minutebook.model import Block, Decision, Item, List, Section, Vote
from minutebook.problems import Location, Problem
from minutebook.reading.blocks import Line, read_blocks
from minutebook.reading.decisions import check_clauses, vote
from minutebook.reading.inline import NUMBER, passage, plain

SECTIONS: dict[str, Section] = {"Public business": "public", "Private business": "private"}
_KEY = re.compile(r"(?P<title>.*) \{#(?P<key>[a-z0-9][a-z0-9.-]*)\}")


def read_items(
    body: str, first_line: int, file: str, words: Collection[str], problems: list[Problem]
) -> tuple[Item, ...]:
    """All items of a body. ``words`` are the operative words that open decisions."""
    lines = [Line(text, Location(file, number, 1)) for number, text in enumerate(body.split("\n"), first_line)]
    section: Section = "public"
    found: list[Item] = []
    current: Item | None = None
    start = 0
    for number, line in enumerate(lines):
        if not re.match(r"##? |##?$", line.text):
            continue
        _close(current, lines[start:number], words, problems, found)
        current, start = None, number + 1
        if line.text.startswith("##"):
            current = _heading(line, section, problems)
        elif line.text[2:].strip() in SECTIONS:
            section = SECTIONS[line.text[2:].strip()]
        else:
            wanted = " or ".join(f"# {name}" for name in SECTIONS)
            problems.append(Problem(line.location, "M002", f"unknown section {line.text!r}", wanted))
    _close(current, lines[start:], words, problems, found)
    _check_ids(found, problems)
    return tuple(found)


def _close(
    item: Item | None, lines: list[Line], words: Collection[str], problems: list[Problem], found: list[Item]
) -> None:
    """Give the open item its blocks; report text that stands in no item."""
    if item is not None:
        found.append(replace(item, blocks=_joined(read_blocks(lines, words, problems), problems)))
        return
    stray = next((line for line in lines if line.text.strip()), None)
    if stray is not None:
        told = f"text outside an item: {stray.text.strip()[:60]!r}"
        problems.append(Problem(stray.location, "M001", told, "an item's heading (## 36. Title) before it"))


def _heading(line: Line, section: Section, problems: list[Problem]) -> Item | None:
    raw, where = line.text[2:].strip(), line.location
    indent = len(line.text) - len(line.text[2:].lstrip())
    key = _KEY.fullmatch(raw)
    raw = key["title"] if key else raw
    number = NUMBER.match(raw + " ")
    rest = raw[number.end() :] if number else raw
    begins = Location(where.file, where.line, where.column + indent + (number.end() if number else 0))
    title = plain(passage((rest, begins)), problems, opening=True)
    if key is None and re.search(r"(?<!\\)\{#[^{}]*\}$", raw):
        wanted = r"an id of small letters, digits, points and hyphens: {#47-2}; or \{ for a brace"
        problems.append(Problem(begins, "M002", f"no id of an item at the end of the heading {raw[-40:]!r}", wanted))
    if not title:
        problems.append(Problem(where, "M002", "an item's heading without a title", "## 36. Title"))
        return Item(number["number"] if number else "", "Untitled", section, location=where)
    return Item(number["number"] if number else "", title, section, (), key["key"] if key else "", where)


def _joined(blocks: list[Block], problems: list[Problem]) -> tuple[Block, ...]:
    """Lists go to the decision or vote that they directly follow."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, List) and isinstance(last, Decision) and not last.clauses:
            check_clauses(block.entries, problems)
            joined[-1] = replace(last, clauses=block.entries)
        elif isinstance(block, List) and isinstance(last, Vote) and not last.lines:
            joined[-1] = vote(last, block, problems)
        else:
            joined.append(block)
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Vote) and not any(
            isinstance(following, List) for following in blocks[number : number + 1]
        ):
            problems.append(Problem(block.location, "M011", "a recorded vote without a list", "- For (12): names …"))
    return tuple(joined)


def _check_ids(found: list[Item], problems: list[Problem]) -> None:
    seen: dict[str, Location] = {}
    for item in found:
        key = item_key(item)
        if re.search(r"-decision-\d", key):
            told = f"the id {key!r} reads as the address of a decision"
            problems.append(Problem(item.location, "M003", told, "another id at the end of the heading: {#…}"))
        if key in seen:
            told = f"two items have the id {key!r} (the first in line {seen[key].line})"
            wanted = f"an id of its own at the end of one heading, such as {{#{key}-2}}"
            problems.append(Problem(item.location, "M003", told, wanted))
        seen.setdefault(key, item.location)
