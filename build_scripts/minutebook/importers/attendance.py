"""Who met: the groups of people at the head of the minutes, in every shape that they are printed in.

A label ("Members:") stands before its people, in a column beside them, on a line of its own, or torn from them with other
labels. Below a label of staff, labels that name no group are departments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from minutebook.importers import apologies, persons
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine
from minutebook.model import Attendee, Department, Group

_GROUP_WORDS = (
    r"present|members?|councillors?|co-?opted|co-?optees|officers?|employees?|staff|apolog(?:y|ies)|absent|absence|attend(?:ance|ing|ees?)|"
    r"invit(?:ed|ees?|ation)|observers?|substitutes?|non-?\s?voting|voting|advis[eo]rs?|guests?|visitors?|contributors?|witnesses|"
    r"representatives?|representing|aldermen|alderman|external|auditors?|quorum|trustees|governors"
)
_GROUP = re.compile(
    rf"\b(?:{_GROUP_WORDS})\b|^(?:the )?(?:press|public)(?: and (?:the )?(?:press|public))?$", re.IGNORECASE
)
_UMBRELLA = re.compile(r"(?:those |also |members )?(?:present|attendance|attendees|in attendance)", re.IGNORECASE)
_APOLOGIES = re.compile(r"\bapolog(?:y|ies)\b|\babsen(?:t|ce)\b", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:employees?|officers?|staff)\b|\(by [\w ]+\)", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"(?:\b(?:and|of|for|the)|[,&])$", re.IGNORECASE)
_LONGEST_LABEL = 90
_LABEL = re.compile(r"(?P<label>[^:]{2,90}?)\s*:\s*(?P<rest>.*)", re.DOTALL)
_INNER_LABEL = re.compile(
    r"(?<=\S)\s+(?=(?:(?:Also )?In attendance|Also present|Apologies(?: for absence)?|Officers(?: present| in attendance)?|Employees(?: \([^()]*\))?|Absent)\s*:)"
)
_HONORARY = re.compile(r"(?:the )?(?P<group>honorary (?:alder(?:man|men|woman|women)|freem[ae]n))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who met and who sent apologies; ``used`` are the places of the blocks that this was read from."""

    groups: tuple[Group, ...] = ()
    apologies: tuple[Attendee, ...] = ()
    used: frozenset[int] = frozenset()
    report: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A label or a line of people, with the block it stands in."""

    text: str
    is_label: bool
    place: int
    line: int
    colon: bool = True
    until: int = 0  # the last block of a label that was broken over several


@dataclass(slots=True)
class _Found:
    """The groups as they grow: name to people, and to departments with their people."""

    people: dict[str, list[Attendee]] = field(default_factory=dict)
    departments: dict[str, dict[str, list[Attendee]]] = field(default_factory=dict)
    apologies: list[Attendee] = field(default_factory=list)
    report: list[ReportLine] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    group: str = ""

    def infer(self, line: int, message: str, text: str) -> None:
        self.report.append(ReportLine(line, "inferred", message, text))


def read(blocks: Sequence[TextBlock]) -> Attendance:
    """The attendance that a run of blocks holds; blocks in which nobody is named are left unused."""
    printed_parts = [part for place, block in enumerate(blocks) for part in _parts(block, place)]
    parts = _joined_labels(list(_with_departments(list(_with_offices(printed_parts)))))
    found = _Found()
    for labels, lines in _runs(parts):
        _place(labels, lines, found)
    groups = tuple(
        Group(name, tuple(people), tuple(Department(key, tuple(who)) for key, who in below.items() if who))
        for (name, people), below in zip(found.people.items(), found.departments.values(), strict=True)
        if people or any(below.values())
    )
    return Attendance(groups, tuple(found.apologies), frozenset(found.used), tuple(found.report))


# --- blocks to labels and lines of people ----------------------------------------------------------------------------


def _parts(block: TextBlock, place: int) -> Iterator[_Part]:
    if block.kind == "row":
        yield from _row_parts(block, place)
        return
    for text in _INNER_LABEL.split(block.text if block.kind == "entry" else printed(block)):
        yield from _text_parts(text, place, block.line)


def _text_parts(text: str, place: int, line: int) -> Iterator[_Part]:
    if apologies.sent_by(text):
        yield _Part("Apologies", True, place, line)
        yield _Part(text, False, place, line)
        return
    honorary = _HONORARY.match(text)
    if honorary and persons.names_surely(text) and text[honorary.end() :].lstrip()[:1] != ":":
        yield _Part(honorary["group"], True, place, line)
    label = _label(text)
    if label:
        yield _Part(label[0], True, place, line, colon=label[2])
        text = label[1]
    if text:
        yield _Part(text, False, place, line)


def _row_parts(block: TextBlock, place: int) -> Iterator[_Part]:
    """A row: a label and its people, or people in each of its columns."""
    first, *rest = block.cells
    if first and any(rest) and _heads_row(first, rest):
        yield _Part(first.rstrip(" :"), True, place, block.line)
        block_cells: Sequence[str] = rest
    else:
        block_cells = block.cells
    for cell in block_cells:
        if cell:
            yield from _text_parts(cell, place, block.line)


def _heads_row(first: str, rest: Sequence[str]) -> bool:
    """Whether the first cell of a row is a label: nobody's name, or two words that can be one beside names that must be."""
    if persons.is_surely_person(first) or len(persons.people_in(first)) > 1:
        return False
    beside = [who for cell in rest for who in persons.people_in(cell)]
    return not persons.is_person(first) or any(persons.is_surely_person(who) for who in beside)


def _label(text: str) -> tuple[str, str, bool] | None:
    """A text's label, what follows it, and whether a colon stands between them; None where it has no label."""
    found = _LABEL.fullmatch(text)
    if found and persons.is_office(found["label"]) and persons.is_person(found["rest"]):
        return None
    if found and not persons.is_surely_person(found["label"]) and not re.search(r"[.!?]\s", found["label"]):
        return found["label"].strip(), found["rest"], True
    if (
        len(text.split()) <= 7
        and _GROUP.search(text)
        and not re.search(r"\d|[.,;]", text)
        and not persons.names_surely(text)
    ):
        return text.strip(), "", False
    return None


def _with_offices(parts: Sequence[_Part]) -> Iterator[_Part]:
    """An office and its holder ("Chair: Councillor A Example") are a group, unless people without a label follow."""
    for part, after in zip_longest(parts, parts[1:]):
        office, colon, _ = part.text.partition(":")
        alone = after is None or after.is_label or persons.is_office(after.text.partition(":")[0])
        if colon and not part.is_label and persons.is_office(office) and alone:
            yield _Part(office.strip(), True, part.place, part.line)
        yield part


def _with_departments(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Below a label of staff, a line that names nobody, with people below it, is a department's label without a colon."""
    staff = False
    for part, after in zip_longest(parts, parts[1:]):
        if part.is_label and _GROUP.search(part.text):
            staff = bool(_STAFF.search(part.text))
        nobody = not part.is_label and not persons.names_anybody(part.text) and not persons.says_no_one(part.text)
        above = (
            after is not None and not after.is_label and after.place > part.place and persons.names_surely(after.text)
        )
        heads = staff and nobody and above and len(part.text) <= _LONGEST_LABEL
        yield replace(part, is_label=True) if heads else part


def _joined_labels(parts: Sequence[_Part]) -> list[_Part]:
    """Labels that were broken over two lines ("Non-voting Opposition" / "Members:") in one piece."""
    joined: list[_Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and part.is_label and part.line == last.line + 1 and _is_unfinished(last):
            last = joined[-1] = replace(last, is_label=True, colon=False)
        broken = last and last.is_label and part.is_label and not last.colon and part.line == last.line + 1
        if last and broken and not _UMBRELLA.fullmatch(last.text):
            joined[-1] = _Part(f"{last.text} {part.text}", True, last.place, last.line, part.colon, part.place)
        else:
            joined.append(part)
    return joined


def _is_unfinished(part: _Part) -> bool:
    """Whether a line that names nobody breaks off in the middle of a label: "Planning, Streets and"."""
    return not part.is_label and bool(_BREAKS_OFF.search(part.text)) and not persons.names_anybody(part.text)


def _runs(parts: Sequence[_Part]) -> Iterator[tuple[list[_Part], list[_Part]]]:
    """Each run of labels with the lines of people that follow it."""
    labels: list[_Part] = []
    lines: list[_Part] = []
    for part in parts:
        if part.is_label and lines:
            yield labels, lines
            labels, lines = [], []
        (labels if part.is_label else lines).append(part)
    yield labels, lines


# --- placing people --------------------------------------------------------------------------------------------------


def _place(labels: list[_Part], lines: list[_Part], found: _Found) -> None:
    """Give each line of people to its label; labels torn from their lines are paired in order where the counts agree."""
    people = [(line, [who for who in persons.people_in(line.text) if persons.is_person(who)]) for line in lines]
    if labels and (any(who for _, who in people) or _APOLOGIES.search(labels[-1].text)):
        found.used.update(place for label in labels for place in range(label.place, max(label.place, label.until) + 1))
    while len(labels) > 1 and (
        _UMBRELLA.fullmatch(labels[0].text)
        or (_STAFF.search(labels[0].text) and not _GROUP.search(labels[1].text))  # staff, by departments
    ):
        label = labels.pop(0)
        if _STAFF.search(label.text):
            _open(label.text, found)
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


def _open(group: str, found: _Found) -> None:
    group = re.sub(r"(?<=\w)- (?=\w)", "-", group)  # a line's end stood after the hyphen
    found.group = group
    found.people.setdefault(group, [])
    found.departments.setdefault(group, {})


def _add(label: _Part | None, lines: Sequence[_Part], found: _Found) -> None:
    """Add lines of people under a label, or where none stands, under the group that is open."""
    department = ""
    to_apologies = bool(label and _APOLOGIES.search(label.text))
    if label and not to_apologies:
        if found.group and _STAFF.search(found.group) and not _GROUP.search(label.text):
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


def _people(line: _Part, found: _Found) -> Iterator[str]:
    received = apologies.sent_by(line.text)
    people = received or persons.people_in(line.text)
    named = [who for who in people if persons.is_person(who)]
    if named or persons.says_no_one(line.text):
        found.used.add(line.place)
    if persons.says_no_one(line.text):
        found.report.append(ReportLine(line.line, "dropped", "this says that there was nobody", line.text))
    elif named and len(named) < len(people):
        for who in people:
            if who not in named:
                found.report.append(ReportLine(line.line, "unplaced", "this is nobody's name", who))
    yield from named


def _in_columns(lines: Sequence[_Part]) -> list[_Part]:
    """Lines that stand in columns of one person each, read down the columns; other lines in their order."""
    rows: dict[int, list[_Part]] = {}
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
