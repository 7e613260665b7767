"""Money in the data package: every digit kept in CSV and JSON, and judged by frictionless as a number."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from frictionless import Field as TableField

from minutebook.contract import Field, Schema
from minutebook.packages.formats import to_csv, to_json
from minutebook.packages.verifying import _as_csv
from minutebook.problems import Location
from minutebook.tables import Row

SCHEMA = Schema("x", "X", "x", (Field("amount", "number", "Amount", "x", "1.00", "none", {}),), ("amount",), (), (), {})
AMOUNTS = ["0.10", "2810500.00", "-163600000.00", "99999999999999999.99"]


def rows(*cells):
    return [Row({"amount": cell}, Location("a")) for cell in cells]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_every_digit_is_kept(amount):
    made = rows(Decimal(amount))
    assert to_csv(SCHEMA, made) == f"amount\n{amount}\n".encode()
    assert to_json(SCHEMA, made) == f'[\n{{"amount": {amount}}}\n]\n'.encode()


def test_a_whole_number_of_pounds_has_two_decimals_and_an_empty_cell_none():
    assert to_csv(SCHEMA, rows(Decimal(5), Decimal("1E+3"))) == b"amount\n5.00\n1000.00\n"
    assert to_json(SCHEMA, rows(None)) == b'[\n{"amount": null}\n]\n'


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_json_twin_is_compared_digit_by_digit(amount):
    (row,) = json.loads(to_json(SCHEMA, rows(Decimal(amount))), parse_float=Decimal)
    assert _as_csv(row["amount"], "number") == amount
    assert _as_csv(amount, "number") is None  # text is no number


def test_frictionless_reads_it_as_a_number():
    value, notes = TableField.from_descriptor({"name": "amount", "type": "number"}).read_cell("2810500.00")
    assert (value, notes) == (Decimal("2810500.00"), None)
