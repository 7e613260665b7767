"""To which item of the agenda each report is attached: by its title, the stamp above it, or its place among the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.agenda_model import Agenda, AgendaItem, SubItem
from minutebook.identity import agenda_item_key
from minutebook.importers.reports.spans import folded
from minutebook.report_model import Report

_LEAST = 15
"""Characters that a title must have for another to be told by holding it."""


def keyed(agenda: Agenda) -> Iterator[tuple[str, AgendaItem | SubItem]]:
    """The items and their parts, each with the id that it has below the agenda: "7", "10/a"."""
    for item in agenda.items:
        yield agenda_item_key(item), item
        for part in item.items:
            yield f"{agenda_item_key(item)}/{agenda_item_key(part)}", part


def to_items(reports: Sequence[Report], stamps: Sequence[str], agenda: Agenda) -> tuple[tuple[str, bool], ...]:
    """For each report the item's id and whether that is sure. What neither title nor stamp tells, its place may."""
    items = [(key, folded(item.title), item) for key, item in keyed(agenda)]
    order = [key for key, _, _ in items]
    sure = [
        _named(folded(report.title), items) or (stamp if stamp in order else "")
        for report, stamp in zip(reports, stamps, strict=True)
    ]
    papered = [key for key, _, item in items if item.pages != (0, 0) or item.source]
    placed = []
    for at, key in enumerate(sure):
        if key:
            placed.append((key, True))
            continue
        before = next((order.index(other) for other in reversed(sure[:at]) if other), -1)
        after = next((order.index(other) for other in sure[at + 1 :] if other), len(order))
        left = [other for other in papered if before < order.index(other) < after]
        placed.append((left[0] if len(left) == 1 else order[before] if not left and before >= 0 else "", False))
    return tuple(placed)


def _named(title: str, items: Sequence[tuple[str, str, AgendaItem | SubItem]]) -> str:
    """The one item with a report's title; failing that, the one whose title holds it or is held by it."""
    same = [key for key, name, _ in items if name == title]
    close = [key for key, name, _ in items if min(len(name), len(title)) >= _LEAST and (name in title or title in name)]
    found = same or close
    return found[0] if len(found) == 1 else ""
