"""Extracts in a pack: where one ends that does not say so, and those of one meeting as one file."""

from __future__ import annotations

import pytest

from importers.making_packs import REPORT, found, imported, item, minutes, words
from minutebook.text import item_text


def extract(items, date="Tuesday, 4 November 2025"):
    return f"Council – 2 December 2025\n\nRecommendation from Cabinet\n\n{minutes(items, date=date, end='')}{REPORT}"


def cut(paper, number=41, title="The Plan for Trees in Towns"):
    """What is read of an extract that says neither that it ends nor that another page begins, with a paper below it."""
    pack = f"# Agenda\n\nCouncil\n\n2 December 2025\n\nRecommendation from Cabinet\n\n{minutes(item(number, title), end='')}{paper}"
    [result] = imported(pack)
    return [item.number for item in result.meeting.items], item_text(result.meeting.items[-1])


TREES = "Elms stand in forty streets.\n\nOthers do not.\n\n"


@pytest.mark.parametrize(
    "paper",
    [
        f"**The Plan for Trees in Towns**\n\n{TREES}",
        f"**Example Council**\n\n**Our Plan for the Trees in all Towns 2025 to 2030**\n\n{TREES}",
        f"THE PLAN FOR TREES IN TOWNS\n\nForeword by the Cabinet Member\n\n{TREES}",
        f"**Elms**\n\nTo be considered at the Council meeting on 2 December 2025\n\n{TREES}",
        f"**Elms**\n\nFor decision by the Council\n\n{TREES}",
        f"**Elms**\n\nContents\n\nWhere they stand 3\n\nWhere they do not 9\n\n{TREES}",
        f"**Elms**\n\n**1. Where they stand**\n\n{TREES}**2. Where they do not**\n\n{TREES}",
        f"**Elms**\n\n1.1 {TREES}1.2 {TREES}",
    ],
)
def test_a_careful_reader_knows_where_an_extract_ends(paper):
    assert cut(paper) == (["41"], "RESOLVED that they be kept.")


@pytest.mark.parametrize(
    "more",
    [
        "**Reasons**\n\n1.1 Elms are old, and have been so for long.",
        "**The Plan for Trees in Towns: the Mayor's part**\n\nThe Mayor spoke.\n\nRESOLVED that the Mayor be thanked.",
        "**Elms**\n\n2. Their bark.\n\n3. Their leaves.",
        "**Plan for Oaks**\n\nThe Mayor spoke of oaks.",
    ],
)
def test_what_stands_apart_in_an_extract_is_no_paper_for_that(more):
    numbers, text = cut(more + "\n")
    assert numbers == ["41"]
    assert words(text)[-2:] == words(more)[-2:]


@pytest.mark.parametrize("title", ["**The Plan for Trees in Towns**", "**Elms**\n\n1.1 Elms are trees."])
def test_a_title_between_items_whose_numbers_go_on_ends_no_extract(title):
    assert cut(f"{title}\n\nThe Mayor spoke.\n\n{item(42, 'Ponds')}")[0] == ["41", "42"]


def test_extracts_of_one_meeting_are_one_file_in_the_order_of_their_numbers():
    pack = extract("RECOMMENDATION\n\n" + item(41)) + extract(item(40, "Ponds")) + extract(item(52), "2 December 2025")
    assert found(pack) == [("cabinet", 4, True, ["40", "41"]), ("cabinet", 2, True, ["52"])]


def test_full_minutes_take_the_place_of_an_extract_in_the_same_pack():
    pack = extract(item(41)) + minutes(item(40, "Ponds") + item(41))
    assert found(pack) == [("cabinet", 4, False, ["40", "41"])]


def test_an_extract_that_says_something_else_is_reported_and_not_lost_in_silence():
    [result] = imported(extract(item(41, text="RESOLVED that they be felled.")) + minutes(item(40, "Ponds") + item(41)))
    assert [line.text for line in result.report if "printed twice" in line.message] == ["RESOLVED that they be felled."]


def test_the_mark_above_an_extract_is_no_word_of_it():
    [result] = imported(extract("Public Business\n\nRECOMMENDATION\n\n" + item(41)))
    assert [line.text for line in result.report if "mark of an extract" in line.message] == ["RECOMMENDATION"]
    assert "RECOMMENDATION" not in result.text
