"""Words of a document that have no place in a minutes file stay in it, until a person has dealt with them."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.checks import run_checks
from minutebook.importers import import_document, write_imported
from minutebook.reading import read_book
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import Text

DOCUMENT = """\
Minutes of the Meeting of the Harbour Committee held at 6.00 pm on 4 November 2025

The weather station was not working.

Present: Councillors A Vane and B Winch

1. MOORINGS

RESOLVED that the moorings be relaid.

The meeting closed at 7.00 pm.

Appendix: rents of moorings "as revised"
"""
KEPT = (
    "TODO line 3 – this stands before the first item and has no place in the file – The weather station was not working.",
    'TODO line 13 – this stands after the end of the meeting – Appendix: rents of moorings "as revised"',
)


def imported(text=DOCUMENT):
    [result] = import_document(
        "minutes.txt", text.encode(), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5), bodies=()
    )
    return result


def test_every_word_outside_the_items_is_kept():
    assert imported().meeting.unplaced == KEPT


def test_a_document_whose_every_line_has_its_place_leaves_no_mark():
    clean = DOCUMENT.replace("The weather station was not working.\n\n", "").partition("Appendix")[0]
    assert "TODO" not in imported(clean).text


@pytest.mark.parametrize(
    "line",
    [
        "DRAFT", "(Draft minutes – subject to approval at the next meeting)", "Unconfirmed",
        "Public: 4",
    ],
)  # fmt: skip
def test_marks_of_a_draft_and_counts_of_people_are_dropped_and_said(line):
    result = imported(DOCUMENT.replace("The weather station was not working.", line))
    assert line in [said.text for said in result.report if said.what == "dropped"]
    assert result.meeting.unplaced == KEPT[1:]


@pytest.fixture
def project(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "council.yaml").write_text("format: 1\nid: holm\nname: Holm Council\n", encoding="utf-8")
    assert write_imported(tmp_path, imported()).status == "written"
    return tmp_path


def test_check_reports_each_at_its_line(project):
    file = "content/minutes/harbour-committee/2025-11-04.md"
    lines = (project / file).read_text(encoding="utf-8").split("\n")
    book = read_book(project).book
    found = [problem for problem in run_checks(book) if problem.code == "C007"]
    assert [problem.location.file for problem in found] == [file, file]
    assert ["weather station" in lines[problem.location.line - 1] for problem in found] == [True, False]
    assert "rents of moorings" in lines[found[1].location.line - 1]


def test_what_a_person_took_out_does_not_come_back(project):
    file = project / imported().path
    text = file.read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if "TODO" not in line and line != "unplaced:"]
    file.write_text("\n".join(kept), encoding="utf-8")
    assert write_imported(project, imported()).status == "unchanged"
    assert "TODO" not in file.read_text(encoding="utf-8")


def test_words_without_the_mark_are_an_error():
    text = imported().text.replace("TODO line 3", "line 3")
    meeting, problems = read_meeting(Text(text, imported().path), OPERATIVE_WORDS)
    assert [problem.code for problem in problems] == ["F004"]
    assert len(meeting.unplaced) == 2
