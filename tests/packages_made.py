"""The package of the council that ships, in every format, made once for all tests that read it as its users do."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

from conftest import ROOT
from minutebook.contract import read_contract
from minutebook.packages import make_package, with_history
from minutebook.pipeline import edition_date
from minutebook.privacy import for_publication
from minutebook.reading import read_book
from minutebook.tables import build_tables

CONTRACT, _ = read_contract(ROOT / "datasets")
VERSION = "1.0.0"


@functools.cache
def book():
    """The book as it is published, its council asking for every format."""
    read = for_publication(read_book(ROOT).book)
    return replace(read, council=replace(read.council, formats=("parquet", "xlsx")))


@functools.cache
def tables():
    return build_tables(book())


@functools.cache
def files():
    return make_package(book().council, tables(), CONTRACT, edition_date(book()), VERSION)


def released(changed, last=None):
    """The files of a book's package that follows the package in a folder."""
    made, version, problems = with_history(changed, build_tables(changed), CONTRACT, edition_date(changed), last)
    return make_package(changed.council, made, CONTRACT, edition_date(changed), version), problems


def write(made, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for file in made.values():
        (folder / file.path).write_bytes(file.content)
    return folder
