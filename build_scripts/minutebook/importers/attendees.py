"""The people of a meeting as ModernGov lists them: a name, a role and a word that says whether they came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.importers.blocks import TextBlock
from minutebook.importers.report import ReportLine

_NO_ROLE = re.compile(
    r"(?:(?:committee|council|board|cabinet|panel|full|ordinary)\s+)*(?:member|councillor)?", re.IGNORECASE
)
_CAME = (
    ("present", "Present"),
    ("in attendance", "In attendance"),
    ("attend", "In attendance"),
    ("apolog", "Apologies"),
)
"""How the words for a person's attendance begin, and the group that they put the person in."""


@dataclass(frozen=True, slots=True)
class PrintedAttendee:
    """One row of the list."""

    name: str
    role: str
    attendance: str
    representing: str = ""
    line: int = 0


def attendance(people: Iterable[PrintedAttendee], line: int, report: list[ReportLine]) -> list[TextBlock]:
    """The attendance as blocks: the label of each group, and a line for each person. ``line`` is that of the labels."""
    groups: dict[str, list[TextBlock]] = {group: [] for _, group in _CAME}
    for one in people:
        came = one.attendance.strip().casefold()
        group = next((group for word, group in _CAME if came.startswith(word)), "")
        if not group:
            said = (
                f"{one.attendance.strip() or 'nothing'!r} is recorded of this person, for which the file has no place"
            )
            report.append(ReportLine(one.line, "unplaced", said, one.name))
        elif one.name:
            groups[group].append(_line(_printed(one, came), one.line or line))
    return [block for group, lines in groups.items() if lines for block in (_line(f"{group}:", line), *lines)]


def _printed(one: PrintedAttendee, came: str) -> str:
    """The person's line: "Councillor A Example (Chair)"."""
    roles = [one.role.strip()] if not _NO_ROLE.fullmatch(one.role.strip()) else []
    if "substitute" in came and not any("substitute" in role.casefold() for role in roles):
        roles.append("Substitute")
    if one.representing.strip():
        roles.append(f"representing {one.representing.strip()}")
    inside = ", ".join(roles).replace("(", "").replace(")", "")
    return f"{one.name} ({inside})" if inside else one.name


def _line(text: str, line: int) -> TextBlock:
    return TextBlock("paragraph", text, line=line, last_line=line)
