"""How a validated package grows with the record: `python tests/benchmarks/packages.py [MEETINGS …]`, by default 100 1000 5000.

The example council's meetings are repeated, year after year, until there are so many. For each step from minutes files to validated package it
prints processor seconds side by side and the exponent of growth between the two largest sizes, 1.0 being linear; then rows per second over all steps.
"""

from __future__ import annotations

import datetime as dt
import math
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from minutebook.contract import read_contract
from minutebook.files import write_file
from minutebook.model import Book
from minutebook.packages import read_published, verify_package, with_history
from minutebook.packages.csvw import table_metadata
from minutebook.packages.descriptor import about_package
from minutebook.packages.formats import to_csv, to_json
from minutebook.packages.making import make
from minutebook.packages.sqlite import to_sqlite
from minutebook.pipeline import edition_date
from minutebook.privacy import for_publication
from minutebook.reading import read_book
from minutebook.tables import TABLES
from minutebook.tables.gathered import Gathered
from minutebook.withdrawals import withdraw
from minutebook.writing import write_meeting
from project import ROOT, copy_example


def enlarged(book: Book, meetings: int) -> Book:
    """The book with its meetings repeated in earlier years until there are enough, a body more for each two centuries."""
    made, bodies = [], {body.id: body for body in book.bodies}
    for number in range(meetings):
        meeting, back = book.meetings[number % len(book.meetings)], number // len(book.meetings)
        age, again = back % 100, back // 100
        name = meeting.body + (f"-{again + 1}" if again else "")
        old = bodies[meeting.body]
        bodies.setdefault(name, replace(old, id=name, name=f"{old.name} {again + 1}", aliases=(), predecessor=""))
        day = meeting.date.replace(year=meeting.date.year - 2 * age)
        made.append(replace(meeting, body=name, date=day, published=None, corrections=()))
    return replace(book, meetings=tuple(made), bodies=tuple(bodies.values()), agendas=(), reports=())


def project(folder: Path, book: Book) -> Path:
    """A project that holds the book's minutes."""
    copy_example(folder)
    for kind in ("minutes", "agendas", "reports"):
        for file in (folder / "content" / kind).rglob("*.md"):
            file.unlink()
    known = (folder / "content/bodies.yaml").read_text(encoding="utf-8")
    more = (f"- id: {b.id}\n  name: {b.name}\n" for b in book.bodies if f"id: {b.id}\n" not in known)
    write_file(folder / "content/bodies.yaml", (known + "".join(more)).encode())
    for meeting in book.meetings:
        again = f"-{meeting.sequence}" if meeting.sequence > 1 else ""
        path = folder / f"content/minutes/{meeting.body}/{meeting.date}{again}.md"
        write_file(path, write_meeting(meeting).encode())
    return folder


def steps(root: Path) -> tuple[dict[str, float], int]:
    """Seconds of each step, and the rows of the package."""
    taken: dict[str, float] = {}

    def timed(name, function, *arguments):
        begun = time.process_time()
        result = function(*arguments)
        taken[name] = time.process_time() - begun
        return result

    book = timed("reading", read_book, root).book
    contract, _ = read_contract(ROOT / "datasets")
    public = timed("withholding", lambda: withdraw(for_publication(book)))
    gathered = Gathered(public)
    tables = {name: timed(f"  {name}", lambda rows=rows: tuple(rows(gathered))) for name, rows in TABLES}
    date: dt.date = edition_date(public)
    timed("CSV and JSON", lambda: [(to_csv(s, tables[n]), to_json(s, tables[n])) for n, s in contract.schemas.items()])
    timed("SQLite", to_sqlite, contract, tables, {})
    timed("CSVW", lambda: [table_metadata(public.council, schema) for schema in contract.schemas.values()])
    files = timed("whole package", make, public.council, tables, contract, date, "1.0.0")
    for file in files.values():
        write_file(root / "data" / file.path, file.content)
    last = timed("last package", read_published, root / "data")
    timed("history", with_history, public, tables, contract, date, last)
    problems = timed("validating", verify_package, root / "data", tables)
    assert not problems, problems[:5]
    assert about_package(public.council, contract)
    return taken, sum(map(len, tables.values()))


COUNTED = ("reading", "withholding", "whole package", "last package", "history", "validating")
"""The steps that add up to a build's way from minutes files to validated package, beside the tables."""


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1000, 5000]
    book, results = read_book(ROOT).book, []
    for size in (len(book.meetings), *sizes):  # the first pays for imports and caches
        with tempfile.TemporaryDirectory() as folder:
            results.append(steps(project(Path(folder) / "project", enlarged(book, size))))
    results = results[1:]
    print(f"{'step':<26}" + "".join(f"{size:>10} m" for size in sizes) + f"{'growth':>9}")
    for name in [*results[0][0], "all"]:
        seconds = [whole(taken) if name == "all" else taken[name] for taken, _ in results]
        growth = (
            math.log(max(seconds[-1], 1e-6) / max(seconds[-2], 1e-6), sizes[-1] / sizes[-2]) if len(sizes) > 1 else 0
        )
        print(f"{name:<26}" + "".join(f"{each:>11.3f}s" for each in seconds) + f"{growth:>9.2f}")
    rates = (f"{rows / whole(taken):>12,.0f}" for taken, rows in results)
    print(f"{'rows':<26}" + "".join(f"{rows:>12,}" for _, rows in results))
    print(f"{'rows per second':<26}" + "".join(rates))


def whole(taken: dict[str, float]) -> float:
    return sum(seconds for name, seconds in taken.items() if name in COUNTED or name.startswith("  "))


if __name__ == "__main__":
    main()
