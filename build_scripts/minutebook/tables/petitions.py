"""The table ``petitions``: one row for each petition that was presented, and the exact grammar of how minutes say so.

    - (a) Asking for a crossing in Low Fold – 276 signatures, presented by Councillor A Example.
    - (a) Low Fold: a petition bearing 276 signatures, presented by Councillor A Example, asking for a crossing.
    RESOLVED that a petition bearing 1,019 signatures, presented by …, asking that the pool stay open, be referred to …
    Councillor A Example presented a petition signed by 64 residents requesting new lifts, and Councillor B Example presented …
    Councillor A Example presented a petition on behalf of residents of Low Fold asking for lights.
    - Councillor A Example – 64 signatures – new lifts          - New lifts (64 signatures) – Councillor A Example
    | No | Subject | Signatures | Presented by |

Entries that do not say "petition", and the table, are read only where the item's title or a paragraph above them speaks of
petitions. What says "the petition" speaks of one that was presented before, and is no row. "Over 300 signatures" is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.identity import clauses, item_id
from minutebook.model import BULLET, Block, Book, Decision, Entry, Item, List, Paragraph, Table
from minutebook.problems import Location
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.persons import Roll, identify
from minutebook.tables.row import Row, Value
from minutebook.tables.spoken import PERSON, ROLE, called
from minutebook.tables.tabled import table_rows
from minutebook.text import opening

_COUNT = r"(?P<count>\d{1,3}(?:,\d{3}){1,2}|\d{1,7})"
_ABOUT = r"(?:(?P<about>over|more than|in excess of|at least|some|about|around|approximately|nearly|almost) )?"
_COUNTED = rf"{_ABOUT}{_COUNT} (?:valid |verified |local )?(?:signatures?|signatories|petitioners)\b"
_SIGNATURES = rf"{_ABOUT}{_COUNT} (?:valid |verified |local )?(?:signatures?|signatories|names|residents|people|persons|petitioners)\b"
_BY = rf"(?: (?:was|were))?,? (?:to be )?presented by (?P<by>{PERSON}){ROLE}"
_DASHED = re.compile(
    rf"(?P<subject>\S.{{0,800}}?)(?:,? [–—-] |, | \(){_SIGNATURES}\)?(?:(?: (?:was|were))?(?:,? (?:to be )?presented by|,? [–—-]) (?P<by>{PERSON}){ROLE})?\)?\.?"
)
_PRESENTER_FIRST = re.compile(
    rf"(?P<by>{PERSON}){ROLE}(?: ?[–—-] |: ){_COUNTED}(?:,? [–—-] |, |: )(?P<subject>\S.{{0,800}}?)\.?"
)
_ASKS = (
    r"(?P<asks>(?:which )?(?:asking|asks|asked|requesting|requests|requested|calling|calls|called|urging|objecting|objects|opposing"
    r"|opposed|supporting|seeking|seeks|against|for|about|on|concerning|regarding|relating to|in (?:support|favour) of|entitled)\b"
)
_DONE = r"(?:referred|received|noted|forwarded|accepted|submitted|presented|considered|handed)"
_BEARING = re.compile(
    rf"(?:^|\b(?:that|presented|submitted|received|considered|by|in|and) |[:–—-] )(?P<whole>(?P<a>[Aa]n? (?:(?:e-|paper |electronic |online )?petition))"
    rf"(?: from (?P<from>{PERSON}),?)?(?: on behalf of [^,;:()]{{1,80}},?)?"
    rf"(?:,? (?:bearing|containing|with|of|signed by|carrying|having|from))? {_SIGNATURES}(?: (?:of|from|in) [A-Z][^,;:()]{{1,60}}?)?(?:{_BY})?"
    rf"(?: on behalf of [^,;:()]{{1,80}})?(?: (?:was|had been|has been) (?:received|submitted|presented))?,? ?(?:{_ASKS}.{{1,700}}?))?)"
    rf"(?=,? (?:be|was|were|is|had been|has been|having been) {_DONE}\b| \([A-Z]|[.;]?$|[.;] [A-Za-z]|,? and (?:[Aa]n? (?:e-)?petition|{PERSON}{ROLE} (?:presented|submitted|handed))\b)"
)
_UNCOUNTED = re.compile(
    rf"(?P<whole>(?P<by>{PERSON}){ROLE} (?:then |also )?(?:presented|submitted|handed in) an? (?:e-|paper |electronic |online )?petition"
    rf"(?: (?:on behalf of|from) [^,;:()]{{1,100}}?)?,? {_ASKS} .{{1,700}}?))(?=[.;]?$|[.;] [A-Za-z]| \([A-Z])"
)
_PRESENTED = re.compile(rf"(?P<by>{PERSON}){ROLE} (?:then |also )?(?:presented|submitted|handed in) $")
_FIRST = re.compile(rf"(?P<by>{PERSON}){ROLE}(?: [–—-] |: )")
_SPEAKS = re.compile(r"\bpetitions?\b", re.IGNORECASE)
_COLUMNS = {
    "label": re.compile(r"(?:no\.?|number|ref\.?|reference)?", re.IGNORECASE),
    "subject": re.compile(
        r"(?:subject|petition|title|subject matter|purpose)(?: of (?:the )?petition)?", re.IGNORECASE
    ),
    "count": re.compile(r"(?:no\.? of |number of )?(?:signatures|signatories)", re.IGNORECASE),
    "by": re.compile(r"(?:presented|submitted|sponsored) by|councillor|presenter", re.IGNORECASE),
}
_REACH = 2000
"""How much of a text is read, so that the work stays in proportion to it."""


def rows(gathered: Gathered) -> Iterator[Row]:
    found = (fact for item, where in _items(gathered.book) for fact in _facts(item, where, gathered.who(where)))
    yield from fact_rows("petition", found)


def _items(book: Book) -> Iterator[tuple[Item, str]]:
    for meeting in book.meetings:
        yield from ((item, item_id(meeting, item)) for item in meeting.items)


def _facts(item: Item, where: str, who: Roll) -> Iterator[Fact]:
    spoken = bool(_SPEAKS.search(item.title))
    for block in item.blocks:
        if isinstance(block, Paragraph):
            spoken = spoken or bool(_SPEAKS.search(block.text))
        for label, text, at, listed in _texts(block):
            for told in _read(text, listed=listed and spoken):
                yield _fact(where, label, told, at, who)
        if isinstance(block, Table) and spoken:
            yield from _table(block, where, who)


def _texts(block: Block) -> Iterator[tuple[str, str, Location, bool]]:
    """Label, text and place of each passage, and whether it is an entry of a list."""
    match block:
        case Paragraph(text=text, location=at):
            yield "", text, at, False
        case List(entries=entries):
            yield from (_entry(entry) for entry in entries)
        case Decision(clauses=entries):
            yield "", opening(block), block.location, False
            yield from (_entry(clause.entry) for clause in clauses(entries))


def _entry(entry: Entry) -> tuple[str, str, Location, bool]:
    return "" if entry.label == BULLET else entry.label, entry.text, entry.location, True


def _read(text: str, *, listed: bool) -> Iterator[dict[str, str]]:
    """Subject, count, by and evidence of each petition that a passage tells of."""
    text = text[:_REACH]
    bearing = list(_BEARING.finditer(text))
    for told in bearing:
        yield _borne(text, told, listed=listed)
    if bearing:
        return
    entry = (_DASHED.fullmatch(text) or _PRESENTER_FIRST.fullmatch(text)) if listed else None
    for told in (entry,) if entry else _UNCOUNTED.finditer(text):
        said = told.groupdict("")
        subject = said.get("subject") or said.get("asks", "").strip(" .;,")
        yield {**said, "subject": subject, "evidence": said.get("whole") or text}


def _borne(text: str, told: re.Match[str], *, listed: bool) -> dict[str, str]:
    """A petition that says how many signed it, with the words before it: a heading, or who presented it."""
    before = text[: told.start("whole")]
    heading = before.removesuffix(": ").strip() if listed and before.endswith(": ") else ""
    presenter = _PRESENTED.search(before)
    subject = ": ".join(part for part in (heading, (told["asks"] or "").strip(" .;,")) if part)
    by = told["by"] or told["from"] or (presenter["by"] if presenter else "")
    if listed and not by and (first := _FIRST.fullmatch(before)):
        by = first["by"]
    start = 0 if heading else presenter.start("by") if presenter else told.start("whole")
    said = {"count": told["count"], "about": told["about"] or "", "by": by}
    return {**said, "subject": subject, "evidence": text[start : told.end("whole")]}


def _table(table: Table, where: str, who: Roll) -> Iterator[Fact]:
    """The rows of a table with a column of subjects and one of signatures."""
    for said, evidence, at in table_rows(table, _COLUMNS):
        if said.get("subject") and re.fullmatch(_COUNT, said.get("count", "")):
            told = {"by": "", **said, "evidence": evidence}
            yield _fact(where, said.get("label", ""), told, at, who)


def _fact(where: str, label: str, told: dict[str, str], at: Location, who: Roll) -> Fact:
    by = called(told["by"]) if told["by"] else ""
    values: dict[str, Value] = {
        "label": label or None,
        "subject": told["subject"] or None,
        "signatures": int(told["count"].replace(",", "")) if told.get("count") and not told.get("about") else None,
        "presented_by": by or None,
        "person_id": identify(who, by, public=True),
    }
    return Fact(where, values, told["evidence"], at)
