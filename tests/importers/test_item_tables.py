"""Minutes that are one table, whose rows a converter or a page may have cut into several."""

from __future__ import annotations

from minutebook.importers.blocks import Reading, TextBlock
from minutebook.importers.item_tables import unfolded


def lines(*rows):
    blocks = tuple(TextBlock("row", " ".join(cells), cells=cells, line=line) for line, cells in enumerate(rows, 1))
    return [(block.kind, block.text) for block in unfolded(Reading(blocks)).blocks]


def test_who_is_to_act_follows_all_that_was_minuted():
    assert lines(
        ("No", "Minute", "Action"),
        ("4.", "Play area", "Clerk"),
        ("", "The swing had been mended.", "Cllr Dace"),
        ("", "RESOLVED that a bench be bought.", ""),
        ("5.", "Ponds", ""),
    ) == [
        ("paragraph", "4. Play area"),
        ("paragraph", "The swing had been mended."),
        ("paragraph", "RESOLVED that a bench be bought."),
        ("paragraph", "Clerk"),
        ("paragraph", "Cllr Dace"),
        ("paragraph", "5. Ponds"),
    ]


def test_a_table_without_such_a_heading_stays_one():
    assert lines(("4.", "Play area", "Clerk"), ("", "x", "y")) == [("row", "4. Play area Clerk"), ("row", " x y")]
