"""Where the words of a motion or amendment end that stand below the sentence that moves it, and votes printed without
their heading.

    “One quotation mark to its end,                         For (2)
    - however many paragraphs and lists it takes.”          Ames, Bone
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from minutebook.model import Block, Decision, List, Paragraph, Quotation, Table, VoteLine
from minutebook.tables.moving import moving
from minutebook.tables.voting import putting
from minutebook.text import blocks_text

QUOTES = ("“", '"', "‘")
AMENDED_READS = re.compile(
    r"\b(?:amended motion|motion,? as amended|substantive motion)\b[^.;]{0,80}:\W{0,3}$", re.IGNORECASE
)
"""A sentence below which the motion stands once more, as amended: "The amended Motion now to read:"."""

_CLOSED = re.compile(r"[”\"’][.,;]{0,2}$")
_GOES_ON = re.compile(
    r"(?:and|to|it|we|that|this (?:council|committee|board|meeting|authority)|(?:the )?council (?:also|further|therefore)"
    r"|at the (?:end|beginning|start)|after|before the words?|delete|insert|replace|add|in (?:line|paragraph))\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"(?P<side>For|Against|Abstentions?|Abstained|Abstaining) ?\((?P<count>\d{1,4})\):?(?: (?P<names>[^.]{1,4000}))?\.?"
)
_NAMES = re.compile(
    r"[A-Z][\w'’.-]{0,40}(?: [A-Z][\w'’.-]{0,40}){0,6}(?:(?:, | and )[A-Z][\w'’.-]{0,40}(?: [A-Z][\w'’.-]{0,40}){0,6}){0,300}"
)
Side = Literal["For", "Against", "Abstentions", "Casting vote"]


def words_below(blocks: Sequence[Block], place: int) -> tuple[str, int]:
    """The words that begin at a place, as plain text, and the place of the next block; none where other things follow."""
    end = place
    if end < len(blocks) and isinstance(blocks[end], Quotation):
        end += 1
    elif end < len(blocks) and isinstance(first := blocks[end], Paragraph) and first.text.startswith(QUOTES):
        end = _quoted(blocks, end)
    elif end < len(blocks) and isinstance(blocks[end], Paragraph | List | Table) and not _ends(blocks[end]):
        end += 1
        while end < len(blocks) and _goes_on(blocks[end]):
            end += 1
    return blocks_text(blocks[place:end]), end


def _quoted(blocks: Sequence[Block], place: int) -> int:
    """The place after the block in which a quotation mark is closed; each paragraph may open one of its own."""
    for end in range(place, len(blocks)):
        block = blocks[end]
        if not isinstance(block, Paragraph | List | Table) or (end > place and _ends(block)):
            return end
        if _CLOSED.search(blocks_text((block,))) and not _begins_quoted(blocks, end + 1):
            return end + 1
    return len(blocks)


def _begins_quoted(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place] if place < len(blocks) else None
    return isinstance(block, Paragraph) and block.text.startswith(QUOTES)


def _goes_on(block: Block) -> bool:
    if isinstance(block, List | Table | Quotation):
        return True
    return isinstance(block, Paragraph) and bool(_GOES_ON.match(block.text)) and not _ends(block)


def _ends(block: Block) -> bool:
    """Whether a block tells what happened next, and is not part of the words."""
    if isinstance(block, Decision):
        return True
    return isinstance(block, Paragraph) and bool(
        AMENDED_READS.search(block.text)
        or moving(block.text)
        or (putting(block.text) and not block.text.startswith(QUOTES))
    )


def is_loose(text: str) -> bool:
    """Whether a paragraph is a line of a recorded vote that has no heading: "For (51)"."""
    return bool(_LOOSE.fullmatch(text))


def loose_vote(blocks: Sequence[Block], place: int) -> tuple[tuple[VoteLine, ...], int]:
    """A vote whose lines begin at a place, and the place after it; names may stand in the paragraph below their line."""
    lines: list[VoteLine] = []
    while place < len(blocks):
        block = blocks[place]
        found = _LOOSE.fullmatch(block.text) if isinstance(block, Paragraph) else None
        if not found or not isinstance(block, Paragraph):
            break
        place += 1
        below = blocks[place] if place < len(blocks) else None
        names = found["names"] or ""
        if not names and isinstance(below, Paragraph) and _NAMES.fullmatch(below.text.rstrip(".")):
            names, place = below.text, place + 1
        side: Side = "For" if found["side"] == "For" else "Against" if found["side"] == "Against" else "Abstentions"
        lines.append(VoteLine(side, int(found["count"]), names, block.location))
    return tuple(lines), place
