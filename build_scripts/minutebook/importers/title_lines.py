"""Numbered titles in text without blank lines: where one ends, and its text begins directly below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importers.line import ENDED, UNFINISHED, Line, fits, is_label, until_blank

_FIRST = re.compile(r"[*_]*1\.\s+[*_]*[A-Z]")
"""The first of the sub-headings of an item."""
_ITEM = re.compile(r"[*_]*\d{1,3}(?:\.[*_]*(?:\s|$)|\s+(?=[*_]*[A-Z]))")
"""How the heading of an item begins."""
_UNTITLED = re.compile(r"[.!?:;,]-?[\"'’”)\]*]*$")
"""How no title ends."""
_SMALL = frozenset(
    "about above across after against among before between from into over through under upon with within".split()
)
"""Words of more than three letters that titles write small."""
_SENTENCE = frozenset("The There This These It Further Following Members".split())
"""How sentences begin, and no line in which a title goes on."""


def heads(lines: Sequence[Line], below: Sequence[Line], width: int) -> bool:
    """Whether a numbered line is a title, directly ``below`` which its text begins: it stops well before it had to.

    Its number may stand in a line of its own.
    """
    first, last, line = lines[0], lines[-1], below[0]
    alone = len(lines) == 2 and is_label(first)
    if not (first.label and (len(lines) == 1 or alone)) or first.mark or line.indent > first.indent:
        return False
    words = re.findall(r"[^\W\d_]\S*", last.text.lstrip("*_ ").removeprefix(first.label))
    if not words or words[0][0].islower() or words[-1].lower() in UNFINISHED or _UNTITLED.search(last.text):
        return False
    begin = line.text.lstrip("*_ ")[:1]
    capitals = all(word[0].isupper() or word in _SMALL for word in words if len(word) > 3)
    titled = capitals and not first.label.endswith(")")
    if titled and (line.text.split()[0] in _SENTENCE or _FIRST.match(line.text)):
        return True
    if not (begin.isupper() or (begin.isdigit() and len(words) < 4)):
        return False
    if titled and any(map(_is_lower, line.text.split()[:6])):
        return fits(last, line, 0.95 * width)
    full = max(len(known.text) for known in below)
    return fits(last, line, (0.75 if capitals else 0.6) * width) or fits(last, line, 0.75 * full)


def begins_item(last: Line, line: Line, ahead: Sequence[Line], width: int) -> bool:
    """Whether a line is a numbered title, by the sentence below it: so it begins an item, whatever the one before it is."""
    below = list(until_blank(ahead))
    finished = ENDED.search(last.text) or last.text.endswith(")")
    found = _ITEM.match(line.text)
    if not (finished and found and below) or below[0].label:
        return False
    return heads([replace(line, text=f"1. {line.text[found.end() :]}")], below, width)


def stops_short(lines: Sequence[Line], line: Line) -> bool:
    """Whether a numbered text that was wrapped stops where it had room for more, and another begins: a title's end."""
    words = lines[-1].text.replace(")", "").split()
    room = 0.6 * max(len(known.text) for known in lines)
    if not words or not words[-1][-1].isalnum() or words[-1].lower() in UNFINISHED or not line.text[:1].isupper():
        return False
    if _ITEM.match(lines[0].text) and line.text.split()[0] in _SENTENCE:
        return True
    return len(lines) > 1 and fits(lines[-1], line, room)


def _is_lower(word: str) -> bool:
    """Whether a word is one that titles write with a capital, and sentences without."""
    return len(word) > 3 and word[0].islower()
