"""Public and private business: section headings, and the private part where no heading says that it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutebook.importers.report import ReportLine
from minutebook.model import Item, Section
from minutebook.text import item_text

_PUBLIC = frozenset("public open i 1 a one".split())
_PRIVATE = frozenset("private exempt confidential closed restricted ii 2 b two".split())
_OTHER = frozenset(
    "part section business session items item information minutes agenda matters proceedings to the for of and in press not non".split()
)

_EXCLUDES = re.compile(
    r"\b(?:exclu(?:de|ded|des|ding|sion)|withdraw)\b.{0,200}\b(?:public|press)\b|\b(?:press|public)\b.{0,60}\bexcluded\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:minutes?|items?)\s+(?:nos?\.?\s+|numbers?\s+)?(?P<numbers>\d[\w/]*(?:(?:\s*,\s*|\s+and\s+|\s*(?:&|-|–)\s*|\s+to\s+)\d[\w/]*)*)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"(?:headed|entitled|titled|relating to|regarding|concerning)\s+[‘'\"“](?P<title>[^’\"”]{4,150}?)['’\"”](?!\w)",
    re.IGNORECASE,
)
_THE_REST = re.compile(r"\b(?:following|remaining|remainder|rest|below|next)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:private|exempt|confidential)\s+(?:\w+\s+)?(?:business|items?|reports?|appendix|minutes?|session|matters?|information|part)\b"
    r"|\((?:private|exempt|confidential)\b|^(?:exempt|confidential)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\bwhether\b|\bitems? (?:\w+ )?(?:to be|that (?:should|may)|which (?:should|may))\b", re.IGNORECASE
)
"""What a title says that only asks what is to be taken in private."""
_CONSIDERED = re.compile(
    r"\b(?:considered|received|noted|presented|submitted)\s+(?:an?|the)\s+(?:\w+\s+){0,2}?(?:private|exempt|confidential)\s+(?:report|paper|briefing|item|appendix)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\bcorresponding\s+(?:private|exempt|confidential)\b|\b(?:also|separate)\b.{0,40}\b(?:private|exempt|confidential)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:re-?admi(?:t|tted|ssion)|re-?opened to the public|returned to (?:public|open) session|public business)\b",
    re.IGNORECASE,
)


def section_of(text: str) -> Section | None:
    """The section that a line opens ("Part II – Exempt information"); None where it is no section heading."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    if len(words) > 1 and all(word.isdecimal() for word in words[1:]) and words[0] not in {"part", "section"}:
        return None  # a page's mark: "PUBLIC 2"
    if not words or len(text) > 80 or not set(words) <= _PUBLIC | _PRIVATE | _OTHER:
        return None
    if set(words) & {"private", "exempt", "confidential", "closed", "restricted"} or {"not", "public"} <= set(words):
        return "private"
    if set(words) & {"public", "open"} and len(words) > 1:
        return "public"
    part = len(words) > 1 and words[0] in {"part", "section"}
    return None if not part else "private" if words[1] in _PRIVATE else "public" if words[1] in _PUBLIC else None


def with_sections(items: Sequence[Item], headed: bool) -> tuple[tuple[Item, ...], tuple[ReportLine, ...]]:
    """The items in their sections. Where the document heads its private part (``headed``), its headings stand; else the
    part begins with the first item that an exclusion of the public names, or that is private by its own words.
    """
    if headed:
        return tuple(items), ()
    exclusions: list[_Exclusion] = []
    private, placed, report = False, [], []
    for place, item in enumerate(items):
        text = item_text(item)
        if private and _BACK.search(item.title):
            private = False
            report.append(
                ReportLine(item.location.line, "inferred", "this item was taken to be public again", item.title)
            )
        why = _why_private(item, text, place, exclusions)
        if private or why:
            said = f"this item was taken to be private, because {why or 'it stands after a private one'}"
            report.append(ReportLine(item.location.line, "inferred", said, f"{item.number} {item.title}".strip()))
            private = True
        placed.append(replace(item, section="private") if private else item)
        if _EXCLUDES.search(text) and re.search(r"resol|agreed", text, re.IGNORECASE):
            exclusions.append(_exclusion(items, place, text))
    return tuple(placed), tuple(report)


@dataclass(frozen=True, slots=True)
class _Exclusion:
    """A resolution to exclude the public: the later items that it names by number, else by title."""

    place: int
    said: str
    numbers: frozenset[str]
    titles: frozenset[str]
    the_rest: bool  # it names none, and speaks of what follows


def _exclusion(items: Sequence[Item], place: int, text: str) -> _Exclusion:
    later = items[place + 1 :]
    numbers = {number for found in _NAMED.finditer(text) for number in _numbers(found["numbers"])}
    numbers &= {item.number for item in later if item.number}
    titles = {found["title"].casefold() for found in _QUOTED.finditer(text)} & {item.title.casefold() for item in later}
    named = items[place].number or items[place].title
    rest = not numbers and not titles and bool(_THE_REST.search(text))
    return _Exclusion(place, named, frozenset(numbers), frozenset() if numbers else frozenset(titles), rest)


def _why_private(item: Item, text: str, place: int, exclusions: Sequence[_Exclusion]) -> str:
    """Why an item was taken in private: by its own words, or by an earlier resolution; empty where nothing says so."""
    for one in exclusions:
        if item.number in one.numbers or item.title.casefold() in one.titles:
            return f"minute {one.said} excludes the public from it"
        if one.the_rest and place == one.place + 1:
            return "the public was excluded before it"
    if _TITLE.search(item.title) and not _EXCLUDES.search(item.title) and not _ASKED.search(item.title):
        return "its title says so"
    opening = text[:600]
    if _CONSIDERED.search(opening) and not _ELSEWHERE.search(opening):
        return "it considers a private report"
    return ""


def _numbers(text: str) -> list[str]:
    """The numbers in "40", "40 and 41", "12 to 14"."""
    span = re.fullmatch(r"(\d{1,4})\s*(?:-|–|to)\s*(\d{1,4})", text)
    if span and 0 < int(span[2]) - int(span[1]) < 50:
        return [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
    return re.findall(r"\d[\w/]*", text)
