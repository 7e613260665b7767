"""``content/`` to a Book: exact, without guessing, and with every problem in its place. Reading never writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from minutebook.agenda_model import Agenda
from minutebook.council_model import Council
from minutebook.identity import agenda_id, agenda_item_id, report_item_id, report_meeting_id
from minutebook.lasting_model import Redirect, Withdrawal
from minutebook.model import Asset, Body, Book, HandPage, Meeting, Person, Todo
from minutebook.problems import Location, Problem, in_order
from minutebook.reading import todos
from minutebook.reading.agendas import read_agenda
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.finding import AGENDAS, MINUTES, REPORTS, asset_paths, page_paths, record_paths
from minutebook.reading.lasting import check_lasting, read_redirects, read_withdrawals
from minutebook.reading.minutes import read_meeting
from minutebook.reading.pages import read_page
from minutebook.reading.registers import read_bodies, read_council, read_people
from minutebook.reading.reports import read_report
from minutebook.report_model import Report
from minutebook.source import Text, decode


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and all that is wrong with it. ``book`` is None only where ``council.yaml`` could not be read."""

    book: Book | None
    problems: tuple[Problem, ...]


def operative_words(council: Council | None) -> tuple[str, ...]:
    """The words that open a decision when they are bold: those of the format and those of the council."""
    return OPERATIVE_WORDS + (council.operative_words if council else ())


@dataclass(frozen=True, slots=True)
class _Said:
    """What reading finds besides the records: ``bodies`` is the register's ids, None where it cannot be read."""

    bodies: set[str] | None
    problems: list[Problem]
    marks: list[Todo]


Record = Meeting | Agenda | Report
"""What one minutes, agenda or report file holds."""

_Record = TypeVar("_Record", Meeting, Agenda, Report)


def read_book(root: Path) -> Reading:
    """Read a council's project: ``root`` is the folder that holds ``content/``."""
    problems: list[Problem] = []
    marks: list[Todo] = []
    council, bodies, people = read_registers(root, problems, marks)
    words = operative_words(council)
    spoiled = any(problem.location.file == "content/bodies.yaml" for problem in problems)
    known = None if spoiled else {body.id for body in bodies}  # one broken register is one problem, not one a meeting
    said = _Said(known, problems, marks)
    meetings = tuple(_records(root, MINUTES, lambda text: read_meeting(text, words), said))
    agendas = sorted(
        _records(root, AGENDAS, read_agenda, said), key=lambda agenda: (agenda.date, agenda.body, agenda.sequence)
    )
    reports = sorted(
        _records(root, REPORTS, read_report, said), key=lambda one: (one.date, one.body, one.sequence, one.number)
    )
    _check_items(reports, agendas, problems)
    pages, assets = tuple(_pages(root, problems)), tuple(_assets(root, problems))
    ordered = tuple(sorted(meetings, key=lambda meeting: (meeting.date, meeting.body, meeting.sequence)))
    redirects, withdrawals = _lasting(root, problems)
    if council is None:
        return Reading(None, in_order(problems))
    book = Book(
        council, bodies, people, ordered, pages, assets, tuple(agendas), tuple(marks), tuple(reports),
        redirects, withdrawals,
    )  # fmt: skip
    check_lasting(book, problems)
    return Reading(book, in_order(problems))


def _lasting(root: Path, problems: list[Problem]) -> tuple[tuple[Redirect, ...], tuple[Withdrawal, ...]]:
    """What became of ids that were published before; most councils have neither file."""
    files = {name: f"content/{name}.yaml" for name in ("redirects", "withdrawals")}
    texts = {name: _text(root, file, problems) for name, file in files.items() if (root / file).exists()}
    old, gone = texts.get("redirects"), texts.get("withdrawals")
    return read_redirects(old, problems) if old else (), read_withdrawals(gone, problems) if gone else ()


def read_registers(
    root: Path, problems: list[Problem], marks: list[Todo] | None = None
) -> tuple[Council | None, tuple[Body, ...], tuple[Person, ...]]:
    """The three registers of a project; an absent or unreadable one is a problem. ``marks`` takes the questions left open."""
    texts = {name: _text(root, f"content/{name}.yaml", problems) for name in ("council", "bodies", "people")}
    if marks is not None:
        marks.extend(todo for text in texts.values() if text for todo in todos.find(text))
    council = read_council(texts["council"], problems) if texts["council"] else None
    bodies = read_bodies(texts["bodies"], problems) if texts["bodies"] else ()
    people = read_people(texts["people"], {body.id for body in bodies}, problems) if texts["people"] else ()
    return council, bodies, people


def record_files(root: Path, problems: list[Problem]) -> tuple[str, ...]:
    """All minutes files of a project, then its agenda files, then its report files, each as a path from the project's root."""
    return tuple(path for folder in (MINUTES, AGENDAS, REPORTS) for path in record_paths(root, folder, problems))


def read_record(root: Path, path: str, words: tuple[str, ...]) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read one minutes, agenda or report file; ``path`` is from the project's root, and its folders say which of the three."""
    problems: list[Problem] = []
    text = _text(root, path, problems)
    if text is None:
        return None, tuple(problems)
    record, found = _reader(path, words)(text)
    return record, (*problems, *found)


def _reader(path: str, words: tuple[str, ...]) -> Callable[[Text], tuple[Record | None, tuple[Problem, ...]]]:
    match PurePosixPath(path).parts:
        case (*_, "reports", _, _, _):
            return read_report
        case (*_, "agendas", _, _):
            return read_agenda
        case _:
            return lambda text: read_meeting(text, words)


def _records(
    root: Path, folder: str, read: Callable[[Text], tuple[_Record | None, tuple[Problem, ...]]], said: _Said
) -> Iterator[_Record]:
    """What the files of a folder hold, in order; what is wrong with them, and what they leave open, is added to ``said``."""
    for path in record_paths(root, folder, said.problems):
        text = _text(root, path, said.problems)
        if text is None:
            continue
        said.marks.extend(todos.find(text))
        record, found = read(text)
        said.problems.extend(found)
        if record is not None:
            _check_body(record, said.bodies, said.problems)
            yield record


def _check_items(reports: list[Report], agendas: list[Agenda], problems: list[Problem]) -> None:
    """A report is attached to an item that the agenda has. Where an agenda cannot be read, that is problem enough."""
    if any(problem.location.file.startswith(f"{AGENDAS}/") and problem.severity == "error" for problem in problems):
        return
    known = {
        agenda_item_id(agenda, item, part)
        for agenda in agendas
        for item in agenda.items
        for part in (None, *item.items)
    }
    called = {agenda_id(agenda) for agenda in agendas}
    for report in reports:
        if not report.item or report_item_id(report) in known:
            continue
        if report_meeting_id(report) in called:
            told, wanted = (
                f"the agenda of this meeting has no item {report.item!r}",
                "the id of one of its items (7, 10/a)",
            )
        else:
            told, wanted = "this meeting has no agenda file", f"{AGENDAS}/{report_meeting_id(report)}.md"
        problems.append(Problem(report.location, "H006", told, f"{wanted}, or no item: here"))


def _check_body(read: Record, bodies: set[str] | None, problems: list[Problem]) -> None:
    if bodies is not None and read.body not in bodies:
        told = f"the body {read.body!r} is not in content/bodies.yaml"
        problems.append(Problem(read.location, "R002", told, "an id that stands there"))


def _pages(root: Path, problems: list[Problem]) -> Iterator[HandPage]:
    for path in page_paths(root, problems):
        text = _text(root, path, problems)
        page = read_page(text, problems) if text else None
        if page is not None:
            yield page


def _assets(root: Path, problems: list[Problem]) -> Iterator[Asset]:
    for path in asset_paths(root):
        content = _bytes(root, path, problems)
        if content is not None:
            yield Asset(path.removeprefix("content/"), content)


def _text(root: Path, path: str, problems: list[Problem]) -> Text | None:
    content = _bytes(root, path, problems)
    if content is None:
        return None
    text, found = decode(content, path)
    problems.extend(found)
    return text


def _bytes(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except OSError as error:
        problems.append(Problem(Location(path), "F006", f"cannot read the file: {error.strerror}", "a file to read"))
        return None
