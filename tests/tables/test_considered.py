"""What an item considered and how it ended: one sentence, one reading."""

from __future__ import annotations

import json
import re

import pytest

from minutebook.model import Decision, Item, Paragraph, Quotation
from minutebook.tables.considered import considered, outcome


def item(*texts, decided=False):
    return Item("1", "x", blocks=(*map(Paragraph, texts), *((Decision("", "RESOLVED", " so."),) if decided else ())))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Cabinet considered a report of the Director of Housing and Safety, which set out",
            "report of the Director of Housing and Safety",
        ),
        (
            "The Board considered a Briefing Note of the Head of Parks together with a talk",
            "Briefing Note of the Head of Parks",
        ),
        ("The Board consider a Briefing Note of the Director of Parks", "Briefing Note of the Director of Parks"),
        (
            "Further to Minute 3, Cabinet considered a private report of the Head of Law that",
            "private report of the Head of Law",
        ),
        (
            "It considered a joint report of the Director of Parks, Trees and Water and the Head of Law, that",
            "joint report of the Director of Parks, Trees and Water and the Head of Law",
        ),
        (
            "Council considered a report of the Chief Officer (Section 151 Officer) which",
            "report of the Chief Officer (Section 151 Officer)",
        ),
        ("The Panel noted a report of the Head of Law appended to which was a list", "report of the Head of Law"),
        ("Members received a verbal report from the Chair.", "verbal report from the Chair"),
        ("Cabinet considered a report of the Chief Executive. The Council is asked", "report of the Chief Executive"),
        (
            "The Board considered a report of Councillor A. B. Example, Cabinet Member for Parks & Trees, on",
            "report of Councillor A. B. Example, Cabinet Member for Parks & Trees",
        ),
        ("Council noted the Committee’s Annual Report that gave an overview", "the Committee’s Annual Report"),
        ("Cabinet considered an application for a licence.", ""),
        ("The report of the Director of Parks was late.", ""),
        ("Members considered a report of officers.", ""),
    ],
)
def test_the_report_is_given_as_printed(sentence, found):
    assert considered(item("There was a quorum.", sentence)) == found


def test_the_first_report_is_given_and_quotations_are_not_read():
    first, second = (
        "Cabinet considered a report of the Head of Law.",
        "Cabinet considered a report of the Head of Parks.",
    )
    assert considered(item(first, second)) == "report of the Head of Law"
    assert considered(Item("1", "x", blocks=(Quotation((Paragraph(first),)),))) == ""


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        ("The Scrutiny Board noted a report of the Head of Law.", "noted"),
        ("The Housing Board (2) noted the update.", "noted"),
        ("Cabinet received and noted the annual report.", "noted"),
        ("Members noted the contents of the paper.", "noted"),
        ("It was noted that the report would come in May.", "none"),
        ("The Board noted that a letter had been sent.", "none"),
        ("There were no items of urgent business.", "none"),
        ("The minutes of the meeting held on 3 March were agreed as a true record.", "none"),
    ],
)
def test_noted_is_a_disposal_and_not_a_discussion(sentence, ended):
    assert outcome(item(sentence)) == ended


def test_an_item_with_a_decision_is_resolved_whatever_was_noted():
    assert outcome(item("The Board noted the update.", decided=True)) == "resolved"
    assert outcome(item()) == "none"


ALSO_OK = {("001_0c4e8f9bdd55876e.txt", "44")}  # agreeing the last minutes, which the data contract calls none


@pytest.mark.parametrize("name", ["000", "001", "002", "003"])
def test_every_item_of_the_real_documents_is_read_as_a_careful_reader_did(shared, name):
    gold = json.loads((shared / f"gold/{name}.json").read_text(encoding="utf-8"))
    lines = (shared / "minutes" / gold["document"]).read_text(encoding="utf-8").split("\n")
    wrong = []
    for wanted in (item for meeting in gold["meetings"] for item in meeting["items"]):
        raw = "\n".join(lines[wanted["line"] : wanted.get("last_line") or wanted["line"] + 6]).replace("**", "")
        texts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", raw) if part.strip()]
        told = item(*(text for text in texts if "RESOLVED" not in text), decided="RESOLVED" in raw)
        kind = wanted["decision_kind"].removesuffix("-without-resolution")
        if (considered(told) or None, outcome(told)) != (wanted["considered"], kind):
            wrong.append((gold["document"], str(wanted["number"])))
    assert set(wrong) <= ALSO_OK
