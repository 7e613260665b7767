"""The shapes of the documents: which table's rows stand inside which other table's, from the contract's own columns.

The same tree of parts makes the documents and the JSON Schemas that describe them, so that the two always agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from minutebook.contract import Contract, Schema
from minutebook.tables import Row, Tables


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of ``table`` whose column ``by`` holds the id of the row above; ``below`` stand inside each of them."""

    table: str
    by: str = ""
    below: tuple[Part, ...] = ()

    @property
    def name(self) -> str:
        """The table's own, or where it names a person in several columns "motions_seconded_by"."""
        role = self.by.removesuffix("_person_id")
        return self.table if role == self.by else f"{self.table}_{role}"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: one for each row of its part's table, at ``api/<folder>/<id>.json``."""

    folder: str
    title: str
    part: Part


def kinds(contract: Contract) -> tuple[Kind, ...]:
    """Meetings, agendas, bodies and people. A register stands inside the item or the person that its rows name."""
    schemas = contract.schemas
    by_item = _naming(schemas, "item_id", {"items", "decisions", "trails"})
    by_agenda_item = _naming(schemas, "agenda_item_id", {"agenda_items", "reports"})
    clauses = Part("clauses", "decision_id")
    items = Part("items", "meeting_id", (Part("decisions", "item_id", (clauses,)), *by_item))
    reports = Part("reports", "agenda_item_id", _naming(schemas, "report_id", {"reports"}))
    agenda_items = Part("agenda_items", "agenda_id", (*by_agenda_item, reports))
    about = Part("identifiers", "entity_id")
    found = (
        Kind("meetings", "Meeting", Part("meetings", below=(Part("attendance", "meeting_id"), items))),
        Kind("agendas", "Agenda", Part("agendas", below=(agenda_items,))),
        Kind("bodies", "Body", Part("bodies", below=(Part("memberships", "body_id"), about))),
        Kind("people", "Person", Part("people", below=(about, *_people(schemas)))),
    )
    return tuple(Kind(kind.folder, kind.title, _known(kind.part, schemas)) for kind in found if kind.folder in schemas)


def _naming(schemas: Mapping[str, Schema], column: str, but: set[str]) -> tuple[Part, ...]:
    """Every table with this column, in the contract's order."""
    with_column = (name for name, schema in schemas.items() if any(each.name == column for each in schema.fields))
    return tuple(Part(name, column) for name in with_column if name not in but)


def _people(schemas: Mapping[str, Schema]) -> Iterator[Part]:
    """Every table that names people, once for each column that does."""
    for name, schema in schemas.items():
        for key in schema.foreign_keys:
            if key.table == "people" and len(key.fields) == 1:
                yield Part(name, key.fields[0])


def _known(part: Part, schemas: Mapping[str, Schema]) -> Part:
    """The part without tables that a council's contract does not have."""
    return Part(part.table, part.by, tuple(_known(each, schemas) for each in part.below if each.table in schemas))


@dataclass(frozen=True, slots=True)
class Index:
    """Rows of every table by the value of one of their columns, looked up once."""

    tables: Tables
    found: dict[tuple[str, str], dict[object, list[Row]]] = field(default_factory=dict)

    def rows(self, part: Part, key: object) -> Iterator[Row]:
        """The rows of a part below the row with this id."""
        known = self.found.get((part.table, part.by))
        if known is None:
            known = self.found[part.table, part.by] = {}
            for row in self.tables.get(part.table, ()):
                known.setdefault(row.values[part.by], []).append(row)
        return iter(known.get(key, ()))
