"""Requests: one sentence, one reading; and the minute that takes them up."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import BULLET, Body, Book, Decision, Entry, Item, List, Meeting, Paragraph, Quotation
from minutebook.tables import requests
from minutebook.tables.gathered import Gathered


def found(text, below="", above=""):
    return [(one.of, one.what, one.by_when) for one in requests.read(text, below, above)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Request the Director of Homes and Land to report again by 31 July 2026.",
            ("Director of Homes and Land", "report again by 31 July 2026", "by 31 July 2026"),
        ),
        ("Requests that sickness levels be included in future.", ("", "sickness levels be included in future", "")),
        (
            "Request that the Director of Homes and Land provide an update by June 2026.",
            ("Director of Homes and Land", "provide an update by June 2026", "by June 2026"),
        ),
        ("Request that the Committee receives an update.", ("", "the Committee receives an update", "")),
        (
            "Request the Director of Parks to bring forward a plan to open at least 80 plots by March 2028.",
            ("Director of Parks", "bring forward a plan to open at least 80 plots by March 2028", ""),
        ),
        (
            "Request the Board to consider progress each year, beginning in the autumn of 2026.",
            ("Board", "consider progress each year, beginning in the autumn of 2026", ""),
        ),
        (
            "Request the Clerk to draw up a scheme to light the path, and to report by May 2026.",
            ("Clerk", "draw up a scheme to light the path, and to report by May 2026", "by May 2026"),
        ),
        ("that the Clerk be instructed to write to the bus company.", ("Clerk", "write to the bus company", "")),
        (
            "It was RESOLVED that the Cabinet Member for Parks and Streets be asked to report in July 2027.",
            ("Cabinet Member for Parks and Streets", "report in July 2027", "in July 2027"),
        ),
        (
            "that the plan be noted, and that the auditor be requested to include the fund within its work.",
            ("auditor", "include the fund within its work", ""),
        ),
        ("Thank the petitioners, and ask that they be told.", ("", "they be told", "")),
        (
            "Request the Head of Audit to test it before the end of January 2027;",
            ("Head of Audit", "test it before the end of January 2027", "before the end of January 2027"),
        ),
        ("Ask for a further report within three months.", ("", "a further report within three months", "within three months")),
        ("Cabinet be asked to apply at its next meeting.", ("Cabinet", "apply at its next meeting", "at its next meeting")),
        ("Request the Clerk to write to those met on 3 May 2026 by June 2026.", ("Clerk", "write to those met on 3 May 2026 by June 2026", "by June 2026")),
    ],
)  # fmt: skip
def test_what_was_asked_of_whom_and_by_when(text, row):
    assert found(text) == [row]


def test_a_list_below_is_what_was_asked():
    ((of, what, _),) = found("Requests that the following be circulated:-", "• the costs • the numbers")
    assert (of, what) == ("", "the following be circulated:- • the costs • the numbers")


@pytest.mark.parametrize(
    "text",
    [
        "Note the request of the traders.",
        "At the request of the Leader, the item was deferred.",
        "Note the information requested at the last meeting.",
        "Recommend that Cabinet request the Director of Homes to report.",
        "Notes the decision of Cabinet to request the Director of Homes to report.",
        "The Chair asked a question.",
    ],
)
def test_what_asks_nothing(text):
    assert found(text) == []
    assert found("Request the Clerk to write.", above="that Cabinet recommends that the Council:") == []


def book(*blocks, later=()):
    first = Meeting("board", dt.date(2026, 3, 3), items=(Item("4", "Trees", blocks=blocks),))
    others = tuple(
        Meeting("board", dt.date(2026, month, 3), items=(Item(f"1{month}", "Trees", blocks=(Paragraph(text),)),))
        for month, text in enumerate(later, 4)
    )
    return Book(Council("x", "X"), (Body("board", "Board"),), meetings=(first, *others))


def rows(*blocks, **options):
    return [row.values for row in requests.rows(Gathered(book(*blocks, **options)))]


def test_narrative_is_read_where_a_body_requested_it():
    listed = List((Entry(BULLET, "That badges be offered"), Entry(BULLET, "That the link be sent by 1 May 2026.")))
    made = rows(
        Paragraph("The Board (2) requested that the map be drawn. Councillor A Example requested that she be heard."),
        Paragraph("The Scrutiny Board requested:-"),
        listed,
        Paragraph("The Board saw:"),
        List((Entry(BULLET, "That was all"),)),
        Quotation((Paragraph("The Board requested that it be quoted."),)),
    )
    assert [row["request"] for row in made] == [
        "the map be drawn",
        "badges be offered",
        "the link be sent by 1 May 2026",
    ]
    assert [row["by_date"] for row in made] == [None, None, dt.date(2026, 5, 1)]
    assert {row["decision_id"] for row in made} == {None}


def test_a_recommendation_asks_nothing_and_a_decision_has_its_place():
    said = (Entry("1)", "Request the Clerk to write."),)
    assert rows(Decision("", "RECOMMENDED", " that:", said)) == []
    (row,) = rows(Decision("", "RESOLVED", " that:", said))
    assert (row["clause_id"], row["evidence"]) == ("board/2026-03-03/4/1/1", "Request the Clerk to write.")


@pytest.mark.parametrize(
    ("later", "answered"),
    [
        ((), None),
        (("Trees were seen.", "Further to Minute 4/25, the Clerk wrote."), "board/2026-05-03/15"),
        (
            ("As requested (Minute 4/25 refers), the Clerk wrote.", "Further to Minute 4/25, all was well."),
            "board/2026-04-03/14",
        ),
        (("The statement was signed (Minute 4/25 refers).",), None),
        (
            ("Further to Minute 4/25, the Board chose a tree.", "Further to Minute 4/25, the Clerk wrote."),
            "board/2026-05-03/15",
        ),
    ],
)
def test_the_first_later_minute_that_takes_it_up_answers_it(later, answered):
    (row,) = rows(Decision("", "RESOLVED", " that the Clerk be asked to write."), later=later)
    assert row["answered_item_id"] == answered


def test_the_work_is_in_proportion_to_the_text():
    assert len(found("Request the Clerk to write. " * 1_000)) == 1_000
    assert found("the Clerk and the Director " * 5_000) == []


def test_a_request_of_several_is_answered_only_by_what_speaks_of_it():
    asked = (Entry("1)", "Request the Clerk to count the lime trees."), Entry("2)", "Ask that residents be thanked."))
    decided = Decision("", "RESOLVED", " that the Board:", asked)
    later = ("Further to Minute 4/25, the lime trees had been counted.",)
    assert [row["answered_item_id"] for row in rows(decided, later=later)] == [None, None]
    later = ("Further to Minute 4/25, the number of lime trees along the river was counted and reported to residents.",)
    asked_of_nobody = Decision("", "RESOLVED", " to ask that lime trees along the river be counted.", ())
    (row,) = rows(asked_of_nobody, later=later)
    assert row["answered_item_id"] == "board/2026-04-03/14"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "The Panel asked for further data on waiting times before the next meeting.",
            (None, "further data on waiting times before the next meeting"),
        ),
        ("The Board requested the Director of Homes to report back.", ("Director of Homes", "report back")),
        ("The Board asked that the Director of Homes provide a list.", ("Director of Homes", "provide a list")),
    ],
)
def test_a_body_may_ask_for_a_thing_or_somebody_to_do_it(text, asked):
    assert [(row["asked_of"], row["request"]) for row in rows(Paragraph(text))] == [asked]


@pytest.mark.parametrize(
    "text", ["The Board asked questions about trees.", "The Board requested silence.", "Members asked for more seats."]
)
def test_other_asking_is_no_request(text):
    assert rows(Paragraph(text)) == []
