"""Mends the sequence of blocks: sentences that a page or a stray blank line cut in two are one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutebook.importers.blocks import Reading, TextBlock, all_bold
from minutebook.importers.lines import LABELLED
from minutebook.importers.report import ReportLine

_ENDED = re.compile(r"[.!?:;]-?[\"'’”)\]]*$")
_BRACKET = re.compile(r"\([^()]{2,40}\)\s*[,;.]")
"""A bracket with what goes on behind it: it begins no paragraph."""
_OPENERS = "\"'‘“(["
_LOOKED_AT = 1000
"""Characters on both sides of a break that are looked at."""
_UNFINISHED = frozenset(
    "the a an of to and or nor for with by from at in on into upon under over between through within without about "
    "against during after before until than as that which who whose when where while if because is was are were be been "
    "being has have had shall will would should may might must can could its it this these those their his her our "
    "your my such any each every no not per via including regarding concerning following".split()
)
"""Words that end no sentence: what follows them, capital or not, belongs to them."""

_TITLE = r"\b(?:Councillors?|Cllrs?|Alderman|Alderwoman|Mrs?|Ms|Miss|Dr)\b\.?"
_INITIALS = r"(?:\s+[A-Z]{1,2}\b\.?)"
_BROKEN_NAME = re.compile(rf"{_TITLE}.*\s{_TITLE}{_INITIALS}*$|(?:{_TITLE}|,|\band){_INITIALS}+$")
"""A name that stops after its title or initials: the surname stands behind the break."""
_SURNAME = re.compile(r"[A-Z](?!\S*[:.]|[A-Z]+\b)[^:]{0,60}(?:$|[ ,(])")
"""How a line begins in which a name goes on: no label, no sentence's abbreviation."""
_ARTICLES = frozenset(("the", "a", "an"))
"""Words behind which not even a title can stand."""


def mend(reading: Reading) -> Reading:
    """Join each paragraph that stops in mid-sentence to the one in which the sentence goes on, and say so."""
    runs: list[list[TextBlock]] = []
    report = list(reading.report)
    for block in reading.blocks:
        if runs and goes_on(runs[-1][-1], block):
            if block.line > runs[-1][-1].last_line + 1:
                said = "joined to the text before it, which stops in mid-sentence"
                report.append(ReportLine(block.line, "inferred", said, block.text))
            runs[-1].append(block)
        else:
            runs.append([block])
    return Reading(tuple(_joined(run) for run in runs), tuple(report))


def goes_on(block: TextBlock, after: TextBlock) -> bool:
    """Whether a sentence that one block leaves unfinished goes on in the next; a row's is that of its last cell."""
    if block.kind == "row" and after.kind == "row":
        return _is_wrapped_row(block, after)
    if block.kind == "heading" or after.kind != "paragraph" or after.label or not after.text:
        return False
    text, rest = (block.cells[-1] if block.cells else block.text)[-_LOOKED_AT:], after.text[:_LOOKED_AT]
    if not text:  # a label that stands on a line of its own
        return not block.cells
    if LABELLED.match(rest) or block.quoted != after.quoted or _ENDED.search(text) or text.lower().startswith("dear "):
        return False
    if rest.lstrip(_OPENERS)[:1].islower() or (_BRACKET.match(rest) and after.line == block.last_line + 1):
        return True
    last = re.split(r"\s", text)[-1]
    last = "" if last in {"May", "A"} else last  # the month; "Part A"
    if last in _ARTICLES or (_BROKEN_NAME.search(text) and _SURNAME.match(rest)):
        return True
    if (all_bold(after) and not all_bold(block)) or re.search(r";\s*(?:and|or)$", text):
        return False
    if last.endswith(",") or last.lower().strip(_OPENERS) in _UNFINISHED:
        return True
    return text.count("(") > text.count(")") and rest.count(")") > rest.count("(")


def _is_wrapped_row(block: TextBlock, after: TextBlock) -> bool:
    """Whether a row holds only the rest of the one directly above it: a name is broken off there."""
    alike = len(block.cells) == len(after.cells) and after.line == block.last_line + 1
    return alike and bool(_BROKEN_NAME.search(block.cells[-1])) and bool(_SURNAME.match(after.cells[-1]))


def _joined(run: Sequence[TextBlock]) -> TextBlock:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return first
    if first.cells:
        return _joined_row(run)
    parts = [first.text]
    bold = list(first.bold)
    length = len(parts[0])
    for before, block in pairwise(run):
        divided = re.search(r"[^\W\d_]-$", before.text[-2:]) and block.text[0].islower()
        gap = "" if divided or not length else " "
        start = length + len(gap)
        moved = [(start + begin, start + end) for begin, end in block.bold]
        if bold and moved and bold[-1][1] >= length and moved[0][0] == start:
            moved[0] = (bold.pop()[0], moved[0][1])
        bold += moved
        parts += [gap, block.text]
        length = start + len(block.text)
    return replace(first, text="".join(parts), bold=tuple(bold), last_line=last.last_line)


def _joined_row(run: Sequence[TextBlock]) -> TextBlock:
    """A row in one piece: wrapped rows go on in each cell, paragraphs in the last."""
    cells = list(run[0].cells)
    for block in run[1:]:
        more = block.cells or (*[""] * (len(cells) - 1), block.text)
        cells = [_spaced(cell, rest) for cell, rest in zip(cells, more, strict=True)]
    return replace(run[0], text=" ".join(cells), cells=tuple(cells), bold=(), last_line=run[-1].last_line)


def _spaced(text: str, rest: str) -> str:
    """Two pieces of a text; a word that a break divided after its hyphen stays one."""
    divided = re.search(r"[^\W\d_]-$", text[-2:]) and rest[:1].islower()
    return text + ("" if divided or not text or not rest else " ") + rest
