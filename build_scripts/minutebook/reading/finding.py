"""Which files of ``content/`` are read, and those that would be left out without a word.

Files and folders whose name begins with a full stop are an editor's or a desktop's, and are passed over.

Codes: F005 a file where none of its kind belongs, F006 what cannot be read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from minutebook.problems import Location, Problem

MINUTES = "content/minutes"
AGENDAS = "content/agendas"
REPORTS = "content/reports"
ASSETS = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".pdf")

GENERATED = frozenset(
    {"404", "api", "assets", "bodies", "data", "decisions", "feeds", "index", "meetings", "people", "private", "search"}
)
"""First parts of addresses under which the site's own pages stand."""

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def walk(root: Path, folder: str, problems: list[Problem]) -> tuple[str, ...]:
    """Every file below a folder of the project, as a path from its root, in order; none where the folder is absent."""
    found: list[str] = []

    def failed(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            where = Location(Path(error.filename).relative_to(root).as_posix() if error.filename else folder)
            problems.append(Problem(where, "F006", f"cannot read the folder: {error.strerror}", "a folder to read"))

    for place, folders, files in os.walk(root / folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(place).relative_to(root).as_posix()
        found.extend(f"{inside}/{name}" for name in files if not name.startswith("."))
    return tuple(sorted(found))


def record_paths(root: Path, folder: str, problems: list[Problem]) -> tuple[str, ...]:
    """The minutes, agenda or report files of a project: ``<folder>/<body>/<date>.md``, a report's ``<date>/<number>.md``.

    Other files there are problems.
    """
    name = "<body>/<date>/<number>.md" if folder == REPORTS else "<body>/<date>.md"
    form = "/".join(r"[^/]+" for _ in name.split("/")) + r"\.md"
    kept = []
    for path in walk(root, folder, problems):
        if re.fullmatch(form, path.removeprefix(f"{folder}/")):
            kept.append(path)
        else:
            problems.append(Problem(Location(path), "F005", "a file that would be left out", f"{folder}/{name}"))
    return tuple(kept)


def page_paths(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Hand-written pages. One at an address of the site's own, or with a name that makes no address, is a problem."""
    for path in walk(root, "content", problems):
        parts = path.removeprefix("content/").removesuffix(".md").split("/")
        if not path.endswith(".md") or path.startswith((f"{MINUTES}/", f"{AGENDAS}/", f"{REPORTS}/")):
            continue
        elif parts[0] in GENERATED or parts[-1].lower() == "readme":
            told = f"the site has a page of its own at the address of {path.removeprefix('content/')}"
            problems.append(Problem(Location(path), "F005", told, "another name"))
        elif not all(map(_PLAIN.fullmatch, parts)):
            wanted = "letters, digits, hyphens and underscores, and .md in small letters"
            problems.append(Problem(Location(path), "F005", "a name that makes no address", wanted))
        else:
            yield path


def asset_paths(root: Path) -> Iterator[str]:
    """Pictures and documents beside the hand-written pages."""
    for path in walk(root, "content", []):
        if path.lower().endswith(ASSETS) and not path.startswith((f"{MINUTES}/", f"{AGENDAS}/", f"{REPORTS}/")):
            yield path
