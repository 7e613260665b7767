"""A hand-written page: Markdown with a title, in front matter or as its first heading."""

from __future__ import annotations

from minutebook.model import HandPage
from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.source import Text, split_document


def read_page(text: Text, problems: list[Problem]) -> HandPage | None:
    """Read ``content/about.md`` and its like; ``title:`` is the only key of their front matter."""
    document, found = split_document(text)
    problems.extend(found)
    if document is None:
        return None
    where = Location(text.file)
    keys = fields.keyed(document.front, ("title",), (), where, problems)
    body = document.body.lstrip("\n")
    heading = body.partition("\n")[0].removeprefix("# ").strip() if body.startswith("# ") else ""
    title = fields.text(keys.get("title"), problems) or heading
    if not title:
        problems.append(Problem(where, "F002", "a page without a title", "a first line '# Title'"))
    return HandPage(text.file.removeprefix("content/"), title or "Untitled", body, where)
