"""Texts of an attendance that name nobody: "None", "There were no apologies", "5 members of the public"."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"(?:there (?:was|were) )?(?:(?:and|also|approximately|about|around|some)\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several)\s+"
    r"(?:other\s+)?(?:members?|persons?|people|residents?|electors?|representatives?|visitors?|officers?|parishioners?|townspeople|observers?)\b"
    r"|(?:(?:members of )?(?:the )?(?:public|press)|parishioners|residents|electors)[^:]{0,20}:\s*(?:\d+|none|nil)\b",
    re.IGNORECASE,
)
_NO_ONE = re.compile(
    r"\W*(?:none|nil|no(?: apologies| one|body)?\b.*|there were no\b.*|n/a|not applicable)\W*", re.IGNORECASE
)


def says_no_one(text: str) -> bool:
    """Whether a text says that there was nobody: "None", "There were no apologies"."""
    return bool(_NO_ONE.fullmatch(text))


def is_count(text: str) -> bool:
    """Whether a text counts people instead of naming them: "3 members of the public"."""
    return bool(_COUNT.match(text))
