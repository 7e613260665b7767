"""The implications that a report weighs: their headings, and where it says in so many words that there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutebook.importers.blocks import TextBlock, all_bold
from minutebook.model import BULLET
from minutebook.problems import Location
from minutebook.report_model import Implication

_HEADING = re.compile(
    r"(?:\w[\w,/& ]{0,80} )?(?:implications?|impact assessments?)\b.{0,100}|how (?:will|does) this (?:contribute|support) .{1,160}"
    r"|how is risk being managed\W*|risk management|what is the impact on .{1,80}|equalit(?:y|ies)\b.{0,60}|public sector equality duty",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:other |corporate |key |summary of )?implications?(?: of (?:the|this) .{1,40})?\s*:?", re.IGNORECASE
)
"""A heading of the section itself, and of none of its parts."""
_NONE = re.compile(
    r"(?:none(?: identified| arising)?|nil|n/?a|not applicable|no implications?"
    r"|there (?:are|is) no(?: \w+){0,3} implications?(?: (?:directly )?arising)?(?: (?:from|of) (?:this|the) (?:report|decision|recommendations?))?)\s*\.?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*\(?https?://\S+")


def read(blocks: Sequence[TextBlock]) -> tuple[Implication, ...]:
    """Every heading of an implication in a report, in order."""
    found = [place for place, block in enumerate(blocks) if _is_heading(block)]
    made = []
    for place, after in pairwise([*found, len(blocks)]):
        block = blocks[place]
        heading = _ADDRESS.sub("", block.text).strip(" :")
        label = block.label if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*\.?|\(?[a-z]\)", block.label) else ""
        label = label if label.endswith((".", ")")) or "." in label else ""
        said = list(_said(blocks, place + 1, after))
        none = len(said) == 1 and bool(_NONE.fullmatch(said[0]))
        made.append(Implication(heading, none, label or BULLET, Location("", block.line)))
    return tuple(made)


def _is_heading(block: TextBlock) -> bool:
    """Whether a block is the heading of an implication: set apart or numbered, short, and no sentence."""
    if block.kind in {"row", "entry"} or len(block.text) > 220 or block.text.endswith((".", ";", ",")):
        return False
    apart = (
        block.kind == "heading"
        or all_bold(block)
        or bool(block.label)
        or block.text.endswith("?")
        or len(block.text) <= 60
    )
    text = _ADDRESS.sub("", block.text).strip(" :")
    return apart and bool(_HEADING.fullmatch(text)) and not _WHOLE.fullmatch(text)


def _said(blocks: Sequence[TextBlock], first: int, end: int) -> Iterator[str]:
    """What stands below a heading, down to the next heading of any kind."""
    for block in blocks[first:end]:
        if block.kind == "heading" or (all_bold(block) and len(block.text) <= 100):
            return
        if not _ADDRESS.fullmatch(block.text):
            yield block.text
