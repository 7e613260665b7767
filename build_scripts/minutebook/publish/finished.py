"""What may be published: a finished build that nothing has changed since, of files that a person has reviewed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from minutebook.problems import Location, Problem
from minutebook.release import CONTENT, PACKAGE, RECORD, SITE, Release, content_digest, file_digests, parse_record

_NAMED = 20  # so many files of a build that was changed are named, the rest counted


def finished(root: Path) -> tuple[Release | None, tuple[Problem, ...]]:
    """The record of the finished build, and whatever is wrong with the build."""
    record = root / RECORD
    release = parse_record(record.read_bytes()) if record.is_file() else None
    if release is None:
        return None, (Problem(Location(RECORD), "P001", "there is no finished build", "minutebook build first"),)
    found = list(differences(release, root / SITE))
    if len(found) > _NAMED:
        told = f"and {len(found) - _NAMED} more files that are not as they were in the build that was finished"
        found[_NAMED:] = [Problem(Location(f"{SITE}/…"), "P002", told, "minutebook build again")]
    if release.content_sha256 != content_digest(root):
        told = "the content has changed since the site was built"
        found.append(Problem(Location(CONTENT[0]), "P003", told, "minutebook build again"))
    found += (_unreviewed(root, path) for path in release.unreviewed)
    return release, tuple(found)


def differences(release: Release, folder: Path) -> Iterator[Problem]:
    """A problem for each file of a folder that is not as the release record has it."""
    there = file_digests(folder)
    for name in sorted(release.files.keys() | there.keys()):
        if release.files.get(name) != there.get(name):
            told = (
                "missing" if name not in there else "not part of" if name not in release.files else "not as it was in"
            )
            yield Problem(
                Location(f"{SITE}/{name}"), "P002", f"{told} the build that was finished", "minutebook build again"
            )


def _unreviewed(root: Path, path: str) -> Problem:
    file = root / path
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines() if file.is_file() else []
    line = next((number for number, text in enumerate(lines, 1) if text.startswith("reviewed:")), 1)
    return Problem(Location(path, line), "P004", "nobody has reviewed this file", "reviewed: true, once a person has")


def unaware(release: Release, target: Path) -> tuple[Problem, ...]:
    """A problem where the build was not compared with what is published at the target: ids could disappear, or the version go back."""
    published = target / PACKAGE
    if not published.is_file():
        return ()
    digest = hashlib.sha256(published.read_bytes()).hexdigest()
    if digest in (release.since, release.files.get(PACKAGE)):
        return ()
    told = "the build was not compared with the data that is published here"
    return (Problem(Location(str(target)), "P009", told, f"minutebook build --since {target}"),)
