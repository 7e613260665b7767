"""References in both directions: which phrases of a minute lead where, and which minutes lead to it."""

from __future__ import annotations

from collections.abc import Mapping

from minutebook.pages.record import Minuted, Record

Phrases = Mapping[str, str]
"""A phrase as printed in a minute, and the address that it means, from the site's root."""


def phrases(record: Record) -> Mapping[str, Phrases]:
    """What each minute cites that is in the archive, by the minute's id."""
    meetings = _only_meeting(record)
    found: dict[str, dict[str, str]] = {}
    for row in record.edition.tables.get("references", ()):
        target = record.minuted.get(str(row.values["target_item_id"] or ""))
        met = meetings.get((str(row.values["target_body_id"]), str(row.values["target_date"])), "")
        address = target.address if target else met if row.values["kind"] == "meeting" else ""
        if address:
            found.setdefault(str(row.values["item_id"]), {}).setdefault(str(row.values["evidence"]), address)
    return found


def referring(record: Record) -> Mapping[str, tuple[Minuted, ...]]:
    """The minutes that cite a minute, each once, the earliest first, by the id of the minute that they cite."""
    found: dict[str, dict[str, Minuted]] = {}
    for row in record.edition.tables.get("references", ()):
        target, citing = str(row.values["target_item_id"] or ""), str(row.values["item_id"])
        if target and target != citing and citing in record.minuted:
            found.setdefault(target, {})[citing] = record.minuted[citing]
    return {target: tuple(citing.values()) for target, citing in found.items()}


def _only_meeting(record: Record) -> Mapping[tuple[str, str], str]:
    """The address of a body's meeting of a day, where it met once on that day."""
    found: dict[tuple[str, str], list[str]] = {}
    for sitting in record.sittings:
        found.setdefault((sitting.body.id, sitting.meeting.date.isoformat()), []).append(sitting.address)
    return {key: addresses[0] for key, addresses in found.items() if len(addresses) == 1}
