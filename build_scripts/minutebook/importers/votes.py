"""Recorded votes: "For (51): names", with the names on the same line or below it, over the end of a page as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from minutebook.importers.blocks import TextBlock
from minutebook.importers.labels import is_bullet
from minutebook.importers.report import ReportLine
from minutebook.model import VoteLine
from minutebook.problems import Location

_VOTE_LINE = re.compile(
    r"(?P<side>For|Against|Abstentions|Casting vote)(?: \((?P<count>\d{1,6})\))?(?::(?: (?P<names>\S.*))?)?",
    re.IGNORECASE,
)
_SIDES: dict[str, Literal["For", "Against", "Abstentions", "Casting vote"]] = {
    "for": "For",
    "against": "Against",
    "abstentions": "Abstentions",
    "casting vote": "Casting vote",
}
_SMALL = frozenset("and the de van der von la le".split())


@dataclass(frozen=True, slots=True)
class Taken:
    """The lines of one vote, none where there is no vote, and the place of the first block after them."""

    lines: tuple[VoteLine, ...]
    end: int
    report: tuple[ReportLine, ...]


def take(blocks: Sequence[TextBlock], place: int, is_plain: Callable[[int], bool]) -> Taken:
    """The vote whose first line is at a place. ``is_plain`` says of a place that a plain paragraph stands there."""
    lines: list[VoteLine] = []
    report: list[ReportLine] = []
    while place < len(blocks) and (line := _VOTE_LINE.fullmatch(blocks[place].text)):
        block = blocks[place]
        if block.label and not is_bullet(block.label):
            break
        names = [line["names"]] if line["names"] else []
        place += 1
        while not line["names"] and is_plain(place) and _are_names(blocks[place].text):
            said = f"these names were taken to be those of {block.text!r}"
            report.append(ReportLine(blocks[place].line, "inferred", said, blocks[place].text))
            names.append(blocks[place].text)
            place += 1
        count = int(line["count"]) if line["count"] else None
        lines.append(VoteLine(_SIDES[line["side"].casefold()], count, " ".join(names), Location("", block.line)))
    return Taken(tuple(lines), place, tuple(report))


def _are_names(text: str) -> bool:
    """Whether a paragraph below "For (51)" lists those who voted so: names of people, and nothing else."""
    words = re.findall(r"[^\W\d_]\S*", text)
    listed = "," in text or " and " in text or len(words) <= 4
    named = listed and all(word[0].isupper() or word in _SMALL for word in words)
    return named and not _VOTE_LINE.fullmatch(text) and not text.isupper()
