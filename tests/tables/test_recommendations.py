"""What is a recommendation, to whom it is made, and what a later minute says became of it."""

from __future__ import annotations

import datetime as dt

import pytest

from full_book import FULL
from minutebook.council_model import Council
from minutebook.model import BULLET, Body, Book, Decision, Entry, Item, List, Meeting, Paragraph, Quotation
from minutebook.tables.gathered import Gathered
from minutebook.tables.recommendations import rows
from row_ids import unmarked

BODIES = (
    Body("board", "Homes Scrutiny Board (2)", ("Board 2",), kind="scrutiny"),
    Body("cabinet", "Cabinet", kind="executive"),
    Body("council", "Council", kind="council"),
)


def entries(*texts):
    return tuple(Entry(f"{n})", text) for n, text in enumerate(texts, 1))


def minute(*blocks, number="8", title="Cold lofts"):
    return Item(number, title, blocks=blocks)


def book(made, answer=None, *, answering="cabinet", day="2025-12-16"):
    meetings = [Meeting("board", dt.date(2025, 12, 3), items=(made,))]
    if answer:
        meetings.append(Meeting(answering, dt.date.fromisoformat(day), items=(answer,)))
    return Book(Council("x", "X"), BODIES, (), tuple(meetings))


def made(decision):
    return Gathered(book(minute(decision))).recommendations


@pytest.mark.parametrize(
    ("decision", "to", "name"),
    [
        (Decision("It was ", "RECOMMENDED", " that Cabinet line the lofts."), "cabinet", "Cabinet"),
        (Decision("", "RECOMMENDED", " to the Council that the lofts be lined."), "council", "Council"),
        (Decision("", "RECOMMENDED", " TO COUNCIL: That the lofts be lined."), "council", "COUNCIL"),
        (Decision("", "RECOMMENDED", " that the lofts be lined."), "", ""),
        (Decision("", "RECOMMENDED", " that Loft Lining Limited be paid."), "", ""),
        (Decision("", "RECOMMENDED", " that the Cabinet be thanked."), "", ""),
        (Decision("", "RESOLVED", " that the Board recommends the Council to line lofts."), "council", "Council"),
        (Decision("", "RESOLVED", " that Council be recommended to line lofts."), "council", "Council"),
        (Decision("", "AGREED", " to recommend that the Cabinet line lofts."), "cabinet", "Cabinet"),
        (Decision("", "RECOMMENDED", " to the Fish Panel that it line lofts."), "", "Fish Panel"),
        (
            Decision("", "RECOMMENDED", " to the Cabinet Member for Homes, Roads and Fish that"),
            "",
            "Cabinet Member for Homes, Roads and Fish",
        ),
        (Decision("", "RECOMMENDED", " that the Director of Homes line the lofts."), "", "Director of Homes"),
    ],
)
def test_to_whom_a_decision_recommends(decision, to, name):
    (found,) = made(decision)
    assert (found.from_body, found.to_body, found.to_name, found.clause) == ("board", to, name, "")


def test_each_clause_of_a_decision_that_recommends_is_one():
    below = List((Entry("a)", "both."),))
    decision = Decision(
        "", "RECOMMENDED", " that Cabinet:", (Entry("1)", "Line", blocks=(below,)), Entry("2)", "Pay."))
    )
    assert [(one.clause, one.number, one.evidence) for one in made(decision)] == [
        ("board/2025-12-03/8/1/1", "1", "Line"),
        ("board/2025-12-03/8/1/2", "2", "Pay."),
    ]


def test_a_clause_may_recommend_or_its_sub_clauses():
    below = List((Entry("a)", "line lofts;"), Entry(BULLET, "pay.")))
    listed = (
        Entry("1)", "Notes the report."),
        Entry("2)", "Recommends that Council note it."),
        Entry("3)", "Recommend to the Cabinet Member for Homes that in future:", blocks=(below,)),
        Entry("4)", "That the Cabinet Member for Homes be recommended to rest."),
        Entry("5)", "Requests that these Recommendations be forwarded to Cabinet."),
    )
    found = made(Decision("", "RESOLVED", " that the Board:", listed))
    assert [(one.clause[-5:], one.to_body, one.to_name, one.text.strip()) for one in found] == [
        ("8/1/2", "council", "Council", "note it."),
        ("1/3.a", "", "Cabinet Member for Homes", "line lofts;"),
        ("1/3.2", "", "Cabinet Member for Homes", "pay."),
        ("8/1/4", "", "Cabinet Member for Homes", "rest."),
        ("8/1/5", "cabinet", "Cabinet", "."),
    ]


@pytest.mark.parametrize(
    "block",
    [
        Decision("", "RESOLVED", " that the recommendations in the report be approved."),
        Decision("", "RESOLVED", " that Cabinet notes the recommended budget."),
        Paragraph("The report recommended that permission be granted."),
        Quotation((Paragraph("RECOMMENDED that Cabinet line lofts."),)),
    ],
)
def test_what_speaks_of_recommendations_and_makes_none(block):
    assert made(block) == ()


THREE = Decision(
    "", "RECOMMENDED", " that Cabinet:", entries("Line the lofts.", "Pay for all of it.", "Ask residents.")
)
FURTHER = Paragraph("Further to Minute 8 of the Homes Scrutiny Board (2), Cabinet considered the lofts.")


def outcomes(*blocks, **more):
    found = Gathered(book(minute(THREE), minute(FURTHER, *blocks, number="45"), **more)).recommendations
    assert {one.outcome_item for one in found} == {"cabinet/2025-12-16/45"}
    return [one.outcome for one in found]


def resolved(text, *clauses):
    return Decision("", "RESOLVED", f" that {text}", entries(*clauses))


A, R, M, N, NOT = "accepted", "rejected", "amended", "noted", "not recorded"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cabinet accept all three recommendations of the Board.", [A, A, A]),
        ("the recommendations be accepted.", [A, A, A]),
        ("the recommendations be not accepted.", [R, R, R]),
        ("Cabinet accept recommendations 1 to 2 of Board 2, and recommendation 3 as amended above.", [A, A, M]),
        ("Cabinet accept recommendations 1 and 3, and decline recommendation 2.", [A, R, A]),
        ("Cabinet accept recommendations 2 and 3 in full, and recommendation 1 in part.", [M, A, A]),
        ("Cabinet accept recommendation 1.", [A, NOT, NOT]),
        ("Cabinet notes and agrees the recommendations from the Homes Scrutiny Board (2).", [A, A, A]),
        ("the recommendations be noted.", [N, N, N]),
        ("Cabinet accept the recommendations of the Council.", [NOT, NOT, NOT]),  # another body's
        ("the report be noted.", [N, N, N]),
        ("Cabinet line the lofts in May.", [A, NOT, NOT]),  # word for word, and more
        ("Cabinet pay.", [NOT, NOT, NOT]),
    ],
)
def test_what_a_decision_says_became_of_them(text, expected):
    assert outcomes(resolved(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recommendation 1, on lofts, was accepted in part.", [M, NOT, NOT]),
        ("Cabinet accepted the recommendations.", [A, A, A]),
        ("The recommendations were put to the vote and lost.", [R, R, R]),
        ("The recommendations were put to the meeting and carried.", [A, A, A]),
        ("Councillor A Example proposed that recommendation 3 not be accepted.", [NOT, NOT, NOT]),
        ("Councillor A Example asked why the recommendations should be accepted.", [NOT, NOT, NOT]),
    ],
)
def test_what_the_narrative_says_counts_only_where_it_happened(text, expected):
    assert outcomes(Paragraph(text), resolved("money be spent.")) == expected


def test_no_later_minute_is_no_outcome():
    assert {(one.outcome_item, one.outcome) for one in Gathered(book(minute(THREE))).recommendations} == {("", NOT)}


def test_another_body_s_minute_or_one_that_does_not_refer_to_it_answers_nothing():
    accepts = resolved("the recommendations be accepted.")
    other = book(minute(THREE), minute(FURTHER, accepts, number="45"), answering="council")
    silent = book(minute(THREE), minute(accepts, number="45"))
    assert {one.outcome_item for found in (other, silent) for one in Gathered(found).recommendations} == {""}


def test_a_minute_of_the_same_title_that_names_the_day_answers():
    names = Paragraph(
        "Cabinet considered what the Board said at its meeting on 3 December 2025. Board 2 on 3 December 2025 met."
    )
    found = Gathered(
        book(minute(THREE), minute(names, resolved("the recommendations be accepted."), number="45"))
    ).recommendations
    assert [(one.outcome_item, one.outcome) for one in found] == [("cabinet/2025-12-16/45", A)] * 3


def test_rows_of_the_table():
    (row,) = [row.values for row in rows(Gathered(FULL))]
    assert {name: unmarked(value) for name, value in row.items()} == {
        "recommendation_id": "housing-board-2/2025-12-03/8/recommendation",
        "item_id": "housing-board-2/2025-12-03/8",
        "position": 1,
        "decision_id": "housing-board-2/2025-12-03/8/1",
        "clause_id": "housing-board-2/2025-12-03/8/1/1",
        "from_body_id": "housing-board-2",
        "to_body_id": "cabinet",
        "to_name": "Cabinet",
        "outcome_item_id": "cabinet/2025-12-16/45",
        "outcome": "accepted",
        "evidence": "Line the lofts.",
        "source_file": "content/minutes/housing-board-2/2025-12-03.md",
        "source_line": 4,
    }


def test_a_long_answer_is_read_in_proportion_to_its_length():
    assert outcomes(Paragraph("recommendation 1 and " * 3_000), resolved("money be spent.")) == [NOT, NOT, NOT]


def test_a_recommendation_as_set_out_somewhere_is_accepted_where_the_rest_is_resolved_word_for_word():
    plan = Decision(
        "", "RECOMMENDED", " that Cabinet adopt the loft plan 2026, as set out in the appendix to the report."
    )
    for said, expected in (("adopt the loft plan 2026.", "accepted"), ("adopt a loft plan.", "not recorded")):
        answer = minute(Paragraph("Further to Minute 8 of the Board, it met."), resolved(said), number="44")
        (row,) = rows(Gathered(book(minute(plan), answer)))
        assert row.values["outcome"] == expected
