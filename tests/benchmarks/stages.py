"""How each step of a build grows with the record: `python tests/benchmarks/stages.py [--data] [MEETINGS …]`.

The example council's meetings are repeated, year after year, to each number of meetings (by default 100, 400 and 1600), and each
size is built once, in a process of its own. For every step it prints seconds of computing (which other work on the computer does
not lengthen; programs that a step runs are counted in) side by side, milliseconds a meeting, the exponent of growth between the
two largest sizes (1.0 is linear), and the most memory that the build had taken by then at the largest. Steps that are set in
are parts of the one above, and are measured by themselves. With --data it stops at the validated package, whose rows per second it
tells in any case: `stages.py --data 100 1000 5000`.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections import deque
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.enlarged import project
from minutebook import feeds, pages
from minutebook.api import render_api
from minutebook.calendars import render_calendars
from minutebook.checks import run_checks
from minutebook.contract import read_contract
from minutebook.edition import Edition
from minutebook.files import write_file, write_tree
from minutebook.packages import make_package, read_published, verify_package, with_history
from minutebook.packages.formats import to_csv, to_json
from minutebook.packages.sqlite import to_sqlite
from minutebook.pages.record import make_record
from minutebook.pipeline import edition_date, write_rest
from minutebook.privacy import for_publication
from minutebook.problems import errors
from minutebook.reading import read_book
from minutebook.search import documents
from minutebook.site import build_site, index_site, verify_site
from minutebook.tables import TABLES
from minutebook.tables.gathered import Gathered
from minutebook.withdrawals import withdraw

SIZES = (100, 400, 1600)
PART = "  "
QUICK = 0.01
"""Seconds: a step that takes less at every size has no line of its own."""


def exhausted(made, edition):
    """Make all that is made one by one, and keep none of it, as a build does."""
    deque(made(edition), maxlen=0)


class Steps:
    """What each step took: seconds of computing, and the most memory by its end, in MB."""

    def __init__(self):
        self.taken = {}

    def __call__(self, name, function, *arguments):
        begun = computing()
        result = function(*arguments)
        used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        self.taken[name] = (computing() - begun, used / 1024)
        return result


def computing():
    """Seconds of computing so far, those of programs that have ended included."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def told(problems):
    """Say what is wrong with what was built, so that nobody takes the time of a broken build for that of a sound one."""
    for problem in errors(problems)[:5]:
        print(problem, file=sys.stderr)


def data(step, root):
    """From minutes files to the validated package: the edition, and how many rows it has."""
    book = step("reading", read_book, root).book
    contract, _ = read_contract(root / "datasets")
    step("checks", run_checks, book)
    public = step("withholding", lambda: withdraw(for_publication(book)))
    gathered, tables = Gathered(public), {}
    for shared in ("people", "rolls", "names", "archive", "references", "recommendations", "debates", "approvals"):
        step(f"gathered {shared}", getattr, gathered, shared)
    for name, rows in TABLES:
        tables[name] = step(f"table {name}", lambda rows=rows: tuple(rows(gathered)))
    date = edition_date(book)
    files = step("package", make_package, public.council, tables, contract, date)
    step(f"{PART}CSV", lambda: [to_csv(schema, tables[name]) for name, schema in contract.schemas.items()])
    step(f"{PART}JSON", lambda: [to_json(schema, tables[name]) for name, schema in contract.schemas.items()])
    step(f"{PART}SQLite", to_sqlite, contract, tables, {})
    folder = root / "build/last/data"
    for path, file in files.items():
        write_file(folder / path, file.content)
    problems = step("verifying the package", verify_package, folder, tables)
    last = step("last package", read_published, folder)
    step("history", with_history, public, tables, contract, date, last)
    told(problems)
    return Edition(public, tables, contract, files, date), sum(map(len, tables.values()))


def site(step, root, edition):
    """From the edition to the verified site."""
    record = step("record", make_record, edition)
    made = {name: step(f"pages {name}", lambda kind=kind: list(kind(record))) for name, kind in pages.PAGES}
    texts = {path: text.encode() for kind in made.values() for path, text in kind}
    docs, staging = root / "build/docs", root / "build/staging"
    step("writing pages", write_tree, docs, texts | {asset.path: asset.content for asset in edition.book.assets})
    step("feeds", exhausted, feeds.render_feeds, edition)
    step(f"{PART}their entries", exhausted, feeds.list_feeds, edition)
    step("calendars", render_calendars, edition)
    step("API", render_api, edition)
    council = edition.book.council
    built = lambda: build_site(root, docs, staging, council, edition.date, pages=edition.book.pages)  # noqa: E731
    problems = step("site builder", built)
    write_rest(edition, staging)
    found = step("what can be found", documents, edition)
    problems += step("search index", index_site, staging, found, council.language)
    problems += step("verifying the site", verify_site, staging, council.url)
    told(problems)
    return len(texts)


def one(size, *, only_data):
    """Build a record of so many meetings; print what each step took, as JSON."""
    step = Steps()
    with tempfile.TemporaryDirectory() as folder:
        data(
            Steps(), project(Path(folder) / "small", 10)
        )  # imports and caches are paid for before anything is measured
        root = project(Path(folder) / "project", size)
        edition, rows = data(step, root)
        made = 0 if only_data else site(step, root, edition)
    print(json.dumps({"steps": step.taken, "rows": rows, "pages": made}))


def measured(size, options):
    done = subprocess.run(
        [sys.executable, __file__, *options, "--one", str(size)], capture_output=True, text=True, check=False
    )
    sys.stderr.write(done.stderr)
    if done.returncode:
        raise SystemExit(1)
    return json.loads(done.stdout.splitlines()[-1])


def whole(result, names=None):
    return sum(
        seconds
        for name, (seconds, _) in result["steps"].items()
        if not name.startswith(PART) and (not names or name in names)
    )


def line(name, sizes, seconds, memory=None):
    growth = math.log(max(seconds[-1], 1e-3) / max(seconds[-2], 1e-3), sizes[-1] / sizes[-2]) if len(sizes) > 1 else 0
    peak = f"{memory:>10,.0f}" if memory else ""
    shown = "".join(f"{each:>10.2f}s" for each in seconds)
    print(f"{name:<30}{shown}{1000 * seconds[-1] / sizes[-1]:>12.2f}{growth:>9.2f}{peak}")


def main():
    options = [each for each in sys.argv[1:] if each == "--data"]
    sizes = [int(each) for each in sys.argv[1:] if each.isdecimal()] or list(SIZES)
    if "--one" in sys.argv:
        return one(sizes[0], only_data=bool(options))
    results = [measured(size, options) for size in sizes]
    print(
        f"{'step':<30}" + "".join(f"{size:>9} m" for size in sizes) + f"{'ms/meeting':>12}{'growth':>9}{'peak MB':>10}"
    )
    swift = 0
    for name, (_, memory) in results[-1]["steps"].items():
        seconds = [result["steps"][name][0] for result in results]
        if max(seconds) < QUICK:
            swift += 1
        else:
            line(name, sizes, seconds, memory)
    print(f"and {swift} steps that take less than {1000 * QUICK:.0f} ms")
    line("all", sizes, [whole(result) for result in results])
    for kind in ("rows", "pages"):
        print(f"{kind:<30}" + "".join(f"{result[kind]:>11,}" for result in results))
    last = list(results[0]["steps"]).index("verifying the package") + 1
    to_data = [whole(result, list(result["steps"])[:last]) for result in results]
    print(
        f"{'rows a second to the package':<30}"
        + "".join(f"{r['rows'] / s:>11,.0f}" for r, s in zip(results, to_data, strict=True))
    )
    return None


if __name__ == "__main__":
    main()
