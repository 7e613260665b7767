"""A decision as the HTML of a feed: the record's own words, labels as printed, and where they were minuted.

Whatever stands in the minutes is text here; no mark-up of theirs survives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from minutebook.lasting_model import Withdrawal
from minutebook.model import BULLET, Decision, Entry, Item, List, Meeting, Paragraph


def decision_html(decision: Decision, item: Item, meeting: Meeting, body: str) -> str:
    """The whole decision, one block a line; ``body`` is the body's name."""
    return "\n".join((*_decision(decision), _provenance(item, meeting, body)))


def withdrawn_html(gone: Withdrawal) -> str:
    """That the council has taken the words back, when and why."""
    why = f" {escape(gone.reason)}" if gone.reason else ""
    return f"<p><strong>Withdrawn on {gone.date.day} {gone.date:%B %Y}.</strong>{why}</p>"


def _decision(decision: Decision) -> Iterator[str]:
    before, operative, after = (escape(part) for part in (decision.before, decision.operative, decision.after))
    yield f"<p>{before}<strong>{operative}</strong>{after}</p>"
    if decision.clauses:
        yield from _list(decision.clauses)


def _list(entries: tuple[Entry, ...]) -> Iterator[str]:
    """A list that was printed with bullets has the reader's; any other shows its labels, and no marker beside them."""
    bullets = all(entry.label == BULLET for entry in entries)
    yield "<ul>" if bullets else '<ul style="list-style: none">'
    for entry in entries:
        label = "" if bullets else f"{escape(entry.label)} "
        yield f"<li>{label}{escape(entry.text)}"
        yield from _below(entry.blocks)
        yield "</li>"
    yield "</ul>"


def _below(blocks: Iterable[Paragraph | List]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, List):
            yield from _list(block.entries)
        else:
            yield f"<p>{escape(block.text)}</p>"


def _provenance(item: Item, meeting: Meeting, body: str) -> str:
    """Where the decision was minuted, and that the minutes are a draft where they are."""
    minute = f"Minute {item.number}" if item.number else "Minutes"
    place = f"{minute} of {body}, {meeting.date.day} {meeting.date:%B %Y}."
    draft = " Draft minutes, not yet agreed as a correct record." if meeting.status == "draft" else ""
    return f"<p>{escape(place + draft)}</p>"
