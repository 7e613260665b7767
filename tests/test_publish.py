"""Publishing: complete or not at all, whatever happens and whenever it happens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from finished_build import MINUTES, codes, project, releases, said
from minutebook import publish as publishing
from minutebook.publish import publish, rollback
from minutebook.release import file_digests


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", "one")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "srv/minutes"


def test_a_finished_build_is_published_whole(root: Path, target: Path) -> None:
    assert publish(root, target) == ()
    assert said(target) == "one"
    assert file_digests(target) == file_digests(root / "build/site")


def test_an_empty_folder_is_taken_over(root: Path, target: Path) -> None:
    target.mkdir(parents=True)
    assert publish(root, target) == ()
    assert said(target) == "one"


def test_a_web_server_may_read_what_is_published_whatever_the_umask(root: Path, target: Path) -> None:
    before = os.umask(0o077)
    try:
        assert publish(root, target) == ()
    finally:
        os.umask(before)
    folder = target.resolve()
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in folder.rglob("*") if path.is_file())
    assert all(path.stat().st_mode & 0o777 == 0o755 for path in (folder.parent, folder, folder / "data"))


def test_all_of_it_can_be_moved_elsewhere(root: Path, target: Path) -> None:
    assert publish(root, target) == ()
    moved = target.parent.rename(target.parent.with_name("elsewhere")) / target.name
    assert said(moved) == "one"
    assert publish(project(root, "two"), moved) == ()
    assert said(moved) == "two"


def test_one_release_is_kept_beside_the_one_published(root: Path, target: Path) -> None:
    for number, text in enumerate(("one", "two", "three"), 4):
        assert publish(project(root, text, day=number), target) == ()
    assert said(target) == "three"
    assert [path.name[:10] for path in releases(target)] == ["2025-11-05", "2025-11-06"]
    assert said(target.with_name("minutes.releases") / "previous") == "two"


def test_publishing_the_same_build_again_changes_nothing(root: Path, target: Path) -> None:
    publish(root, target)
    publish(project(root, "two"), target)
    before = target.readlink(), releases(target)
    assert publish(root, target) == ()
    assert (target.readlink(), releases(target)) == before
    assert rollback(target) == ()
    assert said(target) == "one"


def test_rollback_goes_back_and_the_next_one_forward_again(root: Path, target: Path) -> None:
    publish(root, target)
    publish(project(root, "two"), target)
    assert rollback(target) == ()
    assert said(target) == "one"
    assert rollback(target) == ()
    assert said(target) == "two"


def test_going_back_by_publishing_old_content_again(root: Path, target: Path) -> None:
    for text in ("one", "two", "one"):
        assert publish(project(root, text), target) == ()
        assert said(target) == text
    assert rollback(target) == ()
    assert said(target) == "two"


def test_a_published_folder_that_was_tampered_with_is_not_published_again(root: Path, target: Path) -> None:
    publish(root, target)
    (target / "index.html").write_text("defaced")
    assert publish(root, target) == ()
    assert said(target) == "one"


# --- what is refused -----------------------------------------------------------------------------------------------


def test_nothing_to_go_back_to(root: Path, target: Path) -> None:
    assert codes(rollback(target)) == ["P008"]
    assert not target.parent.exists()
    publish(root, target)
    assert codes(rollback(target)) == ["P008"]
    assert said(target) == "one"


@pytest.mark.parametrize("record", [None, b"", b"[]", b"{}", b'{"format": 2}', b'{"format": 1, "files": 3}', b"\xff"])
def test_no_finished_build(root: Path, target: Path, record: bytes | None) -> None:
    file = root / "build/release.json"
    file.unlink() if record is None else file.write_bytes(record)
    assert codes(publish(root, target)) == ["P001"]
    assert not target.parent.exists()


def test_files_that_changed_since_the_build_are_each_named(root: Path, target: Path) -> None:
    site = root / "build/site"
    (site / "index.html").write_text("other")
    (site / "data/decisions.csv").unlink()
    (site / "extra.html").touch()
    problems = publish(root, target)
    assert codes(problems) == ["P002"] * 3
    files = [problem.location.file for problem in problems]
    assert files == ["build/site/data/decisions.csv", "build/site/extra.html", "build/site/index.html"]
    assert not target.exists()


def test_many_changed_files_are_counted(root: Path, target: Path) -> None:
    for number in range(100):
        (root / f"build/site/{number}.html").touch()
    problems = publish(root, target)
    assert len(problems) == 21
    assert any("80 more files" in problem.message for problem in problems)


@pytest.mark.parametrize("changed", [MINUTES, "content/bodies.yaml", "datasets/items.json", "mkdocs.yml"])
def test_content_that_changed_since_the_build(root: Path, target: Path, changed: str) -> None:
    (root / changed).parent.mkdir(exist_ok=True)
    (root / changed).write_text("other")
    (problem,) = publish(root, target)
    assert problem.code == "P003"
    assert "build again" in problem.expected


def test_an_editors_hidden_files_are_no_content(root: Path, target: Path) -> None:
    (root / "content/.council.yaml.swp").touch()
    (root / "content/.obsidian").mkdir()
    (root / "content/.obsidian/app.json").touch()
    assert publish(root, target) == ()


def test_files_that_nobody_has_reviewed_are_each_named_with_the_line(root: Path, target: Path) -> None:
    project(root, "one", unreviewed=(MINUTES, "content/agendas/cabinet/2025-12-09.md"))
    assert [str(problem) for problem in publish(root, target)] == [
        "content/agendas/cabinet/2025-12-09.md:1:1: P004 nobody has reviewed this file; expected reviewed: true, once a person has",
        f"{MINUTES}:3:1: P004 nobody has reviewed this file; expected reviewed: true, once a person has",
    ]
    assert not target.exists()


def test_everything_that_is_wrong_is_reported_at_once(root: Path, target: Path) -> None:
    project(root, "one", unreviewed=(MINUTES,))
    (root / "build/site/index.html").write_text("other")
    (root / "mkdocs.yml").touch()
    target.mkdir(parents=True)
    (target / "mine.html").touch()
    assert sorted(codes(publish(root, target))) == ["P002", "P003", "P004", "P005"]


def test_a_folder_that_is_not_ours_is_left_alone(root: Path, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "mine.html").write_text("mine")
    (problem,) = publish(root, target)
    assert problem.code == "P005"
    assert str(target) in str(problem)
    assert [path.name for path in target.parent.iterdir()] == ["minutes"]
    assert (target / "mine.html").read_text() == "mine"


def test_a_file_or_a_link_that_is_not_ours_is_left_alone(root: Path, tmp_path: Path) -> None:
    file, elsewhere, link = tmp_path / "file", tmp_path / "elsewhere", tmp_path / "link"
    file.write_text("mine")
    elsewhere.mkdir()
    link.symlink_to(elsewhere)
    assert codes(publish(root, file)) == codes(publish(root, link)) == ["P005"]
    assert codes(rollback(link)) == ["P008"]
    assert file.read_text() == "mine"
    assert link.readlink() == elsewhere


@pytest.mark.parametrize("inside", ["build/public", "build/site", "content/site", "datasets"])
def test_the_projects_own_folders_are_no_target(root: Path, inside: str) -> None:
    assert codes(publish(root, root / inside)) == ["P005"]
    assert codes(publish(root, root / "content/.." / inside)) == ["P005"]


def test_a_place_where_nothing_can_be_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (problem,) = publish(root, tmp_path / "file/minutes")
    assert problem.code == "P007"
    assert "directory" in problem.message


def test_a_build_that_changes_while_it_is_copied(root: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(root, target)
    project(root, "two")
    copy = publishing._copy

    def disturbed(site: Path, *rest: Any) -> None:
        (site / "index.html").write_text("three")
        copy(site, *rest)

    monkeypatch.setattr(publishing, "_copy", disturbed)
    (problem,) = publish(root, target)
    assert (problem.code, problem.location.file) == ("P002", "build/site/index.html")
    assert said(target) == "one"
    assert len(releases(target)) == 1


def test_two_publications_at_once(root: Path, target: Path) -> None:
    publish(root, target)
    lock = target.with_name("minutes.releases") / ".lock"
    holder = f"import fcntl, sys; f = open({str(lock)!r}); fcntl.flock(f, fcntl.LOCK_EX); print(flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        project(root, "two")
        assert codes(publish(root, target)) == codes(rollback(target)) == ["P006"]
        assert said(target) == "one"
        other.communicate()
    assert publish(root, target) == ()
    assert said(target) == "two"


def test_the_folders_above_that_are_made_can_be_entered_by_a_web_server(root: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir(mode=0o700)
    before = os.umask(0o077)
    try:
        assert publish(root, tmp_path / "own/srv/www/minutes") == ()
    finally:
        os.umask(before)
    modes = [(tmp_path / part).stat().st_mode & 0o777 for part in ("own", "own/srv", "own/srv/www")]
    assert modes == [0o700, 0o755, 0o755]
