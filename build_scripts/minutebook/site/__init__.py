"""Pages to a site: runs the site builder over ``build/docs``, always with the same result for the same pages.

The builder is a command behind this one module. What it complains of comes back as problems; whether the finished
site holds together is for ``verify_site`` to say.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from minutebook.council_model import Council
from minutebook.model import HandPage
from minutebook.pages.escape import clean
from minutebook.pages.licences import LICENCES
from minutebook.pages.links import outside, page_of
from minutebook.pages.statements import STATEMENTS
from minutebook.problems import Location, Problem
from minutebook.site.searching import index_site
from minutebook.site.surroundings import PAGE_POLICY, SEARCH_POLICY, surroundings
from minutebook.site.verifying import verify_site
from minutebook.text import email

__all__ = ["build_site", "index_site", "site_config", "surroundings", "verify_site"]

THEME = Path(__file__).parents[1] / "theme"
"""What is the site's own on top of the Material theme."""

UNUSED = "/assets/javascripts/\n/assets/images/\n/assets/stylesheets/palette.*\n/assets/stylesheets/*.map\n"
"""What the Material theme brings and no page of ours loads, as patterns of files: scripts, above all."""

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""Spares the builder's messages the theme's advertisement of other builders."""

_MESSAGE = re.compile(r"^(?P<level>WARNING|ERROR|CRITICAL)\s+-\s+(?P<text>.*)")
_DOC_FILE = re.compile(r"(?:Doc file|Error (?:reading|building) page) '(?P<path>[^']+)'")
_TRACED = re.compile(r"^[\w.]+: (?:\[Errno \d+\] )?")
_FOLDERS = re.compile(r"(?<![\w.:/])/(?:[^\s'\"/]+/)+")


def build_site(
    root: Path, docs: Path, site: Path, council: Council, date: dt.date, *, pages: tuple[HandPage, ...] = ()
) -> tuple[Problem, ...]:
    """Build the pages in ``docs`` into the folder ``site``, which is emptied first; say what went wrong.

    ``root`` holds the project's mkdocs.yml. The configuration that is used is written beside ``docs``. ``date`` is the
    edition's, and the only date in the result. ``pages`` are the hand-written pages, for the links at each page's foot.
    Codes: W001 for what the builder says.
    """
    file = docs.parent / "mkdocs.yml"
    config = site_config(root, docs, site, council, pages)
    file.write_text(json.dumps(config, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    noon = dt.datetime.combine(date, dt.time(12), dt.UTC)
    done = subprocess.run(  # noqa: S603 - our own interpreter, with arguments of our own
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(file)],
        env=os.environ | {"SOURCE_DATE_EPOCH": str(int(noon.timestamp())), "TZ": "UTC", "PYTHONHASHSEED": "0"} | QUIET,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    written = {page.path for page in pages}
    problems = tuple(_problems(done.stderr, written))
    if done.returncode and not problems:
        return (Problem(Location("mkdocs.yml"), "W001", f"the site builder failed: {_reason(done.stderr)}"),)
    return problems


def _reason(output: str) -> str:
    """Why the builder failed, from the end of what it printed: of a traceback its last line, and no folder's name."""
    said = output.strip()
    if "Traceback (most recent call last)" in said:
        said = _TRACED.sub("", said.splitlines()[-1])
    return _FOLDERS.sub("", " ".join(said.split()))[-400:] or "it gave no reason"


def site_config(
    root: Path, docs: Path, site: Path, council: Council, pages: tuple[HandPage, ...] = ()
) -> dict[str, object]:
    """The builder's configuration: the project's mkdocs.yml, and on top of it what is this council's own."""
    beside = docs.parent
    licence = LICENCES.get(council.licence)
    written = {page.path for page in pages}
    own = {
        "name": council.name,
        "language": council.language,
        "notice": council.notice,
        "publisher": council.publisher,
        "contact": email(council.contact),
        "website": outside(council.website),
        "licence": licence.name if licence else council.licence,
        "licence_address": licence.address if licence else "",
        "pages": [{"title": page.title, "href": page_of(page.path)} for page in _at_the_foot(pages)],
        "statements": [
            {"title": one.title, "href": page_of(one.path)} for one in STATEMENTS if one.path not in written
        ],
    }
    return {
        "INHERIT": _from(beside, root / "mkdocs.yml"),
        "site_name": clean(f"{council.name} minute book"),
        "site_url": council.url,
        "docs_dir": _from(beside, docs),
        "site_dir": _from(beside, site),
        "theme": {"custom_dir": _from(beside, THEME)},
        "exclude_docs": UNUSED,
        "extra": {
            "council": {key: clean(value) if isinstance(value, str) else value for key, value in own.items()},
            "material_stylesheet": _material_stylesheet(),
            "page_policy": PAGE_POLICY,
            "search_policy": SEARCH_POLICY,
        },
    }


def _material_stylesheet() -> str:
    """Where Material's stylesheet lies in the site; its name changes with what is in it."""
    material = find_spec("material")
    templates = Path(material.origin).parent / "templates" if material and material.origin else Path()
    return "".join(sheet.relative_to(templates).as_posix() for sheet in templates.glob("assets/stylesheets/main.*.css"))


def _at_the_foot(pages: tuple[HandPage, ...]) -> Iterator[HandPage]:
    """Pages of the top level, and of each folder its index, or where it has none all of its pages."""
    folders = {page.path.rpartition("/")[0] for page in pages if page.path.endswith("/index.md")}
    for page in sorted(pages, key=lambda page: (page.path.count("/"), page.path)):
        folder, _, name = page.path.rpartition("/")
        if page.path != "index.md" and (not folder or name == "index.md" or folder not in folders):
            yield page


def _from(folder: Path, target: Path) -> str:
    """The way from a folder to a file or folder, so that the configuration is the same wherever the project lies."""
    return Path(os.path.relpath(target.resolve(), folder.resolve())).as_posix()


def _problems(output: str, written: set[str]) -> Iterator[Problem]:
    """The builder's warnings and errors; the place is the hand-written page where it is one's fault."""
    for line in output.splitlines():
        message = _MESSAGE.match(line)
        if not message:
            continue
        named = _DOC_FILE.search(message["text"])
        path = named["path"] if named else ""
        file = f"content/{path}" if path in written else f"build/docs/{path}" if path else "mkdocs.yml"
        yield Problem(Location(file), "W001", message["text"].strip())
