"""Which later minute agreed a meeting's minutes as a true record: the exact grammar, and the meetings that it means.

    The minutes of the meeting held on 9 September were confirmed and signed as a correct record.
    RESOLVED that the minutes of the meetings of the Board held on 3 and 10 March 2025 be approved as a correct record.
    The Chair signed the minutes of 3 March 2025 as a correct record.
    Minutes of the meeting on 3 March 2025 – agreed as a correct record.

A date without a year is the last such day before the meeting that agrees the minutes. A sentence without a date takes
that of the item's title ("Minutes of the meeting held on 18 July 2023"). What names another body agrees nothing here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook.identity import item_id, meeting_id
from minutebook.model import Body, Book, Decision, Entry, Item, List, Meeting, Paragraph
from minutebook.names import fold
from minutebook.tables import dates
from minutebook.text import opening

_MINUTES = re.compile(
    r"\bminutes (?:(?:of|from) (?:the|its|their|our) (?P<whose>[^.;:]{1,160}?),? (?:(?:held )?(?:on|of|dated)|held)|of|from|dated)"
    r" (?=\d|\w+day\b)",
    re.IGNORECASE,
)
_UNDATED = re.compile(r"\bminutes (?:of (?:the|its) (?:last|previous) meeting )?(?=(?:were|was|be) )", re.IGNORECASE)
_NO_BODY = re.compile(
    r"\b(?:meetings?|last|previous|ordinary|annual|special|extraordinary|public|private|of|the|its|which|that|was|were"
    r"|(?:full|city|town|parish|borough|county|district|community)(?= council\b))\b",
    re.IGNORECASE,
)
_GENERIC = frozenset({"board", "cabinet", "commission", "committee", "council", "forum", "panel", "sub-committee"})
_VERB = r"(?:agreed|approved|confirmed|adopted|accepted|signed)"
_RECORD = r"(?:as|to be) (?:an?|the) (?:(?:true|correct|accurate|fair|and)[ ,]+)+record\b"
_AGREED = re.compile(
    rf"(?:(?<!not )\b(?:were|was|be|is|are)|^ ?[-–—:])(?: duly| unanimously)? (?:(?:received|read|taken as read)(?:,| and|, and) )?"
    rf"{_VERB}(?:(?:,| and|, and) (?:duly )?{_VERB})*(?: by the [^,]{{1,60}}?)?(?:,? {_RECORD}|\s*$)"
    rf"|\band {_VERB}(?: and {_VERB})? (?:them|these) {_RECORD}",
    re.IGNORECASE,
)
_AGREES = re.compile(
    rf"(?:(?<!not )\b{_VERB}|\b(?:resolved to|agreed to|that [\w() -]{{1,60}}) (?:approve|agree|confirm|adopt|accept|sign)s?)"
    rf"(?: and sign(?:ed)?)?(?P<record>,? {_RECORD},?)? (?:the )?$",
    re.IGNORECASE,
)
_AS_A_RECORD = re.compile(rf"(?:,? {_RECORD}|\s*$)", re.IGNORECASE)
_REACH = 600
"""How many characters are read after a date: enough for "subject to …", and the work stays in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Minutes of these days were agreed; ``every``: of each meeting of a day, where the print says "meetings"."""

    dates: tuple[dt.date, ...]
    every: bool


def approvals(book: Book) -> Mapping[str, str]:
    """The id of each meeting whose minutes were agreed, to the id of the item that did it: the first to do so."""
    names = {body.id: _names(body) for body in book.bodies}
    held: dict[tuple[str, dt.date], list[str]] = {}
    found: dict[str, str] = {}
    for meeting in book.meetings:
        for item in meeting.items:
            for agreed in item_agrees(item, meeting.date, names.get(meeting.body, frozenset())):
                for one in _meant(agreed, meeting, held):
                    found.setdefault(one, item_id(meeting, item))
        held.setdefault((meeting.body, meeting.date), []).append(meeting_id(meeting))
    return found


def _meant(agreed: Agreed, meeting: Meeting, held: Mapping[tuple[str, dt.date], list[str]]) -> Iterator[str]:
    for date in agreed.dates:
        that_day = held.get((meeting.body, date), [])
        if len(that_day) == 1 or agreed.every:  # which of two meetings of a day is not for us to guess
            yield from that_day


def item_agrees(item: Item, before: dt.date, names: frozenset[str]) -> Iterator[Agreed]:
    """What an item of a meeting held on ``before`` agrees; ``names``: the folded names of the body that met."""
    titled = next(_dated(item.title, before, names), (None, False))[0]
    for text in _texts(item):
        found = [agreed for agreed, done in _dated(text, before, names) if done]
        yield from found
        if not found and titled and any(_AGREED.match(_sentence(text, m.end())) for m in _UNDATED.finditer(text)):
            yield titled


def _dated(text: str, before: dt.date, names: frozenset[str]) -> Iterator[tuple[Agreed, bool]]:
    """Each "minutes of the meeting held on …" of this body and an earlier day, and whether its sentence agrees them."""
    for match in _MINUTES.finditer(text):
        found, length = dates.read(text[match.end() : match.end() + _REACH], before)
        past = tuple(date for date in found if date < before)
        whose = match["whose"] or ""
        if past and _own(whose, names):
            rest = _sentence(text, match.end() + length)
            agrees = _AGREES.search(text[max(0, match.start() - _REACH) : match.start()])
            done = _AGREED.search(rest) or (agrees and (agrees["record"] or _AS_A_RECORD.match(rest)))
            yield Agreed(past, every="meetings" in whose.lower()), bool(done)


def _own(whose: str, names: frozenset[str]) -> bool:
    """Whether "meeting", "last meeting of the Board", "Cabinet" is a meeting of the body with these folded names."""
    body = fold(" ".join(_NO_BODY.sub(" ", whose).split()))
    spoken = {word for name in names for word in name.split()}
    return not body or body in names or (body in _GENERIC and body in spoken)


def _names(body: Body) -> frozenset[str]:
    return frozenset(fold(" ".join(_NO_BODY.sub(" ", name).split())) for name in (body.name, *body.aliases))


def _sentence(text: str, start: int) -> str:
    """The rest of a sentence; one that goes on beyond reach is cut, and does not look as if it ended there."""
    reached = text[start : start + _REACH] + ("…" if len(text) > start + _REACH else "")
    return re.split(r"[.;](?:\s|$)", reached, maxsplit=1)[0]


def _texts(item: Item) -> Iterator[str]:
    for block in item.blocks:
        match block:
            case Paragraph(text=text):
                yield text
            case List(entries=entries):
                yield from _entries(entries)
            case Decision(clauses=entries):
                yield opening(block)
                yield from _entries(entries)


def _entries(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield entry.text
        for block in entry.blocks:
            yield from (block.text,) if isinstance(block, Paragraph) else _entries(block.entries)
