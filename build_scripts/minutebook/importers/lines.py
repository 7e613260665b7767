"""Lines of a document to text blocks: which lines are one paragraph, and which begin another.

Text and Markdown readers both end here: they say what each line is, this module joins what was only wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutebook.importers import business, departments, labels, sections
from minutebook.importers.blocks import TextBlock
from minutebook.importers.characters import one_line
from minutebook.importers.line import ENDED, Line, fits, is_label, until_blank
from minutebook.importers.report import ReportLine
from minutebook.importers.title_lines import begins_item, heads, stops_short
from minutebook.reading.decisions import OPERATIVE_WORDS

Bold = tuple[tuple[int, int], ...]
Inline = Callable[[str], tuple[str, Bold]]
"""Takes the markup out of a text: the plain text, and the stretches of it that were emphasised."""

LONG = 160
"""A document whose longer lines are longer than this is not wrapped: each of its line ends was meant."""
USUAL = 80
"""The width that is assumed where a document has too few long lines to measure."""

_OPEN = 4
"""Labels that are remembered: of a list, and of those that it stands in."""

LABELLED = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|in|of|by|from|and|also|the)\s+){0,5}(?i:present|attendance|attending|apologies|absent)(?:\s*:(?:\s|$)|\s[-–—]\s)"
    r"|(?:NOTE|Note|N\.?B\.?)\s*:\s"
    r"|(?:Also(?: present)?|Present|In attendance|Apologies(?: for absence)?|Absent|Officers?(?: present)?|Clerk)\s*:\s"
    r"|(?:PRESENT|OFFICERS?(?: PRESENT)?|IN ATTENDANCE|APOLOGIES)\s+(?:[A-Z][a-z]|[A-Z]\.? )"
    r"|(?:For|Against|Abstained|Abstentions?|Abstaining|Not voting)(?: the (?:motion|amendment|proposal))?\s*(?:\(\d+\)|[:–—-])"
)
"""How a line begins that is never the rest of the one before: who was there, who voted how."""
_NUMBERED = re.compile(r"(?:[A-Z]{1,6}[./])?\d{1,4}/\d{1,4}(?:/\d{1,4})?\.?\s+[A-Z]")
"""How an item begins whose number has a year: it follows a sentence, and no blank line."""
_SHOUTED_YEAR = re.compile(r"(?:[A-Z]{1,6}[./]?)?\d{1,4}/\d\d(?:\d\d)?\.?\s+[A-Z][A-Z’']{3}")
"""The same before a title in capitals, which follows anything."""
_SHOUTED_NUMBER = re.compile(r"(?=\S*\d)[\w/.-]{1,12}\.?\s+(?:[^\W\d_a-z][^a-z]*)")
"""The same in capitals, however its number is made."""
_DECIDES = re.compile(rf"\W*(?:It was )?(?:{'|'.join(word.upper() for word in OPERATIVE_WORDS)})\b")
"""How a decision begins, which is a paragraph of its own."""
_CLOSES = re.compile(r"\(?(?:The )?meeting (?:was )?(?:closed|ended|finished|concluded)\b", re.IGNORECASE)
"""How the last line begins."""
_OFFICER = re.compile(r"(?:[A-Z]{1,2}\.? )+[A-Z][\w'’-]+ \(")
"""Somebody by initials, and a role: below another's role, the next of a list."""
_TITLED = re.compile(r"(?:Cllr|Councillor|Alderman|Mrs?|Ms|Miss|Dr)\b\.?[^,;()]{3,40}\s[–—-]\s")
"""Somebody and, after a dash, their role: one of them a line."""
_FACT = re.compile(r"[A-Z][\w'’&,/() -]{2,60}:\s+[\"“‘(]?[A-Z]")
"""A label and what it says: where one a line is printed, each is a paragraph."""


@dataclass(slots=True)
class _Open:
    """The lines of the block being read."""

    lines: list[Line] = field(default_factory=list)
    label: str = ""  # its own
    known: tuple[str, ...] = ()  # the last labels before or in it
    blanks: int = 0  # blank lines since its last line


def to_blocks(lines: Sequence[Line], inline: Inline, report: list[ReportLine]) -> Iterator[TextBlock]:
    """The blocks of a document, in order; empty ones are left out. ``report`` is told what was joined over a blank line."""
    width = typical_width(lines)
    block = _Open()
    for place, line in enumerate(lines):
        if not line.text and not line.mark:
            block.blanks += 1
            continue
        if block.lines and _begins(block, line, lines[place + 1 : place + 40], width):
            yield from _block(block.lines, inline)
            block = _Open(known=block.known)
        elif block.lines and block.blanks and line.kind == "text":
            said = f"joined to the {'entry' if block.label else 'text'} before it, which stops in mid-sentence"
            report.append(ReportLine(line.number, "inferred", said, one_line(line.text)))
        if not block.lines:
            block.label = line.label
            block.known = _with_label(block.known, line.label)
        block.lines.append(line)
        block.blanks = 0
    yield from _block(block.lines, inline)


def _with_label(known: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The last labels with one more: after a list of bullets, the numbers of the list above it go on."""
    return (*known, label)[-_OPEN:] if label and label not in known else known


def typical_width(lines: Sequence[Line]) -> int:
    """The length of a full line: that which one long line in ten exceeds."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= USUAL // 2)
    return lengths[len(lengths) * 9 // 10] if len(lengths) >= 5 else USUAL


def _begins(block: _Open, line: Line, ahead: Sequence[Line], width: int) -> bool:
    """Whether a line begins a block of its own."""
    last = block.lines[-1]
    if is_label(last) and not line.label and line.kind == last.kind and (line.kind == "heading" or not block.blanks):
        return False
    if line.kind != "text" or last.kind != "text" or line.mark or line.quoted != last.quoted:
        return True
    below = [line, *until_blank(ahead)]
    if block.blanks and line.page != last.page and _runs_over(last, line, width):
        return heads(block.lines, below, width)
    if block.blanks:
        return not (block.label and _goes_on_narrow(block, line, ahead, width))
    if line.text in {"and", "or"}:  # "…; and" in the line after its semicolon
        return False
    if sections.section_of(line.text) or (len(block.lines) == 1 and sections.section_of(last.text)):
        return True
    ended = bool(ENDED.search(last.text))
    if _CLOSES.match(line.text) or begins_item(last, line, ahead, width):
        return True
    if ((business.is_title(line.text) or business.is_absence(line.text)) and not line.text.endswith(".")) or (
        LABELLED.match(line.text)
        or _SHOUTED_YEAR.match(line.text)
        or (ended and (_NUMBERED.match(line.text) or _SHOUTED_NUMBER.fullmatch(line.text)))
        or (_DECIDES.match(line.text) and (ended or fits(last, line, 0.95 * width)))
        or (_TITLED.match(last.text) and _TITLED.match(line.text))
        or (last.text.endswith(")") and _OFFICER.match(line.text))
        or (departments.divided(block.lines[0].text) and departments.divided(line.text))
        or (_FACT.match(block.lines[0].text) and _FACT.match(line.text) and not last.text.endswith((",", " and")))
    ):
        return True
    if line.label and (
        ended or any(labels.follows(line.label, one) for one in block.known) or fits(last, line, 0.75 * width)
    ):
        return True
    if _is_shouted(last, line, width) or last.broken or width > LONG or heads(block.lines, below, width):
        return True
    if ended and line.indent != last.indent:  # a page break that lost its blank line, or an indented first line
        return True
    if block.label:  # an entry's lines are shorter than a full line, by a margin that is not known
        return fits(last, line, 0.6 * width) if ended else stops_short(block.lines, line)
    local = max(len(known.text) for known in (*block.lines[-40:], line, *until_blank(ahead)))
    return local < 0.7 * width or fits(last, line, (0.9 if ended else 0.75) * min(width, local))


def _runs_over(last: Line, line: Line, width: int) -> bool:
    """Whether a full line at the end of a page stops in mid-sentence, so that the next page goes on with it."""
    full = 0.85 * width <= len(last.text) <= LONG
    return full and last.text[-1].isalnum() and not line.label and not line.text.isupper()


def _is_shouted(last: Line, line: Line, width: int) -> bool:
    """Whether one of two lines is in capitals and the other is not, so that they are no one paragraph."""
    if last.text.isupper() == line.text.isupper() or min(len(last.text), len(line.text)) < 4:
        return False
    heading = last.text.isupper() and " " in last.text and line.text[:1].isupper() and not ENDED.search(last.text)
    return fits(last, line, (0.95 if heading else 0.6) * width)


def _goes_on_narrow(block: _Open, line: Line, ahead: Sequence[Line], width: int) -> bool:
    """Whether a paragraph after a blank line is the rest of an entry that a blank line fell into.

    The entry stops in mid-sentence at the end of a full line, and the paragraph is wrapped as narrowly as entries are.
    """
    last, rest = block.lines[-1], [line, *until_blank(ahead)]
    if ENDED.search(last.text) or line.label or len(rest) < 2 or len(block.lines) > 1 or width > LONG:
        return False
    return len(last.text) >= 0.75 * width and all(
        fits(known, following, 0.97 * width) for known, following in pairwise(rest)
    )


def _block(lines: Sequence[Line], inline: Inline) -> Iterator[TextBlock]:
    if not lines:
        return
    first, last = lines[0], lines[-1]
    text, bold = inline(_join(line.text for line in lines))
    label, text, bold = _without_label(first.mark, text, bold)
    cells = tuple(inline(cell)[0] for cell in first.cells)
    if not text and not label and not any(cells):
        return
    yield TextBlock(
        kind="entry" if first.mark else "paragraph" if first.kind == "text" else first.kind,
        text=text, label=label, level=first.level, indent=first.indent, cells=cells, bold=bold, quoted=first.quoted,
        page=first.page, line=first.number, last_line=last.number,
    )  # fmt: skip


def _without_label(mark: str, text: str, bold: Bold) -> tuple[str, str, Bold]:
    """Take a label off a text. A list mark before a label ("- 1) …") says that it is an entry, the label which."""
    label, rest = labels.split(text)
    if not label or (mark and labels.is_bullet(label)):
        return mark, text, bold
    cut = len(text) - len(rest)
    kept = ((max(start - cut, 0), end - cut) for start, end in bold)
    return label, rest, tuple((start, end) for start, end in kept if end > start)


def _join(texts: Iterator[str]) -> str:
    """Lines to one: a word that a line's end divided after its hyphen stays one word."""
    parts: list[str] = []
    for text in texts:
        divided = parts and re.search(r"[^\W\d_]-$", parts[-1][-2:]) and text[:1].islower()
        parts += [text] if divided or not any(parts[-1:]) else [" ", text]
    return "".join(parts)


def plain_inline(text: str) -> tuple[str, Bold]:
    """The inline reader of a format without markup."""
    return one_line(text), ()
