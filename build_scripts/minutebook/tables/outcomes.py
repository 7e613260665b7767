"""What a minute says became of recommendations put to it: the exact grammar.

    Accept recommendations 1 to 3 of the Scrutiny Board, and recommendation 4 as amended above.
    Accept recommendations 1, 2 and 4, and decline recommendation 3.
    Accept all four recommendations of the Board. · That the recommendations be noted.
    Recommendation 1, on youth grants, was accepted in part. · Cabinet accepted the recommendations.

What is only proposed ("proposed that recommendation 3 not be accepted") is no outcome. Where no words speak of the
recommendations, one is accepted that the minute resolves word for word (whether or not it says "as set out in the report"),
and noted where the minute notes and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from minutebook.identity import decisions
from minutebook.model import Item
from minutebook.tables.actions import action, decision_clauses
from minutebook.tables.naming import Naming, mentions
from minutebook.tables.passages import Passage, passages
from minutebook.text import lead

Outcome = Literal["accepted", "rejected", "amended", "noted", "not recorded"]

_COUNTS = "two three four five six seven eight nine ten".split()
_NUMBERS = r"\(?\d{1,2}\)?(?:(?:, and |, | and | & | to |–|-)\(?\d{1,2}\)?(?!\d)){0,20}"
_SPEC = re.compile(
    rf"\brecommendations? (?:nos?\.? )?(?P<numbers>{_NUMBERS})"
    rf"|\b(?P<all>all|both|each)(?: of)?(?: the| its| their| these| those)?(?: (?:{'|'.join(_COUNTS)}))?(?: of (?:the|its|their))? recommendations?\b"
    rf"|\b(?:the|its|their|these|those)(?: (?:{'|'.join(_COUNTS)}))? recommendations?\b(?! (?:in|of|set out in|contained in) (?:the|this) (?:\w+ )?report)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?P<not>not )?(?:(?P<accepted>accept|agree|approve|adopt|endorse|carr)|(?P<rejected>reject|declin|refus|lost|defeat)|(?P<noted>note|receive))"
    r"(?P<form>d|ed|s|es|ied|e|)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"^(?:, [^,.]{1,80},)? (?:(?:was|were|had been|has been|have been)|(?P<would>be)) ", re.IGNORECASE
)
_PARTLY = re.compile(
    r"\b(?:as (?:so )?amended|in part|partly|with (?:the|an?) [^.;]{1,80}|subject to|except|amended|in principle)\b",
    re.IGNORECASE,
)
_PUT = re.compile(r" (?:was|were) (?:then )?put to the (?:vote|meeting) and")
_AS_SET_OUT = re.compile(
    r",? (?:as )?(?:amended|set out|detailed|outlined|described|appended|attached|shown|contained) (?:in|at|to|by)\b[^;]{0,200}$"
)
_REACH = 400
"""How many characters before and after a phrase are read, so that the work stays in proportion to the text."""

_WHOSE = re.compile(r"^ (?:of|from|by|made by) (?:the )?")
_MERGE = re.compile(r" to |–|-")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of some recommendations. ``numbers`` is empty where all are meant; ``whose`` where it is not said."""

    numbers: frozenset[str]
    whose: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a minute says of recommendations, decisions first, and what it resolves besides."""

    said: tuple[Answer, ...]
    resolved: tuple[str, ...]  # each clause's words, spaced, in lower case
    only_notes: bool


def answers(item: Item, names: Naming, own: str) -> Answers:
    """What an item in the minutes of the body ``own`` says of the recommendations before it."""
    read = sorted(passages(item), key=lambda passage: not passage.decision)
    said = tuple(answer for passage in read if not passage.quoted for answer in _answers(passage, names, own))
    taken = decisions(item)
    texts = [text for decision in taken for text in (lead(decision), *(e.text for e in decision.clauses))]
    actions = {
        done
        for decision in taken
        for done in ([a for clause, a in decision_clauses(decision) if clause.level == 1] or [action(lead(decision))])
    }
    return Answers(said, tuple(words(text) for text in texts), actions == {"note"})


def outcome(found: Answers, whose: str, number: str, text: str) -> Outcome:
    """What became of the recommendation with this number and text that the body ``whose`` made."""
    ours = [one for one in found.said if one.whose in {"", whose}]
    for one in (*(a for a in ours if number in a.numbers), *(a for a in ours if not a.numbers)):
        return one.outcome
    for form in (text, _AS_SET_OUT.sub("", text)):
        wanted = words(form)
        if len(wanted.split()) > 2 and any(wanted in resolved for resolved in found.resolved):
            return "accepted"
    return "noted" if found.only_notes else "not recorded"


def words(text: str) -> str:
    """The words of a text between spaces, without "that the Council" before them."""
    plain = re.sub(
        r"^\W*(?:that )?(?:(?:the )?(?:\w+ )?(?:council|cabinet|committee|board|executive)\b:? )?", "", text.lower()
    )
    return f" {' '.join(re.findall(r'[a-z0-9£%.]*[a-z0-9%]', plain))} "


def _answers(passage: Passage, names: Naming, own: str) -> Iterator[Answer]:
    if "ecommendation" not in passage.text:
        return
    for sentence in re.split(r"(?<=[.;]) (?=[A-Z])", passage.text):
        specs = list(_SPEC.finditer(sentence))
        for n, spec in enumerate(specs):
            end = specs[n + 1].start() if n + 1 < len(specs) else len(sentence)
            found = _judged(
                sentence[max(0, spec.start() - _REACH) : spec.start()],
                sentence[spec.end() : min(end, spec.end() + _REACH)],
                decided=bool(passage.decision),
            )
            if found:
                yield Answer(_numbers(spec["numbers"] or ""), _whose(sentence, spec, names, own), found)


def _judged(before: str, after: str, *, decided: bool) -> Outcome | None:
    """The outcome that the words around "recommendations" give them; None where they give none, or only propose it."""
    whose = _WHOSE.match(after)
    passive = _HAPPENED.match(after) or (
        re.search(r" (?:was|were|(?P<would>be)) (?=(?:not )?\w+ed\b)", after) if whose else None
    )
    if passive:
        verb = _VERB.match(after, passive.end()) if decided or not passive["would"] else None
        verb = verb or (_PUT.match(after) and _VERB.search(after))
    else:
        verbs = [m for m in _VERB.finditer(before) if decided or _acted(before, m)]
        strong = [m for m in verbs[-2:] if not m["noted"]] if " and " in before[-20:] else []
        verb = (strong or verbs)[-1] if verbs else None
    if not verb:
        return None
    if verb["rejected"] or verb["not"]:
        return "rejected"
    if verb["noted"]:
        return "noted"
    return "amended" if _PARTLY.search(after) else "accepted"


def _acted(before: str, verb: re.Match[str]) -> bool:
    """Whether a body did what the verb says: "Cabinet accepted", and not "proposed that they be accepted"."""
    subject = r"\b(?:Cabinet|Council|Committee|Board|Panel|Executive|Forum|Commission|Members|Member)(?: had| has)? $"
    return verb["form"] in {"d", "ed", "ied"} and bool(
        re.search(subject, before[max(0, verb.start() - 30) : verb.start()])
    )


def _whose(sentence: str, spec: re.Match[str], names: Naming, own: str) -> str:
    of = _WHOSE.match(sentence[spec.end() : spec.end() + _REACH])
    if not of:
        return ""
    after = sentence[spec.end() : spec.end() + _REACH]
    return next((mention.body for mention in mentions(names, after, own) if mention.start == of.end()), "?")


def _numbers(printed: str) -> frozenset[str]:
    found: set[str] = set()
    for part in re.split(r", and |, | and | & ", printed):
        ends = [end.strip("() ") for end in _MERGE.split(part)]
        if len(ends) == 2 and all(end.isdecimal() for end in ends):
            found |= {str(number) for number in range(int(ends[0]), int(ends[1]) + 1)}
        else:
            found |= {end for end in ends if end}
    return frozenset(found)
