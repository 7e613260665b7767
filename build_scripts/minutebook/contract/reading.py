"""``datasets/`` to a Contract."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from minutebook.contract.files import Json, listed, read
from minutebook.contract.rules import reference_problems, schema_problems, template_problems
from minutebook.contract.types import Contract, Field, ForeignKey, Schema
from minutebook.problems import Location, Problem, in_order


def read_contract(folder: Path) -> tuple[Contract | None, tuple[Problem, ...]]:
    """Read ``datasets/``: the descriptor's template and one schema for each table that it lists.

    Every problem is found in one reading; with any problem there is no contract.
    """
    template = read(folder, "datapackage.json")
    problems = [*template.problems, *template_problems(template)]
    names = listed(template.content)
    files = {name: read(folder, f"schemas/{name}.json") for name in names}
    for file in files.values():
        problems += [*file.problems, *schema_problems(file)]
    for path in sorted((folder / "schemas").glob("*.json")):
        if path.stem not in names:
            problems.append(
                Problem(
                    Location(f"{folder.name}/schemas/{path.name}"),
                    "T004",
                    "no resource of datapackage.json has this name",
                )
            )
    if problems:
        return None, in_order(problems)
    schemas = {name: _schema(name, file.content) for name, file in files.items()}
    problems += [problem for name, file in files.items() for problem in reference_problems(schemas, name, file)]
    return (None if problems else Contract(template.content, schemas)), in_order(problems)


def _schema(name: str, content: Json) -> Schema:
    return Schema(
        name=name,
        title=str(content["title"]),
        description=str(content["description"]),
        fields=tuple(_field(field) for field in cast("list[Json]", content["fields"])),
        primary_key=_names(content["primaryKey"]),
        foreign_keys=tuple(_foreign_key(name, key) for key in cast("list[Json]", content.get("foreignKeys", []))),
        unique_keys=tuple(_names(key) for key in cast("list[object]", content.get("uniqueKeys", []))),
        descriptor=content,
    )


def _field(content: Json) -> Field:
    return Field(
        name=str(content["name"]),
        type=str(content["type"]),
        title=str(content["title"]),
        description=str(content["description"]),
        example=str(content["example"]),
        empty=str(content.get("empty", "")),
        constraints=cast("Json", content.get("constraints", {})),
    )


def _foreign_key(own: str, content: Json) -> ForeignKey:
    reference = cast("Json", content["reference"])
    return ForeignKey(_names(content["fields"]), str(reference.get("resource") or own), _names(reference["fields"]))


def _names(value: object) -> tuple[str, ...]:
    return tuple(cast("list[str]", value))
