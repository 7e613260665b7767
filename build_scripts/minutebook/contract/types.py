"""The data contract as values: schemas, fields and keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A column. ``type`` and ``constraints`` are the Table Schema's; ``empty`` says what an empty cell means."""

    name: str
    type: str
    title: str
    description: str
    example: object
    empty: str
    constraints: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    fields: tuple[str, ...]
    table: str  # the table referred to; the table's own name for a reference into itself
    table_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """One table's schema; ``descriptor`` is the Table Schema as it stands in ``datasets/``."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    descriptor: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Contract:
    """``package`` is the descriptor's template verbatim; ``schemas`` are in the order in which tables are published."""

    package: Mapping[str, object]
    schemas: Mapping[str, Schema]
