"""Book to rows: one module a table, core tables and registers alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutebook.contract import Contract
from minutebook.model import Book
from minutebook.problems import Location, Problem
from minutebook.tables import (
    agenda_items,
    agendas,
    amendments,
    appointments,
    attendance,
    bodies,
    changes,
    clauses,
    council,
    decisions,
    declarations,
    delegations,
    divisions,
    exclusions,
    identifiers,
    items,
    meetings,
    memberships,
    motions,
    people,
    petitions,
    questions,
    recommendations,
    redirects,
    references,
    report_approvals,
    report_implications,
    report_papers,
    report_recommendations,
    reports,
    requests,
    sums,
    trails,
    urgency,
    votes,
    withdrawals,
    work_programme,
)
from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row, Tables, Value

__all__ = ["TABLES", "Row", "Tables", "Value", "build_tables", "disagreements"]

TABLES: tuple[tuple[str, Callable[[Gathered], Iterator[Row]]], ...] = (
    ("council", council.rows),
    ("bodies", bodies.rows),
    ("people", people.rows),
    ("memberships", memberships.rows),
    ("identifiers", identifiers.rows),
    ("meetings", meetings.rows),
    ("attendance", attendance.rows),
    ("items", items.rows),
    ("decisions", decisions.rows),
    ("clauses", clauses.rows),
    ("references", references.rows),
    ("recommendations", recommendations.rows),
    ("delegations", delegations.rows),
    ("sums", sums.rows),
    ("declarations", declarations.rows),
    ("exclusions", exclusions.rows),
    ("petitions", petitions.rows),
    ("motions", motions.rows),
    ("amendments", amendments.rows),
    ("divisions", divisions.rows),
    ("votes", votes.rows),
    ("questions", questions.rows),
    ("appointments", appointments.rows),
    ("requests", requests.rows),
    ("urgency", urgency.rows),
    ("agenda_items", agenda_items.rows),
    ("reports", reports.rows),
    ("report_recommendations", report_recommendations.rows),
    ("report_approvals", report_approvals.rows),
    ("work_programme", work_programme.rows),
    ("redirects", redirects.rows),
    ("withdrawals", withdrawals.rows),
    ("trails", trails.rows),
    ("agendas", agendas.rows),
    ("report_papers", report_papers.rows),
    ("report_implications", report_implications.rows),
    ("changes", changes.rows),
)
"""Every table that is published, in the order of the package, with the function that makes its rows."""


def build_tables(book: Book) -> Tables:
    """All tables of a book, whose private items are already redacted where the council's setting asks for it."""
    gathered = Gathered(book)
    return {name: tuple(rows(gathered)) for name, rows in TABLES}


def disagreements(contract: Contract, tables: Tables) -> tuple[Problem, ...]:
    """Where a council's ``datasets/`` and the tables that Minutebook makes are not of one mind (code T005)."""
    found = [
        _problem("datasets/datapackage.json", f"the table {name} {fault}", "the tables " + ", ".join(tables))
        for name, fault in (
            *((name, "is described, but no such table is made") for name in contract.schemas if name not in tables),
            *((name, "is made, but not described") for name in tables if name not in contract.schemas),
        )
    ]
    for name, schema in contract.schemas.items():
        described = [field.name for field in schema.fields]
        made = list(tables[name][0].values) if tables.get(name) else described
        if made != described:
            found.append(
                _problem(f"datasets/schemas/{name}.json", "the fields differ from the table's columns", ", ".join(made))
            )
    return tuple(found)


def _problem(file: str, message: str, expected: str) -> Problem:
    return Problem(Location(file), "T005", message, expected)
