"""What an import says about itself: each line that it left out, guessed at, or could not place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["dropped", "inferred", "unplaced"]
"""``dropped``: page furniture, headings and facts that the file holds in another form. ``inferred``: a guess to check.
``unplaced``: words of the document that the minutes file does not hold; a person must decide where they belong."""

_SHOWN = 100


@dataclass(frozen=True, slots=True, order=True)
class ReportLine:
    """One line of a report. ``line`` is the line of the source from 1, 0 where it concerns the whole document."""

    line: int
    what: What
    message: str
    text: str = ""  # the words of the source concerned
    todo: bool = False  # whether the minutes file says so too, on a line of its own that a person must complete

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        shown = self.text if len(self.text) <= _SHOWN else self.text[: _SHOWN - 1].rstrip() + "…"
        return f"{where}{self.what}: {self.message}" + (f": {shown!r}" if shown else "")
