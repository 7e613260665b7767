"""Entries added to the end of a register's YAML, so that every byte that the clerk wrote stays: comments, order, style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import yaml

from minutebook.importers.imported import Todo
from minutebook.model import Body, Person
from minutebook.writing.scalars import scalar

_END = re.compile(r"^\.\.\.[^\S\n]*$", re.MULTILINE)


class CannotAppendError(ValueError):
    """The register is not a list that entries can be added to; the message says why."""


def append(text: str, entries: Sequence[Body | Person], todos: Iterable[Todo] = ()) -> str:
    """A register's text with these entries at its end; ``CannotAppendError`` where it is no list written line by line.

    Each of the ``todos`` that is of one of the entries stands above it, as a comment that ``check`` reports.
    """
    if not entries:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    text, indent = _opened(text)
    said = tuple(todos)
    lines = [line for entry in entries for line in (*_comments(entry, said), *_lines(entry))]
    added = newline.join(f"{indent}{line}" for line in lines) + newline
    end = _END.search(text)
    before, after = (text[: end.start()], text[end.start() :]) if end else (text, "")
    if before and not before.endswith("\n"):
        before += newline
    return before + added + after


def _opened(text: str) -> tuple[str, str]:
    """The text, an empty ``[]`` taken out, and the spaces before each of its entries."""
    try:
        node = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise CannotAppendError("it is not YAML; minutebook check says where") from error
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in {"", "~", "null"} and not node.style):
        return (text if node is None or not node.value else _without(text, node)), ""
    if not isinstance(node, yaml.SequenceNode):
        raise CannotAppendError("it is not a list of entries, each beginning with '- id:'")
    if node.flow_style:
        if node.value:
            raise CannotAppendError(
                "its entries stand in square brackets; write each on lines of its own, beginning with '- id:'"
            )
        return _without(text, node), ""
    return text, " " * node.start_mark.column


def _without(text: str, node: yaml.Node) -> str:
    """The text without an empty value, comments beside it kept."""
    shift = len(text) - len(text.removeprefix("\ufeff"))
    start, end = node.start_mark.index + shift, node.end_mark.index + shift
    rest = text[end:]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if not line.strip():
        rest = rest.lstrip(" \t")
        if rest.startswith(("\r\n", "\n")):
            rest = rest.split("\n", 1)[1]
    return text[:start] + rest


def _comments(entry: Body | Person, todos: Iterable[Todo]) -> Iterable[str]:
    return dict.fromkeys(f"# TODO: {todo.text}" for todo in todos if todo.id == entry.id)


def _lines(entry: Body | Person) -> Iterable[str]:
    yield f"- id: {scalar(entry.id)}"
    yield f"  name: {scalar(entry.name)}"
    if isinstance(entry, Person) and entry.title:
        yield f"  title: {scalar(entry.title)}"
    yield f"  kind: {entry.kind}"
    if isinstance(entry, Body) and entry.number is not None:
        yield f"  number: {entry.number}"
