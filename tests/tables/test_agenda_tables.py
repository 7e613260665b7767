"""Agendas and their items as tables: each meeting that is called, moved or cancelled, and what is to be done at it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from full_book import FULL
from minutebook.agenda_model import Agenda
from minutebook.council_model import Council
from minutebook.identity import meeting_id
from minutebook.model import Book, Meeting
from minutebook.privacy import for_publication
from minutebook.tables import TABLES, agenda_items, agendas, build_tables
from minutebook.tables.gathered import Gathered


def values(rows, *columns):
    return [tuple(row.values[column] for column in columns) for row in rows]


def called(**changes):
    return Agenda("council", dt.date(2025, 9, 9), **changes)


def rows_of(*agendas_, meetings=()):
    return list(
        agendas.rows(Gathered(Book(Council("x", "X", url="https://m.example/"), agendas=agendas_, meetings=meetings)))
    )


def test_an_agenda_has_its_own_row_and_page_and_is_no_meeting():
    tables = build_tables(for_publication(FULL))
    (row,) = tables["agendas"]
    assert row.values["agenda_id"] == "cabinet/2025-12-09"
    assert row.values["url"] == "https://minutes.example/agendas/cabinet/2025-12-09/"
    assert (row.values["start_time"], row.values["item_count"], row.values["meeting_id"]) == ("14:00", 3, None)
    assert len(tables["meetings"]) == len(FULL.meetings)
    assert ("cabinet/2025-12-09",) not in values(tables["meetings"], "meeting_id")


def test_the_minutes_of_the_meeting_are_named_where_they_are_here():
    meeting = Meeting("council", dt.date(2025, 9, 9))
    assert values(rows_of(called(), meetings=(meeting,)), "meeting_id") == [(meeting_id(meeting),)]
    assert values(rows_of(called(sequence=2), meetings=(meeting,)), "agenda_id", "meeting_id") == [
        ("council/2025-09-09-2", None)
    ]


def test_moved_and_cancelled_meetings_say_so():
    moved = called(status="moved", moved_to=dt.date(2025, 9, 16))
    assert values(rows_of(moved, called(status="cancelled")), "status", "moved_to") == [
        ("moved", dt.date(2025, 9, 16)),
        ("cancelled", None),
    ]


def test_an_agenda_is_published_on_its_own_day_else_that_of_the_notice_else_that_of_the_meeting():
    noticed, published = dt.date(2025, 9, 1), dt.date(2025, 9, 2)
    made = rows_of(called(notice=noticed, published=published), called(notice=noticed), called())
    assert values(made, "published") == [(published,), (noticed,), (dt.date(2025, 9, 9),)]


def test_items_stand_in_order_with_their_parts_pages_and_headings():
    columns = ("agenda_item_id", "parent_id", "position", "number", "title", "first_page", "last_page", "evidence")
    base = "cabinet/2025-12-09/agenda"
    assert values(agenda_items.rows(Gathered(FULL)), *columns) == [
        (f"{base}/1", None, 1, "1", "Apologies", None, None, "1. Apologies"),
        (f"{base}/2", None, 2, "2", "Questions and motions", 5, 14, "2. Questions and motions"),
        (f"{base}/2/a", f"{base}/2", 1, "(a)", "Written questions", 5, 5, "(a) Written questions"),
        (f"{base}/2/motions", f"{base}/2", 2, None, "Motions", None, None, "Motions"),
        (f"{base}/3", None, 3, "3", "A private motion", None, None, "3. A private motion"),
    ]
    assert values(agenda_items.rows(Gathered(FULL)), "source", "section", "heading")[3:] == [
        ("From the Council", "public", "Matters for debate"),
        (None, "private", None),
    ]


def test_no_table_tells_what_a_private_item_of_an_agenda_says():
    secret = "the secret be told"
    withheld = build_tables(for_publication(FULL))
    council = replace(FULL.council, private_items="publish")
    published = build_tables(for_publication(replace(FULL, council=council)))
    assert [name for name, _ in TABLES if secret in str(withheld[name])] == []
    assert [name for name, _ in TABLES if secret in str(published[name])] == ["motions"]
    assert "A private motion" in str(withheld["agenda_items"])
