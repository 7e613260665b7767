"""What a sentence says of a vote: its subject, outcome, numbers and casting vote."""

from __future__ import annotations

import pytest

from minutebook.tables.voting import Counts, counted, putting


@pytest.mark.parametrize(
    ("sentence", "thing", "outcome", "voted"),
    [
        ("The motion as amended was put to the meeting and carried.", "motion", "carried", True),
        ("Upon being put to the vote the motion was LOST.", "motion", "lost", True),
        ("The amendment was put to a recorded vote and was lost.", "amendment", "lost", True),
        ("The motion was put and declared lost.", "motion", "lost", True),
        ("The original motion was then put and CARRIED.", "motion", "carried", True),
        ("The substantive motion was agreed.", "motion", "carried", False),
        ("The motion was not carried.", "motion", "lost", True),
        ("The motion fell.", "motion", "fell", False),
        ("The second amendment was withdrawn.", "amendment", "withdrawn", False),
        ("The motion was put to a recorded vote.", "motion", "", True),
        ("Motion carried.", "motion", "carried", True),
        ("With consent Councillor A Example withdrew his amendment.", "amendment", "withdrawn", False),
        ("The Chairman used his casting vote against the motion which was therefore lost.", "motion", "lost", True),
        ("The recommendation in the report was then put and carried.", "recommendation", "carried", True),
    ],
)
def test_what_was_put_and_what_became_of_it(sentence, thing, outcome, voted):
    found = putting(sentence)
    assert (found.thing, found.outcome, found.voted) == (thing, outcome, voted)


@pytest.mark.parametrize(
    "sentence",
    [
        "The motion was moved by Councillor A Example.",
        "The keys were lost.",
        "It was agreed that the report be noted.",
        "The Council lost £4 million.",
        "The report was approved.",
        "Members discussed LOST PROPERTY.",
    ],
)
def test_what_tells_of_no_vote(sentence):
    assert putting(sentence) is None


def test_this_and_which_mean_what_was_just_moved_and_nothing_else():
    assert putting("This was agreed.") is None
    assert putting("This was agreed.", moved=True).outcome == "carried"
    assert putting("Councillor A moved a condition on hours, which was agreed.", moved=True).outcome == "carried"
    assert putting("Proposed Cllr Dunn, seconded Cllr Bide, all agreed.", moved=True).outcome == "carried"
    assert putting("Proposed by Cllr A, seconded by Cllr B; carried unanimously.", moved=True).outcome == "carried"
    assert putting("It was moved by Cllr A, seconded by Cllr B and lost that we adjourn.", moved=True).outcome == "lost"
    assert putting("It was moved by Cllr A that the plan be changed, and approved in May.", moved=True) is None
    assert putting("The report, which was seconded by Councillor B, was long.", moved=True) is None


@pytest.mark.parametrize(
    ("text", "outcome", "expected"),
    [
        ("CARRIED (6 for, none against, 3 abstentions).", "carried", (6, 0, 3)),
        ("There were four votes for and four against.", "", (4, 4, None)),
        ("by 15 votes to 13, with one abstention", "carried", (15, 13, 1)),
        ("lost by 20 votes to 12", "lost", (12, 20, None)),
        ("lost by three votes to five", "lost", (3, 5, None)),
        ("For: 6, Against: 2, Abstain: 1", "", (6, 2, 1)),
        ("10 members voted in favour, 4 members voted against and 2 abstained", "", (10, 4, 2)),
        ("Vote: 12 in favour, nil against", "", (12, 0, None)),
        ("carried by six to two", "carried", (6, 2, None)),
        ("(Vote: For 7; Against 2; Abstentions 1)", "", (7, 2, 1)),
        ("For: 6 Against: 2", "", (6, 2, None)),
        ("In favour: seven. Against: three. Abstained: nil.", "", (7, 3, 0)),
    ],
)
def test_printed_numbers(text, outcome, expected):
    assert counted(text, outcome) == Counts(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "There were 60 for tea.",
        "The fee rose by 3 to 5 pounds.",
        "It was decided by 15 votes to 13.",
        "Six members of the public spoke, four in favour and two against, before the vote.",
        "Of the letters 40 were for and 18 against, and it was agreed to wait.",
        "The score stood at four for and two against.",
    ],
)
def test_numbers_that_are_no_votes_or_whose_side_nobody_can_know_are_not_read(text):
    assert counted(text) is None


def test_a_casting_vote_goes_the_way_of_the_outcome_or_of_its_words():
    assert putting("The motion was lost on the casting vote of the Chair.").casting == "against"
    assert putting("The motion was carried on the casting vote of the Chair.").casting == "for"
    assert putting("The Chair gave a casting vote against.").casting == "against"
    assert putting("The Chair used her casting vote in favour.").casting == "for"
    assert putting("The Chair gave his second or casting vote.").casting == "given"


def test_abstentions_may_be_the_only_number():
    found = putting("The motion was put to the vote and carried, with 3 abstentions.")
    assert found.counts == Counts(None, None, 3)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("CARRIED: 8 for 2 abstentions.", (8, None, 2)),
        ("Agreed with 11 votes in favour and one abstention.", (11, None, 1)),
        ("The motion was put and agreed (For - 12, Against - 3, Abstentions - 0).", (12, 3, 0)),
        ("The vote was taken: FOR 7, AGAINST 2, ABSTENTIONS 1.", (7, 2, 1)),
        ("The motion was carried: 9 for and 1 abstention, with 4 against.", (9, 4, None)),
    ],
)
def test_numbers_without_those_against_or_behind_a_dash(sentence, counts):
    found = counted(sentence, "carried")
    assert found is None or (found.votes_for, found.votes_against, found.abstentions) == counts
    assert found or counts[1] == 4  # told in an order that no form reads: no number is better than a wrong one
