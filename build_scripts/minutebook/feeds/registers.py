"""``feeds/registers/<table>.xml``: one feed for each register; delegations and sums first."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.edition import Edition
from minutebook.feeds import facts
from minutebook.feeds.entry import Entry, Feed, permanent_id, updated
from minutebook.identity import register_feed, register_page


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """A feed for each register of the contract, complete."""
    del entries  # decisions have feeds of their own
    council, known = edition.book.council, facts.places(edition)
    for schema in facts.registers(edition):
        path = register_feed(schema.name)
        own = facts.newest(entry for _, entry in facts.entries(edition, schema, known))
        yield Feed(
            id=permanent_id(council.id, path),
            path=path,
            page=register_page(schema.name),
            title=f"{schema.title}, {council.name}",
            description=f"{schema.description} {council.notice}".strip(),
            updated=updated(own, edition.date),
            entries=own,
        )
