"""What every register promises of its rows: the words they were read from stand in the file and on the line that they name."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from minutebook.pipeline import read_book
from minutebook.privacy import for_publication
from minutebook.tables import build_tables


@pytest.fixture(scope="module")
def tables():
    """The tables of the council that ships."""
    return build_tables(for_publication(read_book(ROOT).book))


def letters(text):
    return re.sub(r"[\W_]+", "", text).casefold()


def test_the_words_of_a_row_stand_on_its_line(tables):
    files, read = {}, set()
    for name, rows in tables.items():
        for row in rows:
            # A trail begins with a minute that refers to none before it.
            if not row.values.get("evidence"):
                assert "evidence" not in row.values or row.values["after_item_id"] is None, row
                continue
            file, line = row.values["source_file"], row.values["source_line"]
            lines = files.setdefault(file, (ROOT / file).read_text(encoding="utf-8").split("\n"))
            # A report's recommendation stands on its line; its evidence is the sentence before the list, which names the body.
            said = row.values["text"] if name == "report_recommendations" else row.values["evidence"]
            assert letters(said.split("\n")[0])[:40] in letters(lines[line - 1]), (name, file, line, said)
            read.add(name)
    assert len(read) > 20  # all registers, and what is read from agendas and reports


def test_a_sum_in_a_printed_table_has_the_line_of_its_own_row(tables):
    found = {
        row.values["source_line"]
        for row in tables["sums"]
        if row.values["item_id"] == "cabinet/2025-11-04/38" and " | " in row.values["evidence"]
    }
    assert len(found) == 3
