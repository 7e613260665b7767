"""``feeds.md``: what each feed holds, and how to follow it."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.pages.autodiscovery import all_decisions
from minutebook.pages.links import DECISIONS_FEED, body_feed
from minutebook.pages.record import Record
from minutebook.pages.templating import page


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The page of all feeds."""
    council = record.edition.book.council
    counts = [
        (body, body_feed(body.id), sum(one.sitting.body.id == body.id for one in record.resolutions))
        for body in record.edition.book.bodies
    ]
    yield page(
        "feeds.md",
        "feeds.md.j2",
        {
            "title": "Subscribe",
            "description": f"Feeds of the decisions of {council.name}: all of them, or those of one committee.",
            "minutebook": "feeds",
            "feeds": all_decisions(record),
        },
        everything=DECISIONS_FEED,
        total=len(record.resolutions),
        bodies=counts,
        site=council.url,
        publish_private=council.private_items == "publish",
    )
