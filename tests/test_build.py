"""The build as a whole: what stops it, what it leaves alone, and that the same content gives the same bytes."""

from __future__ import annotations

import json
import os
import shutil

import pytest

from minutebook.contract import read_contract
from minutebook.pipeline import make_edition
from minutebook.reading import read_book
from project import BODIES, COUNCIL, MINUTES, PEOPLE, copy_example, make_project, minutebook, published_files

FILE = "content/minutes/cabinet/2025-11-04.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = make_project(tmp_path_factory.mktemp("built"))
    done = minutebook("-C", folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(built, tmp_path):
    """A project with a build, of the test's own."""
    return shutil.copytree(built, tmp_path / "project", symlinks=True)


def test_a_new_project_builds_before_its_first_minutes(tmp_path):
    """A clerk looks at the site before importing anything."""
    assert minutebook("new", tmp_path, "--name", "Example Council").returncode == 0
    done = minutebook("-C", tmp_path, "build")
    assert done.returncode == 0, done.stderr


BREAKING = {
    "front matter that is not YAML": ({FILE: MINUTES.replace("place:", "place: [")}, ["S004", f"{FILE}:"]),
    "an unknown body": ({"content/bodies.yaml": BODIES.replace("cabinet", "chamber")}, ["R002", f"{FILE}:2:7"]),
    "a day that does not exist": ({FILE: MINUTES.replace("2025-11-12", "2025-02-30")}, ["F004", f"{FILE}:8:12"]),
    "two items of one id": ({FILE: MINUTES + "\n## 36. Again\n"}, ["M003", f"{FILE}:29:1"]),
    "a label twice": ({FILE: MINUTES.replace("b) let", "a) let")}, ["M005", f"{FILE}:27:5"]),
    "a list that skips a level": ({FILE: MINUTES.replace("    - a)", "        - a)")}, ["M004", f"{FILE}:26:"]),
    "two people of one id": ({"content/people.yaml": PEOPLE * 2}, ["R001", "content/people.yaml:5:"]),
    "a file in Latin-1": ({FILE: MINUTES.replace("bridge", "café").encode("latin-1")}, ["S001", f"{FILE}:18:17:"]),
    "a NUL byte": ({FILE: MINUTES.replace("bridge", "bri\0dge")}, ["S002", f"{FILE}:18:"]),
    "a setting that is not known": ({"content/council.yaml": COUNCIL + "secret: yes\n"}, ["F001", "council.yaml:5:1"]),
}


@pytest.mark.parametrize(("files", "expected"), BREAKING.values(), ids=BREAKING)
def test_what_is_wrong_stops_the_build_and_leaves_the_last_site(project, files, expected):
    before = published_files(project / "build/site")
    for path, text in files.items():
        (project / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    done = minutebook("-C", project, "build")
    assert done.returncode == 1
    for word in expected:
        assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert published_files(project / "build/site") == before


def test_every_problem_of_every_file_is_listed_in_one_run(project):
    (project / FILE).write_text(MINUTES.replace("draft", "final").replace("b) let", "a) let"))
    (project / "content/people.yaml").write_text(PEOPLE * 2)
    done = minutebook("-C", project, "build")
    assert [code for code in ("F004", "M005", "R001") if code in done.stderr] == ["F004", "M005", "R001"]
    assert "3 errors" in done.stderr


def test_windows_line_ends_and_a_byte_order_mark_give_the_same_site(project):
    before = published_files(project / "build/site")
    (project / FILE).write_bytes(b"\xef\xbb\xbf" + MINUTES.replace("\n", "\r\n").encode())
    done = minutebook("-C", project, "build")
    assert done.returncode == 0, done.stderr
    assert published_files(project / "build/site") == before


def test_check_changes_nothing_and_says_the_same(project):
    (project / FILE).write_text(MINUTES.replace("b) let", "a) let"))
    before = published_files(project)
    done = minutebook("-C", project, "check")
    assert done.returncode == 1
    assert "M005" in done.stderr
    assert published_files(project) == before


def test_two_builds_apart_in_time_place_and_zone_are_identical(example, tmp_path):
    faketime = shutil.which("faketime")
    if faketime is None:
        pytest.skip("faketime is not installed (Debian: apt-get install faketime)")
    folder = copy_example(tmp_path / "another folder")
    zone = os.environ | {"TZ": "Pacific/Auckland"}
    done = minutebook("-C", folder, "build", before=(faketime, "-f", "+400d"), env=zone)
    assert done.returncode == 0, done.stderr
    first, second = published_files(example / "build/site"), published_files(folder / "build/site")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_no_published_file_names_the_folder_it_was_built_in(example):
    place = str(example).encode()
    assert [path for path, content in published_files(example / "build/site").items() if place in content] == []


def test_a_contract_that_promises_what_is_not_made_stops_the_build(project):
    schema = project / "datasets/schemas/bodies.json"
    described = json.loads(schema.read_text())
    described["fields"].append(described["fields"][-1] | {"name": "motto"})
    schema.write_text(json.dumps(described))
    before = published_files(project / "build/site")
    done = minutebook("-C", project, "build")
    assert done.returncode == 1
    assert "datasets/schemas/bodies.json:1:1: T005" in done.stderr
    assert "Traceback" not in done.stderr
    assert published_files(project / "build/site") == before


@pytest.mark.parametrize(("days", "told"), [([], "tables of 1 meeting"), (["2025-10-07"], "tables of 2 meetings")])
def test_meetings_are_counted_in_good_english(tmp_path, days, told):
    root = make_project(
        tmp_path, {f"content/minutes/cabinet/{day}.md": MINUTES.replace("2025-11-04", day) for day in days}
    )
    said = []
    make_edition(read_book(root).book, read_contract(root / "datasets")[0], said.append)
    assert said == [told]
