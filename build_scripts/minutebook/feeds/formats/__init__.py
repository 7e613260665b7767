"""The formats in which every feed is written: one file here for each."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.council_model import Council
from minutebook.feeds.entry import Feed
from minutebook.feeds.formats.atom import atom
from minutebook.feeds.formats.json_feed import json_feed
from minutebook.feeds.formats.rss import rss


def written(feed: Feed, council: Council) -> Iterator[tuple[str, bytes]]:
    """The files of a feed: path from the site's root, and content. At a former address they name the present one."""
    files = ((feed.path, rss(feed, council)), *atom(feed, council), (f"{feed.stem}.json", json_feed(feed, council)))
    for former in feed.former:
        stem = former.removesuffix(".xml")
        yield from ((stem + path.removeprefix(feed.stem), content) for path, content in files)
    yield from files
