"""The shared types of all feeds: an entry, which is one decision, and a feed of them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook import identity
from minutebook.feeds.lasting import original, withdrawal
from minutebook.feeds.markup import decision_html, withdrawn_html
from minutebook.model import Book, Decision, Item, Meeting
from minutebook.withdrawals import corrected as last_corrected

_NAMESPACE = uuid.UUID("4f392ac3-1671-4b97-a265-0291adc557c9")
"""Every permanent id is made in this namespace: with another one, each reader would see each entry as new."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, or another thing that is told once, as a feed shows it."""

    id: str  # "urn:uuid:…", for ever: it hangs on the council's id and the decision's first id, on no title or address
    title: str
    url: str  # the decision's own place in the minutes; empty while the site has no address
    published: dt.date  # when it became public
    updated: dt.date  # the same, or when it was last corrected
    date: dt.date  # of the meeting, or of what else it tells
    body: str  # the body's id; empty where it is no body's
    category: str  # the body's name, or the kind of thing
    html: str  # the whole text


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries, newest first, and what the list is."""

    id: str  # as an entry's
    path: str  # from the site's root
    page: str  # the page that it belongs to, from the site's root; empty is the home page
    title: str
    description: str
    updated: dt.date
    entries: tuple[Entry, ...]
    archived: bool = False  # what is older than the newest entries stands in a file for each year (RFC 5005)
    former: tuple[str, ...] = ()  # paths at which it stood before; whoever subscribed there gets the same

    @property
    def stem(self) -> str:
        """The path without the ending that tells the format: ``feeds/decisions``."""
        return self.path.removesuffix(".xml")


FORMATS = {".xml": "application/rss+xml", ".atom": "application/atom+xml", ".json": "application/feed+json"}
"""The formats of every feed by the ending of its path, with their media types."""


def permanent_id(council: str, thing: str) -> str:
    """``urn:uuid:…`` of a thing of this council, from the council's id and the thing's id (``cabinet/2025-11-04/37/1``)."""
    return uuid.uuid5(_NAMESPACE, f"{council}/{thing}").urn


def newest_first(book: Book) -> tuple[Entry, ...]:
    """All decisions: the latest published first, then the latest meeting; those of one meeting in the order of its minutes."""
    return tuple(sorted(_entries(book), key=lambda entry: (entry.published, entry.date), reverse=True))


def updated(entries: tuple[Entry, ...], otherwise: dt.date) -> dt.date:
    """When a list of entries last changed: when an entry was last published or corrected. An empty list has the date given."""
    return max((entry.updated for entry in entries), default=otherwise)


def published(meeting: Meeting) -> dt.date:
    """When a meeting's minutes became public here."""
    return meeting.published or meeting.date


def corrected(meeting: Meeting, book: Book | None = None) -> dt.date:
    """When a meeting's minutes last changed: the day of their publication, or of a later correction.

    With the book, or of a withdrawal of what stands in them.
    """
    return last_corrected(meeting, book.withdrawals if book else ())


def _entries(book: Book) -> Iterator[Entry]:
    names = {body.id: body.name for body in book.bodies}
    for meeting in book.meetings:
        for item in meeting.items:
            for position, decision in enumerate(identity.decisions(item), 1):
                yield _entry(book, names[meeting.body], meeting, item, position=position, decision=decision)


def _entry(book: Book, body: str, meeting: Meeting, item: Item, *, position: int, decision: Decision) -> Entry:
    council, place = book.council, f"{identity.meeting_page(meeting)}#{identity.decision_anchor(item, position)}"
    key = identity.decision_id(meeting, item, position)
    gone = withdrawal(key, book.withdrawals)
    html = decision_html(decision, item, meeting, body)
    return Entry(
        id=permanent_id(council.id, original(key, book.redirects)),
        title=f"{body}: {item.title}",
        url=f"{council.url}{place}" if council.url else "",
        published=published(meeting),
        updated=max(corrected(meeting), gone.date) if gone else corrected(meeting),
        date=meeting.date,
        body=meeting.body,
        category=body,
        html=f"{withdrawn_html(gone)}\n{html}" if gone else html,
    )
