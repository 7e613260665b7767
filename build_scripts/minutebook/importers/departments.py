"""Lines that begin with a department and its people, and no mark between them: "Law and Governance A Example (Director)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"[A-Z][\w'’&,/-]+"
_LINE = re.compile(
    rf"(?P<department>(?!(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\b){_WORD}(?: (?:and|of|for|the|&|{_WORD}))*?)"
    r" (?P<people>(?:[A-Z]{1,2}\.? )+[A-Z][\w'’-]+(?:[,(].*| \(.*)?)"
)
_SURE = re.compile(r" (?:and|of|&) ")
_LONGEST = 200


def divided(text: str) -> re.Match[str] | None:
    """The ``department`` and the ``people`` of a line, each person with initials; None where it has no such form."""
    return _LINE.fullmatch(text) if len(text) <= _LONGEST else None


def divided_lines(texts: Iterable[str]) -> list[tuple[str, str] | None]:
    """The department and the people of each line of a list; none where no line begins with what is no forename for certain:
    "Sarah J Example" has the same form.
    """
    found = [divided(text) for text in texts]
    sure = any(one and _SURE.search(one["department"]) for one in found)
    return [(one["department"], one["people"]) if one and sure else None for one in found]
