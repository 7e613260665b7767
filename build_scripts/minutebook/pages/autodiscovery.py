"""The feeds that a page belongs to, as its front matter names them for the browser to discover."""

from __future__ import annotations

from minutebook.model import Body
from minutebook.pages.links import DECISIONS_FEED, body_feed
from minutebook.pages.record import Record


def all_decisions(record: Record) -> list[dict[str, str]]:
    """The feed of every decision."""
    return [{"title": f"Decisions of {record.edition.book.council.name}", "href": DECISIONS_FEED}]


def decisions_of(body: Body, record: Record) -> list[dict[str, str]]:
    """The feed of one body's decisions."""
    return [{"title": f"Decisions of {body.name}, {record.edition.book.council.name}", "href": body_feed(body.id)}]
