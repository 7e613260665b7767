"""One function a command: parsed arguments to exit code. What they need is imported when they run."""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from minutebook.console import Console
from minutebook.problems import Location, Problem, errors, refused

if TYPE_CHECKING:
    from minutebook.council_model import Council
    from minutebook.importers import Imported, Written
    from minutebook.model import Body, Person


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
    from minutebook.reading import operative_words, read_record, read_registers, record_files
    from minutebook.writing import write_record

    root: Path = arguments.root
    problems: list[Problem] = []
    words = operative_words(read_registers(root, [])[0])
    changed = 0
    for path in [_from_root(root, file) for file in arguments.files] or record_files(root, problems):
        record, found = read_record(root, path, words)
        problems.extend(found)
        if record is None or errors(found):
            continue
        canonical, written = write_record(record).encode(), (root / path).read_bytes()
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

    problems = pipeline.build(arguments.root, console.say, getattr(arguments, "since", None))
    status = console.report(problems)
    if status == 0:
        console.print(f"built {arguments.root / 'build/site'}")
    elif (arguments.root / SITE).exists():
        console.error("nothing was built; the last build stays as it was")
    else:
        console.error("nothing was built; there is no earlier build")
    return status


def diff(arguments: argparse.Namespace, console: Console) -> int:
    """Exit codes are those of the Unix command diff: 0 where the packages say the same, 1 where they differ, 2 where one cannot be read."""
    from minutebook.packages import read_published
    from minutebook.packages.differences import compare, in_words

    packages = [read_published(place) for place in (arguments.old, arguments.new)]
    unreadable = [package for package in packages if isinstance(package, Problem)]
    if unreadable:
        return 2 * console.report(unreadable)
    old, new = (package for package in packages if not isinstance(package, Problem))
    comparison = compare(old, new)
    for line in in_words(comparison, old.version):
        console.print(line)
    return 1 if comparison.level else 0


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


_NAMED = 5
"""Files that are passed over, at the most, to be named."""


def import_(arguments: argparse.Namespace, console: Console) -> int:
    from minutebook.importers import SUFFIXES, UNREADABLE
    from minutebook.importers.choosing import chosen
    from minutebook.reading import read_registers

    found: list[Problem] = []
    council, bodies, people = read_registers(arguments.root, found)
    if errors(found):
        return console.report(found)
    meant = chosen(arguments.files, SUFFIXES, UNREADABLE)
    files = meant.files
    misused = _misused(arguments, bodies, files)
    if misused:
        console.error(misused)
        return 2
    problems = list(meant.problems)
    became: Counter[str] = Counter()
    would: dict[str, Path] = {}
    for place, file in enumerate(files, 1):
        step = f"{place} of {len(files)}: {file}"
        console.say(step)
        told = partial(_told, console, step)
        for imported, written in _import_one(file, arguments, (council, bodies, people), problems, told):
            became[written.status] += 1
            for line in _said(file, imported, _after(written, file, would), bodies, dry_run=arguments.dry_run):
                console.print(line)
            if written.added:
                bodies = (*bodies, *(new for new in imported.bodies if new not in bodies))
                people = (*people, *(new for new in imported.people if new not in people))
    if meant.passed:
        console.print(_passed(meant.passed))
    if len(files) > 1:
        console.print(
            f"{len(files)} documents: {_count(became)}{' (nothing was written: a dry run)' * arguments.dry_run}"
        )
    return console.report(problems)


def _after(written: Written, file: Path, would: dict[str, Path]) -> Written:
    """What a dry run says of a document whose file an earlier one would have made; ``would`` grows by it."""
    if written.status != "written" or would.setdefault(written.path, file) == file:
        return written
    return replace(written, note=f"if {would[written.path]} were not written there first; they are then compared")


def _passed(files: Sequence[Path]) -> str:
    """The files below folders that are no documents, by name where they are few."""
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return f"passed over, as no documents: {', '.join(map(str, files[:_NAMED]))}{more}"


def _count(became: Counter[str]) -> str:
    """What became of all: a pack may give many files, so that they are counted and not the documents."""
    return ", ".join(
        f"{number} refused" if status == "refused" else f"{number} {'file' if number == 1 else 'files'} {status}"
        for status, number in sorted(became.items())
    )


def _told(console: Console, step: str, how_far: str) -> None:
    console.say(f"{step}, {how_far}")


def _misused(arguments: argparse.Namespace, bodies: Sequence[Body], files: Sequence[Path]) -> str:
    """What is wrong with --body and --date; empty where nothing is."""
    if arguments.date and len(files) > 1:
        return f"--date is the day of one meeting, and these are {len(files)} documents"
    if arguments.body and arguments.body not in {body.id for body in bodies}:
        known = ", ".join(body.id for body in bodies) or "none yet"
        return f"--body {arguments.body}: content/bodies.yaml has no such id (it has: {known})"
    return ""


def _import_one(
    file: Path,
    arguments: argparse.Namespace,
    registers: tuple[Council | None, Sequence[Body], Sequence[Person]],
    problems: list[Problem],
    told: Callable[[str], None],
) -> list[tuple[Imported, Written]]:
    """Read one document, and write what it holds unless that is not wanted; what is wrong goes to the problems."""
    from minutebook.importers import Stated, import_document, write_imported
    from minutebook.reading import operative_words

    council, bodies, people = registers
    try:
        content = file.read_bytes()
    except OSError as error:
        problems.append(Problem(Location(str(file)), "I005", f"cannot read the file: {error.strerror}", "a document"))
        return []
    results = import_document(
        file.name, content, words=operative_words(council), today=dt.datetime.now().astimezone().date(), bodies=bodies,
        people=people, archive=arguments.archive,
        stated=Stated(next((body for body in bodies if body.id == arguments.body), None), arguments.date),
        progress=told,
    )  # fmt: skip
    became, added = [], set[str]()
    for imported in results:
        written = write_imported(arguments.root, imported, force=arguments.force, dry_run=arguments.dry_run)
        written = replace(written, added=tuple(entry for entry in written.added if entry not in added))
        added.update(written.added)
        problems.extend(_of_file(problem, file) for problem in written.problems)
        became.append((imported, written))
    return became


def _of_file(problem: Problem, file: Path) -> Problem:
    """A problem of a document, which knows its name only, as one of the file that was named."""
    if problem.location.file != file.name:
        return problem
    return replace(problem, location=replace(problem.location, file=str(file)))


def _said(file: Path, imported: Imported, written: Written, bodies: Sequence[Body], *, dry_run: bool) -> Iterator[str]:
    """What became of one meeting or agenda, what was found of it, and which entries the registers gain."""
    from minutebook.importers import summary

    would = "would be " if dry_run and written.status not in {"unchanged", "refused"} else ""
    if written.path:
        note = f" ({written.note})" if written.note else ""
        yield f"{file}: {would}{written.status} {written.path}{note}"
    yield from (f"    {line}" for line in summary.lines(imported, bodies))
    for register in sorted({entry.partition(": ")[0] for entry in written.added}):
        ids = [entry.partition(": ")[2] for entry in written.added if entry.startswith(register)]
        yield f"    {would}added to {register}: {', '.join(ids)}"


def _from_root(root: Path, file: Path) -> str:
    """A path given on the command line as problems name it: from the project's root where it is inside."""
    whole, base = file.resolve(), root.resolve()
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else str(whole)
