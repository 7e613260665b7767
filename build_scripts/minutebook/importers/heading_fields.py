"""Facts with labels at the head of minutes: "Venue: Village Hall", "Date", "Time ended: 9pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importers.blocks import TextBlock

_FIELD = re.compile(
    r"(?P<name>(?:date|time|day)(?: and (?:date|time))?|date of meeting|start(?:ed)?(?: time)?|time (?:started|commenced)|commenced|"
    r"venue|place|location|held (?:in|at)|where|end(?:ed)?(?: time)?|time (?:ended|closed)|committee|body|meeting|name of meeting)\s*(?::|$)\s*(?P<value>.*)",
    re.IGNORECASE,
)


def is_field(block: TextBlock) -> bool:
    """Whether a block is such a fact, and no part of a title."""
    return bool(
        re.match(
            r"(?:date|day|time|venue|place|location)(?: and (?:date|time)| of meeting)?\s*:", block.text, re.IGNORECASE
        )
    )


def read(blocks: Sequence[TextBlock]) -> Iterator[tuple[int, str, str]]:
    """Each labelled fact: its block's place, its label in lower case, its value (which may be the next block)."""
    for place, block in enumerate(blocks):
        if block.kind == "row" and len(block.cells) > 1:
            found = _FIELD.fullmatch(block.cells[0].rstrip(" :") + ": " + " ".join(block.cells[1:]))
        else:
            found = _FIELD.fullmatch(block.text) if len(block.text) < 200 else None
        if not found:
            continue
        value = found["value"].strip()
        if not value and place + 1 < len(blocks) and not _FIELD.fullmatch(blocks[place + 1].text):
            yield place, found["name"].lower(), ""
            yield place + 1, found["name"].lower(), blocks[place + 1].text
        elif value:
            yield place, found["name"].lower(), value
