"""Dashes at the beginning of a line: the mark of a list, or the middle of a sentence that was wrapped before it."""

from __future__ import annotations

import re

from minutebook.importers.line import Line

_DASH = re.compile(r"[–—]\s")
_FULL = 45
"""Characters of a line that may have been wrapped."""


def goes_on(last: Line | None, text: str) -> bool:
    """Whether a sentence or title goes on with a dash: the line before it is long, holds none itself, and does not end."""
    if last is None or not _DASH.match(text) or last.kind != "text":
        return False
    return not last.mark and len(last.text) >= _FULL and last.text[-1].isalnum()
