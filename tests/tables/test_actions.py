"""What a clause does, by its leading verb."""

from __future__ import annotations

import json

import pytest

from conftest import ROOT
from minutebook.model import BULLET, Decision, Entry, List
from minutebook.tables.actions import OTHER, VERBS, action, decision_clauses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Endorses the plan", "endorse"),
        ("That the report be noted", "note"),
        ("The report be noted", "note"),
        ("Delegate authority to the Director", "delegate"),
        ("That authority be delegated to the Director", "delegate"),
        ("That delegated authority be granted to the Director", "delegate"),
        ("Grants delegated authority to the Director", "delegate"),
        ("Notes, welcomes and supports the plan", "note"),
        ("Unanimously adopts the motion", "adopt"),
        ("To approve the plan", "approve"),
        ("that the Housing Board (2) notes the plan", "note"),
        ("that the City Council received and notes the decisions", "note"),
        ("That Cabinet (subject to advice) approves the plan", "approve"),
        ("That Cabinet be recommended to approve the plan", "recommend"),
        ("Councillor A Example be appointed Chair", "appoint"),
        ("Authorizes the payment", "authorise"),
        ("Cabinet be asked to mend the path", "request"),
        ("Thanks officers for their work", "thank"),
        ("Request to the Council to mend a path", ""),
        ("Award of the contract", ""),
        ("Support for schools", ""),
        ("Notes of the meeting", ""),
        ("Complete the work", ""),
        ("That consideration be given to the plan being approved", ""),
        ("The works shall first be approved in writing", ""),
        ("The plan not be approved", ""),
        ("A petition to be noted", ""),
    ],
)
def test_a_clause_s_own_verb(text, found):
    assert action(text) == found


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_of_the_table_is_recognised_in_each_of_its_moods(name):
    past = next(form for form in (f"{name}d", f"{name}ed", f"{name}red") if action(f"that it be {form}") == name)
    assert action(f"{name.capitalize()}s the plan") == action(f"That Cabinet {name} it") == name
    assert action(f"{past.capitalize()} the plan") == name


def test_the_table_of_verbs_is_the_schema_s_list():
    schema = json.loads((ROOT / "datasets/schemas/clauses.json").read_text(encoding="utf-8"))
    field = next(field for field in schema["fields"] if field["name"] == "action")
    assert field["constraints"]["enum"] == [*sorted(VERBS), OTHER]


def test_a_clause_without_a_verb_takes_that_of_what_introduces_it():
    below = List((Entry(BULLET, "the price"), Entry(BULLET, "Approve the date")))
    decision = Decision("", "RESOLVED", " that Cabinet:", (Entry("1)", "Agree:", (below,)), Entry("2)", "All that.")))
    assert [(clause.path, done) for clause, done in decision_clauses(decision)] == [
        ("1", "agree"),
        ("1.1", "agree"),
        ("1.2", "approve"),
        ("2", "other"),
    ]
    petitions = Decision("", "RESOLVED", " that the petitions be referred to Cabinet:", (Entry("(a)", "A hedge."),))
    assert [done for _, done in decision_clauses(petitions)] == ["refer"]
