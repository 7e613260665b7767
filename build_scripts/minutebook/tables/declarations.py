"""The register ``declarations``: who declared an interest, of what kind, in which minute, and whether they withdrew.

    Councillor A Example declared an other relevant interest in minutes 39 and 44 below, as a trustee. She withdrew …
    Councillors A Example and B Sample declared disclosable pecuniary interests in what Minute 59 below refers to …
    There were no declarations of interest.

and, only below a title that speaks of interests,

    - Councillor A Example – personal interest in item 5
    Further to Minute 46 below, the Board noted that Mr Sample is a member of the Stakeholder Group.
    | Councillor A Example | 14 | Personal interest, as a trustee |      (below a header with "Minute No." or "Item")

An interest declared below another title concerns that minute, unless it names one. "Having declared" tells of a declaration
made before and is none. Where the number and the title that stand together are of two minutes, neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook.identity import item_id, number_key
from minutebook.model import Item, Meeting
from minutebook.names import fold
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.passages import Passage, passages
from minutebook.tables.persons import PEOPLE, PERSON, Roll, identify, names
from minutebook.tables.row import Row

COLUMNS = ("person_id", "name", "interest", "about_item_id", "withdrew")

_TITLE = re.compile(r"\binterests?\b", re.IGNORECASE)
_OFFICE = r"(?: ?\([^()]{1,60}\))?(?:,[^.;:,]{1,80},)?"
_DECLARED = re.compile(
    rf"(?P<who>{PEOPLE}){_OFFICE}(?: (?:each|both|also|further|then|all|verbally|duly|had))*"
    r" (?:declared|disclosed|registered|made a declaration of) (?P<kind>(?:(?:an?|the|his|her|their|that)\b[^.;:]{0,60}?|(?:[\w-]+ ){0,3}?)\b(?:[Ii]nterests?|DPIs?)\b)"
)
_LISTED = re.compile(rf"(?P<who>{PEOPLE}){_OFFICE} ?[-–—:|] ?(?P<kind>.)")
_NOTED = re.compile(
    rf"\b(?:noted|advised|informed|declared|stated) that (?P<who>{PERSON}) (?:is|was) (?P<kind>an?|the) "
    r"(?:\w+ ){0,3}?(?:member|trustee|governor|director|employee|chair|president|tenant|owner|patron|volunteer|shareholder)\b"
)
_NONE = re.compile(
    r"(?:There were|There was|(?:Members|Councillors) had (?:no|nothing)|No (?:members?|councillors?|interests?|declarations?|disclosures?)|None\b|Nil\b)[^.;]{0,160}?"
    r"(?:\binterests?\b|\bnone\b|\bdeclar\w+|\bmade|\bNone|\bNil|[.]|$)",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|none|nil|nothing)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:other than|apart from|except|save)\b", re.IGNORECASE)
_PECUNIARY = re.compile(r"(?<!non-)(?<!non )\bdisclosable pecuniary\b|\bDPIs?\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:other|personal|prejudicial|non-? ?pecuniary|non-? ?disclosable|non-? ?registrable|non-? ?registerable|registrable"
    r"|registerable|conflict of)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"(?P<what>minute|agenda item|item)s?(?: nos?\.?| numbers?)?", re.IGNORECASE)
_PERSON_FIRST = re.compile(PEOPLE)
_IN_RELATION = re.compile(
    r"\b(?:[Ii]n (?:relation|respect|regard) (?:to|of)|[Ww]ith (?:regard|reference) to|[Rr]egarding|[Oo]n) (?P<what>(?:the )?(?:minute|agenda item|item)s?\b[^.;]{1,160}, )$",
    re.IGNORECASE,
)
_NUMBER = r"(?:[A-Z]{1,4}/)?\d{1,4}(?:/\d{1,4}){0,2}[a-z]?(?:\([a-z\d]{1,4}\))?(?![\w(])"
_ABOUT = re.compile(
    rf"\b(?P<what>minutes?|agenda items?|items?)(?: (?:nos?\.?|numbers?))? (?P<list>{_NUMBER}(?:(?:, and |, | and | & ){_NUMBER}){{0,9}})"
    r"(?: (?:below|above))?(?:,? ?\(?(?P<title>.{1,200}))?",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?<!not )\bwithdr[ae]w(?= (?:from|for|during|while|whilst)\b|[.,;]|$)|\bleft the (?:meeting|room|chamber)\b"
    r"|\brecused (?:themsel(?:ves|f)|himself|herself) from the (?:meeting|room|chamber)\b"
    r"|\bremained in the (?:meeting|room|chamber)\b|\bdid not (?:withdraw|leave)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """The item that a declaration stands in, and the ids and titles of the meeting's items."""

    meeting: Meeting
    item: Item
    by_number: Mapping[str, str]  # a number's key to an item's id; "" where two items have it
    titles: Mapping[str, str]  # an item's id to the words of its title
    who: Roll
    of_interests: bool  # whether the item's title speaks of interests


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows("declaration", (fact for meeting, who in gathered.rolls for fact in _meeting(meeting, who)))


def _meeting(meeting: Meeting, who: Roll) -> Iterator[Fact]:
    by_number: dict[str, str] = {}
    for item in meeting.items:
        key = number_key(item.number)
        by_number[key] = "" if key in by_number else item_id(meeting, item)
    titles = {item_id(meeting, item): _words(item.title) for item in meeting.items}
    for item in meeting.items:
        place = _Place(meeting, item, by_number, titles, who, bool(_TITLE.search(item.title)))
        yield from _item(place, [one for one in passages(item) if not one.decision and not one.quoted])


def _item(place: _Place, texts: list[Passage]) -> Iterator[Fact]:
    nil = next((one for one in texts if _nil(one.text)), None)
    named = [fact for passage in texts for fact in _named(place, passage, nil=bool(nil))]
    yield from named
    if nil and place.of_interests and not named:
        values = {**dict.fromkeys(COLUMNS), "interest": "none-declared"}
        yield Fact(item_id(place.meeting, place.item), values, nil.text, nil.location)


def _nil(text: str) -> bool:
    """Whether a passage says that nobody declared anything: "There were none.", "No interests were declared"."""
    match = _NONE.match(text)
    return bool(match and _NO.search(match.group()) and not _BUT.search(text))


def _named(place: _Place, passage: Passage, *, nil: bool) -> Iterator[Fact]:
    text = _side_by_side(passage)
    found = list(_DECLARED.finditer(text))
    if not found and place.of_interests:
        first = _NOTED.search(text) or (_LISTED.match(text) if passage.label or "|" in text else None)
        found = [first] if first else []
    for number, match in enumerate(found, 1):
        after = found[number].start() if number < len(found) else len(text)
        said = text[match.start("kind") : after]
        withdrew = _withdrew(said)
        evidence = passage.text if len(found) == 1 else text[match.start() : after].strip()
        kind = "other" if match.re is _NOTED and nil else _kind(match, said)
        for name in names(match["who"]):
            for about in _about(place, text if match.re is _NOTED else f"{_relation(text[: match.start()])}{said}"):
                cells = (identify(place.who, name), name, kind, about, withdrew)
                values = dict(zip(COLUMNS, cells, strict=True))
                yield Fact(item_id(place.meeting, place.item), values, evidence, passage.location)


def _relation(before: str) -> str:
    """What stands before a declaration and says what it concerns: "In relation to Minute 14, "."""
    found = _IN_RELATION.search(before)
    return found["what"] if found else ""


def _side_by_side(passage: Passage) -> str:
    """A passage's text; of a table's row, with the people first, and the numbers below "Minute No." as "Minute 14"."""
    columns = zip(passage.header, passage.cells, strict=False)
    cells = [f"{of['what']} {cell}" if (of := _COLUMN.fullmatch(title)) and cell else cell for title, cell in columns]
    return " | ".join(sorted(cells, key=lambda cell: not _PERSON_FIRST.match(cell))) or passage.text


def _kind(match: re.Match[str], said: str) -> str | None:
    told = match["kind"] if match.re is _DECLARED else said.split(".", maxsplit=1)[0]
    if _PECUNIARY.search(told):
        return "disclosable-pecuniary"
    return "other" if _OTHER.search(told) else None


def _withdrew(said: str) -> bool | None:
    match = _LEFT.search(said)
    return not re.match(r"remained|did not", match.group(), re.IGNORECASE) if match else None


def _about(place: _Place, said: str) -> Iterator[str | None]:
    """The ids of the minutes that an interest concerns; one None where the words name none, or contradict themselves."""
    match = _ABOUT.search(said.split(". ", maxsplit=1)[0])
    if not match:
        yield None if place.of_interests else item_id(place.meeting, place.item)
        return
    numbers = re.split(r", and |, | and | & ", match["list"])
    ids = [_id(place, match["what"], number) for number in numbers]
    title = _words(match["title"] or "")
    other = any(known not in ids and name and title.startswith(name) for known, name in place.titles.items())
    yield from (None,) if other or not any(ids) else [found for found in ids if found]


def _words(title: str) -> str:
    """A title's words, each followed by a space, so that no title begins with a part of another's word."""
    return "".join(f"{word} " for word in re.findall(r"\w+", fold(title)))


def _id(place: _Place, what: str, number: str) -> str | None:
    """The item of a number. An agenda's numbers are the minutes' only where the minutes begin at 1 as agendas do."""
    if "item" in what.lower() and place.meeting.items[0].number != "1":
        return None
    return place.by_number.get(number_key(number)) or None
