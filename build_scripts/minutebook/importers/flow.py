"""Mends the sequence of blocks: sentences that a page or a stray blank line cut in two are one again."""

from __future__ import annotations

import re
from dataclasses import replace

from minutebook.importers.blocks import Reading, TextBlock, all_bold
from minutebook.importers.report import ReportLine

_ENDED = re.compile(r"[.!?:;]-?[\"'’”)\]]*$")
_OPENERS = "\"'‘“(["
_UNFINISHED = frozenset(
    "the a an of to and or nor for with by from at in on into upon under over between through within without about "
    "against during after before until than as that which who whose when where while if because is was are were be been "
    "being has have had shall will would should may might must can could its it this these those their his her our "
    "your my such any each every no not per via including regarding concerning following".split()
)
"""Words that end no sentence: what follows them, capital or not, belongs to them."""


def mend(reading: Reading) -> Reading:
    """Join each paragraph that stops in mid-sentence to the one in which the sentence goes on, and say so."""
    blocks: list[TextBlock] = []
    report = list(reading.report)
    for block in reading.blocks:
        if blocks and goes_on(blocks[-1], block):
            if block.line > blocks[-1].last_line + 1:
                said = "joined to the text before it, which stops in mid-sentence"
                report.append(ReportLine(block.line, "inferred", said, block.text))
            blocks[-1] = _joined(blocks[-1], block)
        else:
            blocks.append(block)
    return Reading(tuple(blocks), tuple(report))


def goes_on(block: TextBlock, after: TextBlock) -> bool:
    """Whether a sentence that one block leaves unfinished goes on in the next; a row's is that of its last cell."""
    if block.kind == "heading" or after.kind != "paragraph" or after.label or not after.text:
        return False
    text, rest = (block.cells[-1] if block.cells else block.text), after.text
    if not text:  # a label that stands on a line of its own
        return not block.cells
    if block.quoted != after.quoted or _ENDED.search(text) or text.lower().startswith("dear "):
        return False
    if rest.lstrip(_OPENERS)[:1].islower():
        return True
    if (all_bold(after) and not all_bold(block)) or re.search(r";\s*(?:and|or)$", text):
        return False
    last = re.split(r"\s", text)[-1]
    if last.endswith(",") or last.lower().strip(_OPENERS) in _UNFINISHED:
        return True
    return text.count("(") > text.count(")") and rest.count(")") > rest.count("(")


def _joined(block: TextBlock, after: TextBlock) -> TextBlock:
    divided = re.search(r"[^\W\d_]-$", block.text) and after.text[0].islower()
    if block.cells:
        cells = (*block.cells[:-1], f"{block.cells[-1]}{'' if divided else ' '}{after.text}")
        return replace(block, text=" ".join(cells), cells=cells, last_line=after.last_line)
    text = block.text + ("" if divided or not block.text else " ")
    shift = len(text)
    moved = tuple((start + shift, end + shift) for start, end in after.bold)
    touching = block.bold and moved and block.bold[-1][1] >= shift - 1 and moved[0][0] == shift
    bold = (*block.bold[:-1], (block.bold[-1][0], moved[0][1]), *moved[1:]) if touching else (*block.bold, *moved)
    return replace(block, text=text + after.text, bold=bold, last_line=after.last_line)
