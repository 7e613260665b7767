"""Words around the items of an agenda that have no place in its file stay in it, until a person has dealt with them."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.checks import run_checks
from minutebook.importers import import_document, write_imported
from minutebook.reading import read_book
from minutebook.reading.agendas import read_agenda
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.source import Text

DOCUMENT = """\
HALLOWMERE BOROUGH COUNCIL

Notice of a meeting of the Harbour Committee to be held on 4 November 2025 at 6.00pm at the Old Customs House

The bridge will be closed that evening.

AGENDA

1. Apologies

2. Moorings (Pages 3 - 9)

3. Rents (Pages 10 - 12)

Members: Councillors A Vane and B Winch

Tea is served at half past five.

Public access

Anybody may come and listen.

Contact: the clerk, 01000 000000

Published 27 October 2025
"""
SAID = "this stands around the items of the agenda and has no place in the file"
KEPT = (
    f"TODO line 5 – {SAID} – The bridge will be closed that evening.",
    f"TODO line 17 – {SAID} – Tea is served at half past five.",
)
FILE = "content/agendas/harbour-committee/2025-11-04.md"


def imported(text=DOCUMENT):
    return imported_bytes(text.encode())


def imported_bytes(content):
    [result] = import_document("agenda.txt", content, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5), bodies=())
    return result


def test_every_word_around_the_items_is_kept_and_none_that_every_notice_has():
    assert imported().agenda.unplaced == KEPT


def test_questions_that_no_item_is_for_are_kept_with_their_words():
    booklet = (
        "\n# 4 November 2025\n\n## Members' questions\n\n### Question 1 from Councillor A Vane to Councillor B Winch\n\n"
        "When will the pier be lit?\n\nAnswer: In spring.\n"
    )
    kept = imported(DOCUMENT + booklet).agenda.unplaced
    assert [line for line in kept if "When will the pier be lit? – In spring." in line and "Councillor A Vane" in line]


def test_what_the_reader_of_a_document_guessed_is_told_of_an_agenda_too():
    document = DOCUMENT.replace("Tea is", "Caf\N{LATIN SMALL LETTER E WITH ACUTE} and tea are").encode("cp1252")
    assert [line.line for line in imported_bytes(document).report if "Windows" in line.message] == [0]


@pytest.fixture
def project(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "council.yaml").write_text("format: 1\nid: holm\nname: Holm Council\n", encoding="utf-8")
    assert write_imported(tmp_path, imported()).status == "written"
    return tmp_path


def test_check_reports_each_at_its_line(project):
    lines = (project / FILE).read_text(encoding="utf-8").split("\n")
    found = [problem for problem in run_checks(read_book(project).book) if problem.code == "C007"]
    assert [problem.location.file for problem in found] == [FILE, FILE]
    assert ["bridge" in lines[problem.location.line - 1] for problem in found] == [True, False]


def test_what_a_person_took_out_does_not_come_back(project):
    text = (project / FILE).read_text(encoding="utf-8")
    kept = [line for line in text.split("\n") if "TODO" not in line and line != "unplaced:"]
    (project / FILE).write_text("\n".join(kept), encoding="utf-8")
    assert write_imported(project, imported()).status == "unchanged"
    assert "TODO" not in (project / FILE).read_text(encoding="utf-8")


def test_words_without_the_mark_are_an_error():
    _, problems = read_agenda(Text(imported().text.replace("TODO line 5", "line 5"), FILE))
    assert [problem.code for problem in problems] == ["F004"]
