"""A report file to a Report: front matter, then the sections that ``reading.report_sections`` reads.

Codes: S…, F001 to F005 as in minutes files, M… for lists and tables, H001 to H005 of ``reading.report_sections``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import cast, get_args

from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.reading.minutes import read_source
from minutebook.reading.report_sections import read_sections
from minutebook.report_model import Author, Report, ReportKind, Stop
from minutebook.source import Document, Node, Text, split_document

KEYS = (
    "body", "date", "item", "section", "kind", "title", "published", "reviewed", "source", "cabinet_member", "director", "wards",
    "key_decision", "key_decision_reason", "route", "scrutiny", "other_bodies", "council", "authors", "municipal_year",
    "version",
)  # fmt: skip
REQUIRED = ("body", "date", "title", "reviewed")
KINDS = cast("tuple[ReportKind, ...]", get_args(ReportKind))
ANSWERS = {"yes": True, "no": False}

_FOLDER = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(?:-(?P<sequence>[2-9]|[1-9]\d))?", re.ASCII)
_NAME = re.compile(r"(?P<number>[1-9]\d{0,3})\.md", re.ASCII)
_ITEM = r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)?"


def read_report(text: Text) -> tuple[Report | None, tuple[Problem, ...]]:
    """Read one report file; its path says body, date, sequence and number: ``…/<body>/<date>[-<sequence>]/<number>.md``.

    A Report is returned as soon as body and date are known; nothing is published while there are errors.
    """
    document, found = split_document(text)
    problems = list(found)
    if document is None or any(problem.code.startswith("S") for problem in problems):
        return None, tuple(problems)
    if document.front is None:
        where = Location(text.file, 1, 1)
        problems.append(Problem(where, "S003", "the file has no front matter", "a line --- and the report's keys"))
        return None, tuple(problems)
    report = _report(document, document.front, problems)
    return report, tuple(problems)


def _report(document: Document, front: Node, problems: list[Problem]) -> Report | None:
    where = Location(document.file, 1, 1)
    found = fields.keyed(front, KEYS, REQUIRED, where, problems)
    body, date = fields.text(found.get("body"), problems), fields.date(found.get("date"), problems)
    sequence, number = _check_path(document.file, body, date, found, problems)
    sections = read_sections(document, problems)
    report = Report(
        body=body,
        date=date or dt.date.min,
        number=number,
        sequence=sequence,
        item=fields.pattern(found.get("item"), _ITEM, "the id of an item of the agenda: 7, 10/a", problems),
        section=fields.choice(found.get("section"), ("public", "private"), "public", problems),
        kind=fields.choice(found.get("kind"), KINDS, "report", problems),
        title=fields.text(found.get("title"), problems),
        published=fields.date(found.get("published"), problems),
        reviewed=fields.truth(found.get("reviewed"), problems),
        source=read_source(found.get("source"), problems),
        cabinet_member=fields.text(found.get("cabinet_member"), problems),
        director=fields.text(found.get("director"), problems),
        wards=fields.text(found.get("wards"), problems),
        key_decision=ANSWERS[fields.choice(found.get("key_decision"), ANSWERS, "no", problems)]
        if "key_decision" in found
        else None,
        key_decision_reason=fields.text(found.get("key_decision_reason"), problems),
        route=_route(found.get("route"), problems),
        scrutiny=fields.text(found.get("scrutiny"), problems),
        other_bodies=fields.text(found.get("other_bodies"), problems),
        council=fields.text(found.get("council"), problems),
        authors=_authors(found.get("authors"), problems),
        municipal_year=fields.pattern(
            found.get("municipal_year"), r"\d{4}(?:/\d{2})?", "a municipal year, 2026/27", problems
        ),
        version=fields.date(found.get("version"), problems),
        recommendations=sections.recommendations,
        appendices=sections.appendices,
        background_papers=sections.background_papers,
        other_documents=sections.other_documents,
        implications=sections.implications,
        approvals=sections.approvals,
        programme=sections.programme,
        location=found["title"].location if "title" in found else where,
    )
    return report if body and date and report.title else None


def _check_path(
    file: str, body: str, date: dt.date | None, found: dict[str, Node], problems: list[Problem]
) -> tuple[int, int]:
    """Sequence and number, which folder and name say; what contradicts the front matter is a problem."""
    parts = file.split("/")
    folder = _FOLDER.fullmatch(parts[-2]) if len(parts) > 1 else None
    name = _NAME.fullmatch(parts[-1])
    if folder is None or name is None:
        wanted = "<date>/<number>.md, such as 2025-11-04/1.md"
        problems.append(Problem(Location(file), "F005", f"the name {'/'.join(parts[-2:])!r} is no report's", wanted))
    elif date and folder["date"] != date.isoformat():
        told = f"the date is {date.isoformat()}, but the folder is called {parts[-2]}"
        problems.append(Problem(found["date"].location, "F005", told, "the same date in both"))
    if body and len(parts) > 2 and parts[-3] != body:
        told = f"the body is {body!r}, but the file is in the folder {parts[-3]!r}"
        problems.append(Problem(found["body"].location, "F005", told, "the same body in both"))
    return int((folder and folder["sequence"]) or 1), int(name["number"]) if name else 1


def _route(node: Node | None, problems: list[Problem]) -> tuple[Stop, ...]:
    stops = []
    for item in fields.items(node, problems):
        found = fields.keyed(item, ("body", "date"), ("body",), item.location, problems)
        body, date = fields.text(found.get("body"), problems), fields.date(found.get("date"), problems)
        if body:
            stops.append(Stop(body, date))
    return tuple(stops)


def _authors(node: Node | None, problems: list[Problem]) -> tuple[Author, ...]:
    authors = []
    for item in fields.items(node, problems):
        found = fields.keyed(item, ("name", "job_title", "service_area"), (), item.location, problems)
        author = Author(*(fields.text(found.get(key), problems) for key in ("name", "job_title", "service_area")))
        if author.name or author.job_title:
            authors.append(author)
        else:
            problems.append(
                Problem(item.location, "F002", "an author without name and job title", "name: or job_title:")
            )
    return tuple(authors)
