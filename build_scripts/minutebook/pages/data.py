"""``data.md``: every table in its group, everything at once, what catalogues and programs want, and how to use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.contract import Schema
from minutebook.identity import RELEASES_FEED, RELEASES_PAGE, table_page
from minutebook.pages import downloads
from minutebook.pages.citing import citation
from minutebook.pages.dataset import dataset
from minutebook.pages.downloads import Download
from minutebook.pages.explaining import explained
from minutebook.pages.licences import LICENCES
from minutebook.pages.limits import of_everything
from minutebook.pages.record import Record
from minutebook.pages.templating import page

CORE = (
    "council", "bodies", "people", "memberships", "identifiers", "meetings", "attendance", "items", "decisions", "clauses",
)  # fmt: skip
KEEPING = ("redirects", "withdrawals", "changes")

_CATALOGUE = {
    "datapackage.json": (
        "Data Package descriptor",
        "Every table, column, key, size and hash, with the schemas inside.",
    ),
    "csv-metadata.json": ("CSV on the Web metadata", "The same in the W3C’s vocabulary, with the keys between tables."),
    "dcat.jsonld": ("DCAT catalogue", "DCAT 3 as JSON-LD, for catalogues that harvest."),
    "data.json": ("data.json", "The catalogue in the form that data.gov.uk harvests."),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as the index lists it."""

    name: str
    title: str
    address: str
    rows: int
    about: str  # the first sentence of its description
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    anchor: str
    about: str
    sheets: tuple[Sheet, ...]


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of the data."""
    edition = record.edition
    council = edition.book.council
    yield page(
        "data.md",
        "data.md.j2",
        {
            "title": "Data",
            "description": f"The minutes of {council.name} as open data: tables to download, and what every column means.",
            "minutebook": "data",
            "updated": edition.date.isoformat(),
            "feeds": [{"title": f"Releases of the data of {council.name}", "href": RELEASES_FEED}],
            "dataset": dataset(edition),
        },
        groups=tuple(_groups(record)),
        everything=downloads.everything(edition),
        machines=tuple(_machines(record)),
        date=edition.date,
        version=edition.version,
        releases=RELEASES_PAGE,
        releases_feed=RELEASES_FEED,
        licence=LICENCES.get(council.licence),
        citation=citation(edition),
        limits=of_everything(council),
        council=council,
    )


def _groups(record: Record) -> Iterator[Group]:
    made = [schema for schema in record.edition.contract.schemas.values() if schema.name in record.edition.tables]
    core = tuple(_sheet(record, schema) for schema in made if schema.name in CORE)
    keeping = tuple(_sheet(record, schema) for schema in made if schema.name in KEEPING)
    registers = tuple(_sheet(record, schema) for schema in made if schema.name not in CORE + KEEPING)
    yield Group("Core tables", "core", "Who met, when, on what, and what was decided.", core)
    told = "One kind of fact each, with the words of the record that it was read from."
    yield Group("Registers", "registers", told, registers)
    yield Group("Keeping", "keeping", "What became of what was published before.", keeping)


def _sheet(record: Record, schema: Schema) -> Sheet:
    return Sheet(
        name=schema.name,
        title=schema.title,
        address=table_page(schema.name),
        rows=len(record.edition.tables[schema.name]),
        about=explained(f"{schema.description.partition('. ')[0].rstrip('.')}."),
        files=downloads.of_table(record.edition, schema.name),
    )


def _machines(record: Record) -> Iterator[tuple[Download | None, str, str, str]]:
    """What programs read: the file, if its size is known here, its address, its name, and what it is."""
    for path, (name, about) in _CATALOGUE.items():
        for file in downloads.named(record.edition, path):
            yield file, file.address, name, about
    yield None, "api/index.json", "API index", "Every meeting, agenda, body and person as a JSON document of its own."
    yield (
        None,
        "api/popolo.json",
        "Popolo",
        "People, bodies, memberships, events, motions and votes as civic tools read them.",
    )
