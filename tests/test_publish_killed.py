"""Publishing in a process that is killed: at every single step, the old site or the new one is there, whole."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from finished_build import codes, project, releases, said
from minutebook.problems import Problem
from minutebook.publish import publish, rollback

CHANGES = {"os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "fcntl.flock"}


def killed_before(step: int, run: Callable[[], tuple[Problem, ...]]) -> bool:
    """Run in another process that is killed before its nth change to the file system; whether it came so far."""
    process = os.fork()
    if process == 0:
        steps = count()

        def watch(event: str, args: tuple[object, ...]) -> None:
            changes = event in CHANGES or (event == "open" and isinstance(args[2], int) and args[2] & os.O_ACCMODE)
            if changes and next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        os._exit(1 if run() else 0)
    _, status = os.waitpid(process, 0)
    assert status in {0, signal.SIGKILL}
    return status == signal.SIGKILL


def killed_at_every_step(tmp_path: Path, run: Callable[[Path], tuple[Problem, ...]]) -> Iterator[Path]:
    """The folder after each possible kill, and a last time after the whole run."""
    for step in count():
        folder = tmp_path / f"killed-{step}"
        shutil.copytree(tmp_path / "before", folder, symlinks=True)
        killed = killed_before(step, partial(run, folder))
        yield folder
        if not killed:
            assert step > 3
            return


@pytest.mark.parametrize("published", [(), ("one",), ("zero", "one"), ("zero", "nought", "one")])
@pytest.mark.parametrize("empty", [True, False])
def test_killed_at_any_step_of_publishing(tmp_path: Path, published: tuple[str, ...], empty: bool) -> None:
    before = tmp_path / "before"
    if empty:
        (before / "srv/minutes").mkdir(parents=True)
    for text in published:
        publish(project(before, text), before / "srv/minutes")
    project(before, "two")
    old = published[-1] if published else ""
    seen = set()
    for folder in killed_at_every_step(tmp_path, lambda folder: publish(folder, folder / "srv/minutes")):
        target = folder / "srv/minutes"
        seen.add(said(target))
        assert all(said(release) for release in releases(target))
        assert codes(rollback(target)) in ([], ["P008"])
        assert said(target) in {old, "two", *published[-2:-1]}
        assert publish(folder, target) == ()
        assert said(target) == "two"
        assert publish(project(folder, "three"), target) == ()
        assert len(releases(target)) == 2
        assert sorted(path.name for path in releases(target)[0].parent.glob(".*")) == [".lock"]
        assert rollback(target) == ()
        assert said(target) == "two"
    assert seen == {old, "two"}


def test_killed_at_any_step_of_going_back(tmp_path: Path) -> None:
    before = tmp_path / "before"
    for text in ("one", "two"):
        publish(project(before, text), before / "srv/minutes")
    seen = set()
    for folder in killed_at_every_step(tmp_path, lambda folder: rollback(folder / "srv/minutes")):
        target = folder / "srv/minutes"
        now = said(target)
        seen.add(now)
        assert rollback(target) == ()
        assert {now, said(target)} == {"one", "two"}
    assert seen == {"one", "two"}
