"""Foreign documents to minutes and agenda files. All guessing of Minutebook lives here, and each guess is reported.

A format reader makes one sequence of text blocks of a document; one engine reads the blocks. A new format is one module and
one line in ``FORMATS``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from minutebook.agenda_model import Agenda
from minutebook.identity import agenda_id, meeting_key, report_path
from minutebook.importers import (
    agenda,
    contents,
    engine,
    extracts,
    markdown,
    marks,
    moderngov,
    own,
    pdf,
    plain,
    registers,
    reports,
    webpage,
    word,
)
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import decode
from minutebook.importers.imported import Imported, Stated, Todo
from minutebook.importers.placing import Written, write_imported
from minutebook.importers.report import ReportLine
from minutebook.model import Body, Person, Source
from minutebook.problems import Location, Problem
from minutebook.writing import write_agenda, write_meeting, write_report

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "UNREADABLE",
    "Format",
    "Imported",
    "ReportLine",
    "Stated",
    "Written",
    "import_document",
    "write_imported",
]

_NOTHING = Stated()
_READABLE = "minutes as text, Markdown, PDF, Word (.docx), a web page or ModernGov XML"


def _silent(_: str) -> None:
    """Told of progress, say nothing."""


class _Reader(Protocol):
    def __call__(self, content: bytes, told: Callable[[str], None] = ..., /) -> Reading | str: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: how its files end, how its content is known whatever the file is called, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: _Reader  # the blocks, or a sentence that says why there are none; it may tell how far it has come


def _at_once(read: Callable[[bytes], Reading | str]) -> _Reader:
    return lambda content, _=_silent: read(content)


def _text_reader(read: Callable[[str], Reading]) -> _Reader:
    def from_bytes(content: bytes) -> Reading | str:
        text, said = decode(content)
        if not text:
            return said or "it is empty"
        reading = read(text)
        return replace(reading, report=(ReportLine(0, "inferred", said), *reading.report)) if said else reading

    return _at_once(from_bytes)


FORMATS = (
    Format("a PDF", (".pdf",), pdf.is_pdf, pdf.read),
    Format("a Word document", (".docx", ".docm", ".dotx", ".dotm", ".doc"), word.is_word, _at_once(word.read)),
    Format("ModernGov's web service", (".xml",), moderngov.recognises, _at_once(moderngov.read)),
    Format("a web page", (".html", ".htm", ".xhtml", ".mht", ".mhtml"), webpage.recognises, _at_once(webpage.read)),
    Format(
        "Markdown",
        (".md", ".markdown"),
        lambda content: markdown.is_markdown(decode(content)[0]),
        _text_reader(markdown.read),
    ),
    Format("plain text", (".txt", ".text"), lambda _: True, _text_reader(plain.read)),
)
"""The formats that can be imported, in the order in which they are tried: content decides, not the file's name."""
SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)
"""How the names of documents end: what is looked for below a folder."""
UNREADABLE = (".odt", ".fodt", ".rtf", ".wpd", ".pages")
"""How the names of documents end that cannot be read, but may hold minutes: below a folder they are refused, not passed over."""


def import_document(
    name: str,
    content: bytes,
    *,
    words: Collection[str],
    today: dt.date,
    bodies: Sequence[Body] = (),
    people: Sequence[Person] = (),
    archive: bool = False,
    stated: Stated = _NOTHING,
    progress: Callable[[str], None] = _silent,
) -> tuple[Imported, ...]:
    """Read the minutes, the agenda and the attached reports in one document, one result each and in that order; nothing is
    written.

    ``name`` is the file's, without folders. ``words`` are the operative words of the council (``reading.operative_words``),
    ``bodies`` and ``people`` its registers, ``stated`` what is known of the document's one meeting beside its words. The date
    of publication is ``today``, or with ``archive`` the meeting's own. ``progress`` hears how far a long document is read. What
    cannot be read is a result with problems; there is always one result at least.
    """
    if own.is_minutes_file(content):
        if stated != _NOTHING:
            return (
                _refused(Location(name), "I006", "it says its own body and date", "a file without --body and --date"),
            )
        return (own.read(name, content, words, bodies, people),)
    form = next(form for form in FORMATS if form.recognises(content))
    reading = form.read(content, progress)
    if isinstance(reading, str):
        return (_refused(Location(name), "I001", reading, _READABLE),)
    known = [known for body in bodies for known in (body.name, *body.aliases)]
    found = contents.read(reading, words, known, stated)
    count = len(found.drafts) + (found.called is not None)
    if stated != _NOTHING and count > 1:
        told = f"it holds the papers of {count} meetings, and --body and --date are those of one"
        return (_refused(Location(name), "I006", told, "the document without --body and --date"),)
    source = Source(file=name, sha256=hashlib.sha256(content).hexdigest())
    stamped = [_stamped(draft, source, None if archive else today) for draft in extracts.merge(found.drafts)]
    called = _stamped_agenda(found.called, source, None if archive else today) if found.called else None
    made = list(_registered(stamped, called, form.name, bodies, people))
    if called and (record := made[-1].agenda):
        made.extend(_sheets(found.attached, record, form.name))
    if made:
        made[0] = replace(made[0], report=(*found.report, *made[0].report))
    refused = (_refused(Location(name, line), "I002", one.message, one.expected) for line, one in found.refusals)
    return (*made, *refused)


def _stamped(draft: engine.Draft, source: Source, published: dt.date | None) -> engine.Draft:
    """A draft with the document that it comes from and the day of its publication, its own where none is given."""
    draft = marks.with_marks(draft)
    own_source = replace(draft.meeting.source, file=source.file, sha256=source.sha256)
    return replace(draft, meeting=replace(draft.meeting, published=published or draft.meeting.date, source=own_source))


def _stamped_agenda(draft: agenda.AgendaDraft, source: Source, published: dt.date | None) -> agenda.AgendaDraft:
    """The same of an agenda, whose own day is that of its notice where one is known."""
    draft = marks.with_agenda_marks(draft)
    called = draft.agenda
    own_source = replace(called.source, file=source.file, sha256=source.sha256)
    day = published or called.notice or called.date
    return replace(draft, agenda=replace(called, published=day, source=own_source))


def _registered(
    drafts: Iterable[engine.Draft],
    called: agenda.AgendaDraft | None,
    form: str,
    bodies: Sequence[Body],
    people: Sequence[Person],
) -> Iterator[Imported]:
    """Each draft as it is imported. Whom one of them adds to the registers, the next ones know."""
    known, new_people, todos = tuple(bodies), tuple[Person, ...](), tuple[Todo, ...]()
    for draft in drafts:
        body = registers.body_of(draft.meeting.body, known)
        doubts = registers.doubts_of(body, known)
        known = known if body in known else (*known, body)
        meeting = replace(draft.meeting, body=body.id)
        new = registers.new_people(meeting, (*people, *new_people))
        new_people, todos = (*new_people, *new.people), (*todos, *doubts, *new.todos)
        named = registers.named_among(meeting, new_people)
        yield Imported(
            source=meeting.source.file, format=form, path=f"content/minutes/{meeting.body}/{meeting_key(meeting)}.md",
            text=write_meeting(meeting), meeting=meeting, bodies=() if body in bodies else (body,), people=named,
            report=(*draft.report, *registers.said_of(doubts), *new.report), todos=todos,
        )  # fmt: skip
    if called:
        body = registers.body_of(called.agenda.body, known)
        doubts = registers.doubts_of(body, known)
        record = replace(called.agenda, body=body.id)
        new = registers.called_people(record, (*people, *new_people))
        yield Imported(
            source=record.source.file, format=form, path=f"content/agendas/{agenda_id(record)}.md",
            text=write_agenda(record), agenda=record, bodies=() if body in bodies else (body,), people=new.people,
            report=(*called.report, *registers.said_of(doubts), *new.report), todos=(*todos, *doubts, *new.todos),
        )  # fmt: skip


def _sheets(attached: Sequence[reports.ReportDraft], called: Agenda, form: str) -> Iterator[Imported]:
    """Each report with the body, the day and the document of the agenda that it is attached to."""
    for draft in attached:
        lines = draft.report.source.lines
        sheet = replace(
            draft.report,
            body=called.body,
            published=called.published,
            source=replace(called.source, title="", lines=lines),
        )
        yield Imported(
            source=called.source.file, format=form, path=report_path(sheet), text=write_report(sheet), sheet=sheet,
            report=draft.said,
        )  # fmt: skip


def _refused(where: Location, code: str, message: str, expected: str) -> Imported:
    return Imported(
        where.file, problems=(Problem(where, code, f"this document cannot be imported: {message}", expected),)
    )
