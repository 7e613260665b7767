"""Texts in which a blank line stands behind every line: what is between paragraphs there is more than one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutebook.importers.line import Line

_FEWEST = 20
"""Lines that show how a text is spaced."""
_WIDEST = 120
"""Characters of a line in a text that was wrapped."""
_ENDED = re.compile(r"[.!?:;)]\W*$")


def single(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; where each is set apart from the next, without one blank line behind each."""
    if not _is_double(lines):
        yield from lines
        return
    filled = False
    for line in lines:
        if line.text or line.mark or not filled:
            yield line
        filled = bool(line.text or line.mark)


def _is_double(lines: Sequence[Line]) -> bool:
    """Whether no two lines stand together although paragraphs were wrapped: sentences go on behind blank lines."""
    written = [place for place, line in enumerate(lines) if line.text]
    if len(written) < _FEWEST or max(len(lines[place].text) for place in written) > _WIDEST:
        return False
    steps = [now - was for was, now in pairwise(written)]
    broken = sum(lines[now].text[:1].islower() and not _ENDED.search(lines[was].text) for was, now in pairwise(written))
    return 1 not in steps and 2 in steps and max(steps) > 2 and 10 * broken >= len(written)
