"""C007: a question that was left open."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.checks.rule import Finding, Rule
from minutebook.model import Book


def _find(book: Book) -> Iterator[Finding]:
    for todo in book.todos:
        told = f"a question was left open here: {todo.text}" if todo.text else "a question was left open here"
        yield Finding(todo.location, told, "the answer, and the mark TODO taken out")


RULE = Rule(
    code="C007",
    title="Open question",
    why="An importer asks what it cannot know, such as whether two names are one person. Only someone who knows can answer.",
    find=_find,
    good="## 1. Trees\n\nCouncillor A Example spoke.\n",
    bad="## 1. Trees\n\nTODO who spoke?\n",
)
