"""C008: decisions that announce a list and have none."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.rule import Finding, Rule
from minutebook.identity import decisions
from minutebook.model import Book


def _find(book: Book) -> Iterator[Finding]:
    for meeting in book.meetings:
        for item in meeting.items:
            for decision in decisions(item):
                if not decision.clauses and decision.after.endswith(":"):
                    told = f"this decision ends in a colon, but has no list of clauses: {decision.operative}{decision.after}"
                    yield Finding(decision.location, told, "a list directly below it: - 1) …, after one blank line")


RULE = Rule(
    code="C008",
    title="A decision without its clauses",
    why="A list is clauses only where it is written as one. Lines that begin with * or with a number alone are paragraphs, "
    "and stand in no table of clauses.",
    find=_find,
    good="## 1. Bridge\n\n**RESOLVED** that Cabinet:\n\n- 1) Approve the repair.\n",
    bad="## 1. Bridge\n\n**RESOLVED** that Cabinet:\n\n1) Approve the repair.\n",
)
