"""C004: numbers of items that repeat or leave one out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minutebook.checks.rule import Finding, Rule
from minutebook.model import Book


def _find(book: Book) -> Iterator[Finding]:
    for meeting in book.meetings:
        if meeting.extract:
            continue
        plain = [item for item in meeting.items if item.number.isdecimal()]
        for before, item in pairwise(plain):
            step = int(item.number) - int(before.number)
            if step != 1:
                told = f"minute {item.number} follows minute {before.number}"
                yield Finding(item.location, told, f"{int(before.number) + 1}, unless it is printed so")


RULE = Rule(
    code="C004",
    title="Numbers out of order",
    why="A number that is repeated or missing is often a minute that was lost when the document was read.",
    find=_find,
    good="## 1. Apologies\n\nNone.\n\n## 2. Minutes\n\nAgreed.\n",
    bad="## 1. Apologies\n\nNone.\n\n## 3. Minutes\n\nAgreed.\n",
)
