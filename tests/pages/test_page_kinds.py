"""Every kind of page: there are pages of it, they lead somewhere, and nothing else is there."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data

from minutebook.packages import DataFile
from minutebook.pages import PAGES, render_pages
from minutebook.pages.record import make_record
from small_book import BOOK, COUNCIL, edition

FOLDER = Path(__file__).resolve().parents[2] / "build_scripts/minutebook"


@pytest.fixture(scope="module")
def pages():
    return render_pages(edition())


def test_every_kind_has_pages_and_every_page_is_of_a_kind(pages):
    record = make_record(edition())
    made = {name: [path for path, _ in kind(record)] for name, kind in PAGES}
    assert all(made.values())
    assert Counter(path for paths in made.values() for path in paths) == Counter(pages.keys())


def test_every_module_of_a_kind_and_every_template_is_used():
    kinds = {kind.__module__.rpartition(".")[2] for _, kind in PAGES}
    modules = {
        file.stem for file in (FOLDER / "pages").glob("*.py") if "def pages(" in file.read_text(encoding="utf-8")
    }
    assert kinds == modules
    code = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("pages", "templates")
        for file in (FOLDER / folder).iterdir()
        if file.is_file()
    )
    for template in (FOLDER / "templates").iterdir():
        assert f'"{template.name}"' in code


def test_every_generated_page_says_what_it_is(pages):
    for path, text in pages.items():
        if path.endswith(".md"):
            _, front = get_data(text)
            assert front["title"], path
            assert front["minutebook"] in {name for name, _ in PAGES}, path
            assert front.get("description") or front["minutebook"] == "handwritten", path


def test_the_same_book_gives_the_same_pages(pages):
    assert render_pages(edition()) == pages


def test_feeds_are_announced_on_the_pages_that_they_belong_to(pages):
    announced = {
        path: [feed["href"] for feed in get_data(text)[1].get("feeds", [])]
        for path, text in pages.items()
        if path.endswith(".md")
    }
    for path in ("index.md", "decisions/index.md"):
        assert announced[path] == ["feeds/decisions.xml"]
    whole = ["decisions", "meetings", "corrections", "releases"]
    assert announced["feeds.md"] == [f"feeds/{name}.xml" for name in whole]
    assert announced["data.md"] == announced["data/releases.md"] == ["feeds/releases.xml"]
    assert announced["people/p-ashgrove.md"] == ["feeds/people/p-ashgrove.xml"]
    assert announced["registers/sums.md"] == ["feeds/registers/sums.xml"]
    for path in ("bodies/works.md", "meetings/works/2025-11-04.md"):
        assert announced[path] == ["feeds/bodies/works.xml"]


def test_the_home_page_shows_the_latest_decisions_and_counts_what_it_links_to(pages):
    home = pages["index.md"]
    assert "The north wall" in home
    assert "Exclusion of the public" not in home  # that the public was sent out is no news
    assert re.search(r'href="decisions/"><strong>3</strong> <span>decisions recorded', home)
    assert re.search(r'href="meetings/"><strong>2</strong> <span>meetings, 1 with approved minutes', home)
    assert re.search(r'href="private/"><strong>20%</strong> <span>of items heard in private, 1 in all', home)
    assert home.index("Coming meetings") < home.index("Tuesday 2 June 2026")


def test_decisions_come_newest_first_by_municipal_year(pages):
    year = pages["decisions/2025-26.md"]
    assert "3 decisions of the municipal year 2025/26" in year
    assert year.index("Exclusion of the public") < year.index("It was further")
    assert "decisions/2025-26.md" in pages
    assert "(2025-26/)" in pages["decisions/index.md"] or 'href="2025-26/"' in pages["decisions/index.md"]


def test_meetings_are_counted_by_year_and_body(pages):
    assert 'aria-label="2 meetings of Works Committee in 2025/26">2</a>' in pages["meetings/index.md"]
    assert "Walls Panel" not in pages["meetings/index.md"]


def test_a_person_s_attendance_is_counted_by_year(pages):
    page = pages["people/p-ashgrove.md"]
    assert re.search(r"2025/26</a></th><td>1</td><td>0</td>", page)
    assert "Works Committee, Tuesday 4 November 2025" in page
    assert "Present, Chair" in page
    assert "9 May 2020 to 1 May 2024" in page
    assert "No published minutes record" not in page


def test_a_body_names_its_members_and_what_came_before_it(pages):
    works, walls = pages["bodies/works.md"], pages["bodies/walls.md"]
    assert "Looks after walls &#38; wells." in works
    assert 'href="../walls/">Walls Panel</a>' in works
    assert re.search(r"P Ashgrove</a>\s*<span[^>]*><strong>Chair</strong>, since 9 May 2024", works)
    assert "Former members" in walls
    assert "Succeeded by" in walls
    assert "No meeting of this body has been published." in walls


def test_the_data_page_leads_to_every_table_with_its_rows_and_files(pages):
    page, made = html.unescape(pages["data.md"]), edition()
    for name in made.contract.schemas:
        (entry,) = re.findall(rf'<li id="{name}"><a class="mb-entry" href="{name}/">.*?</li>', page, re.DOTALL)
        assert re.search(rf">{len(made.tables[name]):,} rows?<", entry)
    assert re.search(r'href="decisions.csv">decisions.csv \(1 KB\)</a>', page)
    assert "data.zip (zip, 4 KB)" in page
    assert "Open Government Licence v3.0" in page


def test_the_page_of_a_table_explains_every_column(pages):
    for schema in edition().contract.schemas.values():
        page = pages[f"data/{schema.name}.md"]
        columns = page.partition('<caption id="all-columns">')[2].partition("</tbody>")[0]
        assert columns.count('<tr><th scope="row">') == len(schema.fields)


def test_the_home_page_offers_a_few_files_only(pages):
    made = edition()
    extra = [
        DataFile("decisions.parquet", b"PAR1", "application/vnd.apache.parquet", "decisions"),
        DataFile("decisions.schema.json", b"{}", "application/json", "decisions", role="metadata"),
        DataFile("minutes.xlsx", b"PK", "application/zip"),
        DataFile("dcat.jsonld", b"{}", "application/ld+json", role="metadata"),
    ]
    home = render_pages(replace(made, data={**made.data, **{file.path: file for file in extra}}))["index.md"]
    card = home.partition('<h2 id="data">')[2].partition("</section>")[0]
    assert re.findall(r'href="data/([^"]+)"', card) == ["decisions.csv", "data.zip"]


def test_hand_written_pages_are_passed_on_with_a_heading(pages):
    assert pages["about.md"].endswith("---\n\n# About this site\n\nSee [the data](data.md).\n")
    assert "\n\n# Of walls\n\nWalls | Wells\n" in pages["guide/walls.md"]


def test_an_empty_book_has_all_its_pages():
    bare = render_pages(edition(replace(BOOK, bodies=(), people=(), meetings=(), pages=(), agendas=(), redirects=())))
    assert {
        "index.md",
        "decisions/index.md",
        "meetings/index.md",
        "bodies/index.md",
        "people/index.md",
        "private.md",
    } <= set(bare)
    assert "No decision has been published yet." in bare["index.md"]


def test_a_licence_without_an_address_is_named():
    book = replace(BOOK, council=replace(COUNCIL, licence="X-Own-1.0"))
    assert "free to use under X-Own-1.0" in render_pages(edition(book))["data.md"]
