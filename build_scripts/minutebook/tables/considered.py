"""What an item considered and how it ended: exact grammars over its narrative.

Cabinet considered a report of the Director of Housing and Safety, which set out …
→ "report of the Director of Housing and Safety"
The Scrutiny Board noted a report of the Chief Legal Officer appended to which was the Work Programme.
→ outcome noted
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from minutebook.identity import decisions
from minutebook.model import Item, Paragraph

Outcome = Literal["resolved", "noted", "none"]

_DOCUMENT = (
    r"(?:reports?|briefing notes?|briefing papers?|discussion papers?|position statements?|presentations?|papers?)\b"
)
_MET = r"\b(?:consider(?:ed|s)?|received|noted|had before (?:it|them))(?: and (?:considered|received|noted))?"
_REPORT = re.compile(
    rf"{_MET} (?:an?|the|two|three|further) (?P<what>(?:[\w-]+ ){{0,4}}?{_DOCUMENT} (?:of|by|from) (?:the )?)(?=(?P<whose>.{{1,300}}))",
    re.IGNORECASE,
)
_OWN_REPORT = re.compile(rf"{_MET} (?P<what>the \w+['’]s? (?:[\w-]+ ){{0,3}}?{_DOCUMENT})", re.IGNORECASE)
_PART = r"(?:[A-Z]\.(?= ?[A-Z])|[A-Z][\w'’&/-]*|\([^()]{1,60}\)|\d+(?= [A-Z(]))"
_JOIN = r",? (?:(?:of|and|for|&|the) )*"
_OFFICE = re.compile(rf"{_PART}(?:{_JOIN}{_PART})*")

_BODY = r"(?:\b(?:Cabinet|Council|Committee|Sub-Committee|Board|Panel|Forum|Commission|Members?)|\(\d+\))"
_NOTED = re.compile(
    rf"{_BODY}(?: (?:received|considered|discussed) and)? noted (?:and welcomed |with thanks )?"
    r"(?:an?|the|its|their|these|this)(?: [\w'’-]+){0,4}? "
    r"(?:reports?|notes?|papers?|updates?|presentations?|information|contents?|position|progress|programme|statements?|"
    r"minutes|plan|petitions?|correspondence|announcements?|responses?|decisions?)\b",
    re.IGNORECASE,
)


def considered(item: Item) -> str:
    """The report that was considered and whose it was, as printed; empty where no sentence says so."""
    return next((found for text in _narrative(item) for found in reports(text)), "")


def reports(text: str) -> Iterator[str]:
    """Every "report of the Director of Housing", "the Committee's Annual Report" that was considered or noted."""
    for match in _REPORT.finditer(text):
        office = _OFFICE.match(match["whose"])
        if office:
            yield match["what"] + office.group()
    yield from (match["what"] for match in _OWN_REPORT.finditer(text))


def outcome(item: Item) -> Outcome:
    """``resolved``: a decision stands in the item. ``noted``: the meeting only noted what was put to it. Else ``none``.

    "It was noted that …" is discussion, and agreeing the last minutes is no business of its own: both are ``none``.
    """
    if decisions(item):
        return "resolved"
    return "noted" if any(_NOTED.search(text) for text in _narrative(item)) else "none"


def _narrative(item: Item) -> Iterator[str]:
    return (block.text for block in item.blocks if isinstance(block, Paragraph))
