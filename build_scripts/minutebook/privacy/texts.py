"""Applies one change to every text in a value of the model, at any depth; places, ids and web addresses stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

KEPT = frozenset(
    {
        "location",
        "key",
        "id",
        "body",
        "number",
        "label",
        "sha256",
        "url",
        "file",
        "section",
        "status",
        "side",
        "kind",
        "identifiers",
    }
)
"""Fields that hold no text of the record but say what it is, where it stands or where it came from."""


def revise(value: T, change: Callable[[str], str]) -> T:
    """The value with each of its texts changed; the same object where nothing changes."""
    return _revise(value, change)  # type: ignore[no-any-return]


def _revise(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        made = [_revise(one, change) for one in value]
        same = all(one is other for one, other in zip(made, value, strict=True))
        return value if same else tuple(made)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for name in _names(type(value)):
        old = getattr(value, name)
        new = _revise(old, change)
        if new is not old and new != old:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in KEPT)
