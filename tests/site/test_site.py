"""Pages to a site with the real builder: strict, and the same bytes wherever and whenever it runs."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path, PurePosixPath

import material
import pytest
from lxml import html

from conftest import ROOT
from minutebook.model import HandPage
from minutebook.pages import render_pages
from minutebook.pipeline import write_rest
from minutebook.site import THEME, build_site, site_config, verify_site
from small_book import BOOK, COUNCIL, edition


def build(root: Path, extra: dict[str, str] | None = None, pages=BOOK.pages):
    """The small council's site in a project folder: what went wrong, and where the site is."""
    made = edition()
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path, text in {**render_pages(made), **(extra or {})}.items():
        file = root / "build/docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = root / "build/staging"
    problems = build_site(root, root / "build/docs", site, COUNCIL, made.date, pages=pages)
    write_rest(made, site)
    return problems, site


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("project"))


def page(site: Path, path: str) -> html.HtmlElement:
    return html.document_fromstring((site / path / "index.html").read_bytes())


def test_a_whole_site_builds_and_holds_together(built):
    problems, site = built
    assert problems == ()
    assert verify_site(site, COUNCIL.url) == ()


def test_nothing_of_the_site_comes_from_elsewhere_or_runs_within_a_page(built):
    _, site = built
    assert {path.suffix for path in site.rglob("*") if path.is_file()} == {
        *(".html", ".css", ".svg", ".xml", ".gz"),  # of the site builder; the rest is data
        *(".csv", ".json", ".zip", ".atom", ".ics", ".js", ".txt", ".png", ""),
    }
    for file in site.rglob("*.html"):
        tree = html.document_fromstring(file.read_bytes())
        assert not list(tree.iter("style", "iframe", "object", "embed")), file
        for script in tree.iter("script"):
            assert script.get("type") == "application/ld+json" or "assets/scripts/" in script.get("src"), file
        policy = tree.find('.//meta[@http-equiv="Content-Security-Policy"]').get("content").split("; ")
        searches = file.parent.name == "search"
        assert policy == [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'" if searches else "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",  # the pictures that Material's stylesheet holds
            "base-uri 'none'",
            "form-action 'self'",
            *(["connect-src 'self'", "worker-src 'self'"] if searches else []),
        ], file


def test_a_page_that_has_moved_leads_to_where_it_is_and_calls_that_its_own_address(built):
    _, site = built
    moved = page(site, "people/a-mason-old")
    new = BOOK.redirects[0].new.partition("/")[2]
    assert moved.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url=../{new}/"]
    assert moved.xpath("//link[@rel='canonical']/@href") == [f"{COUNCIL.url}people/{new}/"]
    assert moved.xpath("//main//p//a/@href") == [f"../{new}/"]


def test_the_theme_is_material_s_with_the_council_s_colours_and_the_site_s_own_look_on_top(built):
    _, site = built
    for file in site.rglob("*.html"):
        tree = html.document_fromstring(file.read_bytes())
        sheets = [PurePosixPath(link.get("href")) for link in tree.findall('.//link[@rel="stylesheet"]')]
        assert [sheet.name.split(".")[0] for sheet in sheets] == ["main", "minutebook", "council"], file
        assert len(tree.find_class("md-main")) == 1, file
        assert tree.find_class("md-content__inner")[0].get("class").split() == ["md-content__inner", "md-typeset"], file
    (own,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
    (main,) = site.glob("assets/stylesheets/main.*.css")
    assert main.read_bytes() == own.read_bytes()


def test_what_the_frame_replaces_of_material_says_why():
    theirs = Path(material.__file__).parent / "templates"
    replaced = [path for path in THEME.rglob("*.html") if (theirs / path.relative_to(THEME)).exists()]
    assert set(THEME.rglob("*.html")) == set(replaced)
    for path in replaced:
        assert path.read_text(encoding="utf-8").startswith("{#- "), path


def test_what_a_page_weighs_is_little(built):
    _, site = built
    (main,) = site.glob("assets/stylesheets/main.*.css")
    assert len(gzip.compress(main.read_bytes())) < 25_000
    assert len(gzip.compress((site / "meetings/works/2025-11-04/index.html").read_bytes())) < 5_000


def test_every_page_has_the_frame(built):
    _, site = built
    for file in site.rglob("*.html"):
        tree = html.document_fromstring(file.read_bytes())
        assert len(list(tree.iter("h1"))) == 1, file
        assert [len(list(tree.iter(tag))) for tag in ("header", "main", "footer")] == [1, 1, 1], file
        assert "Nothing here is real." in tree.find_class("md-banner")[0].text_content(), file
        first = next(tree.find("body").iter("a"))
        assert first.text.strip() == "Skip to main content", file
        assert first.get("href") == f"#{next(tree.iter('h1')).get('id')}", file
        assert tree.get("lang") == "en-GB"
        assert "Quarrendale Town Council minute book" in tree.findtext(".//title"), file


def test_the_navigation_says_where_the_reader_is(built):
    _, site = built
    here = [(link.text, link.get("aria-current")) for link in page(site, "meetings").find_class("mb-nav")[0].iter("a")]
    assert here == [
        ("Decisions", None),
        ("Meetings", "page"),
        ("Bodies", None),
        ("People", None),
        ("Registers", None),
        ("Data", None),
        ("Subscribe", None),
        ("Search", None),
    ]
    meeting = page(site, "meetings/works/2025-11-04")
    assert [link.get("aria-current") for link in meeting.find_class("mb-nav")[0].iter("a")][1] == "true"
    assert [link.text for link in meeting.find_class("md-path")[0].iter("a")] == [
        "Meetings",
        "Works Committee",
        "2025/26",
    ]
    contents = [(link.text, link.get("href")) for link in meeting.find_class("md-nav--secondary")[0].iter("a")]
    assert contents[2:4] == [("13 The north wall", "#minute-13"), ("14 A mason’s tender (private)", "#minute-14")]


def test_feeds_can_be_discovered_where_they_belong(built):
    _, site = built
    links = {path: page(site, path).findall('.//link[@rel="alternate"]') for path in ("", "bodies/works", "people")}
    assert [(link.get("href"), link.get("title")) for link in links[""]] == [
        ("feeds/decisions.xml", "Decisions of Quarrendale Town Council"),
        ("feeds/decisions.atom", "Decisions of Quarrendale Town Council (Atom)"),
        ("feeds/decisions.json", "Decisions of Quarrendale Town Council (JSON Feed)"),
    ]
    assert [link.get("href") for link in links["bodies/works"]] == [
        f"../../feeds/bodies/works.{form}" for form in ("xml", "atom", "json")
    ]
    assert links["people"] == []


def test_hand_written_pages_are_linked_at_the_foot_of_every_page(built):
    _, site = built
    foot = page(site, "people/p-ashgrove").find(".//footer")
    assert [(link.text, link.get("href")) for link in foot.find(".//nav").iter("a")] == [
        ("About this site", "../../about/"),
        ("Of walls", "../../guide/walls/"),
        ("How council decisions are made", "../../decisions-explained/"),
        ("Glossary", "../../glossary/"),
        ("Accessibility statement", "../../accessibility/"),
        ("Privacy", "../../privacy/"),
        ("Licence and re-use", "../../licence/"),
    ]
    table = page(site, "guide/walls").find(".//table")
    assert table.getparent().get("tabindex") == "0"
    assert page(site, "about").find('.//main//a[@href="../data/"]') is not None


def test_a_folder_with_an_index_is_one_link_at_the_foot_and_one_without_is_all_of_its_pages(tmp_path):
    def foot(*paths: str) -> list[str]:
        pages = tuple(HandPage(path, path, f"# {path}\n") for path in paths)
        config = site_config(tmp_path, tmp_path / "build/docs", tmp_path / "build/x", COUNCIL, pages)
        return [page["href"] for page in config["extra"]["council"]["pages"]]

    assert foot("index.md", "guide/b.md", "guide/a.md", "z.md") == ["z/", "guide/a/", "guide/b/"]
    assert foot("guide/b.md", "guide/index.md", "guide/a.md", "z.md") == ["z/", "guide/"]


def test_two_builds_in_other_places_and_times_are_the_same(built, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    _, one = built
    _, other = build(tmp_path / "somewhere else/deeper")
    files = {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()}
    assert files == {path.relative_to(other): path.read_bytes() for path in other.rglob("*") if path.is_file()}
    assert not [path for path, content in files.items() if str(one.parents[1]).encode() in content]
    assert b"<lastmod>2025-12-01</lastmod>" in files[Path("sitemap.xml")]


def test_what_the_builder_complains_of_is_a_problem_of_the_page_that_was_written(tmp_path):
    about = HandPage("about.md", "About", "# About\n\n[gone](gone.md) [walls](guide/walls.md#gone)\n")
    problems, _ = build(tmp_path, {"about.md": about.text}, pages=(about,))
    assert [(problem.location.file, problem.code) for problem in problems] == [("content/about.md", "W001")] * 2
    assert "'gone.md', but the target is not found" in problems[0].message
    assert "does not contain an anchor '#gone'" in problems[1].message


def test_a_builder_that_fails_is_a_problem(tmp_path):
    (tmp_path / "build/docs").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("nav: [\n", encoding="utf-8")
    (problem,) = build_site(tmp_path, tmp_path / "build/docs", tmp_path / "build/site", COUNCIL, edition().date)
    assert (problem.location.file, problem.code) == ("mkdocs.yml", "W001")


def test_only_the_council_s_own_is_put_on_top_of_the_project_s_configuration(tmp_path):
    config = site_config(tmp_path, tmp_path / "build/docs", tmp_path / "build/x", COUNCIL)
    assert config["INHERIT"] == "../mkdocs.yml"
    assert (config["docs_dir"], config["site_dir"]) == ("docs", "x")
    assert config["site_name"] == "Quarrendale Town Council minute book"


def test_the_shared_configuration_names_no_council_and_no_page_that_may_be_absent():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "guide/" not in text
    bare = {path for path in render_pages(edition()) if path.endswith(".md")}
    named = {line.rpartition(": ")[2] for line in text.splitlines() if line.endswith(".md")}
    assert named <= bare
    assert "elminster" not in text
