"""Who moved what, and who seconded it: the exact grammar of one sentence.

    The following motion was moved by Councillor A Example and seconded by Councillor B Example:
    It was moved by Councillor A Example, seconded by Councillor B Example, that the report be noted.
    Councillor A Example moved, and Councillor B Example seconded, the recommendations of Cabinet.
    Councillor A Example, seconded by Councillor B Example, moved (or: proposed) that permission be refused.
    Councillor A Example, Leader, moved the following amendment, which was seconded by Councillor B Example:
    On the motion of Councillor A Example, seconded by Councillor B Example, …
    A proposal by Councillor A Example, seconded by Councillor B Example, that the decision be deferred …
    Proposed by Mrs A Example, seconded by Mr B Example …          (Moved: Councillor A Example; seconded: …)

It is an amendment where the sentence calls it one. A person who "was proposed" is nominated: that is no motion. Who is
only "he" or "she" is not named, and what is not moved by a person ("the kerb was moved by 2 metres") is no motion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.tables.spoken import PERSON, ROLE, called

_REACH = 400
"""How far a sentence is read before its verb, so that the work stays in proportion to the text."""

_ANCHOR = re.compile(r"\b(?:moved|proposed|motion (?:of|by)|proposal (?:of|by))\b", re.IGNORECASE)
_THING = r"(?:motion|amendment|recommendation|resolution|proposal|proposition|condition|addition|vote of thanks|budget|report|minute)s?"
_ACT = r"(?:acceptance|deferral|refusal|adjournment|approval|adoption|suspension|referral|closure)"
_SUBJECT = re.compile(
    rf"(?:(?:^|\W)it (?:was|is|being)(?: then| duly| also)?"
    rf"|(?P<thing>\b(?:{_ACT} of )?(?:the|an?|this|that)\b(?: [\w-]{{1,30}}){{0,4}}? {_THING}\b(?: of (?:the )?[A-Z][\w’'() -]{{1,60}}?)?)"
    rf"(?P<to> to [a-z][^,;:.]{{2,160}},)?"
    rf"(?:,? (?:which|that))?(?: (?:was|were|being))?(?: then| duly| also| accordingly)?|^[\"“(]?|[(;:] ?)\s*$",
    re.IGNORECASE,
)
_THE_NOUN = re.compile(r"(?:^|\W)(?:the|a) $", re.IGNORECASE)
_MOVER_AFTER = re.compile(rf"(?: by)?:? (?P<mover>{PERSON})(?P<role>{ROLE})")
_SECONDER_AFTER = re.compile(
    rf"(?:[,;]?(?: and)?[, ]{{1,2}}(?:was |were |it was )?(?:(?:duly|formally) )?(?i:seconded)(?: by)?:? (?P<seconder>{PERSON}){ROLE})"
)
_MOVER_BEFORE = re.compile(
    rf"(?P<mover>{PERSON}){ROLE}(?:(?:,| and| \() ?(?:was |were )?seconded by (?P<seconder>{PERSON}){ROLE}[,)]?)?"
    r"(?: (?:then|also|formally|accordingly|duly|further|therefore))?\s*$"
)
_FIRST = re.compile(rf"(?P<mover>{PERSON})\b")
_PERSON = re.compile(PERSON)
_UNDER = re.compile(r"^(?:as an amendment,? |(?:under|pursuant to|in accordance with) [^,.;:]{1,80}, )")
_OBJECT = re.compile(
    rf"(?:,? (?:under|pursuant to|in accordance with) [^,.;:]{{1,80}},)?"
    rf"(?P<seconding>,? and (?P<seconder>{PERSON}){ROLE},? seconded,?|,? (?:duly )?seconded by (?P<by>{PERSON}){ROLE},)?"
    rf"\s*(?:[:–-]|(?:as an amendment,? )?that\b|(?:the|an?|his|her|their|its)\b(?: [\w-]{{1,30}}){{0,3}}? (?:{_THING}|{_ACT})\b|{_ACT} of\b|:?$)",
)
_LATER_SECONDER = re.compile(
    rf"(?:,? (?:which|(?:and )?(?:this|it)) (?:was|were) |,? (?:and )?(?:duly )?)(?:duly )?seconded by (?P<seconder>{PERSON})"
)
_SECONDS = re.compile(
    rf"(?P<seconder>{PERSON}){ROLE} (?:duly |formally )?seconded(?: (?:the|this|his|her|it)\b(?: (?:motion|proposal|amendment|recommendations?)\b)?|\.?$)"
)
_SECONDED = re.compile(
    rf"(?:(?:This|It|The (?:motion|proposal|amendment|recommendations?)) (?:was|were) )?(?:duly |formally )?[Ss]econded(?: by)?:? (?P<seconder>{PERSON})"
)
_ACCEPTED = re.compile(r"(?<!not )(?<!not been )\baccepted by\b", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat\b.*|^ to [a-z].*", re.DOTALL)
_NAMED = re.compile(
    r"^(?:an?|the|his|her|their) (?:[\w-]{1,30} ){0,2}?(?:amendment|motion)(?: as follows)?(?: (?=(?:that|to) )|, (?=(?:that|to) )|: ?(?=\S)|\.?$)"
)
_ASIDE = re.compile(
    rf"(?:,? (?:which|(?:and )?(?:this|it)) (?:was|were))?,? (?:duly )?seconded by {PERSON}{ROLE}(?=,|\.?$),?"
)
_TAIL = re.compile(
    r",? (?:which|(?:and )?(?:this|it)) (?:was|were) (?:(?:then|also|not|duly|unanimously|formally) )*"
    r"(?:seconded|put|carried|lost|agreed|accepted|approved|adopted|withdrawn|supported|defeated|rejected)\b.*|,? (?:was|were) (?:then )?(?:put|carried|lost|agreed|defeated)\b.*"
    r"|,?(?: which,?)? (?:up)?on being put\b.*"
    r"|(?:,? and the (?:meeting|council|committee|members)(?: unanimously)?|,(?: all| unanimously)?) (?:agreed|carried|lost)(?: unanimously)?\.?$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Moving:
    """One motion or amendment that a sentence moves. Names are as printed, empty where none is."""

    amendment: bool
    moved_by: str
    seconded_by: str
    accepted: bool  # an amendment that the sentence says was accepted
    text: str  # what was moved, where the sentence says it
    follows: bool  # its words stand below the sentence


def moving(sentence: str) -> Moving | None:
    """What a sentence moves; None where it moves nothing, or does not say who moved it."""
    for anchor in _ANCHOR.finditer(sentence):
        before = sentence[max(0, anchor.start() - _REACH) : anchor.start()]
        found = _passive(anchor.group().lower(), before, sentence, anchor.end()) or (
            _active(before, sentence, anchor.end()) if anchor.group() in {"moved", "proposed"} else None
        )
        if found:
            return found
    return None


def seconding(sentence: str) -> str:
    """Who seconded what the sentence before moved: "Councillor B Example seconded the proposal."; empty where nobody did."""
    found = _SECONDS.match(sentence) or _SECONDED.match(sentence)
    return called(found["seconder"]) if found else ""


def _passive(verb: str, before: str, sentence: str, end: int) -> Moving | None:
    """Read "The motion was moved by …", "On the motion of …" and "Proposed by …"."""
    mover = _MOVER_AFTER.match(sentence, end)
    subject = _SUBJECT.search(before) if verb in {"moved", "proposed"} else _THE_NOUN.search(before)
    if not mover or not subject:
        return None
    opens = not before or before.endswith(("(", "[", "; ", "- ", "– "))
    if verb in {"moved", "proposed"} and not opens and not sentence.startswith(" by", end):
        return None
    seconder = _SECONDER_AFTER.match(sentence, mover.end("mover")) or _SECONDER_AFTER.match(sentence, mover.end())
    said = subject.groupdict()
    thing, to = said.get("thing") or "", said.get("to") or ""
    amendment = bool(_AMENDMENT.search(thing))
    after = sentence[seconder.end() if seconder else mover.end("mover") :]
    named = bool(re.search(r"\b(?:motion|amendment)\b", thing, re.IGNORECASE))
    return Moving(
        amendment,
        called(mover["mover"]),
        called(seconder["seconder"]) if seconder else "",
        amendment and bool(_ACCEPTED.search(after)),
        _told(after) or to.strip(" ,") or ("" if named else thing),
        _announces(sentence),
    )


def _active(before: str, sentence: str, end: int) -> Moving | None:
    """Read "Councillor A Example moved …"."""
    thing = _OBJECT.match(sentence, end)
    mover = (_MOVER_BEFORE.search(before) or _first(before)) if thing else None
    if not mover or not thing:
        return None
    after = sentence[end:]
    seconded = mover.groupdict().get("seconder") or thing["seconder"] or thing["by"]
    later = None if seconded else _LATER_SECONDER.search(after)
    seconder = called(seconded or (later["seconder"] if later else ""))
    if sentence.endswith("proposed", 0, end) and not seconder:
        return None  # what one member proposes in a discussion is moved only where another seconds it
    amendment = bool(_AMENDMENT.search(thing.group()))
    said = sentence[thing.end("seconding") :] if thing["seconding"] else after
    follows = _announces(sentence)
    return Moving(
        amendment,
        called(mover["mover"]),
        seconder,
        amendment and bool(_ACCEPTED.search(after)),
        "" if follows else _object(said.strip(" :,")),
        follows,
    )


def _object(said: str) -> str:
    """The words moved: "that …" with its full stop, "the recommendations of Cabinet" without; none of "an amendment"."""
    ends = len(said.rstrip(" ."))
    without = _ASIDE.sub(lambda aside: "," if aside.end() < ends else "", said, count=1)
    bare = _UNDER.sub("", _TAIL.sub("", without).strip(" :,"))
    words = _NAMED.sub("", bare)
    return words if words.startswith("that ") else words.rstrip(" ,.")


def _first(before: str) -> re.Match[str] | None:
    """The one person with whom a sentence begins that ends in "and moved": "Councillor A said that … and moved"."""
    first = _FIRST.match(before) if before.endswith(" and ") and len(before) < _REACH else None
    return first if first and not _PERSON.search(before, first.end()) else None


def _told(rest: str) -> str:
    """What stands after the names: "that the report be noted"."""
    that = _THAT.search(rest)
    return _TAIL.sub("", that.group()).strip(" :,") if that else ""


def _announces(sentence: str) -> bool:
    return sentence.rstrip(" -–").endswith(":")
