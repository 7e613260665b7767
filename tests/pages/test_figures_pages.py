"""Figures, years and the home page: what is counted, and that each number leads to the list that it counts."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from full_book import FULL
from minutebook.model import Attendee, Decision, Entry, Group, Item, Meeting, Paragraph
from minutebook.pages import render_pages, spending, tallies
from minutebook.pages.record import make_record
from small_book import edition


def decided(body, day, number, text, word="RESOLVED", *before):
    decision = Decision("", word, " that the body:", (Entry("1)", text),))
    return Meeting(body, day, items=(Item(number, "Elms", blocks=(*before, decision)),))


def record(*meetings):
    return make_record(edition(replace(FULL, meetings=meetings, agendas=(), reports=(), withdrawals=())))


def test_a_sum_of_one_matter_counts_once_where_it_was_approved_last():
    told = Paragraph("Further to Minute 8/25 of the Housing Board (2), Cabinet considered elms.")
    made = record(
        decided("housing-board-2", dt.date(2026, 4, 14), "8", "Approve expenditure of £5,000 on elms."),
        decided("cabinet", dt.date(2026, 6, 2), "9", "Approve expenditure of £5,000 on elms.", "RESOLVED", told),
    )
    assert [(one.printed, one.year) for one in spending.approved(made)] == [("£5,000", "2026/27")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Approve expenditure of £5,000 on elms.", "RECOMMENDED"),
        ("Note expenditure of £5,000 on elms.", "RESOLVED"),
        ("Approve savings of £5,000 on elms.", "RESOLVED"),
    ],
)
def test_what_is_advised_noted_or_saved_is_not_approved(text, word):
    assert spending.approved(record(decided("cabinet", dt.date(2026, 4, 14), "8", text, word))) == ()


def test_guests_officers_and_substitutes_are_no_part_of_attendance():
    names = ("Councillor A Example", "Councillor B New (Substitute for Councillor C Old)", "Mr D Nobody (Director)")
    groups = (
        Group("Members", tuple(map(Attendee, names))),
        Group("Other Members", (Attendee("Councillor E Guest"),)),
    )
    meeting = Meeting("cabinet", dt.date(2026, 4, 14), attendance=groups, apologies=(Attendee("Councillor C Old"),))
    assert tallies.attendance(record(meeting)).table.lines == (("Cabinet", "50%"),)


def test_the_days_to_an_answer_are_counted_in_spans():
    chart = tallies.answers(make_record(edition(FULL)))
    assert [bar.told for bar in chart.groups[0].bars] == ["1", "0", "0", "0", "0"]
    assert "Half of them took 13 days or less." in chart.about


@pytest.fixture(scope="module")
def pages():
    return render_pages(edition(FULL))


def test_every_chart_has_a_title_a_description_and_its_numbers_in_a_table(pages):
    page = pages["figures.md"]
    drawn = re.findall(r'<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)">', page)
    assert len(drawn) == page.count("<table") == 5
    for title, text in drawn:
        assert f'<title id="{title}">' in page
        assert f'<desc id="{text}">' in page
    assert not re.search(r"\sstyle=|<script", page)


def test_a_year_leads_to_everything_of_that_year(pages):
    page = pages["years/2025-26.md"]
    for address in ("decisions/2025-26/", "meetings/2025-26/", "items/2025-26/", "registers/motions/"):
        assert f'href="../../{address}"' in page
    assert "This year is not over" in page
    assert ">£1,000</td>" in page


def test_the_sum_on_the_home_page_leads_to_the_list_that_it_counts(pages):
    assert re.search(
        r'href="years/2025-26/#sums"><strong>£1,000</strong> <span>approved in 2025/26, in 1 decision',
        pages["index.md"],
    )
    assert "{#sums}" in pages["years/2025-26.md"]


def test_small_charts_on_the_home_page_say_what_their_columns_are(pages):
    home = pages["index.md"]
    assert '<title id="decisions-title">Decisions by month</title>' in home
    assert "by month since February 2025" in home


def test_a_decision_in_a_list_leads_to_its_trail(pages):
    trail = '<a href="{}trails/housing-board-2/2025-12-03/8/">Trail: Housing Board (2), Cabinet<span class="mb-unseen">, of Cold lofts</span></a>'
    assert trail.format("") in pages["index.md"]
    assert trail.format("../../") in pages["bodies/cabinet.md"]
    assert ">Trail: " not in pages["trails/housing-board-2/2025-12-03/8.md"]
