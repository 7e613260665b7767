"""``feeds/corrections.xml``: what was put right, withdrawn or renamed after it had been published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from minutebook import identity
from minutebook.edition import Edition
from minutebook.feeds.entry import Entry, Feed, permanent_id, updated
from minutebook.feeds.lasting import original
from minutebook.feeds.markup import withdrawn_html
from minutebook.identity import CORRECTIONS_FEED
from minutebook.model import Book, Meeting


def feeds(edition: Edition, entries: tuple[Entry, ...]) -> Iterator[Feed]:
    """One feed of all corrections, withdrawals and changes of names, complete."""
    del entries  # decisions have feeds of their own
    book, council = edition.book, edition.book.council
    found = (*_corrections(book), *_withdrawals(book), *_redirects(book))
    own = tuple(sorted(found, key=lambda entry: entry.published, reverse=True))
    yield Feed(
        id=permanent_id(council.id, CORRECTIONS_FEED),
        path=CORRECTIONS_FEED,
        page="feeds/",
        title=f"Corrections and withdrawals, {council.name}",
        description=f"What {council.name} has corrected, withdrawn or renamed in its published minutes. "
        f"{council.notice}".strip(),
        updated=updated(own, edition.date),
        entries=own,
    )


def _corrections(book: Book) -> Iterator[Entry]:
    """The corrections that minutes list. One is known by its day, and by its place among those of that day."""
    names = {body.id: body.name for body in book.bodies}
    for meeting in book.meetings:
        what, days = _minutes(meeting, names), [correction.date for correction in meeting.corrections]
        for place, correction in enumerate(meeting.corrections):
            count = days[: place + 1].count(correction.date)
            first = original(identity.meeting_id(meeting), book.redirects)
            yield Entry(
                id=permanent_id(book.council.id, f"correction/{first}/{correction.date}/{count}"),
                title=f"Corrected: {what}",
                url=_address(book, identity.meeting_page(meeting)),
                published=correction.date,
                updated=correction.date,
                date=correction.date,
                body=meeting.body,
                category="Correction",
                html=f"<p>{escape(correction.note)}</p>\n<p>{escape(what)}.</p>",
            )


def _withdrawals(book: Book) -> Iterator[Entry]:
    places = _places(book) if book.withdrawals else {}
    for gone in book.withdrawals:
        what, page, body = places.get(gone.id, (gone.id, "", ""))
        yield Entry(
            id=permanent_id(book.council.id, f"withdrawal/{original(gone.id, book.redirects)}"),
            title=f"Withdrawn: {what}",
            url=_address(book, page),
            published=gone.date,
            updated=gone.date,
            date=gone.date,
            body=body,
            category="Withdrawal",
            html=f"{withdrawn_html(gone)}\n<p>{escape(what)}. Its place and its id stay; its words are not published.</p>",
        )


def _redirects(book: Book) -> Iterator[Entry]:
    for redirect in book.redirects:
        told = f"<p>{escape(redirect.old)} is {escape(redirect.new)} now.</p>"
        why = f"\n<p>{escape(redirect.reason)}</p>" if redirect.reason else ""
        yield Entry(
            id=permanent_id(book.council.id, f"redirect/{redirect.old}"),
            title=f"Renamed: {redirect.old}",
            url=_address(book, _page(redirect.new)),
            published=redirect.date,
            updated=redirect.date,
            date=redirect.date,
            body="",
            category="New name",
            html=told + why,
        )


def _page(id_: str) -> str:
    """The page of a body or person, or the one of the meeting in which a thing stands."""
    return f"{id_}/" if id_.startswith(("bodies/", "people/")) else f"meetings/{'/'.join(id_.split('/')[:2])}/"


def _places(book: Book) -> Mapping[str, tuple[str, str, str]]:
    """Everything that can be withdrawn by its id: what it is in words, its address, its body."""
    names, found = {body.id: body.name for body in book.bodies}, dict[str, tuple[str, str, str]]()
    for meeting in book.meetings:
        what, page = _minutes(meeting, names), identity.meeting_page(meeting)
        found[identity.meeting_id(meeting)] = what, page, meeting.body
        for item in meeting.items:
            told = f"Minute {item.number}, {what}" if item.number else what
            found[identity.item_id(meeting, item)] = told, f"{page}#{identity.item_anchor(item)}", meeting.body
            for position, _ in enumerate(identity.decisions(item), 1):
                place = f"{page}#{identity.decision_anchor(item, position)}"
                whole = f"Decision {position} of {told[0].lower()}{told[1:]}"
                found[identity.decision_id(meeting, item, position)] = whole, place, meeting.body
    return found


def _minutes(meeting: Meeting, names: Mapping[str, str]) -> str:
    return f"Minutes of {names.get(meeting.body, meeting.body)}, {meeting.date.day} {meeting.date:%B %Y}"


def _address(book: Book, page: str) -> str:
    return f"{book.council.url}{page}" if book.council.url and page else ""
