"""The body of a report file to its sections: recommendations, lists of papers, implications, approvals, a work programme.

Codes: H001 a heading that is no section, or one that stands twice, H002 what a section cannot hold, H003 recommendations, H004 a line
of the implications, H005 a table of another form or a cell of another kind.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from minutebook.model import Entry, List, Paragraph, Quotation, Subheading, Table
from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.reading.blocks import Line, read_marked
from minutebook.reading.inline import Passage, plain
from minutebook.report_model import Approval, ApprovalRole, Implication, Planned, Recommendation
from minutebook.source import Document, Scalar

RECOMMENDATIONS, IMPLICATIONS, APPROVALS, PROGRAMME = (
    "Recommendations", "Implications", "Approvals", "Work programme",
)  # fmt: skip
PAPERS = {
    "Appendices": "appendices",
    "Background papers": "background_papers",
    "Other documents": "other_documents",
}
"""The sections that are lists of papers, in their canonical order, and what each is."""
APPROVAL_COLUMNS = ("Role", "Name", "Job title", "Service area", "Sent", "Answered")
PROGRAMME_COLUMNS = ("Date", "Title", "Detail", "Lead")
_NAMES = (RECOMMENDATIONS, *PAPERS, IMPLICATIONS, APPROVALS, PROGRAMME)
NONE, SEE_REPORT = "none", "see report"

_ROLES = cast("tuple[ApprovalRole, ...]", get_args(ApprovalRole))
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_Block = Paragraph | Subheading | Table | Quotation | List


@dataclass(frozen=True, slots=True)
class Sections:
    """What stands below the front matter of a report file."""

    recommendations: tuple[Recommendation, ...] = ()
    appendices: tuple[Entry, ...] = ()
    background_papers: tuple[Entry, ...] = ()
    other_documents: tuple[Entry, ...] = ()
    implications: tuple[Implication, ...] = ()
    approvals: tuple[Approval, ...] = ()
    programme: tuple[Planned, ...] = ()


@dataclass(slots=True)
class _Part:
    name: str
    location: Location
    lines: list[Line] = field(default_factory=list)


def read_sections(document: Document, problems: list[Problem]) -> Sections:
    """All sections of a file, each at most once."""
    made = Sections()
    seen: dict[str, Location] = {}
    for part in _parts(document, problems):
        blocks = read_marked(part.lines, lambda raw: _paragraph(raw, problems), problems)
        if part.name in seen:
            told = f"the section {part.name!r} stands twice (first in line {seen[part.name].line})"
            problems.append(Problem(part.location, "H001", told, "each section once"))
        elif part.name not in _NAMES:
            _unknown(part, problems)
        elif not blocks:
            told = f"the section {part.name!r} is empty"
            problems.append(Problem(part.location, "H002", told, "its text, or no such heading"))
        else:
            made = _with_section(made, part.name, blocks, problems)
        seen.setdefault(part.name, part.location)
    return made


def _with_section(made: Sections, name: str, blocks: list[_Block], problems: list[Problem]) -> Sections:
    """The sections read so far with one more."""
    match name:
        case "Recommendations":
            return replace(made, recommendations=_recommendations(blocks, problems))
        case "Appendices":
            return replace(made, appendices=tuple(_entries(blocks, problems)))
        case "Background papers":
            return replace(made, background_papers=tuple(_entries(blocks, problems)))
        case "Other documents":
            return replace(made, other_documents=tuple(_entries(blocks, problems)))
        case "Implications":
            return replace(made, implications=tuple(_implications(blocks, problems)))
        case "Approvals":
            approvals = (_approval(*row, problems) for row in _rows(blocks, APPROVAL_COLUMNS, problems))
            return replace(made, approvals=tuple(row for row in approvals if row))
        case _:
            planned = (_planned(*row, problems) for row in _rows(blocks, PROGRAMME_COLUMNS, problems))
            return replace(made, programme=tuple(row for row in planned if row))


def _parts(document: Document, problems: list[Problem]) -> Iterator[_Part]:
    """The lines of each section; what stands before the first is a problem."""
    numbered = enumerate(document.body.split("\n"), document.body_line)
    lines = [Line(text, Location(document.file, number, 1)) for number, text in numbered]
    part: _Part | None = None
    for line in lines:
        if re.match(r"#(?!##)", line.text):
            if part:
                yield part
            name = line.text[2:].strip() if line.text.startswith("##") else ""
            part = _Part(plain(Passage(name, ((0, line.inside(3).location),)), problems) if name else "", line.location)
        elif part:
            part.lines.append(line)
        elif line.text.strip():
            told = f"text before the first section: {line.text.strip()[:60]!r}"
            problems.append(Problem(line.location, "H002", told, f"## {RECOMMENDATIONS} or another section before it"))
            part = _Part("", line.location)  # said once
    if part:
        yield part


def _unknown(part: _Part, problems: list[Problem]) -> None:
    if part.name or not any(problem.location == part.location for problem in problems):
        wanted = ", ".join(f"## {name}" for name in _NAMES)
        problems.append(Problem(part.location, "H001", f"no section of a report file: {part.name[:40]!r}", wanted))


def _paragraph(raw: Passage, problems: list[Problem]) -> Paragraph | None:
    text = plain(raw, problems)
    return Paragraph(text, raw.location) if text else None


def _recommendations(blocks: list[_Block], problems: list[Problem]) -> tuple[Recommendation, ...]:
    """``### Body``, then at most one paragraph, then at most one list."""
    made: list[Recommendation] = []
    wanted = "### and the body's name, then one paragraph, one list, or both"
    for block in blocks:
        last = made[-1] if made else None
        if isinstance(block, Subheading):
            made.append(Recommendation(block.text, location=block.location))
        elif isinstance(block, Paragraph) and (last is None or not (last.lead or last.entries)):
            begun = last or Recommendation(location=block.location)
            made[-1:] = [replace(begun, lead=block.text)]
        elif isinstance(block, List) and (last is None or not last.entries):
            begun = last or Recommendation(location=block.location)
            made[-1:] = [replace(begun, entries=block.entries)]
        else:
            problems.append(Problem(block.location, "H003", "what recommendations cannot hold here", wanted))
    for one in made:
        if not one.lead and not one.entries:
            problems.append(Problem(one.location, "H003", f"nothing is recommended to {one.to!r}", wanted))
    return tuple(one for one in made if one.lead or one.entries)


def _entries(blocks: list[_Block], problems: list[Problem]) -> Iterator[Entry]:
    """The entries of a section that is one list without levels."""
    for place, block in enumerate(blocks):
        if isinstance(block, List) and not place:
            for entry in block.entries:
                if entry.blocks:
                    told = "more than one line in an entry"
                    problems.append(Problem(entry.location, "H002", told, "a list without levels"))
                yield replace(entry, blocks=())
        else:
            problems.append(Problem(block.location, "H002", "what this section cannot hold", "one list"))


def _implications(blocks: list[_Block], problems: list[Problem]) -> Iterator[Implication]:
    for entry in _entries(blocks, problems):
        heading, _, said = entry.text.rpartition(": ")
        if heading and said in {NONE, SEE_REPORT}:
            yield Implication(heading, said == NONE, entry.label, entry.location)
        else:
            wanted = f"- the heading: {NONE}, or - the heading: {SEE_REPORT}"
            problems.append(Problem(entry.location, "H004", f"no implication: {entry.text[:60]!r}", wanted))


def _rows(
    blocks: list[_Block], columns: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[tuple[str, ...], Location]]:
    """The rows of a section that is one table, each with its place."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and not place and block.header == columns:
            for number, row in zip(itertools.count(block.location.line + 2), block.rows, strict=False):
                if len(row) == len(columns):
                    yield row, Location(block.location.file, number, 1)
        else:
            wanted = f"one table, | {' | '.join(columns)} |"
            problems.append(Problem(block.location, "H005", "what this section cannot hold", wanted))


def _approval(row: tuple[str, ...], where: Location, problems: list[Problem]) -> Approval | None:
    role = next((role for role in _ROLES if role == row[0]), None)
    if role is None:
        problems.append(Problem(where, "H005", f"no role in an approval: {row[0]!r}", " or ".join(_ROLES)))
        return None
    sent, answered = (_day(cell, where, problems) for cell in row[4:])
    return Approval(role, row[1], row[2], row[3], sent, answered, where)


def _planned(row: tuple[str, ...], where: Location, problems: list[Problem]) -> Planned | None:
    if not any(row):
        problems.append(Problem(where, "H005", "a row without text", "a date, a title or both"))
        return None
    is_day = bool(_ISO.fullmatch(row[0]))
    day = _day(row[0], where, problems) if is_day else None
    return Planned(day, "" if is_day else row[0], row[1], row[2], row[3], where)


def _day(cell: str, where: Location, problems: list[Problem]) -> dt.date | None:
    """A cell that holds a date or nothing."""
    found: list[Problem] = []
    day = fields.date(Scalar(cell, where), found) if cell else None
    problems.extend(Problem(where, "H005", problem.message, problem.expected) for problem in found)
    return day
