"""Where the words of a motion or amendment end that stand below the sentence that moves it, and votes printed without
their heading.

    “One quotation mark to its end,                         For (2)              | Member | For | Against | Abstained |
    - however many paragraphs and lists it takes.”          Ames, Bone           | Ames   | X   |         |           |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from minutebook.model import Block, Decision, List, Paragraph, Quotation, Table, VoteLine
from minutebook.tables.moving import moving
from minutebook.tables.passages import below
from minutebook.tables.spoken import listed
from minutebook.tables.voting import putting, tally
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
    r"(?:(?:those|the following|members|councillors) (?:members |councillors )?(?:who )?(?:voted|voting) )?"
    r"(?P<side>for|(?:in )?favour(?: of)?|against|abstentions?|abstain|abstained|abstaining)(?: the (?:motion|amendment|proposal|recommendations?))?"
    r" ?(?:\((?P<count>\d{1,4})\):?|(?:: ?| [–—-] )(?P<number>\d{1,4})\b|:|(?<=.) [–—-])(?: (?P<names>[^ .].{0,4000}?))?(?: \((?P<last>\d{1,4})\))?\.?",
    re.IGNORECASE,
)
_SURE_NAMES = re.compile(r"\b(?:Councillors?|Cllrs?|Alder\w{1,4}|Mayor|Messrs|Mrs?|Ms|Dr|[A-Z]\.? ?[A-Z][a-z])")
"""What is in names that stand below no number, and in no other words: a title, or initials."""
_NAMES = re.compile(
    r"[A-Z][\w'’.-]{0,40}(?: [A-Z][\w'’.-]{0,40}){0,6}(?:(?:, | and )[A-Z][\w'’.-]{0,40}(?: [A-Z][\w'’.-]{0,40}){0,6}){0,300}"
)
Side = Literal["For", "Against", "Abstentions", "Casting vote"]
_LONGEST = 4000
"""Characters that the names of one side may take in a paragraph."""
_MEMBER = re.compile(r"(?:name of )?(?:the )?(?:names?|members?|councillors?|cllrs?)(?: name| names)?")
_VOTED = re.compile(r"for|in favour|against|abstained|abstain|abstentions?|abstaining")
_SIDES: tuple[Side, ...] = ("For", "Against", "Abstentions")


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
    """Whether a paragraph is a line of a vote that has no heading: "For (51)", "Against: Cllrs A, B", "For: 6 Against: 2"."""
    return bool(_line(text) or tally(text))


def _line(text: str) -> re.Match[str] | None:
    """A line of a vote. A number in brackets makes any text one; without it, only a number or names do."""
    found = _LOOSE.fullmatch(text)
    if found is None or found["count"]:
        return found
    names = found["names"] or ""
    if not names:
        return found if found["number"] and not found["last"] else None
    named = len(names) <= _LONGEST and _NAMES.fullmatch(names.removesuffix(".")) and _SURE_NAMES.search(names)
    return found if named else None


def loose_vote(blocks: Sequence[Block], place: int) -> tuple[tuple[VoteLine, ...], int]:
    """A vote whose lines begin at a place, and the place after it; names may stand in the paragraph below their line."""
    lines: list[VoteLine] = []
    while place < len(blocks):
        block = blocks[place]
        text = block.text if isinstance(block, Paragraph) else ""
        told, found = tally(text), _line(text)
        if told and not lines:
            counts = zip(_SIDES, (told.votes_for, told.votes_against, told.abstentions), strict=True)
            return tuple(VoteLine(*count, "", block.location) for count in counts if count[1] is not None), place + 1
        if not found:
            break
        printed = found["count"] or found["number"] or found["last"]
        count = int(printed) if printed else None
        names, place = _names_below(blocks, place + 1, found["names"] or "", count)
        lines.append(VoteLine(_side(found["side"].lower()), count, names, block.location))
    return tuple(lines), place


def table_vote(table: Table) -> tuple[VoteLine, ...]:
    """The votes of a table that has a row for each member: how each voted, or a mark below For, Against or Abstained."""
    heads = [head.strip(" :").casefold() for head in table.header]
    name = next((n for n, head in enumerate(heads) if _MEMBER.fullmatch(head)), None)
    vote = next((n for n, head in enumerate(heads) if head in {"vote", "voted", "how voted"}), None)
    sides = {n: head for n, head in enumerate(heads) if _VOTED.fullmatch(head)}
    lines: list[VoteLine] = []
    for row, cells in enumerate(table.rows):
        said = (
            [cells[vote].strip(" .").casefold()]
            if vote is not None
            else [sides[n] for n in sides if cells[n].strip(" -–—")]
        )
        if name is None or len(said) != 1 or not _VOTED.fullmatch(said[0]) or not _NAMES.fullmatch(cells[name].strip()):
            continue
        lines.append(VoteLine(_side(said[0]), None, cells[name].strip(), below(table.location, row)))
    return tuple(lines) if vote is not None or len(sides) > 1 else ()


def _side(printed: str) -> Side:
    return (
        "For" if printed.startswith(("for", "in", "favour")) else "Against" if printed == "against" else "Abstentions"
    )


def _names_below(blocks: Sequence[Block], place: int, names: str, count: int | None) -> tuple[str, int]:
    """The names of a line with those of the paragraphs below, as long as its number is not reached."""
    while count is not None and place < len(blocks):
        below = blocks[place]
        more = below.text.rstrip(".") if isinstance(below, Paragraph) and len(below.text) <= _LONGEST else ""
        enough = names and len(listed(names)) >= count
        if enough or not more or not _NAMES.fullmatch(more.rstrip(",")) or is_loose(more):
            break
        names, place = f"{names.rstrip(',')}, {more}" if names else more, place + 1
    return names, place
