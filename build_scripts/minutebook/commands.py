"""One function a command: parsed arguments to exit code. What they need is imported when they run."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from minutebook.console import Console
from minutebook.problems import Location, Problem, errors, refused

if TYPE_CHECKING:
    from minutebook.importers import Imported, Written


def new(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook.scaffold import new_project

    problems = new_project(arguments.folder, arguments.name, arguments.url)
    if problems:
        return console.report(problems)
    console.print(f"{arguments.folder}: a project for {arguments.name}")
    console.print(f"next: minutebook -C {arguments.folder} import FILE…, or write content/ by hand")
    return 0


def format_(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook.files import write_file
    from minutebook.reading import agenda_paths, minutes_paths, operative_words, read_registers

    root: Path = arguments.root
    problems: list[Problem] = []
    words = operative_words(read_registers(root, [])[0])
    changed = 0
    paths = [_from_root(root, file) for file in arguments.files] or [*minutes_paths(root), *agenda_paths(root)]
    for path in paths:
        text, found = _canonical(root, path, words)
        problems.extend(found)
        if text is None or errors(found):
            continue
        canonical, written = text.encode(), (root / path).read_bytes()
        if canonical == written:
            continue
        kept = _lost_comments(path, written)
        problems.extend(kept)
        if not kept:
            changed += 1
            if not arguments.check:
                write_file(root / path, canonical)
            console.print(f"{path}: {'would change' if arguments.check else 'formatted'}")
    return max(console.report(problems), 1 if changed and arguments.check else 0)


def _canonical(root: Path, path: str, words: tuple[str, ...]) -> tuple[str | None, tuple[Problem, ...]]:
    """A minutes or agenda file in its canonical form; None where it cannot be read."""
    from minutebook.reading import is_agenda_path, read_agenda_file, read_minutes_file
    from minutebook.writing import write_agenda, write_meeting

    if is_agenda_path(path):
        agenda, found = read_agenda_file(root, path)
        return (write_agenda(agenda) if agenda else None), found
    meeting, found = read_minutes_file(root, path, words)
    return (write_meeting(meeting) if meeting else None), found


def _lost_comments(path: str, written: bytes) -> list[Problem]:
    """The comments of a file's front matter: the canonical form has no place for them, and a clerk's words are not lost."""
    from minutebook.source import comments, decode

    text, _ = decode(written, path)
    told, wanted = "a comment that formatting would remove", "its words in a correction or a note, or nowhere"
    return [Problem(where, "F007", told, wanted) for where in (comments(text) if text else ())]


def check(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook import pipeline

    return console.report(pipeline.check(arguments.root))


def build(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook import pipeline
    from minutebook.release import SITE

    problems = pipeline.build(arguments.root, console.say)
    status = console.report(problems)
    if status == 0:
        console.print(f"built {arguments.root / 'build/site'}")
    elif (arguments.root / SITE).exists():
        console.error("nothing was built; the last build stays as it was")
    else:
        console.error("nothing was built; there is no earlier build")
    return status


def serve(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook.preview import serve as preview

    def rebuild() -> bool:
        try:
            return build(arguments, console) == 0
        except OSError as error:  # a file that is gone again, say; the preview goes on
            return console.report([refused(error)]) == 0

    return preview(arguments.root, rebuild, arguments.port)


def publish(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook import publish as publishing

    if arguments.rollback:
        problems = publishing.rollback(arguments.target)
        done = f"{arguments.target}: the previous release is back"
    else:
        problems = publishing.publish(arguments.root, arguments.target)
        done = f"published to {arguments.target}"
    status = console.report(problems)
    if status == 0:
        console.print(done)
    return status


def import_(arguments: argparse.Namespace, console: Console) -> int:
    status = 0
    for file in arguments.files:
        console.say(f"reading {file}")
        status = max(status, _import_one(file, arguments, console))
    return status


def _import_one(file: Path, arguments: argparse.Namespace, console: Console) -> int:
    """Import one document and say what became of it, with all that was dropped, inferred or not placed."""
    from minutebook.importers import import_document, write_imported
    from minutebook.reading import operative_words, read_registers

    root: Path = arguments.root
    found: list[Problem] = []
    council, bodies, people = read_registers(root, found)
    if errors(found):
        return console.report(found)
    try:
        content = file.read_bytes()
    except OSError as error:
        return console.report(
            [Problem(Location(str(file)), "I005", f"cannot read the file: {error.strerror}", "a document")]
        )
    results = import_document(
        file.name,
        content,
        words=operative_words(council),
        today=dt.datetime.now().astimezone().date(),
        bodies=bodies,
        people=people,
        archive=arguments.archive,
    )
    problems: list[Problem] = []
    for imported in results:
        written = write_imported(root, imported, force=arguments.force)
        _say_written(file, imported, written, console)
        problems.extend(written.problems)
    return console.report(problems)


def _say_written(file: Path, imported: Imported, written: Written, console: Console) -> None:
    if written.path:
        console.print(f"{file}: {written.status} {written.path}")
    for register in sorted({entry.partition(": ")[0] for entry in written.added}):
        ids = [entry.partition(": ")[2] for entry in written.added if entry.startswith(register)]
        console.print(f"    added to {register}: {', '.join(ids)}")
    for line in imported.report:
        console.print(f"    {line}")


def _from_root(root: Path, file: Path) -> str:
    """A path given on the command line as problems name it: from the project's root where it is inside."""
    whole, base = file.resolve(), root.resolve()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else str(whole)
