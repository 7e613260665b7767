"""Sentences that tell what was done or said at a meeting, so that whom they name is not listed there as present or absent."""

from __future__ import annotations

import re

_DID = re.compile(
    r"\b(?:welcomed|thanked|expressed|reported|confirmed|proposed|seconded|advised|opened|agreed|stated|asked|requested|explained|"
    r"informed|declared|noted|outlined|announced|reminded|moved|wished|invited|resolved|elected|started|began|closed)\b"
)
_WAS = re.compile(r"\b(?:was|were|had|has|have|been)\b")
_HERE = re.compile(r"\b(?:present|attend\w*|chair|there (?:was|were))\b", re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:apolog(?:y|ies)|absen(?:t|ce))\b", re.IGNORECASE)
_SHORTEST = 30
"""Characters of a sentence that tells something."""


def tells(text: str) -> bool:
    """Whether a sentence tells what was done; one that says who was present, or sent apologies, does not."""
    bare = re.sub(r"\([^()]*\)", "", text)
    if len(text) < _SHORTEST or _ABSENT.search(bare):
        return False
    return bool(_DID.search(bare)) or (bool(_WAS.search(bare)) and not _HERE.search(bare))
