"""The data package: what is written can be read back, is the same everywhere, and is judged to the line of the minutes."""

# ruff: noqa: PD011 - a Row is no frame

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from known_book import BOOK, NOVEMBER, with_council
from minutebook.contract import read_contract
from minutebook.packages import CODES, ZIP, make_package, verify_package
from minutebook.packages.formats import to_csv, to_frame, to_json
from minutebook.privacy import for_publication
from minutebook.problems import Location
from minutebook.tables import Row, build_tables

CONTRACT, _ = read_contract(ROOT / "datasets")
TABLES = build_tables(for_publication(BOOK))
DATE = dt.date(2025, 11, 12)
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


def package(tables=TABLES, council=BOOK.council):
    return make_package(council, tables, CONTRACT, DATE)


def write(files, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for file in files.values():
        (folder / file.path).write_bytes(file.content)
    return folder


@pytest.fixture
def folder(tmp_path):
    return write(package(), tmp_path / "data")


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
    content = package()["meetings.csv"].content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    (row,) = (row for row in csv.DictReader(io.StringIO(content.decode())) if row["meeting_id"] == "cabinet/2025-11-04")
    assert (row["item_count"], row["extract"], row["date"], row["end_time"]) == ("3", "false", "2025-11-04", "09:05")
    (early,) = (
        row for row in csv.DictReader(io.StringIO(content.decode())) if row["meeting_id"] == "cabinet/2025-09-30"
    )
    assert (early["present_count"], early["start_time"]) == ("", "")


def test_json_says_the_same_typed_one_row_a_line():
    content = package()["meetings.json"].content.decode()
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
    descriptor = json.loads(package()["datapackage.json"].content)
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
    files = package()
    for resource in json.loads(files["datapackage.json"].content)["resources"]:
        for entry in (resource, *resource["alternates"]):
            assert entry["bytes"] == len(files[entry["path"]].content)
            assert entry["hash"] == f"sha256:{files[entry['path']].sha256}"
        assert resource["rows"] == files[resource["path"]].rows == len(TABLES[resource["name"]])
        schema = CONTRACT.schemas[resource["name"]]
        assert resource["schema"] == dict(schema.descriptor)
        assert (files[resource["path"]].table, resource["title"]) == (resource["name"], schema.title)


# --- the same bytes, everywhere ------------------------------------------------------------------------------------


def test_the_zip_holds_every_file_under_fixed_times():
    files = package()
    with zipfile.ZipFile(io.BytesIO(files[ZIP].content)) as archive:
        packed = [file for table in TABLES for file in (f"{table}.csv", f"{table}.json")]
        assert archive.namelist() == sorted(["datapackage.json", *packed])
        assert {entry.date_time for entry in archive.infolist()} == {(2025, 11, 12, 12, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        assert all(archive.read(name) == files[name].content for name in archive.namelist())


def test_a_date_that_a_zip_cannot_hold_is_not_an_error():
    assert make_package(BOOK.council, TABLES, CONTRACT, dt.date(1974, 4, 1))[ZIP].content


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York"])
def test_the_same_book_gives_the_same_bytes_in_every_time_zone_and_process(zone):
    code = (
        "import datetime as dt; from test_packages import package; "
        "print({path: file.sha256 for path, file in package().items()})"
    )
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT / "build_scripts")])
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": paths, "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str({path: file.sha256 for path, file in package().items()})


def test_columns_have_types_that_no_setting_or_library_changes():
    frame = to_frame(CONTRACT.schemas["meetings"], TABLES["meetings"])
    assert (str(frame["item_count"].dtype), str(frame["extract"].dtype)) == ("Int64", "boolean")
    assert {frame[name].dtype.storage for name in ("meeting_id", "date", "start_time")} == {"python"}


# --- judged by a client of its own ---------------------------------------------------------------------------------


def frictionless(folder):
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_frictionless_itself_finds_folder_and_unzipped_zip_valid(folder, tmp_path):
    with zipfile.ZipFile(folder / ZIP) as archive:
        archive.extractall(tmp_path / "unzipped")
    for place in (folder, tmp_path / "unzipped"):
        done = frictionless(place)
        assert done.returncode == 0, done.stdout
        report = json.loads(done.stdout)
        assert (report["valid"], len(report["tasks"])) == (True, len(TABLES))
        assert [task["stats"].get("rows", 0) for task in report["tasks"]] == [len(rows) for rows in TABLES.values()]


def test_what_was_written_is_found_valid(folder):
    assert verify_package(folder, TABLES) == ()


# --- faults --------------------------------------------------------------------------------------------------------


def break_cell(folder, table, row, field, value):
    """Write another value into one cell of a published CSV. ``row`` is the row's place in the edition, from 0."""
    path = folder / f"{table}.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    rows[row + 1][rows[0].index(field)] = value
    content = io.StringIO(newline="")
    csv.writer(content, lineterminator="\n").writerows(rows)
    path.write_bytes(content.getvalue().encode())


BREAKS = {
    "D007 date": ("items", 4, "date", "2025-02-30", "is not of the column's type"),
    "D007 truth": ("meetings", 2, "extract", "perhaps", "expected true or false"),
    "D007 number": ("meetings", 2, "item_count", "3.0", "expected a whole number"),
    "D008 empty": ("items", 4, "title", "", "the cell is empty"),
    "D008 enum": ("clauses", 1, "action", "devolve", "is none of the column's values"),
    "D008 pattern": ("items", 4, "item_id", "Item 37", "has not the column's form"),
    "D008 small": ("clauses", 1, "level", "0", "is too small; expected 1 or more"),
    "D009 unique": ("items", 4, "url", TABLES["items"][3].values["url"], "stands in row 5 as well"),
    "D010 key": ("items", 4, "item_id", "cabinet/2025-11-04/36", "its key is that of row 5"),
    "D011 reference": (
        "items",
        4,
        "body_id",
        "nobody",
        "“nobody” is not in the table that it refers to; expected a body_id of bodies",
    ),
    "D011 self": ("clauses", 2, "parent_clause_id", "cabinet/2025-11-04/37/1/9", "expected a clause_id of clauses"),
    "D012 unique key": ("clauses", 1, "path", "1", "“cabinet/2025-11-04/37/1, 1” stands in row 2 as well"),
    "D013 twin": ("items", 4, "title", "Flood", "the JSON says “Flood defences” where the CSV says “Flood”"),
}


@pytest.mark.parametrize("case", BREAKS)
def test_a_broken_cell_is_told_at_the_line_of_the_minutes(folder, case):
    table, row, field, value, message = BREAKS[case]
    break_cell(folder, table, row, field, value)
    source = TABLES[table][row].location
    assert source.file == NOVEMBER
    found = [problem for problem in verify_package(folder, TABLES) if problem.code == case.split()[0]]
    wanted = [problem for problem in found if problem.location == source and message in str(problem)]
    assert wanted, [str(problem) for problem in found]
    fields = {"D010 key": "", "D012 unique key": ", field decision_id, path"}.get(case, f", field {field}")
    assert [problem.message.split(":")[0] for problem in wanted] == [f"table {table}, row {row + 2}{fields}"]


def test_a_table_that_is_not_the_one_described_is_told(folder):
    break_cell(folder, "items", 4, "title", "Flood")
    told = {str(problem) for problem in verify_package(folder, TABLES)}
    assert "data/items.csv:1:1: D003 table items: the file is not the one described: its hash differs" in told
    assert "data/data.zip:1:1: D014 items.csv is not the same in the zip and beside it" in told


def test_rows_that_make_an_invalid_package_are_told_though_everything_else_agrees(tmp_path):
    """The real case: the minutes name a body that no register knows, and every file says so alike."""
    item = TABLES["items"][4]
    items = list(TABLES["items"])
    items[4] = replace(item, values={**item.values, "body_id": "nobody", "url": items[3].values["url"]})
    tables = {**TABLES, "items": tuple(items)}
    found = verify_package(write(package(tables), tmp_path), tables)
    assert [(problem.location, problem.code) for problem in found] == [(item.location, "D009"), (item.location, "D011")]


def test_identifiers_of_two_people_may_not_be_one(tmp_path):
    twice = replace(TABLES["identifiers"][1], values={**TABLES["identifiers"][1].values, "entity_id": "c-sample"})
    tables = {**TABLES, "identifiers": (*TABLES["identifiers"], twice)}
    (problem,) = verify_package(write(package(tables), tmp_path), tables)
    assert (problem.code, problem.location) == ("D012", twice.location)
    assert (
        problem.message
        == "table identifiers, row 4, field scheme, value: “democracy-club, 00123” stands in row 3 as well"
    )


FILE_FAULTS = {
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:-40]), {"D003", "D006", "D001", "D002", "D014"}),
    "gone": (lambda path: path.unlink(), {"D001", "D002"}),
    "Latin-1": (lambda path: path.write_bytes(path.read_bytes()[:-2] + b"\xe9\n"), {"D001", "D002", "D014"}),
    "empty": (lambda path: path.write_bytes(b""), {"D001", "D002"}),
}


SPOILED = [(fault, name) for fault in ("cut", "gone") for name in ("items.csv", "items.json", "datapackage.json", ZIP)]
SPOILED += [("Latin-1", "items.csv"), ("Latin-1", "items.json"), ("empty", "items.csv")]


@pytest.mark.parametrize(("fault", "name"), SPOILED)
def test_a_spoiled_file_is_told_in_its_own_name_and_never_a_traceback(folder, fault, name):
    spoil, codes = FILE_FAULTS[fault]
    spoil(folder / name)
    found = verify_package(folder, TABLES)
    assert {problem.code for problem in found} & codes
    assert any(name in str(problem) for problem in found)
    assert not any(str(folder) in str(problem) for problem in found)


def test_rows_added_or_lost_are_counted(folder):
    path = folder / "bodies.csv"
    path.write_text(path.read_text(encoding="utf-8") + "third,Third,other,,x\n", encoding="utf-8")
    assert "data/bodies.csv:1:1: D004 table bodies: 3 rows were written; expected 2 rows" in map(
        str, verify_package(folder, TABLES)
    )


def test_a_heading_that_was_changed_is_told(folder):
    path = folder / "bodies.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("number", "nomber", 1), encoding="utf-8")
    assert "D005" in {problem.code for problem in verify_package(folder, TABLES)}


def test_a_table_that_the_package_lacks_is_told(folder):
    found = verify_package(folder, {**TABLES, "speeches": ()})
    assert [problem.code for problem in found] == ["D004"]


def test_codes_are_explained():
    assert list(CODES) == [*(f"D{number:03}" for number in range(1, 17)), "V001", "V002", "V003"]


def test_the_type_of_a_file_costs_no_pandas():
    code = (
        "import sys, minutebook.packages; print([name for name in ('pandas', 'frictionless') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "build_scripts")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("date", [dt.date(1, 1, 1), dt.date(2205, 11, 12)])
def test_a_date_that_no_zip_can_hold_is_the_nearest_that_it_can(date):
    made = make_package(for_publication(BOOK).council, TABLES, CONTRACT, date)
    with zipfile.ZipFile(io.BytesIO(made[ZIP].content)) as archive:
        years = {entry.date_time[0] for entry in archive.infolist()}
    assert years == {min(max(date.year, 1980), 2107)}


@pytest.mark.parametrize("contact", ["clerk@council.example, 024 7683 3000", "clerk@localhost", "a@b@c.example", "@"])
def test_a_contact_that_is_not_one_address_is_given_as_none(tmp_path, contact):
    tables = build_tables(with_council(contact=contact))
    made = make_package(with_council(contact=contact).council, tables, CONTRACT, DATE)
    for path, file in made.items():
        (tmp_path / path).write_bytes(file.content)
    assert "email" not in json.loads(made["datapackage.json"].content)["contributors"][0]
    assert verify_package(tmp_path, tables) == ()


@pytest.mark.parametrize("name", ["q[x]", "q:x", "q*", "http:"])
def test_a_folder_may_have_any_name(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    folder = Path(name)
    folder.mkdir()
    for path, file in package().items():
        (folder / path).write_bytes(file.content)
    assert verify_package(folder, TABLES) == ()
