"""Builds that are killed, disturbed or found wanting: the last site stays, whole, and nothing else takes its place."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from minutebook import pipeline
from minutebook.problems import errors
from project import MINUTES, make_project, minutebook, published_files

PATIENCE = 60  # seconds until a process that does not do its part is held to be stuck

SECRET = "content/minutes/cabinet/2025-10-07.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = make_project(tmp_path_factory.mktemp("built"))
    assert pipeline.build(folder, lambda _: None) == ()
    return folder


@pytest.fixture
def project(built, tmp_path):
    """A project with a build, of the test's own."""
    return shutil.copytree(built, tmp_path / "project", symlinks=True)


def until(happened):
    end = time.monotonic() + PATIENCE
    while not (found := happened()):
        assert time.monotonic() < end
        time.sleep(0.002)
    return found


def child(process):
    """The process that another one has started, by its number; 0 where there is none."""
    return int((Path(f"/proc/{process}/task/{process}/children").read_text().split() or [0])[0])


def gone(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def signalled(process, what):
    if not gone(process):
        os.kill(process, what)


def writing(project, end):
    """Start a build, end it by a signal as its site builder begins to write; the number of the site builder."""
    command = [sys.executable, "-m", "minutebook", "-C", str(project), "build"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        builder = until(lambda: child(process.pid))
        until(lambda: list((project / "build").glob("staging*/**/assets")))
        if end == signal.SIGKILL:
            signalled(builder, signal.SIGSTOP)
        process.send_signal(end)
        assert "Traceback" not in process.communicate(timeout=PATIENCE)[1]
    return builder


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="no /proc to find the site builder in")
def test_what_a_killed_build_left_running_adds_nothing_to_the_next_site(project):
    before = published_files(project / "build/site")
    (project / SECRET).write_text(MINUTES.replace("2025-11-04", "2025-10-07"))
    builder = writing(project, signal.SIGKILL)
    (project / SECRET).unlink()

    def say(what):
        if what == "verifying":
            signalled(builder, signal.SIGCONT)
            until(lambda: gone(builder))

    try:
        assert pipeline.build(project, say) == ()
        assert published_files(project / "build/site") == before
    finally:
        signalled(builder, signal.SIGKILL)
    assert pipeline.build(project, lambda _: None) == ()
    assert sorted(path.name for path in (project / "build").iterdir()) == [
        ".lock", "docs", "mkdocs.yml", "release.json", "site",
    ]  # fmt: skip


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="no /proc to find the site builder in")
def test_a_build_that_is_told_to_end_takes_its_site_builder_with_it(project):
    before = published_files(project / "build/site")
    builder = writing(project, signal.SIGTERM)
    until(lambda: gone(builder))
    assert published_files(project / "build/site") == before
    assert list((project / "build").glob("staging*")) == []


def test_a_build_killed_as_it_swapped_is_put_right_by_the_next(project):
    before = published_files(project / "build/site")
    (project / "build/site").rename(project / "build/last")
    (project / "content/bodies.yaml").write_text("- id: [\n")
    done = minutebook("-C", project, "build")
    assert done.returncode == 1
    assert "the last build stays as it was" in done.stderr
    assert published_files(project / "build/site") == before


def test_where_nothing_was_built_before_no_earlier_build_is_promised(tmp_path):
    make_project(tmp_path, {"content/bodies.yaml": "- id: [\n"})
    assert "nothing was built; there is no earlier build" in minutebook("-C", tmp_path, "build").stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[Nowhere](index.md#nowhere)", "W001"),
        ('<a href="#nowhere">Nowhere</a>', "W003"),
        ("![A picture](https://elsewhere.example/picture.png)", "W005"),
    ],
)
def test_a_site_that_does_not_hold_together_leaves_the_last_one(project, text, code):
    before = published_files(project / "build/site")
    (project / "content/about.md").write_text(f"---\ntitle: About\n---\n\n# About\n\n{text}\n")
    assert errors(pipeline.check(project)) == ()
    assert code in [problem.code for problem in pipeline.build(project, lambda _: None)]
    assert published_files(project / "build/site") == before


def test_content_that_changes_during_a_build_is_no_one_s_edition(project):
    before = published_files(project)

    def say(what):
        if what == "verifying":
            (project / "content/minutes/cabinet/2025-11-04.md").write_text(MINUTES.replace("bridge", "lock"))

    assert [problem.code for problem in pipeline.build(project, say)] == ["B002"]
    after = published_files(project)
    assert [
        path for path in before if path.startswith(("build/site", "build/rel")) and before[path] != after[path]
    ] == []
