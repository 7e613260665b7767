"""JSON Schemas of the documents, made from the Table Schemas of the contract (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minutebook.api.documents import schema_path
from minutebook.api.shapes import Kind, Part, kinds
from minutebook.contract import Contract, Field

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}
_LINKS = {"type": "object", "additionalProperties": {"type": "string"}}


def schemas(contract: Contract, root: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The schema of each kind of document with its path from the site's root, whose address is ``root``."""
    for kind in kinds(contract):
        yield schema_path(kind), {"$schema": _DRAFT, "$id": f"{root}{schema_path(kind)}", **_document(kind, contract)}


def _document(kind: Kind, contract: Contract) -> Mapping[str, object]:
    shape = _shape(kind.part, contract)
    own = {"$schema": {"type": "string"}, "id": {"type": "string"}, "links": _LINKS}
    return {
        **shape,
        "title": kind.title,
        "properties": own | shape["properties"],  # type: ignore[operator]
        "required": [*own, *shape["required"]],  # type: ignore[misc]
    }


def _shape(part: Part, contract: Contract) -> dict[str, object]:
    schema = contract.schemas[part.table]
    properties: dict[str, object] = {field.name: _field(field) for field in schema.fields}
    for below in part.below:
        properties[below.name] = {"type": "array", "items": _shape(below, contract)}
    return {
        "type": "object",
        "description": schema.description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, object]:
    kind = _TYPES.get(field.type, "string")
    rules = dict(field.constraints)
    required = rules.pop("required", False)
    found: dict[str, object] = {"title": field.title, "description": field.description}
    found["type"] = kind if required else [kind, "null"]
    if "enum" in rules:
        found["enum"] = [*rules["enum"], *([] if required else [None])]  # type: ignore[misc]
    if "pattern" in rules:
        found["pattern"] = f"^(?:{rules['pattern']})$"
    if field.type == "date":
        found["format"] = "date"
    return found | {name: rules[name] for name in ("minimum", "maximum", "minLength", "maxLength") if name in rules}
