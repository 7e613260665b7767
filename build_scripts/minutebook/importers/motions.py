"""Who moves and who seconds a motion, as an agenda says it."""

from __future__ import annotations

import re

from minutebook.importers import persons

_LONGEST = 250
_TITLED = r"(?:councillor|cllr|alderman|mr|mrs|ms|miss|dr)\b"
_MOVED = (
    re.compile(
        r"(?:[^.]{0,100}?\b)??(?:moved|proposed|submitted|tabled) by:?\s+(?:the )?(?P<moved>[^.:;]{3,80}?)"
        r"(?:[,;]?\s+(?:and\s+)?(?:to be |will be )?seconded by:?\s+(?:the )?(?P<seconded>[^.:;]{3,80}?))?\s*[.:]?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<moved>{_TITLED}[^.:;]{{3,80}}?) (?:will|to) (?:move|propose)(?:,? and|,)? (?P<seconded>{_TITLED}[^.:;]{{3,80}}?) (?:will |to )?second"
        r"(?:\s[^.]{0,60})?\s*[.:]?",
        re.IGNORECASE,
    ),
)  # fmt: skip


def movers(text: str) -> tuple[str, str] | None:
    """Mover and seconder, as printed; the second is empty where none is named. None where a line names no mover."""
    if len(text) > _LONGEST or re.search(
        r"\b(?:question|petition|amendment|report|nomination)s?\b", text, re.IGNORECASE
    ):
        return None
    for form in _MOVED:
        found = form.fullmatch(text)
        if found and persons.is_person(found["moved"]) and persons.is_person(found["seconded"] or found["moved"]):
            return found["moved"], found["seconded"] or ""
    return None
