"""The rows of a table that a minute prints, its columns known by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from minutebook.model import Table
from minutebook.problems import Location
from minutebook.tables.passages import below


def table_rows(table: Table, columns: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[dict[str, str], str, Location]]:
    """Each row as column to cell, with the row as printed and its line; a column is the first whose header is its form."""
    places = {
        name: place
        for place, cell in reversed(tuple(enumerate(table.header)))
        for name, form in columns.items()
        if form.fullmatch(cell)
    }
    for number, cells in enumerate(table.rows):
        said = {name: cells[place] for name, place in places.items()}
        yield said, " | ".join(cells), below(table.location, number)
