"""The search index of a site: Pagefind over the documents that can be found, so that a reader fetches fragments only.

Source of the format: https://pagefind.app/docs/. Each document is handed over as a small page of its own. Every value of a
filter is a filter of its own name ("body-cabinet"), so that a search fetches the list of what was chosen and no other.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from minutebook.problems import Location, Problem
from minutebook.search import Document

FOLDER = "pagefind"
"""Where the index stands below the site's root."""

_NEEDED = ("pagefind.js", "pagefind-worker.js")
_MARK = b"pagefind_dcd"
"""What each packed file of the index begins with, before its CBOR."""


def index_site(site: Path, documents: Iterable[Document], language: str) -> tuple[Problem, ...]:
    """Write the search index of ``documents`` into the built site; the same documents give the same bytes.

    A council that has no minutes yet has nothing to search. It gets no index, and its search page offers the lists instead.
    Code: W007 where Pagefind fails, with what it said.
    """
    found = tuple(documents)
    if not found:
        return ()
    with tempfile.TemporaryDirectory(prefix="minutebook-search-") as folder:
        for position, document in enumerate(found):
            # Pagefind numbers documents by their address and breaks ties by that: names in the order of the book
            (Path(folder) / f"{position:07d}.html").write_text(_page(document, language), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own interpreter, with arguments of our own
            [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(site / FOLDER)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())[-300:] or "it gave no reason"
        return (Problem(Location("mkdocs.yml"), "W007", f"the search index could not be made: {said}"),)
    _tidy(site / FOLDER)
    return ()


def _page(document: Document, language: str) -> str:
    """A document as Pagefind reads it: text, what a result shows, filters, and the date to sort by."""
    shown = {"address": document.address, "told": document.told, "title": document.title}
    if document.date:
        shown["date"] = document.date.isoformat()
    chosen = {"kind": document.kind, "body": document.body, "year": document.year.replace("/", "-")}
    marks = [f'<i data-pagefind-meta="{key}[title]" title="{html.escape(value)}"></i>' for key, value in shown.items()]
    marks += [
        f'<i data-pagefind-filter="{key}-{html.escape(value)}[title]" title="1"></i>'
        for key, value in chosen.items()
        if value
    ]
    marks.append(f'<i data-pagefind-sort="date[title]" title="{document.date or "0000-00-00"}"></i>')
    text = "".join(f"<p>{html.escape(line)}</p>" for line in document.text.split("\n") if line)
    body = f"<main data-pagefind-body><h1>{html.escape(document.title)}</h1>{text}{''.join(marks)}</main>"
    return f'<!doctype html><html lang="{html.escape(language)}"><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _tidy(folder: Path) -> None:
    """Leave out the parts that no page of ours loads, and put in order what Pagefind writes in the order of the moment."""
    for path in folder.iterdir():
        if path.is_file() and path.suffix in (".js", ".css") and path.name not in _NEEDED:
            path.unlink()
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _ordered(folder, language["hash"])
    languages = dict(sorted(entry["languages"].items()))
    text = json.dumps(entry | {"languages": languages}, ensure_ascii=False, separators=(",", ":"))
    (folder / "pagefind-entry.json").write_text(text, encoding="utf-8", newline="\n")


def _ordered(folder: Path, name: str) -> str:
    """Rewrite the index's table of contents with its filters and sorts in the order of their names; its new name."""
    import cbor2

    file = folder / f"pagefind.{name}.pf_meta"
    version, pages, chunks, filters, sorts, fields = cbor2.loads(gzip.decompress(file.read_bytes())[len(_MARK) :])
    content = _MARK + cbor2.dumps([version, pages, chunks, sorted(filters), sorted(sorts), fields])
    renamed = re.sub(r"[0-9a-f]+$", hashlib.sha256(content).hexdigest()[:10], name)
    file.unlink()
    (folder / f"pagefind.{renamed}.pf_meta").write_bytes(gzip.compress(content, 9, mtime=0))
    return renamed
