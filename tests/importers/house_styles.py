"""How councils print, from a seed: one meeting as blocks in a house style, and the blocks as text, Markdown, Word or PDF."""

from __future__ import annotations

import random
import re
import textwrap
from dataclasses import dataclass, replace

from importers.making_pdf import Style as Page
from importers.making_pdf import pdf_of
from importers.making_word import docx_of
from minutebook.importers.blocks import TextBlock
from minutebook.model import (
    BULLET,
    Decision,
    List,
    Note,
    Paragraph,
    Subheading,
    Vote,
)
from minutebook.text import opening, vote_line_text

FORMATS = ("txt", "txt", "txt", "md", "md", "docx", "pdf")
CLOSINGS = (
    "(Meeting closed at {end:%H:%M})", "The meeting closed at {end:%H:%M}.", "(The meeting ended at {end:%I.%M} {half})",
    "There being no further business, the Chair closed the meeting at {end:%I.%M} {half}.", "Meeting ended: {end:%H:%M}",
)  # fmt: skip
APOLOGIES = ("Apologies: {all}", "Apologies for Absence: {all}", "Apologies for absence were received from {all}.")
FEET = ("Page {page}", "Page {page} of {pages}", "– {page} –", "{page}")
PRIVATE = ("Private Business", "Private business", "PRIVATE BUSINESS")


@dataclass(frozen=True)
class HouseStyle:
    """One council's manner of printing."""

    format: str
    width: int  # of a full line; 10,000: a paragraph a line
    indents: bool
    bullet: str
    heading: str  # of items: "plain", "bold", "marks" or "capitals"
    stop: str  # after an item's number
    bold_words: bool
    run_on: bool  # people in one paragraph, else one a line
    between: str
    closing: str
    apologies: str
    foot: str
    public_heading: bool
    private_heading: str
    title_lines: int
    page_lines: int
    tight: bool  # the text of an item begins on the line below its title


def style_of(seed):
    """The house style of a seed."""
    chance = random.Random(f"style {seed}")
    form = chance.choice(FORMATS)
    marked = form != "txt"
    return HouseStyle(
        format=form,
        width=chance.choice((64, 72, 80, 88, 96, 10_000)) if form == "txt" else 10_000,
        indents=chance.random() < 0.7 or form == "md",
        bullet="-" if form == "md" else chance.choice("•\uf0b7-▪"),
        heading=_heading_style(seed, chance.choice(("bold", "marks", "capitals") if marked else ("plain", "capitals"))),
        stop=chance.choice((".", ".", "", ":")),
        bold_words=marked and chance.random() < 0.7,
        run_on=chance.random() < 0.5,
        between=chance.choice((", ", "; ")),
        closing=chance.choice(CLOSINGS),
        apologies=chance.choice(APOLOGIES),
        foot=chance.choice(FEET),
        public_heading=chance.random() < 0.5,
        private_heading=chance.choice(PRIVATE),
        title_lines=chance.choice((1, 1, 2)),
        page_lines=chance.choice((0, 45, 60)) if form == "txt" else 0,
        tight=random.Random(f"tight {seed}").random() < 0.3,
    )


def _heading_style(seed, chosen):
    """Now and then plain titles of items, above sub-headings in bold."""
    return "plain" if random.Random(f"plain {seed}").random() < 0.1 else chosen


def restyled(meeting, style):
    """The meeting as it can be known from print: titles stand in capitals where they are printed so."""
    if style.heading != "capitals":
        return meeting
    return replace(meeting, items=tuple(replace(item, title=item.title.upper()) for item in meeting.items))


# --- a meeting as blocks ---------------------------------------------------------------------------------------------


def blocks_of(meeting, body, style):
    """The blocks that a house style prints for a meeting."""
    yield from _head(meeting, body, style)
    yield from _people(meeting, style)
    section = "" if style.public_heading else "public"
    for item in meeting.items:
        if item.section != section:
            section = item.section
            yield TextBlock("paragraph", style.private_heading if section == "private" else "Public Business")
        yield _heading(item, style)
        yield from _text(item.blocks, style)
    if meeting.end:
        yield TextBlock(
            "paragraph", style.closing.format(end=meeting.end, half="am" if meeting.end.hour < 12 else "pm")
        )


def _strong(text):
    return TextBlock("paragraph", text, bold=((0, len(text)),))


def _head(meeting, body, style):
    day = f"{meeting.date:%A}, {meeting.date.day} {meeting.date:%B %Y}"
    lines = (f"Minutes of the Meeting of {body}", f"held at {meeting.start:%H:%M} on {day}")
    for text in lines if style.title_lines == 2 else (" ".join(lines),):
        yield _strong(text)


def _people(meeting, style):
    def listed(name, people):
        if style.run_on:
            yield TextBlock("paragraph", f"{name}: {style.between.join(one.printed for one in people)}".rstrip())
        else:
            yield TextBlock("paragraph", f"{name}:")
            yield from (TextBlock("paragraph", one.printed) for one in people)

    for group in meeting.attendance:
        yield from listed(group.name, group.people)
        for place in group.departments:
            yield from listed(place.name, place.people)
    if meeting.apologies:
        *first, last = [one.printed for one in meeting.apologies]
        everyone = f"{', '.join(first)} and {last}" if first else last
        yield TextBlock("paragraph", style.apologies.format(all=everyone))


def _heading(item, style):
    label, text = f"{item.number}{style.stop}", item.title
    if style.heading == "marks":
        return TextBlock("heading", f"{label} {text}", level=2)
    whole = f"{label} {text}"
    return replace(_strong(whole), bold=((0, len(whole)),) if style.heading == "bold" else ())


def _text(found, style):
    for block in found:
        match block:
            case Paragraph(text=text):
                yield TextBlock("paragraph", text)
            case Subheading(text=text):
                yield _strong(text)
            case Note(text=text):
                yield TextBlock("paragraph", f"Note: {text}")
            case List(entries=entries):
                yield from _entries(entries, style)
            case Decision(before=before, operative=word, clauses=clauses):
                bold = ((len(before), len(before + word)),) if style.bold_words else ()
                yield TextBlock("paragraph", opening(block), bold=bold)
                yield from _entries(clauses, style)
            case Vote(lines=lines):
                yield TextBlock("paragraph", "Recorded vote")
                yield from (TextBlock("entry", vote_line_text(line), style.bullet) for line in lines)


def _entries(entries, style, depth=0):
    for entry in entries:
        label = style.bullet if entry.label == BULLET else entry.label
        yield TextBlock("entry", entry.text, label, indent=4 * depth if style.indents else 0)
        for block in entry.blocks:
            yield from _entries(block.entries, style, depth + 1)


# --- blocks as documents ---------------------------------------------------------------------------------------------


def document(blocks, style):
    """The bytes of a document in a house style's format."""
    blocks = list(blocks)
    if style.format == "docx":
        return docx_of(blocks, automatic=style.bold_words)
    if style.format == "pdf":
        return pdf_of(blocks, Page(foot=style.foot, indented=style.indents, height=842 if style.run_on else 420))
    written = [_marked_text(block) if style.format == "md" else _wrapped(block, style) for block in blocks]
    if style.tight and style.format == "txt" and style.stop == ".":
        written = list(_tightened(blocks, written, style))
    return ("\n\n".join(written) if not style.page_lines else _paged(written, style)).encode()


def _tightened(blocks, written, style):
    """The texts, that of each short title with the paragraph below it: nobody could take the title for a wrapped line."""
    title = ""
    for block, after, text in zip(blocks, [*blocks[1:], None], written, strict=True):
        heads = re.match(r"[A-Z/]*\d\S*\. ", block.text) and len(text) < min(style.width, 96) / 2
        if heads and after and not after.label and after.kind == "paragraph" and not after.bold:
            title = f"{text}\n"
        else:
            yield title + text
            title = ""


def _marked_text(block):
    """A block as Markdown."""
    text, mark = block.text, ""
    for start, end in reversed(block.bold):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    if block.kind == "heading":
        mark = "#" * block.level + " "
    elif block.label:
        mark = " " * block.indent + block.label + " "
    return mark + text


def _wrapped(block, style):
    lead = " " * (block.indent + 2 if style.indents and block.label else 0)
    hang = lead + " " * (len(block.label) + 1 if style.indents and block.label else 0)
    return "\n".join(
        textwrap.wrap(
            f"{block.label} {block.text}".strip(), style.width, initial_indent=lead, subsequent_indent=hang,
            break_on_hyphens=False, break_long_words=False,
        )
    )  # fmt: skip


def _paged(written, style):
    """Blocks on pages of some lines each: a page ends wherever it is full, be it inside a paragraph."""
    lines = "\n\n".join(written).split("\n")
    pages = [lines[at : at + style.page_lines] for at in range(0, len(lines), style.page_lines)]
    feet = [style.foot.format(page=number, pages=len(pages)) for number in range(1, len(pages) + 1)]
    return "\f".join("\n".join((*page, "", foot, "")) for page, foot in zip(pages, feet, strict=True))
