"""The inside of a line: escapes and the one bold mark, with the column of each fault.

Codes: M007 bold that is no mark, M009 a backslash before nothing that needs one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.problems import Location, Problem

ESCAPED = "\\#->|*{"
"""What a backslash may stand before anywhere."""

LABEL = re.compile(
    r"(?:\((?:\d{1,3}(?:\.\d{1,3})*|(?P<two>[A-Za-z])(?P=two)?|[ivxlcIVXLC]{2,7})\)"
    r"|(?:\d{1,3}(?:\.\d{1,3})*|(?P<pair>[A-Za-z])(?P=pair)?|[ivxlc]{2,7}|[IVXLC]{2,7})[.)]"
    r"|\d{1,3}(?:\.\d{1,3})+)(?= |$)"
)
"""A label at the start of a list entry: ``1)``, ``(a)``, ``i.``, ``1.2``."""

NUMBER = re.compile(r"(?P<number>[A-Za-z0-9/()\-.]*\d[A-Za-z0-9/()\-.]*?)\. ")
"""A number at the start of an item's title, with the full stop after it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is bold or not; spaces at its ends are kept, one at the most."""

    text: str
    bold: bool


def segments(raw: str, where: Location, problems: list[Problem], *, opening: bool = False) -> tuple[Segment, ...]:
    """Split a line into runs of plain and bold text, escapes resolved. ``opening``: a label or number might begin here."""
    runs: list[Segment] = []
    kept: list[str] = []
    bold, place = False, 0
    while place < len(raw):
        char = raw[place]
        if char == "\\":
            following = raw[place + 1 : place + 2]
            first = opening and place == 0 and (following.isalnum() or following == "(")
            if following and (following in ESCAPED or first):
                kept.append(following)
                place += 2
                continue
            at = Location(where.file, where.line, where.column + place)
            problems.append(Problem(at, "M009", "a backslash before nothing that needs one", r"\\ for a backslash"))
        elif raw.startswith("**", place):
            runs.append(Segment(fold("".join(kept)), bold))
            kept, bold, place = [], not bold, place + 2
            continue
        kept.append(char)
        place += 1
    runs.append(Segment(fold("".join(kept)), bold))
    if bold:
        problems.append(Problem(where, "M007", "bold that does not end", "** at its end"))
        return (Segment(fold("".join(run.text for run in runs)), bold=False),)
    return tuple(run for run in runs if run.text)


def fold(text: str) -> str:
    """White space folded: one space where there was any."""
    return re.sub(r"\s+", " ", text)


def plain(raw: str, where: Location, problems: list[Problem], *, opening: bool = False) -> str:
    """A line that may hold no bold text."""
    runs = segments(raw, where, problems, opening=opening)
    if any(run.bold for run in runs):
        wanted = "plain text: bold is kept for operative words, **Recorded vote** and **Note:**"
        problems.append(Problem(where, "M007", "bold text where no mark may stand", wanted))
    return fold("".join(run.text for run in runs)).strip()
