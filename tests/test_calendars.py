"""Calendars as a calendar program opens them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from minutebook.agenda_model import Agenda
from minutebook.calendars import render_calendars
from minutebook.contract import Contract
from minutebook.council_model import Council
from minutebook.edition import Edition
from minutebook.model import Body, Book, Meeting

COUNCIL = Council(id="example", name="Example Council", url="https://minutes.example.org/")
BODIES = (Body("cabinet", "Cabinet"), Body("forum", "Forum"))


def opened(path="feeds/meetings.ics", meetings=(), agendas=(), council=COUNCIL):
    book = Book(council, BODIES, meetings=tuple(meetings), agendas=tuple(agendas))
    files = render_calendars(Edition(book, {}, Contract({}, {}), {}, dt.date(2026, 1, 1)))
    assert files == render_calendars(Edition(book, {}, Contract({}, {}), {}, dt.date(2026, 1, 1)))
    calendar = Calendar.from_ical(files[path])
    return list(calendar.walk("VEVENT"))


@pytest.mark.parametrize(("date", "utc"), [(dt.date(2026, 1, 14), 14), (dt.date(2026, 7, 14), 13)])
def test_a_time_is_that_of_the_council_s_clock_in_winter_and_summer(date, utc):
    (event,) = opened(meetings=[Meeting("cabinet", date, start=dt.time(14), end=dt.time(15, 30))])
    start = event.decoded("dtstart")
    assert (start.hour, start.astimezone(dt.UTC).hour) == (14, utc)
    assert start.astimezone(ZoneInfo("Europe/London")).replace(tzinfo=None) == dt.datetime.combine(date, dt.time(14))
    assert event.decoded("dtend") - start == dt.timedelta(minutes=90)


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        ("2026-03-29 00:59", 0),
        ("2026-03-29 02:00", 1),
        ("2026-07-14 14:00", 1),
        ("2026-10-25 00:59", 1),
        ("2026-10-25 02:00", 0),
        ("2027-01-14 14:00", 0),
    ],
)
def test_the_file_itself_holds_the_rule_of_summer_time(moment, hours):
    """As a program reads it that knows no zone by name; to the minute at which the clocks change."""
    book = Book(COUNCIL, BODIES, meetings=(Meeting("cabinet", dt.date(2026, 7, 14), start=dt.time(14)),))
    content = render_calendars(Edition(book, {}, Contract({}, {}), {}, dt.date(2026, 1, 1)))["feeds/meetings.ics"]
    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    read = dt.datetime.fromisoformat(moment).replace(tzinfo=zone.to_tz(lookup_tzid=False))
    assert read.utcoffset() == dt.timedelta(hours=hours)


def test_a_meeting_is_one_event_from_its_notice_to_its_minutes():
    agenda = Agenda("cabinet", dt.date(2026, 7, 14), start=dt.time(14), place="Guildhall")
    minutes = Meeting("cabinet", dt.date(2026, 7, 14), end=dt.time(16))
    (before,) = opened(agendas=[agenda])
    (after,) = opened(agendas=[agenda], meetings=[minutes])
    assert before["uid"] == after["uid"]
    assert before["url"] == "https://minutes.example.org/agendas/cabinet/2026-07-14/"
    assert after["url"] == "https://minutes.example.org/meetings/cabinet/2026-07-14/"
    assert (str(after["location"]), after.decoded("dtstart").hour, after.decoded("dtend").hour) == ("Guildhall", 14, 16)


def test_a_meeting_that_moved_is_cancelled_on_its_first_day_and_keeps_its_uid():
    first = Agenda("cabinet", dt.date(2026, 7, 14), start=dt.time(14), notice=dt.date(2026, 7, 6))
    (planned,) = opened(agendas=[first])
    moved = replace(first, status="moved", moved_to=dt.date(2026, 7, 21))
    old, new = opened(agendas=[moved, replace(first, date=dt.date(2026, 7, 21))])
    assert (old["status"], new["status"]) == ("CANCELLED", "CONFIRMED")
    assert old["uid"] == planned["uid"] != new["uid"]
    assert old["sequence"] > planned["sequence"]
    assert "Moved to 21 July 2026" in old["description"]
    assert old["summary"].startswith("Not held: ")


def test_a_cancelled_meeting_says_so_and_a_body_has_its_own_calendar():
    meetings = [
        Meeting("forum", dt.date(2026, 7, 14), status="cancelled"),
        Meeting("cabinet", dt.date(2026, 7, 15), status="scheduled"),
    ]
    (own,) = opened("feeds/bodies/forum.ics", meetings=meetings)
    assert own["status"] == "CANCELLED"
    assert own.decoded("dtstart") == dt.date(2026, 7, 14)
    assert len(opened(meetings=meetings)) == 2
    assert opened("feeds/bodies/cabinet.ics") == []


def test_text_of_the_record_stays_one_line_of_text():
    council = replace(COUNCIL, name="Tea, Cake; and \\ Council")
    (event,) = opened(
        meetings=[Meeting("cabinet", dt.date(2026, 7, 14), place="Room 1; upstairs, left")], council=council
    )
    assert str(event["location"]) == "Room 1; upstairs, left"
    assert str(event["summary"]) == "Cabinet, Tea, Cake; and \\ Council"
