"""One row of a published table, as plain values, with the place in the minutes that it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from minutebook.problems import Location

Value = str | int | bool | dt.date | Decimal | None
"""A cell: text (times as "HH:MM"), a whole number, money (a Decimal with two decimals), a truth or a date. None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """``values`` has the table's columns as keys, in the order of its schema."""

    values: Mapping[str, Value]
    location: Location


Tables = Mapping[str, tuple[Row, ...]]
"""All tables by name, in the order in which they are published."""
