"""Calendars: all meetings, past and to come, as iCalendar (RFC 5545), one file for all bodies and one for each.

A meeting is one event from its first notice to its approved minutes: its UID hangs on the council's id and the meeting's
id. One that was moved stays on its first day as cancelled, and says so; the new day has an event of its own. Times are
those of Europe/London, with its rule of summer time in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

from minutebook import identity
from minutebook.council_model import Council
from minutebook.edition import Edition
from minutebook.feeds.entry import permanent_id
from minutebook.feeds.lasting import former, original
from minutebook.identity import CALENDAR, body_calendar
from minutebook.model import Body, Book

_ZONE = ZoneInfo("Europe/London")
_SUMMER_TIME = Timezone.from_ical(
    """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19811025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
)
"""Clocks go forward on the last Sunday of March and back on the last one of October, at 1:00am in Greenwich."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One meeting as a calendar shows it. ``changes`` counts the changes that subscribers must be told of."""

    id: str  # the meeting's
    body: Body
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    place: str
    cancelled: bool
    told: str  # why it is not held, or what there is to read
    address: str  # from the site's root
    stamp: dt.date  # when the record last said something of it
    first: str  # the id that the meeting had first: its event hangs on that
    changes: int = 0


def render_calendars(edition: Edition) -> Mapping[str, bytes]:
    """All calendars of an edition: path from the site's root, ``feeds/meetings.ics``, to the file's bytes."""
    council, found = edition.book.council, occasions(edition.book)
    files = {CALENDAR: _calendar(council, f"Meetings of {council.name}", found)}
    for body in edition.book.bodies:
        own = tuple(one for one in found if one.body.id == body.id)
        written = _calendar(council, f"{body.name}, {council.name}", own)
        for name in (body.id, *former(f"bodies/{body.id}", edition.book.redirects)):
            files[body_calendar(name)] = written
    return files


def occasions(book: Book) -> tuple[Occasion, ...]:
    """Every meeting that has minutes or an agenda, the earliest first. What the minutes say goes before the agenda."""
    bodies = {body.id: body for body in book.bodies}
    found = {one.id: one for one in _called(book, bodies)}
    for one in _held(book, bodies):
        notice = found.get(one.id)
        found[one.id] = (
            replace(one, start=one.start or notice.start, place=one.place or notice.place) if notice else one
        )
    return tuple(sorted(found.values(), key=lambda one: (one.date, one.start or dt.time(), one.id)))


def _called(book: Book, bodies: Mapping[str, Body]) -> Iterator[Occasion]:
    for agenda in book.agendas:
        moved = f"Moved to {agenda.moved_to.day} {agenda.moved_to:%B %Y}." if agenda.moved_to else ""
        stopped = agenda.status != "scheduled"
        yield Occasion(
            id=identity.agenda_id(agenda),
            body=bodies[agenda.body],
            date=agenda.date,
            start=agenda.start,
            end=None,
            place=agenda.place,
            cancelled=stopped,
            told=moved or ("Cancelled." if stopped else "Agenda."),
            address=identity.agenda_page(agenda),
            stamp=agenda.published or agenda.notice or agenda.date,
            first=original(identity.agenda_id(agenda), book.redirects),
            changes=int(stopped),
        )


def _held(book: Book, bodies: Mapping[str, Body]) -> Iterator[Occasion]:
    for meeting in book.meetings:
        stopped = meeting.status == "cancelled"
        yield Occasion(
            id=identity.meeting_id(meeting),
            body=bodies[meeting.body],
            date=meeting.date,
            start=meeting.start,
            end=meeting.end,
            place=meeting.place,
            cancelled=stopped,
            told="Cancelled." if stopped else "" if meeting.status == "scheduled" else "Minutes.",
            address=identity.meeting_page(meeting),
            stamp=max((meeting.published or meeting.date, *(each.date for each in meeting.corrections))),
            first=original(identity.meeting_id(meeting), book.redirects),
            changes=int(stopped) + len(meeting.corrections),
        )


def _calendar(council: Council, name: str, found: tuple[Occasion, ...]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Minutebook//{council.id}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", _ZONE.key)
    if any(one.start for one in found):
        calendar.add_component(_SUMMER_TIME)
    for one in found:
        calendar.add_component(_event(council, one))
    written: bytes = calendar.to_ical()
    return written


def _event(council: Council, one: Occasion) -> Event:
    event = Event()
    event.add("uid", permanent_id(council.id, f"calendar/{one.first}"))
    event.add("dtstamp", dt.datetime.combine(one.stamp, dt.time(12), dt.UTC))
    event.add("sequence", one.changes)
    event.add("summary", f"{'Not held: ' if one.cancelled else ''}{one.body.name}, {council.name}")
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    if one.start:
        event.add("dtstart", dt.datetime.combine(one.date, one.start, _ZONE))
        if one.end and one.end > one.start:
            event.add("dtend", dt.datetime.combine(one.date, one.end, _ZONE))
    else:
        event.add("dtstart", one.date)
    if one.place:
        event["location"] = vText(one.place)
    address = f"{council.url}{one.address}" if council.url else ""
    if address:
        event.add("url", address)
    event.add("description", f"{one.told} {address}".strip())
    return event
