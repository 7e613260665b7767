"""A page at each address that a body, person or meeting had before it was renamed or merged; it leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.identity import meeting_key
from minutebook.lasting_model import Redirect
from minutebook.model import Book
from minutebook.pages.links import meeting_address
from minutebook.pages.record import Record
from minutebook.pages.templating import page


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The pages of the redirects, in the order in which the council wrote them."""
    book = record.edition.book
    for redirect in book.redirects:
        for old, new in _addresses(book, redirect):
            yield page(
                f"{old.removesuffix('/')}.md",
                "redirect.md.j2",
                {
                    "title": "This page has moved",
                    "description": "This page has moved to a new address.",
                    "minutebook": "redirects",
                    "redirect": new,
                },
                new=new,
                date=redirect.date,
                reason=redirect.reason,
            )


def _addresses(book: Book, redirect: Redirect) -> Iterator[tuple[str, str]]:
    """From each old address to its new one. A body that is renamed takes the pages of its meetings with it."""
    kind, _, old = redirect.old.partition("/")
    if kind == "bodies":
        now = redirect.new.partition("/")[2]
        yield f"{redirect.old}/", f"{redirect.new}/"
        for meeting in book.meetings:
            if meeting.body == now and meeting.date <= redirect.date:
                key = meeting_key(meeting)
                yield meeting_address(f"{old}/{key}"), meeting_address(f"{now}/{key}")
    elif kind == "people":
        yield f"{redirect.old}/", f"{redirect.new}/"
    elif redirect.old.count("/") == 1:  # a minute has no page of its own
        yield meeting_address(redirect.old), meeting_address("/".join(redirect.new.split("/")[:2]))
