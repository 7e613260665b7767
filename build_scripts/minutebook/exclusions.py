"""Why items were heard in private: the resolutions of a meeting that excluded the public, what they close, and why.

The law is Part VA of the Local Government Act 1972: by section 100A(4) a meeting may resolve to exclude the public from
an item where exempt information would be disclosed; Part 1 of Schedule 12A (as substituted for England by the Local
Government (Access to Information) (Variation) Order 2006, SI 2006/88) lists in seven paragraphs what is exempt; Part 4
lists it for Wales, in paragraphs 12 to 18. Parish councils exclude the public by section 1(2) of the Public Bodies
(Admission to Meetings) Act 1960; Scottish councils by section 50A(4) of the Local Government (Scotland) Act 1973, whose
Schedule 7A lists what is exempt in 17 paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutebook import identity, text
from minutebook.model import Decision, Item, Meeting, Paragraph
from minutebook.problems import Location

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

_EXEMPT = (*SCHEDULE_12A, *range(12, 19))
"""The paragraphs that England's Part 1 and Wales's Part 4 of the Schedule list."""

_SCOTTISH = range(1, 18)
"""Those of Schedule 7A to the Local Government (Scotland) Act 1973."""

_EXCLUDES, _PUBLIC = re.compile(r"\bexclu\w", re.IGNORECASE), re.compile(r"\bpublic\b", re.IGNORECASE)
_UNDER = re.compile(r"\b100\s*\(?A\)?|\bSchedule 12A\b|\bAdmission to Meetings\b", re.IGNORECASE)
_SHUTS_OUT = re.compile(
    r"\bexclu(?:de|des|ding|sion of) (?:the )?(?:members of )?(?:the )?(?:press|public)\b"
    r"|\b(?:press|public)(?: (?:and|or) (?:the )?(?:press|public|media))? (?:be|is|are|was|were) (?:\w+ )?excluded\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\b(?:exempt|confidential) (?:information|business|nature|items?|reports?)\b|\bfrom (?:the|this) (?:meeting|remainder)\b"
    r"|\b(?:during|for|from) (?:the )?(?:consideration|discussion|remain\w+|rest|following|next)\b|\bfrom (?:Part|Section) \w+\b"
    r"|\b(?:items?|minutes?) \d",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?P<act>[A-Z]\w*(?: (?:[A-Z]\w*|\([A-Z][\w ]{2,60}\)|and|of)){0,10} (?:Act|Regulations)),? (?P<year>\d{4})\b"
)
_SHORT = re.compile(r"\bLGA,? (?:19)?72\b")
_SECTION = re.compile(
    r"\b(?:sections?|s)\.? ?(?P<section>(?:100 ?\(?A\)?|50 ?\(?A\)?)(?: ?\(\d\))?|1 ?\(2\)|1(?= of the Public Bodies))",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(r"\bSchedule (?P<schedule>\d{1,2}[A-Z]?)\b", re.IGNORECASE)
_GROUNDS = re.compile(
    r"\b(?:on (?:the )?(?:following )?grounds?(?: that| of|:)?|because) (?P<grounds>\S.{0,1500}?)(?:\.(?=\s|$)|$)"
)
_FOR_THAT = re.compile(
    r"\b(?:due to|owing to|as(?= (?:it|they|this|these|the (?:following|items?|reports?|business))\b[^.;]{0,80}? (?:contains?|involves?|relates?|concerns?|is|are)\b))"
    r" (?P<grounds>\S.{0,1500}?)(?:\.(?=\s|$)|$)"
)
"""How a resolution gives its grounds that does not say the word."""

_TITLED = re.compile(r"[‘'\"“](?P<title>[^’\"”]{4,200}?)['’\"”](?!\w)")
_ITEMS_WORD = re.compile(r"items?\b", re.IGNORECASE)
_WHAT_FOLLOWS = re.compile(r"\b(?:following|next|remain\w+|rest|below|from (?:Part|Section))\b", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9]{1,18}")
_ASIDE = re.compile(r" \([^()]*\)")  # the title in "minutes 43 (Weir Street Bridge) and 44"; "5(a)" has no space
_MINUTES = re.compile(
    r"\b(?:Minute|Item)s?(?: Nos?\.?| Numbers?)? (?P<list>[^\s,;]+(?:(?:, and |, | and | to | & )[^\s,;]*\d[^\s,;]*)*)",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(
    r"\bParagraphs?(?: Nos?\.?| Numbers?)?"
    r" (?P<list>\(?\d{1,2}\)?(?:(?:, and |, or |, | and | or | to | & |-)\(?\d{1,2}\)?)*)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The resolution that put an item in private. ``paragraphs`` are of Part 1 of Schedule 12A; empty if not stated."""

    item: Item
    position: int  # of the decision in its item, from 1
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """One minute that a resolution closes to the public, and by which law. What is not printed is empty."""

    resolution: Item
    position: int  # of the decision in its item, from 1
    closed: Item | None  # None: the resolution does not say which, and nothing else does
    act: str  # "Local Government Act 1972"
    section: str  # "100A(4)"
    schedule: str  # "12A"
    paragraphs: tuple[int, ...]
    grounds: str  # as printed
    evidence: str
    location: Location


def is_exclusion(decision: Decision) -> bool:
    """Whether a decision excludes the public: under the Act, or in words that can mean only a meeting's business."""
    words = text.decision_text(decision)
    if not _EXCLUDES.search(words) or not _PUBLIC.search(words):
        return False
    return bool(_UNDER.search(words) or (_SHUTS_OUT.search(words) and _BUSINESS.search(words)))


def exclusion(meeting: Meeting, item: Item) -> Exclusion | None:
    """The resolution that names this item by its number, else the meeting's only resolution; None where there is neither."""
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


def closings(meeting: Meeting) -> Iterator[Closing]:
    """What each resolution of a meeting closes: the minutes that it names by number, else by title in quotation marks;
    else the private minutes that follow it, where it speaks of what follows or is the meeting's only resolution.
    """
    found = tuple(_resolutions(meeting))
    named = [tuple(_named(meeting, where, decision)) for where, _, decision in found]
    taken = {id(item) for those in named for item, _ in those}
    order = {id(item): place for place, item in enumerate(meeting.items)}
    places = [order[id(where)] for where, _, _ in found]
    for n, (where, position, decision) in enumerate(found):
        end = next((place for place in places[n + 1 :] if place > places[n]), len(meeting.items))
        follows = _WHAT_FOLLOWS.search(text.decision_text(decision))
        after = meeting.items[places[n] + 1 : end] if follows or len(found) == 1 else ()
        rest = [item for item in after if item.section == "private" and id(item) not in taken]
        pieces = _pieces(decision)
        closed: list[tuple[Item | None, tuple[str, Location]]] = [*named[n]]
        closed = closed or [(item, pieces[0]) for item in rest] or [(None, pieces[0])]
        for item, piece in closed:
            yield _closing(where, position, decision, item, piece)


def _closing(where: Item, position: int, decision: Decision, item: Item | None, piece: tuple[str, Location]) -> Closing:
    whole = f"{text.decision_text(decision)} {_continued(where, decision)}".strip()
    act, section, schedule = _ACT.search(whole), _SECTION.search(whole), _SCHEDULE.search(whole)
    exempt = _SCOTTISH if schedule and schedule["schedule"].upper() == "7A" else _EXEMPT
    grounds = _GROUNDS.search(piece[0] if decision.clauses else f"{piece[0]} {_continued(where, decision)}")
    grounds = grounds or _GROUNDS.search(text.opening(decision)) or _FOR_THAT.search(piece[0])
    return Closing(
        where,
        position,
        item,
        act=f"{act['act']} {act['year']}" if act else "Local Government Act 1972" if _SHORT.search(whole) else "",
        section=re.sub(r"100\(A\)|50\(A\)", lambda m: m.group().replace("(", "").replace(")", ""), _close(section)),
        schedule=schedule["schedule"].upper() if schedule else "",
        paragraphs=_paragraphs(piece[0], exempt) or _paragraphs(whole, exempt),
        grounds=grounds["grounds"].strip() if grounds else "",
        evidence=piece[0],
        location=piece[1],
    )


def _continued(where: Item, decision: Decision) -> str:
    """The paragraph after a decision whose opening breaks off in the middle of a sentence, as at the foot of a page."""
    if decision.clauses or re.search(r"[.:;]$", decision.after):
        return ""
    place = next(n for n, block in enumerate(where.blocks, 1) if block is decision)
    block = where.blocks[place] if place < len(where.blocks) else None
    return block.text if isinstance(block, Paragraph) else ""


def _close(section: re.Match[str] | None) -> str:
    return section["section"].replace(" ", "").upper() if section else ""


def _pieces(decision: Decision) -> tuple[tuple[str, Location], ...]:
    """The opening after its operative word, where the words of exclusion stand there, else their clause; then the rest."""
    opening = (decision.after.lstrip(" :.–—-") or text.opening(decision), decision.location)
    listed = [(clause.entry.text, clause.entry.location) for clause in identity.clauses(decision.clauses)]
    return tuple(sorted((opening, *listed), key=lambda piece: not _EXCLUDES.search(piece[0])))


def _named(meeting: Meeting, where: Item, decision: Decision) -> Iterator[tuple[Item, tuple[str, Location]]]:
    """The minutes that a resolution names, each with the smallest piece of the resolution that names it."""
    pieces = sorted(_pieces(decision), key=lambda piece: piece[1] == decision.location)
    others = [item for item in meeting.items if item is not where]
    numbered = [(item, piece) for item in others for piece in pieces if item.number and _closes(piece[0], item)]
    if not numbered:
        titles = {m["title"].casefold() for piece in pieces for m in _TITLED.finditer(piece[0])}
        numbered = [
            (item, pieces[-1]) for item in others if item.title.casefold() in titles and item.section == "private"
        ]
    seen: set[int] = set()
    for item, piece in numbered:
        if id(item) not in seen:
            seen.add(id(item))
            yield item, piece


def _closes(piece: str, item: Item) -> bool:
    """Whether a piece names a minute. "Item 7" may count the agenda's items: it means a minute that was taken in private."""
    for match in _MINUTES.finditer(_ASIDE.sub("", piece)):
        if _holds(match["list"], item.number) and (item.section == "private" or not _ITEMS_WORD.match(match.group())):
            return True
    return False


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


def _paragraphs(part: str, among: Iterable[int] = SCHEDULE_12A) -> tuple[int, ...]:
    lists = [match["list"] for match in _PARAGRAPHS.finditer(part)]
    return tuple(paragraph for paragraph in among if any(_holds(words, str(paragraph)) for words in lists))


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
