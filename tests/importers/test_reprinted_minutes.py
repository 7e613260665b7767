"""The minutes of the council that ships, printed as other councils print theirs, come back as the meetings they were."""

from __future__ import annotations

import datetime as dt
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from minutebook.importers import import_document
from minutebook.model import (
    BULLET,
    Decision,
    List,
    Note,
    Paragraph,
    Quotation,
    Subheading,
    Table,
    Vote,
)
from minutebook.names import fold
from minutebook.reading import read_book
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.text import item_text, opening, vote_line_text

BOOK = read_book(Path(__file__).resolve().parents[2]).book
NAMES = {body.id: body.name for body in BOOK.bodies}
MEETINGS = [one for one in BOOK.meetings if one.items and one.start and all(item.number for item in one.items)]


@dataclass(frozen=True)
class Style:
    """How a council prints: the width of its lines, whether lists are indented, its bullet, and what bold looks like."""

    width: int = 85
    indents: bool = True
    bullet: str = "•"
    bold: str = ""
    between: str = "; "


STYLES = {
    "wrapped": Style(),
    "wrapped narrow, lists not indented": Style(72, indents=False, bullet="\uf0b7"),
    "a paragraph a line": Style(10_000, bullet="-", between=", "),
    "Markdown": Style(10_000, indents=False, bullet="-", bold="**"),
}


def wrapped(text, style, indent="", narrower=0):
    lines = textwrap.wrap(
        text, style.width - narrower, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip
    return "\n".join(lines)


def entries(found, style, depth=1):
    indent = "    " * depth if style.indents else ""
    for entry in found:
        label = style.bullet if entry.label == BULLET else entry.label
        yield wrapped(f"{label} {entry.text}", style, indent, 10)
        for block in entry.blocks:
            if isinstance(block, List):
                yield from entries(block.entries, style, depth + 1)
            else:
                yield wrapped(block.text, style, indent, 10)


def blocks(found, style):
    for block in found:
        match block:
            case Paragraph(text=text):
                yield wrapped(text, style)
            case Subheading(text=text):
                yield f"{style.bold}{text}{style.bold}"
            case Note(text=text):
                yield wrapped(f"Note: {text}", style)
            case List(entries=inner):
                yield from entries(inner, style)
            case Decision(clauses=inner):
                yield style.bold + wrapped(opening(block), style) + style.bold
                yield from entries(inner, style)
            case Quotation(blocks=inner):
                yield from blocks(inner, style)
            case Table(header=header, rows=rows):
                yield "\n".join("\t".join(cells) for cells in (header, *rows) if any(cells))
            case Vote(lines=lines):
                yield "Recorded vote"
                yield from (f"{style.bullet} {vote_line_text(line)}" for line in lines)


def printed(meeting, style):
    day = f"{meeting.date:%A}, {meeting.date.day} {meeting.date:%B %Y}"
    yield f"{style.bold}Minutes of the Meeting of {NAMES[meeting.body]} held at {meeting.start:%H:%M} on {day}{style.bold}"
    for group in meeting.attendance:
        people = style.between.join(one.printed for one in group.people)
        yield wrapped(f"{group.name}: {people}".strip(), style)
        for place in group.departments:
            yield wrapped(f"{place.name}: {style.between.join(one.printed for one in place.people)}", style)
    if meeting.apologies:
        yield wrapped("Apologies: " + style.between.join(one.printed for one in meeting.apologies), style)
    section = None
    for item in meeting.items:
        if item.section != section:
            section = item.section
            yield f"{section.capitalize()} business"
        yield wrapped(f"{style.bold}{item.number}. {item.title}{style.bold}", style)
        yield from blocks(item.blocks, style)
    if meeting.end:
        yield f"(Meeting closed at {meeting.end:%H:%M})"


def told(meeting):
    """What a reader of the record relies on."""
    return {
        "head": (meeting.body, meeting.date, meeting.start, meeting.end),
        "people": (meeting.attendance, meeting.apologies),
        "items": [(item.number, item.title, item.section) for item in meeting.items],
        "decisions": [[block for block in item.blocks if isinstance(block, Decision)] for item in meeting.items],
        "words": [" ".join(item_text(item).replace("|", " ").split()) for item in meeting.items],
    }


def reprinted(meeting, style):
    document = "\n\n".join(printed(meeting, style))
    [result] = import_document(
        "minutes.txt", document.encode(), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5), bodies=BOOK.bodies, people=BOOK.people
    )  # fmt: skip
    return result


@pytest.mark.parametrize("number", range(len(MEETINGS)))
def test_a_meeting_comes_back_from_print(number):
    name = list(STYLES)[number % len(STYLES)]
    result = reprinted(MEETINGS[number], STYLES[name])
    assert told(result.meeting) == told(MEETINGS[number])
    assert result.bodies == ()
    assert not {fold(one.name) for one in result.people} & {fold(one.name) for one in BOOK.people}


@pytest.mark.soak
@pytest.mark.parametrize("name", STYLES)
def test_every_meeting_comes_back_from_print_in_every_style(name):
    for meeting in MEETINGS:
        assert told(reprinted(meeting, STYLES[name]).meeting) == told(meeting), (meeting.body, meeting.date)
