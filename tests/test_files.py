"""Files are put in place whole, and those that do not change keep their times."""

from __future__ import annotations

import pytest

from minutebook.files import write_file, write_tree


def test_a_file_with_the_same_bytes_is_left_alone(tmp_path):
    path = tmp_path / "a/b.txt"
    assert write_file(path, b"x") is True
    before = path.stat().st_ino
    assert write_file(path, b"x") is False
    assert path.stat().st_ino == before
    assert write_file(path, b"y") is True
    assert path.read_bytes() == b"y"


def test_permissions_of_a_clerks_file_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    path.chmod(0o640)
    write_file(path, b"y")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_file(path, b"new")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_a_tree_holds_what_it_was_given_and_nothing_else(tmp_path):
    (tmp_path / "old/deep").mkdir(parents=True)
    (tmp_path / "old/deep/gone.txt").write_bytes(b"x")
    write_tree(tmp_path, {"a/b.txt": b"1", "c.txt": b"2"})
    write_tree(tmp_path, {"c.txt": b"3"})
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == {"c.txt"}
    assert not (tmp_path / "old").exists()
