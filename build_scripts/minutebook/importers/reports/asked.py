"""The recommendations of a report, body by body: "Cabinet is requested to:", and the list below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutebook.importers import lists
from minutebook.importers.blocks import TextBlock, printed
from minutebook.model import Paragraph
from minutebook.problems import Location
from minutebook.report_model import Recommendation

_WORD = r"(?:asked|requested|recommended|invited|required|advised)"
_IS_ASKED = re.compile(
    rf"(?:[Tt]hat )?(?:[Tt]he )?(?P<body>[A-Z][^.:;]{{1,120}}?),? (?:(?:is|are|be) (?:also |therefore |formally )?{_WORD}\b)"
)
_RECOMMENDED = re.compile(
    r"\brecommend(?:s|ed)?(?: that| to)? (?:the )?(?P<body>[A-Z][^.:;]{1,120}?)(?: (?:to|that|should|be|agrees?|approves?|notes?)\b.*)?:?$"
)
_THAT = re.compile(r"that (?:the )?(?P<body>[A-Z][^.:;]{1,120}?)(?: (?:to|should|is asked to))?:$", re.IGNORECASE)
_NOBODY = re.compile(r"it|this|that|members?|councillors?|they|you|the report", re.IGNORECASE)
_LONGEST = 600


def read(blocks: Sequence[TextBlock]) -> tuple[Recommendation, ...]:
    """The recommendations in the blocks below their label. Where none names a body, there is one, to nobody named."""
    made: list[Recommendation] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        body = _body(block.text) if _may_open(block) else None
        if body or (body == "" and not made):
            made.append(Recommendation(body, block.text, location=Location("", block.line)))
            place += 1
        elif lists.is_labelled(block):
            taken = lists.take(blocks, place, _is_addressed)
            entries, place = taken.entries, max(taken.end, place + 1)
            begun = made.pop() if made else Recommendation(location=Location("", block.line))
            made.append(replace(begun, entries=(*begun.entries, *entries)))
        else:
            _further(made, block)
            place += 1
    return tuple(one for one in made if one.lead or one.entries)


def _may_open(block: TextBlock) -> bool:
    """Whether a block can be the sentence before a list: it has no label, or is a numbered paragraph that ends in a colon."""
    if not block.text or len(block.text) > _LONGEST or block.kind == "row":
        return False
    return not block.label or _is_addressed(block)


def _is_addressed(block: TextBlock) -> bool:
    """Whether a numbered paragraph ("2.1") asks something of a body, and no entry of a list does."""
    return bool(re.fullmatch(r"\d+\.\d+\.?", block.label)) and block.text.endswith(":") and bool(_body(block.text))


def _body(said: str) -> str | None:
    """The body that a sentence asks something of; empty where it names none, None where it asks nothing."""
    for form in (_IS_ASKED, _RECOMMENDED, _THAT):
        match = form.match(said) if form is _IS_ASKED else form.search(said)
        if match and not _NOBODY.fullmatch(match["body"]):
            return str(match["body"]).strip(" ,")
    return (
        "" if re.search(rf"\b(?:{_WORD}|recommend|recommends)\b", said, re.IGNORECASE) or said.endswith(":") else None
    )


def _further(made: list[Recommendation], block: TextBlock) -> None:
    """A paragraph that neither opens nor belongs to a list: the lead where none is yet, else more of the last entry."""
    text = printed(block)
    if not text or block.kind == "row":
        return
    if not made:
        made.append(Recommendation(lead=text, location=Location("", block.line)))
    elif made[-1].entries:
        *before, last = made[-1].entries
        last = replace(last, blocks=(*last.blocks, Paragraph(text)))
        made[-1] = replace(made[-1], entries=(*before, last))
    elif not made[-1].lead:
        made[-1] = replace(made[-1], lead=text)
    else:
        made[-1] = replace(made[-1], lead=f"{made[-1].lead} {text}")
