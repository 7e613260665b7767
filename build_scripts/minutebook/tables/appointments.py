"""The register ``appointments``: whom decisions appointed to a body or an office, in whose place and from when.

    Appoint Councillor A Example to the Planning Committee in place of Councillor B Sample.
    that Councillor A Example be appointed Chair of the Planning Committee from 1 October 2026.
    that Councillors A Example and B Sample be appointed to the group, and that Councillor Example be its Chair.
    that the following appointments be made until May 2026:   1) Councillor A Example to the Museums Trust.
    that the following be appointed to the group:   1) Councillor A Example   that appointments be as follows:   - Trust – Cllr A Example
    that Councillor A Example replace Councillor B Sample on the Planning Committee.

Only people who are named with a title are read. "To the Planning Committee and to the Licensing Committee" is two appointments.
"With immediate effect" is the day of the meeting. A decision that only recommends an appointment makes none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import clauses, decision_id, decisions, item_id
from minutebook.model import Decision, Item, Meeting
from minutebook.problems import Location
from minutebook.tables import dates
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.persons import PEOPLE, PERSON, Roll, identify, names
from minutebook.tables.row import Row
from minutebook.tables.sentences import sentence
from minutebook.text import opening

_VERB = r"(?:re-?)?(?:appointed|elected|nominated|co-?opted)"
_ACTIVE = re.compile(
    rf"\b[Rr]?e?-?(?:[Aa]ppoint|[Ee]lect|[Nn]ominate|[Cc]o-?opt)s? (?P<who>{PEOPLE})(?=(?P<rest>,? (?:to|as|[A-Z]).{{0,400}}))"
)
_PASSIVE = re.compile(
    rf"(?P<who>{PEOPLE}),? (?:is|are|was|were|be|be and (?:is|are) hereby)(?: hereby| duly)? (?:{_VERB}(?: again)?)(?=(?P<rest>,? .{{1,400}}))"
)
_BE = re.compile(
    rf"(?P<who>{PERSON}) be (?=(?P<rest>(?:its|the) (?:[Vice -]+)?(?:Chair\w*|Deputy Chair\w*).{{0,200}}))"
)
_LISTED = re.compile(rf"(?P<who>{PEOPLE}),? (?:be )?(?=(?P<rest>(?:to|as) .{{1,400}}))")
_FOLLOWING = re.compile(
    r"\b(?:following|these|those) (?:\w+ ){0,3}?(?:appointments?|nominations?|elections?|members?|councillors?)\b|\bappoints?:$",
    re.IGNORECASE,
)
_REPLACES = re.compile(rf"(?P<who>{PERSON}) (?:to )?replaces? (?P<whom>{PERSON})(?=(?P<rest> (?:on|as|to) .{{1,400}}))")
_ALSO = re.compile(rf"\band (?P<who>{PEOPLE})(?=(?P<rest> (?:as|to) .{{1,400}}))")
"""A second appointment by the verb of the first: "and Councillor B Sample as its Chair"."""

_LEADING_TO = re.compile(rf"\b{_VERB} (?P<rest>(?:to|as|onto|on to) .{{1,300}}?):?[-–—]?$")
_MEMBER = re.compile(rf"(?P<who>{PEOPLE})(?: \([^()]{{1,60}}\))?[.;,]?(?: and)?")
"""An entry that is only a name, below "that the following be appointed to the Committee:"."""

_TO_WHOM = re.compile(
    rf"(?P<place>[A-Z][^–—:]{{2,160}}?)(?: ?[–—] ?| - |: )(?P<who>{PEOPLE})(?: \([^()]{{1,60}}\))?[.;,]?(?: and)?"
)
"""An entry that names the place first: "Museums Trust – Councillor A Example"."""

_PLACES = re.compile(r"\b(?:appointments?|nominations?|appointed|nominated)\b[^;]{0,160}:[-–—]?$", re.IGNORECASE)
_PLACE = re.compile(
    rf"\b(?:in (?:the )?place of|to replace|replacing|in succession to|as (?:the )?successor to|vice) (?P<whom>{PEOPLE})"
)
_FROM = re.compile(r"\b(?:with effect )?from (?:the )?(?=\d{1,2}(?:st|nd|rd|th)? )")
_IMMEDIATE = re.compile(r"\bwith immediate effect\b|\bimmediately\b", re.IGNORECASE)
_STOP = re.compile(
    r"[.;:](?= |$)|,? (?:in (?:the )?place of|to replace|replacing|in succession to|as (?:the )?successor to|vice (?=[CM])|until |for (?:(?:the|a|an) )?(?:(?:remainder|rest) of (?:the |this )?|[\w-]+ )?(?:[Mm]unicipal |[Cc]ivic )?(?:[Tt]erms?|[Pp]eriods?|[Yy]ears?|20\d\d)\b"
    r"|from (?:the )?\d|with (?:immediate )?effect|immediately\b|in addition|subject to|and that |and be |being |and (?=(?:Councillor|Cllr)s?\b[^,.;]{1,60}? (?:as|to) ))|, (?:Councillor|Cllr|who|which|with|as a result|and (?:the )?[A-Z]\w+ be )"
)
_LEADING = re.compile(r"^(?:,? ?(?:on ?to|to|as|on|be)\b(?: serve (?:on|as)\b)?)? ?(?:an? |the |its )?", re.IGNORECASE)
_EACH = re.compile(r",? and to (?:the )?|, to (?:the )?")
_RECOMMEND = re.compile(r"\brecommend(?:s|ed|ations?)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Appointed:
    """One sentence's appointments: each person to each place. ``since`` is None where no day is given."""

    people: tuple[str, ...]
    to: tuple[str, ...]
    in_place_of: str
    since: dt.date | None
    start: int
    end: int


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows("appointment", (fact for meeting, who in gathered.rolls for fact in _meeting(meeting, who)))


def _meeting(meeting: Meeting, who: Roll) -> Iterator[Fact]:
    for item in meeting.items:
        for position, decision in enumerate(decisions(item), 1):
            if not decision.operative.lower().startswith("recommend"):
                yield from _decision(meeting, item, position, decision, who)


def _decision(meeting: Meeting, item: Item, position: int, decision: Decision, who: Roll) -> Iterator[Fact]:
    made, head = decision_id(meeting, item, position), opening(decision)
    above = {"": head}
    passages: list[tuple[str, str, str, Location]] = [("", head, "", decision.location)]
    for clause in clauses(decision.clauses):
        above[clause.path] = clause.entry.text
        passages.append((clause.path, clause.entry.text, above[clause.parent], clause.entry.location))
    now = bool(_IMMEDIATE.search(head))
    for path, text, lead, location in passages:
        for found in read(text, meeting.date, lead):
            since = found.since or (meeting.date if now else None)
            for name in found.people:
                for to in found.to:
                    values = {
                        "person": name,
                        "person_id": identify(who, name),
                        "to": to,
                        "in_place_of": found.in_place_of or None,
                        "from_date": since,
                        "decision_id": made,
                        "clause_id": f"{made}/{path}" if path else None,
                    }
                    yield Fact(item_id(meeting, item), values, sentence(text, found.start, found.end), location)


def read(text: str, day: dt.date, lead: str = "") -> Iterator[Appointed]:
    """The appointments of a clause; ``lead`` introduces it, ``day`` is that of the meeting."""
    if _RECOMMEND.search(lead):
        return
    listed = _entry(text, day, lead)
    if listed:
        yield listed
        return
    after = 0
    forms = (_ALSO, _REPLACES, _ACTIVE, _PASSIVE, _BE, *((_LISTED,) if _FOLLOWING.search(lead) else ()))
    for match in sorted(
        (match for form in forms for match in form.finditer(text)), key=lambda one: (one.start(), one.end())
    ):
        if match.re is _ALSO and not (after and match.start() - after < 3):
            continue
        if match.start() < after or _RECOMMEND.search(text[max(match.start() - 80, 0) : match.start()]):
            continue
        stop = _STOP.search(match["rest"])
        placed = match["rest"][: stop.start()] if stop else match["rest"]
        to = tuple(part for part in (_bare(one) for one in _EACH.split(_LEADING.sub("", placed, count=1))) if part)
        if to:
            after = match.start("rest") + len(placed)
            end = _sentence_end(match["rest"])
            place = _PLACE.search(match["rest"][:end])
            replaced = match["whom"] if match.re is _REPLACES else place["whom"] if place else ""
            whom = " and ".join(names(replaced))
            since = _since(match["rest"][:end], day)
            yield Appointed(names(match["who"]), to, whom, since, match.start(), match.start("rest") + len(placed))


def _entry(text: str, day: dt.date, lead: str) -> Appointed | None:
    """An entry of a list that is only names, or a place and names; the rest stands in what introduces it."""
    if re.search(r"\bnot(?:e|es|ed|ing)\b", lead):  # of what somebody else has appointed
        return None
    since = _since(lead, day)
    placed = _LEADING_TO.search(lead)
    named = _MEMBER.fullmatch(text) if placed else None
    if placed and named:
        stop = _STOP.search(placed["rest"])
        to = _bare(_LEADING.sub("", placed["rest"][: stop.start()] if stop else placed["rest"], count=1))
        return Appointed(names(named["who"]), (to,), "", since, 0, len(text)) if to else None
    first = _TO_WHOM.fullmatch(text) if _PLACES.search(lead) else None
    return Appointed(names(first["who"]), (_bare(first["place"]),), "", since, 0, len(text)) if first else None


def _sentence_end(rest: str) -> int:
    """Where what is said of one appointment ends: at the sentence's end, or where the next begins."""
    match = re.search(r"[;.](?= |$)|,? and that ", rest)
    return match.start() if match else len(rest)


def _since(rest: str, day: dt.date) -> dt.date | None:
    if _IMMEDIATE.search(rest):
        return day
    match = _FROM.search(rest)
    printed = re.match(r"\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}", rest[match.end() :]) if match else None
    found = dates.read(printed.group(), day)[0] if printed else ()
    return found[0] if found else None


def _bare(text: str) -> str:
    return re.sub(r"^(?:an? |the )", "", text.strip(" ,.;")).strip()
