"""``stylesheets/council.css`` and ``favicon.svg``: the council's colours."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.pages.colours import council_css, favicon
from minutebook.pages.record import Record


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The two files that are made from the council's colour."""
    colour = record.edition.book.council.colour
    yield "stylesheets/council.css", council_css(colour)
    yield "favicon.svg", favicon(colour)
