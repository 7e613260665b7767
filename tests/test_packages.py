"""The data package: what is written can be read back, is the same everywhere, and is judged to the line of the minutes."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
import zipfile

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from known_book import BOOK, with_council
from known_package import CONTRACT, TABLES, files, package
from minutebook.packages import ZIP, make_package, verify_package
from minutebook.packages.formats import to_csv, to_frame, to_json
from minutebook.problems import Location
from minutebook.tables import Row
from packages_made import write

AWKWARD = [
    "NA",
    "None",
    "null",
    "nan",
    "",
    "007",
    "1e5",
    "True",
    'a "quoted", cell',
    "two\nlines",
    "cr\rhere",
    "crlf\r\nthere",
]
AWKWARD += [
    "’–£é漢😀",
    " space ",
    "-1",
    "=1+1",
    "#",
    ";",
    "\t",
    "'",
    "\\",
    "\u2028",
    "1.0",
    "2025-02-30",
    "N/A",
    "<NA>",
]


@pytest.fixture
def folder(tmp_path):
    return write(files(), tmp_path / "data")


# --- formats -------------------------------------------------------------------------------------------------------


def awkward_rows(cells):
    """Rows of ``identifiers``, whose three columns are plain text."""
    return [
        Row({"entity_id": "x", "scheme": str(n), "value": cell or None}, Location("a")) for n, cell in enumerate(cells)
    ]


def test_awkward_cells_come_back_from_csv_through_pandas():
    content = to_csv(CONTRACT.schemas["identifiers"], awkward_rows(AWKWARD))
    frame = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
    assert list(frame["value"]) == [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in AWKWARD]


def test_awkward_cells_come_back_from_csv_through_python():
    content = to_csv(CONTRACT.schemas["identifiers"], awkward_rows(AWKWARD))
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))
    assert [row["value"] for row in rows] == [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in AWKWARD]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_from_csv_and_json(cells):
    rows = awkward_rows(cells)
    table = csv.DictReader(io.StringIO(to_csv(CONTRACT.schemas["identifiers"], rows).decode(), newline=""), strict=True)
    assert [row["value"] for row in table] == cells
    twin = json.loads(to_json(CONTRACT.schemas["identifiers"], rows))
    assert [row["value"] or "" for row in twin] == cells


def test_csv_is_rfc_4180_with_line_feeds_and_no_more_quotes_than_needed():
    rows = awkward_rows(["plain", "a,b", 'say "so"', "two\nlines", None])
    assert to_csv(CONTRACT.schemas["identifiers"], rows).decode() == (
        'entity_id,scheme,value\nx,0,plain\nx,1,"a,b"\nx,2,"say ""so"""\nx,3,"two\nlines"\nx,4,\n'
    )


def test_numbers_truths_and_dates_are_written_as_the_schema_says():
    content = files()["meetings.csv"].content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    (row,) = (row for row in csv.DictReader(io.StringIO(content.decode())) if row["meeting_id"] == "cabinet/2025-11-04")
    assert (row["item_count"], row["extract"], row["date"], row["end_time"]) == ("3", "false", "2025-11-04", "09:05")
    (early,) = (
        row for row in csv.DictReader(io.StringIO(content.decode())) if row["meeting_id"] == "cabinet/2025-09-30"
    )
    assert (early["present_count"], early["start_time"]) == ("", "")


def test_json_says_the_same_typed_one_row_a_line():
    content = files()["meetings.json"].content.decode()
    rows = json.loads(content)
    assert len(content.split("\n")) == len(rows) + 3
    row = next(row for row in rows if row["meeting_id"] == "cabinet/2025-09-30")
    assert list(row) == [field.name for field in CONTRACT.schemas["meetings"].fields]
    assert (row["item_count"], row["extract"], row["date"], row["place"]) == (1, False, "2025-09-30", None)
    assert "’" in to_json(CONTRACT.schemas["identifiers"], awkward_rows(["’"])).decode()


def test_an_empty_table_is_a_heading_and_an_empty_array(tmp_path):
    tables = dict.fromkeys(TABLES, ())
    files = package({**tables, "council": TABLES["council"]})
    assert files["items.csv"].content.count(b"\n") == 1
    assert json.loads(files["items.json"].content) == []
    assert verify_package(write(files, tmp_path), {**tables, "council": TABLES["council"]}) == ()


# --- the descriptor ------------------------------------------------------------------------------------------------


def test_the_descriptor_says_who_what_when_and_under_which_licence():
    descriptor = json.loads(files()["datapackage.json"].content)
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["id"] == "https://minutes.example/data/datapackage.json"
    assert descriptor["name"] == "example-minutes"
    assert descriptor["created"] == "2025-11-12T12:00:00Z"
    assert descriptor["licenses"][0]["name"] == "OGL-UK-3.0"
    assert descriptor["contributors"] == [
        {
            "title": "Example City Council",
            "path": "https://www.example/",
            "email": "governance@council.example",
            "roles": ["creator", "publisher"],
            "organization": "Example City Council",
        }
    ]


def test_without_an_address_the_descriptor_claims_none():
    council = with_council(url="", website="", contact="", licence="Some licence / 2").council
    descriptor = json.loads(package(council=council)["datapackage.json"].content)
    assert not {"id", "homepage"} & set(descriptor)
    assert "path" not in descriptor["sources"][0]
    assert descriptor["licenses"] == [{"name": "Some-licence-2", "title": "Some licence / 2"}]


def test_every_resource_gives_size_hash_and_rows_of_both_its_files():
    made = files()
    for resource in json.loads(made["datapackage.json"].content)["resources"]:
        for entry in (resource, *resource["alternates"]):
            assert entry["bytes"] == len(made[entry["path"]].content)
            assert entry["hash"] == f"sha256:{made[entry['path']].sha256}"
        assert resource["rows"] == made[resource["path"]].rows == len(TABLES[resource["name"]])
        schema = CONTRACT.schemas[resource["name"]]
        assert resource["schema"] == dict(schema.descriptor)
        assert (made[resource["path"]].table, resource["title"]) == (resource["name"], schema.title)


# --- the same bytes, everywhere ------------------------------------------------------------------------------------


def test_the_zip_holds_every_file_under_fixed_times():
    made = files()
    with zipfile.ZipFile(io.BytesIO(made[ZIP].content)) as archive:
        packed = [file for table in TABLES for file in (f"{table}.csv", f"{table}.json")]
        assert archive.namelist() == sorted(["datapackage.json", *packed])
        assert {entry.date_time for entry in archive.infolist()} == {(2025, 11, 12, 12, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        assert all(archive.read(name) == made[name].content for name in archive.namelist())


def test_a_date_that_a_zip_cannot_hold_is_not_an_error():
    assert make_package(BOOK.council, TABLES, CONTRACT, dt.date(1974, 4, 1))[ZIP].content


def test_columns_have_types_that_no_setting_or_library_changes():
    frame = to_frame(CONTRACT.schemas["meetings"], TABLES["meetings"])
    assert (str(frame["item_count"].dtype), str(frame["extract"].dtype)) == ("Int64", "boolean")
    assert {frame[name].dtype.storage for name in ("meeting_id", "date", "start_time")} == {"python"}


# --- judged by a client of its own ---------------------------------------------------------------------------------


def frictionless(folder):
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_frictionless_itself_finds_the_unzipped_zip_valid(folder, tmp_path):
    with zipfile.ZipFile(folder / ZIP) as archive:
        archive.extractall(tmp_path / "unzipped")
    done = frictionless(tmp_path / "unzipped")
    assert done.returncode == 0, done.stdout
    report = json.loads(done.stdout)
    assert (report["valid"], len(report["tasks"])) == (True, len(TABLES))
    assert [task["stats"].get("rows", 0) for task in report["tasks"]] == [len(rows) for rows in TABLES.values()]


def test_what_was_written_is_found_valid(folder):
    assert verify_package(folder, TABLES) == ()
