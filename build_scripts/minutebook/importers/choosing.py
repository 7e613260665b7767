"""Which files are meant: files, the documents below folders, and patterns such as ``minutes/*.pdf``."""

from __future__ import annotations

import glob
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from minutebook.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Chosen:
    """The files that are meant, what is wrong with what was named, and the files below folders that are passed over."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    passed: tuple[Path, ...]


def chosen(named: Iterable[str], suffixes: Collection[str], unreadable: Collection[str] = ()) -> Chosen:
    """Every file that is meant, once, in the order named; those of a folder or pattern by their names.

    Below a folder only files with one of the ``suffixes`` are meant, and those known to be ``unreadable``, so that they are
    refused and not overlooked. A folder or pattern without any is a problem; a single file is meant whether it is there or
    not.
    """
    files: dict[Path, None] = {}
    passed: dict[Path, None] = {}
    problems: list[Problem] = []
    known = {*suffixes, *unreadable}
    for name in named:
        found = list(_meant(name))
        documents = [file for file, named_itself in found if named_itself or file.suffix.lower() in known]
        if not documents:
            told = "there is no document in this folder" if Path(name).is_dir() else "no document has a name like this"
            problems.append(Problem(Location(name), "I005", told, f"files that end in {', '.join(suffixes)}"))
        files.update(dict.fromkeys(documents))
        passed.update(dict.fromkeys(file for file, _ in found))
    return Chosen(tuple(files), tuple(problems), tuple(file for file in passed if file not in files))


def _meant(name: str) -> Iterator[tuple[Path, bool]]:
    """The files that a name stands for, each with whether it was named itself."""
    path = Path(name)
    if path.is_dir():
        yield from _below(path)
    elif path.exists() or not glob.has_magic(name):
        yield path, True
    else:
        for match in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 - the pattern may be absolute
            if Path(match).is_dir():
                yield from _below(Path(match))
            else:
                yield Path(match), True


def _below(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The files below a folder, but for hidden ones and the locks that a word processor leaves."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
        if not hidden and file.is_file():
            yield file, False
