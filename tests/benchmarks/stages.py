"""How each stage of a build grows with the record: `python tests/benchmarks/stages.py [MEETINGS]`.

The example council's meetings are repeated, year after year, to 1, 2 and 4 times a number of meetings (default 100). For each stage
it prints seconds side by side, the ratio to the size before, and the exponent of growth: 1.0 is linear.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from minutebook.contract import read_contract
from minutebook.edition import Edition
from minutebook.feeds import render_feeds
from minutebook.files import write_file
from minutebook.model import Book
from minutebook.packages import make_package, verify_package
from minutebook.pages import render_pages
from minutebook.pipeline import edition_date
from minutebook.privacy import for_publication
from minutebook.reading import operative_words, read_book
from minutebook.reading.minutes import read_meeting
from minutebook.site import build_site, verify_site
from minutebook.source import Text
from minutebook.tables import build_tables
from minutebook.writing import write_meeting
from project import ROOT


def enlarged(book: Book, meetings: int) -> Book:
    """The book with its meetings repeated in earlier years until there are enough."""
    made = []
    for number in range(meetings):
        meeting = book.meetings[number % len(book.meetings)]
        back = number // len(book.meetings)
        made.append(replace(meeting, date=meeting.date.replace(year=meeting.date.year - 2 * back), published=None))
    return replace(book, meetings=tuple(sorted(made, key=lambda m: (m.date, m.body, m.sequence))))


def stages(book: Book, folder: Path) -> dict[str, float]:
    """Seconds of each stage of one build."""
    taken: dict[str, float] = {}

    def timed(name, function, *arguments):
        begun = time.perf_counter()
        result = function(*arguments)
        taken[name] = time.perf_counter() - begun
        return result

    words = operative_words(book.council)
    texts = [(write_meeting(m), f"content/minutes/{m.body}/{m.date}.md") for m in book.meetings]
    timed("reading", lambda: [read_meeting(Text(text, name), words) for text, name in texts])
    contract, _ = read_contract(ROOT / "datasets")
    public = for_publication(book)
    tables = timed("tables", build_tables, public)
    date = edition_date(book)
    data = timed("package", make_package, public.council, tables, contract, date)
    edition = Edition(public, tables, contract, data, date)
    pages = timed("pages", render_pages, edition)
    feeds = timed("feeds", render_feeds, edition)
    for path, text in pages.items():
        write_file(folder / "build/docs" / path, text.encode())
    for asset in public.assets:
        write_file(folder / "build/docs" / asset.path, asset.content)
    write_file(folder / "mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes())
    site = folder / "build/staging"
    problems = timed("site", build_site, folder, folder / "build/docs", site, public.council, date)
    for path, content in feeds.items():
        write_file(site / path, content)
    for path, file in data.items():
        write_file(site / "data" / path, file.content)
    problems += timed("frictionless", verify_package, site / "data", tables)
    problems += timed("links", verify_site, site)
    assert not problems, problems[:5]
    return taken


def main() -> None:
    smallest = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    book = read_book(ROOT).book
    sizes = [smallest, 2 * smallest, 4 * smallest]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        stages(book, Path(folder))  # imports and caches are paid for before anything is measured
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            results.append(stages(enlarged(book, size), Path(folder)))
    print(f"{'stage':<14}" + "".join(f"{size:>9} m" for size in sizes) + f"{'ratio':>9}{'ratio':>8}{'growth':>9}")
    for name in [*results[0], "all"]:
        seconds = [sum(taken.values()) if name == "all" else taken[name] for taken in results]
        growth = math.log(seconds[2] / seconds[0], 4)
        ratios = f"{seconds[1] / seconds[0]:>8.2f}x{seconds[2] / seconds[1]:>7.2f}x"
        print(f"{name:<14}" + "".join(f"{each:>10.2f}s" for each in seconds) + f"{ratios}{growth:>9.2f}")


if __name__ == "__main__":
    main()
