"""What a sentence cites, and what only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.model import Body
from minutebook.tables.citations import citations
from minutebook.tables.naming import naming

NAMES = naming(
    (
        Body("council", "Council", kind="council"),
        Body("cabinet", "Cabinet", kind="executive"),
        Body("audit", "Audit Committee", kind="regulatory"),
        Body("planning", "Planning Committee", kind="regulatory"),
        Body("health", "Children’s and Health Scrutiny Board (5)", ("Scrutiny Board 5",), kind="scrutiny"),
    )
)
DAY = dt.date(2025, 11, 4)


def cited(text, own="cabinet", kind="minute"):
    return [one for one in citations(text, NAMES, own, DAY) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("as in Minute 40 below.", ["40"]),
        ("Further to Minutes 56/23 and 58/23, it was noted", ["56/23", "58/23"]),
        ("in minutes 43 (Weir Street (North) Bridge) and 44 (Baths), on", ["43", "44"]),
        ("Minutes 12, 13 and 15 refer", ["12", "13", "15"]),
        ("Minutes 12 to 14/25 refer", ["12", "13/25", "14/25"]),
        ("Minute 12 & 13 refer", ["12"]),  # one minute, and whatever 13 is
        ("Minutes Nos. 12 & 13 refer", ["12", "13"]),
        ("Minute Nos. 12 & 13 refer", ["12", "13"]),
        ("Minute No. 12 refers", ["12"]),
        ("(Min. 12/25 refers)", ["12/25"]),
        ("Minute No.38 of Cabinet and Min No 37", ["38", "37"]),
        ("minute ref. 12", ["12"]),
        ("Minute PL/25/035 of the Planning Committee", ["PL/25/035"]),
        ("minute 5(a) above", ["5(a)"]),
        ("Minute 24 of the Cabinet and Minute 9 of the Audit Committee", ["24", "9"]),
    ],
)
def test_numbers(text, numbers):
    assert [one.number for one in cited(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "It took 30 minutes 5 times.",
        "The bus runs every 20 minutes. 4 people spoke.",
        "The minutes of 3 March were agreed.",
        "The minutes 3 March 2025 were agreed.",
        "a delay of 2 minutes 30 seconds",
        "ten-minute 5 walks",
        "The Minutes were agreed.",
        "an administrator of 12 homes",
    ],
)
def test_what_cites_no_minute(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "body", "date"),
    [
        ("Minute 40/25 refers", "cabinet", None),
        ("Minute 24 of the Audit Committee, the Council considered", "audit", None),
        ("Minute 37 of Council, held on 3 November 2025, it", "council", dt.date(2025, 11, 3)),
        ("(Minute 3 of Scrutiny Board 5, 8 July 2025, refers)", "health", dt.date(2025, 7, 8)),
        ("(Minute 3 of the Children's and Health Scrutiny Board (5) refers)", "health", None),
        ("(Minute 3 of the Children’s & Health Scrutiny Board (5) refers)", "health", None),
        ("Minute 14 of the Harbour and Fish Committee, the Council noted", "", None),
        ("Further to Council Minute 24/25, Cabinet", "council", None),
        ("presented to Council on 28 August 2025 (Minutes 18/25 refers)", "council", dt.date(2025, 8, 28)),
        (
            "the Scrutiny Board 5 at its meeting held on 13th September 2025 (their Minute 11/25 refers)",
            "health",
            dt.date(2025, 9, 13),
        ),
        (
            "recommendations of the Audit Committee from its meeting on 22 October (Minute 18 refers)",
            "audit",
            dt.date(2025, 10, 22),
        ),
        ("Cabinet looked again at its decision of 9 December 2024 (Minute 48 refers)", "cabinet", dt.date(2024, 12, 9)),
        (
            "At the request of Council (Minute 5 of its meeting on 16 June 2025 refers), Cabinet",
            "council",
            dt.date(2025, 6, 16),
        ),
        ("Further to Minute 11 of its meeting on 23 July 2025, Cabinet", "cabinet", dt.date(2025, 7, 23)),
        ("The Audit Committee had asked for more, and sooner (Minute 5/25 refers)", "", None),  # whose is not said
        ("a Fish Board had met (their Minute 5 refers)", "", None),
        ("Minute 37, Council, 4 March 2025, refers", "council", dt.date(2025, 3, 4)),
        ("Minute 37 (Council, 4 March 2025)", "council", dt.date(2025, 3, 4)),
        ("Minute 37 (Council)", "council", None),
        ("(Council, 4 March 2025, Minute 37)", "council", dt.date(2025, 3, 4)),
        ("as agreed by Council on 04/03/2025 (Minute 37 refers)", "council", dt.date(2025, 3, 4)),
        ("Further to Minute 37, Council considered", "cabinet", None),
        ("Having heard the Council, Minute 37 was read", "cabinet", None),
        ("Cabinet Members met (Minute 5/25 refers)", "cabinet", None),
        ("on the Council’s land (Minute 5/25 refers)", "cabinet", None),
    ],
)
def test_whose_minute_and_of_which_day(text, body, date):
    assert [(one.body, one.date) for one in cited(text)] == [(body, date)]


def test_the_committee_is_the_one_that_met_or_the_one_named_before():
    text = "the report of the Audit Committee (Minute 15 of the Committee refers)"
    assert cited(text, own="cabinet")[0].body == "audit"
    assert cited(text, own="planning")[0].body == "planning"
    assert cited("(Minute 15 of the Committee refers)", own="cabinet")[0].body == ""


def test_above_and_below_mean_the_same_meeting_whatever_else_is_named():
    (found,) = cited("The Council sent it on (Minute 40 below (Baths) refers)")
    assert (found.same, found.body, found.title, found.evidence) == (True, "cabinet", "Baths", "Minute 40 below")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Further to Minute 24 of the Cabinet, the Council", "Minute 24 of the Cabinet"),
        ("(their Minute 11/23 refers)", "their Minute 11/23 refers"),
        ("Further to Minutes 56/23 and 58/23 relating to", "Minutes 56/23 and 58/23"),
        ("Minute 14 of the Harbour and Fish Committee, Cabinet noted", "Minute 14 of the Harbour and Fish Committee"),
    ],
)
def test_the_evidence_is_the_phrase_and_no_more(text, evidence):
    assert cited(text)[0].evidence == evidence


@pytest.mark.parametrize(
    ("text", "body", "dates"),
    [
        ("The minutes of the meeting held on 30 September were agreed", "cabinet", [dt.date(2025, 9, 30)]),
        ("the Annual Meeting of the Council on 18 May 2023", "council", [dt.date(2023, 5, 18)]),
        ("the meetings held on 3 and 10 March 2025", "cabinet", [dt.date(2025, 3, 3), dt.date(2025, 3, 10)]),
        ("by Council at their meeting on 11 June, 2026", "council", [dt.date(2026, 6, 11)]),
        ("went to the Audit Committee on 2 December 2025", "audit", [dt.date(2025, 12, 2)]),
        ("that Council consider it at its meeting on 9 July 2026", "council", [dt.date(2026, 7, 9)]),
        ("the meeting of the Fish Committee on 9 July 2025", "", [dt.date(2025, 7, 9)]),
    ],
)
def test_meetings_by_their_day(text, body, dates):
    found = cited(text, kind="meeting")
    assert [(one.body, one.date) for one in found] == [(body, date) for date in dates]


@pytest.mark.parametrize(
    "text",
    [
        "to report to the meeting on 3 March",  # to come or gone by: it does not say
        "The order was made on 3 March 2025.",
        "a meeting of residents in March 2025",
        "Minute 5 of Council, held on 3 March 2025",  # the minute is what is cited
        "the meeting held on 31 February 2025",
    ],
)
def test_what_cites_no_meeting(text):
    assert cited(text, kind="meeting") == []


def test_parts_of_the_report():
    text = "as set out in paragraph 1.8 of the report and Appendix B to the private report; section 4 of the Act"
    assert [(one.number, one.evidence) for one in cited(text, kind="report")] == [
        ("1.8", "paragraph 1.8 of the report"),
        ("B", "Appendix B to the private report"),
    ]


@pytest.mark.parametrize(
    "part", ["Minutes 1 and ", "Minute 1 (Aa ", "1 March 2025 (Minute 3) ", "meeting of Aa, Bb ", "Cabinet "]
)
def test_a_long_text_is_read_in_proportion_to_its_length(part):
    """What takes the square of the length here runs into the suite's limit of time, which no busy computer does otherwise."""
    citations(part * 5_000, NAMES, "cabinet", DAY)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("set out in paragraphs 1.15 to 1.21 of this report.", "1.15 to 1.21"),
        ("Annex B to the report", "B"),
        ("appendices 1, 2 and 3 of the private report", "1, 2 and 3"),
    ],
)
def test_several_parts_of_a_report_are_cited_as_printed(text, number):
    assert [one.number for one in cited(text, kind="report")] == [number]


def test_the_minutes_of_a_body_and_a_day_are_its_meeting():
    (one,) = cited("The minutes of the Cabinet held on 4 November 2024 were received.", own="council", kind="meeting")
    assert (one.body, one.date) == ("cabinet", dt.date(2024, 11, 4))
    assert cited("The minutes of the Cabinet were received.", own="council", kind="meeting") == []
