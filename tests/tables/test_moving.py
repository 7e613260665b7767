"""Who moved and seconded what: each form of the sentence, and sentences that move nothing."""

from __future__ import annotations

import pytest

from minutebook.tables.moving import moving
from minutebook.tables.spoken import listed

A, B = "Councillor A Example", "Councillor B Sample"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"The following Motion was moved by {A} and seconded by {B}:", (A, B, "")),
        (f"It was moved by {A}, seconded by {B}, that the report be noted.", (A, B, "that the report be noted.")),
        (f"{A} moved, and {B} seconded, the recommendations of Cabinet.", (A, B, "the recommendations of Cabinet")),
        (f"{A}, seconded by {B}, moved that permission be refused.", (A, B, "that permission be refused.")),
        (f"Further to Minute 4, {A}, Leader, moved the recommendations, which were seconded by {B}.", (A, B, "the recommendations")),
        (f"The Council considered the proposals, and a recommendation of the Board, which was moved by {A}, its Chair, and seconded by {B}.", (A, B, "a recommendation of the Board")),
        (f"On the motion of {A}, seconded by {B}, it was agreed that the seal be affixed.", (A, B, "that the seal be affixed.")),
        (f"A proposal by {A}, seconded by {B}, that the item be deferred was put to the vote and lost.", (A, B, "that the item be deferred")),
        ("Proposed by Mrs Dell, seconded by K. Lacey and agreed that two benches be bought.", ("Mrs Dell", "K. Lacey", "that two benches be bought.")),
        ("Proposed Cllr Dunn, seconded Cllr Bide, all agreed.", ("Cllr Dunn", "Cllr Bide", "")),
        (f"{A} moved an extra condition on hours, which was agreed.", (A, "", "an extra condition on hours")),
        (f"{A} moved:", (A, "", "")),
        (f"{A} proposed, and {B} seconded, the motion set out in the agenda.", (A, B, "the motion set out in the agenda")),
        (f"{A}, seconded by {B}, proposed that the item be deferred.", (A, B, "that the item be deferred.")),
        (f"On a motion by {A}, seconded by {B}, it was agreed that the seal be affixed.", (A, B, "that the seal be affixed.")),
        ("Moved: Cllr Smith Seconded: Cllr Jones", ("Cllr Smith", "Cllr Jones", "")),
        (f"{A} moved, seconded by {B}, that the hall be sold.", (A, B, "that the hall be sold.")),
        (f"{A} moved, under Rule 12, that the question be now put.", (A, "", "that the question be now put.")),
        (f"The motion to refuse permission, moved by {A} and seconded by {B}, was CARRIED (6 votes to 2).", (A, B, "to refuse permission")),
        (f"{A} moved the budget, seconded by {B}.", (A, B, "the budget")),
        (f"{A} moved that the report be noted, seconded by {B}.", (A, B, "that the report be noted.")),
        (f"It was proposed by {A}, seconded by {B}, that the meeting, which was to follow, be put off.", (A, B, "that the meeting, which was to follow, be put off.")),
        (f"Approval of the minutes was proposed by {A} and seconded by {B}.", (A, B, "Approval of the minutes")),
        (f"It was proposed by {A} and seconded {B} that the minutes were true, carried.", (A, B, "that the minutes were true")),
        (f"A motion was moved by {A} and seconded by {B} to defer the item.", (A, B, "to defer the item.")),
        ("Cllr Dunn proposed acceptance of the price, this was seconded by Cllr Bide and agreed.", ("Cllr Dunn", "Cllr Bide", "acceptance of the price")),
        (f"{A} moved and {B} seconded the recommendations, which on being put to the vote were carried.", (A, B, "the recommendations")),
        (f"{A} moved the following motion: “That this Council thanks its volunteers.”", (A, "", "“That this Council thanks its volunteers.”")),
        ("It was RESOLVED to buy a mower (Proposed Cllr Dunn, Seconded Cllr Bide, all in favour).", ("Cllr Dunn", "Cllr Bide", "")),
        ("Moved by the Lord Mayor and seconded by Councillor Dr J O’Hara (Deputy Leader):", ("the Lord Mayor", "Councillor Dr J O’Hara", "")),
    ],
)  # fmt: skip
def test_each_form_of_a_motion(sentence, expected):
    found = moving(sentence)
    assert (found.moved_by, found.seconded_by, found.text) == expected
    assert not found.amendment
    assert found.follows == sentence.endswith(":")


@pytest.mark.parametrize(
    ("sentence", "seconder", "accepted"),
    [
        (f"The following amendment was moved by {A} and seconded by {B}:", B, False),
        (
            f"The following amendment was moved by {A}, seconded by {B} and, in accordance with the Constitution, accepted by Councillor C Third:",
            B,
            True,
        ),
        (
            f"{A}, Cabinet Member for Homes, moved the following amendment, which was seconded by {B} and accepted by Councillor Third:",
            B,
            True,
        ),
        (
            f"{A} said that the contract, worth £385,000 a year, ran until March, and moved the following amendment, which was seconded by {B}:",
            B,
            False,
        ),
        (f"A further amendment was moved by {A}, and was not accepted by Councillor Third.", "", False),
    ],
)
def test_each_form_of_an_amendment(sentence, seconder, accepted):
    found = moving(sentence)
    assert (found.amendment, found.moved_by, found.seconded_by, found.accepted) == (True, A, seconder, accepted)


def test_what_an_amendment_says_stands_without_its_name():
    assert moving(f"{A} moved and {B} seconded an amendment that it be £8,500.").text == "that it be £8,500."


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Abney was proposed by Cllr Bide, seconded by Cllr Dunn and elected.",
        "He moved that the report be noted.",
        f"{A} proposed that the limit be raised.",
        f"{A} moved to the public gallery.",
        f"{A} asked that the market be moved.",
        "The kerb was moved by 2 metres.",
        "Planning permission, with a further condition on hours proposed by Councillor A Example, was granted.",
        "The Council resolved that the paths be moved.",
        f"{A} and {B} spoke. The library had moved.",
    ],
    ids=["nomination", "pronoun", "a thought", "a walk", "a market", "a kerb", "a condition", "paths", "a library"],
)
def test_what_moves_nothing(sentence):
    assert moving(sentence) is None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Councillors A Example, B Sample and C Third (Chair)", ["A Example", "B Sample", "C Third (Chair)"]),
        (
            "Councillor A Example, Councillor J O’Hara and the Lord Mayor.",
            ["Councillor A Example", "Councillor J O’Hara", "the Lord Mayor"],
        ),
        ("Ames; Bone", ["Ames", "Bone"]),
        (
            "Cllrs A Example (Chair, in the Chair) and B Sample-Hand",
            ["A Example (Chair, in the Chair)", "B Sample-Hand"],
        ),
        ("", []),
    ],
)
def test_a_list_of_names(names, expected):
    assert list(listed(names)) == expected


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (f"{A} moved an amendment, seconded by {B}, to add the words “by May”.", "to add the words “by May”"),
        (f"{A} proposed an amendment which was seconded by {B}.", ""),
        (f"{A} moved an amendment as follows: “Delete paragraph 2.”", "“Delete paragraph 2.”"),
        (f"{A} moved as an amendment that the report be approved, seconded by {B}.", "that the report be approved."),
    ],
)
def test_the_words_of_an_amendment_are_not_those_that_announce_it(sentence, text):
    found = moving(sentence)
    assert found.amendment
    assert found.text == text


def test_none_in_the_place_of_names_is_nobody():
    assert listed("None") == listed("Nil.") == listed("–") == ()
