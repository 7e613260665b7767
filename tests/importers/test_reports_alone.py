"""Papers whose agenda is in another document: each is told of in a sentence, and nothing is left out in silence."""

from __future__ import annotations

from importers.making_packs import imported
from importers.test_reports import SHEET

MINUTES = """\
Minutes of the Cabinet, Friday, 7 November 2025, 9.30 am

Members Present: Councillor A Bee (Chair), Councillor C Dee

**36. Apologies**

There were none.

**37. Elms**

**RESOLVED** that the elms be kept.

(Meeting closed at 3.00 pm)

"""


def test_a_lone_report_is_refused_by_its_title():
    [problem] = [problem for one in imported(SHEET) for problem in one.problems]
    assert problem.code == "I002"
    assert "it is a report, “Care of the elms in Ashby Park”, without the agenda" in problem.message
    assert "whole agenda pack" in problem.expected


def test_several_reports_without_an_agenda_are_counted():
    [problem] = [problem for one in imported(SHEET + SHEET.replace("elms", "oaks")) for problem in one.problems]
    assert "it holds 2 reports" in problem.message


def test_a_report_behind_minutes_is_told_of_with_its_lines():
    [one] = imported(MINUTES + SHEET)
    assert [item.number for item in one.meeting.items] == ["36", "37"]
    [told] = [line for line in one.report if "no agenda that it is attached to" in line.message]
    assert (told.line, told.what, told.text) == (15, "dropped", "Care of the elms in Ashby Park")


def test_an_agenda_without_its_body_says_that_it_is_one():
    lines = "Agenda for the meeting to be held on Tuesday, 2 December 2025 at 2.00 pm\n\n1. Apologies (Page 3)\n\n2. Elms (Page 4)\n"
    [problem] = [problem for one in imported(lines) for problem in one.problems]
    assert "it is an agenda that does not say which body it calls" in problem.message
    assert "--body" in problem.expected
