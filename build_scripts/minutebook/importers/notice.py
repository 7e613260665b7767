"""The notice below an agenda: who gives it and when, who is called to the meeting, what the public should know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook.agenda_model import AgendaStatus
from minutebook.importers import dates, furniture, persons, titles
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine

_MEMBERSHIP = re.compile(
    r"(?:membership|(?:committee |board |council |cabinet |panel )?members(?:hip)?(?: of the [\w -]{3,60})?|to)\s*:\s*(?P<who>.*)",
    re.IGNORECASE,
)
_INVITED = re.compile(r"(?:by invitation|also invited|invited|invitees?)\b\s*:?\s*(?P<who>.*)", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:(?:date )?published|(?:date of )?(?:publication|issue|notice|despatch|dispatch)|dated|issued|despatched|dispatched|agenda published)\b"
    r"[^.;]{0,60}",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:note\b.{0,40}\b(?:contact|agenda|documents)\b|(?:contact|for further information|for more information|if you (?:have|require|need|would)|"
    r"enquiries|please (?:note|contact)|public (?:access|attendance)|access to (?:the )?meetings?|attending (?:the )?meetings?|"
    r"filming|recording|webcast\w*|housekeeping|fire|emergency|evacuation|mobile (?:phones|telephones))\b).*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:director|chief|head of|officer|clerk|secretary|solicitor|monitoring|proper officer|manager)\b", re.IGNORECASE
)
_STATUS = re.compile(
    r"(?:please note\W{1,3})?(?:that )?(?:this|the) meeting (?:is|was|has been|will be) (?:now )?"
    r"(?:(?P<off>cancelled)\b|(?:moved|postponed|re-?arranged|re-?scheduled|put back)(?: and will(?: now)? be held)? (?:to|until|for|on) (?P<to>.+))"
    r".*",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"[^.:,]{0,60}\b(?:council|authority|town hall|parish meeting)\W*", re.IGNORECASE)
_USUAL = re.compile(
    r"(?:the )?(?:agenda|order of business|notice of (?:the )?meeting|(?:summons|supplementary agenda|agenda pack|public document pack))\W*"
    r"|(?:to )?(?:all )?(?:the )?members of (?:the )?[\w ,&-]{3,80}"
    r"|(?:dear|to:?) (?:all |the )?(?:councillors?|cllrs?|members?|sir|madam)\b.{0,60}"
    r"|.{0,80}\b(?:hereby )?(?:summoned|given notice|notice is (?:hereby )?given|requested to attend|invited to attend)\b.*"
    r"|yours (?:sincerely|faithfully|truly)\W*",
    re.IGNORECASE,
)
_REACH = re.compile(
    r"@\w|\b(?:tel(?:ephone)?|e-?mail|fax|dx|direct line|mobile)\b\s*:?|\bwww\.|https?://|\b0\d{2,4}\s?\d{3}\s?\d{3,4}\b"
    r"|\bmembers of the (?:public|press)\b|\bpress and public\b|\bfilmed\b|\bwebcast\b|\blarge print\b|\bagenda and (?:documents|reports)\b",
    re.IGNORECASE,
)
_SHORT = 80
"""Characters of a line that is a name or an office and nothing more."""
_MEMBER = re.compile(r"(?:the )?(?:councillor|cllr|alderman|lord mayor|mayor)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"(?:(?:public|private|exempt|confidential|open|joint|cover(?:ing)?) )?(?:report|briefing (?:note|paper)|information (?:note|paper)|front sheet)"
    r"(?:\s+(?:to|for)\b.*|\s*:.*)?|agenda item(?: no\.?)?\s*:?\s*\d+\s*\w?|(?:appendix|annexe?|enclosure|schedule)\s+(?:\d{1,2}|[A-Z])\b.{0,100}"
    r"|(?:name of (?:the )?cabinet member|wards? ?(?:\(s\))? affected|report author|report to)\s*[:?].*|minutes of\b.*|dear\b[^.]{0,60}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says. ``date`` is the day on which it was given; ``moved_to`` stands where the meeting was moved."""

    date: dt.date | None
    membership: tuple[str, ...]
    invited: tuple[str, ...]
    status: AgendaStatus
    moved_to: dt.date | None
    report: tuple[ReportLine, ...]


def begins(block: TextBlock, title: str) -> bool:
    """Whether a block below an item of this title can begin the notice."""
    text = printed(block)
    if block.kind == "row" or block.label or not text:
        return False
    is_day = _is_day(text) and not re.search(r"\bdates?\b|\bmeetings?\b", title, re.IGNORECASE)
    return (
        is_day or _is_signature(text) or any(form.fullmatch(text) for form in (_MEMBERSHIP, _INVITED, _GIVEN, _BEGINS))
    )


def is_paper(block: TextBlock) -> bool:
    """Whether a block is one with which a report, a note, an appendix, a letter or minutes begin."""
    text = printed(block).strip()
    return block.kind != "row" and len(text) <= 150 and not text.endswith(".") and bool(_PAPER.fullmatch(text))


def is_given(text: str) -> bool:
    """Whether a line says when notice was given: "Published 27 October 2025"."""
    return len(text) <= 120 and bool(_GIVEN.fullmatch(text))


def read(front: Sequence[TextBlock], tail: Sequence[TextBlock], meeting: dt.date) -> Notice:
    """What the papers around an agenda say: ``front`` before its items, ``tail`` below them."""
    blocks = (*front, *tail)
    called, called_at = _people(blocks, _MEMBERSHIP)
    asked, asked_at = _people(blocks, _INVITED)
    day = next(_days(front, tail, meeting), None)
    status, moved_to, told = _status(blocks, meeting)
    used = {*told, *called_at, *asked_at, *([day[0]] if day else [])}
    report = (
        *(line for line in _rest(front, is_tail=False) if line.line not in used),
        *(line for line in _rest(tail, is_tail=True) if line.line not in used),
        *(ReportLine(line, "inferred", f"the meeting was taken to be {status}", text) for line, text in told.items()),
    )
    return Notice(day[1] if day else None, called, asked, status, moved_to, report)


def _rest(blocks: Sequence[TextBlock], *, is_tail: bool) -> Iterator[ReportLine]:
    """What is left of the papers around an agenda: what every notice says is dropped, any other word waits for a person.

    Below the items, what follows the first word to the public is all for the public, up to another heading and but for
    what is numbered.
    """
    to_public = False
    for block in blocks:
        text = printed(block) or " ".join(block.cells).strip()
        if not text:
            continue
        to_public = is_tail and (bool(_BEGINS.fullmatch(text)) or (to_public and block.kind != "heading"))
        usual = (to_public and not (block.label and re.search(r"\d", block.label))) or _is_usual(text)
        if usual:
            yield ReportLine(block.line, "dropped", "the file has no place for this part of the notice", text)
        else:
            said = "this stands around the items of the agenda and has no place in the file"
            yield ReportLine(block.line, "unplaced", said, text)


def _is_usual(text: str) -> bool:
    """Whether a line is one that notices have: who gives them, whose they are, how to reach an officer or the meeting."""
    return (
        furniture.is_rule(text)
        or furniture.is_signature(text, closed=True)
        or any(form.fullmatch(text) for form in (_BEGINS, _GIVEN, _USUAL, _COUNCIL))
        or _is_day(text)
        or _is_signature(text)
        or bool(_REACH.search(text))
        or (
            len(text) <= _SHORT and (persons.is_person(text) or (not text.endswith(".") and bool(_OFFICE.search(text))))
        )
    )


def _status(blocks: Sequence[TextBlock], meeting: dt.date) -> tuple[AgendaStatus, dt.date | None, dict[int, str]]:
    """Whether the meeting is held, was moved (to which day) or is cancelled; and the line that says so."""
    for block in blocks:
        found = _STATUS.fullmatch(block.text) if len(block.text) <= 200 else None
        if found and found["off"]:
            return "cancelled", None, {block.line: block.text}
        days = [day.date for day in dates.dates_in(found["to"]) if day.date != meeting] if found else []
        if days:
            return "moved", days[0], {block.line: block.text}
    return "scheduled", None, {}


def _is_day(text: str) -> bool:
    return len(text) <= 60 and re.fullmatch(r"\W*\x01\W*", titles.without_dates(text)) is not None


def _is_signature(text: str) -> bool:
    """Whether a line names an officer: "A Example, Director of Law, Council House"."""
    name, comma, rest = text.partition(",")
    officer = bool(comma) and len(text) <= 200 and not text.endswith(".") and bool(_OFFICE.search(rest))
    return officer and persons.is_person(name) and not _MEMBER.match(name)


def _days(front: Sequence[TextBlock], tail: Sequence[TextBlock], meeting: dt.date) -> Iterator[tuple[int, dt.date]]:
    """The days on which notice may have been given, with their lines: none is later than the meeting."""
    for place, block in enumerate((*front, *tail)):
        text = printed(block)
        if (place >= len(front) and (_is_day(text) or _is_signature(text))) or (
            _GIVEN.fullmatch(text) and len(text) <= 120
        ):
            yield from ((block.line, found.date) for found in dates.dates_in(text) if found.date <= meeting)


def _people(blocks: Sequence[TextBlock], label: re.Pattern[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The people below a label, on its line or on those that follow, and the lines that name them."""
    for place, block in enumerate(blocks):
        found = label.fullmatch(printed(block)) if block.kind != "row" else None
        who = persons.people_in(found["who"].rstrip(".")) if found and found["who"] else ()
        if found is None or not all(persons.is_person(name) for name in who):
            continue
        lines = {block.line}
        for below in blocks[place + 1 :] if not who else ():
            named = persons.people_in(" ; ".join(below.cells) if below.cells else printed(below).rstrip("."))
            if not all(persons.is_surely_person(name) for name in named):
                break
            who, lines = (*who, *named), lines | {below.line}
        if who:
            return tuple(" ".join(name.split()) for name in who), frozenset(lines)
    return (), frozenset()
