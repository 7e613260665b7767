"""``data/<table>.md``: one table of the data: what it is, every column, its first rows, and how to get, load and cite it."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.contract import Schema
from minutebook.identity import register_page
from minutebook.packages.published import in_csv
from minutebook.pages import downloads, limits
from minutebook.pages.citing import citation
from minutebook.pages.dataset import dataset
from minutebook.pages.explaining import columns, explained
from minutebook.pages.licences import LICENCES
from minutebook.pages.loading import snippets
from minutebook.pages.record import Record
from minutebook.pages.register_lines import has_page
from minutebook.pages.templating import page

FIRST = 5
"""So many rows are shown."""

_LONGEST = 120


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every table."""
    for schema in record.edition.contract.schemas.values():
        if schema.name in record.edition.tables:
            yield _page(record, schema)


def _page(record: Record, schema: Schema) -> tuple[str, str]:
    edition = record.edition
    council, rows = edition.book.council, edition.tables[schema.name]
    return page(
        f"data/{schema.name}.md",
        "table.md.j2",
        {
            "title": f"{schema.title}: the table",
            "description": f"{schema.title} of {council.name} as open data: columns, first rows, downloads.",
            "minutebook": "table",
            "updated": edition.date.isoformat(),
            "crumbs": [{"title": "Data", "href": "data/"}],
            "dataset": dataset(edition, schema.name),
        },
        schema=schema,
        about=explained(schema.description),
        count=len(rows),
        files=downloads.of_table(edition, schema.name),
        described=(*downloads.named(edition, f"{schema.name}.schema.json"),
                   *downloads.named(edition, f"{schema.name}.csv-metadata.json")),
        register=register_page(schema.name) if has_page(schema) else "",
        columns=columns(schema),
        unique=[", ".join(key) for key in schema.unique_keys],
        first=[[_cell(in_csv(value)) for value in row.values.values()] for row in rows[:FIRST]],
        snippets=snippets(schema, f"{council.url}data/{schema.name}.csv" if council.url else f"{schema.name}.csv"),
        workbook=downloads.named(edition, "minutes.xlsx"),
        limits=limits.of_table(schema, council),
        citation=citation(edition, schema.name),
        licence=LICENCES.get(council.licence),
        version=edition.version,
        date=edition.date,
        council=council,
    )  # fmt: skip


def _cell(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0]} …"
