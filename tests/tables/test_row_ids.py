"""An id of a register's row never comes to mean another fact, whatever is found or corrected beside it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from minutebook.problems import NOWHERE
from minutebook.tables.fact import Fact, fact_rows

WORDS = st.lists(st.sampled_from(["£5", "£7", "£9", "a grant of £12", "up to £5"]), max_size=8)


def ids(words, item="cabinet/2025-11-04/37"):
    facts = [Fact(item, {}, one, NOWHERE) for one in words]
    return {row.values["sum_id"]: row.values["evidence"] for row in fact_rows("sum", facts)}


@given(WORDS, WORDS)
def test_what_an_id_means_does_not_hang_on_what_stands_beside_it(before, after):
    old, new = ids(before), ids(after)
    assert {key: old[key] for key in old.keys() & new.keys()} == {key: new[key] for key in old.keys() & new.keys()}
    assert len(old) == len(before)


def test_a_fact_that_is_taken_away_moves_no_other():
    old, new = ids(["£5", "£7", "£9"]), ids(["£5", "£9"])
    assert set(new) < set(old)


def test_the_same_words_again_are_told_apart_and_people_of_one_phrase_too():
    first, second = ids(["£5", "£5"])
    assert re.fullmatch(r"cabinet/2025-11-04/37/sum-[0-9a-f]{8}", first)
    assert second == f"{first}-2"
    facts = [Fact("a/2025-11-04/1", {"name": name}, "For (2): A and B", NOWHERE) for name in "AB"]
    keys = [row.values["vote_id"] for row in fact_rows("vote", facts)]
    assert not any(key.endswith("-2") for key in keys)
    assert len(set(keys)) == 2


def test_positions_are_counted_within_the_item():
    facts = [Fact(item, {}, "£5", NOWHERE) for item in ("a/2025-11-04/1", "a/2025-11-04/1", "a/2025-11-04/2")]
    assert [row.values["position"] for row in fact_rows("sum", facts)] == [1, 2, 1]
