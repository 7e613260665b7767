"""What stands at a minute besides its words: motions, those who voted, and the reports of its agenda item."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from full_book import FULL
from minutebook.model import Item, Meeting, Paragraph
from minutebook.pages import render_pages
from minutebook.pages.moved import result
from minutebook.problems import NOWHERE
from minutebook.tables import Row
from small_book import edition

PERSON = '<a href="../../../people/a-example/">Councillor A Example</a>'


@pytest.fixture(scope="module")
def debate():
    return render_pages(edition(FULL))["meetings/cabinet/2026-01-13.md"]


def test_a_motion_stands_with_its_mover_seconder_and_amendment(debate):
    assert f"<li><strong>Motion</strong> moved by {PERSON}, seconded by Councillor B Example</li>" in debate
    assert (
        '<li class="mb-amendment"><strong>Amendment</strong> moved by Cllr C. Sample: '
        '<span class="mb-ending">lost by 1 vote to 2</span></li>' in debate
    )


def test_the_names_of_a_recorded_vote_are_as_printed_and_lead_to_their_bearers(debate):
    assert '<td>Councillors <a href="../../../people/a-example/">A Example</a> and B Example</td>' in debate


def division(**values):
    nothing = dict.fromkeys(("outcome", "votes_for", "votes_against", "abstentions", "casting_vote"))
    return Row({**nothing, **values}, NOWHERE)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (division(outcome="carried"), "carried"),
        (
            division(outcome="carried", votes_for=15, votes_against=13, abstentions=1),
            "carried by 15 votes to 13, 1 abstention",
        ),
        (division(votes_for=1, votes_against=0), "1 vote to 0"),
        (
            division(outcome="lost", votes_for=5, votes_against=5, casting_vote="against"),
            "lost by 5 votes to 5, on a casting vote",
        ),
        (division(), ""),
    ],
)
def test_the_result_of_a_vote_is_told_as_far_as_it_is_known(row, told):
    assert result(row) == told


def test_a_report_stands_at_the_minute_of_its_item_and_else_below():
    item = Item("60", "Questions and motions", blocks=(Paragraph("They talked."),))
    held = Meeting("cabinet", dt.date(2025, 12, 9), items=(item,))
    page = render_pages(edition(replace(FULL, meetings=(*FULL.meetings, held))))["meetings/cabinet/2025-12-09.md"]
    at_minute, below = page.split("## About this record")
    assert "<summary>Report: Elms</summary>" in at_minute
    assert "<dd>Director of Trees</dd>" in at_minute
    assert "<strong>Recommendations to Cabinet</strong>" in at_minute
    assert (
        '<li class="mb-below"><span class="mb-label">a&#41;' in at_minute
        or '<li class="mb-below"><span class="mb-label">' in at_minute
    )
    assert "<dt>Other reports</dt>\n<dd>Work programme</dd>" in below


def test_a_report_stands_at_its_item_of_the_agenda():
    page = render_pages(edition(FULL))["agendas/cabinet/2025-12-09.md"]
    assert "<summary>Report: Elms</summary>" in page
    assert "<dt>Key decision</dt>\n<dd>No</dd>" in page
