"""Who met: the groups of people at the head of the minutes, in every shape that they are printed in.

A label ("Members:") stands before its people, in a column beside them, on a line of its own, or torn from them with other
labels. Below a label of staff, labels that name no group are departments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from minutebook import names
from minutebook.importers import apologies, attendance_parts, attendance_tables, nameless, people_runs, persons
from minutebook.importers.attendance_parts import ABSENT, APOLOGIES, GROUP, STAFF, UMBRELLA, Part
from minutebook.importers.blocks import TextBlock
from minutebook.importers.report import ReportLine
from minutebook.model import Attendee, Department, Group


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who met and who sent apologies; ``used`` are the places of the blocks that this was read from."""

    groups: tuple[Group, ...] = ()
    apologies: tuple[Attendee, ...] = ()
    used: frozenset[int] = frozenset()
    report: tuple[ReportLine, ...] = ()


@dataclass(slots=True)
class _Found:
    """The groups as they grow: name to people, and to departments with their people."""

    people: dict[str, list[Attendee]] = field(default_factory=dict)
    departments: dict[str, dict[str, list[Attendee]]] = field(default_factory=dict)
    apologies: list[Attendee] = field(default_factory=list)
    report: list[ReportLine] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    group: str = ""
    outer: str = ""  # the group that a label without people of its own opened, whose parts the labels after it are

    def infer(self, line: int, message: str, text: str) -> None:
        self.report.append(ReportLine(line, "inferred", message, text))


def read(blocks: Sequence[TextBlock], title: int = 0) -> Attendance:
    """The attendance that a run of blocks holds; blocks in which nobody is named are left unused. Who stands above the title
    of the minutes, in line ``title``, and under no label, is named on the council's paper and was not listed as present.
    """
    found = _Found(used={place for place, row in attendance_tables.lines(blocks).items() if not row})
    for labels, lines in attendance_parts.runs(blocks):
        _place(labels, lines if labels else [line for line in lines if line.line >= title], found)
    for place in sorted(found.used):
        for text in attendance_parts.told(blocks[place]):
            found.report.append(
                ReportLine(blocks[place].line, "unplaced", "this tells of the meeting, and of nobody's presence", text)
            )
    _give_chair(found)
    groups = tuple(
        Group(name, tuple(people), tuple(Department(key, tuple(who)) for key, who in below.items() if who))
        for (name, people), below in zip(found.people.items(), found.departments.values(), strict=True)
        if people or any(below.values())
    )
    return Attendance(groups, tuple(found.apologies), frozenset(found.used), tuple(found.report))


def _give_chair(found: _Found) -> None:
    """A line of its own that says who took the chair gives them that role where they are listed already."""
    everyone = [(people, place) for people in found.people.values() for place in range(len(people))]
    for people, place in everyone[-1:]:
        last = names.parse(people[place].printed)
        same = [
            (those, at) for those, at in everyone[:-1]
            if names.fold(names.parse(those[at].printed).name) == names.fold(last.name) and not names.parse(those[at].printed).role
        ]  # fmt: skip
        if last.role.casefold() == "in the chair" and len(same) == 1:
            those, at = same[0]
            those[at] = people.pop()


# --- placing people --------------------------------------------------------------------------------------------------


def _place(labels: list[Part], lines: list[Part], found: _Found) -> None:
    """Give each line of people to its label; labels torn from their lines are paired in order where the counts agree."""
    if labels and ABSENT.fullmatch(labels[-1].text):
        _leave_out(labels[-1], lines, found)
        return
    people = [(line, [who for who in line.people if line.names(who)]) for line in lines]
    if labels and (any(who for _, who in people) or APOLOGIES.search(labels[-1].text)):
        found.used.update(place for label in labels for place in range(label.place, max(label.place, label.until) + 1))
    while len(labels) > 1 and (
        UMBRELLA.fullmatch(labels[0].text)
        or (STAFF.search(labels[0].text) and not GROUP.search(labels[1].text))  # staff, by departments
    ):
        label = labels.pop(0)
        if STAFF.search(label.text):
            _open(label.text, found)
    if (
        len(labels) > 1
        and len(labels) > len(lines)
        and GROUP.search(labels[0].text)
        and not GROUP.search(labels[1].text)
    ):
        found.outer = labels.pop(0).text
        _open(found.outer, found)
    if len(labels) > 1 and len(labels) == len(lines):
        for label, line in zip(labels, lines, strict=True):
            found.infer(
                label.line,
                f"this label was torn from its people, who were taken to be those of line {line.line}",
                label.text,
            )
            _add(label, [line], found)
        return
    for label in labels[:-1]:
        found.report.append(ReportLine(label.line, "unplaced", "nobody could be placed under this label", label.text))
    _add(labels[-1] if labels else None, lines, found)


def _leave_out(label: Part, lines: Sequence[Part], found: _Found) -> None:
    """Say of those who were absent without a word that they were; the file has no place for it."""
    found.used.update(part.place for part in (label, *lines))
    for line in lines:
        nobody = nameless.says_no_one(line.text)
        said = "this says that there was nobody" if nobody else "absent, and nothing says that apologies were sent"
        text = line.text if nobody else f"{label.text}: {line.text}"
        found.report.append(ReportLine(line.line, "dropped" if nobody else "unplaced", said, text))


def _open(group: str, found: _Found) -> None:
    group = re.sub(r"(?<=\w)- (?=\w)", "-", group)  # a line's end stood after the hyphen
    found.group = group
    found.people.setdefault(group, [])
    found.departments.setdefault(group, {})


def _add(label: Part | None, lines: Sequence[Part], found: _Found) -> None:
    """Add lines of people under a label, or where none stands, under the group that is open."""
    department = ""
    to_apologies = bool(label and APOLOGIES.search(label.text))
    if label and not to_apologies:
        parted = bool(STAFF.search(found.group)) or (found.outer and found.outer == found.group)
        if found.group and parted and not GROUP.search(label.text):
            department = label.text
        else:
            _open(label.text, found)
    made = [Attendee(who) for line in _in_columns(lines) for who in _people(line, found)]
    if to_apologies:
        found.apologies.extend(made)
    elif department:
        found.departments[found.group].setdefault(department, []).extend(made)
    elif made:
        if not found.group:
            _open("Present", found)
            found.infer(lines[0].line, "these people stand under no label and were taken to be present", lines[0].text)
        found.people[found.group].extend(made)


def _people(line: Part, found: _Found) -> Iterator[str]:
    received = apologies.sent_by(line.text)
    people = received or line.people
    named = [who for who in people if line.names(who) and not persons.names_several(who)]
    if line.bare:
        found.infer(line.line, "this was taken to be somebody's name, for its label speaks of people", line.text)
    if named or nameless.says_no_one(line.text):
        found.used.add(line.place)
    if nameless.says_no_one(line.text):
        found.report.append(ReportLine(line.line, "dropped", "this says that there was nobody", line.text))
    elif line.place in found.used:
        for who in people:
            if nameless.is_count(who):
                said = "this counts people whom it does not name"
                found.report.append(ReportLine(line.line, "dropped", said, who))
            elif who not in named or persons.names_several(who):
                found.report.append(ReportLine(line.line, "unplaced", "this is nobody's name", who))
    if named and people_runs.run_together(line.text):
        found.infer(
            line.line, "these people stand side by side without commas, and were parted by their initials", line.text
        )
    yield from named


def _in_columns(lines: Sequence[Part]) -> list[Part]:
    """Lines that stand in columns of one person each, read down the columns; other lines in their order."""
    rows: dict[int, list[Part]] = {}
    for line in lines:
        rows.setdefault(line.place, []).append(line)
    table = [place for place, row in rows.items() if len(row) > 1]
    if len(table) < 2:
        return list(lines)
    before = [row[0] for place, row in rows.items() if place < table[0]]
    columns = [row for place, row in rows.items() if table[0] <= place <= table[-1]]
    after = [row[0] for place, row in rows.items() if place > table[-1]]
    while after and len(persons.people_in(after[0].text)) == 1:  # the last rows of the first column
        columns.append([after.pop(0)])
    return [*before, *(cell for column in zip_longest(*columns) for cell in column if cell is not None), *after]
