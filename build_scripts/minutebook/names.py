"""How one printed line of attendance is read, and when two printed names are the same name.

Councillor A Example (Chair)
Councillor P Example, Cabinet Member for Housing
Mrs B Example (Substitute for Councillor F Example)
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TITLES = (
    "Honorary Alderman",
    "Honorary Alderwoman",
    "Right Honourable",
    "The Right Worshipful",
    "The Worshipful",
    "Lord Mayor",
    "Councillor",
    "Alderwoman",
    "Alderman",
    "Professor",
    "Reverend",
    "Rt Hon",
    "Baroness",
    "Canon",
    "Cllr",
    "Dame",
    "Lady",
    "Lord",
    "Miss",
    "Prof",
    "Hon",
    "Sir",
    "Mrs",
    "Rev",
    "Mr",
    "Ms",
    "Mx",
    "Dr",
)
"""Titles that may stand before a name; several may follow one another ("Councillor Dr")."""

_TITLE = re.compile(rf"(?:(?:the )?(?:{'|'.join(TITLES)})\.?(?=\s|$)\s*)+", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"substitut(?:e|ing) for (?P<who>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedName:
    """What a printed line says: title, name and role and, for a substitute, the person they stand in for. All as printed."""

    title: str
    name: str
    role: str
    substitutes_for: str


def parse(printed: str) -> PrintedName:
    """Read one printed line. Every line can be read: what is neither title nor role is the name."""
    rest, role = printed.strip(), ""
    if rest.endswith(")") and "(" in rest:
        opened = _opening_bracket(rest)
        if opened:  # a line that is all in brackets, "(Vacancy)", is a name
            rest, role = rest[:opened].rstrip(), rest[opened + 1 : -1].strip()
    if "," in rest:
        rest, _, after = (part.strip() for part in rest.partition(","))
        role = f"{after} ({role})" if role else after
    title = _TITLE.match(rest)
    name = rest[title.end() :] if title else rest
    if not name:  # "Lord Mayor" alone is whom the record names
        title, name = None, rest
    substitute = _SUBSTITUTE.search(role)
    return PrintedName(
        title=title.group().strip() if title else "",
        name=name.strip(),
        role=role,
        substitutes_for=substitute["who"].strip() if substitute else "",
    )


def _opening_bracket(text: str) -> int:
    """Where the bracket opens that closes at the end of the text; the first bracket where they do not balance."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return place
    return text.index("(")


def fold(name: str) -> str:
    """The form under which two printed names are the same: case, quotes, stops and the spacing of initials ignored.

    "A B Example", "AB Example" and "a.b. Example" are one; "Jo Hill" and "J O Hill" are two.
    """
    words = re.sub(r"['’‘`]", "", unicodedata.normalize("NFKC", name)).replace(".", " ").split()
    longest = 1 if name.isupper() or name.islower() else 3
    initials = ""
    while len(words) > 1 and words[0].isalpha() and len(words[0]) <= (longest if words[0].isupper() else 1):
        initials += words.pop(0).casefold()
    return " ".join([".".join(initials) + "." if initials else "", *words]).casefold().strip()
