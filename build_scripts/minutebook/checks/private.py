"""C003: private business, and what will be published of it."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.rule import Finding, Rule
from minutebook.model import Book


def _find(book: Book) -> Iterator[Finding]:
    published = book.council.private_items == "publish"
    for meeting in book.meetings:
        for item in meeting.items:
            if item.section == "private" and item.blocks:
                what = (
                    "its whole text is published"
                    if published
                    else "its text is withheld, number and title are published"
                )
                yield Finding(item.location, f"private business: {item.title!r}; {what} (private_items)")


RULE = Rule(
    code="C003",
    title="Private business",
    why="Exempt information that is published by mistake cannot be called back: look at each such item.",
    find=_find,
    good="# Public business\n\n## 1. Grants\n\nThe Committee noted the report.\n",
    bad="# Private business\n\n## 1. Grants\n\nThe Committee noted the report.\n",
)
