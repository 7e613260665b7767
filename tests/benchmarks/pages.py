"""What a reader fetches: `python tests/benchmarks/pages.py [PROJECT]`, by default of the council that ships.

For the longest meeting page of the built site, visited first: requests and bytes, compressed as servers send them; and the same
for the page that stock Material for MkDocs makes of the same Markdown. The promise is less than 100 KB and 15 requests. Then what
searching fetches: with the first query of a visit, which brings the searching itself, and with those after it.
Stock Material also asks another host for its typeface; those requests are counted, and their bytes are not known here.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from project import copy_example, minutebook
from web import pages_by_kind, served

QUERIES = ("council", "bridge", "budget", "road safety")
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", "/")
"""The ends of addresses whose files a server compresses; the search index is compressed as it lies."""

STOCK = """\
site_name: {name}
docs_dir: {docs}
site_dir: {site}
theme: {{name: material}}
markdown_extensions: [attr_list, admonition, tables, toc]
nav: [{{Home: index.md}}]
not_in_nav: "*"
"""


class Fetched:
    """The files that a page has fetched from its own host, compressed, and how often it asked another."""

    def __init__(self, page: Page, home: str) -> None:
        self.home, self.sizes, self.outside = home, dict[str, int](), 0
        page.on("response", self._took)
        page.on("requestfailed", lambda request: self._asked(request.url))

    def _took(self, response: Response) -> None:
        path = response.url.removeprefix(self.home).partition("?")[0]
        content = response.body()
        self.sizes[path] = len(gzip.compress(content, 6)) if path.endswith(COMPRESSED) else len(content)

    def _asked(self, address: str) -> None:
        self.outside += not address.startswith(self.home)

    def take(self) -> tuple[int, int]:
        """Requests and bytes since the last time."""
        told = (len(self.sizes) + self.outside, sum(self.sizes.values()))
        self.sizes.clear()
        self.outside = 0
        return told


def stock(project: Path, folder: Path) -> Path:
    """The site that stock Material makes of the project's pages."""
    docs = project / "build/docs"
    (folder / "mkdocs.yml").write_text(STOCK.format(name=json.dumps(project.name), docs=docs, site=folder / "site"))
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return folder / "site"


@contextlib.contextmanager
def visited(browser: Browser, site: Path, path: str, headers: dict[str, str]) -> Iterator[tuple[Page, Fetched]]:
    """A page of a site, opened by a reader who comes for the first time."""
    with served(site, headers) as home:
        page = browser.new_page()
        fetched = Fetched(page, f"{home}/")
        page.goto(f"{home}/{path}", wait_until="networkidle")
        yield page, fetched
        page.close()


def searching(browser: Browser, site: Path) -> Iterator[tuple[str, int, int]]:
    """What is fetched on the search page: opening it, and for each query until its results are shown."""
    with visited(browser, site, "search/", {}) as (page, fetched):
        yield "search page", *fetched.take()
        for query in QUERIES:
            page.fill("#q", query)
            page.wait_for_timeout(500)  # it waits for the end of a word
            page.wait_for_load_state("networkidle")
            yield f"query {query!r}", *fetched.take()


def main() -> None:
    """Build, visit, print."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        project = Path(sys.argv[1]).resolve() if sys.argv[1:] else copy_example(Path(temporary) / "example")
        done = minutebook("-C", project, "build")
        if done.returncode:
            sys.exit(done.stderr)
        (Path(temporary) / "stock").mkdir()
        site = project / "build/site"
        path = pages_by_kind(site)["meeting"][-1]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"{path}\n{'first visit':<24}{'requests':>10}{'bytes, compressed':>20}")
        for name, folder in (("Minutebook", site), ("stock Material", stock(project, Path(temporary) / "stock"))):
            with visited(browser, folder, path, {}) as (_, fetched):
                requests, size = fetched.take()
            print(f"{name:<24}{requests:>10}{size:>20,}")
        print(f"\n{'searching':<24}{'requests':>10}{'bytes, compressed':>20}")
        for what, requests, size in searching(browser, site):
            print(f"{what:<24}{requests:>10}{size:>20,}")
        browser.close()


if __name__ == "__main__":
    main()
