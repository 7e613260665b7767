"""Apologies in sentences: "Apologies for absence were received from Councillors A and B.", at the front or in an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importers import business, persons, telling
from minutebook.importers.report import ReportLine
from minutebook.model import Attendee, Item, List, Paragraph
from minutebook.problems import Location
from minutebook.reading.decisions import ends_sentence

_RECEIVED = re.compile(
    r"(?:an |there (?:was|were) (?:an )?)?apolog(?:y|ies)\b.{0,60}?\b(?:(?:received|given|accepted|submitted|made|tendered|recorded|noted)\s+)?(?:from|for|by|on behalf of)\s+(?!absence\b|inability\b|lateness\b)(?P<who>.+?)\.?",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<who>.+?),?\s+(?:had |have |has )?(?:sent|gave|given|tendered|submitted|offered) (?:(?:his|her|their|an) )?apolog(?:y|ies)\b.*",
    re.IGNORECASE,
)
_WHY = re.compile(
    r",?\s+(?:who (?:was|were|is|are|had|has|have)|due to|owing to|because of|as (?:he|she|they))\b.*?"
    r"(?=,?\s+(?:and\s+)?(?:councillor|cllr|alderman|mrs?|ms|miss|dr)\b|$)",
    re.IGNORECASE,
)
"""Why somebody could not come, said behind the name."""
_LABELLED = re.compile(r"apologies(?: for absence)?\s*[:–-]\s*(?P<who>.+)", re.IGNORECASE)


def sent_by(text: str) -> tuple[str, ...]:
    """Whose apologies a sentence says were received: "Apologies for absence were received from Councillors A and B."."""
    found = _RECEIVED.fullmatch(text.strip()) or _SENT.fullmatch(text.strip())
    people = persons.people_in(_WHY.sub("", found["who"])) if found else ()
    return people if all(persons.is_person(person) for person in people) else ()


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a stop after "Cllr" ends none."""
    start = 0
    for word in re.finditer(r"\S+\s*", text):
        if ends_sentence(f"{word.group()} {text[word.end() : word.end() + 1]}"):
            yield text[start : word.end()].strip()
            start = word.end()
    if text[start:].strip():
        yield text[start:].strip()


def _texts(item: Item) -> Iterator[tuple[str, Location]]:
    """The paragraphs of an item and the entries of its lists."""
    for block in item.blocks:
        if isinstance(block, Paragraph):
            yield block.text, block.location
        elif isinstance(block, List):
            yield from ((entry.text, entry.location) for entry in block.entries)


def _named_in(title: str, text: str) -> tuple[str, ...]:
    """Whose apologies a text of an item records: in one of its sentences, after a label, or without another word."""
    for sentence in sentences(text):
        if who := sent_by(sentence):
            return who
    labelled = _LABELLED.fullmatch(text)
    if labelled and persons.names_surely(labelled["who"]):
        return persons.people_in(labelled["who"])
    return _listed(title, text)


def _listed(title: str, text: str) -> tuple[str, ...]:
    """The people whom an item that is headed "Apologies" lists without another word, or with a reason in brackets."""
    people = persons.people_in(text) if business.is_absence(title) and not telling.tells(text) else ()
    reason = text.endswith(")") and all(map(persons.is_person, people))
    return people if reason or all(map(persons.is_surely_person, people)) else ()


def in_items(minuted: Sequence[Item]) -> tuple[tuple[Attendee, ...], tuple[ReportLine, ...]]:
    """Apologies that one of the first items records, where the front does not."""
    for item in minuted[:6]:
        for text, where in _texts(item) if "apolog" in item.title.lower() else ():
            who = _named_in(item.title, text)
            if who:
                said = f"these apologies in item {item.number or item.title} were put into the front matter too"
                line = ReportLine(where.line, "inferred", said, text)
                return tuple(Attendee(name) for name in who), (line,)
    return (), ()
