"""Which body a sentence names: "the Cabinet", "Scrutiny Board 2", "the City Council", "the Committee".

A body is named by its name or an alias in ``bodies.yaml``, with capitals as there or all in capitals. "The Council" is
the one body of that kind; "the Committee" is the body that met where it is a committee, else the one committee of the
register, else the last committee named before. "Cabinet Member", "Council tax" and "the Council’s" name no meeting body.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from minutebook.model import Body

_GENERIC = ("Council", "Cabinet", "Executive", "Sub-Committee", "Committee", "Commission", "Board", "Forum", "Panel")
_COUNCILS = "(?:City|Full|County|Borough|District|Town|Parish|Community) "
_NOT_A_BODY = r"(?! (?:Members?|tax|homes?|House|housing|officers?|Plan|Taxpayers?|Leader|Portfolio)\b)"
_BACK = 600  # characters: a long sentence
_QUOTES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body named in a text, from ``start`` to ``end``; ``body`` is empty where it is ambiguous which is meant."""

    start: int
    end: int
    body: str


@dataclass(frozen=True, slots=True)
class Naming:
    """How the bodies of a register are named. Made once for a book."""

    pattern: re.Pattern[str]
    ids: Mapping[str, str]  # a name in lower case to a body's id
    generic: Mapping[str, tuple[str, ...]]  # "committee" to the ids of all bodies with that word


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text, the bodies that it names by where they begin and end, and the meeting in whose minutes it stands."""

    text: str
    own: str
    day: dt.date
    starts: Mapping[int, Mention]
    ends: Mapping[int, Mention]
    order: tuple[int, ...]

    def bodies(self, start: int, end: int) -> set[str]:
        """The bodies named from ``start`` to before ``end``."""
        first, last = bisect_left(self.order, start), bisect_left(self.order, end)
        return {self.starts[at].body for at in self.order[first:last]}

    def sentence(self, at: int) -> int:
        """Where the sentence begins in which ``at`` stands; what is further back than that is out of sight."""
        back = max(0, at - _BACK)
        return max(self.text.rfind(". ", back, at), self.text.rfind("; ", back, at), back - 1) + 1


def naming(bodies: Iterable[Body]) -> Naming:
    """How these bodies are named. A name that two of them have names neither."""
    bodies = tuple(bodies)
    found: dict[str, set[str]] = {}
    for body in bodies:
        for name in (body.name, *body.aliases):
            found.setdefault(_key(name), set()).add(body.id)
    printed = sorted(
        {name for body in bodies for name in (body.name, *body.aliases)}, key=lambda name: (-len(name), name)
    )
    named = "|".join(_printed(form) for name in printed for form in dict.fromkeys((name, name.upper())))
    spoken = rf"(?:{_COUNCILS})?Council|{'|'.join(_GENERIC[1:])}"
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<name>{named or '(?!)'})(?![\w-])|(?P<spoken>{spoken})(?![\w-])){_NOT_A_BODY}(?!['’]s\b)"
    )
    words = {body.id: frozenset(_key(body.name).split()) for body in bodies}
    generic = {word.lower(): tuple(body for body, known in words.items() if word.lower() in known) for word in _GENERIC}
    councils = tuple(body.id for body in bodies if body.kind == "council")
    return Naming(
        pattern,
        {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1},
        {**generic, "council": councils},
    )


def named_text(names: Naming, text: str, own: str, day: dt.date) -> NamedText:
    """A text of the minutes of the body ``own``, which met on ``day``, with the bodies that it names."""
    named = mentions(names, text, own)
    starts, ends = {one.start: one for one in named}, {one.end: one for one in named}
    return NamedText(text, own, day, starts, ends, tuple(starts))


def mentions(names: Naming, text: str, own: str) -> tuple[Mention, ...]:
    """Every body that a text of the minutes of the body ``own`` names, in order."""
    return tuple(_mentions(names, text, own))


def _mentions(names: Naming, text: str, own: str) -> Iterator[Mention]:
    last: dict[str, str] = {}
    for match in names.pattern.finditer(text):
        key = _key(match.group())
        body = names.ids.get(key, "")
        if not body and match["spoken"]:
            word = key.rsplit(" ", 1)[-1]
            among = names.generic.get(word, ())
            body = own if own in among else among[0] if len(among) == 1 else last.get(word, "")
        for word, among in names.generic.items():
            if body in among:
                last[word] = body
        yield Mention(*match.span(), body)


def _printed(name: str) -> str:
    """A pattern for a name, whichever its apostrophes and however it writes "and"."""
    return re.sub("['’‘]", "['’‘]", re.escape(name)).replace(r"\&", "(?:&|and)").replace(r"\ and\ ", r" (?:&|and) ")


def _key(name: str) -> str:
    return name.translate(_QUOTES).replace("&", "and").lower()
