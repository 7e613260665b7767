"""The sentence in which a phrase stands: the evidence of a fact that is smaller than its paragraph."""

from __future__ import annotations

import itertools
import re

_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z])(?<!\b(?:No|Mr|Ms|Dr|St))(?<!\b(?:Mrs|Nos|Rev|Cll))(?<!\bCllr)[.!?][”’\"')]{0,2} (?=[“‘\"'(]?[A-Z0-9])"
)


def sentence(text: str, start: int, end: int) -> str:
    """The sentence of a text that holds ``text[start:end]``, as printed; a stop after an initial or title ends none."""
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            last = match.end()
            break
    return text[first:last].strip()


def sentences(text: str) -> list[str]:
    """All sentences of a text in order."""
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [text[one:other].strip() for one, other in itertools.pairwise(ends) if text[one:other].strip()]
