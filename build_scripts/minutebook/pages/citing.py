"""How to cite the data: who publishes it, the year, what it is, which release, and where."""

from __future__ import annotations

from minutebook.edition import Edition
from minutebook.identity import table_page
from minutebook.licences import LICENCES
from minutebook.pages import formats


def citation(edition: Edition, table: str = "") -> str:
    """One line of plain text for all data, or for one table; without an address while the site has none."""
    council = edition.book.council
    package = str(edition.contract.package["title"])
    title = f"{edition.contract.schemas[table].title}. In: {package}, {council.name}" if table else package
    whole = title if table else f"{title}, {council.name}"
    licence = LICENCES.get(council.licence)
    place = f" {council.url}{table_page(table) if table else 'data/'}." if council.url else ""
    return (
        f"{council.publisher or council.name} ({edition.date.year}). {whole} [data set], version {edition.version},"
        f" {formats.day(edition.date)}.{place} {licence.name if licence else council.licence}."
    )
