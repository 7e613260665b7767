"""The release record ``build/release.json``: what a finished build consists of, and which content it was made from.

The build writes it last, when every file is in place; publishing trusts nothing but this record and what it finds to
agree with it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from minutebook.files import write_file
from minutebook.problems import Location, Problem

FORMAT = 1

SITE = "build/site"
RECORD = "build/release.json"

PACKAGE = "data/datapackage.json"
"""The descriptor of the data, from a site's root."""

_PUBLISHED = "build/published"
"""Where a publication leaves the name of its target, for the next build to compare itself with."""

CONTENT = ("content", "datasets", "mkdocs.yml")
"""What a site is made from, from the project's root."""


@dataclass(frozen=True, slots=True)
class Release:
    """A finished build."""

    content_sha256: str  # content_digest of the project that it was made from
    files: Mapping[str, str]  # path below the site's root, "/" between its parts -> SHA-256 of the file, hexadecimal
    unreviewed: tuple[str, ...]  # minutes files that no person has read against their source, from the project's root
    date: dt.date  # of the edition
    since: str = ""  # SHA-256 of the descriptor of the package that the build was compared with; empty for none


def release_record(
    files: Mapping[str, str], content_sha256: str, unreviewed: Sequence[str], date: dt.date, since: str = ""
) -> bytes:
    """The record's bytes; ``files`` are a site's ``file_digests``."""
    record = {
        "format": FORMAT,
        "content_sha256": content_sha256,
        "date": date.isoformat(),
        "unreviewed": sorted(unreviewed),
        "since": since,
        "files": dict(sorted(files.items())),
    }
    return (json.dumps(record, indent=1) + "\n").encode()


def parse_record(record: bytes) -> Release | None:
    """Read a record back; None if it is not a record of this format."""
    try:
        read = json.loads(record)
        if read["format"] != FORMAT:
            return None
        return Release(
            content_sha256=str(read["content_sha256"]),
            files={str(path): str(digest) for path, digest in read["files"].items()},
            unreviewed=tuple(str(path) for path in read["unreviewed"]),
            date=dt.date.fromisoformat(read["date"]),
            since=str(read.get("since", "")),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def remember_target(root: Path, target: Path) -> None:
    """Note in the project where it was published."""
    write_file(root / _PUBLISHED, f"{target}\n".encode())


def last_target(root: Path) -> Path | None:
    """Where the project was published last, if something is there."""
    note = root / _PUBLISHED
    target = Path(note.read_text(encoding="utf-8").rstrip("\n")) if note.is_file() else None
    return target if target and (target / PACKAGE).is_file() else None


def file_digests(folder: Path) -> dict[str, str]:
    """Every file below a folder: its path from there to the SHA-256 of its bytes, in the order of the paths."""
    paths = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    return {name: _sha256(path) for name, path in paths}


def odd_names(root: Path) -> tuple[Problem, ...]:
    """A problem for each file of ``CONTENT`` whose name no page, link or release record can hold: it is not UTF-8."""
    paths = (path for part in CONTENT for path in (root / part).rglob("*"))
    names = sorted(path.relative_to(root).as_posix() for path in paths)
    told = "the file's name is not UTF-8"
    return tuple(
        Problem(Location(_shown(name)), "F006", told, "a name that can be read")
        for name in names
        if _shown(name) != name
    )


def _shown(name: str) -> str:
    """A path as it can be printed: bytes that are no UTF-8 by their numbers."""
    return os.fsencode(name).decode(errors="backslashreplace")


def content_digest(root: Path) -> str:
    """One SHA-256 of everything that a site is made from: names and bytes of ``CONTENT`` below the project's root.

    Files whose own or whose folder's name begins with a full stop are left out: editors and desktops put theirs
    there, and no build reads them. A build takes the digest before it reads and again when it has read: content that
    changed meanwhile is no one's edition.
    """
    whole = hashlib.sha256()
    for part in CONTENT:
        place = root / part
        files = file_digests(place) if place.is_dir() else {"": _sha256(place)} if place.is_file() else {}
        for name, digest in files.items():
            if not any(step.startswith(".") for step in name.split("/")):
                whole.update(f"{part}/{name}\0{digest}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
