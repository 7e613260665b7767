"""Another document of a meeting that is there already: the same minutes, a corrected version of them, or another meeting."""

from __future__ import annotations

import pytest

from importers.test_placing import DOCUMENT, PATH, everything, root, run
from minutebook.identity import item_key
from minutebook.importers import standing
from minutebook.reading import read_book

__all__ = ["root"]

LONGER = DOCUMENT.replace(
    "(Meeting closed", "2. Ponds\n\nThe Director spoke of newts, of frogs and of the reeds.\n\n(Meeting closed"
)
MARKDOWN = (
    LONGER.replace("1. Trees", "## 1. Trees").replace("2. Ponds", "## 2. Ponds").replace("RESOLVED", "**RESOLVED**")
)
APPROVED = LONGER.replace("they be kept", "they be kept for a year").replace("newts", "toads")


def meeting_of(root):
    [meeting] = read_book(root).book.meetings
    return meeting


def test_the_same_minutes_from_another_document_change_nothing(root):
    run(root, LONGER)
    before = everything(root)
    written = run(root, MARKDOWN, day=20, name="cabinet.md")
    assert (written.status, written.problems) == ("unchanged", ())
    assert "from another document" in written.note
    assert everything(root) == before


def test_a_version_that_differs_is_refused_and_says_where(root):
    run(root, LONGER)
    before = everything(root)
    [problem] = run(root, APPROVED, day=20, name="approved.txt").problems
    lines = (root / PATH).read_text().split("\n")
    place = lines.index("**RESOLVED** that they be kept.") + 1
    assert problem.code == "I003"
    assert f"approved.txt would write in 2 lines, the first of them line {place}: " in problem.message
    assert (
        "'**RESOLVED** that they be kept.' would become '**RESOLVED** that they be kept for a year.'" in problem.message
    )
    assert everything(root) == before


def test_a_version_that_is_forced_keeps_what_was_published_and_is_reviewed_anew(root):
    run(root, LONGER)
    file = root / PATH
    note = "corrections:\n  - date: 2025-12-01\n    note: A name was misspelt.\n"
    text = file.read_text().replace("reviewed: false", "reviewed: true").replace("## 2. Ponds", "## 2. Ponds {#ponds}")
    file.write_text(text.replace("source:\n", f"{note}source:\n"))
    assert [problem.code for problem in read_book(root).problems] == []
    written = run(root, APPROVED, day=20, force=True)
    assert (written.status, "another version" in written.note) == ("replaced", True)
    meeting = meeting_of(root)
    assert "toads" in file.read_text()
    assert [item_key(item) for item in meeting.items] == ["1", "ponds"]
    assert (meeting.published.day, meeting.reviewed, len(meeting.corrections)) == (5, False, 1)


@pytest.mark.parametrize(
    ("change", "files"), [(("6.30 pm", "6.35 pm"), 1), (("newts, of frogs and of the reeds", "x"), 1)]
)
def test_a_corrected_hour_makes_no_second_meeting(root, change, files):
    run(root, LONGER)
    written = run(root, LONGER.replace(*change), day=20, force=True)
    assert (written.status, written.path) == ("replaced", PATH)
    assert len(list((root / PATH).parent.iterdir())) == files


def test_another_meeting_of_that_day_with_the_same_formalities_has_a_file_of_its_own(root):
    formal = LONGER.replace("1. Trees\n\nRESOLVED that they be kept.", "1. Apologies\n\nThere were none.")
    run(root, formal)
    later = formal.replace("6.30 pm", "8.00 pm").replace("(Meeting closed at 7.15 pm)", "").replace(
        "The Director spoke of newts, of frogs and of the reeds.", "The Treasurer gave an account of the moorings and their rents."
    )  # fmt: skip
    assert run(root, later).path == PATH.replace(".md", "-2.md")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a\nb", "a\nc", "in 1 line, the first of them line 2: 'b' would become 'c'"),
        ("a", "a\nb\nc", "in 2 lines, the first of them line 2: nothing would become 'b'"),
        ("a\nb", "b\na", "in 1 line, the first of them line 1: 'a' would become 'b'"),
        ("x" * 200, "", f"in 1 line, the first of them line 1: '{'x' * 89}…' would become nothing"),
    ],
)
def test_differences_are_told_by_the_first(old, new, told):
    assert standing.difference(old, new) == told
