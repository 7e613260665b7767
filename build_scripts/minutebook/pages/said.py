"""What the registers say of each person: motions, questions, declarations and so on, each with where it was minuted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from minutebook import identity
from minutebook.pages.record import Minuted, Record, grouped
from minutebook.tables import Row

_LONG = 160


@dataclass(frozen=True, slots=True)
class Said:
    """A fact about a person. ``what`` is in the words of the record; ``how`` says in plain words what the person did."""

    what: str
    how: str
    place: str  # "Cabinet, 4 November 2025, minute 37"
    address: str
    date: dt.date
    updated: dt.date | None  # when the minutes that it is read from last changed
    year: str


@dataclass(frozen=True, slots=True)
class Kind:
    """All facts of one kind about one person, the newest first. ``key`` is the anchor of the list."""

    key: str
    heading: str
    facts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What facts refer to: minutes and votes taken, each by its id."""

    minuted: Mapping[str, Minuted]
    divisions: Mapping[str, Row]


Told = tuple[str, str, str]
"""A person's id, what the fact is about (empty: the title of the minute), and what the person did."""


def said(record: Record) -> Mapping[str, tuple[Kind, ...]]:
    """What there is to say of each person, by the person's id, kinds in the order of a page."""
    found: dict[str, list[Kind]] = {}
    known = Known(record.minuted, divisions(record))
    for key, (heading, tables) in KINDS.items():
        facts = [fact for table, read in tables.items() for fact in _facts(record, table, read, known)]
        newest = sorted(facts, key=lambda fact: fact[1].date, reverse=True)
        for person, own in grouped((each for _, each in newest), (person for person, _ in newest)).items():
            found.setdefault(person, []).append(Kind(key, heading, tuple(own)))
    return {person: tuple(kinds) for person, kinds in found.items()}


def _facts(
    record: Record, table: str, read: Callable[[Row, Known], Iterator[Told]], known: Known
) -> Iterator[tuple[str, Said]]:
    first_month = record.edition.book.council.year_starts
    for row in record.edition.tables.get(table, ()):
        place = record.minuted.get(_text(row, "item_id")) or record.asked.get(_text(row, "agenda_item_id"))
        if place is None:
            continue
        for person, what, how in read(row, known):
            year = identity.municipal_year(place.date, first_month)
            shown = shortened(what) or place.title
            yield person, Said(shown, how, place.told, place.address, place.date, place.updated, year)


def _motions(row: Row, _: Known) -> Iterator[Told]:
    if not _text(row, "item_id"):
        yield from _noticed(row)
        return
    ending = _ending(row, "amended, " if row.values.get("amended") else "")
    yield from _moving(row, "", ending)


def _noticed(row: Row) -> Iterator[Told]:
    """A motion on an agenda: notice was given of it, and nobody has moved it yet."""
    mover, seconder = _text(row, "moved_by"), _text(row, "seconded_by")
    if person := _text(row, "moved_by_person_id"):
        yield person, "", f"Gave notice of a motion{f', to be seconded by {seconder}' if seconder else ''}"
    if person := _text(row, "seconded_by_person_id"):
        yield person, "", f"Is to second a motion{f' of {mover}' if mover else ''}"


def _amendments(row: Row, _: Known) -> Iterator[Told]:
    yield from _moving(row, " an amendment", _ending(row, "accepted, " if row.values["accepted"] else ""))


def _moving(row: Row, what: str, ending: str) -> Iterator[Told]:
    """The mover, told who seconded, and the seconder, told who moved."""
    mover, seconder = _text(row, "moved_by"), _text(row, "seconded_by")
    if person := _text(row, "moved_by_person_id"):
        yield person, "", f"Moved{what}{f', seconded by {seconder}' if seconder else ''}{ending}"
    if person := _text(row, "seconded_by_person_id"):
        yield person, "", f"Seconded{what}{f', moved by {mover}' if mover else ''}{ending}"


def _ending(row: Row, before: str) -> str:
    outcome = _text(row, "outcome")
    return f"; {before}{outcome}".rstrip(", ") if before or outcome else ""


def _questions(row: Row, _: Known) -> Iterator[Told]:
    asker, answerer = _text(row, "asked_by"), _text(row, "put_to") or _text(row, "put_to_role")
    what = _text(row, "subject") or _text(row, "text")
    if person := _text(row, "asked_by_person_id"):
        yield person, what, f"Asked{f' of {answerer}' if answerer else ''}"
    if person := _text(row, "put_to_person_id"):
        done = f"Answered {asker}".strip() if row.values["answered"] else f"Was asked by {asker}".removesuffix(" by ")
        yield person, what, done


def _declarations(row: Row, known: Known) -> Iterator[Told]:
    if person := _text(row, "person_id"):
        about = known.minuted.get(_text(row, "about_item_id"))
        stayed = {True: "; withdrew from the meeting", False: "; did not withdraw", None: ""}[bool_of(row, "withdrew")]
        yield person, about.item.title if about else "", f"{INTERESTS[_text(row, 'interest')]}{stayed}"


def _appointments(row: Row, _: Known) -> Iterator[Told]:
    if person := _text(row, "person_id"):
        instead = _text(row, "in_place_of")
        yield person, _text(row, "to"), f"Appointed{f' in place of {instead}' if instead else ''}"


def _votes(row: Row, known: Known) -> Iterator[Told]:
    if person := _text(row, "person_id"):
        division = known.divisions.get(_text(row, "division_id"))
        yield person, "", f"{VOTES[_text(row, 'vote')]}{voted_on(division)}"


def voted_on(division: Row | None) -> str:
    """What was voted on, and what became of it, after other words: ``: on an amendment, which was lost``."""
    if division is None:
        return ""
    thing = "an amendment" if division.values["amendment_id"] else "the motion" if division.values["motion_id"] else ""
    outcome = _text(division, "outcome")
    told = f", which was {outcome}" if outcome and thing else f"; the vote was {outcome}" if outcome else ""
    return f"{f': on {thing}' if thing else ''}{told}"


def _petitions(row: Row, _: Known) -> Iterator[Told]:
    if person := _text(row, "person_id"):
        signed = row.values["signatures"]
        count = "" if signed is None else f", {signed:,} {'signature' if signed == 1 else 'signatures'}"
        yield person, _text(row, "subject"), f"Presented{count}"


KINDS: Mapping[str, tuple[str, Mapping[str, Callable[[Row, Known], Iterator[Told]]]]] = {
    "motions": ("Motions and amendments", {"motions": _motions, "amendments": _amendments}),
    "questions": ("Questions", {"questions": _questions}),
    "petitions": ("Petitions presented", {"petitions": _petitions}),
    "declarations": ("Declarations of interest", {"declarations": _declarations}),
    "appointments": ("Appointments", {"appointments": _appointments}),
    "votes": ("Recorded votes", {"votes": _votes}),
}
"""Each kind by the anchor of its list: its heading, and what is read from which table."""

INTERESTS = {
    "disclosable-pecuniary": "Disclosable pecuniary interest",
    "other": "Other interest",
    "none-declared": "No interest declared",
}
VOTES = {"for": "Voted for", "against": "Voted against", "abstained": "Abstained", "casting": "Gave a casting vote"}


def divisions(record: Record) -> Mapping[str, Row]:
    """Every vote taken, by its id."""
    return {_text(row, "division_id"): row for row in record.edition.tables.get("divisions", ())}


def shortened(text: str) -> str:
    """Words of the record on one line, cut where they are long."""
    words = " ".join(text.split())
    return words if len(words) <= _LONG else f"{words[:_LONG].rpartition(' ')[0]} …"


def bool_of(row: Row, column: str) -> bool | None:
    """A truth, or None where the minutes do not say."""
    value = row.values[column]
    return value if isinstance(value, bool) else None


def _text(row: Row, column: str) -> str:
    value = row.values.get(column)
    return value if isinstance(value, str) else ""
