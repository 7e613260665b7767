"""Delegations: one clause, one reading."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.council_model import Council
from minutebook.model import Body, Book, Decision, Entry, Item, List, Meeting, Paragraph
from minutebook.tables import delegations
from minutebook.tables.gathered import Gathered


def found(text, below="", above=""):
    return [(one.delegate, one.consultees, one.purpose, one.limit) for one in delegations.read(text, below, above)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Delegate authority to the Director of Homes and Land, following consultation with the Cabinet Member for Homes, to sign it.",
            ("Director of Homes and Land", "Cabinet Member for Homes", "sign it", ""),
        ),
        (
            "Delegates authority to the Director of Homes (in consultation with the Head of Law and the Leader) to sign and seal it.",
            ("Director of Homes", "Head of Law and the Leader", "sign and seal it", ""),
        ),
        (
            "That authority be delegated to the Clerk to pay invoices up to £500, in consultation with the Chair.",
            ("Clerk", "Chair", "pay invoices up to £500", "up to £500"),
        ),
        (
            "Agrees that delegation be given to the Director of Parks to accept further grants up to £5 million that are offered, after consultation with the Leader.",
            (
                "Director of Parks",
                "Leader",
                "accept further grants up to £5 million that are offered",
                "up to £5 million",
            ),
        ),
        (
            "That the Director of Homes be authorised, after consultation with the Chair, to award contracts not exceeding £3.2 million in any one year;",
            (
                "Director of Homes",
                "Chair",
                "award contracts not exceeding £3.2 million in any one year",
                "not exceeding £3.2 million in any one year",
            ),
        ),
        ("Authorise the Chair and the Clerk to sign the letter.", ("Chair and the Clerk", "", "sign the letter", "")),
        ("It was RESOLVED that the Clerk be authorised to sell the mower.", ("Clerk", "", "sell the mower", "")),
        ("Delegates to the Director of Parks the power to close gates.", ("Director of Parks", "", "close gates", "")),
        ("Grants delegated powers to Officers to sign it.", ("Officers", "", "sign it", "")),
        (
            "Directors be authorised to approve all work for others up to the value of £20,000.00 per contract or type of work; and",
            (
                "Directors",
                "",
                "approve all work for others up to the value of £20,000.00 per contract or type of work",
                "up to the value of £20,000.00 per contract",
            ),
        ),
        (
            "that authority to let the contracts for (1) boots and (2) salt be delegated to the Director of Parks in consultation with the Leader.",
            ("Director of Parks", "Leader", "let the contracts for (1) boots and (2) salt", ""),
        ),
        (
            "That approval of the final plan be delegated to the Chair up to a value of £5,000.",
            ("Chair", "", "approval of the final plan", "up to a value of £5,000"),
        ),
        (
            "that authority for the sale of the land be delegated to the Director of Parks and that the report be noted.",
            ("Director of Parks", "", "sale of the land", ""),
        ),
        ("To grant the Clerk delegated authority to pay invoices.", ("Clerk", "", "pay invoices", "")),
        (
            "that the Clerk, in consultation with the Chair and Vice-Chair, be given delegated powers to act up to a limit of £2,000.",
            ("Clerk", "Chair and Vice-Chair", "act up to a limit of £2,000", "up to a limit of £2,000"),
        ),
        (
            "that the Clerk be authorised, in consultation with the Leader of the Council and for a period of three years, to extend it.",
            ("Clerk", "Leader of the Council", "extend it", ""),
        ),
        (
            "that the Director of Parks and the Clerk be jointly authorised to buy the land.",
            ("Director of Parks and the Clerk", "", "buy the land", ""),
        ),
        ("Delegate authority to the Director of Parks.", ("Director of Parks", "", "", "")),
        (
            "Approve the purchase, and delegate authority to the Head of Law to settle the terms, and that the report be noted.",
            ("Head of Law", "", "settle the terms", ""),
        ),
        (
            "Delegate authority to the Clerk to spend up to the sum approved in clause 1), and no more.",
            (
                "Clerk",
                "",
                "spend up to the sum approved in clause 1), and no more",
                "up to the sum approved in clause 1)",
            ),
        ),
    ],
)
def test_who_may_do_what_after_consulting_whom_and_up_to_what(text, row):
    assert found(text) == [row]


@pytest.mark.parametrize("end", [":", ", to:", " to:", ", to undertake the following:"])
def test_a_list_below_is_what_may_be_done(end):
    ((delegate, _, purpose, limit),) = found(
        f"Delegate authority to the Clerk{end}", "a) spend up to £5; and b) report."
    )
    assert (delegate, purpose, limit) == (
        "Clerk",
        "a) spend up to £5; and b) report",
        "up to £5",
    ) or purpose.startswith("undertake the following: a) spend")


@pytest.mark.parametrize(
    "text",
    [
        "Refusal under delegated powers if the agreement is not completed.",
        "Note the decisions taken under authority delegated to the Director of Parks.",
        "Approve the scheme of delegation.",
        "that authority not be delegated to the Director of Parks to sell the land.",
        "that no authority be delegated to officers.",
        "that consideration be given to the approval of grants to be delegated to the Area Board.",
        "that the award of the contract, which had been delegated to the Director of Parks, be noted.",
        "that the authority delegated to the Director of Parks to sell the land be withdrawn.",
        "that the use of delegated authority by the Director of Parks be noted.",
        "Recommend that approval of the plan be delegated to the Chair.",
        "That the delegates be thanked.",
        "The Director explained what was to be signed.",
        "Recommend that Council delegate authority to the Clerk to sign.",
        "That it be recommended that the Clerk be authorised to sign.",
        "Notes the decision of Cabinet to delegate authority to the Clerk to sign.",
    ],
)
def test_what_delegates_nothing(text):
    assert found(text) == []


def test_what_introduces_a_clause_may_say_that_it_is_another_s():
    said = "Delegate authority to the Clerk to sign."
    assert found(said, above="RESOLVED that Cabinet:") == [("Clerk", "", "sign", "")]
    assert found(said, above="RESOLVED that the Council notes the decisions of Cabinet to:") == []
    assert found(said, above="RESOLVED that Cabinet recommends that Council:") == []
    assert found(said, above="RESOLVED that Cabinet accepts recommendation 4 of the Board and so, for the reasons that are given in full "
                 "in the report and in its three appendices, does agree to:") != []  # fmt: skip


def rows(decision):
    item = Item("4", "Trees", blocks=(Paragraph("Cabinet delegated authority to the Clerk to sign."), decision))
    meeting = Meeting("cabinet", dt.date(2025, 3, 3), items=(item,))
    book = Book(Council("x", "X"), (Body("cabinet", "Cabinet"),), meetings=(meeting,))
    return [row.values for row in delegations.rows(Gathered(book))]


def test_each_stands_in_its_decision_and_clause_and_narrative_is_not_read():
    below = (List((Entry("a)", "sign it; and"), Entry("b)", "seal it."))),)
    entries = (Entry("1)", "Note it."), Entry("2)", "Delegate authority to the Clerk to:", below))
    (row,) = rows(Decision("", "RESOLVED", " that Cabinet:", entries))
    assert row["clause_id"] == "cabinet/2025-03-03/4/1/2"
    assert row["decision_id"] == "cabinet/2025-03-03/4/1"
    assert row["purpose"] == "a) sign it; and b) seal it"
    assert row["evidence"] == "Delegate authority to the Clerk to:"


def test_a_recommendation_gives_nobody_power():
    entries = (Entry("1)", "Delegate authority to the Clerk to sign."),)
    assert rows(Decision("It was ", "RECOMMENDED", " that the Council:", entries)) == []
    assert len(rows(Decision("It was ", "RESOLVED", " that the Council:", entries))) == 1


def test_the_work_is_in_proportion_to_the_text():
    assert len(found("delegate authority to the Clerk to sign; " * 3_000)) == 3_000
    assert len(found("delegate authority to " + "the Clerk and " * 5_000)) <= 1
    assert found("The Director, " * 20_000) == []
