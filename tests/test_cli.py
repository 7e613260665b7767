"""The command line: its help, its exit codes, and where it may be told of a project."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutebook import commands
from minutebook.cli import COMMANDS, main
from project import MINUTES, make_project, minutebook

FILE = "content/minutes/cabinet/2025-11-04.md"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command.name, "--help"])
    assert left.value.code == 0
    assert command.help.capitalize() in " ".join(capsys.readouterr().out.split())


def test_every_function_of_a_command_belongs_to_one():
    named = {
        name.rstrip("_")
        for name, value in vars(commands).items()
        if getattr(value, "__module__", "") == commands.__name__
    }
    assert {command.name for command in COMMANDS} == {name for name in named if not name.startswith("_")}


@pytest.mark.parametrize("arguments", [[], ["fly"], ["build", "--fast"], ["new", "x"], ["publish"], ["import"]])
def test_wrong_usage_leaves_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: minutebook" in capsys.readouterr().err


def test_a_folder_without_a_project_is_said_to_be_one(tmp_path, capsys):
    assert main(["-C", str(tmp_path), "check"]) == 2
    assert "minutebook new" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_project_may_be_named_before_or_after_the_command(tmp_path, place, capsys):
    make_project(tmp_path)
    where = ["-C", str(tmp_path)]
    assert main([*where, "check"] if place == "before" else ["check", *where]) == 0


def test_warnings_alone_are_no_failure(tmp_path, capsys):
    make_project(tmp_path, {FILE: MINUTES.replace("reviewed: true", "reviewed: false")})
    assert main(["-C", str(tmp_path), "check"]) == 0
    assert "C002 warning" in capsys.readouterr().err


def test_format_puts_files_into_their_canonical_form(tmp_path, capsys):
    loose = (
        MINUTES.replace('"14:00"', "'14:00'").replace("\n## 36", "\n\n\n## 36").replace("repair of", "repair\n    of")
    )
    make_project(tmp_path, {FILE: loose})
    assert main(["-C", str(tmp_path), "format", "--check"]) == 1
    assert (tmp_path / FILE).read_text() == loose
    assert main(["-C", str(tmp_path), "format"]) == 0
    assert (tmp_path / FILE).read_text() == MINUTES
    assert main(["-C", str(tmp_path), "format", "--check"]) == 0


def test_format_leaves_a_file_alone_that_it_cannot_read(tmp_path, capsys):
    broken = MINUTES.replace("b) let", "a) let") + "\n\n\n"
    make_project(tmp_path, {FILE: broken})
    assert main(["-C", str(tmp_path), "format", str(tmp_path / FILE)]) == 1
    assert (tmp_path / FILE).read_text() == broken
    assert f"{FILE}:27:5" in capsys.readouterr().err


def test_progress_is_plain_lines_where_there_is_no_terminal(tmp_path):
    make_project(tmp_path)
    done = minutebook("-C", tmp_path, "check")
    assert done.returncode == 0
    assert "\r" not in done.stderr
    assert "\033" not in done.stderr


def test_format_does_not_lose_a_clerks_comment(tmp_path, capsys):
    noted = MINUTES.replace("status: draft", "status: draft   # see file 12/B").replace('"14:00"', "'14:00'")
    make_project(tmp_path, {FILE: noted})
    assert main(["-C", str(tmp_path), "check"]) == 0
    assert main(["-C", str(tmp_path), "format"]) == 1
    assert f"{FILE}:7:17: F007" in capsys.readouterr().err
    assert (tmp_path / FILE).read_text() == noted


def test_format_finds_a_file_where_the_person_stands(tmp_path, monkeypatch, capsys):
    make_project(tmp_path / "project", {FILE: MINUTES + "\n\n"})
    elsewhere = tmp_path / "2025-11-04.md"
    elsewhere.write_text("not minutes")
    monkeypatch.chdir(tmp_path)
    assert main(["-C", "project", "format", "2025-11-04.md"]) == 1
    assert f"{elsewhere}:1:1: S003" in capsys.readouterr().err


def test_new_takes_no_other_place_than_its_own(tmp_path, capsys):
    with pytest.raises(SystemExit) as left:
        main(["-C", str(tmp_path), "new", str(tmp_path / "own"), "--name", "Example Council"])
    assert left.value.code == 2
    assert "new takes no -C" in capsys.readouterr().err
    assert not (tmp_path / "own").exists()


def test_going_back_needs_no_project(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["publish", "--rollback", str(tmp_path / "srv")]) == 1
    assert "P008" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda root: (root / "build").write_text(""), "build:1:1: F006 cannot read or write: File exists"),
        (
            lambda root: (root / "build/.lock").mkdir(parents=True),
            ".lock:1:1: F006 cannot read or write: Is a directory",
        ),
        (lambda root: (root / "content/a.png").symlink_to("/proc/self/mem"), "F006 cannot read or write: Input/output"),
    ],
    ids=["no folder for the build", "no lock", "a picture"],
)
def test_what_the_disk_refuses_is_a_problem_like_others(tmp_path, capsys, spoil, told):
    make_project(tmp_path)
    spoil(tmp_path)
    assert main(["-C", str(tmp_path), "build"]) == 1
    assert told in capsys.readouterr().err


def test_a_lock_that_cannot_be_had_is_not_another_build(tmp_path, monkeypatch, capsys):
    def refuse(*_):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    make_project(tmp_path)
    monkeypatch.setattr("fcntl.flock", refuse)
    assert main(["-C", str(tmp_path), "build"]) == 1
    told = capsys.readouterr().err
    assert "F006" in told
    assert "B001" not in told


@pytest.mark.parametrize(
    ("most", "told"), [(8, "build/docs/"), (100, "mkdocs.yml:1:1: W001 the site builder failed: ")]
)
def test_a_disk_that_is_full_is_said_in_a_sentence(tmp_path, most, told):
    make_project(tmp_path)
    full = ("bash", "-c", f'ulimit -f {most}; exec "$@"', "-")  # no file of more KiB: the same error in the same places
    uncounted = {
        key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")
    }  # its data are files
    done = minutebook("-C", tmp_path, "build", before=full, env=uncounted)
    assert done.returncode == 1
    assert told in done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert "site-packages" not in done.stderr


def test_names_that_are_not_utf_8_are_problems(tmp_path):
    make_project(tmp_path)
    for name in (b"page\xff.md", b"picture\xff.png", b"minutes/cabinet/\xff.md"):
        Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/" + name)).write_text("# A page\n")
    done = minutebook("-C", tmp_path, "check")
    assert done.returncode == 1
    for name in ("page", "picture", "minutes/cabinet/"):
        assert f"content/{name}\\xff" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["q[x]", "q:x"])
def test_a_project_may_be_in_a_folder_of_any_name(tmp_path, name):
    make_project(tmp_path / name)
    done = minutebook("-C", name, "build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_reader_may_leave_before_the_end(tmp_path):
    make_project(tmp_path, {FILE: MINUTES + "\n\n"})
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "minutebook", "-C", str(tmp_path), "format", "--check"]
    done = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_terminal_that_knows_no_other_characters_than_ascii_gets_their_numbers(tmp_path):
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = minutebook("new", "Weir – minutes", "--name", "Weir", env=ascii_only, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Weir \\u2013 minutes" in done.stdout
