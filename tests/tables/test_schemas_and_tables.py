"""The schemas in datasets/ and the tables that are made agree, both ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conftest import ROOT
from full_book import FULL
from minutebook.contract import read_contract
from minutebook.problems import Location
from minutebook.tables import TABLES, Row, build_tables, disagreements

CONTRACT, _ = read_contract(ROOT / "datasets")
TYPES = {"string": "str", "time": "str", "integer": "int", "number": "Decimal", "boolean": "bool", "date": "date"}


def test_every_table_has_a_schema_and_every_schema_a_table_in_one_order():
    assert list(CONTRACT.schemas) == [name for name, _ in TABLES] == list(build_tables(FULL))


@pytest.mark.parametrize("name", [name for name, _ in TABLES])
def test_a_table_s_columns_are_its_schema_s_fields_in_order(name):
    rows = build_tables(FULL)[name]
    assert rows or name == "changes"  # a book by itself has no history
    fields = CONTRACT.schemas[name].fields
    for row in rows:
        assert list(row.values) == [field.name for field in fields]
        found = {field.name: type(row.values[field.name]).__name__ for field in fields}
        wanted = {field.name: TYPES[field.type] for field in fields}
        assert {key: kind for key, kind in found.items() if kind not in (wanted[key], "NoneType")} == {}


def test_real_contract_and_real_tables_agree():
    assert disagreements(CONTRACT, build_tables(FULL)) == ()


def test_a_council_s_own_contract_that_differs_is_a_problem_and_not_a_crash():
    tables = build_tables(FULL)
    items = CONTRACT.schemas["items"]
    changed = {**CONTRACT.schemas, "items": replace(items, fields=items.fields[:-1]), "speeches": items}
    del changed["council"]
    found = [str(problem) for problem in disagreements(replace(CONTRACT, schemas=changed), tables)]
    assert len(found) == 3
    assert any("speeches is described, but no such table is made" in problem for problem in found)
    assert any("council is made, but not described" in problem for problem in found)
    assert any(problem.startswith("datasets/schemas/items.json:1:1: T005") for problem in found)


def test_an_empty_table_agrees_with_any_schema():
    tables = {name: () for name, _ in TABLES}
    assert disagreements(CONTRACT, tables) == ()
    assert disagreements(CONTRACT, {**tables, "bodies": (Row({"x": 1}, Location("a")),)}) != ()
