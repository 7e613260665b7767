"""Puts a finished build where a web server finds it, completely or not at all.

    /srv/minutes                    a symbolic link to one of the releases: all that the web server knows
    /srv/minutes.releases/
      2025-11-12-3f2a9c41d07b/      the release that is published
      2025-10-08-91be66c2a5d4/      the one before it
      previous                      a symbolic link to that one

A release is copied under a hidden name, written through to the disk, compared with the release record, and only then
given its own name: a folder with a release's name is complete. Moving the link is one step of the file system. So a
process that is killed at any moment leaves the old site or the new one, whole, and the next run clears up behind it.

Codes: P001 no finished build, P002 files that changed since, P003 content that changed since, P004 minutes that nobody
has reviewed, P005 a target that is not ours, P006 another publication under way, P007 the disk, P008 nothing to go back to, P009 a build
that does not know what is published.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from minutebook.problems import Location, Problem, in_order
from minutebook.publish.finished import differences, finished, unaware
from minutebook.release import CONTENT, SITE, Release, file_digests, release_record, remember_target

_RELEASE_NAME = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{12}(-\d+)?")
_INCOMING, _DISCARDED, _LINK, _LOCK = ".incoming", ".discarded", ".link", ".lock"
_PREVIOUS = "previous"


def publish(root: Path, target: Path) -> tuple[Problem, ...]:
    """Publish the project's finished build at ``target``; what stands in the way where it cannot be done.

    ``target`` is absent, an empty folder, or the link that an earlier publication made. Publishing the same build
    again changes nothing.
    """
    try:
        root, target = root.resolve(), _absolute(target)
        release, found = finished(root)
        found += _unfit(root, target)
        found += unaware(release, target) if release else ()
        if release is None or found:
            return in_order(found)
        with _lock(target) as free:
            found = _place(root / SITE, release, target) if free else (_busy(target),)
    except OSError as error:
        return (_failed(target, error),)
    if not found:
        with suppress(OSError):  # whoever publishes need not be allowed to write in the project
            remember_target(root, target)
    return found


def rollback(target: Path) -> tuple[Problem, ...]:
    """Publish the previous release again; a second time, the one that this one replaced."""
    try:
        target = _absolute(target)
        if not _current(target):
            return (Problem(_at(target), "P008", "nothing was published here", "a target of minutebook publish"),)
        with _lock(target) as free:
            if not free:
                return (_busy(target),)
            current = _current(target)
            back = _previous(target, current)
            if not back:
                told = "there is no previous release to go back to"
                return (Problem(_at(target), "P008", told, "a target that was published to more than once"),)
            _switch(target, back)
            _remember(target, current)
            return ()
    except OSError as error:
        return (_failed(target, error),)


# --- where it may be put -------------------------------------------------------------------------------------------


def _unfit(root: Path, target: Path) -> tuple[Problem, ...]:
    """Why nothing may be published at the target: it holds what is not ours, or the next build would sweep it away."""
    if any(target.is_relative_to(root / part) for part in ("build", *CONTENT)):
        told = "this folder belongs to the project itself"
        return (Problem(_at(target), "P005", told, "a folder of the web server's, outside the project's own"),)
    if _current(target) or not os.path.lexists(target):
        return ()
    if target.is_dir() and not target.is_symlink() and not any(target.iterdir()):
        return ()
    told = "something is here already that minutebook publish did not put here"
    return (Problem(_at(target), "P005", told, "a name that is free: move this away, or publish to another folder"),)


def _absolute(target: Path) -> Path:
    """The target's place with every link but its own followed."""
    target = Path(os.path.normpath(target.absolute()))
    return target.parent.resolve() / target.name


def _releases(target: Path) -> Path:
    return target.with_name(f"{target.name}.releases")


@contextmanager
def _lock(target: Path) -> Iterator[bool]:
    """Hold the target's releases against every other publication; False where another one holds them."""
    folder = _releases(target)
    _open_folder(folder)
    with (folder / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _open_folder(folder: Path) -> None:
    """Make a folder and those above it, for a web server to enter whatever the umask; those that are there stay so."""
    if not folder.exists():
        _open_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)


# --- the steps -----------------------------------------------------------------------------------------------------


def _place(site: Path, release: Release, target: Path) -> tuple[Problem, ...]:
    """Copy, compare, name, switch, clear up: each step leaves whole what was published before it."""
    _discard(target, keep=None)
    releases = _releases(target)
    name = _name(release, releases)
    if not (releases / name).is_dir():
        incoming = releases / _INCOMING
        _copy(site, release, incoming)
        found = tuple(differences(release, incoming))
        if found:
            return found
        incoming.rename(releases / name)
        _sync(releases)
    current = _current(target)
    if current == name:
        return ()
    if current and (releases / current).is_dir():
        _remember(target, current)
    _switch(target, name)
    _discard(target, keep=name)
    return ()


def _name(release: Release, releases: Path) -> str:
    """The release's name, from its date and everything in it; a folder of that name that was tampered with keeps it."""
    record = release_record(release.files, release.content_sha256, release.unreviewed, release.date)
    name = f"{release.date.isoformat()}-{hashlib.sha256(record).hexdigest()[:12]}"
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(n for n in names if not (releases / n).exists() or file_digests(releases / n) == release.files)


def _copy(site: Path, release: Release, to: Path) -> None:
    """Copy every file of the release, readable for a web server, and wait until the disk has them."""
    to.mkdir()
    for name in release.files:
        file = to / name
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, file)
        file.chmod(0o644)
        _sync(file)
    for folder in (to, *(path for path in to.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
        _sync(folder)


def _switch(target: Path, name: str) -> None:
    """Make the target the link to a release, in one step; an empty folder that was there makes way for it."""
    if target.is_dir() and not target.is_symlink():
        target.rmdir()
    _link(target, f"{_releases(target).name}/{name}", _releases(target) / _LINK)


def _remember(target: Path, name: str) -> None:
    _link(_releases(target) / _PREVIOUS, name, _releases(target) / _LINK)


def _link(place: Path, to: str, unfinished: Path) -> None:
    unfinished.unlink(missing_ok=True)
    unfinished.symlink_to(to)
    unfinished.replace(place)
    _sync(place.parent)


def _discard(target: Path, keep: str | None) -> None:
    """Remove what an interrupted run left behind and, once ``keep`` is published, all but it and the one before it."""
    releases = _releases(target)
    if keep is not None:
        kept = {keep, _previous(target, keep)}
        for old in releases.iterdir():
            if _RELEASE_NAME.fullmatch(old.name) and old.name not in kept:
                old.rename(releases / f"{_DISCARDED}-{old.name}")  # half a folder must not have a release's name
    for rest in releases.iterdir():
        if rest.name.startswith((_INCOMING, _DISCARDED)):
            shutil.rmtree(rest)


def _current(target: Path) -> str:
    """The name of the release that is published; empty where the target is no link to a release."""
    if not target.is_symlink():
        return ""
    release = target.parent / target.readlink()
    return release.name if release.parent == _releases(target) else ""


def _previous(target: Path, current: str) -> str:
    """The name of the release to go back to; empty where there is none.

    A run that was killed between its two links leaves ``previous`` at the current release: then it is the only other.
    """
    releases = _releases(target)
    link = releases / _PREVIOUS
    name = str(link.readlink()) if link.is_symlink() else ""
    if name and name != current and (releases / name).is_dir():
        return name
    others = [path.name for path in releases.iterdir() if _RELEASE_NAME.fullmatch(path.name) and path.name != current]
    return others[0] if len(others) == 1 else ""


def _sync(path: Path) -> None:
    """Wait until the disk has a file, or a folder's list of names."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


# --- what can go wrong ---------------------------------------------------------------------------------------------


def _at(target: Path) -> Location:
    return Location(str(target))


def _busy(target: Path) -> Problem:
    return Problem(_at(target), "P006", "another publication to this place is under way", "one at a time: try again")


def _failed(target: Path, error: OSError) -> Problem:
    told = f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
    return Problem(_at(target), "P007", told, "a place where files can be read and written")
