"""Motions beside what stands around them: agendas, the decision below, seconders, surnames."""

from __future__ import annotations

import datetime as dt

import pytest

from debate_book import ELMS, MOVED, PEOPLE, agenda, block, book, found, of_motions, shown
from minutebook.council_model import Council
from minutebook.model import (
    Attendee,
    Book,
    Decision,
    Entry,
    Group,
    Item,
    Meeting,
    Paragraph,
    Quotation,
    Table,
    Vote,
    VoteLine,
)
from minutebook.tables import amendments, divisions, motions, votes


def test_a_motion_that_an_agenda_alone_announces_has_its_item_there():
    made = book(MOVED, ELMS, agendas=(agenda("That limes be felled."),))
    columns = ("motion_id", "item_id", "agenda_item_id", "moved_by", "text", "outcome", "moved_by_person_id")
    assert shown(motions, made, *columns)[0] == (
        "council/2025-09-09/agenda/9/a/motion",
        None,
        "council/2025-09-09/agenda/9/a",
        "Councillor A Example",
        "That limes be felled.",
        None,
        "a-example",
    )
    assert [filled.count(None) for filled in found(motions, made, "item_id", "agenda_item_id")] == [1, 1]


def test_a_motion_of_the_agenda_that_the_minutes_repeat_is_one_row():
    made = book(MOVED, ELMS, agendas=(agenda("“THAT elms be planted”"),))
    assert found(motions, made, "item_id") == [("council/2025-09-09/25",)]


def test_a_motion_reworded_between_agenda_and_minutes_is_one_row():
    long = Quotation(
        (Paragraph("That this Council plant elms in every street of the town before the spring of 2027."),)
    )
    words = "That this Council plants elms in every street of our town before spring 2027."
    assert found(motions, book(MOVED, long, agendas=(agenda(words),)), "agenda_item_id") == [(None,)]
    other = agenda(words, mover="Councillor B Third")
    assert len(found(motions, book(MOVED, long, agendas=(other,)), "agenda_item_id")) == 2


def test_a_motion_standing_in_its_mover_s_name_has_the_words_of_the_agenda():
    said = Paragraph("Councillor A Example moved the motion standing in his name.")
    assert found(motions, book(said, agendas=(agenda("That elms be planted."),)), "text", "agenda_item_id") == [
        ("That elms be planted.", None)
    ]
    two = found(motions, book(said, agendas=(agenda("That elms be planted.", "That oaks be felled."),)), "text")
    assert len(two) == 3  # which of the two is not said


def test_private_motions_of_an_agenda_are_withheld():
    assert found(motions, book(agendas=(agenda("That it be secret.", section="private"),)), "text") == []


LEADS = "It was moved by Councillor A Example, seconded by Councillor B Third and"


def test_a_motion_that_leads_on_to_a_decision_is_what_was_decided():
    decided = Decision("", "RESOLVED", " that the report be approved.", ())
    assert of_motions(LEADS, decided) == [("Councillor A Example", "that the report be approved", None, "carried")]
    between = of_motions(LEADS, "Members spoke at length.", decided)
    assert of_motions("It was moved by Councillor A Example.", decided)[0][3] is None
    assert between == [("Councillor A Example", "that the report be approved", None, "carried")]


def test_a_decision_that_ends_in_its_mover_is_moved_without_those_words():
    decided = Decision(
        "", "RESOLVED", " to buy a mower (Proposed Cllr A Example, Seconded Cllr B Third, all in favour).", ()
    )
    assert of_motions(decided) == [("Cllr A Example", "to buy a mower", None, "carried")]


def test_a_motion_whose_amendment_was_withdrawn_is_carried_as_it_was_moved():
    amended = "Councillor C Sample proposed an amendment which was seconded by Councillor B Third. Councillor C Sample withdrew the amendment."
    decided = Decision("", "RESOLVED", " That elms be planted.", ())
    assert of_motions(MOVED, ELMS, amended, decided)[0][3] == "carried"
    assert found(amendments, book(MOVED, ELMS, Paragraph(amended)), "text", "outcome") == [(None, "withdrawn")]


@pytest.mark.parametrize(
    "second",
    ["Seconded by Councillor B Third.", "Councillor B Third seconded.", "This was seconded by Councillor B Third."],
)
def test_a_seconder_may_stand_in_the_sentence_or_paragraph_after(second):
    first = "Councillor A Example moved that the grant be paid."
    for blocks in ((f"{first} {second}",), (first, second)):
        assert found(motions, book(*map(block, blocks)), "seconded_by") == [("Councillor B Third",)]
    assert found(motions, book(*map(block, (first, "Members spoke.", second))), "seconded_by") == [(None,)]


def test_a_side_of_a_vote_without_anybody_has_no_name_and_counts_none():
    lines = (VoteLine("For", 2, "Councillors A Example and B Third"), VoteLine("Abstentions", None, "None"))
    made = book(Decision("", "RESOLVED", " that it be so.", ()), Vote(lines))
    assert found(votes, made, "name", "vote") == [("A Example", "for"), ("B Third", "for")]
    assert found(divisions, made, "votes_for", "abstentions") == [(2, 0)]


def test_the_evidence_of_a_vote_is_as_printed_and_surnames_are_those_present():
    present = (Group("Members", (Attendee("Councillor A Example"), Attendee("Councillor C Sample"))),)
    printed = ("For the motion: Councillors Example and Third (2)", "Against the motion: Councillor Sample (1)")
    items = (
        Item("25", "Trees", "public", tuple(map(Paragraph, ("Councillor Example moved that it be so.", *printed)))),
    )
    meeting = Meeting("council", dt.date(2025, 9, 9), items=items, attendance=present)
    made = Book(Council("x", "X"), people=PEOPLE[:2], meetings=(meeting,))
    assert found(divisions, made, "evidence") == [("; ".join(printed),)]
    assert found(votes, made, "person_id") == [("a-example",), (None,), ("c-sample",)]
    assert found(motions, made, "moved_by_person_id") == [("a-example",)]


def test_a_motion_carried_in_the_sentence_that_leads_on_has_the_words_decided():
    decided = Decision("", "RESOLVED", " that the report be approved.", ())
    said = "It was moved by Councillor A Example, seconded by Councillor B Third and carried:"
    assert of_motions(said, decided) == [("Councillor A Example", "that the report be approved", None, "carried")]
    assert of_motions(said.replace("carried", "lost"), decided) == [("Councillor A Example", None, None, "lost")]


MARKS = Table(
    ("Councillor", "For", "Against", "Abstain"), (("Ames", "X", "", ""), ("Bone", "", "✓", ""), ("Cole", "1", "", ""))
)
WORDS = Table(("Member", "Vote"), (("Ames", "For"), ("Bone", "Against"), ("Cole", "for")))


@pytest.mark.parametrize("table", [MARKS, WORDS])
def test_a_table_that_says_how_each_member_voted_is_a_recorded_vote(table):
    made = book(Paragraph("Councillor A Example moved that it be so. A recorded vote was taken:"), table)
    assert found(votes, made, "name", "vote") == [("Ames", "for"), ("Bone", "against"), ("Cole", "for")]
    assert found(divisions, made, "votes_for", "votes_against", "abstentions") == [(2, 1, None)]
    assert all(motion for (motion,) in found(divisions, made, "motion_id"))


@pytest.mark.parametrize(
    "table",
    [
        Table(("Councillor", "Ward", "For"), (("Ames", "Mill", "X"),)),
        Table(("Question", "For", "Against"), (("Close the hall?", "12", "40"),)),
        Table(("Member", "Vote"), (("Ames", "absent"),)),
    ],
)
def test_other_tables_are_no_vote(table):
    assert found(divisions, book(Paragraph("The voting was discussed."), table), "division_id") == []


def test_a_count_told_twice_is_one_division_and_another_count_is_another():
    lines = ("FOR: Councillors Ames, Bone", "AGAINST: Councillor Cole", "ABSTAIN: Councillor Dunn")
    for after, expected in (("2 votes to 1", [(2, 1, 1)]), ("3 votes to 1", [(2, 1, 1), (3, 1, None)])):
        said = ("Councillor A Example moved that it be so.", *lines, f"The motion was carried by {after}.")
        made = book(*map(Paragraph, said))
        assert found(divisions, made, "votes_for", "votes_against", "abstentions") == expected


def test_the_numbers_of_the_vote_are_no_part_of_what_was_moved():
    clauses = (Entry("(a)", "that it be noted."),)
    said = (
        " – (3 for, 2 against) That elms be planted. Moved by Councillor A Example and seconded by Councillor B Third."
    )
    assert (
        of_motions(Decision("", "RESOLVED", said.replace(" Moved by", " (Moved by").replace("Third.", "Third)."), ()))[
            0
        ][1]
        == "That elms be planted"
    )
    only = Decision(
        "It was moved by Councillor A Example, seconded by Councillor B Third, and ", "RESOLVED", ":", clauses
    )
    assert of_motions(only)[0][1] == "(a) that it be noted."


def test_what_ends_in_carried_is_carried():
    said = (
        "It was proposed by Councillor A Example and seconded Councillor B Third that the minutes were true, carried."
    )
    assert of_motions(said) == [("Councillor A Example", "that the minutes were true", None, "carried")]
