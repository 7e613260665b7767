"""Wards: who stands for one, and which minutes name it as a whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from minutebook.agenda_model import Agenda, AgendaItem
from minutebook.model import Book, Item, Meeting, Paragraph, Person, Term
from minutebook.pages import render_pages
from minutebook.report_model import Report
from small_book import BOOK, COUNCIL, edition


def book(*texts, ward="Upper Well", terms=(), reports=()):
    items = tuple(
        Item(str(number), f"Item {number}", blocks=(Paragraph(text),)) for number, text in enumerate(texts, 1)
    )
    person = Person("p-ashgrove", "P Ashgrove", "Councillor", kind="councillor", terms=terms or (Term(ward=ward),))
    meeting = Meeting("works", dt.date(2025, 10, 7), items=items)
    return Book(COUNCIL, BOOK.bodies, (person,), (meeting,), reports=reports)


def named(text, ward):
    page = render_pages(edition(book(text, ward=ward)))[f"wards/{ward.lower().replace(' ', '-')}.md"]
    return "#minute-1" in page


@pytest.mark.parametrize(
    ("text", "ward", "found"),
    [
        ("A pump for Upper Well was bought.", "Upper Well", True),
        ("The Upper Wellington pump was bought.", "Upper Well", False),
        ("An upper well was dug.", "Upper Well", False),
        ("Lighting in Castle was asked for.", "Castle", True),
        ("The councillors for Castle ward spoke.", "Castle", True),
        ("The councillors for Castle Ward spoke.", "Castle", True),
        ("Lighting in Castle Street was asked for.", "Castle", False),
        ("Lighting in New-Castle was asked for.", "Castle", False),
    ],
)
def test_a_minute_is_listed_where_it_names_the_whole_ward(text, ward, found):
    assert named(text, ward) is found


def test_councillors_now_stand_apart_from_those_before():
    terms = (
        Term(ward="Upper Well", start=dt.date(2020, 5, 7), end=dt.date(2024, 5, 1)),
        Term(ward="Upper Well", start=dt.date(2024, 5, 2)),
    )
    now, before = render_pages(edition(book("A well.", terms=terms)))["wards/upper-well.md"].split("<details")
    assert "from 2 May 2024" in now
    assert "7 May 2020 to 1 May 2024" in before


def test_a_report_is_listed_where_its_front_sheet_names_the_ward():
    day = dt.date(2026, 1, 6)
    sheet = Report("works", day, 1, "Pumps", item="1", wards="Lower Well, Upper Well")
    with_report = replace(
        book("Talk.", reports=(sheet,)), agendas=(Agenda("works", day, items=(AgendaItem("1", "Pumps"),)),)
    )
    page = render_pages(edition(with_report))["wards/upper-well.md"]
    assert 'href="../../agendas/works/2026-01-06/#item-1">Pumps</a>' in page
