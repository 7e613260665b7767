"""Long lists by municipal year, the newest first, and within a year by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from minutebook.identity import slug
from minutebook.pages import formats, links
from minutebook.pages.record import grouped

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part(Generic[_T]):
    """A year or a month of a list. ``key`` is its part of an address or its anchor: ``2025-26``, ``november-2025``."""

    key: str
    name: str
    things: tuple[_T, ...]

    @property
    def count(self) -> int:
        return len(self.things)


def by_year(things: Iterable[_T], year: Callable[[_T], str]) -> tuple[Part[_T], ...]:
    """Things by municipal year, in the order in which they come."""
    whole = tuple(things)
    groups = grouped(whole, map(year, whole))
    return tuple(Part(links.year_key(name), name, tuple(group)) for name, group in groups.items())


def by_month(things: Iterable[_T], date: Callable[[_T], dt.date]) -> tuple[Part[_T], ...]:
    """Things by calendar month, in the order in which they come."""
    whole = tuple(things)
    groups = grouped(whole, (formats.month(date(thing)) for thing in whole))
    return tuple(Part(slug(name), name, tuple(group)) for name, group in groups.items())
