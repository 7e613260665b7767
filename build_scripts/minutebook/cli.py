"""The command line: arguments in, exit code out. 0: fine; 1: problems found; 2: usage."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import os
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from minutebook import __version__, commands
from minutebook.console import Console
from minutebook.problems import refused


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is called, what its help says, what it adds to the parser, and the function that runs it."""

    name: str
    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Console], int]


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or one that is not there yet")
    parser.add_argument("--name", required=True, help='the council\'s name, "Example City Council"')
    parser.add_argument("--url", default="", help="the address at which the site will be published, https://…")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE",
        help="documents, folders of them, or patterns such as 'minutes/*.pdf': text, Markdown, PDF, Word (.docx), web pages, "
        "ModernGov XML",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="write nothing; say what would be written")
    parser.add_argument("--body", default="", metavar="ID", help="the body that met, by its id in content/bodies.yaml")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day of the meeting; for one document")
    parser.add_argument("--force", action="store_true", help="replace files that are there already and differ")
    parser.add_argument(
        "--archive", action="store_true", help="for old minutes: publish them under the date of their meeting"
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2025-11-04") from error


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="FILE", help="minutes, agenda and report files (default: all of them)"
    )
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where a file would change")


def _build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since", type=Path, metavar="PACKAGE",
        help="the data that was published last: a folder, a data.zip, or where it was published (default: the last publish)",
    )  # fmt: skip


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "old", type=Path, metavar="OLD", help="a data package: a folder, a published site, or a data.zip"
    )
    parser.add_argument("new", type=Path, metavar="NEW", help="the one to compare it with; exit 1 where they differ")


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (default: 8000)")


def _publish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target", type=Path, metavar="TARGET_DIR", help="the folder that a web server serves, such as /srv/minutes"
    )
    parser.add_argument("--rollback", action="store_true", help="put the previous release back")


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


COMMANDS: tuple[Command, ...] = (
    Command("new", "make a council's own project in an empty folder", _new, commands.new),
    Command("import", "turn documents into minutes and agenda files", _import, commands.import_),
    Command("format", "put minutes, agenda and report files into their canonical form", _format, commands.format_),
    Command("check", "read everything and report all problems; change nothing", _nothing, commands.check),
    Command("build", "build the site, data and feeds into build/site", _build, commands.build),
    Command("diff", "compare the data of two releases: rows, cells, columns, and the version", _diff, commands.diff),
    Command("serve", "preview the site on 127.0.0.1, rebuilding as files change", _serve, commands.serve),
    Command("publish", "put the finished build where a web server finds it", _publish, commands.publish),
)


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="minutebook",
        description="Turns the minutes of a council into open data, pages and feeds.",
        epilog="Exit status: 0 fine, 1 problems found, 2 wrong usage.",
    )
    parser.add_argument("--version", action="version", version=f"minutebook {__version__}")
    place = {"type": Path, "metavar": "DIR", "help": "the council's project (default: the folder you are in)"}
    parser.add_argument("-C", dest="root", default=Path(), **place)  # type: ignore[arg-type]
    added = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = added.add_parser(command.name, help=command.help, description=f"{command.help.capitalize()}.")
        if command.name != "new":
            sub.add_argument("-C", dest="root", default=argparse.SUPPRESS, **place)  # type: ignore[arg-type]
        command.add(sub)
    return parser


def main(arguments: Iterable[str] | None = None) -> int:
    """Run one command; returns the exit code. Usage errors leave by SystemExit with code 2, as argparse does."""
    parser = make_parser()
    parsed = parser.parse_args(None if arguments is None else list(arguments))
    if parsed.command == "new" and parsed.root != Path():
        parser.error("new takes no -C: it makes the project in DIR")
    console = Console(sys.stdout, sys.stderr)
    command = next(command for command in COMMANDS if command.name == parsed.command)
    try:
        needs_project = parsed.command != "new" and not getattr(parsed, "rollback", False)
        if needs_project and not (parsed.root / "content").is_dir():
            where = "this folder" if parsed.root == Path() else str(parsed.root)
            told = f"{where} holds no council's project (there is no content/)"
            console.error(f'{told}; make one: minutebook new DIR --name "…"')
            return 2
        return command.run(parsed, console)
    except KeyboardInterrupt:
        console.error("stopped")
        return 1
    except BrokenPipeError:
        raise
    except OSError as error:
        return console.report([refused(error)])


def run() -> None:
    """The console script. A terminal that cannot show a character shows its number; a reader may leave early."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)  # for what Python still means to write as it ends
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        status = 1
    sys.exit(status)
