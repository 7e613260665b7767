"""Foreign documents to minutes files. All guessing of Minutebook lives here, and each guess is reported.

A format reader makes one sequence of text blocks of a document; one engine reads the blocks. A new format is one module and
one line in ``FORMATS``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from minutebook.identity import meeting_key
from minutebook.importers import engine, markdown, own, plain, registers
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
) -> Imported:
    """Read the minutes in one document; nothing is written. ``name`` is the file's name, without its folders.

    ``words`` are the operative words of the council (``reading.operative_words``), ``bodies`` and ``people`` its
    registers. The minutes' date of publication is ``today``, or with ``archive`` the meeting's own.
    """
    if own.is_minutes_file(content):
        return own.read(name, content, words, bodies, people)
    form = next(form for form in FORMATS if form.recognises(content))
    reading = form.read(content)
    if isinstance(reading, str):
        return _refused(name, "I001", reading, "minutes as text or Markdown")
    draft = engine.draft(reading, words, [known for body in bodies for known in (body.name, *body.aliases)])
    if isinstance(draft, engine.Refusal):
        return _refused(name, "I002", draft.message, draft.expected)
    body = registers.body_of(draft.meeting.body, bodies)
    source = replace(draft.meeting.source, file=name, sha256=hashlib.sha256(content).hexdigest())
    published = draft.meeting.date if archive else today
    meeting = replace(draft.meeting, body=body.id, published=published, source=source)
    new = registers.new_people(meeting, people)
    return Imported(
        source=name, format=form.name, path=f"content/minutes/{meeting.body}/{meeting_key(meeting)}.md", text=write_meeting(meeting),
        meeting=meeting, bodies=() if body in bodies else (body,), people=new.people, report=(*draft.report, *new.report),
    )  # fmt: skip


def _refused(name: str, code: str, message: str, expected: str) -> Imported:
    return Imported(
        name, problems=(Problem(Location(name), code, f"this document cannot be imported: {message}", expected),)
    )
