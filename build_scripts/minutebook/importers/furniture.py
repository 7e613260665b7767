"""Page furniture: what a printed page holds besides the minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_PAGE = re.compile(
    r"\W*(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|(?-i:PUBLIC|Public|PRIVATE|Private|CONFIDENTIAL|OFFICIAL)\s+\d{1,3}",
    re.IGNORECASE,
)
_BLANK_PAGE = re.compile(
    r"\W*this page (?:is|has been|was) (?:intentionally )?left (?:intentionally )?blank\W*", re.IGNORECASE
)
_RULE = re.compile(r"(?:[-=*~_.#]\s?){3,}")
_SIGNATURE = re.compile(
    r"\W*(?:signed|signature|chair(?:man|person|woman)?|(?:lord |town )?mayor|presiding|clerk|convenor|dated?|confirmed|approved|name)\b"
    r".{0,80}",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"_{3,}|\.{4,}|…{2,}|(?:…\.*){2,}")


def is_page_mark(text: str) -> bool:
    """Whether a line is a page's number or says that the page is blank."""
    return len(text) < 80 and bool(_PAGE.fullmatch(text) or _BLANK_PAGE.fullmatch(text))


def is_blank_page(text: str) -> bool:
    """Whether a line says that its page is blank: between the papers of a pack, one ends there."""
    return len(text) < 80 and bool(_BLANK_PAGE.fullmatch(text))


def is_rule(text: str) -> bool:
    """Whether a line is drawn: ``---``, ``* * *``, ``____``."""
    return bool(_RULE.fullmatch(text))


def is_signature(text: str, closed: bool) -> bool:
    """Whether a line is a place to sign: "Chair ______". After the meeting's ``closed`` line "Chair" alone is one too."""
    if not re.search(r"[^\W_]", text):
        return bool(_BLANKS.search(text))
    return bool(_SIGNATURE.fullmatch(text)) and (bool(_BLANKS.search(text)) or (closed and len(text) <= 24))


def running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands first or last on most of the pages, with its digits as ``0``. ``pages`` holds the lines of each."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for lines in pages:
        filled = [line.strip() for line in lines if line.strip()]
        seen.update({without_numbers(line) for line in (*filled[:2], *filled[-2:])})
    often = max(3, (len(pages) + 1) // 2)
    return frozenset(head for head, times in seen.items() if times >= often and len(head) <= 100)


def page_numbers(pages: Sequence[Sequence[str]]) -> frozenset[int]:
    """The pages, counted from 0, that a bare number at their edge numbers: it grows by one from page to page."""
    edges = {}
    for page, lines in enumerate(pages):
        filled = [line.strip() for line in lines if line.strip()]
        bare = [int(line) for line in (*filled[:1], *filled[-1:]) if line.isdecimal() and len(line) < 5]
        if bare:
            edges[page] = bare[-1]
    steps = {page: number - page for page, number in edges.items()}
    often = Counter(steps.values()).most_common(1)
    return frozenset(page for page, step in steps.items() if often[0][1] > 1 and step == often[0][0])


def without_numbers(text: str) -> str:
    """A line with each number as ``0``, by which running heads are known."""
    return re.sub(r"\d+", "0", " ".join(text.split()))
