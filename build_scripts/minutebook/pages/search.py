"""``search.md``: the search page. What it asks is the index that ``minutebook.site`` makes; without scripts it says where else to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.pages import links
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.search import KINDS


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from; the first of its options, with an empty value, chooses everything."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The search page."""
    name = record.edition.book.council.name
    yield page(
        "search.md",
        "search.md.j2",
        {"title": "Search", "description": f"Search the minutes of {name} and its committees.", "minutebook": "search"},
        choices=tuple(_choices(record)),
    )


def _choices(record: Record) -> Iterator[Choice]:
    years = dict.fromkeys(sitting.year for sitting in reversed(record.sittings))
    met = {sitting.body.id for sitting in record.sittings}
    bodies = [(body.id, body.name) for body in record.bodies.values() if body.id in met]
    yield Choice("kind", "Kind", (("", "Everything"), *KINDS.items()))
    yield Choice("body", "Body", (("", "All bodies"), *bodies))
    yield Choice("year", "Municipal year", (("", "All years"), *((links.year_key(year), year) for year in years)))
    yield Choice("sort", "Order", (("", "Best match first"), ("desc", "Newest first"), ("asc", "Oldest first")))
