"""Lines that may begin a numbered item, and how much each looks like the heading of a minute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importers import business, labels
from minutebook.importers.blocks import TextBlock, all_bold, printed
from minutebook.importers.item_rows import Candidate
from minutebook.reading.decisions import OPERATIVE_WORDS

_NUMBERED = re.compile(
    r"(?P<word>(?:(?:agenda )?item|minute|min)\.?\s+(?:nos?\.?\s*)?|\*\s?)?"
    r"(?P<number>\d{3,4}\.\d{1,3}(?=\s)|\d{1,3}\.\d\d(?=\s*[–—-]\s)|(?:[A-Z]{1,6}[./-]?)?\d{1,5}(?:/\d{1,4}){0,3}(?:(?<=/\d\d)-\d\d)?(?:\s?\([a-z]\)|[a-z](?=[.:)\s]))?)"
    r"(?P<stop>[.:)](?!\d)|/(?=\s)|\s*[–—-](?=\s)|(?=\s|$))\s*(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AGENDA_NUMBER = re.compile(r"\((?:agenda )?item\s+(?:no\.?\s*)?\d{1,3}[a-z]?\)", re.IGNORECASE)
"""The agenda's number, where it stands between a minute's own and its title."""
_ATTENDED = re.compile(
    r"(?P<title>(?:to (?:receive|accept|consider|note) )?(?:those |members |councillors )?"
    r"(?:apologies(?: for absence)?|present|(?:in )?attend(?:ance|ing|ees))):\s+"
    r"(?P<text>(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Apologies)\b|Chair).*)",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = frozenset("a an the of and or in on for to by with at from as is be".split())


def read(blocks: Sequence[TextBlock]) -> Iterator[Candidate]:
    """Every block that may begin a numbered item, with how much it looks like it."""
    open_label, lead = "", False
    for place, block in enumerate(blocks):
        found = numbered(block)
        if found:
            listed = labels.follows(block.label, open_label) or (lead and labels.begins(block.label))
            yield from _candidate(blocks, place, found, listed=listed)
        if block.label:
            open_label = block.label
        elif block.kind == "paragraph":
            lead = bool(re.search(r":[-–—]?$", block.text))
            open_label = "" if block.text.endswith(".") else open_label
        elif block.kind == "row":
            open_label, lead = "", False


def _candidate(blocks: Sequence[TextBlock], place: int, found: re.Match[str], *, listed: bool) -> Iterator[Candidate]:
    """The item that a numbered block may begin: its title stands beside the number, else below it, else above."""
    title, first, end = found["title"].strip(), place, place + 1
    head = title
    if not title or _AGENDA_NUMBER.fullmatch(title):
        below = blocks[end] if end < len(blocks) else None
        if below and _is_title(below) and not numbered(below):
            head, end = printed(below), end + 1
            title = f"{title} {head}".strip()
        elif not title and place and _heads_number(blocks[place - 1], found):
            title = head = printed(blocks[place - 1])
            first = place - 1
    if title and not labels.is_bullet(title):
        number = re.sub(r"\s", "", found["number"])
        word = (found["word"] or "").strip()
        yield Candidate(
            first, end, word, number, title, _weight(blocks[place], found, head, listed, blocks[end : end + 1])
        )


def _heads_number(block: TextBlock, found: re.Match[str]) -> bool:
    """Whether a block above a number that stands alone is its title: set apart, where the number is no page's."""
    apart = block.kind == "heading" or all_bold(block) or block.text.isupper()
    return apart and _is_title(block) and not numbered(block) and not found["number"].isdecimal()


def attended(title: str) -> re.Match[str] | None:
    """The label and the people of an item whose title runs on with who came, or did not: "Present: Cllr A Example"."""
    return _ATTENDED.fullmatch(title)


def numbered(block: TextBlock) -> re.Match[str] | None:
    if block.kind == "row" or labels.is_bullet(block.label) or block.quoted:
        return None
    return _NUMBERED.fullmatch(printed(block))


def numbered_heading(block: TextBlock) -> str:
    """The number with which a block may be the heading of an item, judged by itself; empty where it looks like none."""
    found = numbered(block) if block.kind != "entry" else None
    title = found["title"].strip() if found else ""
    return found["number"] if found and title and _weight(block, found, title, listed=False) > 0 else ""


def _is_title(block: TextBlock) -> bool:
    return (
        not block.label
        and block.kind in {"paragraph", "heading"}
        and len(block.text) <= 150
        and not block.text.endswith(".")
    )


def _weight(block: TextBlock, found: re.Match[str], title: str, listed: bool, after: Sequence[TextBlock] = ()) -> float:
    """How much a numbered line looks like the heading of a minute; below nothing, it looks like a clause."""
    labelled = attended(title)
    title = labelled["title"] if labelled else title
    weight = {"heading": 4.0, "entry": -1.0}.get(block.kind, 0.0)
    weight += 3 * all_bold(block) + 2 * title.isupper() + bool(found["word"]) + ("/" in found["number"])
    weight += 1 if len(title) <= 90 else -2 if len(title) > 150 else 0
    weight += 1 if _capitalised(title) else -1
    if title.endswith((";", ",", ":", ":-")) or re.search(r";\s*(?:and|or)$", title):
        known = business.is_title(title) or business.is_absence(title)
        heads = title[-1] in ":;" and any(below.kind == "paragraph" and not below.label for below in after)
        weight -= 0 if known else 1 if heads else 3  # a clause leads to its own clauses, or to the next one
    weight -= (1 if len(title) <= 40 else 3) if title.endswith(".") else 0
    weight -= 2 * (found["stop"] == ")") + 1 * (found["stop"] == "" and block.kind != "heading")
    weight -= 3 * listed
    return weight - 4 * any(word in title for word in OPERATIVE_WORDS if word.isupper())


def _capitalised(title: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][^\s]*", title) if word.lower() not in _SMALL]
    return bool(words) and words[0][0].isupper() and sum(word[0].isupper() for word in words) >= 0.5 * len(words)
