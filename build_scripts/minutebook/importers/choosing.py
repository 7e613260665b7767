"""Which files are meant: files, the documents below folders, and patterns such as ``minutes/*.pdf``."""

from __future__ import annotations

import glob
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from minutebook.problems import Location, Problem


def chosen(named: Iterable[str], suffixes: Collection[str]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Every file that is meant, once, in the order named; those of a folder or pattern by their names.

    Below a folder only files with one of the ``suffixes`` are meant. A folder or pattern without any is a problem; a single
    file is meant whether it is there or not.
    """
    files: dict[Path, None] = {}
    problems: list[Problem] = []
    for name in named:
        found = list(_meant(name, suffixes))
        if not found:
            told = "there is no document in this folder" if Path(name).is_dir() else "no document has a name like this"
            problems.append(Problem(Location(name), "I005", told, f"files that end in {', '.join(suffixes)}"))
        files.update(dict.fromkeys(found))
    return tuple(files), tuple(problems)


def _meant(name: str, suffixes: Collection[str]) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from _below(path, suffixes)
    elif path.exists() or not glob.has_magic(name):
        yield path
    else:
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 - the pattern may be absolute
            yield from _below(Path(match), suffixes) if Path(match).is_dir() else (Path(match),)


def _below(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    """The documents below a folder, but for hidden files and the locks that a word processor leaves."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if not hidden and file.suffix.lower() in suffixes and file.is_file():
            yield file
