"""How minutes name people in a sentence: the piece that the grammars of debates, petitions and questions share.

    Councillor L Macaulay, Deputy Leader and Cabinet Member for Finance,
    Mrs Dell          K. Lacey          the Lord Mayor          Councillors A Example, B Example and C Example (Chair)

A person is a title or initials and a name, or an office that is a title. Every quantifier is bounded.
"""

from __future__ import annotations

import re

from minutebook.names import TITLES, parse

_TITLES = "|".join(re.escape(title) for title in TITLES)
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_WORD = rf"(?:(?:{_CAPITAL}\.){{1,4}}|(?:de|da|du|la|le|van|von|der|den|ap|al|el|bin)(?= )|(?!(?:Seconded|Moved|Proposed|Votes?|Voting|Carried|Agreed|Resolved|Unanimous)\b){_CAPITAL}[\w'’‘-]{{0,40}})"
_NAME = rf"{_WORD}(?: {_WORD}){{0,5}}"
_INITIALS = rf"(?:{_CAPITAL}\.? ?){{1,3}} {_CAPITAL}[\w'’‘-]{{1,40}}"
PERSON = (
    rf"(?:(?:(?i:the )?(?:(?i:{_TITLES})\.?(?= ) ){{1,3}}{_NAME})"
    rf"|{_INITIALS}"
    r"|(?i:the (?:deputy )?(?:lord mayor|mayor|chair|chairman|chairwoman|chairperson|leader|vice-chair|vice-chairman)"
    r"(?: of the (?:council|committee|board|panel))?)\b)"
)
"""One person, as printed in a sentence; no group is captured."""

ROLE = r"(?:(?: \([^()]{1,80}\))?(?:,(?! (?:and )?(?:seconded|moved|proposed|accepted|that|to)\b)(?: [^,.;:()]{1,90},){1,3}?)?)"
"""What may stand between a person and the verb: ", Cabinet Member for Homes,", " (Chair)"."""

_LISTED = re.compile(r"\([^()]{0,200}\)|,? and (?=[A-Z]|the )|[,;]")
NOBODY = re.compile(r"(?:none|nil|nobody|no one|n/?a|0|[-–—])", re.IGNORECASE)
"""What is printed in the place of names where there are none."""

_PLURAL = re.compile(r"(?:the )?(?:Councillors|Cllrs\.?|Aldermen|Members) (?=\S)", re.IGNORECASE)


def called(printed: str) -> str:
    """A printed person without the role: "Councillor B Example, Cabinet Member" is "Councillor B Example"."""
    person = parse(printed)
    return f"{person.title} {person.name}".strip()


def listed(names: str) -> tuple[str, ...]:
    """The people of a printed list, each as printed, in order: "Councillors A Example, B Example and C Example".

    "None" is nobody.
    """
    found, start = [], 0
    text = names.strip().rstrip(".")
    for cut in _LISTED.finditer(text):
        if not cut.group().startswith("("):  # a comma in brackets is part of a role
            found.append(text[start : cut.start()])
            start = cut.end()
    found.append(text[start:])
    people = (_PLURAL.sub("", part, count=1).strip() for part in found)
    return tuple(one for one in people if one and not NOBODY.fullmatch(one))
