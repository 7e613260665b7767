"""The days on which pages last changed, as the sitemap gives them: true ones, or none."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

from full_book import FULL
from minutebook.lasting_model import Withdrawal
from minutebook.model import Correction, Person
from minutebook.pages import render_pages
from minutebook.pages.record import make_record
from minutebook.pipeline import edition_date
from small_book import edition

LATER = dt.date(2029, 3, 1)


def made(book):
    return replace(edition(book), date=edition_date(book))


def of(book):
    """The day of each page, by its path; None where it gives none."""
    pages = {path: text for path, text in render_pages(made(book)).items() if path.endswith(".md")}
    found = {path: re.search(r"^updated: (.*)$", text, re.MULTILINE) for path, text in pages.items()}
    return {path: json.loads(match[1]) if match else None for path, match in found.items()}


def with_correction(key):
    """The book with a correction of one meeting, by body and day."""
    note = Correction(LATER, "A figure was put right.")
    meetings = [replace(one, corrections=(note,)) if (one.body, one.date) == key else one for one in FULL.meetings]
    return replace(FULL, meetings=tuple(meetings))


def test_a_correction_changes_the_pages_that_show_the_meeting_and_no_others():
    days = of(with_correction(("housing-board-2", dt.date(2025, 12, 3))))
    changed = {path for path, day in days.items() if day == LATER.isoformat()}
    assert {
        "meetings/housing-board-2/2025-12-03.md",
        "bodies/housing-board-2.md",
        "trails/housing-board-2/2025-12-03/8.md",
        "years/2025-26.md",
        "registers/recommendations.md",
        "items/2025-26.md",
    } <= changed
    assert "registers/petitions.md" not in changed
    assert not [path for path in changed if path.startswith(("meetings/cabinet/", "agendas/", "people/k-"))]


def test_no_page_gives_a_day_that_the_record_has_not_reached():
    days = {path: day for path, day in of(FULL).items() if day}
    assert len(days) > 30
    assert [path for path, day in days.items() if dt.date.fromisoformat(day) > edition_date(FULL)] == []


def test_minutes_changed_when_those_of_the_meeting_that_agreed_them_were_published():
    meetings = [replace(one, published=LATER) if one.date == dt.date(2025, 11, 4) else one for one in FULL.meetings]
    sittings = make_record(made(replace(FULL, meetings=tuple(meetings)))).sittings
    agreed = [sitting for sitting in sittings if sitting.approved_by.startswith("cabinet/2025-11-04/")]
    assert agreed
    assert {sitting.updated for sitting in agreed} == {LATER}


def test_a_person_of_whom_nothing_dated_is_known_has_no_day():
    days = of(replace(FULL, people=(*FULL.people, Person("x-unseen", "X Unseen"))))
    assert days["people/x-unseen.md"] is None
    assert sum(bool(day) for path, day in days.items() if path.startswith("people/")) > 1


def test_a_withdrawal_changes_every_register():
    meeting = FULL.meetings[0]
    gone = Withdrawal(f"{meeting.body}/{meeting.date}", LATER, "Withdrawn.")
    days = of(replace(FULL, withdrawals=(*FULL.withdrawals, gone)))
    found = {day for path, day in days.items() if path.startswith("registers/") and path.count("/") == 1}
    assert found == {LATER.isoformat()}
