"""Who wrote a report, and who contributed to it and approved it. Addresses and telephone numbers are left out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minutebook.importers import dates
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.reports.front import Answers, text
from minutebook.problems import Location
from minutebook.report_model import Approval, ApprovalRole, Author

_CONTACT = re.compile(
    r"\S+@\S+|\(?\+?\d[\d ()-]{7,}\d|\b(?:tel|telephone|e-?mail|phone|ext|mobile)\b\.?:?.*", re.IGNORECASE
)
_LABEL = re.compile(r"(?:report authors?|name(?: and job title)?|author|officer)\s*:\s*", re.IGNORECASE)
_CELL = re.compile(
    r"\bname: (?P<name>.{2,80}?) (?:job )?title: (?P<job>.{2,160}?)(?: service area: (?P<area>.{2,160}?))?(?: (?:tel|e-?mail|contact)\b.*)?$",
    re.IGNORECASE,
)
_LONGEST = 400
"""Characters of a line with a name and an office, at the most."""
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*\s+){1,3}[A-Z][\w'’-]+(?:\s+(?:OBE|MBE|CBE))?")
_HEAD = re.compile(r"contributors?\b.*|names? of contributors?.*|consultees?\b.*", re.IGNORECASE)
_COLUMNS = (
    ("name", r".*\b(?:contributor|approver|consultee|officer|name)\b.*"),
    ("job", r".*\b(?:title|post|position|role)\b.*"),
    ("area", r".*\b(?:service|directorate|department)\b.*"),
    ("sent", r".*\b(?:sent|issued|consulted)\b.*"),
    ("answered", r".*\b(?:response|responded|answer(?:ed)?|received|approved|cleared|returned)\b.*"),
)
_APPROVERS = re.compile(r"(?:names? of )?approvers?\b.*|approved by\b.*|cleared by\b.*", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:(?:finance|legal|director|members?|hr|human resources|procurement|other)\s*:\s*)?(?:names?\b:?\s+)?",
    re.IGNORECASE,
)


def authors(found: Answers, blocks: Sequence[TextBlock], *, is_note: bool) -> tuple[Author, ...]:
    """The authors: of the label, with "Prepared by"; else those who sign a note above their address. ``blocks`` are the report's."""
    cells = tuple(_in_cells(blocks))
    if cells:
        return cells
    lines = [
        line for block in found.get("author", ()) for line in [_bare(printed(block))] if line and block.kind != "row"
    ]
    made = [_author(lines, text(found, "job_title"), text(found, "service_area"))] if lines else []
    prepared = _bare(text(found, "prepared_by"))
    made += [_author([prepared], "", "")] if prepared else []
    return tuple(made) or (tuple(_signed(blocks)) if is_note else ())


def _in_cells(blocks: Sequence[TextBlock]) -> Iterator[Author]:
    """Several authors side by side, a cell for each."""
    for block in blocks:
        if block.kind == "row" and re.match(r"report authors?\b", block.cells[0].strip(), re.IGNORECASE):
            for cell in block.cells:
                match = _CELL.search(cell[: 2 * _LONGEST])
                if match:
                    yield Author(match["name"], match["job"], match["area"] or "")


def _author(lines: Sequence[str], job: str, area: str) -> Author:
    """A name, then the job title, on one line or several."""
    name, _, rest = lines[0].partition(", ")
    after = [part for part in (rest, *lines[1:]) if part]
    return Author(name, _bare(job) or ", ".join(after[:3]), _bare(area))


def _signed(blocks: Sequence[TextBlock]) -> Iterator[Author]:
    """One who signs a note: a name, an office, then a telephone number or address."""
    for place, block in enumerate(blocks):
        if not re.fullmatch(r"\S+@\S+|\(?\+?\d[\d ()-]{7,}\d", block.text.strip()) or place < 2:
            continue
        name, job = blocks[place - 2], blocks[place - 1]
        if _NAME.fullmatch(name.text.strip()) and not name.label and 0 < len(job.text) <= 120 and not job.label:
            yield Author(name.text.strip(), _bare(job.text))
            return


def _bare(line: str) -> str:
    """A line without its label, telephone numbers and addresses; a text that is no line of a name is none."""
    if len(line) > _LONGEST:
        return ""
    return " ".join(_CONTACT.sub("", _LABEL.sub("", line)).split()).strip(" ,;:–-()")


def approvals(blocks: Sequence[TextBlock]) -> tuple[Approval, ...]:
    """Contributors and approvers, from the table at the end of a report."""
    head = next((place for place, block in enumerate(blocks) if _columns(block)), None)
    return tuple(_people(blocks[head + 1 :], _columns(blocks[head]))) if head is not None else ()


def _columns(block: TextBlock) -> tuple[str, ...]:
    """What each column of a table of approvals is; empty where a row is no head of one."""
    if len(block.cells) < 3 or not re.search(r"contributor|approver|consultee", block.cells[0], re.IGNORECASE):
        return ()
    names: list[str] = []
    for cell in block.cells:
        kinds = (name for name, form in reversed(_COLUMNS) if re.fullmatch(form, cell, re.IGNORECASE))
        names.append(next((name for name in kinds if name not in names), ""))
    return tuple(names) if {"name", "sent"} <= set(names) or {"name", "answered"} <= set(names) else ()


def _people(blocks: Sequence[TextBlock], columns: Sequence[str]) -> Iterator[Approval]:
    role: ApprovalRole = "contributor"
    for block in blocks:
        said = block.cells[0] if block.cells else printed(block)
        alone = not any(cell.strip(" -") for cell in block.cells[1:])
        if alone and (_APPROVERS.fullmatch(said) or _HEAD.fullmatch(said)):
            role = "approver" if _APPROVERS.fullmatch(said) else "contributor"
        elif _columns(block):
            continue
        elif len(block.cells) == len(columns) and not alone:
            cells = dict(zip(columns, (cell.strip() for cell in block.cells), strict=True))
            yield Approval(
                role, _OFFICE.sub("", cells["name"], count=1), _said(cells, "job"), _said(cells, "area"),
                _day(cells.get("sent", "")), _day(cells.get("answered", "")), Location("", block.line),
            )  # fmt: skip
        elif not block.cells and len(said) > 60:
            return


def _said(cells: dict[str, str], name: str) -> str:
    said = cells.get(name, "").strip()
    return "" if said in {"-", "–", "—"} else said


def _day(cell: str) -> dt.date | None:
    found = list(dates.dates_in(cell))
    return found[0].date if len(found) == 1 else None
