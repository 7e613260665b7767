"""What minutes tell of debates: motions, amendments, divisions and votes, and how they hang together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debate_book import AMENDED, ELMS, MOVED, OAKS, PUT, book, found, of_divisions, of_motions, shown
from minutebook.model import (
    BULLET,
    Decision,
    Entry,
    List,
    Paragraph,
    Quotation,
    Vote,
    VoteLine,
)
from minutebook.tables import amendments, divisions, motions, votes
from minutebook.tables.gathered import Gathered


def test_a_motion_an_amendment_and_a_recorded_vote_belong_to_each_other():
    lines = (
        VoteLine("For", 2, "Councillors A Example and C Sample"),
        VoteLine("Against", None, "The Lord Mayor, Councillor D Nobody and E Else"),
        VoteLine("Abstentions"),
    )
    put = (Paragraph("The amendment was put to a recorded vote and was lost."), Vote(lines))
    last = Paragraph("The original motion was put to the meeting and carried.")
    made = book(MOVED, ELMS, AMENDED, OAKS, *put, last)
    assert shown(motions, made, "motion_id", "moved_by", "seconded_by", "text", "amended", "outcome") == [
        (
            "council/2025-09-09/25/motion",
            "Councillor A Example",
            "Councillor B Third",
            "That elms be planted.",
            False,
            "carried",
        )
    ]
    assert shown(
        amendments, made, "motion_id", "moved_by", "seconded_by", "accepted", "text", "outcome", "moved_by_person_id"
    ) == [
        (
            "council/2025-09-09/25/motion",
            "Councillor C Sample",
            None,
            None,
            "For “elms” read “oaks”.",
            "lost",
            None,
        )  # two people bear the name
    ]
    assert of_divisions(MOVED, ELMS, AMENDED, OAKS, *put, last) == [
        ("amendment", 2, 3, None, None, "lost"),
        ("motion", None, None, None, None, "carried"),
    ]
    assert shown(votes, made, "division_id", "person_id", "name", "vote") == [
        ("council/2025-09-09/25/division", "a-example", "A Example", "for"),
        ("council/2025-09-09/25/division", None, "C Sample", "for"),
        ("council/2025-09-09/25/division", None, "The Lord Mayor", "against"),
        ("council/2025-09-09/25/division", None, "D Nobody", "against"),
        ("council/2025-09-09/25/division", None, "E Else", "against"),
    ]


@pytest.mark.parametrize(
    ("after", "amended", "outcome"),
    [
        (("The motion as amended was put and carried.",), True, "carried"),
        (("The motion fell.",), None, "fell"),
        (("On being put to the vote, the motion was lost.",), None, "lost"),
        ((Decision("", "RESOLVED", " that the amended Motion, as set out above, be adopted."),), True, "carried"),
        ((Decision("", "RESOLVED", " that elms be planted in spring."),), None, "carried"),
        ((Decision("", "RESOLVED", " that lindens be planted."),), None, None),
        (("Members spoke for and against it.",), None, None),
    ],
    ids=["as amended", "fell", "lost", "adopted", "decided in its words", "another decision", "nothing said"],
)
def test_what_became_of_a_motion_is_what_the_minute_says(after, amended, outcome):
    assert of_motions(MOVED, ELMS, *after) == [("Councillor A Example", "That elms be planted.", amended, outcome)]


def test_the_words_of_a_motion_end_with_their_quotation_mark():
    whole = (
        Paragraph("“This Council"),
        List((Entry(BULLET, "likes elms;"), Entry(BULLET, "and oaks,"))),
        Paragraph("and will plant both”."),
    )
    assert of_motions(MOVED, *whole, "Members spoke.")[0][1] == (
        "“This Council\n• likes elms;\n• and oaks,\nand will plant both”."
    )
    assert of_motions(MOVED, "“One.”", "Members spoke of “elms”.")[0][1] == "“One.”"


def test_words_without_quotation_marks_are_a_paragraph_its_list_and_what_goes_on_with_it():
    words = ("That this Council plant elms", List((Entry("1)", "soon"),)), "and that oaks follow.", "Members spoke.")
    assert of_motions(MOVED, *words)[0][1] == "That this Council plant elms\n1) soon\nand that oaks follow."


def test_the_motion_printed_once_more_as_amended_is_no_second_motion():
    blocks = (
        MOVED,
        "“Elms.”",
        AMENDED,
        OAKS,
        "The amended Motion now to read:-",
        "“Oaks.”",
        "The motion was put and lost.",
    )
    assert of_motions(*blocks) == [("Councillor A Example", "“Elms.”", None, "lost")]


def test_an_amendment_that_the_mover_accepts_changes_the_motion():
    accepted = "Councillor A Example, with the consent of his seconder, accepted the amendment."
    made = book(MOVED, ELMS, AMENDED, OAKS, Paragraph(accepted))
    assert found(amendments, made, "accepted") == [(True,)]
    assert found(motions, made, "amended") == [(True,)]
    refused = book(MOVED, ELMS, AMENDED, OAKS, Paragraph("Councillor A Example did not accept the amendment."))
    assert (found(amendments, refused, "accepted"), found(motions, refused, "amended")) == ([(False,)], [(None,)])


def test_an_amendment_without_a_mover_is_told_with_its_numbers():
    lost = "An amendment to add Saturdays was put and lost by 20 votes to 12."
    assert found(amendments, book(MOVED, ELMS, Paragraph(lost)), "moved_by", "text", "outcome") == [
        (None, "to add Saturdays", "lost")
    ]
    assert of_divisions(MOVED, ELMS, lost) == [("amendment", 12, 20, None, None, "lost")]


GRANTED = Decision("", "RESOLVED", " that permission be granted. CARRIED (6 for, none against, 3 abstentions).")
TIED = (VoteLine("For", 2, "Ames and Bone"), VoteLine("Against", 2), VoteLine("Casting vote", None, "Ames"))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((GRANTED,), [("1", 6, 0, 3, None, "carried")]),
        ((Decision("", "RESOLVED", " so."), Vote(TIED)), [("1", 2, 2, None, "for", "carried")]),
        ((Decision("", "RESOLVED", " so."), "As the law requires, the vote was recorded.", Vote((VoteLine("For", 51),))), [("1", 51, None, None, None, "carried")]),
        ((MOVED, ELMS, "The motion was put to a recorded vote.", Vote(TIED), "The motion was lost on the casting vote of the Chair."), [("motion", 2, 2, None, "against", "lost")]),
        ((MOVED, ELMS, Vote((VoteLine("For"), VoteLine("Against", 3)))), [("motion", None, 3, None, None, None)]),
        (("There were four votes for and four against. The Chair gave a casting vote against.",), [(None, 4, 4, None, "against", "lost")]),
        (("For (51)",), [(None, 51, None, None, None, None)]),
        (("For (2)", "Ames, Bone", "Against (51)", "Members left."), [(None, 2, 51, None, None, None)]),
        ((MOVED, ELMS, "The motion as amended was put and carried.", Decision("", "RESOLVED", " so."), Vote((VoteLine("For", 9),))), [("motion", None, None, None, None, "carried"), ("1", 9, None, None, None, "carried")]),
        (("The recommendation in the report was put and carried by six votes to four.", Decision("", "AGREED", " so.")), [("1", 6, 4, None, None, "carried")]),
        ((Decision("", "Decision:", " That permission be granted."), "Reason: policy 4.", "Voting: For 4; Against 1; Abstentions 1 (Councillor B Third)."), [("1", 4, 1, 1, None, "carried")]),
        ((MOVED, ELMS, AMENDED, OAKS, "On being put to the vote there voted for the amendment 2, against 2. The Chairman gave his casting vote against the amendment, which was declared lost."), [("amendment", 2, 2, None, "against", "lost")]),
        ((MOVED, ELMS, "For: 6", "Against: 2", "Abstained: 1", "The motion was declared carried."), [("motion", 6, 2, 1, None, "carried")]),
        ((Decision("", "RESOLVED", " so."), "For six. Against two."), [("1", 6, 2, None, None, "carried")]),
        ((MOVED, ELMS, "For (4)", "A Vane, B Winch", "C Oar and D Buoy", "Against (0)"), [("motion", 4, 0, None, None, None)]),
        ((MOVED, ELMS, "FOR: Councillors A Vane, B Winch (2)", "Those voting against the motion: Councillor C Oar"), [("motion", 2, 1, None, None, None)]),
        (("For: Information", "Against: a fence 6 feet high.", "For: 3 metres along the path."), []),
        ((Decision("", "RESOLVED", " so."), "There were four votes for and four against."), [(None, 4, 4, None, None, None)]),
        (("The motion was agreed.", "It was agreed that 6 trees be bought for 3 parks."), []),
    ],
    ids=["counts in brackets", "casting vote", "recorded after a decision", "lost by casting vote", "no outcome", "a tie", "one line", "no heading", "motion, then decision", "recommendation", "voting of a decision", "tie and casting vote", "a line each", "one line of words", "names in two paragraphs", "no numbers", "no votes", "a vote on nobody knows what", "no vote"],
)  # fmt: skip
def test_divisions(blocks, expected):
    assert of_divisions(*blocks) == expected


def test_what_is_decided_in_the_sentence_that_moves_it_is_carried():
    decision = Decision("It was moved by Councillor A Example, and ", "RESOLVED", " that the seal be affixed.")
    assert of_motions(decision) == [("Councillor A Example", "that the seal be affixed", None, "carried")]
    parish = Decision("It was ", "resolved", " that the precept be £9,000. Proposed by Mr Cave, seconded by Dr Foss.")
    assert of_motions(parish) == [("Mr Cave", "that the precept be £9,000", None, "carried")]


def test_a_seconder_named_in_the_sentence_after_is_that_of_what_was_moved():
    said = Paragraph("Councillor A Example moved that we adjourn. Councillor B Third seconded the motion.")
    assert found(motions, book(said), "moved_by", "seconded_by") == [("Councillor A Example", "Councillor B Third")]
    other = Paragraph(
        "Councillor A Example moved that we adjourn. Members spoke. Councillor B Third seconded the motion."
    )
    assert found(motions, book(other), "seconded_by") == [(None,)]


def test_a_quoted_motion_and_a_report_of_another_body_s_vote_are_not_this_meeting_s():
    quoted = Quotation((Paragraph("It was moved by Councillor A Example that the motion was put and carried."),))
    opened = "“It was moved by Councillor A Example that elms be planted.”"
    assert (of_motions(quoted, opened), of_divisions(quoted, opened)) == ([], [])


def test_private_debates_are_withheld():
    made = book(MOVED, ELMS, AMENDED, OAKS, Vote(TIED), section="private")
    assert [list(table.rows(Gathered(made))) for table in (motions, amendments, divisions, votes)] == [[], [], [], []]


BLOCKS = (
    MOVED, ELMS, AMENDED, OAKS, GRANTED, Vote(TIED), Vote((VoteLine("For", 51),)), Decision("", "RESOLVED", " so."),
    *map(Paragraph, (
        "“Elms.”", "“Elms", "Members spoke.", "For (2)", "Ames, Bone", "The motion was put and carried.",
        "The second amendment was lost by 3 votes to 2.", "The amendment was put to a recorded vote.",
        "An amendment to add oaks was put and lost.", "The recommendation was put and carried by six votes to four.",
        "The Chair gave a casting vote against.", "Councillor A Example accepted the amendment. This was agreed.",
    )),
)  # fmt: skip


@given(st.lists(st.sampled_from(BLOCKS), max_size=12))
def test_whatever_a_minute_tells_its_rows_belong_to_each_other(blocks):
    made = book(*blocks)
    ids = {
        table: [row.values[f"{name}_id"] for row in table.rows(Gathered(made))]
        for table, name in ((motions, "motion"), (amendments, "amendment"), (divisions, "division"), (votes, "vote"))
    }
    assert all(len(set(found)) == len(found) for found in ids.values())
    decided = {
        f"council/2025-09-09/25/{number}"
        for number, _ in enumerate((one for one in blocks if isinstance(one, Decision)), 1)
    }
    assert {one for (one,) in found(amendments, made, "motion_id")} <= {*ids[motions], None}
    assert {one for (one,) in found(votes, made, "division_id")} <= {*ids[divisions]}
    for motion, amendment, decision in found(divisions, made, *PUT):
        assert (motion, amendment, decision).count(None) >= 2
        assert motion in {*ids[motions], None}
        assert amendment in {*ids[amendments], None}
        assert decision in decided | {None}
