"""Questions left open: lines of minutes, agendas and registers that hold the word TODO, in text or in a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.model import Todo
from minutebook.problems import Location
from minutebook.source import Text

_TODO = re.compile(r"\bTODO\b[: \t]*(?P<text>[^\n]*)")


def find(text: Text) -> Iterator[Todo]:
    """Each question of a file, in order, one a line."""
    for found in _TODO.finditer(text.text):
        before = text.text[: found.start()]
        where = Location(text.file, before.count("\n") + 1, found.start() - before.rfind("\n"))
        yield Todo(found["text"].strip(), where)
