"""Pages at former addresses: whoever kept a link to a body, a person or a meeting still arrives."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from mkdocs.utils.meta import get_data

from minutebook.lasting_model import Redirect
from minutebook.pages import redirects
from minutebook.pages.record import make_record
from small_book import APPROVED, BOOK, PEOPLE, edition

SINCE = dt.date(2026, 1, 5)
HELD = f"works/{APPROVED.date.isoformat()}"


def moved(old, new, since=SINCE):
    """From the path of each page that is made to the address to which it leads."""
    record = make_record(edition(replace(BOOK, redirects=(Redirect(old, new, since, "It was renamed."),))))
    return {path: get_data(text)[1]["redirect"] for path, text in redirects.pages(record)}


def test_a_body_takes_the_meetings_that_it_had_under_its_old_name_along():
    made = moved("bodies/repairs", "bodies/works")
    assert made["bodies/repairs.md"] == "bodies/works/"
    assert made[f"meetings/repairs/{APPROVED.date}.md"] == f"meetings/{HELD}/"
    coming = [meeting for meeting in BOOK.meetings if meeting.body == "works" and meeting.date > SINCE]
    assert coming
    assert len(made) == 1 + sum(meeting.body == "works" for meeting in BOOK.meetings) - len(coming)


def test_a_person_who_stood_twice_is_found_at_both_addresses():
    assert moved("people/a-mason-old", f"people/{PEOPLE[0].id}") == {"people/a-mason-old.md": f"people/{PEOPLE[0].id}/"}


@pytest.mark.parametrize(("below", "pages"), [("", 1), ("/12", 0), ("/12/1", 0)])
def test_a_meeting_has_a_page_of_its_own_and_what_stands_in_it_has_none(below, pages):
    made = moved(f"works/2025-10-06{below}", f"{HELD}{below}")
    assert list(made.items()) == [("meetings/works/2025-10-06.md", f"meetings/{HELD}/")][:pages]
