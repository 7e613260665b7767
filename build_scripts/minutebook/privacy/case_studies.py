"""Case studies of individuals: a story about one person's life is not published, whatever the report that it was copied from.

It is what stands below a heading such as "Case study" or "Practice study: Child A", down to the next heading, decision or
vote, and a paragraph that begins with those words and a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from minutebook.agenda_model import AgendaBlock
from minutebook.model import Block, Decision, Paragraph, Subheading, Vote

T = TypeVar("T", bound="Block | AgendaBlock")

WITHHELD = "[case study withheld]"

_HEADING = re.compile(r"(?:an? |the )?(?:anonymi[sz]ed )?(?:case|practice) stud(?:y|ies)\b", re.IGNORECASE)
_OPENING = re.compile(rf"{_HEADING.pattern}[^.:]{{0,60}}[:–—]", re.IGNORECASE)


def without_case_studies(blocks: tuple[T, ...]) -> tuple[T, ...]:
    """The blocks of an item without the text of case studies; the very same tuple where there is none."""
    made = tuple(_kept(blocks))
    return blocks if made == blocks else made


def _kept(blocks: tuple[T, ...]) -> Iterator[T]:
    inside = told = False
    for block in blocks:
        if isinstance(block, Subheading | Decision | Vote):
            inside = isinstance(block, Subheading) and bool(_HEADING.match(block.text))
            told = False
            yield block
        elif inside or (isinstance(block, Paragraph) and _is_study(block.text)):
            if not told:
                yield Paragraph(WITHHELD, block.location)  # type: ignore[misc]
            told = inside
        else:
            yield block


def _is_study(text: str) -> bool:
    return bool(_OPENING.match(text))
