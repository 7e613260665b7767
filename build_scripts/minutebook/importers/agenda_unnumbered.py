"""The items of an agenda that does not number them: the headings, bullets or lines below the word "Agenda"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importers import labels, notice, sections
from minutebook.importers.agenda_items import Found, Part, is_source, split_title
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine
from minutebook.importers.unnumbered import is_marked
from minutebook.model import Section

_OPENS = re.compile(
    r"(?:the )?(?:agenda|order of business|business(?: to be (?:transacted|considered|discussed|conducted))?)\W*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?:members|councillors|the public|please|all|this|you)\b.*", re.IGNORECASE)
_FRONT = 40
"""Blocks before the word "Agenda", at the most."""
_LONGEST = 120
"""Characters of an item's title."""


def find(blocks: Sequence[TextBlock], ends: Sequence[bool]) -> Found | None:
    """The items below the word "Agenda"; ``ends`` says of each block whether no agenda reaches it. None where there are none."""
    opens = next((at for at, block in enumerate(blocks[:_FRONT]) if _OPENS.fullmatch(printed(block))), None)
    if opens is None or any(ends[: opens + 1]):
        return None
    end = first = opens + 1
    while end < len(blocks) and not _is_over(blocks, ends, end):
        end += 1
    own = [block for block in blocks[first:end] if block.kind != "row"]
    chosen = _chosen(own)
    if len(chosen) < 3 or chosen[0] is not own[0]:
        return None
    tail = end
    while tail < min(end + _FRONT, len(blocks)) and not ends[tail] and not notice.is_paper(blocks[tail]):
        tail += 1
    items, report = _items(blocks[first:end], chosen)
    return Found(items, first, end, tuple(blocks[end:tail]), report)


def _is_over(blocks: Sequence[TextBlock], ends: Sequence[bool], at: int) -> bool:
    """Whether the notice or another paper begins: "Minutes of the last meeting" is an item, for real ones are in ``ends``."""
    text = printed(blocks[at])
    plain = replace(blocks[at], text=text, label="") if labels.is_initial(blocks[at].label) else blocks[at]
    is_paper = notice.is_paper(plain) and not re.match(r"minutes of\b", text, re.IGNORECASE)
    return ends[at] or is_paper or notice.begins(plain, "")


def _chosen(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks that are titles: those set apart; else bullets; else every short line."""
    titled = [block for block in blocks if _is_title(block) and sections.section_of(printed(block)) is None]
    marked = [
        block for block in titled if not block.label and (is_marked(block) or (block.bold and block.bold[0][0] == 0))
    ]
    bullets = [block for block in titled if labels.is_bullet(block.label)]
    if len(marked) > 2:
        return marked
    return bullets if len(bullets) > 2 else [block for block in titled if not block.label]


def _is_title(block: TextBlock) -> bool:
    """Whether a line can be the title of an item: short, no sentence, nobody's report."""
    text = block.text
    short = 2 < len(text) <= _LONGEST and not text.endswith((".", ";")) and text[0].isupper() and not block.quoted
    return short and not _is_source(text) and not _ASIDE.fullmatch(text)


def _is_source(text: str) -> bool:
    return is_source(text) and not re.match(r"minutes of\b", text, re.IGNORECASE)


def _items(blocks: Sequence[TextBlock], chosen: Sequence[TextBlock]) -> tuple[tuple[Part, ...], tuple[ReportLine, ...]]:
    items: list[Part] = []
    report: list[ReportLine] = []
    section: Section = "public"
    titles = {id(block) for block in chosen}
    for block in blocks:
        opened = sections.section_of(block.text)
        if id(block) in titles:
            title, pages, rest = split_title(block, block.text)
            source = rest if is_source(rest) else ""
            text = [] if source or not rest else [replace(block, text=rest, label="", bold=())]
            items.append(Part("", title.rstrip(" :"), block.line, section, pages=pages, source=source, text=text))
            said = "this line of the agenda was taken to be an item without a number"
            report.append(ReportLine(block.line, "inferred", said, printed(block)))
        elif opened and not block.label:
            section = opened
            report.append(ReportLine(block.line, "dropped", "a section heading; the file has its own", block.text))
        elif _is_source(block.text) and not items[-1].source and not items[-1].text:
            items[-1].source = block.text
        else:
            items[-1].text.append(block)
    return tuple(items), tuple(report)
