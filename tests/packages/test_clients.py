"""The package in the hands of those who use it: each client loads every table, and finds the types, keys and counts promised."""

# ruff: noqa: PD011 - a Row is no frame

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from decimal import Decimal

import duckdb
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import rdflib
from frictionless import Package

from packages_made import CONTRACT, files, tables, write

NAMES = tuple(CONTRACT.schemas)
DUCKDB = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DECIMAL(18,2)",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "time": "VARCHAR",
}
PARQUET = {
    "string": "string",
    "integer": "int64",
    "number": "decimal128(18, 2)",
    "boolean": "bool",
    "date": "date32[day]",
    "time": "string",
}
SQLITE = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
    "date": "TEXT",
    "time": "TEXT",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write(files(), tmp_path_factory.mktemp("data"))


def fields(name):
    return CONTRACT.schemas[name].fields


def values(name, field):
    """A column as the edition has it."""
    return [row.values[field] for row in tables()[name]]


# --- frictionless, pandas ---------------------------------------------------------------------------------------------


def test_frictionless_reads_every_row_of_every_table(folder):
    package = Package(str(folder / "datapackage.json"))
    for name in NAMES:
        rows = package.get_resource(name).read_rows()
        assert len(rows) == len(tables()[name])
        for row, made in zip(rows, tables()[name], strict=True):
            assert row.valid
            texts = {field.name for field in fields(name) if field.type != "time"}
            assert {key: row[key] for key in texts} == {key: made.values[key] for key in texts}


@pytest.mark.parametrize("name", NAMES)
def test_pandas_reads_a_csv_with_the_types_of_its_schema(folder, name):
    types = {"integer": "Int64", "boolean": "boolean"}
    wanted = {field.name: types.get(field.type, "string") for field in fields(name)}
    frame = pd.read_csv(folder / f"{name}.csv", dtype=wanted, keep_default_na=False, na_values=[""])
    assert list(frame.columns) == [field.name for field in fields(name)]
    assert len(frame) == len(tables()[name])
    for field in fields(name):
        assert int(frame[field.name].isna().sum()) == values(name, field.name).count(None)
        if field.type == "integer":
            assert frame[field.name].sum() == sum(value or 0 for value in values(name, field.name))


def test_pandas_reads_the_json_to_the_same_rows(folder):
    for name in NAMES:
        frame = pd.read_json(folder / f"{name}.json", dtype=False)
        assert len(frame) == len(tables()[name])
        assert frame.empty or list(frame.columns) == [field.name for field in fields(name)]


# --- DuckDB -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_duckdb_reads_csv_and_parquet_to_the_same_table(folder, name):
    columns = {field.name: DUCKDB[field.type] for field in fields(name)}
    connection = duckdb.connect()
    csv = connection.read_csv(str(folder / f"{name}.csv"), columns=columns, header=True, quotechar='"', escapechar='"')
    parquet = connection.read_parquet(str(folder / f"{name}.parquet"))
    assert [str(each) for each in parquet.types] == list(columns.values())
    assert parquet.columns == csv.columns == list(columns)
    assert csv.fetchall() == parquet.fetchall()
    assert len(parquet.fetchall()) == len(tables()[name])


def test_duckdb_guesses_a_csv_as_it_is_meant(folder):
    ((count,),) = duckdb.sql(f"select count(*) from '{folder / 'items.csv'}'").fetchall()
    assert count == len(tables()["items"])


def test_duckdb_joins_parquet_files_by_their_keys(folder):
    joined = duckdb.sql(
        f"select count(*) from '{folder / 'items.parquet'}' join '{folder / 'meetings.parquet'}' using (meeting_id, body_id)"
    )
    assert joined.fetchall() == [(len(tables()["items"]),)]


@pytest.mark.parametrize("name", NAMES)
def test_parquet_has_the_types_and_meanings_of_the_schema(folder, name):
    table = pq.read_table(folder / f"{name}.parquet")
    assert table.num_rows == len(tables()[name])
    for field in fields(name):
        column = table.schema.field(field.name)
        assert str(column.type) == PARQUET[field.type]
        assert column.metadata[b"description"].decode() == field.description
        assert column.nullable is not (field.constraints.get("required") is True)
        if field.type in ("date", "number", "boolean"):
            assert table.column(field.name).to_pylist() == values(name, field.name)


# --- SQLite and Datasette ---------------------------------------------------------------------------------------------


@pytest.fixture
def database(folder):
    connection = sqlite3.connect(f"file:{folder / 'minutes.sqlite'}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("name", NAMES)
def test_sqlite_has_types_keys_foreign_keys_and_rows(database, name):
    schema = CONTRACT.schemas[name]
    columns = database.execute(f'pragma table_info("{name}")').fetchall()
    assert [column[1] for column in columns] == [field.name for field in schema.fields]
    assert [column[2] for column in columns] == [SQLITE[field.type] for field in schema.fields]
    keys = sorted((column[5], column[1]) for column in columns if column[5])
    assert tuple(key for _, key in keys) == schema.primary_key
    assert database.execute(f'select count(*) from "{name}"').fetchone() == (len(tables()[name]),)
    found = {}
    for number, _, table, own, other, *_ in database.execute(f'pragma foreign_key_list("{name}")'):
        found.setdefault((number, table), []).append((own, other))
    assert sorted((table, sorted(pairs)) for (_, table), pairs in found.items()) == sorted(
        (key.table, sorted(zip(key.fields, key.table_fields, strict=True))) for key in schema.foreign_keys
    )


def test_sqlite_enforces_what_the_schemas_promise(folder, tmp_path):
    path = tmp_path / "minutes.sqlite"
    path.write_bytes((folder / "minutes.sqlite").read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("pragma foreign_keys = on")
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    for statement in (
        "update items set body_id = 'nobody'",
        "update items set title = null",
        "update items set item_id = 'one'",
        "update meetings set extract = 2",
        "insert into items select * from items limit 1",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    connection.close()


def test_sqlite_finds_words_and_finds_rows_by_index(database):
    found = database.execute(
        "select item_id from items where rowid in (select rowid from items_search where items_search match 'flood')"
    ).fetchall()
    words = ((row.values["item_id"], f"{row.values['title']} {row.values['text']}") for row in tables()["items"])
    assert sorted(id_ for (id_,) in found) == sorted(
        id_ for id_, text in words if re.search(r"\bflood\b", text, re.IGNORECASE)
    )
    assert len(found) > 2
    for question in ("date = '2025-11-04'", "meeting_id = 'cabinet/2025-11-04'", "item_id = 'cabinet/2025-11-04/37'"):
        plan = " ".join(row[3] for row in database.execute(f"explain query plan select * from items where {question}"))
        assert "USING INDEX" in plan, (question, plan)


def test_sqlite_explains_itself(database):
    said = dict(database.execute("select key, value from about"))
    assert said["version"] == "1.0.0"
    assert said["licence"].startswith("https://www.nationalarchives.gov.uk/")
    columns = database.execute("select table_name, column_name, meaning from about_columns").fetchall()
    assert columns == [(name, field.name, field.description) for name in NAMES for field in fields(name)]


def test_money_in_sqlite_adds_up_exactly(database):
    if not tables().get("sums"):
        pytest.skip("the council that ships minutes no sum of money")
    (total,) = database.execute("select sum(round(amount * 100)) from sums").fetchone()
    amounts = [amount for amount in values("sums", "amount") if amount is not None]
    assert Decimal(total) == sum(amounts) * 100


def datasette(*arguments):
    command = [sys.executable, "-m", "datasette", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_datasette_reads_the_file_finds_its_search_and_follows_its_keys(folder):
    path = folder / "minutes.sqlite"
    inspected = json.loads(datasette("inspect", path))["minutes"]["tables"]
    assert {name: inspected[name]["count"] for name in NAMES} == {name: len(tables()[name]) for name in NAMES}
    answer = json.loads(datasette(path, "--get", "/minutes/items.json?_search=flood&_shape=array&_size=3"))
    assert answer
    page = datasette(path, "--get", "/minutes/items?_size=1")
    assert "/minutes/meetings/" in page
    assert 'name="_search"' in page


# --- Excel ------------------------------------------------------------------------------------------------------------


def test_openpyxl_reads_every_sheet_and_a_sheet_of_notes(folder):
    book = openpyxl.load_workbook(folder / "minutes.xlsx", read_only=True)
    assert book.sheetnames == ["notes", *NAMES]
    for name in NAMES:
        rows = list(book[name].iter_rows(values_only=True))
        assert list(rows[0]) == [field.name for field in fields(name)]
        assert len(rows) == len(tables()[name]) + 1
    told = {(row[0], row[1]): row[3] for row in book["notes"].iter_rows(values_only=True) if len(row) > 3 and row[1]}
    for name in NAMES:
        for field in fields(name):
            assert told[name, field.name].strip() == field.description.strip()
    book.close()


# --- catalogues -------------------------------------------------------------------------------------------------------


def test_rdflib_reads_the_catalogue_of_one_data_set_and_a_part_for_each_table(folder):
    graph = rdflib.Graph().parse(folder / "dcat.jsonld", format="json-ld")
    dcat, dct = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("http://purl.org/dc/terms/")
    sets = set(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    assert len(sets) == len(NAMES) + 1
    (catalogue,) = graph.subjects(rdflib.RDF.type, dcat.Catalog)
    assert set(graph.objects(catalogue, dcat.dataset)) == sets
    for each in sets:
        for needed in (
            dct.title,
            dct.description,
            dct.publisher,
            dct.license,
            dct.modified,
            dct.identifier,
            dcat.version,
        ):
            assert list(graph.objects(each, needed)), (each, needed)
    files_listed = set(graph.subjects(rdflib.RDF.type, dcat.Distribution))
    assert len(files_listed) == sum(file.role == "data" for file in files().values())
    for each in files_listed:
        (size,) = graph.objects(each, dcat.byteSize)
        (address,) = graph.objects(each, dcat.downloadURL)
        assert int(size) == len(files()[str(address).rpartition("/")[2]].content)
