"""What a clause does, from its leading verb: "Endorses the plan", "That the report be noted", "Delegate authority to …".

A clause without a verb of this table takes that of the clause or opening that introduces it: below "that the following
petitions be referred", every petition is referred. What neither names is ``other``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from minutebook.identity import Clause, clauses
from minutebook.model import Decision
from minutebook.text import lead

VERBS: Mapping[str, tuple[str, str]] = {
    "accept": ("accepts?", "accepted"),
    "adopt": ("adopts?", "adopted"),
    "agree": ("agrees?", "agreed"),
    "amend": ("amends?", "amended"),
    "appoint": ("(?:re-?)?appoints?", "(?:re-?)?appointed"),
    "approve": ("approves?", "approved"),
    "authorise": ("authori[sz]es?", "authori[sz]ed"),
    "award": ("awards?", "awarded"),
    "delegate": ("delegates?|(?:grant|give)s? delegated (?:authority|powers)", "delegated"),
    "endorse": ("endorses?", "endorsed"),
    "note": ("notes?", "noted"),
    "recommend": ("recommends?", "recommended"),
    "refer": ("refers?", "referred"),
    "request": ("requests?|asks?", "requested|asked"),
    "support": ("supports?", "supported"),
    "thank": ("thanks?", "thanked"),
    "welcome": ("welcomes?", "welcomed"),
}
"""Action to the present and the past forms of its verb. The one place where a verb is added."""

OTHER = "other"

_PRESENT = "|".join(present for present, _ in VERBS.values())
_PAST = "|".join(past for _, past in VERBS.values())
_ADVERB = r"(?:also|hereby|thereafter|\w+ly)"
_NOUN = r"(?!(?:requests?|supports?|awards?|notes?) (?:to|for|of|from|by)\b)"  # "Request to the Council to mend a path"
_BODY = r"(?:\b(?:Cabinet|Council|Committee|Sub-Committee|Board|Panel|Forum|Commission|Members)|\(\d+\))"
_LEADING = re.compile(rf"(?:{_ADVERB},? )?(?:to )?(?:{_ADVERB} )?{_NOUN}(?P<verb>{_PRESENT}|{_PAST})\b", re.IGNORECASE)
_STATED = re.compile(
    rf"{_BODY},?(?: \([^()]*\))?,?(?: {_ADVERB})?(?: (?:received|acknowledges?) and)? (?P<active>{_PRESENT})\b"
    r"|(?P<other_mood>\b(?:to|not|shall|should|must|may|might|can|could|will|would) (?:\w+ )?)?"
    rf"\bbe(?: {_ADVERB})?(?: (?:received|considered) and)? (?P<passive>\w+(?:-\w+)?)"
    r"|\b(?P<given>delegated) (?:authority|powers) be (?:given|granted)\b",
    re.IGNORECASE,
)


def decision_clauses(decision: Decision) -> Iterator[tuple[Clause, str]]:
    """Every clause of a decision with its action, each before its sub-clauses."""
    actions = {"": action(lead(decision)) or OTHER}
    for clause in clauses(decision.clauses):
        actions[clause.path] = action(clause.entry.text) or actions[clause.parent]
        yield clause, actions[clause.path]


def action(text: str) -> str:
    """The action that a text's leading verb names; empty where it is none of the table."""
    leading = _LEADING.match(text)
    found = leading["verb"] if leading else _stated(text)
    return next((name for name, forms in VERBS.items() if re.fullmatch("|".join(forms), found, re.IGNORECASE)), "")


def _stated(text: str) -> str:
    """The verb of "that Cabinet approve" or "the report be noted", whichever comes first; "shall be noted" is no decision."""
    for match in _STATED.finditer(text):
        if not match["other_mood"]:
            return match["active"] or match["passive"] or match["given"]
    return ""
