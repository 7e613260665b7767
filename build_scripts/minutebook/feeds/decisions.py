"""``feeds/decisions.xml``: every decision of every body."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.edition import Edition
from minutebook.feeds.entry import Entry, Feed, permanent_id, updated
from minutebook.identity import DECISIONS_FEED


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """One feed of all entries."""
    council = edition.book.council
    yield Feed(
        id=permanent_id(council.id, DECISIONS_FEED),
        path=DECISIONS_FEED,
        page="",
        title=f"Decisions of {council.name}",
        description=f"Every decision in the published minutes of {council.name}, newest first. {council.notice}".strip(),
        updated=updated(entries, edition.date),
        entries=entries,
        archived=True,
    )
