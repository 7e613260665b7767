"""Feeds: what is new in an edition as RSS, Atom and JSON Feed, for people and programs that want to hear of it.

A kind of feed is one file here and one line in FEEDS: a function from an edition and its entries to the feeds of that
kind. Which feeds there are, what is in them and when it was published comes from the record alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutebook.council_model import Council
from minutebook.edition import Edition
from minutebook.feeds import bodies, corrections, decisions, meetings, people, registers, releases
from minutebook.feeds.entry import Entry, Feed, newest_first
from minutebook.feeds.formats import written
from minutebook.problems import Problem

FEEDS: tuple[Callable[[Edition, tuple[Entry, ...]], Iterator[Feed]], ...] = (
    decisions.feeds,
    bodies.feeds,
    registers.feeds,
    meetings.feeds,
    people.feeds,
    corrections.feeds,
    releases.feeds,
)
"""Every kind of feed, in the order in which a reader is told of them."""


def render_feeds(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """All feeds of an edition in every format, one after the other: path from the site's root, ``feeds/decisions.atom``, and bytes."""
    return (file for feed in list_feeds(edition) for file in written(feed, edition.book.council))


def list_feeds(edition: Edition) -> Iterator[Feed]:
    """Every feed with its entries, in the order in which a reader is told of them."""
    entries = newest_first(edition.book)
    return (feed for kind in FEEDS for feed in kind(edition, entries))


def problems(council: Council) -> tuple[Problem, ...]:
    """A warning where the site has no address: its feeds are whole, but nothing in them can link to the minutes."""
    if council.url:
        return ()
    told = "the site has no address, so entries of its feeds cannot link to the minutes"
    wanted = "url: the https address at which the site is published"
    return (Problem(council.location, "A001", told, wanted, severity="warning"),)
