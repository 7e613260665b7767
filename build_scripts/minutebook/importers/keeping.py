"""Ids that were given stay: minutes that take the place of others keep the ids of their items."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from minutebook.identity import item_key
from minutebook.importers import titles
from minutebook.model import Item, Meeting


def with_ids_of(there: Meeting, meeting: Meeting) -> Meeting:
    """A meeting whose items have the ids that they have in the file that stands; other items give way to them."""
    given: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for item in there.items:
        given[_name(item)].append(item_key(item))
    kept = [given[_name(item)].pop(0) if given[_name(item)] else "" for item in meeting.items]
    taken = {key for key in kept if key}
    items = []
    for item, key in zip(meeting.items, kept, strict=True):
        own = key or _free(item_key(item), taken)
        taken.add(own)
        items.append(_keyed(item, own))
    return replace(meeting, items=tuple(items))


def _name(item: Item) -> tuple[str, str]:
    return item.number, titles.folded(item.title)


def _keyed(item: Item, key: str) -> Item:
    bare = replace(item, key="")
    return bare if item_key(bare) == key else replace(item, key=key)


def _free(key: str, taken: set[str]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
