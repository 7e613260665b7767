"""Attendance in a table with a heading for each column: "Name | Role | Status", or "Name | Present | Apologies" with ticks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from minutebook.importers import persons
from minutebook.importers.blocks import TextBlock

_NAME = re.compile(r"(?:name|member|councillor|cllr|attendee)s?(?: name)?", re.IGNORECASE)
_ROLE = re.compile(
    r"role|position|title|office|capacity|job title|representing|organisation|ward|party|substitut\w+(?: for)?",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"status|attendance|present/absent|attended|present\??|absent|apologies(?: received)?|in attendance", re.IGNORECASE
)
_CAME = re.compile(
    r"present|in attendance|attended|apologies(?: received| given)?|absent|remote|online|virtual", re.IGNORECASE
)
_TICK = re.compile(r"[✓✔√☑xX]|y|yes", re.IGNORECASE)
_NO = re.compile(r"[-–—✗✘☐]?|n|no", re.IGNORECASE)


def lines(blocks: Sequence[TextBlock]) -> Mapping[int, tuple[str, str]]:
    """For the places of rows that such a table holds: the group that a row belongs to, and its person as one line of
    attendance. The heading's row has neither.
    """
    found: dict[int, tuple[str, str]] = {}
    head: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        if block.kind != "row":
            head = ()
        elif _heads(block.cells):
            head = block.cells
            found[place] = ("", "")
        elif head:
            found.update(_row(place, head, block.cells))
    last = max((place for place, (_, who) in found.items() if who), default=-1)
    return {place: line for place, line in found.items() if place <= last}


def _heads(cells: Sequence[str]) -> bool:
    first, *rest = cells
    return bool(
        _NAME.fullmatch(first) and rest and all(_ROLE.fullmatch(cell) or _STATUS.fullmatch(cell) for cell in rest)
    )


def _row(place: int, head: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    if not cells or not persons.is_person(cells[0]):
        return
    group, roles = "", []
    for heading, cell in zip(head[1:], cells[1:], strict=False):
        if _ROLE.fullmatch(heading):
            roles += [cell] if cell and not _NO.fullmatch(cell) else []
        elif _CAME.match(cell):
            group = cell
        elif _TICK.fullmatch(cell):
            group = heading
    who = cells[0] if not roles else f"{cells[0]} ({', '.join(roles)})"
    yield place, (group or "Present", who)
