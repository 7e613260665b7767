"""The register ``delegations``: who may act, after consulting whom, to do what, up to what limit. Read from decisions only.

    Delegate authority to the Director of Homes, following consultation with the Cabinet Member for Homes, to sign it.
    That authority be delegated to the Clerk to pay invoices up to £500, in consultation with the Chair.
    That the Director of Homes be authorised, after consultation with the Chair, to sign it.
    Authorise the Chair and the Clerk to sign the letter.   Delegates to the Director:   (and its sub-clauses)
    That authority to let the contract be delegated to the Director of Homes.   That approval of the plan be delegated to the Chair.
    Grant the Clerk delegated powers to pay invoices.

A decision that only recommends a delegation, or notes the decision of another body to delegate, gives nobody power: it has no
row. The limit is one of money ("up to £3.2 million in any one year", "up to the sum approved in clause 1)"); other
conditions stand in the purpose. A power to do what the words do not reach ("as set out in the report") is printed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import decision_id, decisions, item_id
from minutebook.model import Decision, Item, Meeting
from minutebook.tables.decided import decided
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row
from minutebook.tables.sentences import sentence

_POWER = r"(?:authority|powers?|responsibility|delegation)"
_GIVEN = re.compile(
    rf"\bdelegates? (?:(?:the |full |all )?(?:necessary |appropriate |relevant )?{_POWER} )?to (?=the |[A-Z])"
    rf"|(?<!\bno )\b(?:delegated )?{_POWER} (?:is|are|be|to be)(?: hereby| also)? (?:given|granted|delegated) to "
    rf"|\b(?:grants?|gives?) delegated {_POWER} to ",
    re.IGNORECASE,
)
_OFFICE = r"(?:the )?[A-Z][^,;:.]{1,200}?"
_GRANTED = re.compile(
    rf"\b(?:[Gg]rants?|[Gg]ives?) (?P<active>{_OFFICE}) delegated {_POWER}(?=,? (?:to|following|after|in consultation)\b|:)"
)
_WHAT = re.compile(
    r"(?:\b(?:[Aa]uthority|[Pp]owers?|[Rr]esponsibility) (?:to (?!(?:the|an?)\b)|for )(?P<power>[a-z][^;:]{2,600}?)"
    r"|\b(?:[Tt]he )?(?P<matter>(?:final |full |formal )?(?:approval|determination|award|agreement|sign-off|negotiation|decision)s? (?:of|on|to)\b[^;:.]{3,300}?)),?"
    r"(?<! to) (?:is|be)(?: hereby| also)? delegated to (?=the |[A-Z])",
)
_AUTHORISED = re.compile(
    r"\b(?:[Aa]uthori[sz]es? (?P<active>(?:the )?[A-Z][^,;:.]{1,200}?)(?=,? (?:to|following|after|in consultation)\b)"
    rf"|(?P<passive>{_OFFICE})(?P<first>,? (?:following|after|in)(?: prior| full)? consultation with (?P<whom>[^;:.]{{1,300}}?))?,?"
    rf" be (?:hereby |jointly |further |also )?(?:authori[sz]ed|(?:given|granted) delegated {_POWER}))"
    r"(?=,? (?:to [a-z]|following |after |in consultation )|:)"
)
_CONSULT = r"(?:following|after|in|subject to|upon)(?: prior| appropriate| full| due)? consultation with (?:the )?"
_THAT = re.compile(r"\bthat ", re.IGNORECASE)  # "It was RESOLVED that the Director"
_TO = r",? to (?=[a-z])(?!(?:the|a|an) )"
_STOP = re.compile(
    rf",? ?\(?(?P<consult>{_CONSULT})|(?P<to>{_TO})|(?P<list>,? to(?: do| undertake)?(?: the following)?:|:)|(?P<power>,? (?:the )?{_POWER} (?:to|for) )"
    r"|(?P<end>;|\.(?= |$)|,? and that |$)",
    re.IGNORECASE,
)
_END = re.compile(r";|\.(?= [A-Z“(]|$)|,? and that |$")
_LATER = re.compile(rf",? \(?(?P<consult>{_CONSULT})(?P<whom>.{{1,600}})$", re.IGNORECASE)
_AFTERWARDS = re.compile(r",? (?=up to|not exceeding|provided|subject to|within )|\)$")
_AND_FOR = re.compile(r",? and (?=for |up to |subject to |within )")
_MONEY = r"[£€] ?\d(?:[\d,.]*\d)?(?: ?(?:million|billion|thousand|bn|m|k)\b)?"
_LIMIT = re.compile(
    rf"(?:up to|not exceeding|not to exceed|(?:no|not) more than|to a maximum of|subject to a (?:maximum|limit) of|to the value of|below|less than)"
    rf" (?:and including )?(?:(?:an?|the) (?:maximum|total|limit|value|sum)(?: \w+){{0,3}}? of )?{_MONEY}"
    r"(?: (?:in any one \w+|in total|in the year|a year|per annum|per year|each year|each|in aggregate|per [a-z]+))?"
    r"|up to the (?:sum|amount|limit|value|budget)s? (?:[^,;.:£]|[,.](?=\d)){1,80}?(?=[,;.:](?!\d)|$| and )",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"\brecommend(?:s|ed|ations?)?\b.{0,80}$|\bnot(?:e|es|ed|ing)\b.{0,120}\b(?:decisions?|resolutions?) of\b.{0,80}$",
    re.IGNORECASE | re.DOTALL,
)
_REACH = 300
"""How many characters before a delegation may say that it is another's: what introduces it, not all that was decided."""


@dataclass(frozen=True, slots=True)
class Delegated:
    """What one phrase delegates, as printed; ``start`` and ``end`` are its place in the text. Empty: not said."""

    delegate: str
    consultees: str
    purpose: str
    limit: str
    start: int
    end: int


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows(
        "delegation",
        (
            fact
            for meeting in gathered.book.meetings
            for item in meeting.items
            for position, decision in enumerate(decisions(item), 1)
            for fact in _facts(meeting, item, position, decision)
        ),
    )


def _facts(meeting: Meeting, item: Item, position: int, decision: Decision) -> Iterator[Fact]:
    if decision.operative.lower().startswith("recommend"):
        return
    made = decision_id(meeting, item, position)
    for clause in decided(decision):
        for found in read(clause.text, clause.below, clause.above):
            values = {
                "decision_id": made,
                "clause_id": f"{made}/{clause.path}" if clause.path else None,
                "delegate": found.delegate,
                "consultees": found.consultees or None,
                "purpose": found.purpose or None,
                "limit": found.limit or None,
            }
            yield Fact(item_id(meeting, item), values, sentence(clause.text, found.start, found.end), clause.location)


def read(text: str, below: str = "", above: str = "") -> Iterator[Delegated]:
    """Every delegation of a clause. ``below``: its sub-clauses; ``above``: what introduces it."""
    after = 0
    found = [match for form in (_GIVEN, _GRANTED, _WHAT, _AUTHORISED) for match in form.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        if match.start() < after or _NOT_OURS.search(_before(text, match, above)):
            continue
        one = _whatever(text, match) if match.re is _WHAT else _read(text, match, below)
        if one:
            after = one.end
            yield one


def _before(text: str, match: re.Match[str], above: str) -> str:
    """What stands before the words that delegate; "the Clerk be authorised" begins further back than "authorised"."""
    return f"{above} {text[: match.end() if match.re is _AUTHORISED else match.start()]}"[-_REACH:]


def _whatever(text: str, match: re.Match[str]) -> Delegated | None:
    """Read "authority to let the contract be delegated to the Director, in consultation with the Chair"."""
    at, consultees = match.end(), ""
    stop = _next(text, at)
    who = _bare(_AFTERWARDS.split(text[at : stop.start()], maxsplit=1)[0])
    if stop["consult"]:
        at = stop.end()
        stop = _next(text, at, consulted=True)
        consultees = _AFTERWARDS.split(text[at : stop.start()], maxsplit=1)[0]
    end = _end(text, at)
    limit = _LIMIT.search(text, match.start(), end)
    if not who or len(who) > 2 * _REACH:
        return None
    purpose = match["power"] or match["matter"]
    return Delegated(who, _bare(consultees), _bare(purpose), limit.group() if limit else "", match.start(), end)


def _named(match: re.Match[str]) -> tuple[str, str]:
    """Who is named before the words that delegate, and whom they are to consult."""
    said = match.groupdict()
    who = _THAT.split(said.get("active") or said.get("passive") or "")[-1]
    return who, said.get("whom") or ""


def _read(text: str, match: re.Match[str], below: str) -> Delegated | None:
    at = match.end()
    stop = _next(text, at)
    who, consultees = _named(match)
    who = who or text[at : stop.start()]
    if stop["consult"]:
        at = stop.end()
        stop = _next(text, at, consulted=True)
        consultees = _AND_FOR.split(text[at : stop.start()], maxsplit=1)[0]
    if stop["to"] or stop["power"]:
        end = _end(text, stop.end())
        purpose = text[stop.end() : end]
    else:
        end = stop.end() if stop["list"] else stop.start()
        purpose = ""
    listed = bool(stop["list"]) or purpose.rstrip(" -–").endswith(":")
    purpose, consultees = _consulted_later(purpose, consultees)
    if listed:
        purpose = f"{purpose} {below}".strip()
    limit = _LIMIT.search(purpose)
    who = _bare(who)
    if not who or len(who) > 2 * _REACH:
        return None
    return Delegated(who, _bare(consultees), _bare(purpose), limit.group() if limit else "", match.start(), end)


def _next(text: str, at: int, *, consulted: bool = False) -> re.Match[str]:
    """Where a list of offices ends; the pattern matches at the end of the text at the latest."""
    for stop in _STOP.finditer(text, at):
        if not (consulted and stop["consult"]):
            return stop
    raise AssertionError("the end of the text is a stop")  # pragma: no cover


def _end(text: str, at: int) -> int:
    found = _END.search(text, at)
    return found.start() if found else len(text)


def _consulted_later(purpose: str, consultees: str) -> tuple[str, str]:
    """What may be done and who is to be consulted, of "pay invoices, in consultation with the Chair, up to £5"."""
    later = None if consultees else _LATER.search(purpose)
    if not later:
        return purpose, consultees
    whom = _AFTERWARDS.split(later["whom"], maxsplit=1)
    rest = later["whom"][len(whom[0]) :].rstrip(")")
    return purpose[: later.start()] + rest, whom[0]


def _bare(text: str) -> str:
    """A phrase without the article before it and the marks around it."""
    text = re.sub(r"^(?:the|both the) ", "", text.strip(" ,;-–"), flags=re.IGNORECASE)
    text = re.sub(r"(?:[;,.]| and)+$", "", text).strip(" ,")
    return text[:-1] if text.endswith(")") and text.count(")") > text.count("(") else text
