"""Whether a document is minutes at all, or a report, agenda or letter that can be read like them.

Minutes say that they are minutes, or who met, or when the meeting closed; or most of their items end in a decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutebook.identity import decisions
from minutebook.importers.blocks import TextBlock, printed
from minutebook.model import Item

_PRESENT = re.compile(
    r"(?:(?:those|also|members|councillors|committee|board) )*(?:present|members|councillors|(?:in )?attendance|attendees)\b"
    r"(?:[^.]{0,60}(?::|$)|\s[–—-]\s)",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\bminutes\b|\bproceedings\b|\bat\s+an?\s+(?:\w+\s+){0,3}meeting\s+of\b|\bmeeting\b.*\bheld\b|\bmeeting\s+of\b|\brecord of (?:the )?decisions?\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:agenda|summon\w*|notice|to be (?:held|considered)|will be|to (?:agree|approve|confirm|consider|receive|sign)|pages? \d)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:was|were|be|been|is|are|has|have|had|agreed|approved|noted|that)\b", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:proposed|seconded)\b[^.]*\bby\b|\bproposed\b.*\bseconded\b|\bunanimously\b", re.IGNORECASE)
_LONGEST = 400
"""Characters that a heading of minutes has at the most."""


def says_who_met(block: TextBlock) -> bool:
    """Whether a block begins to say who met: "Present:", "Members in attendance", or a row that such a label heads."""
    text = block.cells[0].rstrip(" :") + ":" if block.cells else printed(block)
    return bool(_PRESENT.match(text))


def says_minutes(block: TextBlock) -> bool:
    """Whether a block can be the heading of minutes: it speaks of a meeting, and neither announces nor tells of it."""
    text = block.text
    return (
        block.kind in {"paragraph", "heading"}
        and not block.label
        and not block.quoted
        and len(text) <= _LONGEST
        and bool(_MINUTES.search(text))
        and not announces(text)
        and not _SENTENCE.search(_PRESENT.sub("", text))
    )


def tells_who_moved(text: str) -> bool:
    """Whether a text tells who moved something or how it was carried, and so, be it bold, heads nothing."""
    return bool(_MOVED.search(text))


def announces(text: str) -> bool:
    """Whether a text speaks of a meeting to come, as agendas do."""
    return bool(_ANNOUNCES.search(text))


def is_minutes(front: Sequence[TextBlock], items: Sequence[Item], *, told: bool) -> bool:
    """Whether there is evidence enough. ``front`` is what stands before the first item; ``told`` is whether the time of
    closing or apologies were found.
    """
    decided = sum(1 for item in items if decisions(item))
    return told or 3 * decided >= len(items) or any(says_minutes(block) or says_who_met(block) for block in front)
