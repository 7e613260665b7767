"""Pages: an edition as Markdown for the site builder, in ``build/docs``.

A kind of page is one file here, one template beside, and one line in PAGES: a function from the record to the pages of
that kind. A page is its path and its text; nothing is written, and nothing but the edition is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from minutebook.edition import Edition
from minutebook.pages import (
    agenda,
    bodies,
    body,
    data,
    decisions,
    feeds,
    figures,
    handwritten,
    home,
    items,
    meeting,
    meetings,
    people,
    person,
    private,
    redirects,
    register,
    releases,
    search,
    statements,
    stylesheet,
    table,
    trail,
    wards,
    year,
)
from minutebook.pages.record import Record, make_record

PAGES: tuple[tuple[str, Callable[[Record], Iterator[tuple[str, str]]]], ...] = (
    ("redirects", redirects.pages),
    ("home", home.pages),
    ("decisions", decisions.pages),
    ("meetings", meetings.pages),
    ("meeting", meeting.pages),
    ("agenda", agenda.pages),
    ("bodies", bodies.pages),
    ("body", body.pages),
    ("people", people.pages),
    ("person", person.pages),
    ("wards", wards.pages),
    ("year", year.pages),
    ("figures", figures.pages),
    ("private", private.pages),
    ("register", register.pages),
    ("trail", trail.pages),
    ("items", items.pages),
    ("search", search.pages),
    ("data", data.pages),
    ("table", table.pages),
    ("releases", releases.pages),
    ("feeds", feeds.pages),
    ("stylesheet", stylesheet.pages),
    ("statements", statements.pages),
    ("handwritten", handwritten.pages),
)
"""Every kind of page by name. A later kind takes the place of an earlier one at the same path: councils write last."""


def render_pages(edition: Edition) -> Mapping[str, str]:
    """All pages of an edition: path below build/docs, ``meetings/cabinet/2025-11-04.md``, to the file's text."""
    record = make_record(edition)
    return {path: text for _, kind in PAGES for path, text in kind(record)}
