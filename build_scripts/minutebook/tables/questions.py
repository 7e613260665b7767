"""The table ``questions``: one row for each question that a minute sets out, or that an agenda alone has in writing.

    | No | Question asked by | Question put to | Subject matter |
    The following question was asked by Councillor A Example of Councillor B Example, Cabinet Member for Homes:
    Councillor A Example asked Councillor B Example, Cabinet Member for Homes, the following question:
    By Councillor A Example to Councillor B Example, Cabinet Member for Homes: When will the bridge open?
    - 1) Question from Mr A Example to Councillor B Example, Leader: When will the bridge open?

Whether questions were oral or written, and whether they were answered, is said by the last sub-heading or paragraph above
them that speaks of "oral questions" or "written questions". A question of an agenda is left out where the minutes of that
meeting set out one by the same person to the same person on the same subject or in the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutebook.agenda_model import Question
from minutebook.identity import item_id
from minutebook.model import Item, List, Paragraph, Quotation, Subheading, Table
from minutebook.names import fold, parse
from minutebook.problems import Location
from minutebook.tables.fact import Fact, either_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.on_notice import in_order, on_notice
from minutebook.tables.persons import Roll, identify
from minutebook.tables.row import Row, Value
from minutebook.tables.spoken import PERSON, called
from minutebook.tables.tabled import table_rows
from minutebook.text import blocks_text

_KIND = re.compile(r"\b(?P<kind>oral|written) (?:\w{1,20} )?questions?\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\banswered (?:the |these |those )?(?:following )?(?:oral |written )?questions?\b|\b(?:was|were|been) (?:all )?answered\b",
    re.IGNORECASE,
)
_NOT_ANSWERED = re.compile(r"\b(?:not|no|never|none)\b", re.IGNORECASE)
_COLUMNS = {
    "number": re.compile(r"(?:(?:question )?(?:no\.?|number)|q)?", re.IGNORECASE),
    "asked_by": re.compile(r"(?:questions? )?(?:asked|submitted|put)? ?(?:by|from)|questioner|asked by", re.IGNORECASE),
    "put_to": re.compile(
        r"(?:questions? )?(?:asked |put |addressed )?(?:to|of)|(?:answered|response) by|(?:(?:cabinet )?member )?(?:responding|replying)",
        re.IGNORECASE,
    ),
    "subject": re.compile(r"subject(?: matter)?(?: of (?:the )?question)?|matter|topic", re.IGNORECASE),
    "text": re.compile(r"(?:text of )?(?:the )?question", re.IGNORECASE),
}
_OFFICE = r"[Tt]he [A-Z][\w’']{1,30}(?: (?:of|and|for|the|[A-Z][\w’']{1,30})){0,9}"
_ROLE = r"(?P<role>,? (?:the |as )?[A-Z][^:“\"]{1,120})?"
_SENTENCE = re.compile(
    rf"(?:(?:The following|A) (?P<a>oral|written)? ?question was (?:asked|put|submitted)|(?P<b>Written |Oral )?[Qq]uestion"
    rf"(?: (?:[Nn]o\.? ?)?(?P<number>\d[\w./-]{{0,11}}))?(?: was)?(?: asked| put)?):? (?:by|from) (?P<by>{PERSON})"
    rf"(?:, [^,:]{{1,80}},)? (?:to|of|put to|for) (?P<to>{PERSON}|{_OFFICE}){_ROLE}"
    rf"(?P<end>: ?(?P<text>\S.{{0,4000}})?|\.?)"
)


_ASKED = re.compile(
    rf"(?P<by>{PERSON})(?:, [^,:]{{1,80}},)? (?:asked|put to) (?P<to>{PERSON}|{_OFFICE}){_ROLE},? the following (?:(?P<a>oral|written) )?question(?P<end>:)"
)
_BY_TO = re.compile(
    rf"\(?(?P<number>\d{{1,3}})?[.)]? ?(?:(?:By|From) )?(?P<by>{PERSON})(?:, [^,:]{{1,80}},)? (?:to|asked) (?P<to>{PERSON}|{_OFFICE}){_ROLE}"
    rf"(?P<end>: ?(?P<text>\S.{{0,4000}})?)"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Names as printed; "" and None are not said."""

    kind: str = ""
    number: str = ""
    asked_by: str = ""
    put_to: str = ""
    role: str = ""
    subject: str = ""
    text: str = ""
    answered: bool | None = None
    titled: bool = False  # the item's title speaks of questions


def rows(gathered: Gathered) -> Iterator[Row]:
    minuted = list(_minuted(gathered))
    said = {key for fact in minuted for key in _same(fact)}
    noticed = (fact for fact in _noticed(gathered) if not said.intersection(_same(fact)))
    yield from either_rows("question", in_order(minuted, noticed))


def _same(fact: Fact) -> Iterator[tuple[str, ...]]:
    """What makes two questions of one meeting the same: who asked whom, and the subject or the words."""
    value = fact.values
    who = ("/".join(fact.item.split("/")[:2]), fold(str(value["asked_by"])), fold(str(value["put_to"])))
    for column in ("subject", "text"):
        if value[column]:
            yield (*who, column, " ".join(re.findall(r"\w+", str(value[column]).casefold())))


def _minuted(gathered: Gathered) -> Iterator[Fact]:
    for meeting in gathered.book.meetings:
        for item in meeting.items:
            where = item_id(meeting, item)
            for asked, evidence, at in _questions(item):
                yield _fact(where, asked, evidence, at, gathered.who(where))


def _questions(item: Item) -> Iterator[tuple[_Asked, str, Location]]:
    told = _context(_Asked(titled="question" in item.title.casefold()), item.title)
    for place, block in enumerate(item.blocks):
        match block:
            case Subheading(text=text):
                told = _context(told, text)
            case Paragraph(text=text):
                told = _context(told, text)
                below = item.blocks[place + 1] if place + 1 < len(item.blocks) else None
                asked = _sentence(text, told, blocks_text((below,)) if isinstance(below, Quotation) else "")
                if asked:
                    yield asked, text, block.location
            case List(entries=entries):
                for entry in entries:
                    asked = _sentence(entry.text, told, blocks_text(entry.blocks))
                    if asked:
                        number = asked.number or re.sub(r"[^\w.]", "", entry.label).strip(".")
                        yield replace(asked, number=number), entry.text, entry.location
            case Table():
                yield from _table(block, told)


def _context(told: _Asked, text: str) -> _Asked:
    """What a text says of the questions below it; of two kinds in one text the last is meant."""
    kinds = list(_KIND.finditer(text))
    kind = kinds[-1]["kind"].lower() if kinds else told.kind
    answered = _ANSWERED.search(text)
    if answered and not _NOT_ANSWERED.search(text[max(0, answered.start() - 30) : answered.end()]):
        return replace(told, kind=kind, answered=True)
    return replace(told, kind=kind, answered=None if kinds else told.answered)


def _table(table: Table, told: _Asked) -> Iterator[tuple[_Asked, str, Location]]:
    """The rows of a table with a column of those who asked and one of those who were asked."""
    for said, evidence, at in table_rows(table, _COLUMNS):
        if said.get("asked_by") and "put_to" in said:
            by, subject, text = (said.get(name, "") for name in ("asked_by", "subject", "text"))
            number = said.get("number", "").strip(".")
            if text.isdecimal():  # a column called "Question" that holds their numbers
                number, text = number or text, ""
            asked = replace(told, number=number, asked_by=by, subject=subject, text=text)
            yield _put(asked, said["put_to"]), evidence, at


def _sentence(text: str, told: _Asked, below: str) -> _Asked | None:
    found = _SENTENCE.fullmatch(text) or _ASKED.fullmatch(text) or (told.titled and _BY_TO.fullmatch(text))
    if not found:
        return None
    said = found.groupdict("")
    kind = (said.get("a") or said.get("b") or "").strip().lower() or told.kind
    words = said.get("text") or (below if ":" in said["end"] else "")
    asked = replace(told, kind=kind, number=said.get("number", ""), asked_by=said["by"], text=words)
    return _put(asked, said["to"] + said["role"])


def _put(asked: _Asked, to: str) -> _Asked:
    """With the person, and the office after a comma or in brackets, to whom a question was put."""
    return replace(asked, put_to=called(to) if to else "", role=parse(to).role.rstrip(",") if to else "")


def _noticed(gathered: Gathered) -> Iterator[Fact]:
    for item, question in on_notice(gathered.book, Question):
        text = blocks_text(question.blocks)
        answered = True if question.answer else None
        asked = _Asked("written", question.number, question.asked_by, "", "", question.subject, text, answered)
        yield _fact(item, _put(asked, question.put_to), text, question.blocks[0].location, gathered.who(item))


def _fact(where: str, asked: _Asked, evidence: str, at: Location, who: Roll) -> Fact:
    by = called(asked.asked_by) if asked.asked_by else ""
    values: dict[str, Value] = {
        "kind": asked.kind or None,
        "number": asked.number or None,
        "asked_by": by or None,
        "put_to": asked.put_to or None,
        "subject": asked.subject or None,
        "text": asked.text or None,
        "answered": asked.answered,
        "put_to_role": asked.role or None,
        "asked_by_person_id": identify(who, by, public=True),
        "put_to_person_id": identify(who, asked.put_to),
    }
    return Fact(where, values, evidence, at)
