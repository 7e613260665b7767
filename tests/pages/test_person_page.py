"""A person's page: what the registers say of them, each with where it was minuted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from full_book import FULL
from minutebook.model import Meeting
from minutebook.pages import render_pages
from small_book import edition


def sections(text):
    """A page's lists by their headings: the words of each entry with the address that it leads to."""
    tree = html.fromstring(f"<div>{text.split('---', 2)[2]}</div>")
    found, heading = {}, ""
    for part in text.split("\n## ")[1:]:
        heading = part.partition(" {#")[0]
        tree = html.fromstring(f"<div>{part}</div>")
        found[heading] = [
            (" | ".join(" ".join(each.text_content().split()) for each in entry), entry.find("a").get("href"))
            for entry in tree.iterfind(".//li")
            if entry.find("a") is not None
        ]
    return found


@pytest.fixture(scope="module")
def pages():
    return render_pages(edition(FULL))


@pytest.fixture(scope="module")
def lists(pages):
    return sections(pages["people/a-example.md"])


MINUTE = "../../meetings/cabinet/2026-01-13/#minute-51"


def test_a_motion_says_who_seconded_it_and_a_notice_that_nobody_has_moved_it_yet(lists):
    assert lists["Motions and amendments"] == [
        ("Debate | Moved, seconded by Councillor B Example | Cabinet, 13 January 2026, minute 51", MINUTE),
        (
            "Motions | Gave notice of a motion, to be seconded by Mr C Sample | Cabinet, 9 December 2025, agenda item 2",
            "../../agendas/cabinet/2025-12-09/#item-2-motions",
        ),
    ]


def test_questions_petitions_and_appointments_lead_to_their_minutes(lists):
    assert lists["Questions"][0] == ("Elms | Asked of Mr C Sample | Cabinet, 13 January 2026, minute 51", MINUTE)
    assert lists["Petitions presented"][0][0].endswith(
        "| Presented, 1,284 signatures | Cabinet, 13 January 2026, minute 51"
    )
    assert lists["Appointments"][0][0].startswith("Housing Panel | Appointed")


def test_a_declaration_says_of_what_kind_it_was_and_whether_they_left(lists):
    assert lists["Declarations of interest"][0][0].startswith(
        "Registers | Disclosable pecuniary interest; withdrew from the meeting"
    )


def test_a_vote_says_on_what_and_what_became_of_it(lists):
    assert lists["Recorded votes"][0][0].startswith("Debate | Voted against: on an amendment, which was lost")


def test_a_ward_has_its_page_and_the_person_a_feed_and_a_document(pages, lists):
    assert lists["Roles"][0][1] == "../../wards/holm-bridge/"
    assert 'href="../../feeds/people/a-example.xml"' in pages["people/a-example.md"]
    assert 'href="../../api/people/a-example.json"' in pages["people/a-example.md"]


def test_a_long_list_has_its_earlier_years_folded():
    debate = FULL.meetings[-1]
    assert isinstance(debate, Meeting)
    earlier = [replace(debate, date=debate.date.replace(year=year)) for year in range(2015, 2026)]
    text = render_pages(edition(replace(FULL, meetings=(*earlier, debate))))["people/a-example.md"]
    votes = text.split("{#votes}")[1].split("\n## ")[0]
    shown, folded = votes.split("<details", 1)
    assert shown.count("<li>") == 1
    assert "<summary>Recorded votes of 2014/15 (1)</summary>" in folded
