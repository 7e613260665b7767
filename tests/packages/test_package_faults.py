"""Faults of a written package are told in plain words, at the line of the minutes that a row came from."""

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

import pytest

from conftest import ROOT
from known_book import BOOK, NOVEMBER, with_council
from known_package import CONTRACT, DATE, TABLES, files, package
from minutebook.packages import CODES, ZIP, make_package, verify_package
from minutebook.privacy import for_publication
from minutebook.tables import build_tables
from packages_made import write


@pytest.fixture
def folder(tmp_path):
    return write(files(), tmp_path / "data")


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
    for path, file in files().items():
        (folder / path).write_bytes(file.content)
    assert verify_package(folder, TABLES) == ()
