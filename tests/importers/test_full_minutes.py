"""Full minutes of a meeting that an extract made known: they take its place, and what was published keeps its ids."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.identity import item_key
from minutebook.importers import import_document, write_imported
from minutebook.importers.keeping import with_ids_of
from minutebook.model import Item, Meeting
from minutebook.reading import operative_words, read_book, read_registers

FULL = """\
Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025

Members: Councillor A Bee (Chair), Councillor C Dee

36. Trees

RESOLVED that they be kept.

37. Ponds

RESOLVED that they be dug.

(Meeting closed at 7.15 pm)
"""
EXTRACT = FULL.replace("Minutes of", "Extract from the Minutes of").replace(
    "36. Trees\n\nRESOLVED that they be kept.\n\n", ""
)
PATH = "content/minutes/cabinet/2025-11-04.md"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/council.yaml").write_text("format: 1\nid: example\nname: Example Council\n")
    for register in ("bodies", "people"):
        (tmp_path / f"content/{register}.yaml").write_text("[]\n")
    return tmp_path


def run(root, document, day):
    council, bodies, people = read_registers(root, [])
    [imported] = import_document(
        "minutes.txt", document.encode(), words=operative_words(council), today=dt.date(2026, 1, day), bodies=bodies,
        people=people,
    )  # fmt: skip
    return write_imported(root, imported)


def test_full_minutes_replace_an_extract_without_force_and_keep_its_day_and_ids(root):
    assert run(root, EXTRACT, 5).status == "written"
    file = root / PATH
    assert "extract: true\n" in file.read_text()
    file.write_text(
        file.read_text().replace("## 37. Ponds", "## 37. Ponds {#ponds}").replace("reviewed: false", "reviewed: true")
    )
    written = run(root, FULL, 20)
    assert (written.status, written.problems) == ("completed", ())
    assert "take the place of an extract" in written.note
    [meeting] = read_book(root).book.meetings
    assert (meeting.extract, meeting.reviewed, meeting.published) == (False, False, dt.date(2026, 1, 5))
    assert [item_key(item) for item in meeting.items] == ["36", "ponds"]


def test_neither_document_changes_anything_when_it_comes_again(root):
    run(root, EXTRACT, 5)
    (root / PATH).write_text((root / PATH).read_text().replace("## 37. Ponds", "## 37. Ponds {#ponds}"))
    run(root, FULL, 20)
    before = (root / PATH).read_bytes()
    assert [run(root, document, 25).status for document in (FULL, EXTRACT)] == ["unchanged", "unchanged"]
    assert (root / PATH).read_bytes() == before


def test_an_id_that_was_given_is_kept_and_another_item_gives_way():
    there = Meeting("cabinet", dt.date(2025, 11, 4), items=(Item("36", "Ponds"),))
    whole = Meeting("cabinet", dt.date(2025, 11, 4), items=(Item("36", "Trees"), Item("36", "Ponds", key="36-2")))
    assert [item_key(item) for item in with_ids_of(there, whole).items] == ["36-2", "36"]
    assert with_ids_of(whole, whole) == whole
