"""No file of content/ is left out without a word, and none is read that nobody wrote."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from minutebook.reading import read_book
from project import BODIES, MINUTES, make_project

FILE = "content/minutes/cabinet/2025-11-04.md"


def found(root):
    return [(problem.code, problem.location.file) for problem in read_book(root).problems]


@pytest.mark.parametrize(
    "path",
    [
        "content/minutes/2025-12-02.md",
        "content/minutes/cabinet/2025/2025-12-02.md",
        "content/minutes/cabinet/2025-12-02.MD",
        "content/minutes/cabinet/2025-12-02.txt",
        "content/reports/annual.md",
        "content/meetings.md",
        "content/people/index.md",
        "content/bodies/cabinet.md",
        "content/README.md",
        "content/a#b.md",
        "content/a b.md",
    ],
)
def test_a_file_that_would_be_left_out_is_a_problem(tmp_path, path):
    root = make_project(tmp_path, {path: MINUTES if "minutes" in path else "# Title\n"})
    assert found(root) == [("F005", path)]


@pytest.mark.parametrize(
    "path", ["content/minutes/cabinet/._2025-11-04.md", "content/.draft.md", "content/.notes/a.md"]
)
def test_what_an_editor_or_desktop_leaves_behind_is_passed_over(tmp_path, path):
    root = make_project(tmp_path, {path: b"\x00\xff"})
    assert found(root) == []
    assert read_book(root).book == read_book(make_project(tmp_path / "without")).book


def test_a_folder_that_cannot_be_read_is_a_problem_and_not_an_empty_record():
    with tempfile.TemporaryDirectory() as place:  # where any user may enter, as pytest's own folders may not be
        Path(place).chmod(0o755)
        root, user = make_project(Path(place)), os.geteuid()
        folder = root / "content/minutes/cabinet"
        folder.chmod(0)
        if user == 0:  # whom no folder is closed to
            os.seteuid(65534)
        try:
            assert found(root) == [("F006", "content/minutes/cabinet")]
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


def test_a_register_that_cannot_be_read_does_not_accuse_every_meeting(tmp_path):
    root = make_project(tmp_path, {"content/bodies.yaml": BODIES + "  bad: [\n"})
    assert {code for code, _ in found(root)} == {"S004"}


def test_an_id_may_not_take_the_place_of_a_list(tmp_path):
    root = make_project(tmp_path, {"content/people.yaml": "- id: index\n  name: A Example\n"})
    assert found(root) == [("F004", "content/people.yaml")]


@pytest.mark.parametrize(
    "url", ["https://x.example/a?b=c", "https://x.example/#b", "https://x.example/a/../b/", "https://[x/"]
)
def test_a_site_needs_an_address_that_pages_can_follow(tmp_path, url):
    root = make_project(tmp_path, {"content/council.yaml": f"format: 1\nid: x\nname: X\nurl: {url!r}\n"})
    assert found(root) == [("F004", "content/council.yaml")]
