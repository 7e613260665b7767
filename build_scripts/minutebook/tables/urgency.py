"""The register ``urgency``: why something could not wait, who agreed, and whose decision of which day it was.

    The Lord Mayor agreed that this item be considered as a matter of urgency, because the fund would close before …
    Cabinet noted a decision taken by the Leader on 24 November 2025, under the special urgency provisions, to …
    Councillor A Example, Chair of the Committee, had agreed that the decision was urgent, and that it be exempt from call-in.
    Councillor Example agreed that the decision was urgent and that call in should not apply. … the reason for urgency which is:-
    (and the paragraph below)

Body and day of a decision taken elsewhere are read from the same passage or, of the same minute, from one before it. "There
was no urgent business" is no urgency.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import item_id
from minutebook.model import Item, Meeting
from minutebook.tables import dates
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.passages import passages
from minutebook.tables.persons import PERSON, Roll, identify, names
from minutebook.tables.row import Row, Value
from minutebook.tables.sentences import sentence, sentences

_OFFICE = r"(?:[Tt]he )?(?:Lord |Deputy )?(?:Mayor|Leader(?: of the Council)?|(?:Vice[- ])?Chair(?:man|woman|person)?(?: of (?:the )?[A-Z][^,.;]{2,80}?(?=,| (?:has|had|also|agreed|accepted|consented|ruled|determined|certified|was)\b))?|Chief Executive|Monitoring Officer)"
_WHO = rf"(?P<who>{PERSON}|{_OFFICE})(?P<aside>,? [^.;:]{{1,120}}?,)?"
_AGREED = rf"{_WHO} (?:has |had )?(?:also )?(?:agreed|accepted|consented|ruled|determined|certified|was of the opinion)"
_BUSINESS = re.compile(
    rf"{_AGREED} (?:that|to)\b[^.;:]{{0,240}}?\b(?:as (?:a matter of urgency|an? (?:item of )?urgent (?:item|business|matter))|as urgent business)\b"
)
_ACCEPTED = re.compile(
    rf"{_WHO} (?:has |had )?(?:also )?(?:agreed to accept|accepted) (?:an?|the|this|one|two|three) (?:further |following )?(?:late )?"
    r"(?:urgent (?:items?|matters?|reports?)|items? of urgent business)\b"
)
_WAIVED = re.compile(
    rf"{_AGREED} that\b[^.;:]{{0,160}}?\burgent\b[^.;:]{{0,120}}?(?:\bcall[- ]?in\b[^.;:]{{0,40}}?\b(?:not apply|be waived|waived)\b"
    r"|\b(?:exempt(?:ed)? from|not (?:be )?subject to|waive[ds]?)\b[^.;:]{0,40}?\bcall[- ]?in\b)",
)
_WAIVED_BY = re.compile(
    rf"\b[Cc]all[- ]?in (?:was|is|be|had been|has been) waived,? (?:with|by|following) (?:the )?(?:agreement|consent|approval|permission) of {_WHO}?"
)
_SPECIAL = re.compile(
    r"\bdecisions?\b[^.;:]{0,40}?\b(?:taken|made) by (?:the )?(?P<body>[A-Z][^.;:,]{1,120}?) on (?P<day>\d{1,2}[^.;:,]{0,4}? [A-Z]\w+,? \d{4}),? "
    r"under (?:the )?(?:council['’]s )?(?:(?:rules?|provisions?|procedures?)[^.;:]{0,40}?)?(?:special urgency|general exception|urgency)\b",
)
_TAKEN = re.compile(r"\b(?:taken|made) by (?:the )?(?P<body>[A-Z][^.;:,]{1,120}?) on (?P<day>\d{1,2} [A-Z]\w+,? \d{4})")
_MEETING = re.compile(
    r"\bmeeting of (?:the )?(?P<body>[A-Z].{1,160}?)(?: held)? on (?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+,? \d{4})"
)
_BECAUSE = re.compile(
    r"(?:,? (?:because|since|as|by reason of|on the grounds? (?:that|of)|for the reason that|in order that|so that)|,? (?:due to|owing to)) (?P<reason>[^.;]{4,600})"
)
_BELOW = re.compile(r"\breasons? for (?:the )?urgency\b[^.]{0,60}?(?::-?|:[-–—]|follows?:?)$", re.IGNORECASE)
_SAME = re.compile(
    r"\breasons? for (?:the )?urgency (?:is|was|were|being)(?: that)?:? (?P<reason>[^:]{4,600}?)(?:\.(?= |$)|$)",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf", (?P<who>{PERSON}),")
"""The name after an office: "the Chair of the Committee, Councillor A Example, agreed"."""

_HINT = re.compile(r"\burgen|\bwaived\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """One passage with what stands before it in its minute, and the passage after it; empty where there is none."""

    text: str
    before: str
    after: str


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows(
        "urgency",
        (fact for meeting, who in gathered.rolls for item in meeting.items for fact in _item(meeting, item, who)),
    )


def _item(meeting: Meeting, item: Item, who: Roll) -> Iterator[Fact]:
    texts = list(passages(item))
    before = ""
    for number, passage in enumerate(texts):
        if _HINT.search(passage.text) and not passage.quoted:
            after = texts[number + 1].text if number + 1 < len(texts) else ""
            place = _Place(passage.text, before, after)
            for kind, match in _matches(passage.text):
                values = _values(kind, match, place, meeting, who)
                evidence = sentence(passage.text, match.start(), match.end())
                yield Fact(item_id(meeting, item), values, evidence, passage.location)
        before = f"{before} {passage.text}"[-2_000:]


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    forms = (
        ("special-urgency", _SPECIAL),
        ("urgent-business", _BUSINESS),
        ("urgent-business", _ACCEPTED),
        ("call-in-waived", _WAIVED),
        ("call-in-waived", _WAIVED_BY),
    )
    found = [(kind, match) for kind, form in forms for match in form.finditer(text)]
    yield from sorted(found, key=lambda one: one[1].start())


def _values(kind: str, match: re.Match[str], place: _Place, meeting: Meeting, who: Roll) -> dict[str, Value]:
    printed = "" if kind == "special-urgency" else match["who"]
    person = re.match(PERSON, printed) or (_APPOSED.fullmatch(match["aside"] or "") if printed else None)
    named = names(person.groupdict().get("who") or person.group()) if person else ()
    taken = None if kind == "urgent-business" else _taken(match, kind, place)
    return {
        "reason": _reason(match, kind, place) or None,
        "agreed_by": (named or (re.sub(r"^[Tt]he ", "", printed),))[0] or None,
        "decision_body": taken["body"].strip() if taken else None,
        "decision_date": _date(taken["day"], meeting.date) if taken else None,
        "kind": kind,
        "person_id": identify(who, named[0]) if named else None,
    }


def _taken(match: re.Match[str], kind: str, place: _Place) -> re.Match[str] | None:
    """Whose decision it was, and of which day: the last that is named before the words that call it urgent."""
    if kind == "special-urgency":
        return match
    text = f"{place.before} {place.text[: match.end()]}"
    found = [*_TAKEN.finditer(text), *_MEETING.finditer(text)]
    return max(found, key=lambda one: one.start()) if found else None


def _reason(match: re.Match[str], kind: str, place: _Place) -> str:
    """The reason as printed: in the same sentence, in the next that speaks of the reason, or in the paragraph below."""
    rest = place.text[match.end() :]
    said = sentences(rest)[:1]
    found = _BECAUSE.search(f" {said[0]}") if said and kind != "special-urgency" else None
    found = found or (_SAME.search(rest) if kind != "special-urgency" else None)
    if found:
        return found["reason"].strip(" ,")
    return place.after.strip(' “”"') if _BELOW.search(place.text) else ""


def _date(day: str, before: dt.date) -> dt.date | None:
    found, _ = dates.read(day, before)
    return found[0] if len(found) == 1 else None
