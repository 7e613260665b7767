"""Divides a long feed into the file that feed readers fetch again and again, and an archive for each earlier year.

Source: RFC 5005, section 4, archived feeds. The current file and the archives together hold every entry, so whoever
follows the links misses none, however long they were away. An archive holds the entries published in one calendar year
that is over: it is not written again but for a correction. Entries of the last such year may stand in both.
"""

from __future__ import annotations

from minutebook.feeds.entry import Entry, Feed

LONG = 1000
"""A feed with more entries than this has archives even where its kind is published whole: nobody can fetch it every hour."""
WINDOW = 300
"""A current file has at least as many entries, if there are so many, and all of the newest year."""


def current(feed: Feed) -> tuple[Entry, ...]:
    """The entries of the file that readers subscribe to, the newest first."""
    if not _is_archived(feed):
        return feed.entries
    newest = feed.entries[0].published.year
    count = sum(entry.published.year == newest for entry in feed.entries)
    return feed.entries[: max(count, WINDOW)]


def archives(feed: Feed) -> tuple[tuple[int, tuple[Entry, ...]], ...]:
    """The years before the newest with their entries, the latest year first."""
    if not _is_archived(feed):
        return ()
    newest = feed.entries[0].published.year
    years = dict.fromkeys(entry.published.year for entry in feed.entries if entry.published.year != newest)
    return tuple((year, tuple(entry for entry in feed.entries if entry.published.year == year)) for year in years)


def _is_archived(feed: Feed) -> bool:
    return bool(feed.entries) and (feed.archived or len(feed.entries) > LONG)
