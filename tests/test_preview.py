"""The preview as a browser and a clerk meet it: a real server, real files, real changes."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from minutebook.files import write_file
from minutebook.preview import serve

PATIENCE = 120  # seconds until a change that does not show is held to be lost


@dataclass
class Preview:
    """A preview that runs; its build copies ``content/index.md`` to the site's first page, and fails at the word "bad"."""

    root: Path
    said: list[str] = field(default_factory=list)
    builds: list[bool] = field(default_factory=list)
    ended: bool = False
    code: int = -1

    def rebuild(self) -> bool:
        if self.ended:
            raise KeyboardInterrupt
        text = (self.root / "content/index.md").read_text()
        good = "bad" not in text
        if good:
            write_file(self.root / "build/site/index.html", f"<h1>{text}</h1>".encode())
        self.builds.append(good)
        return good

    def run(self) -> None:
        self.code = serve(self.root, self.rebuild, 0, self.said.append)

    @property
    def port(self) -> int:
        (address,) = (found for line in self.said if (found := re.search(r"http://127\.0\.0\.1:(\d+)/", line)))
        return int(address[1])

    def get(self, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
        finally:
            connection.close()


def until(happened: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not happened() and time.monotonic() < end:
        time.sleep(0.02)
    return happened()


@contextmanager
def running(root: Path) -> Iterator[Preview]:
    (root / "content/minutes").mkdir(parents=True)
    (root / "content/index.md").write_text("one")
    preview = Preview(root)
    thread = threading.Thread(target=preview.run)
    thread.start()
    assert until(lambda: any("http://" in line for line in preview.said))
    yield preview
    preview.ended = True
    (root / "content/index.md").write_text("end")
    thread.join(PATIENCE)
    assert preview.code == 0


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of its own for a test that changes the content."""
    with running(tmp_path) as own:
        yield own


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests that only read."""
    with running(tmp_path_factory.mktemp("shown")) as common:
        yield common


def site(preview: Preview, path: str, text: str = "") -> None:
    file = preview.root / "build/site" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_the_site_is_built_and_shown(shown: Preview) -> None:
    status, headers, text = shown.get("/")
    assert (status, text) == (200, "<h1>one</h1>")
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert shown.builds == [True]


def test_a_saved_file_changes_the_page(preview: Preview) -> None:
    (preview.root / "content/index.md").write_text("two")
    assert until(lambda: preview.get("/")[2] == "<h1>two</h1>")
    (preview.root / "content/index.md").write_text("three")
    assert until(lambda: preview.get("/")[2] == "<h1>three</h1>")


@pytest.mark.parametrize("change", ["content/minutes/new.md", "content/new/folder.md", "mkdocs.yml"])
def test_every_part_of_the_content_is_watched(preview: Preview, change: str) -> None:
    (preview.root / change).parent.mkdir(exist_ok=True)
    (preview.root / change).touch()
    assert until(lambda: len(preview.builds) > 1)


def test_a_deleted_file_is_a_change(preview: Preview) -> None:
    (preview.root / "content/minutes").rmdir()
    assert until(lambda: len(preview.builds) > 1)


def test_what_is_no_content_builds_nothing(preview: Preview) -> None:
    (preview.root / "content/.index.md.swp").touch()
    (preview.root / "notes.md").touch()
    site(preview, "other.html")
    preview.get("/")
    (preview.root / "content/index.md").read_text()
    time.sleep(0.5)
    assert preview.builds == [True]


def test_files_saved_together_are_built_together(preview: Preview) -> None:
    for number in range(20):
        (preview.root / f"content/minutes/{number}.md").touch()
    assert until(lambda: len(preview.builds) > 1)
    time.sleep(0.5)
    assert len(preview.builds) < 20  # two as a rule; a busy computer may see the files come one after another


def test_a_build_that_fails_leaves_the_last_good_site(preview: Preview) -> None:
    (preview.root / "content/index.md").write_text("bad")
    assert until(lambda: False in preview.builds)
    assert preview.get("/")[2] == "<h1>one</h1>"
    assert until(lambda: "The site was not built. The last good one stays." in preview.said)
    (preview.root / "content/index.md").write_text("good")
    assert until(lambda: preview.get("/")[2] == "<h1>good</h1>")


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("feeds/decisions.xml", "application/rss+xml"),
        ("feeds/bodies/cabinet.xml", "application/rss+xml"),
        ("sitemap.xml", "application/xml"),
        ("data/decisions.csv", "text/csv; charset=utf-8"),
        ("data/datapackage.json", "application/json"),
        ("data/minutebook.zip", "application/zip"),
        ("minutes.md", "text/markdown; charset=utf-8"),
        ("assets/style.css", "text/css; charset=utf-8"),
    ],
)
def test_media_types(shown: Preview, path: str, media_type: str) -> None:
    site(shown, path, "é")
    status, headers, text = shown.get(f"/{path}")
    assert (status, headers["content-type"], text) == (200, media_type, "é")


def test_a_folder_is_its_page(shown: Preview) -> None:
    site(shown, "bodies/cabinet/index.html", "cabinet")
    assert shown.get("/bodies/cabinet/")[2] == "cabinet"
    status, headers, _ = shown.get("/bodies/cabinet")
    assert (status, headers["location"]) == (301, "/bodies/cabinet/")


def test_what_is_not_there_has_the_sites_own_page(shown: Preview) -> None:
    assert shown.get("/nothing/")[0] == 404
    site(shown, "404.html", "not here")
    site(shown, "bodies/cabinet.txt")
    assert shown.get("/nothing/")[::2] == (404, "not here")
    assert shown.get("/bodies/")[::2] == (404, "not here")
    assert shown.get("/nothing/", "HEAD")[::2] == (404, "")


@pytest.mark.parametrize(
    "path", ["/../content/index.md", "/%2e%2e/content/index.md", "//content/index.md", "/..%2fcontent%2findex.md"]
)
def test_nothing_but_the_site_is_shown(shown: Preview, path: str) -> None:
    assert shown.get(path)[0] == 404


def test_no_other_machine_is_listened_to(shown: Preview) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", shown.port), timeout=PATIENCE)


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert serve(tmp_path, lambda: True, port, said.append) == 1
    assert said == [f"Port {port} cannot be used: Address already in use. Choose another one with --port."]
    assert serve(tmp_path, lambda: True, 70000, said.append) == 1


@contextmanager
def process(root: Path, built: bool) -> Iterator[subprocess.Popen[str]]:
    """A preview in a process of its own, as a clerk's terminal has it."""
    # A test that was started in the background hands down that SIGINT is ignored; a clerk's terminal does not.
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        f"import sys, pathlib; from minutebook.preview import serve; sys.exit(serve(pathlib.Path(), lambda: {built}, 0))"
    )
    with subprocess.Popen(
        [sys.executable, "-u", "-c", program], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as running:  # fmt: skip
        try:
            yield running
        finally:
            running.kill()


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    with process(tmp_path, built=False) as running:
        assert running.stdout
        assert running.stdout.readline() == "The site was not built.\n"
        assert "http://127.0.0.1:" in running.stdout.readline()
        running.send_signal(signal.SIGINT)
        out, errors = running.communicate(timeout=PATIENCE)
    assert (running.returncode, out, errors) == (0, "The preview has ended.\n", "")


def test_a_folder_moved_away_and_back_is_built_from_without_a_word(tmp_path: Path) -> None:
    minutes, away = tmp_path / "content/minutes", tmp_path / "away"
    minutes.mkdir(parents=True)
    with process(tmp_path, built=True) as running:
        assert running.stdout
        assert "http://127.0.0.1:" in running.stdout.readline()
        for old, new in ((minutes, away), (away, minutes)):
            old.rename(new)
            assert [running.stdout.readline()[:5] for _ in range(2)] == ["A fil", "Built"]
        (minutes / "new.md").touch()
        assert running.stdout.readline() == "A file has changed. Building again.\n"
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=PATIENCE)
    assert (running.returncode, errors) == (0, "")


def test_an_address_that_no_file_can_have_is_not_there(shown: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    assert shown.get("/%00")[0] == 404
    assert shown.get("/a%00b/")[0] == 404
    assert capfd.readouterr().err == ""
