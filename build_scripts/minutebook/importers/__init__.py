"""Foreign documents to minutes files. All guessing of Minutebook lives here, and each guess is reported.

A format reader makes one sequence of text blocks of a document; one engine reads the blocks. A new format is one module and
one line in ``FORMATS``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.identity import meeting_key
from minutebook.importers import engine, extracts, markdown, moderngov, own, pack, pdf, plain, registers, webpage, word
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import decode
from minutebook.importers.imported import Imported
from minutebook.importers.placing import Written, write_imported
from minutebook.importers.report import ReportLine
from minutebook.model import Body, Person
from minutebook.problems import Location, Problem
from minutebook.writing import write_meeting

__all__ = ["FORMATS", "Format", "Imported", "ReportLine", "Written", "import_document", "write_imported"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: how its files end, how its content is known whatever the file is called, and its reader."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], Reading | str]  # the blocks, or a sentence that says why there are none


def _text_reader(read: Callable[[str], Reading]) -> Callable[[bytes], Reading | str]:
    def from_bytes(content: bytes) -> Reading | str:
        text, said = decode(content)
        if not text:
            return said or "it is empty"
        reading = read(text)
        return replace(reading, report=(ReportLine(0, "inferred", said), *reading.report)) if said else reading

    return from_bytes


FORMATS = (
    Format("a PDF", (".pdf",), pdf.is_pdf, pdf.read),
    Format("a Word document", (".docx", ".docm", ".doc"), word.is_word, word.read),
    Format("ModernGov's web service", (".xml",), moderngov.recognises, moderngov.read),
    Format("a web page", (".html", ".htm", ".xhtml", ".mht", ".mhtml"), webpage.recognises, webpage.read),
    Format(
        "Markdown",
        (".md", ".markdown"),
        lambda content: markdown.is_markdown(decode(content)[0]),
        _text_reader(markdown.read),
    ),
    Format("plain text", (".txt", ".text"), lambda _: True, _text_reader(plain.read)),
)
"""The formats that can be imported, in the order in which they are tried: content decides, not the file's name."""


def import_document(
    name: str,
    content: bytes,
    *,
    words: Collection[str],
    today: dt.date,
    bodies: Sequence[Body] = (),
    people: Sequence[Person] = (),
    archive: bool = False,
) -> tuple[Imported, ...]:
    """Read the minutes in one document, one result a meeting; nothing is written. ``name`` is the file's, without folders.

    ``words`` are the operative words of the council (``reading.operative_words``), ``bodies`` and ``people`` its
    registers. The minutes' date of publication is ``today``, or with ``archive`` the meeting's own. What cannot be read
    is a result with problems; there is always one result at least.
    """
    if own.is_minutes_file(content):
        return (own.read(name, content, words, bodies, people),)
    form = next(form for form in FORMATS if form.recognises(content))
    reading = form.read(content)
    if isinstance(reading, str):
        return (_refused(Location(name), "I001", reading, "minutes as text or Markdown"),)
    known = [known for body in bodies for known in (body.name, *body.aliases)]
    found = pack.split(reading, known)
    drafts: list[engine.Draft] = []
    refused: list[Imported] = []
    for part in found.parts:
        draft = engine.draft(part.reading, words, known, extract=part.extract)
        if isinstance(draft, engine.Draft):
            drafts.append(draft)
        else:
            line = part.reading.blocks[0].line if len(found.parts) > 1 else 1
            refused.append(_refused(Location(name, line), "I002", draft.message, draft.expected))
    digest = hashlib.sha256(content).hexdigest()
    merged = [_stamped(draft, name, digest, None if archive else today) for draft in extracts.merge(drafts)]
    made = list(_registered(merged, form.name, bodies, people))
    if made and found.report:
        made[0] = replace(made[0], report=(*found.report, *made[0].report))
    return (*made, *refused)


def _stamped(draft: engine.Draft, name: str, digest: str, published: dt.date | None) -> engine.Draft:
    """A draft with the document that it comes from and the day of its publication, its own where none is given."""
    source = replace(draft.meeting.source, file=name, sha256=digest)
    meeting = replace(draft.meeting, published=published or draft.meeting.date, source=source)
    return replace(draft, meeting=meeting)


def _registered(
    drafts: Iterable[engine.Draft], form: str, bodies: Sequence[Body], people: Sequence[Person]
) -> Iterator[Imported]:
    """Each draft as it is imported. Whom one of them adds to the registers, the next ones know."""
    known, new_people = tuple(bodies), tuple[Person, ...]()
    for draft in drafts:
        body = registers.body_of(draft.meeting.body, known)
        known = known if body in known else (*known, body)
        meeting = replace(draft.meeting, body=body.id)
        new = registers.new_people(meeting, (*people, *new_people))
        new_people = (*new_people, *new.people)
        yield Imported(
            source=meeting.source.file, format=form, path=f"content/minutes/{meeting.body}/{meeting_key(meeting)}.md",
            text=write_meeting(meeting), meeting=meeting, bodies=() if body in bodies else (body,),
            people=registers.named_among(meeting, new_people), report=(*draft.report, *new.report),
        )  # fmt: skip


def _refused(where: Location, code: str, message: str, expected: str) -> Imported:
    return Imported(
        where.file, problems=(Problem(where, code, f"this document cannot be imported: {message}", expected),)
    )
