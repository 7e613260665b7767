"""What the record of an executive decision must say besides the decision, where minutes give it under a sub-heading.

    ### Reasons for the decision
    ### Alternative options considered and rejected
    ### Conflicts of interest

Source of the headings: the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England)
Regulations 2012, regulations 12 and 13. Only these headings are read, and only in an item with one decision: under two,
nobody can say whose reasons they are.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from minutebook.identity import decisions
from minutebook.model import Block, Decision, Item, Subheading, Vote
from minutebook.tables import dates
from minutebook.tables.row import Value
from minutebook.text import blocks_text

_DECISION = r"(?: for (?:the |this )?(?:decision|recommendation)s?)"
HEADINGS: Mapping[str, str] = {
    "key_decision": r"key decision",
    "reasons": rf"reasons?{_DECISION}",
    "alternatives": r"(?:alternatives?|(?:alternative|other) options?)(?: considered)?(?: and rejected)?",
    "conflicts": r"(?:any )?conflicts? of interests?(?: declared)?",
    "effective_from": r"(?:decision )?effective (?:from|date)|date of effect",
    "call_in_until": r"(?:deadline for call-?in|call-?in (?:deadline|until|expires|expiry))",
}
"""Column to the sub-heading that it is read from."""

EMPTY: Mapping[str, Value] = dict.fromkeys(HEADINGS)


def notice(item: Item, meeting: dt.date) -> Mapping[str, Value]:
    """The columns that an item's sub-headings fill; the others are None. ``meeting``: the date of the meeting."""
    if len(decisions(item)) != 1:
        return EMPTY
    found = dict(EMPTY)
    for heading, blocks in _sections(item).items():
        column = next((name for name, form in HEADINGS.items() if re.fullmatch(form, heading, re.IGNORECASE)), None)
        if column and blocks:
            found[column] = _value(column, blocks_text(blocks), meeting)
    return found


def _sections(item: Item) -> dict[str, list[Block]]:
    """Each sub-heading's words and what stands below it, down to the next sub-heading, decision or vote."""
    found: dict[str, list[Block]] = {}
    current: list[Block] = []
    for block in item.blocks:
        if isinstance(block, Subheading):
            current = found.setdefault(block.text.strip(" :"), [])
        elif isinstance(block, Decision | Vote):
            current = []
        else:
            current.append(block)
    return found


def _value(column: str, text: str, meeting: dt.date) -> Value:
    if column == "key_decision":
        return {"yes": True, "no": False}.get(text.strip(" .").lower())
    if column in {"effective_from", "call_in_until"}:
        return _date(text.strip(" ."), meeting)
    return text


def _date(text: str, meeting: dt.date) -> dt.date | None:
    """A date with its year that is the whole of a text, on or after the meeting."""
    found, end = dates.read(text, meeting)
    return found[0] if len(found) == 1 and end == len(text) and found[0] >= meeting else None
