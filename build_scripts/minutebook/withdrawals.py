"""Takes out of the book what the council has withdrawn: the one place where the text of a published minute is taken back.

``content/withdrawals.yaml`` names a meeting, a minute or a decision. Its row, its id, its number and its place on the page stay; the
words are gone from everything that is made of the book that this module returns. The council may then take them out of
its minutes file as well, as long as headings and operative words stay there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from minutebook.identity import decision_id, item_id, item_key, meeting_id
from minutebook.lasting_model import Withdrawal
from minutebook.model import Block, Book, Decision, Entry, Item, List, Meeting, Note

WITHDRAWN = "Withdrawn"
"""Stands where a title, a decision or a clause stood."""


def corrected(meeting: Meeting, withdrawals: Iterable[Withdrawal] = ()) -> dt.date:
    """When a meeting's minutes last changed: the day of their publication, of a later correction, or of a withdrawal of
    what stands in them.
    """
    key = meeting_id(meeting)
    gone = (each.date for each in withdrawals if f"{each.id}/".startswith(f"{key}/"))
    return max((meeting.published or meeting.date, *(correction.date for correction in meeting.corrections), *gone))


def withdraw(book: Book) -> Book:
    """The book without the words of what the council has withdrawn."""
    if not book.withdrawals:
        return book
    declared = {withdrawal.id: withdrawal for withdrawal in book.withdrawals}
    touched = {"/".join(id_.split("/")[:2]) for id_ in declared}
    meetings = tuple(
        _meeting(meeting, declared) if meeting_id(meeting) in touched else meeting for meeting in book.meetings
    )
    return replace(book, meetings=meetings)


def _meeting(meeting: Meeting, declared: dict[str, Withdrawal]) -> Meeting:
    whole = declared.get(meeting_id(meeting))
    items = tuple(_item(meeting, item, whole, declared) for item in meeting.items)
    if whole is None:
        return replace(meeting, items=items)
    notes = tuple(replace(correction, note=WITHDRAWN) for correction in meeting.corrections)
    return replace(meeting, items=items, attendance=(), apologies=(), place="", unplaced=(), corrections=notes)


def _item(meeting: Meeting, item: Item, whole: Withdrawal | None, declared: dict[str, Withdrawal]) -> Item:
    withdrawal = whole or declared.get(item_id(meeting, item))
    if withdrawal is not None:
        said = f"Withdrawn on {withdrawal.date.day} {withdrawal.date:%B %Y}."
        said += f" {withdrawal.reason}" if withdrawal.reason else ""
        kept: tuple[Block, ...] = tuple(_emptied(block) for block in item.blocks if isinstance(block, Decision))
        return replace(item, title=WITHDRAWN, key=item_key(item), blocks=(Note(said, item.location), *kept))
    blocks, position = list[Block](), 0
    for block in item.blocks:
        position += isinstance(block, Decision)
        gone = isinstance(block, Decision) and decision_id(meeting, item, position) in declared
        blocks.append(_emptied(block) if gone and isinstance(block, Decision) else block)
    return replace(item, blocks=tuple(blocks))


def _emptied(decision: Decision) -> Decision:
    """A decision with its operative word and the labels of its clauses, and no other word."""
    return replace(decision, before="", after=f" {WITHDRAWN}", clauses=tuple(map(_entry, decision.clauses)))


def _entry(entry: Entry) -> Entry:
    below = tuple(e for block in entry.blocks if isinstance(block, List) for e in block.entries)
    kept = (List(tuple(map(_entry, below)), entry.location),) if below else ()
    return replace(entry, text=WITHDRAWN, blocks=kept)
