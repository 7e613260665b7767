"""SQLite, Parquet and Excel: the same bytes everywhere, and nothing in a cell that could run."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
import zipfile

import openpyxl
import pytest

from conftest import ROOT
from minutebook.packages.verifying_sqlite import sqlite_faults
from minutebook.packages.xlsx import CUT, MOST, to_xlsx
from minutebook.problems import Location
from minutebook.tables import Row
from packages_made import CONTRACT, files, tables, write

RISKY = ["=1+1", "+44 24", "-1", "@SUM(A1)", "\tx", '=HYPERLINK("http://x.example")', "#N/A", "=", "'=1"]


def workbook(cells):
    rows = tuple(
        Row({"entity_id": "x", "scheme": str(n), "value": cell}, Location("a")) for n, cell in enumerate(cells)
    )
    made = {**dict.fromkeys(CONTRACT.schemas, ()), "identifiers": rows}
    return to_xlsx(CONTRACT, made, "Minutes", dt.date(2025, 11, 12))


def test_no_cell_of_a_workbook_is_a_formula_and_each_says_what_was_minuted():
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(RISKY)))["identifiers"]
    cells = [sheet.cell(row, 3) for row in range(2, len(RISKY) + 2)]
    assert [cell.value for cell in cells] == RISKY
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [text[0] in "=+-@\t" for text in RISKY]


def test_no_formula_stands_in_the_workbook_s_files():
    with zipfile.ZipFile(io.BytesIO(workbook(RISKY))) as archive:
        assert not any(b"<f>" in archive.read(name) or b"<f " in archive.read(name) for name in archive.namelist())


def test_what_excel_cannot_hold_is_cut_or_left_out_and_told():
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(["x" * 40_000, "a\x01b\x0bc", "two\r\nlines"])))["identifiers"]
    long, odd, lines = (sheet.cell(row, 3).value for row in (2, 3, 4))
    assert (len(long), long.endswith(CUT)) == (MOST, True)
    assert (odd, lines) == ("abc", "two\nlines")


def test_a_day_before_excel_s_calendar_is_text():
    meetings = tuple(Row({**row.values, "date": dt.date(1889, 4, 1)}, row.location) for row in tables()["meetings"][:1])
    content = to_xlsx(CONTRACT, {**dict.fromkeys(CONTRACT.schemas, ()), "meetings": meetings}, "", dt.date(1889, 4, 1))
    values = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(content))["meetings"][2]]
    assert "1889-04-01" in values


def test_a_workbook_bears_no_time_but_the_edition_s():
    with zipfile.ZipFile(io.BytesIO(files()["minutes.xlsx"].content)) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1
        stamps = archive.read("docProps/core.xml").count(b"T12:00:00Z")
    assert stamps == 2


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati"])
def test_the_same_book_gives_the_same_bytes_in_another_process(zone):
    code = "from packages_made import files; print({path: file.sha256 for path, file in files().items()})"
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT / "build_scripts")])
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": paths, "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str({path: file.sha256 for path, file in files().items()})


def test_a_plain_installation_without_extras_makes_the_default_package():
    code = (
        "import sys; sys.modules.update(dict.fromkeys(['pyarrow', 'openpyxl', 'duckdb', 'rdflib', 'datasette']));"
        "from dataclasses import replace; import packages_made as made; from minutebook.packages import make_package;"
        "from minutebook.pipeline import edition_date, make_edition;"
        "plain = replace(made.book(), council=replace(made.book().council, formats=()));"
        "edition, problems = make_edition(plain, made.CONTRACT, lambda _: None);"
        "print(sorted(edition.data), problems, make_edition(made.book(), made.CONTRACT, lambda _: None)[1])"
    )
    paths = os.pathsep.join([str(ROOT / "tests"), str(ROOT / "build_scripts")])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    plain = sorted(path for path in files() if not path.endswith((".parquet", ".xlsx")))
    assert done.stdout.startswith(f"{plain} () ")
    assert done.stdout.count("B003") == 2


def faults(folder, made=None):
    return [(fault.code, fault.message) for fault in sqlite_faults(folder, made or tables())]


def test_a_sound_database_has_no_faults_and_a_spoiled_one_is_told(tmp_path):
    folder = write({"minutes.sqlite": files()["minutes.sqlite"]}, tmp_path)
    assert faults(folder) == []
    path = folder / "minutes.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    assert {code for code, _ in faults(folder)} == {"D015"}
    path.write_bytes(b"no database")
    assert {code for code, _ in faults(folder)} == {"D015"}
    path.unlink()
    assert faults(folder) == [("D015", "the database cannot be read: No such file or directory")]


def test_a_database_that_lacks_rows_is_told(tmp_path):
    folder = write({"minutes.sqlite": files()["minutes.sqlite"]}, tmp_path)
    (fault,) = faults(folder, {**tables(), "bodies": tables()["bodies"][1:]})
    assert fault == ("D016", f"{len(tables()['bodies'])} rows stand in the database")
