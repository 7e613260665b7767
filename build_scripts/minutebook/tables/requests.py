"""The register ``requests``: what a meeting asked of officers, members and other bodies, and by when.

    Request the Director of Homes to report again by 31 July 2026.
    that the Director of Homes be asked to report to the Board in July 2027.
    Requests that the sickness figures be included when the Board considers staffing.
    The Scrutiny Board requested:-   and a list below it, each entry a request of its own.

Read from decisions, except those that only recommend, and from sentences of narrative in which a body "requested that". What
members asked in debate is not read. "A plan to open 80 plots by March 2028" does not say by when the plan is wanted.

A request is taken as answered by the first minute of a later meeting that opens by referring to the one in which it stands
("Further to Minute 26/25, the Director …", "As requested by the Council (Minute 20/25)"), and that was taken by the body that was asked,
names whom was asked, or has two of the words that say what was asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from minutebook.identity import decision_id, decisions, item_id
from minutebook.model import Item, Meeting
from minutebook.tables import dates
from minutebook.tables.archive import Minute
from minutebook.tables.decided import decided
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.naming import Naming, mentions
from minutebook.tables.passages import Passage, passages
from minutebook.tables.row import Row
from minutebook.tables.sentences import sentence

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_ACTIVE = re.compile(
    r"\b(?:[Rr]equests?|[Aa]sks?|[Ii]nvites?) (?:that )?(?:the )?(?P<who>[A-Z][^;:.]{1,200}?),? to (?=(?P<what>[a-z].{0,1500}))"
)
_THAT = re.compile(r"\b(?:[Rr]equests?|[Aa]sks?) (?:that |for )(?=(?P<what>.{1,1500}))")
_PASSIVE = re.compile(
    r"(?P<who>\b[^;:.]{1,200}?),? be (?:further |also )?(?:requested|asked|invited|instructed) to (?=(?P<what>[a-z].{0,1500}))"
)
_BODY = r"(?:Board(?: \(\d+\))?|Committee|Cabinet|Council|Panel|Commission|Forum|Sub-Committee)"
_SAID = re.compile(rf"\b{_BODY} (?:also |further |then )?(?:requested|asked) that (?=(?P<what>.{{1,1500}}))")
_SAID_TO = re.compile(
    rf"\b{_BODY} (?:also |further |then )?(?:requested|asked) (?:the )?(?P<who>[A-Z][\w’'&-]*(?: (?:(?:of|for|and|the|&) ){{0,2}}[A-Z][\w’'&-]*){{0,9}}) to (?=(?P<what>[a-z].{{1,1500}}))"
)
_SAID_FOR = re.compile(
    rf"\b{_BODY} (?:also |further |then )?(?:requested|asked for) (?=(?P<what>(?:an?|further|more|additional|copies|details|regular) .{{1,1500}}))"
)
_OPENS = re.compile(
    rf"\b{_BODY} (?:also |further |then )?(?:requested|asked)(?: (?:that|the following))?(?: \w+){{0,3}} ?:[-–—]?$"
)
_BY = re.compile(
    r"\b(?P<how>by|before|no later than|not later than|on|in|at) (?P<when>(?:the )?(?:(?:end|beginning|middle) of )?(?:early |mid-|late )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH})(?:,? \d{{4}})?|(?:the )?(?:spring|summer|autumn|winter)(?: of)? \d{{4}}|(?:the|its|their) next meeting)"
    r"|\b(?P<within>within (?:\w+ ){1,3}?(?:days|weeks|months))\b",
    re.IGNORECASE,
)
_NOT_WHEN = re.compile(
    r"\b(?:beginning|starting|commencing) $"
    r"|\b(?:plans?|schemes?|proposals?|ways?|measures|steps|action|options?|programmes?|strateg(?:y|ies)|polic(?:y|ies)|bids?|targets?"
    r"|intention|commitment) (?:to|that|which) (?:(?!,? and to )[^;:])*$",
    re.IGNORECASE,
)
"""What stands before a day that is not that of the request, but of what a plan is for."""

_FIRM = re.compile(r"by|before|no later than|not later than", re.IGNORECASE)
_END = re.compile(r";|\.(?= [A-Z“(]|$)|,? and that (?=(?:the )?[A-Z])|(?<=[a-z)]), and to (?=thank\b)")
_NOT_OURS = re.compile(
    r"\brecommend(?:s|ed|ations?)?\b|\bnot(?:e|es|ed|ing)\b.{0,120}\b(?:decisions?|resolutions?) of\b|\b(?:list|at the) $",
    re.IGNORECASE,
)
_LEAD = re.compile(r".*\bthat (?:the )?", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\bfurther to\b|\brequest(?:s|ed)?\b|\bin (?:response|answer|reply) to\b|\bhad asked\b", re.IGNORECASE
)
_COMMON = frozenset(
    "about after again asked before board brought cabinet chair council committee consider considered decision director further given "
    "information meeting member members minute minutes officer officers panel period provide provided relation report reported reports "
    "request requested resolved result results submit their there these those update where which would months present".split()
)
"""Words that say nothing of what was asked."""

_OPENING = 300
"""Characters of a minute that are looked at for that."""
_DOES = re.compile(
    r"(?:the )?(?P<who>[A-Z][\w’'&-]*(?: (?:(?:of|for|and|the|&) ){0,2}[A-Z][\w’'&-]*){0,9})"
    r" (?:(?:arrange|attend|bring|circulate|consider|contact|ensure|examine|explore|give|investigate|look|make|prepare|present|produce|provide"
    r"|report|respond|review|send|submit|supply|undertake|update|write) )"
)
"""Someone who is to do something, named before a verb: "the Director of Place provide"."""

_FORM = re.compile(r"^(?:That|that|to) ")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as printed. Empty: not said. ``start`` and ``end`` are its place in the text."""

    of: str
    what: str
    by_when: str
    start: int
    end: int


def rows(gathered: Gathered) -> Iterator[Row]:
    answers = _answers(gathered)
    return fact_rows(
        "request",
        (
            fact
            for meeting in gathered.book.meetings
            for item in meeting.items
            for fact in _item(meeting, item, answers, gathered.names)
        ),
    )


def _answers(gathered: Gathered) -> Mapping[str, tuple[Minute, ...]]:
    """The id of each minute to the minutes of later meetings that open by taking it up, the first of them first."""
    found: dict[str, dict[str, Minute]] = {}
    for reference in gathered.references:
        later, target = (gathered.archive.items.get(item) for item in (reference.item, reference.target))
        if later and target and reference.opening and later.meeting.date > target.meeting.date and _opens(later.item):
            found.setdefault(target.id, {})[later.id] = later
    return {
        target: tuple(sorted(minutes.values(), key=lambda minute: minute.meeting.date))
        for target, minutes in found.items()
    }


def _answer(asked: Asked, minutes: tuple[Minute, ...], names: Naming) -> str | None:
    """The first of some minutes that says something of what was asked, or was taken by the body that was asked."""
    bodies = {mention.body for mention in mentions(names, asked.of, "")} - {""}
    wanted = _content(asked.what)
    for minute in minutes:
        text = " ".join(passage.text for passage in passages(minute.item))
        if minute.meeting.body in bodies or (asked.of and asked.of.casefold() in text.casefold()):
            return minute.id
        if len(wanted & _content(f"{minute.item.title} {text}")) > 1:
            return minute.id
    return None


def _content(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(word for word in re.findall(r"[a-z]{5,}", text.casefold()) if word not in _COMMON)


def _opens(item: Item) -> bool:
    """Whether a minute opens as one does that takes up what was asked: "Further to Minute 26/25", "As requested by"."""
    first = next(passages(item), None)
    return bool(first and _ANSWERS.search(first.text[:_OPENING]))


def _item(meeting: Meeting, item: Item, answers: Mapping[str, tuple[Minute, ...]], names: Naming) -> Iterator[Fact]:
    narrative = [one for one in passages(item) if not one.decision and not one.quoted]
    told = [(asked, passage.text, passage.location, "", "") for passage, asked in _narrated(narrative)]
    for position, decision in enumerate(decisions(item), 1):
        if not decision.operative.lower().startswith("recommend"):
            made = decision_id(meeting, item, position)
            for clause in decided(decision):
                path = f"{made}/{clause.path}" if clause.path else ""
                told += [
                    (asked, clause.text, clause.location, made, path)
                    for asked in read(clause.text, clause.below, clause.above)
                ]
    for asked, text, location, made, path in told:
        values = {
            "asked_of": asked.of or None,
            "request": asked.what,
            "by_when": asked.by_when or None,
            "by_date": _date(asked.by_when, meeting.date),
            "answered_item_id": _answer(asked, answers.get(item_id(meeting, item), ()), names),
            "decision_id": made or None,
            "clause_id": path or None,
        }
        yield Fact(item_id(meeting, item), values, sentence(text, asked.start, asked.end), location)


def read(text: str, below: str = "", above: str = "") -> Iterator[Asked]:
    """Every request of a clause of a decision. ``below``: its sub-clauses; ``above``: what introduces it."""
    after = 0
    found = [match for form in (_ACTIVE, _PASSIVE, _THAT) for match in form.finditer(text)]
    for match in sorted(found, key=lambda one: (one.start("what"), one.start())):
        start = match.start("what")
        if start < after or _NOT_OURS.search(f"{above} {text[: match.start()]}"[-300:]):
            continue
        who = "" if match.re is _THAT else match["who"]
        asked = _of_whom(_asked(match, _LEAD.sub("", who) if match.re is _PASSIVE else who, below))
        if asked:
            after = asked.end
            yield asked


def _narrated(narrative: list[Passage]) -> Iterator[tuple[Passage, Asked]]:
    """Requests of narrative: sentences, and each entry of a list that "the Board requested:" opens."""
    listing = False
    for passage in narrative:
        if not passage.label:
            listing = bool(_OPENS.search(passage.text))
            forms = (form.finditer(passage.text) for form in (_SAID, _SAID_TO, _SAID_FOR))
            for match in sorted((match for found in forms for match in found), key=lambda one: one.start()):
                asked = _of_whom(_asked(match, match.groupdict().get("who") or "", ""))
                if asked:
                    yield passage, asked
        elif listing:
            what = _FORM.sub("", passage.text.rstrip(" .;"))
            yield passage, Asked("", what, _by(what), 0, len(passage.text))


def _asked(match: re.Match[str], who: str, below: str) -> Asked | None:
    end = _END.search(match["what"])
    what = match["what"][: end.start()] if end else match["what"]
    stop = match.start("what") + len(what)
    if what.rstrip(" -–").endswith(":"):
        what = f"{what} {below}"
    what = re.sub(r"(?:[;,.]| and)+$", "", what.strip()).strip()
    who = re.sub(r"^(?:the|The) ", "", who.strip(" ,"))
    return Asked(who, what, _by(what), match.start(), stop) if what else None


def _of_whom(asked: Asked | None) -> Asked | None:
    """With the office that "requested that the Director of Place provide an update" names."""
    found = _DOES.match(asked.what) if asked and not asked.of else None
    return replace(asked, of=found["who"], what=asked.what[found.end("who") :].strip()) if asked and found else asked


def _by(what: str) -> str:
    """By when, as printed with the word before it; "in" and "on" only with a month's year, and if no firmer word stands there."""
    found = [
        match
        for match in _BY.finditer(what)
        if not _NOT_WHEN.search(what[: match.start()])
        if match["within"] or _FIRM.fullmatch(match["how"]) or re.search(r"\d{4}|next", match["when"])
    ]
    firm = [match for match in found if match["within"] or _FIRM.fullmatch(match["how"])]
    return (firm or found)[0].group() if found else ""


def _date(when: str, day: dt.date) -> dt.date | None:
    """The day, where "by 31 July 2026" names one with its year."""
    printed = re.search(r"\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+,? \d{4}$", when)
    found = dates.read(printed.group(), day)[0] if printed else ()
    return found[0] if found else None
