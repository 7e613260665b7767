"""Why an item was heard in private: the resolution of the same meeting that excluded the public, and its grounds.

The law is Part VA of the Local Government Act 1972: by section 100A(4) a meeting may resolve to exclude the public from
an item where exempt information would be disclosed; Part 1 of Schedule 12A (as substituted for England by the Local
Government (Access to Information) (Variation) Order 2006, SI 2006/88) lists in seven paragraphs what is exempt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook import identity, text
from minutebook.model import Decision, Item, Meeting

SCHEDULE_12A = {
    1: "information about an individual",
    2: "information that is likely to reveal who an individual is",
    3: "information about the financial or business affairs of a particular person or organisation,"
    " which may be the council itself",
    4: "information about consultations or negotiations with employees on a labour relations matter",
    5: "information that could be protected by legal professional privilege",
    6: "information revealing that the council proposes to serve a notice that imposes requirements on someone,"
    " or to make an order or direction",
    7: "information about action to prevent, investigate or prosecute crime",
}
"""The paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, in plain words."""

_EXCLUDES, _PUBLIC = re.compile(r"\bexclu\w", re.IGNORECASE), re.compile(r"\bpublic\b", re.IGNORECASE)
_UNDER = re.compile(r"\b100\s*\(?A\)?|\bSchedule 12A\b", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9]{1,18}")
_ASIDE = re.compile(r" \([^()]*\)")  # the title in "minutes 43 (Weir Street Bridge) and 44"; "5(a)" has no space
_MINUTES = re.compile(
    r"\b(?:Minute|Item)s?(?: Nos?\.?| Numbers?)? (?P<list>[^\s,;]+(?:(?:, and |, | and | to | & )[^\s,;]*\d[^\s,;]*)*)",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    r"\bParagraphs?(?: Nos?\.?| Numbers?)?"
    r" (?P<list>\(?\d\)?(?:(?:, and |, or |, | and | or | to | & |-)\(?\d\)?)*)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The resolution that put an item in private. ``paragraphs`` are of Part 1 of Schedule 12A; empty if not stated."""

    item: Item
    position: int  # of the decision in its item, from 1
    paragraphs: tuple[int, ...]


def is_exclusion(decision: Decision) -> bool:
    """Whether a decision excludes the public under the Act."""
    words = text.decision_text(decision)
    return all(pattern.search(words) for pattern in (_EXCLUDES, _PUBLIC, _UNDER))


def exclusion(meeting: Meeting, item: Item) -> Exclusion | None:
    """The resolution that names this item by its number, else the meeting's only one; None where neither is to be had."""
    found = tuple(_resolutions(meeting))
    named = [part for part in _parts(found) if item.number and _names(part[2], item.number)]
    if named:
        where, position, part = named[0]
        whole = next(decision for i, p, decision in found if i is where and p == position)
        return Exclusion(where, position, _paragraphs(part) or _paragraphs(text.decision_text(whole)))
    if len(found) == 1:
        where, position, decision = found[0]
        return Exclusion(where, position, _paragraphs(text.decision_text(decision)))
    return None


def _resolutions(meeting: Meeting) -> Iterator[tuple[Item, int, Decision]]:
    for item in meeting.items:
        for position, decision in enumerate(identity.decisions(item), 1):
            if is_exclusion(decision):
                yield item, position, decision


def _parts(found: tuple[tuple[Item, int, Decision], ...]) -> Iterator[tuple[Item, int, str]]:
    """The smallest pieces of each resolution: a clause or the opening."""
    for item, position, decision in found:
        clauses = [text.clause_text(clause.entry) for clause in identity.clauses(decision.clauses)]
        for part in (*clauses, text.opening(decision)):
            yield item, position, part


def _names(part: str, number: str) -> bool:
    """Whether a piece of a resolution names a minute by its number."""
    return any(_holds(match["list"], number) for match in _MINUTES.finditer(_ASIDE.sub("", part)))


def _paragraphs(part: str) -> tuple[int, ...]:
    lists = [match["list"] for match in _PARAGRAPHS.finditer(part)]
    return tuple(paragraph for paragraph in SCHEDULE_12A if any(_holds(words, str(paragraph)) for words in lists))


def _holds(words: str, number: str) -> bool:
    """Whether a list as printed, "40, 41 and 43 to 45", holds a number; those between two ends are meant too."""
    for part in re.split(r"(?:, and |, or |, | and | or | & )", words):
        one = part.strip("().:'\"")
        ends = [end.strip("()") for end in re.sub(r" to |-(?=\(?\d)", "…", one).split("…", 1)]
        if len(ends) == 2 and all(_PLAIN.fullmatch(text) for text in (*ends, number)):
            if int(ends[0]) <= int(number) <= int(ends[1]):
                return True
        elif one == number:
            return True
    return False
