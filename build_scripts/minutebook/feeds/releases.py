"""``feeds/releases.xml``: new releases of the data, and how much each of them changed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from minutebook.changelog import Release, releases
from minutebook.edition import Edition
from minutebook.feeds.entry import Entry, Feed, permanent_id, updated
from minutebook.identity import RELEASES_FEED, RELEASES_PAGE, release_anchor


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """One feed of all releases that the data tells of, complete."""
    del entries  # decisions have feeds of their own
    council = edition.book.council
    own = tuple(_entry(edition, release) for release in releases(edition))
    yield Feed(
        id=permanent_id(council.id, RELEASES_FEED),
        path=RELEASES_FEED,
        page=RELEASES_PAGE,
        title=f"Releases of the data of {council.name}",
        description=f"Each release of the tables made of the minutes of {council.name}, and what it changed. "
        f"{council.notice}".strip(),
        updated=updated(own, edition.date),
        entries=own,
    )


def _entry(edition: Edition, release: Release) -> Entry:
    council = edition.book.council
    counts = "".join(f"<li>{escape(each.told)}</li>" for each in release.counts)
    return Entry(
        id=permanent_id(council.id, f"release/{release.version}"),
        title=f"Data {release.version}",
        url=f"{council.url}{RELEASES_PAGE}#{release_anchor(release.version)}" if council.url else "",
        published=release.date,
        updated=release.date,
        date=release.date,
        body="",
        category="Data",
        html=f"<p>{escape(release.told)}</p>" + (f"\n<ul>{counts}</ul>" if counts else ""),
    )
