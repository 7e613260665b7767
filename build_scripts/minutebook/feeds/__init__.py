"""Feeds: an edition's decisions as RSS, for people and programs that want to hear of new ones.

A kind of feed is one file here and one line in FEEDS: a function from an edition and its entries to the feeds of that
kind. Which feeds there are, what is in them and when it was published comes from the record alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from minutebook.edition import Edition
from minutebook.feeds import bodies, decisions
from minutebook.feeds.entry import Entry, Feed, newest_first
from minutebook.feeds.rss import rss
from minutebook.model import Council
from minutebook.problems import Problem

FEEDS: tuple[Callable[[Edition, tuple[Entry, ...]], Iterator[Feed]], ...] = (
    decisions.feeds,
    bodies.feeds,
)
"""Every kind of feed, in the order in which a reader is told of them."""


def render_feeds(edition: Edition) -> Mapping[str, bytes]:
    """All feeds of an edition: path from the site's root, ``feeds/decisions.xml``, to the file's bytes."""
    entries = newest_first(edition.book)
    return {feed.path: rss(feed, edition.book.council) for kind in FEEDS for feed in kind(edition, entries)}


def problems(council: Council) -> tuple[Problem, ...]:
    """A warning where the site has no address: its feeds are whole, but nothing in them can link to the minutes."""
    if council.url:
        return ()
    told = "the site has no address, so entries of its feeds cannot link to the minutes"
    wanted = "url: the https address at which the site is published"
    return (Problem(council.location, "A001", told, wanted, severity="warning"),)
