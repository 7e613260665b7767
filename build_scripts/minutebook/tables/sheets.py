"""What the tables of reports have in common: a row of a front sheet, and which body a printed name means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from minutebook.identity import report_id
from minutebook.model import Book, Entry
from minutebook.problems import Location
from minutebook.report_model import Report
from minutebook.tables.naming import Naming, mentions
from minutebook.tables.row import Row, Value

Said = tuple[Mapping[str, Value], str, Location]
"""One thing that a front sheet says: a table's own columns, the phrase as printed, and its place."""


def sheet_rows(table: str, kind: str, book: Book, said: Callable[[Report], Iterator[Said]]) -> Iterator[Row]:
    """What the front sheets say as rows, numbered within each report. ``table`` names the column of the id, ``kind`` is part of it."""
    for report in book.reports:
        for position, (values, evidence, where) in enumerate(said(report), 1):
            place = where if where.file else report.location
            yield Row(
                {
                    f"{table}_id": f"{report_id(report)}/{kind}-{position}",
                    "report_id": report_id(report),
                    "position": position,
                    **values,
                    "evidence": evidence,
                    "source_file": place.file,
                    "source_line": place.line,
                },
                place,
            )


def printed(*cells: object) -> str:
    """The cells of a row of a printed table, those that are empty left out."""
    return " | ".join(str(cell) for cell in cells if cell)


def is_none(entry: Entry) -> bool:
    """Whether an entry of a list of papers is the sheet's word that there are none."""
    return bool(re.fullmatch(r"none\.?", entry.text, re.IGNORECASE))


def body_finder(book: Book, names: Naming) -> Callable[[str], str]:
    """A function from a body's name, as a report prints it, to its id; empty where it is none or more than one."""
    bare: dict[str, set[str]] = {}
    for body in book.bodies:
        for name in (body.name, *body.aliases):
            bare.setdefault(_bare(name), set()).add(body.id)

    def find(name: str) -> str:
        found = bare.get(_bare(name), set())
        if len(found) == 1:
            return next(iter(found))
        whole = [one.body for one in mentions(names, name, "") if (one.start, one.end) == (0, len(name))]
        return whole[0] if whole else ""

    return find


def _bare(name: str) -> str:
    """A name without its article and all that is no letter or digit: "Co-ordination" and "Coordination" are one."""
    return re.sub(r"[\W_]+", "", name.casefold().removeprefix("the ").replace("&", "and"))
