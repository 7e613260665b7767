"""``data/releases.md``: every release of the data that the table of changes tells of, and what each changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook.changelog import Release, releases
from minutebook.identity import RELEASES_FEED, body_page, person_page, release_anchor, table_page
from minutebook.pages import downloads, links
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.tables import Row

DETAILED = 10
"""So many releases show single changes, and so many of them each:"""
SHOWN = 25


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the table of changes, and the page on which the row that it speaks of stands, if it does."""

    table: str
    page: str
    row: str
    address: str
    column: str
    kind: str


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The changelog."""
    edition = record.edition
    known = dict(_known(record))
    found = releases(edition)
    yield page(
        "data/releases.md",
        "releases.md.j2",
        {
            "title": "Releases of the data",
            "description": f"Every release of the tables of {edition.book.council.name}, and what it changed.",
            "minutebook": "releases",
            "updated": edition.date.isoformat(),
            "crumbs": [{"title": "Data", "href": "data/"}],
            "feeds": [{"title": f"Releases of the data of {edition.book.council.name}", "href": RELEASES_FEED}],
        },
        releases=[
            (release, release_anchor(release.version), tuple(_changes(edition.contract.schemas, release, known)))
            if number < DETAILED
            else (release, release_anchor(release.version), ())
            for number, release in enumerate(found)
        ],
        feed=RELEASES_FEED,
        files=downloads.of_table(edition, "changes"),
        table=table_page("changes"),
    )


def _changes(schemas: Mapping[str, object], release: Release, known: Mapping[tuple[str, str], str]) -> Iterator[Change]:
    for row in release.changes[:SHOWN]:
        table, key = _text(row, "table_name"), _text(row, "row_id")
        where = table_page(table) if table in schemas else ""
        yield Change(table, where, key, known.get((table, key), ""), _text(row, "field"), _text(row, "kind"))


def _known(record: Record) -> Iterator[tuple[tuple[str, str], str]]:
    """The addresses of what has a place of its own: by table and id."""
    for body in record.bodies:
        yield ("bodies", body), body_page(body)
    for person in record.people:
        yield ("people", person), person_page(person)
    for sitting in record.sittings:
        yield ("meetings", sitting.id), sitting.address
    for one in record.minuted.values():
        yield ("items", one.id), one.address
    for resolution in record.resolutions:
        yield ("decisions", resolution.id), links.decision_address(resolution.id)


def _text(row: Row, column: str) -> str:
    return str(row.values[column] or "")
