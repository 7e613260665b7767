"""The command line: its help, its exit codes, and where it may be told of a project."""

from __future__ import annotations

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
