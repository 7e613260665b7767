"""The search index as a reader's browser asks it."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path

from minutebook.search import Document
from minutebook.site import index_site, searching

DOCUMENTS = tuple(
    Document(
        f"meetings/{body}/2025-0{month}-04/#minute-{month}",
        f"Bridges & <b>ferries</b> {month}",
        f'The {body} met.\nIt spoke of "ferries".',
        f"{body}, minute {month}",
        "minute",
        body,
        "2025/26",
        dt.date(2025, month, 4),
    )
    for month in range(1, 10)
    for body in ("cabinet", "council", "audit-committee", "forum")
)


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_documents_give_the_same_bytes(tmp_path):
    for name in ("a", "b", "c"):
        assert index_site(tmp_path / name, DOCUMENTS, "en-GB") == ()
    assert files(tmp_path / "a") == files(tmp_path / "b") == files(tmp_path / "c")


def test_only_what_pages_load_is_there_and_every_document(tmp_path):
    assert index_site(tmp_path, DOCUMENTS, "en-GB") == ()
    found = files(tmp_path / "pagefind")
    assert {name for name in found if name.endswith((".js", ".css"))} == {"pagefind.js", "pagefind-worker.js"}
    fragments = [gzip.decompress(content) for name, content in found.items() if name.startswith("fragment/")]
    assert len(fragments) == len(DOCUMENTS)
    assert sum(b"meetings/cabinet/2025-03-04/#minute-3" in fragment for fragment in fragments) == 1


def test_a_council_without_minutes_has_no_index_and_no_problem(tmp_path):
    assert index_site(tmp_path, (), "en-GB") == ()
    assert files(tmp_path) == {}


def test_an_index_that_cannot_be_made_is_a_problem_that_says_why(tmp_path, monkeypatch):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho no room left >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(searching.sys, "executable", str(broken))
    (problem,) = index_site(Path(tmp_path) / "site", DOCUMENTS[:1], "en-GB")
    assert problem.code == "W007"
    assert "no room left" in problem.message
