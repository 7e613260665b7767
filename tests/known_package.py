"""The data package of the book that is known by heart."""

from __future__ import annotations

import datetime as dt
import functools

from conftest import ROOT
from known_book import BOOK
from minutebook.contract import read_contract
from minutebook.packages import make_package
from minutebook.privacy import for_publication
from minutebook.tables import build_tables

CONTRACT, _ = read_contract(ROOT / "datasets")
TABLES = build_tables(for_publication(BOOK))
DATE = dt.date(2025, 11, 12)


def package(tables=TABLES, council=BOOK.council):
    return make_package(council, tables, CONTRACT, DATE)


@functools.cache
def files():
    """The package as it is, made once for all tests that only write or read it."""
    return package()
