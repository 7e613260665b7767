"""Which paragraph opens a decision of this meeting, and which only speaks of one.

    RESOLVED that Cabinet:                       It was AGREED to …             Resolved – That …
    **resolved** (bold, in any case)             6.3 RESOLVED that …            Decision: …

"were agreed and signed" opens none; neither does another body's resolution that the minutes quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutebook.importers.blocks import TextBlock
from minutebook.importers.labels import is_bullet
from minutebook.reading.decisions import ends_sentence

_QUOTES = "\"'‘“’”«»"
_NOT_OWN = re.compile(
    r"\b(?:had|has|have|having|previously|already|been|not|the words?|minute|marked|were to be|would be|should be)\s+"
    r"(?:(?:also|previously|already|been|unanimously|formally|then|subsequently)\s+)*$"
    r"|\bit\s+be\s+$"
    r"|\bat\s+(?:its|their|a|the)\s+(?:[\w-]+\s+){0,4}?meeting\s+(?:(?:held\s+)?on|of|in)\b",
    re.IGNORECASE,
)
_QUOTED_AFTER = re.compile(
    r"\b(?:had|has|have)\b.{0,60}\b(?:resolved|agreed|recommended|decided|considered|made|passed|adopted|approved)\b"
    r"|\b(?:following|above|below)\s+(?:\w+\s+){0,2}?(?:recommendations?|motions?|extracts?|minutes?|amendments?|proposals?)\b"
    r"|\b(?:its|their)\s+(?:[\w-]+\s+){0,3}?meeting\s+(?:held\s+)?on\b",
    re.IGNORECASE,
)
_LOOSE = r"(?<=\band )resolved(?=:?\s+(?:\w+ly\s+)?that\b)|(?<=\bit was )(?:\w+ly\s+)?(?P<loose>resolved|agreed|decided)(?=\s+(?:that|to)\b)"
_SECONDED = re.compile(
    r"\bseconded\b(?:[^.;]|\b[A-Z]\.){0,80}?(?:,|\band)\s+(?:it was |all )?(?P<word>resolved|agreed|approved)(?=\s+(?:that|to)\b|\s*\.?$)",
    re.IGNORECASE,
)
"""How parishes decide: "proposed by A, seconded by B, agreed that"."""
_ALL_AGREED = re.compile(
    r"(?:^|(?<=[.!?)] ))\(?(?:(?:this|it|which) was )?(?:(?:all|members|councillors|unanimously|everyone)\s+)?(?P<word>agreed)"
    r"(?:\s+(?:unanimously|by all|nem\.? con))?\.?\)?$",
    re.IGNORECASE,
)
"""And how they end: "All agreed." after what was proposed."""
_STARTS = (
    r"(?=\s*(?:[:–—(,-]|$)|\s+(?:that|to|unanimously|as\s+follows|nem|by\s+(?:\d|a\s+majority|majority|acclamation))\b)"
)


_NOUN = "decision"
"""The operative word that is one only with its colon, or alone on its line."""
_LOOKED_AT = 8
"""Operative words of one paragraph that are looked at: one that quotes so many decides nothing itself."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph that opens a decision. ``narrative`` are sentences before it, which are a paragraph of their own."""

    narrative: str
    before: str
    operative: str
    after: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Finds openings in one document: its operative words, and whether it prints them like any other word (``loose``)."""

    words: tuple[str, ...]
    capitals: re.Pattern[str]
    starts: re.Pattern[str]
    loose: bool = False


def reader(words: Iterable[str], blocks: Iterable[TextBlock] = ()) -> Reader:
    """The reader for a document: ``loose`` where no block of it prints an operative word in capitals or bold."""
    known = tuple(words)
    shouted = "|".join(re.escape(word.upper()) for word in known if word.casefold() != _NOUN) or r"(?!)"
    strict = Reader(
        known,
        re.compile(rf"(?<!\w)(?:{shouted})(?!\w)"),
        re.compile(rf"(?:(?:{shouted}){_STARTS}|{_NOUN}\s*:)", re.IGNORECASE),
    )
    loose = not any(_set_apart(strict, block) for block in blocks)
    return Reader(strict.words, strict.capitals, strict.starts, loose)


def _set_apart(reader: Reader, block: TextBlock) -> bool:
    """Whether a block has an operative word in capitals or bold, so that the document's others have it too."""
    places = _places(reader, block)
    capitals = any(block.text[start:end].rstrip(":").isupper() for start, end in places)
    return capitals or any(start <= place < end for place, _ in places for start, end in block.bold)


def opening(reader: Reader, block: TextBlock, before: TextBlock | None) -> Opening | None:
    """The decision that a block opens; ``before`` is the block before it, which may say that it is quoted."""
    if block.kind == "row" or block.quoted or not block.text or (before and _introduces_quotation(before)):
        return None
    for start, end in _places(reader, block)[:_LOOKED_AT]:
        if _is_own(block.text[:start]):
            return _opening(block, start, end)
    return None


def is_quoted(reader: Reader, block: TextBlock, before: TextBlock | None) -> bool:
    """Whether a block would open a decision, but for being quoted or of another body."""
    return opening(reader, block, before) is None and any(True for _ in _places(reader, block))


def _places(reader: Reader, block: TextBlock) -> list[tuple[int, int]]:
    """Where operative words stand in a block, in order."""
    text = block.text
    found = []
    first = reader.starts.match(text)
    if first and not first.group()[0].islower():
        found.append((0, first.end()))
    if text.casefold() == _NOUN and text[0].isupper() and not block.label:
        found.append((0, len(text)))
    if not text.isupper():
        found.extend(match.span() for match in reader.capitals.finditer(text))
    folded = {word.casefold() for word in reader.words}
    for start, end in block.bold:
        word = re.match(r"[\w-]+", text[start:end])
        whole = not text[start - 1 : start].isalnum() and (not word or not text[start + word.end() :][:1].isalnum())
        if word and whole and word.group().casefold() in folded and word.group().casefold() != _NOUN:
            found.append((start, start + word.end()))
    if reader.loose:
        for match in re.finditer(_LOOSE, text, re.IGNORECASE):
            found.append(match.span("loose") if match["loose"] else match.span())
        found.extend(match.span("word") for form in (_SECONDED, _ALL_AGREED) for match in form.finditer(text))
    return sorted(set(found))


def _is_own(before: str) -> bool:
    """Whether what stands before an operative word leaves it a decision of this meeting."""
    if before.rstrip()[-1:] in set(_QUOTES):
        return False
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return False
    return not _NOT_OWN.search(before[_sentence(before) :])


def _introduces_quotation(block: TextBlock) -> bool:
    """Whether a paragraph announces words of others: "Cabinet had resolved:", "the following recommendations:"."""
    text = block.text[-300:]
    if not re.search(r":[-–—]?$", text) or block.kind == "heading":
        return False
    last = text[_sentence(text) :]
    carried = re.search(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:carried|passed|adopted|agreed|resolved|approved)\s*:", last)
    return bool(_QUOTED_AFTER.search(last)) and not carried


def _sentence(text: str) -> int:
    """Where the last sentence of a text begins."""
    start = 0
    for word in re.finditer(r"\S+\s*", text):
        if ends_sentence(word.group()):
            start = word.end()
    return start


def _opening(block: TextBlock, start: int, end: int) -> Opening:
    text = block.text
    label = "" if not block.label or is_bullet(block.label) else f"{block.label} "
    cut = _sentence(text[:start])
    before = text[cut:start] if cut else label + text[:start]
    if before and not (before[-1].isspace() or before[-1] in "([{" + _QUOTES):
        before += " "
    after = f" {text[end:]}" if text[end : end + 1].isalnum() else text[end:]  # "Decision:That …" lacks its space
    return Opening((label + text[:cut]).strip() if cut else "", before, text[start:end], after)
