"""``feeds/bodies/<body>.xml``: the decisions of one body. A body that has decided nothing yet has an empty feed."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook import identity
from minutebook.edition import Edition
from minutebook.feeds.entry import Entry, Feed, permanent_id, updated
from minutebook.feeds.lasting import former, original


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """A feed for each body of the register, in its order."""
    council, redirects = edition.book.council, edition.book.redirects
    for body in edition.book.bodies:
        path = identity.body_feed(body.id)
        own = tuple(entry for entry in entries if entry.body == body.id)
        whose = f"{body.name}, {council.name}"
        yield Feed(
            id=permanent_id(council.id, f"feeds/{original(f'bodies/{body.id}', redirects)}.xml"),
            path=path,
            page=identity.body_page(body.id),
            title=f"Decisions of {whose}",
            description=f"Every decision in the published minutes of {whose}, newest first. {council.notice}".strip(),
            updated=updated(own, edition.date),
            entries=own,
            archived=True,
            former=tuple(map(identity.body_feed, former(f"bodies/{body.id}", redirects))),
        )
