"""The pages of the data on the built site: what they offer is there, and the code that they show loads it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from dataclasses import replace

import duckdb
import pandas as pd
import pytest
from lxml import html

from minutebook.feeds import render_feeds
from minutebook.pages import limits, render_pages
from minutebook.problems import Location
from minutebook.tables import Row
from packages_made import CONTRACT
from project import COUNCIL as SETTINGS
from project import ROOT, make_project, minutebook
from small_book import BOOK, COUNCIL, edition

NAMES = tuple(CONTRACT.schemas)
SITE = "https://minutes.kelminster.example/"
PANDAS = {"integer": "Int64", "boolean": "boolean", "number": "Float64", "date": "datetime64"}
DUCKDB = {"integer": "BIGINT", "boolean": "BOOLEAN", "number": "DECIMAL(18,2)", "date": "DATE"}
R = {"integer": "integer", "boolean": "logical", "number": "numeric", "date": "Date"}


@pytest.fixture(scope="module")
def site(example):
    return example / "build/site"


@pytest.fixture(scope="module")
def resources(site):
    found = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))["resources"]
    return {resource["name"]: resource for resource in found}


def page(site, table=""):
    return html.fromstring((site / "data" / table / "index.html").read_bytes())


def code(site, table, language):
    """The code on a table's page, loading the built site's files in place of those of the address."""
    (found,) = page(site, table).xpath(f"//pre/code[@id='{language}']")
    text = found.text_content()
    assert f"{SITE}data/{table}.csv" in text
    return text.replace(SITE, f"{site}/")


# --- the code ---------------------------------------------------------------------------------------------------------


def test_the_code_for_pandas_loads_every_table_with_its_types(site, resources):
    for name in NAMES:
        space = {}
        exec(code(site, name, "pandas"), space)
        frame = space[name]
        fields = CONTRACT.schemas[name].fields
        assert list(frame.columns) == [field.name for field in fields]
        assert len(frame) == resources[name]["rows"]
        for field in fields:
            assert str(frame[field.name].dtype).startswith(PANDAS.get(field.type, "str")), (name, field.name)
        raw = pd.read_csv(site / f"data/{name}.csv", dtype=str, keep_default_na=False)
        assert frame.isna().sum().to_dict() == (raw == "").sum().to_dict()


def test_the_code_for_duckdb_loads_every_table_with_its_types(site, resources):
    connection = duckdb.connect()
    for name in NAMES:
        connection.execute(code(site, name, "duckdb"))
        described = connection.execute(f'DESCRIBE "{name}"').fetchall()
        fields = CONTRACT.schemas[name].fields
        assert [row[:2] for row in described] == [(field.name, DUCKDB.get(field.type, "VARCHAR")) for field in fields]
        assert connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (resources[name]["rows"],)


def test_the_code_for_r_loads_every_table_with_its_types(tmp_path, site, resources):
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed (Debian: apt-get install r-base-core)")
    lines = []
    for name in NAMES:
        lines += [code(site, name, "r"), f'cat("{name}", nrow({name}), sapply({name}, function(x) class(x)[1]), "\\n")']
    (tmp_path / "load.R").write_text("\n".join(lines), encoding="utf-8")
    done = subprocess.run(
        [program, "--vanilla", tmp_path / "load.R"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [line.split() for line in done.stdout.splitlines()] == [
        [
            name,
            str(resources[name]["rows"]),
            *(R.get(field.type, "character") for field in CONTRACT.schemas[name].fields),
        ]
        for name in NAMES
    ]


# --- what the pages say -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["", *NAMES])
def test_search_engines_for_data_sets_are_told_what_is_there(site, table):
    (script,) = page(site, table).xpath("//head/script[@type='application/ld+json']")
    said = json.loads(script.text)
    assert (said["@context"], said["@type"]) == ("https://schema.org/", "Dataset")
    assert said["url"] == said["@id"] == f"{SITE}data/{table}{'/' if table else ''}"
    assert [said["url"]] == page(site, table).xpath("//link[@rel='canonical']/@href")
    assert 50 <= len(said["description"]) <= 5000  # Google's guidance for data sets
    assert said["license"].startswith("https://www.nationalarchives.gov.uk/")
    assert said["distribution"]
    for file in said["distribution"]:
        path = site / file["contentUrl"].removeprefix(SITE)
        assert file["contentSize"] == f"{path.stat().st_size} B"
    for part in said.get("hasPart", ()):
        assert (site / part["@id"].removeprefix(SITE) / "index.html").is_file()


def test_a_page_that_says_nothing_of_data_has_no_such_script(site):
    assert not html.fromstring((site / "index.html").read_bytes()).xpath("//script[@type='application/ld+json']")


@pytest.mark.parametrize("name", NAMES)
def test_a_table_s_page_has_everything_that_a_user_asks_first(site, resources, name):
    found, schema = page(site, name), CONTRACT.schemas[name]
    text = " ".join(found.text_content().split())
    assert f"{resources[name]['rows']:,} row" in text
    links = found.xpath("//article//a/@href")
    for ending in ("csv", "json", "schema.json", "csv-metadata.json"):
        assert f"../{name}.{ending}" in links
    assert [
        cell.text_content().split()[0] for cell in found.xpath("//table[.//caption[@id='all-columns']]/tbody//th")
    ] == [field.name for field in schema.fields]
    for heading in ("columns", "rows", "load", "load-excel", "limits", "cite"):
        assert len(found.xpath(f"//*[@id='{heading}']")) == 1
    assert f"{SITE}data/{name}/. Open Government Licence v3.0." in text
    rows = found.xpath("//table[contains(@class, 'mb-rows')]/tbody/tr")
    assert len(rows) == min(5, resources[name]["rows"])
    assert json.loads((site / f"data/{name}.schema.json").read_text(encoding="utf-8")) == schema.descriptor


def test_every_table_says_what_is_not_in_it():
    for schema in CONTRACT.schemas.values():
        said = limits.of_table(schema, COUNCIL)
        assert len(said) > len(limits.of_everything(COUNCIL)) - 3, schema.name
        assert len(set(said)) == len(said)
    withheld = "The text of items that were heard in private."
    assert withheld in limits.of_everything(COUNCIL)
    assert withheld not in limits.of_everything(replace(COUNCIL, private_items="publish"))


def test_the_index_lists_everything_at_once_and_what_programs_read(site):
    links = page(site).xpath("//article//a/@href")
    for path in ("data.zip", "minutes.sqlite", "datapackage.json", "csv-metadata.json", "dcat.jsonld", "data.json"):
        assert path in links
    assert {"../api/index.json", "../api/popolo.json", "releases/"} <= set(links)
    assert [group.get("id") for group in page(site).xpath("//h2[@id]")][1:4] == ["core", "registers", "keeping"]


def test_a_council_that_asks_for_every_format_offers_each_one(tmp_path):
    council = SETTINGS + "formats: [parquet, xlsx]\n"
    done = minutebook("-C", make_project(tmp_path / "all", {"content/council.yaml": council}), "build")
    assert done.returncode == 0, done.stderr
    built = tmp_path / "all/build/site"
    assert {"minutes.xlsx", "minutes.sqlite", "data.zip"} <= set(page(built).xpath("//article//a/@href"))
    links = page(built, "items").xpath("//article//a/@href")
    assert {"../minutes.xlsx", "../items.parquet"} <= set(links)
    assert all((built / "data/items" / link).exists() for link in links if link.endswith((".xlsx", ".parquet")))


def test_without_an_address_the_code_names_the_file_and_nothing_is_told_to_search_engines():
    made = render_pages(edition(replace(BOOK, council=replace(COUNCIL, url=""))))
    assert "dataset:" not in made["data.md"] + made["data/items.md"]
    assert re.search(r"&#34;items.csv&#34;", made["data/items.md"])


# --- releases ---------------------------------------------------------------------------------------------------------


def changed():
    """An edition that is the third release; the second added a minute and put two cells right."""
    cells = (("items", "works/2025-11-04/13", None, "added"), ("bodies", "works", "name", "changed"),
             ("bodies", "works", "kind", "changed"))  # fmt: skip
    rows = tuple(
        Row(
            {"change_id": f"1.1.0/{place}", "release": "1.1.0", "date": dt.date(2025, 11, 12), "table_name": table,
             "row_id": row, "field": field, "kind": kind},
            Location("data/changes.csv"),
        )
        for place, (table, row, field, kind) in enumerate(cells, 1)
    )  # fmt: skip
    made = edition()
    return replace(made, tables={**made.tables, "changes": rows}, version="1.1.1")


def test_the_changelog_tells_each_release_and_leads_to_what_changed():
    text = render_pages(changed())["data/releases.md"]
    assert text.index("{#release-1-1-1}") < text.index("{#release-1-1-0}")
    assert "items: 1 row added" in text
    assert "bodies: 2 cells changed in 1 row" in text
    assert 'href="../../meetings/works/2025-11-04/#minute-13">works/2025-11-04/13</a>' in text
    assert 'href="../../bodies/works/">works</a>' in text


def test_a_release_is_announced_once_and_keeps_its_id():
    def entries(made):
        feed = json.loads(dict(render_feeds(made))["feeds/releases.json"])
        return {item["title"]: (item["id"], item["date_published"][:10], item["url"]) for item in feed["items"]}

    first, now = entries(edition()), entries(changed())
    later = entries(replace(changed(), version="1.1.0", date=dt.date(2026, 3, 1)))
    assert list(first) == ["Data 1.0.0"]
    assert list(now) == ["Data 1.1.1", "Data 1.1.0"]
    assert now["Data 1.1.0"] == later["Data 1.1.0"]
    assert now["Data 1.1.0"][1:] == ("2025-11-12", f"{COUNCIL.url}data/releases/#release-1-1-0")
    assert len({id_ for id_, *_ in (*first.values(), *now.values())}) == 3


def test_the_guide_tells_of_every_feed():
    guide = (ROOT / "content/guide/feeds.md").read_text(encoding="utf-8")
    for path, _ in render_feeds(edition()):
        general = re.sub(r"(bodies|people|registers)/[^/.]+", r"\1/<\1>", path).replace("<bodies>", "<body>")
        general = general.replace("<people>", "<person>").replace("<registers>", "<register>")
        if general.endswith(".xml"):
            assert f"`{general}`" in guide, general
