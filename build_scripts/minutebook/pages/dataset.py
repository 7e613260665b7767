"""schema.org's ``Dataset`` for the head of a page of data, where search engines for data sets look for it."""

from __future__ import annotations

from typing import Any

from minutebook.edition import Edition
from minutebook.packages.listing import listing
from minutebook.packages.schema_org import schema_org


def dataset(edition: Edition, table: str = "") -> dict[str, Any]:
    """The object of the JSON-LD of one table's page, or of all data; empty while the site has no address to name."""
    council = edition.book.council
    if not council.url:
        return {}
    this = listing(council, edition.contract, edition.tables, edition.data, date=edition.date, version=edition.version)
    return schema_org(this, table)
