"""Where a minute stands that a later one cites: the archive by body, year, day and number, indexed once.

Numbers are compared as ids write them ("PL/24/017" is ``pl-24-017``). "18/25" is also minute 18 of the municipal year
that begins in 2025, whether or not the minute prints its year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from minutebook.identity import item_id, meeting_id, municipal_year, number_key
from minutebook.model import Book, Item, Meeting

_WITH_YEAR = re.compile(r"(?P<number>\w{1,12})[/-](?P<year>\d{2}|20\d{2})(?:[/-]\d{2})?")


@dataclass(frozen=True, slots=True)
class Minute:
    """One minute of the archive, with its meeting. ``order`` counts meetings by date."""

    id: str
    meeting: Meeting
    item: Item
    order: int


@dataclass(frozen=True, slots=True)
class Archive:
    """Every minute by what cites it, in the order held."""

    items: Mapping[str, Minute]
    by_year: Mapping[tuple[str, str, str], tuple[Minute, ...]]  # body, municipal year ("": any), number
    by_day: Mapping[tuple[str, dt.date, str], tuple[Minute, ...]]  # body, day, number
    by_meeting: Mapping[tuple[str, str], tuple[Minute, ...]]  # meeting, number
    meetings: Mapping[tuple[str, dt.date], tuple[str, ...]]  # body and day to ids of meetings
    year_starts: int


def archive(book: Book) -> Archive:
    """The index of a book: one pass over its minutes."""
    items: dict[str, Minute] = {}
    by_year: dict[tuple[str, str, str], list[Minute]] = {}
    by_day: dict[tuple[str, dt.date, str], list[Minute]] = {}
    by_meeting: dict[tuple[str, str], list[Minute]] = {}
    meetings: dict[tuple[str, dt.date], list[str]] = {}
    for order, meeting in enumerate(book.meetings):
        held, year = meeting_id(meeting), municipal_year(meeting.date, book.council.year_starts)
        meetings.setdefault((meeting.body, meeting.date), []).append(held)
        for item in meeting.items:
            minute = items[item_id(meeting, item)] = Minute(item_id(meeting, item), meeting, item, order)
            if "/" in item.number:  # it holds its year, and may be cited in any other
                by_year.setdefault((meeting.body, "", number_key(item.number)), []).append(minute)
            for key in _keys(item.number):
                by_year.setdefault((meeting.body, year, key), []).append(minute)
                by_day.setdefault((meeting.body, meeting.date, key), []).append(minute)
                by_meeting.setdefault((held, key), []).append(minute)
    return Archive(
        items,
        {key: tuple(found) for key, found in by_year.items()},
        {key: tuple(found) for key, found in by_day.items()},
        {key: tuple(found) for key, found in by_meeting.items()},
        {key: tuple(found) for key, found in meetings.items()},
        book.council.year_starts,
    )


def in_meeting(index: Archive, meeting: Meeting, number: str) -> Minute | None:
    """The one minute of a meeting with this number."""
    return _only(index.by_meeting.get((meeting_id(meeting), number_key(number)), ()))


def on_day(index: Archive, body: str, date: dt.date, number: str) -> Minute | None:
    """The one minute that a body took on a day with this number; where the number names a year, it must be that day's."""
    found = index.by_day.get((body, date, number_key(number)), ())
    plain, year = _split(number, index.year_starts)
    if not found and year == municipal_year(date, index.year_starts):
        found = index.by_day.get((body, date, plain), ())
    return _only(found)


def before(index: Archive, body: str, number: str, citing: Minute) -> Minute | None:
    """The minute of a body with this number at its nearest meeting before, of the municipal year that the number names.

    A number without a year is sought in the municipal year of the citing minute, its own meeting included.
    """
    plain, year = _split(number, index.year_starts)
    this = municipal_year(citing.meeting.date, index.year_starts)
    exact = number_key(number)
    sought = ((body, this, exact), (body, year, plain), (body, "", exact))
    return next((found for key in sought if (found := _nearest(index.by_year.get(key, ()), citing))), None)


def _nearest(found: tuple[Minute, ...], citing: Minute) -> Minute | None:
    """The last that was not held after the citing minute. Its own meeting counts, but only if no other has the number."""
    past = [one for one in found if one.meeting.date <= citing.meeting.date and one.id != citing.id]
    same = [one for one in past if one.meeting is citing.meeting]
    earlier = [one for one in past if one.meeting is not citing.meeting and _held_before(one, citing)]
    if same:
        return None if earlier else _only(tuple(same))
    return _only(tuple(one for one in earlier if one.order == earlier[-1].order)) if earlier else None


def _held_before(one: Minute, citing: Minute) -> bool:
    return one.meeting.body != citing.meeting.body or one.order < citing.order


def _only(found: tuple[Minute, ...]) -> Minute | None:
    return found[0] if len(found) == 1 else None


def _keys(number: str) -> tuple[str, ...]:
    """A minute's number as it may be cited: whole, and without the year that it prints."""
    if not number:
        return ()
    whole, plain = number_key(number), _split(number, 1)[0]
    return (whole, plain) if plain and plain != whole else (whole,)


def _split(number: str, year_starts: int) -> tuple[str, str]:
    """``18/25`` is ("18", "2025/26"); empty where a number names no year."""
    match = _WITH_YEAR.fullmatch(number)
    if not match:
        return "", ""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    return number_key(match["number"]), municipal_year(dt.date(year, 12, 31), year_starts)
