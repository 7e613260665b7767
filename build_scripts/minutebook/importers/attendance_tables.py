"""Attendance in a table with a heading for each column: "Name | Role | Status", or "Name | Present | Apologies" with ticks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
_GROUP = re.compile(
    r"(?:(?:members|councillors|officers|also|those|other members|non-members) )?(?:present|in attendance|attending|absent)"
    r"|attendance|attendees|members|councillors|officers|substitutes|guests|visitors|invitees|observers"
    r"|apologies(?: for absence| received| given)?|absent(?: without apologies)?",
    re.IGNORECASE,
)
_TICK = re.compile(r"[✓✔√☑xX]|y|yes", re.IGNORECASE)
_NO = re.compile(r"[-–—✗✘☐]?|n|no", re.IGNORECASE)


Lines = tuple[tuple[str, str], ...]
"""Groups, each with a line of its people."""


def lines(blocks: Sequence[TextBlock]) -> Mapping[int, Lines]:
    """For the places of rows that such a table holds: its people, each line with the group that it belongs to. The heading's
    row has none.
    """
    found: dict[int, Lines] = {}
    head: tuple[str, ...] = ()
    for place, block in enumerate(blocks):
        if block.kind != "row":
            head = ()
        elif _heads(block.cells) or _are_groups(block.cells):
            head = block.cells
            found[place] = ()
        elif head and (row := _in_groups(head, block.cells) if _are_groups(head) else _row(head, block.cells)):
            found[place] = row
    last = max((place for place, row in found.items() if row), default=-1)
    return {place: row for place, row in found.items() if place <= last}


def _heads(cells: Sequence[str]) -> bool:
    first, *rest = cells
    return bool(
        _NAME.fullmatch(first) and rest and all(_ROLE.fullmatch(cell) or _STATUS.fullmatch(cell) for cell in rest)
    )


def _are_groups(cells: Sequence[str]) -> bool:
    """Whether each column holds a group of its own: "Present | Apologies | In attendance"."""
    return len(cells) > 1 and all(_GROUP.fullmatch(cell.strip(" :")) for cell in cells)


def _in_groups(head: Sequence[str], cells: Sequence[str]) -> Lines:
    """The people of each cell with the group above them; none where a cell names nobody."""
    filled = [(group.strip(" :"), cell) for group, cell in zip(head, cells, strict=False) if cell]
    return tuple(filled) if all(persons.names_anybody(cell) for _, cell in filled) else ()


def _row(head: Sequence[str], cells: Sequence[str]) -> Lines:
    if not cells or not persons.is_person(cells[0]):
        return ()
    group, roles = "", []
    for heading, cell in zip(head[1:], cells[1:], strict=False):
        if _ROLE.fullmatch(heading):
            roles += [cell] if cell and not _NO.fullmatch(cell) else []
        elif _CAME.match(cell):
            group = cell
        elif _TICK.fullmatch(cell):
            group = heading
    who = cells[0] if not roles else f"{cells[0]} ({', '.join(roles)})"
    return ((group or "Present", who),)
