"""Which words open a decision of the meeting, and what its clauses are."""

from __future__ import annotations

import pytest

from minutebook.identity import clauses
from minutebook.importers import decisions, flow, markdown, narrative, plain
from minutebook.model import Decision
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.text import opening

STYLE = "\n\nRESOLVED that the next report be awaited."


def read(text, reader=plain, words=OPERATIVE_WORDS):
    blocks = flow.mend(reader.read(text)).blocks
    return narrative.read(blocks, decisions.reader(words, blocks))


def found(text, reader=plain, words=OPERATIVE_WORDS):
    return [block for block in read(text, reader, words)[0] if isinstance(block, Decision)]


def paths(decision):
    return [clause.path for clause in clauses(decision.clauses)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("RESOLVED that Cabinet:", ("", "RESOLVED", " that Cabinet:")),
        ("It was AGREED to wait.", ("It was ", "AGREED", " to wait.")),
        ("Resolved – That the report be noted.", ("", "Resolved", " – That the report be noted.")),
        ("Recommended to Council that it be so.", ("", "Recommended", " to Council that it be so.")),
        ("Decision: That it be granted.", ("", "Decision:", " That it be granted.")),
        ("Decision:That it be granted.", ("", "Decision:", " That it be granted.")),
        ("6.3 RESOLVED that it be so.", ("6.3 ", "RESOLVED", " that it be so.")),
        ("On being put to the vote, it was unanimously RESOLVED to go on.", (
            "On being put to the vote, it was unanimously ", "RESOLVED", " to go on.",
        )),
    ],
)  # fmt: skip
def test_openings(text, parts):
    [decision] = found(text)
    assert (decision.before, decision.operative, decision.after) == parts


def test_a_bold_word_opens_one_in_any_case():
    [decision] = found("The Committee **resolved** to wait.\n\n**Agreed:** That it be so.", markdown)[:1]
    assert (decision.before, decision.operative) == ("The Committee ", "resolved")


def test_the_words_of_a_council_count_too():
    words = (*OPERATIVE_WORDS, "PENDERFYNWYD")
    assert [d.operative for d in found("PENDERFYNWYD derbyn yr adroddiad.", words=words)] == ["PENDERFYNWYD"]


@pytest.mark.parametrize(
    "text",
    [
        "The minutes were agreed and signed as a true record.",
        "The Council had RESOLVED in May to wait.",
        "Cabinet, at its meeting on 3 July, RECOMMENDED that nothing be done.",
        "The clerk read out “RESOLVED that the gate be shut”.",
        "“RESOLVED that the gate be shut”",
        "Members agreed that the gate was heavy.",
        "Approved by the Director.",
        "Decisions were awaited.",
    ],
)
def test_what_opens_none(text):
    assert len(found(text + STYLE)) == 1


def test_what_another_body_resolved_is_narrative_and_is_reported():
    text = (
        "Cabinet had resolved:\n\nRESOLVED that Council be asked to:\n\n1. Adopt the plan.\n2. Thank the inspector.\n"
    )
    blocks, report = read(text + "\nRESOLVED that the plan be adopted.\n")
    assert [opening(block) for block in blocks if isinstance(block, Decision)] == ["RESOLVED that the plan be adopted."]
    assert [line.line for line in report if "another body's" in line.message] == [3]


def test_sentences_before_it_are_a_paragraph_of_their_own():
    blocks, report = read("Members saw the plan. Mr. Bee spoke. It was RESOLVED that it be kept.\n")
    assert blocks[0].text == "Members saw the plan. Mr. Bee spoke."
    assert opening(blocks[1]) == "It was RESOLVED that it be kept."
    assert [line.what for line in report] == ["inferred"]


def test_a_word_on_its_own_line_takes_the_sentence_after_it():
    [decision] = found("RESOLVED:\n\nThat the report be noted.\n\nMembers then left.\n")
    assert opening(decision) == "RESOLVED: That the report be noted."


def test_lines_without_labels_are_bullets():
    [decision] = found(
        "RESOLVED that the Committee:\n\nNotes the plan;\n\nThanks the staff; and\n\nAsks for a report.\n"
    )
    assert [entry.text for entry in decision.clauses] == [
        "Notes the plan;",
        "Thanks the staff; and",
        "Asks for a report.",
    ]


def test_clauses_that_run_on_get_lines_of_their_own():
    [decision] = found("RESOLVED: (1) that it be heard; (2) that costs be met; and (3) that all be told.\n")
    assert [(entry.label, entry.text) for entry in decision.clauses] == [
        ("(1)", "that it be heard;"),
        ("(2)", "that costs be met; and"),
        ("(3)", "that all be told."),
    ]


def test_letters_within_a_sentence_are_no_clauses():
    [decision] = found("RESOLVED that, as (a) the map and (b) the table show, the path be moved.\n")
    assert decision.clauses == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1) One:\n\n• first\n\n• second\n\n2) Two.", ["1", "1.1", "1.2", "2"]),
        ("1) One:\n\na) first\n\nb) second\n\n2) Two.", ["1", "1.a", "1.b", "2"]),
        ("(a) One\n\n(b) Two:\n\n(i) first\n\n(ii) second\n\n(c) Three", ["a", "b", "b.i", "b.ii", "c"]),
        ("(h) One\n\n(i) Two\n\n(j) Three", ["h", "i", "j"]),
        ("1. One\n\n2. Two\n\n4. Four", ["1", "2", "4"]),
        ("1.1 One\n\n1.2 Two\n\n2.1 Three", ["1.1", "1.2", "2.1"]),
        ("\uf0b7 One\n\n\uf0b7 Two:\n\n• first\n\n\uf0b7 Three", ["1", "2", "2.1", "3"]),
        ("1) One\n\nMore about one.\n\n2) Two", ["1", "2"]),
        ("1) One\n\n1) One again\n\n2) Two", ["1", "1.1", "1.2"]),
    ],
)
def test_nesting_follows_the_labels_not_the_indentation(text, wanted):
    [decision] = found(f"RESOLVED that:\n\n{text}\n")
    assert paths(decision) == wanted


def test_a_label_that_cannot_be_right_keeps_its_words():
    blocks, report = read("RESOLVED that:\n\n1) One\n\n2) Two\n\n3) Three\n\n2) Two again\n\n4) Four\n")
    [decision] = blocks
    assert paths(decision) == ["1", "2", "3", "4"]
    assert decision.clauses[2].blocks[0].text == "2) Two again"
    assert [line.line for line in report] == [9]


def test_a_list_in_the_narrative_is_no_clause():
    blocks, _ = read("These were named:\n\n- One\n- Two\n\nRESOLVED that they be noted.\n")
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "List", "Decision"]


def test_an_initial_and_a_number_at_a_line_start_make_no_list():
    blocks, _ = read("J. Bee spoke first.\n\n2.30 pm was thought too late.\n\n45 people came.\n")
    assert [block.text for block in blocks] == [
        "J. Bee spoke first.",
        "2.30 pm was thought too late.",
        "45 people came.",
    ]


def test_a_recorded_vote_that_the_file_can_hold_is_one():
    text = "**Recorded vote**\n\n- For (2): Councillors A and B\n- Against: Councillor C\n- Abstentions (0)\n"
    [vote] = read(text, markdown)[0]
    assert [(line.side, line.count, line.names) for line in vote.lines] == [
        ("For", 2, "Councillors A and B"),
        ("Against", None, "Councillor C"),
        ("Abstentions", 0, ""),
    ]
