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

NUMBER = re.compile(r"(?P<number>(?=[A-Za-z/()\-.]{0,24}\d)[A-Za-z0-9/()\-.]{1,24}?)\. ")
"""A number at the start of an item's title, with the full stop after it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that may have stood on several lines: ``starts`` are the places in it where each part begins, and where that is."""

    text: str
    starts: tuple[tuple[int, Location], ...]

    @property
    def location(self) -> Location:
        return self.starts[0][1]


def passage(*parts: tuple[str, Location]) -> Passage:
    """Parts of lines as one text, white space at their ends stripped, one space between them."""
    texts: list[str] = []
    starts: list[tuple[int, Location]] = []
    length = 0
    for text, where in parts:
        begins = len(text) - len(text.lstrip())
        starts.append((length, Location(where.file, where.line, where.column + begins)))
        texts.append(text.strip())
        length += len(texts[-1]) + 1
    return Passage(" ".join(texts), tuple(starts))


def place(text: Passage, offset: int) -> Location:
    """Where the character at an offset of a passage stands."""
    begun, where = next(start for start in reversed(text.starts) if start[0] <= offset or start is text.starts[0])
    return Location(where.file, where.line, where.column + offset - begun)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is bold or not; spaces at its ends are kept, one at the most."""

    text: str
    bold: bool
    location: Location


def segments(raw: Passage, problems: list[Problem], *, opening: bool = False) -> tuple[Segment, ...]:
    """Split text into runs of plain and bold, escapes resolved. ``opening``: a label or number might begin here."""
    runs: list[Segment] = []
    kept: list[str] = []
    text, bold, at, begun = raw.text, False, 0, 0
    while at < len(text):
        char = text[at]
        if char == "\\":
            following = text[at + 1 : at + 2]
            first = opening and at == 0 and (following.isalnum() or following == "(")
            if following and (following in ESCAPED or first):
                kept.append(following)
                at += 2
                continue
            told = "a backslash before nothing that needs one"
            problems.append(Problem(place(raw, at), "M009", told, r"\\ for a backslash"))
        elif text.startswith("**", at):
            runs.append(Segment(fold("".join(kept)), bold, place(raw, begun)))
            kept, bold, begun, at = [], not bold, at, at + 2
            continue
        kept.append(char)
        at += 1
    runs.append(Segment(fold("".join(kept)), bold, place(raw, begun)))
    if bold:
        problems.append(Problem(place(raw, begun), "M007", "bold that does not end", "** at its end"))
        return (Segment(fold("".join(run.text for run in runs)), bold=False, location=raw.location),)
    return tuple(run for run in runs if run.text)


def fold(text: str) -> str:
    """White space folded: one space where there was any."""
    return re.sub(r"\s+", " ", text)


def plain(raw: Passage, problems: list[Problem], *, opening: bool = False) -> str:
    """Text that may hold no bold."""
    runs = segments(raw, problems, opening=opening)
    bold = next((run for run in runs if run.bold), None)
    if bold:
        wanted = "plain text: bold is kept for operative words, **Recorded vote** and **Note:**"
        problems.append(Problem(bold.location, "M007", "bold text where no mark may stand", wanted))
    return fold("".join(run.text for run in runs)).strip()
