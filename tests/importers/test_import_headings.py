"""The head of minutes: which body met, when and where, in the ways that councils say it."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.importers import dates, flow, heading, plain

HEADS = {
    "Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025": ("Cabinet", "18:30", "", ""),
    "Minutes of the Meeting of Homes Scrutiny Board (2)\n\nheld at 10.00 am on Tuesday, 4 November 2025": (
        "Homes Scrutiny Board (2)",
        "10:00",
        "",
        "",
    ),
    "At a meeting of the Planning Committee held in the Council Chamber, Town Hall on Tuesday 4th November 2025, commencing at 6pm": (
        "Planning Committee",
        "18:00",
        "",
        "Council Chamber, Town Hall",
    ),
    "LOWER UPTON PARISH COUNCIL\n\nMinutes of the Annual Meeting held in the Village Hall on 4 November 2025 at 7.30pm": (
        "Lower Upton Parish Council",
        "19:30",
        "",
        "Village Hall",
    ),
    "LOWER UPTON PARISH COUNCIL\n\nMINUTES\n\nTuesday 4 November 2025\n\nVenue: Village Hall\n\nTime: 7.30pm": (
        "Lower Upton Parish Council",
        "19:30",
        "",
        "Village Hall",
    ),
    "Health, Housing and Adult Care Committee\n\nMinutes\n\nTuesday, 4 November 2025\n6.00 pm - 8.15 pm\nCouncil Chamber": (
        "Health, Housing and Adult Care Committee",
        "18:00",
        "20:15",
        "Council Chamber",
    ),
    "Minutes of the Extraordinary Council Meeting held on 4/11/2025": ("Council", "", "", ""),
    "Time and Date\n2.00 pm on Tuesday, 4th November, 2025\nPlace\nCouncil House\n\nAudit Committee": (
        "Audit Committee",
        "14:00",
        "",
        "Council House",
    ),
    "Planning Committee Minutes - 4 November 2025": ("Planning Committee", "", "", ""),
    "MINUTES OF THE MEETING OF THE OVERVIEW AND SCRUTINY PANEL HELD ON TUESDAY, 4 NOVEMBER 2025 IN THE GUILDHALL AT 7.00PM": (
        "Overview and Scrutiny Panel",
        "19:00",
        "",
        "Guildhall",
    ),
    "Minutes of the Licensing Sub-Committee (B), Tuesday 4 November 2025, 10am, Room 3": (
        "Licensing Sub-Committee (B)",
        "10:00",
        "",
        "",
    ),
    "Committee: Audit\nDate: 4 November 2025\nTime: 14.00\nVenue: Room 1": ("Audit", "14:00", "", "Room 1"),
}


def hour(time):
    return f"{time:%H:%M}" if time else ""


@pytest.mark.parametrize("head", HEADS)
def test_heads(head):
    found = heading.read(flow.mend(plain.read(head)).blocks)
    assert found.date == dt.date(2025, 11, 4)
    assert (found.body, hour(found.start), hour(found.end), found.place) == HEADS[head]


def test_a_name_in_the_register_is_known_without_calling_itself_a_committee():
    text = "Green Futures\n\nTuesday, 4 November 2025\n"
    blocks = plain.read(text).blocks
    assert heading.read(blocks).body == ""
    assert heading.read(blocks, ["Green Futures"]).body == "Green Futures"


def test_a_wrong_weekday_is_reported():
    found = heading.read(plain.read("Minutes of the Meeting of Cabinet held on Monday, 4 November 2025\n").blocks)
    assert ["was a Tuesday" in line.message for line in found.report] == [True]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tuesday, 4 November 2025", ["2025-11-04"]),
        ("the 4th day of November 2025", ["2025-11-04"]),
        ("4th November, 2025 and Nov 5 2025", ["2025-11-04", "2025-11-05"]),
        ("2025-11-04, 04.11.2025 and 4/11/25", ["2025-11-04"] * 3),
        ("31 February 2025", []),
        ("May 20121", []),
        ("4 November", []),
    ],
)
def test_dates(text, wanted):
    assert [found.date.isoformat() for found in dates.dates_in(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2.00 pm", "14:00"),
        ("7pm", "19:00"),
        ("12 noon", "12:00"),
        ("12.20am", "00:20"),
        ("18:30", "18:30"),
        ("14.00 hours", "14:00"),
        ("6 p.m.", "18:00"),
        ("midnight", "00:00"),
        ("7 o'clock in the evening", "19:00"),
        ("half past seven", "07:30"),
        ("a quarter to nine p.m.", "20:45"),
        ("ten minutes to one in the afternoon", "12:50"),
        ("six thirty pm", "18:30"),
        ("1900 hours", "19:00"),
        ("10 o\N{RIGHT SINGLE QUOTATION MARK}clock in the morning", "10:00"),
    ],
)
def test_times(text, wanted):
    assert [hour(found.time) for found in dates.times_in(text)] == [wanted]


@pytest.mark.parametrize(
    "text", ["lost by ten to one", "items 4 to 12", "0 to one", "in the past five", "seven of them"]
)
def test_what_is_no_time(text):
    assert list(dates.times_in(text)) == []


@pytest.mark.parametrize(
    ("said", "start", "guessed"),
    [
        ("7 o'clock", "19:00", True),
        ("half past seven in the evening", "19:30", False),
        ("7.30", "19:30", True),
        ("07:30", "07:30", False),
        ("9.30", "09:30", False),
        ("7 pm", "19:00", False),
    ],
)
def test_an_hour_at_which_no_council_meets_is_one_of_the_evening_and_reported(said, start, guessed):
    found = heading.read(plain.read(f"Minutes of the Meeting of Cabinet held at {said} on 4 November 2025\n").blocks)
    assert hour(found.start) == start
    assert bool(found.report) == guessed
