"""Headings of items without numbers: set apart by bold, capitals or their format; in plain minutes, short lines above text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from minutebook.importers import business, dates, evidence, labels, persons
from minutebook.importers.blocks import TextBlock, all_bold
from minutebook.reading.decisions import OPERATIVE_WORDS

_TITLE = re.compile(
    r"\b(?:council|committee|board|cabinet|panel|minutes of|meeting of)\b\W*$|\bminutes of\b|\bmeeting of\b|\bheld (?:on|at|in)\b",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"(?:those |also |members |councillors |officers )?(?:present|(?:in )?attendance|members|councillors|officers|employees|"
    r"apologies(?: for absence)?|absent|substitutes?)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\W*(?:signed|dated?)\b|\W*(?:chair\w*|mayor|clerk)\W*$|[_.…]{3,}", re.IGNORECASE)
_LISTING = re.compile(r"\b(?:summary|contents|index|agenda|decisions)\b", re.IGNORECASE)
_FEWEST = 3
"""Bullets that are titles, below which none is taken for one."""
_PLAIN = 60
"""Characters of a heading that nothing sets apart."""


def is_marked(block: TextBlock) -> bool:
    """Whether a block is set apart as headings are."""
    return block.kind == "heading" or all_bold(block) or block.text.isupper()


def places(blocks: Sequence[TextBlock], sections: Collection[int]) -> list[int]:
    """The places of headings that may begin items: those of the most common level, after the front.

    ``sections`` are the places of section headings, which begin none.
    """
    marked = [
        place for place, block in enumerate(blocks)
        if place not in sections and not block.label and block.kind in {"heading", "paragraph"} and is_marked(block)
        and 2 < len(block.text) <= 120 and not block.text.endswith((".", ":", ";")) and not _operative(block.text)
        and not evidence.tells_who_moved(block.text) and re.search(r"[^\W\d_]{2}", block.text.split("/")[0])
    ]  # fmt: skip
    levels = [blocks[place].level for place in marked if blocks[place].kind == "heading"]
    level = max(set(levels), key=lambda one: (levels.count(one), -one)) if len(levels) > 1 else 0
    chosen = [place for place in marked if blocks[place].level == level] if level else marked
    return _after_front(blocks, [place for place in chosen if has_text(blocks, place)])


def plain(blocks: Sequence[TextBlock], sections: Collection[int]) -> list[int]:
    """The places of short lines that may head items, each with a sentence below it, after those who met are named."""
    met = [place for place, block in enumerate(blocks) if evidence.says_who_met(block)]
    found = [
        place for place in range(met[0] + 1 if met else len(blocks), len(blocks) - 1)
        if place not in sections and _is_plain_title(blocks[place]) and (_is_known(blocks[place]) or _heads(blocks, place))
    ]  # fmt: skip
    if len(found) < 3 or not any(map(evidence.says_minutes, blocks[: found[0]])):
        return []
    return [place for place in found if not _ATTENDANCE.match(blocks[place].text)]


def _heads(blocks: Sequence[TextBlock], place: int) -> bool:
    """Whether a sentence stands below a line, and no line like it."""
    below = blocks[place + 1]
    return not _is_plain_title(below) and bool(re.search(r"[.:]$|\s\S+\s", below.text))


def _is_known(block: TextBlock) -> bool:
    return business.is_title(block.text)


def without_their_numbers(blocks: Sequence[TextBlock]) -> list[int]:
    """The places of titles of which a bullet is left where their number stood: each stands alone above its text, and several
    of them are in capitals or the business of every meeting.
    """
    lone = [
        place for place, block in enumerate(blocks)
        if labels.is_bullet(block.label) and 2 < len(block.text) <= _PLAIN and block.text[0].isupper()
        and block.text[-1].isalnum() and place + 1 < len(blocks)
        and not any(other.label for other in (*blocks[max(place - 1, 0) : place], blocks[place + 1]))
    ]  # fmt: skip
    known = [place for place in lone if blocks[place].text.isupper() or _is_known(blocks[place])]
    return lone if len(known) >= _FEWEST and 2 * len(known) >= len(lone) else []


def before(blocks: Sequence[TextBlock], first: int, sections: Collection[int]) -> list[int]:
    """The places of headings without numbers that stand, each with its text, between those who met and the first number."""
    met = [place for place in range(first) if evidence.says_who_met(blocks[place])]
    return [
        place for place in range(met[-1] + 1 if met else first, first - 1)
        if place not in sections and not blocks[place].label and is_marked(blocks[place]) and has_text(blocks, place)
        and 2 < len(blocks[place].text) <= 120 and not blocks[place].text.endswith((".", ":", ";"))
        and not _ATTENDANCE.match(blocks[place].text) and not _LISTING.search(blocks[place].text)
        and blocks[place + 1].text.endswith(".") and not persons.names_anybody(blocks[place + 1].text)
    ]  # fmt: skip


def has_text(blocks: Sequence[TextBlock], place: int) -> bool:
    """Whether something stands below a heading that is no heading itself."""
    return place + 1 < len(blocks) and not is_marked(blocks[place + 1])


def _is_plain_title(block: TextBlock) -> bool:
    text = block.text
    words = text.split()
    return (
        block.kind == "paragraph" and not block.label and not block.quoted
        and 2 < len(text) <= _PLAIN and len(words) <= 8 and text[0].isupper() and text[-1].isalnum()
        and not persons.is_surely_person(text) and (_is_known(block) or not _SIGNED.match(text)) and not _operative(text)
        and next(dates.dates_in(text), None) is None
    )  # fmt: skip


def _after_front(blocks: Sequence[TextBlock], found: list[int]) -> list[int]:
    """The headings after those of the front: the document's title, and the groups of those present."""
    front, attended = 0, False
    for number, place in enumerate(found, 1):
        text = blocks[place].text
        if _ATTENDANCE.match(text):
            front, attended = number, True
        elif not _TITLE.search(text) and (attended or not re.fullmatch(r"(?:agenda|minutes)", text, re.IGNORECASE)):
            break
        else:
            front = number
    return found[front:]


def _operative(text: str) -> bool:
    return any(text.upper().startswith(word.upper()) for word in OPERATIVE_WORDS)
