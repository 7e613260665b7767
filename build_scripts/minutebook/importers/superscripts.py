"""Raised characters: which of them are a footnote's mark, which belong to the word that they stand after."""

from __future__ import annotations

import re

_MARK = re.compile(r"\d{1,3}(?:,\s?\d{1,3})*|[*†‡§]{1,3}")
_UNIT = re.compile(r"(?:^|[\d\W_])(?:[kcmd]?m|ft|in|x|CO|sq\.?)$")


def is_footnote_mark(raised: str, before: str) -> bool:
    """Whether raised characters are a footnote's mark: "committee²", but neither "2nd" nor "40 m²"."""
    return bool(_MARK.fullmatch(raised.strip())) and not _UNIT.search(before.rstrip())
