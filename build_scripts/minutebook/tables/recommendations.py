"""The table ``recommendations``: what one body recommended to another body or office, and what became of it.

    It was RECOMMENDED that Cabinet: 1) … 2) …             one row a clause
    RESOLVED that the Executive recommends the Council to set the fees …
    2) Recommend to the Cabinet Member for Transport that in future: a) … b) …
    3. That the Cabinet Member for Transport be recommended to consider …

What became of it is read, by the grammar of ``outcomes``, in the first minute of the body it was made to that refers to
the minute in which it was made, or that has the same title and refers to its meeting.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from minutebook.identity import Clause, clauses, decision_id, decisions, item_id
from minutebook.model import Book, Decision, Item, Meeting
from minutebook.problems import Location
from minutebook.tables.actions import action
from minutebook.tables.archive import Archive, Minute
from minutebook.tables.citations import OTHER_NAME
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.naming import Naming, mentions
from minutebook.tables.outcomes import Answers, Outcome, answers, outcome
from minutebook.tables.references import Reference
from minutebook.tables.row import Row
from minutebook.text import clause_text, opening

if TYPE_CHECKING:
    from minutebook.tables.gathered import Gathered

_TO = re.compile(r"\brecommend(?:s|ed|ing)?\b:?(?: (?:to|that|to the|that the|the)\b)?(?: the\b)? ?", re.IGNORECASE)
_BE_RECOMMENDED = re.compile(r" (?:is |be |are )?(?:strongly )?(?:recommended|asked) (?:to|that)\b", re.IGNORECASE)
_SENT = re.compile(
    r"\brecommendations? (?:be )?(?:forward|forwarded|referred|sent|made|submitted|put) to (?:the )?", re.IGNORECASE
)
_OFFICES = re.compile(
    r"(?:Cabinet|Executive|Lead|Deputy|Portfolio|Leader|Mayor|Chief|Director|Assistant|Head|Secretary|Government|Strategic"
    r"|Corporate|Interim|Monitoring|Section|Chair|Police)\b"
    r"|[^:]*(?:Committee|Board|Panel|Forum|Commission|Council|Cabinet|Executive|Director|Officer)(?: \(\d+\))?$"
)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation. Ids are empty where the record does not say; ``text`` is what was recommended, as printed."""

    item: str
    decision: str
    clause: str
    number: str  # what a later minute calls it: "recommendation 3"
    from_body: str
    to_body: str
    to_name: str
    text: str
    evidence: str
    location: Location
    outcome_item: str = ""
    outcome: Outcome = "not recorded"


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows("recommendation", map(_fact, gathered.recommendations))


def recommendations(
    book: Book, index: Archive, found: Sequence[Reference], names: Naming
) -> tuple[Recommendation, ...]:
    """All recommendations of a book with their outcomes, in the order printed.

    ``index`` and ``found`` are the book's archive and references, ``names`` how its bodies are named.
    """
    made = [
        one
        for meeting in book.meetings
        for item in meeting.items
        for position, decision in enumerate(decisions(item), 1)
        for one in _made(meeting, item, position, decision, names)
    ]
    return tuple(_with_outcomes(made, index, found, names))


def _fact(one: Recommendation) -> Fact:
    return Fact(
        one.item,
        {
            "decision_id": one.decision,
            "clause_id": one.clause or None,
            "from_body_id": one.from_body,
            "to_body_id": one.to_body or None,
            "to_name": one.to_name or None,
            "outcome_item_id": one.outcome_item or None,
            "outcome": one.outcome,
        },
        one.evidence,
        one.location,
    )


def _made(meeting: Meeting, item: Item, position: int, decision: Decision, names: Naming) -> Iterator[Recommendation]:
    """The recommendations of one decision: each clause of one that recommends, else each clause that recommends."""
    whole = decision_id(meeting, item, position)
    first = opening(decision)
    blank = Recommendation(item_id(meeting, item), whole, "", "1", meeting.body, "", "", "", "", decision.location)
    listed = tuple(clauses(decision.clauses))
    if _recommends(decision.operative) or _recommends_in(first):
        to, name, end = _addressee(first, names, meeting.body)
        made = replace(blank, to_body=to, to_name=name)
        top = [clause for clause in listed if clause.level == 1]
        yield from _each(made, whole, top) if top else (replace(made, text=first[end:], evidence=_sentence(first)),)
        return
    for clause in listed:
        text = clause.entry.text
        if not _recommends_in(text):
            continue
        to, name, end = _addressee(text, names, meeting.body)
        made = replace(blank, to_body=to, to_name=name, clause=f"{whole}/{clause.path}", location=clause.entry.location)
        below = [one for one in listed if one.parent == clause.path]
        yield from _each(made, whole, below) if below else (replace(made, text=text[end:], evidence=text),)


def _each(made: Recommendation, whole: str, listed: Iterable[Clause]) -> Iterator[Recommendation]:
    for clause in listed:
        own = clause_text(clause.entry)
        number = clause.path.rsplit(".", 1)[-1]
        yield replace(
            made,
            clause=f"{whole}/{clause.path}",
            number=number,
            text=own,
            evidence=clause.entry.text,
            location=clause.entry.location,
        )


def _recommends(operative: str) -> bool:
    return "recommend" in operative.lower()


def _recommends_in(text: str) -> bool:
    """Whether the verb of a clause or opening recommends; "the recommendations be approved" does not."""
    return (
        action(re.sub(r"^.{0,40}?\b(?:RESOLVED|AGREED|DECIDED)\b[:,]?\s*", "", text)) == "recommend"
        or bool(re.search(r"\brecommends? (?:that|to|the)\b", text))
        or bool(re.search(r"\bbe recommended (?:to|that)\b", text))
        or bool(_SENT.search(text))
    )


def _addressee(text: str, names: Naming, own: str) -> tuple[str, str, int]:
    """To whom a text recommends: body's id, name as printed, and where what is recommended begins."""
    named = mentions(names, text, own)
    for pattern in (_SENT, _TO):
        for match in pattern.finditer(text):
            at = match.end()
            mention = next((one for one in named if one.start == at), None)
            if mention and not text.startswith(" be ", mention.end):
                return mention.body, text[at : mention.end], mention.end
            office = OTHER_NAME.match(text, at)
            if office and not mention and _OFFICES.match(office.group()) and not text.startswith(" be ", office.end()):
                return "", office.group(), office.end()
    asked = _BE_RECOMMENDED.search(text)
    if asked:
        mention = next((one for one in named if one.end == asked.start()), None)
        if mention:
            return mention.body, text[mention.start : mention.end], asked.end()
        office = next((m for m in OTHER_NAME.finditer(text) if m.end() == asked.start()), None)
        return (
            ("", re.sub("^(?:That )?(?:[Tt]he )?", "", office.group()), asked.end())
            if office
            else ("", "", asked.end())
        )
    start = next((match.end() for match in _TO.finditer(text)), 0)
    return "", "", start


def _sentence(text: str) -> str:
    match = re.search(r"\brecommend.*?(?:[.;](?= |$)|$)", text, re.IGNORECASE)
    return match.group() if match else text


def _with_outcomes(
    made: Iterable[Recommendation], index: Archive, found: Iterable[Reference], names: Naming
) -> Iterator[Recommendation]:
    """Each recommendation with the later minute that answers it. Answers are read once a minute."""
    cited: dict[tuple[str, str], str] = {}  # a minute and a body to the first minute of that body that cites it
    visited: dict[tuple[str, dt.date, str, str], str] = {}  # a meeting, a body and a title, likewise
    for reference in found:
        citing = index.items[reference.item]
        if reference.target:
            cited.setdefault((reference.target, citing.meeting.body), citing.id)
        elif reference.kind == "meeting" and reference.date and reference.date <= citing.meeting.date:
            key = (reference.body, reference.date, citing.meeting.body, citing.item.title.casefold())
            visited.setdefault(key, citing.id)
    read: dict[str, Answers] = {}
    for one in made:
        source = index.items[one.item]
        later = cited.get((one.item, one.to_body)) or visited.get(
            (one.from_body, source.meeting.date, one.to_body, source.item.title.casefold())
        )
        if not one.to_body or one.to_body == one.from_body or not later or later == one.item:
            yield one
            continue
        if later not in read:
            read[later] = _read(index.items[later], names)
        yield replace(one, outcome_item=later, outcome=outcome(read[later], one.from_body, one.number, one.text))


def _read(minute: Minute, names: Naming) -> Answers:
    return answers(minute.item, names, minute.meeting.body)
