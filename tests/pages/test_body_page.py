"""A body's page: what is before it, and its meetings by year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from full_book import FULL
from minutebook.model import Decision, Entry, Meeting, Term
from minutebook.pages import render_pages
from minutebook.pages.body import SPLIT
from minutebook.pages.body_decisions import LATEST
from minutebook.pages.body_decisions import SPLIT as DECISIONS
from minutebook.pages.pending import ANSWERED
from small_book import edition


@pytest.fixture(scope="module")
def pages():
    return render_pages(edition(FULL))


def test_a_recommendation_stands_with_who_made_it_and_with_who_answered_it(pages):
    made, received = pages["bodies/housing-board-2.md"], pages["bodies/cabinet.md"]
    answer = 'Accepted: <a href="../../meetings/cabinet/2025-12-16/#minute-45">Cabinet, 16 December 2025, minute 45</a>'
    assert "Recommendations by this body and their answers (1)" in made
    assert "Recommendations to this body and their answers (1)" in received
    assert answer in made
    assert answer in received


def test_an_open_recommendation_is_not_folded():
    unanswered = replace(FULL, meetings=tuple(each for each in FULL.meetings if each.date != dt.date(2025, 12, 16)))
    page = render_pages(edition(unanswered))["bodies/housing-board-2.md"].split("{#recommendations}")[1]
    assert "Recommendations by this body still open" in page
    assert "No answer recorded" in page
    assert "<details" not in page.split("\n## ")[0]


def test_of_many_answered_recommendations_the_newest_stand_on_the_page():
    entries = tuple(Entry(f"{number})", f"Line loft {number}.") for number in range(1, ANSWERED + 6))
    asked = next(each for each in FULL.meetings if each.date == dt.date(2025, 12, 3))
    item = replace(asked.items[0], blocks=(Decision("It was ", "RECOMMENDED", " that Cabinet:", entries),))
    accepting = Decision("", "RESOLVED", " that Cabinet accept the recommendations of the Housing Board (2).")
    answer = next(each for each in FULL.meetings if each.date == dt.date(2025, 12, 16))
    taken = replace(answer.items[1], blocks=(answer.items[1].blocks[0], accepting))
    meetings = (replace(asked, items=(item,)), replace(answer, items=(taken,)))
    page = render_pages(edition(replace(FULL, meetings=meetings, withdrawals=())))["bodies/cabinet.md"]
    assert f"Recommendations to this body and their answers ({ANSWERED + 5})" in page
    assert page.count("Line loft") == ANSWERED
    assert 'href="../../registers/recommendations/"' in page


def test_the_newest_work_programme_says_of_which_day_it_is(pages):
    programme = pages["bodies/cabinet.md"].split("{#work-programme}")[1]
    assert "as of 1 November 2025" in programme
    assert programme.index("13 January 2026") < programme.index("2025-26")
    assert "Cllr A Example" in programme


def test_coming_meetings_calendar_and_document_are_there(pages):
    page = pages["bodies/cabinet.md"]
    assert "Tuesday 9 December 2025, 2:00pm</a>" in page.split("{#coming}")[1]
    assert 'href="../../feeds/bodies/cabinet.ics"' in page
    assert 'href="../../api/bodies/cabinet.json"' in page


def test_a_body_that_met_often_has_a_page_for_each_year():
    first = dt.date(2024, 6, 1)
    often = tuple(Meeting("cabinet", first + dt.timedelta(days=14 * count)) for count in range(SPLIT + 1))
    pages = render_pages(edition(replace(FULL, meetings=often, reports=(), agendas=(), withdrawals=())))
    assert "meetings/cabinet/2024-06-01" not in pages["bodies/cabinet.md"]
    assert "No meeting of this body" not in pages["bodies/cabinet.md"]
    assert '<li id="2024-25"><a href="2024-25/">Meetings of 2024/25</a>' in pages["bodies/cabinet.md"]
    listed = pages["bodies/cabinet/2024-25.md"] + pages["bodies/cabinet/2025-26.md"]
    assert all(f"meetings/cabinet/{each.date}/" in listed for each in often)


def _decided():
    """A meeting of the Cabinet, and an item of it with one decision."""
    meeting = next(each for each in FULL.meetings if each.body == "cabinet")
    return meeting, replace(meeting.items[0], blocks=(Decision("", "RESOLVED", " that the ferry run."),))


def test_a_body_that_decided_often_has_a_list_of_its_own():
    meeting, item = _decided()
    many = tuple(replace(item, number=str(900 + number)) for number in range(LATEST + 1))
    pages = render_pages(edition(replace(FULL, meetings=(replace(meeting, items=many),), withdrawals=())))
    own, listed = pages["bodies/cabinet.md"], pages["bodies/cabinet/decisions.md"]
    assert f'<a href="decisions/">All {LATEST + 1} decisions of Cabinet</a>' in own
    assert own.count("mb-brief") == LATEST
    assert listed.count("mb-brief") == LATEST + 1


def test_a_long_list_of_decisions_is_split_by_year():
    meeting, item = _decided()
    many = tuple(replace(item, number=str(900 + number)) for number in range(DECISIONS))
    later = replace(meeting, date=meeting.date + dt.timedelta(days=365), items=many[:2])
    pages = render_pages(edition(replace(FULL, meetings=(replace(meeting, items=many), later), withdrawals=())))
    newest, older = pages["bodies/cabinet/decisions.md"], pages["bodies/cabinet/decisions/2025-26.md"]
    assert newest.count("mb-brief") == 2
    assert older.count("mb-brief") == DECISIONS
    assert 'href="2025-26/"' in newest
    assert 'href="../"' in older


def test_who_presides_stands_before_a_deputy():
    chair, deputy = (replace(person, terms=()) for person in FULL.people[:2])
    terms = {role: (Term(body="cabinet", role=role),) for role in ("Deputy Lord Mayor", "Lord Mayor")}
    people = (replace(chair, terms=terms["Lord Mayor"]), replace(deputy, terms=terms["Deputy Lord Mayor"]))
    page = render_pages(edition(replace(FULL, people=(*people, *FULL.people[2:]))))["bodies/cabinet.md"]
    assert page.index("<strong>Lord Mayor</strong>") < page.index("<strong>Deputy Lord Mayor</strong>")
