"""Charts: bars in proportion from nought, every number written, and the same numbers in words and in a table."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.pages.charts import Bar, Chart, Group, Table, drawn, round_up, spark

TABLE = Table(("Year", "Decisions"), (("2025/26", "8"),))


def chart(*bars, most=0, name=""):
    return Chart("key", "Title", "About", (Group(name, bars),), TABLE, lambda value: f"{value:g}", most)


def per_cent(length):
    return float(length.removesuffix("%"))


def test_bars_are_in_proportion_and_begin_at_nought():
    drawing = drawn(chart(Bar("2025/26", 8, "8"), Bar("2024/25", 4, "4"), Bar("2023/24", 0, "0")))
    whole, half, none = (per_cent(bar.width) for bar in drawing.bars)
    assert (whole, half, none) == (whole, whole / 2, 0)
    assert [text for _, text in drawing.ticks] == ["0", "4", "8"]
    assert per_cent(drawing.ticks[0][0]) + whole == pytest.approx(per_cent(drawing.bars[0].end))


def test_a_share_is_drawn_against_the_whole():
    drawing = drawn(chart(Bar("2025/26", 50, "50%"), most=100))
    end = per_cent(drawing.ticks[2][0]) - per_cent(drawing.ticks[0][0])
    assert per_cent(drawing.bars[0].width) == pytest.approx(end / 2)


def test_every_number_is_written_and_told():
    one = chart(Bar("2025/26", 8, "8"), name="Works Committee")
    assert one.described == "Works Committee: 2025/26 8"
    assert [(bar.name, bar.told) for bar in drawn(one).bars] == [("2025/26", "8")]


def test_a_long_name_takes_several_lines_and_makes_room_for_them():
    long = chart(Bar("2025/26", 1, "1"), name="Education and Children's Services and Skills Scrutiny Board (2)")
    short = chart(Bar("2025/26", 1, "1"), name="Cabinet")
    assert all(len(text.text) < 40 for text in drawn(long).names)
    assert drawn(long).height > drawn(short).height
    assert drawn(long).bars[0].y > drawn(long).names[-1].y


def test_nothing_to_compare_is_not_drawn_small():
    assert spark("k", "t", "c", (Bar("2025/26", 4, "4"),)) is None
    assert spark("k", "t", "c", (Bar("2024/25", 0, "0"), Bar("2025/26", 0, "0"))) is None


def test_columns_stand_on_one_line_and_keep_their_order():
    small = spark("k", "t", "c", (Bar("May", 1, "1"), Bar("June", 0, "0"), Bar("July", 4, "4")))
    assert [column.y + column.height for column in small.columns] == [small.height] * 3
    assert [column.height for column in small.columns] == [9, 0, 36]
    assert small.described == "May 1, June 0, July 4"


@given(st.floats(min_value=0, max_value=1e12))
def test_a_scale_ends_at_or_above_the_largest_value_and_near_it(value):
    top = round_up(value)
    assert top >= value * (1 - 1e-9)
    assert top <= max(2.0, value * 2.0000001)
    assert re.fullmatch(r"[1-9]0*(\.0)?", f"{top:.1f}")
