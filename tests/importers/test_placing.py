"""Imported documents in a project: written once, kept when they stand, never over another's words."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.importers import import_document, write_imported
from minutebook.problems import errors
from minutebook.reading import operative_words, read_book, read_registers

DOCUMENT = """\
Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025

Members: Councillor A Bee (Chair), Councillor C Dee

1. Trees

RESOLVED that they be kept.

(Meeting closed at 7.15 pm)
"""
PATH = "content/minutes/cabinet/2025-11-04.md"
PEOPLE = "# Names as the returning officer gave them.\n- id: a-bee   # since May\n  name: A Bee\n"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/council.yaml").write_text("format: 1\nid: example\nname: Example Council\n")
    (tmp_path / "content/bodies.yaml").write_text("[]\n")
    (tmp_path / "content/people.yaml").write_text(PEOPLE)
    return tmp_path


def run(root, document=DOCUMENT, day=5, name="cabinet.txt", *, force=False, archive=False):
    council, bodies, people = read_registers(root, [])
    [imported] = import_document(
        name, document.encode(), words=operative_words(council), today=dt.date(2026, 1, day), bodies=bodies, people=people,
        archive=archive,
    )  # fmt: skip
    return write_imported(root, imported, force=force)


def everything(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_first_import_writes_the_minutes_and_adds_to_the_registers(root):
    written = run(root)
    assert (written.status, written.path, written.problems) == ("written", PATH, ())
    assert written.added == ("content/bodies.yaml: cabinet", "content/people.yaml: c-dee")
    assert (root / "content/people.yaml").read_text().startswith(PEOPLE)
    reading = read_book(root)
    assert errors(reading.problems) == ()
    [meeting] = reading.book.meetings
    assert (meeting.published, meeting.reviewed, meeting.status) == (dt.date(2026, 1, 5), False, "draft")
    assert (meeting.source.file, len(meeting.source.sha256), meeting.source.lines) == ("cabinet.txt", 64, (1, 9))


def test_an_archive_is_published_on_its_own_day(root):
    run(root, archive=True)
    assert "published: 2025-11-04\n" in (root / PATH).read_text()


def test_a_second_import_on_another_day_changes_nothing(root):
    run(root)
    before = everything(root)
    assert run(root, day=20).status == "unchanged"
    assert everything(root) == before


def test_a_review_stands_when_the_document_comes_again(root):
    run(root)
    file = root / PATH
    file.write_text(
        file.read_text().replace("reviewed: false", "reviewed: true").replace("status: draft", "status: approved")
    )
    before = everything(root)
    assert run(root, day=20).status == "unchanged"
    assert everything(root) == before


def test_a_file_that_differs_is_kept_without_force(root):
    run(root)
    file = root / PATH
    file.write_text(file.read_text().replace("they be kept", "they be felled"))
    before = everything(root)
    written = run(root, day=20)
    assert (written.status, [problem.code for problem in written.problems]) == ("refused", ["I003"])
    assert written.problems[0].location.file == PATH
    assert everything(root) == before


def test_force_replaces_it_and_keeps_the_day_of_publication(root):
    run(root)
    first = (root / PATH).read_bytes()
    (root / PATH).write_text((root / PATH).read_text().replace("they be kept", "they be felled"))
    assert run(root, day=20, force=True).status == "replaced"
    assert (root / PATH).read_bytes() == first


def test_another_document_of_that_meeting_is_not_written_over_it(root):
    run(root)
    other = DOCUMENT.replace("be kept", "be felled")
    assert run(root, other).status == "refused"
    assert run(root, other, force=True).status == "replaced"
    assert "felled" in (root / PATH).read_text()


def test_a_second_meeting_that_day_has_a_file_of_its_own(root):
    run(root)
    evening = DOCUMENT.replace("6.30 pm", "8.00 pm").replace("7.15 pm", "9.00 pm")
    written = run(root, evening)
    assert (written.status, written.path) == ("written", PATH.replace(".md", "-2.md"))
    assert run(root, evening, day=20).status == "unchanged"
    assert [meeting.sequence for meeting in read_book(root).book.meetings] == [1, 2]


def test_a_minutes_file_comes_back_as_it_was(root, tmp_path):
    run(root)
    file = (root / PATH).read_text()
    (root / PATH).unlink()
    assert run(root, file, name="anything.md").status == "written"
    assert (root / PATH).read_text() == file


def test_a_register_that_cannot_grow_stops_the_import_before_anything_is_written(root):
    (root / "content/people.yaml").write_text("[{id: a-bee, name: A Bee}]\n")
    before = everything(root)
    written = run(root)
    assert (written.status, [problem.code for problem in written.problems]) == ("refused", ["I004"])
    assert everything(root) == before


def test_registers_that_are_not_there_are_made(root):
    (root / "content/people.yaml").unlink()
    (root / "content/bodies.yaml").unlink()
    assert run(root).status == "written"
    assert errors(read_book(root).problems) == ()
