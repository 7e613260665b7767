"""What the descriptor's template and a schema must say: each rule yields its problems."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from minutebook.contract.files import File, Json, listed
from minutebook.contract.types import Schema
from minutebook.problems import Problem

TYPES = ("string", "integer", "number", "boolean", "date", "time")
"""The Table Schema types that a column may have; ``number`` is money, with two decimals."""


def template_problems(file: File) -> Iterator[Problem]:
    if file.problems:
        return
    for key in ("name", "title", "description"):
        if not _is_text(file.content.get(key)):
            yield file.problem("T003", f"the descriptor's {key} is missing or no text", near=f'"{key}"')
    if len(str(file.content.get("title"))) > 65:
        yield file.problem("T003", "the title is too long", "at most 65 characters", near='"title"')
    names = listed(file.content)
    if not names or len(set(names)) < len(names):
        yield file.problem(
            "T003", "the resources are missing or one is listed twice", '[{"name": "council"}, …]', near='"resources"'
        )
    for key, kind in (("licenses", list), ("keywords", list)):
        if not isinstance(file.content.get(key), kind):
            yield file.problem("T003", f"the descriptor's {key} are missing or no list", near=f'"{key}"')


def schema_problems(file: File) -> Iterator[Problem]:
    if file.problems:
        return
    for key in ("title", "description"):
        if not _is_text(file.content.get(key)):
            yield file.problem("T003", f"the schema's {key} is missing or no text")
    fields = file.content.get("fields")
    if not (isinstance(fields, list) and fields and all(isinstance(field, dict) for field in fields)):
        yield file.problem("T003", "the schema has no list of fields", near='"fields"')
        return
    for field in fields:
        yield from _field_problems(file, field)
    names = [field.get("name") for field in fields]
    yield from (
        file.problem("T003", f"the field {name} stands twice", near=f'"{name}"')
        for name in {*names}
        if names.count(name) > 1
    )
    yield from _key_problems(file, names)


def _field_problems(file: File, field: Json) -> Iterator[Problem]:
    name = field.get("name")
    constraints = field.get("constraints", {})
    required = isinstance(constraints, dict) and constraints.get("required") is True
    wanted = {
        "name": (
            isinstance(name, str) and re.fullmatch(r"[a-z][a-z0-9_]*", name),
            "small letters, digits and underscores",
        ),
        "type": (field.get("type") in TYPES, f"one of {', '.join(TYPES)}"),
        "title": (_is_text(field.get("title")), "text in quotation marks"),
        "description": (_is_text(field.get("description")), "text in quotation marks"),
        "example": (_is_text(field.get("example")), "text in quotation marks, also of a number"),  # says the standard
        "empty": (
            required or _is_text(field.get("empty")),
            "what an empty cell means, or required: true in constraints",
        ),
        "constraints": (isinstance(constraints, dict), "an object"),
    }
    for key, (is_right, fit) in wanted.items():
        if not is_right:
            told = f"{key!r} of the field {name} is missing or wrong"
            yield file.problem("T003", told, fit, near=f'"name": "{name}"')


def _key_problems(file: File, names: list[object]) -> Iterator[Problem]:
    keys = [("primaryKey", file.content.get("primaryKey"))]
    unique = file.content.get("uniqueKeys", [])
    keys += [("uniqueKeys", key) for key in (unique if isinstance(unique, list) else [unique])]
    foreign = file.content.get("foreignKeys", [])
    for key in foreign if isinstance(foreign, list) else [foreign]:
        keys.append(("foreignKeys", key.get("fields") if isinstance(key, dict) else None))
        reference = key.get("reference") if isinstance(key, dict) else None
        if not (isinstance(reference, dict) and isinstance(reference.get("fields"), list)):
            yield file.problem("T003", "a foreign key has no reference with a list of fields", near='"foreignKeys"')
    for what, fields in keys:
        if not (isinstance(fields, list) and fields and all(field in names for field in fields)):
            yield file.problem("T003", f"the {what} is no list of fields of this table", near=f'"{what}"')


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def reference_problems(schemas: Mapping[str, Schema], name: str, file: File) -> Iterator[Problem]:
    """Foreign keys must refer to fields of a table that is published."""
    for key in schemas[name].foreign_keys:
        target = schemas.get(key.table)
        known = {field.name for field in target.fields} if target else set()
        if not set(key.table_fields) <= known or len(key.fields) != len(key.table_fields):
            wanted = f"{key.table}({', '.join(key.table_fields)})"
            yield file.problem(
                "T004",
                f"the foreign key {', '.join(key.fields)} refers to no field of a table: {wanted}",
                near='"foreignKeys"',
            )
