"""The rows of the core tables, for a book that one can know by heart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from known_book import BOARD, BOOK, NOVEMBER, SEPTEMBER, with_council
from minutebook.model import Decision, Item, Meeting
from minutebook.privacy import for_publication
from minutebook.problems import Location
from minutebook.tables import build_tables


@pytest.fixture(scope="module")
def tables():
    return build_tables(for_publication(BOOK))


def column(rows, *names):
    return [tuple(row.values[name] for name in names) if len(names) > 1 else row.values[names[0]] for row in rows]


def only(rows, name, value):
    found = [row for row in rows if row.values[name] == value]
    assert len(found) == 1
    return found[0]


def test_council_spans_the_meetings_that_were_held(tables):
    (row,) = tables["council"]
    assert dict(row.values) == {
        "council_id": "example",
        "name": "Example City Council",
        "kind": None,
        "gss_code": "E08000000",
        "website": "https://www.example/",
        "publisher": None,
        "contact": "governance@council.example",
        "licence": "OGL-UK-3.0",
        "first_date": dt.date(2025, 9, 30),
        "last_date": dt.date(2025, 11, 4),
    }


def test_bodies_and_people_stand_in_the_order_of_their_registers(tables):
    assert column(tables["bodies"], "body_id", "number", "url") == [
        ("cabinet", None, "https://minutes.example/bodies/cabinet/"),
        ("housing-board-2", 2, "https://minutes.example/bodies/housing-board-2/"),
    ]
    assert column(tables["people"], "person_id", "title") == [
        ("a-example", "Councillor"),
        ("c-sample", None),
        ("c-sample-2", None),
    ]


def test_each_term_is_a_membership_at_its_own_line(tables):
    assert column(
        tables["memberships"], "person_id", "body_id", "ward", "role", "start_date", "end_date", "position"
    ) == [
        ("a-example", None, "Holm Bridge", None, dt.date(2024, 5, 2), None, 1),
        ("a-example", "cabinet", None, "Chair", None, dt.date(2026, 5, 1), 2),
    ]
    assert tables["memberships"][1].location == Location("content/people.yaml", 9)


def test_identifiers_are_the_council_s_and_people_s(tables):
    assert column(tables["identifiers"], "entity_id", "scheme", "value") == [
        ("example", "gss", "E08000000"),
        ("a-example", "democracy-club", "00123"),
    ]


def test_a_meeting_counts_what_is_published(tables):
    row = only(tables["meetings"], "meeting_id", "cabinet/2025-11-04")
    assert row.location == Location(NOVEMBER, 1)
    assert dict(row.values) == {
        "meeting_id": "cabinet/2025-11-04",
        "body_id": "cabinet",
        "date": dt.date(2025, 11, 4),
        "start_time": "14:00",
        "end_time": "09:05",
        "place": "Guildhall",
        "municipal_year": "2025/26",
        "status": "draft",
        "approved_by_item_id": None,
        "published": dt.date(2025, 11, 12),
        "extract": False,
        "item_count": 3,
        "decision_count": 1,
        "present_count": 3,
        "source_title": "Minutes of Cabinet",
        "source_url": "https://www.example/minutes.pdf",
        "source_sha256": "0" * 64,
        "url": "https://minutes.example/meetings/cabinet/2025-11-04/",
    }


def test_a_meeting_that_a_later_minute_agreed_is_approved(tables):
    row = only(tables["meetings"], "meeting_id", "cabinet/2025-09-30")
    assert row.values["status"] == "approved"
    assert row.values["approved_by_item_id"] == "cabinet/2025-11-04/36"


def test_what_a_meeting_does_not_record_is_empty_and_not_nothing(tables):
    row = only(tables["meetings"], "meeting_id", "cabinet/2025-09-30")
    assert row.values["present_count"] is None
    assert row.values["start_time"] is None
    assert row.values["published"] == dt.date(2025, 9, 30)


def test_attendance_keeps_names_as_printed_and_looks_them_up_by_folding(tables):
    assert column(tables["attendance"], "position", "person_id", "title", "name", "capacity", "department", "role") == [
        (1, "a-example", "Councillor", "A Example", "Members", None, "Chair"),
        (2, None, "Cllr", "C. Sample", "Members", None, None),  # two people bear the name
        (3, None, None, "D Nobody", "Employees", "Finance", "Director"),  # nobody does
        (4, "a-example", "Councillor", "Anne Example", None, None, "Substitute for Councillor B Example"),
    ]
    assert column(tables["attendance"], "status", "substitutes_for")[-1] == ("apologies", "Councillor B Example")
    assert [row.location.line for row in tables["attendance"]] == [2, 3, 4, 5]


def test_items_stand_in_the_order_of_date_body_and_print(tables):
    assert column(tables["items"], "item_id", "position", "number", "citation", "outcome", "considered") == [
        ("cabinet/2025-09-30/31", 1, "31", "31/25", "none", None),
        ("housing-board-2/2025-10-16/work-programme", 1, None, None, "resolved", None),
        ("housing-board-2/2025-10-16/7", 2, "7", "7/25", "none", None),
        ("cabinet/2025-11-04/36", 1, "36", "36/25", "none", None),
        ("cabinet/2025-11-04/37", 2, "37", "37/25", "resolved", "report of the Director of Housing and Safety"),
        ("cabinet/2025-11-04/40", 3, "40", "40/25", None, None),
    ]
    assert [row.location for row in tables["items"]][:2] == [Location(SEPTEMBER, 2), Location(BOARD, 2)]


def test_an_item_s_text_is_all_of_it_in_order(tables):
    row = only(tables["items"], "item_id", "cabinet/2025-11-04/37")
    assert row.values["text"] == (
        "Cabinet considered a report of the Director of Housing and Safety, which set out a plan.\n"
        "RESOLVED: that Cabinet:\n1) Approve the plan.\n2) Delegate authority to the Director to:\n• sign\n• seal.\n"
        "That is all.\n3) That the report be noted."
    )
    assert row.values["url"] == "https://minutes.example/meetings/cabinet/2025-11-04/#minute-37"


def test_nothing_of_a_private_item_but_its_title_is_published(tables):
    row = only(tables["items"], "item_id", "cabinet/2025-11-04/40")
    assert (row.values["title"], row.values["section"], row.values["text"]) == ("A private matter", "private", None)
    assert not [
        cell for rows in tables.values() for row in rows for cell in row.values.values() if "secret" in str(cell)
    ]


def test_a_council_that_publishes_private_items_publishes_them_whole():
    tables = build_tables(for_publication(with_council(private_items="publish")))
    row = only(tables["items"], "item_id", "cabinet/2025-11-04/40")
    assert (row.values["text"], row.values["outcome"]) == ("The secret.\nRESOLVED that the secret be kept.", "resolved")
    assert "cabinet/2025-11-04/40/1" in column(tables["decisions"], "decision_id")
    assert only(tables["meetings"], "meeting_id", "cabinet/2025-11-04").values["decision_count"] == 2


def test_a_decision_has_its_opening_in_parts_and_all_its_clauses(tables):
    row = only(tables["decisions"], "decision_id", "cabinet/2025-11-04/37/1")
    assert row.location == Location(NOVEMBER, 21)
    wanted = {
        "operative": "RESOLVED",
        "lead": "that Cabinet:",
        "clause_count": 5,
        "unanimous": None,
        "title": "Flood defences",
    }
    assert {name: row.values[name] for name in wanted} == wanted
    assert row.values["text"].startswith("RESOLVED: that Cabinet:\n1) Approve the plan.\n2) ")
    assert row.values["url"].endswith("#minute-37-decision-1")
    assert row.values["published"] == dt.date(2025, 11, 12)


def test_a_decision_is_unanimous_only_where_its_opening_says_so(tables):
    row = only(tables["decisions"], "item_id", "housing-board-2/2025-10-16/work-programme")
    assert (row.values["unanimous"], row.values["clause_count"]) == (True, 0)


def test_clauses_know_their_place_and_bullets_count_by_position(tables):
    assert column(
        tables["clauses"], "clause_id", "parent_clause_id", "position", "label", "path", "level", "action"
    ) == [
        ("cabinet/2025-11-04/37/1/1", None, 1, "1)", "1", 1, "approve"),
        ("cabinet/2025-11-04/37/1/2", None, 2, "2)", "2", 1, "delegate"),
        ("cabinet/2025-11-04/37/1/2.1", "cabinet/2025-11-04/37/1/2", 1, "•", "2.1", 2, "delegate"),
        ("cabinet/2025-11-04/37/1/2.2", "cabinet/2025-11-04/37/1/2", 2, "•", "2.2", 2, "delegate"),
        ("cabinet/2025-11-04/37/1/3", None, 3, "3)", "3", 1, "note"),
    ]
    assert column(tables["clauses"], "text")[1] == "Delegate authority to the Director to:\nThat is all."
    assert [row.location.line for row in tables["clauses"]] == [22, 23, 24, 25, 27]


def test_without_an_address_pages_are_paths_from_the_site_s_root():
    tables = build_tables(with_council(url=""))
    assert column(tables["meetings"], "url")[0] == "meetings/cabinet/2025-09-30/"


def test_no_cell_is_ever_an_empty_text(tables):
    assert not [row for rows in tables.values() for row in rows if "" in row.values.values()]


@pytest.mark.parametrize(
    ("printed", "unanimous"),
    [("unanimously", True), ("by a majority", False), ("by majority", False), ("not unanimously", False), ("", None)],
)
def test_a_majority_is_no_unanimous_vote(printed, unanimous):
    agreed = Decision("", "RESOLVED", f" {printed} that the work programme be agreed")
    held = Meeting("cabinet", dt.date(2025, 11, 4), items=(Item("1", "Work programme", blocks=(agreed,)),))
    (row,) = build_tables(replace(BOOK, meetings=(held,)))["decisions"]
    assert row.values["unanimous"] is unanimous
