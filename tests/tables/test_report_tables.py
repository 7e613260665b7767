"""What the tables of reports say, and what they do not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from full_book import FULL
from minutebook.model import BULLET, Body, Entry
from minutebook.privacy import for_publication
from minutebook.report_model import Planned, Recommendation, Report
from minutebook.tables import build_tables
from minutebook.tables.naming import naming
from minutebook.tables.sheets import body_finder


def rows(name, book=FULL):
    return [row.values for row in build_tables(book)[name]]


def only(name, **changes):
    """The rows of a table of a book with one report that says this."""
    report = Report("cabinet", dt.date(2025, 12, 9), 1, "Elms", **changes)
    return rows(name, replace(FULL, reports=(report,)))


def test_a_report_is_of_a_meeting_an_agenda_and_an_item():
    first, second = rows("reports")
    assert (first["report_id"], first["agenda_id"]) == ("cabinet/2025-12-09/reports/1", "cabinet/2025-12-09")
    assert (first["agenda_item_id"], second["agenda_item_id"]) == ("cabinet/2025-12-09/agenda/2", None)
    assert first["meeting_id"] is None  # no minutes of that day are in the book
    assert (first["source_file"], first["source_line"]) == ("content/reports/cabinet/2025-12-09/1.md", 1)


def test_several_authors_and_stops_stand_in_one_cell_each():
    first, _ = rows("reports")
    assert (first["author"], first["author_job_title"]) == ("D Nobody; E Nobody", "Arborist; Accountant")
    assert (first["author_service_area"], first["route"]) == ("Parks", "Cabinet (2025-12-09); Council")


def test_what_a_front_sheet_does_not_say_is_empty_and_never_no():
    (row,) = only("reports")
    assert (row["key_decision"], row["appendix_count"], row["council"], row["wards"]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("said", "count"), [((), None), (("None",), 0), (("None.",), 0), (("Map",), 1), (("Map", "List"), 2)]
)
def test_appendices_are_counted_and_none_is_none_of_them(said, count):
    (row,) = only("reports", appendices=tuple(Entry(BULLET, text) for text in said))
    assert row["appendix_count"] == count


def test_recommendations_are_a_row_an_entry_with_their_path_and_body():
    found = [
        (row["to_body_id"], row["to_name"], row["label"], row["path"], row["text"])
        for row in rows("report_recommendations")
    ]
    assert found == [
        ("cabinet", "Cabinet", "1)", "1", "Plant elms."),
        ("cabinet", "Cabinet", "a)", "1.a", "in May"),
        ("cabinet", "Cabinet", BULLET, "2", "Water them."),
        (None, "The Forest Panel", None, None, "The Forest Panel is asked to note this."),
    ]


def test_the_sentence_before_a_list_is_its_evidence_else_the_recommendation_itself():
    evidence = [row["evidence"] for row in rows("report_recommendations")]
    assert evidence == ["Cabinet is asked to:"] * 3 + ["The Forest Panel is asked to note this."]
    (row,) = only("report_recommendations", recommendations=(Recommendation("", "", (Entry("1)", "Plant."),)),))
    assert (row["to_name"], row["evidence"]) == (None, "Plant.")


BODIES = (
    Body("council", "Council", kind="council"),
    Body("co", "Scrutiny Co-ordination Committee"),
    Body("board-1", "Board (1)", ("Trees",)),
    Body("board-2", "Board (2)", ("Trees",)),
)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Scrutiny Coordination Committee", "co"),
        ("The Scrutiny Co-ordination Committee", "co"),
        ("City Council", "council"),
        ("Board (2)", "board-2"),
        ("Trees", ""),  # two bodies have this name
        ("Board", ""),  # of which board is not said
        ("Council and Cabinet", ""),
        ("Cabinet Member for Trees", ""),
        ("", ""),
    ],
)
def test_a_printed_name_is_a_body_s_where_it_is_one_body_s(name, body):
    assert body_finder(replace(FULL, bodies=BODIES), naming(BODIES))(name) == body


def test_approvals_have_days_only_where_they_are_printed():
    first, second = rows("report_approvals")
    assert (first["role"], first["sent"], first["answered"]) == ("contributor", dt.date(2025, 11, 3), None)
    assert (second["role"], second["sent"], second["answered"]) == ("approver", None, dt.date(2025, 11, 5))
    assert first["evidence"] == "E Nobody | Accountant | 2025-11-03"


def test_the_word_that_there_are_no_papers_is_a_row_without_a_title():
    found = [(row["kind"], row["title"], row["none"]) for row in rows("report_papers")]
    assert found == [("appendix", "Appendix 1 – Map", False), ("background paper", None, True)]


def test_implications_are_none_only_where_the_report_says_so():
    found = [(row["label"], row["heading"], row["none"]) for row in rows("report_implications")]
    assert found == [("5.2.", "Legal", True), (None, "Risk", False)]


def test_a_programme_s_rows_have_a_day_or_what_stands_for_it():
    found = [(row["date"], row["period"], row["title"], row["lead"]) for row in rows("work_programme")]
    assert found == [(dt.date(2026, 1, 13), None, "Oaks", "Cllr A Example"), (None, "2025-26", "Limes", None)]
    assert rows("work_programme")[0]["body_id"] == "cabinet"


# --- what is not published -------------------------------------------------------------------------------------------

TABLES = ("report_recommendations", "report_approvals", "report_papers", "report_implications", "work_programme")


@pytest.mark.parametrize("how", [{"section": "private"}, {"item": "3"}], ids=["private itself", "of a private item"])
def test_of_a_private_report_only_title_kind_and_place_are_published(how):
    report = replace(FULL.reports[0], **how)
    book = for_publication(replace(FULL, reports=(report,)))
    (row,) = rows("reports", book)
    assert (row["title"], row["section"], row["director"], row["author"], row["route"]) == (
        "Elms",
        "private",
        *[None] * 3,
    )
    assert [rows(name, book) for name in TABLES] == [[]] * len(TABLES)


def test_a_council_that_publishes_private_items_publishes_their_reports():
    book = replace(FULL, council=replace(FULL.council, private_items="publish"))
    report = replace(FULL.reports[0], section="private")
    assert rows("report_approvals", for_publication(replace(book, reports=(report,))))


def test_officers_by_role_have_no_name_in_any_table_of_reports():
    programme = Report("cabinet", dt.date(2025, 12, 9), 3, "Work", programme=(Planned(title="Oaks", lead="E Nobody"),))
    council = replace(FULL.council, officers="roles")
    book = for_publication(replace(FULL, council=council, reports=(FULL.reports[0], programme)))
    said = " ".join(str(value) for name in ("reports", *TABLES) for row in rows(name, book) for value in row.values())
    assert "Nobody" not in said
    assert "Accountant" in said
    assert "Councillor A Example" in said
