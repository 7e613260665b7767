"""Ids of register rows for tests that know a fact and not the mark of its words."""

from __future__ import annotations

import re

_MARKED = re.compile(r"(.*/[a-z]+)-[0-9a-f]{8}(?:-\d+)?")


def unmarked(value):
    """``…/25/motion-3f9c02d1`` as ``…/25/motion``; anything else as it is."""
    found = _MARKED.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found else value
