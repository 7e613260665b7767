"""Pages that the council writes itself, passed on as they are."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.pages.escape import literal
from minutebook.pages.record import Record
from minutebook.pages.templating import front_matter


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """Each hand-written page at its own path, with its title as heading where it has none."""
    for written in record.edition.book.pages:
        heading = "" if written.text.lstrip().startswith("# ") else f"# {literal(written.title)}\n\n"
        yield written.path, front_matter({"title": written.title, "minutebook": "handwritten"}) + heading + written.text
