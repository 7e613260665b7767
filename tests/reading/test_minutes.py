"""What a minutes file says, and every way in which it can be wrong, with the place that is reported."""

from __future__ import annotations

import datetime as dt

import pytest

from faults import assert_reported, places
from minutebook.model import BULLET, Decision, List, Note, Paragraph, Quotation, Subheading, Table, Vote, VoteLine
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode

FILE = "content/minutes/cabinet/2025-11-04.md"
FRONT = "---\nbody: cabinet\ndate: 2025-11-04\nstatus: draft\nreviewed: false\n---\n"  # six lines


def read(text, file=FILE):
    decoded, problems = decode(text if isinstance(text, bytes) else text.encode(), file)
    return (None, problems) if decoded is None else read_meeting(decoded, OPERATIVE_WORDS)


def blocks(body):
    meeting, problems = read(f"{FRONT}\n## 1. Title\n\n{body}\n")
    assert problems == ()
    return meeting.items[0].blocks


GOOD_FRONT = """\
---
body: cabinet
date: 2025-11-04
start: "14:00"
end: 15:30
place: 'Council House: Room 1'
status: approved
published: 2025-11-12
reviewed: true
corrections:
  - date: 2025-12-01
    note: The seconder was misnamed.
extract: false
source: {title: Minutes, lines: [3, 137]}
attendance:
  - group: Members
    people:
      - Councillor A Example (Chair)
  - group: Employees
    departments:
      Law & Governance: [B Example, C Example (Director)]
apologies:
  - Councillor D Example
---
"""


def test_front_matter_is_typed_by_what_each_key_means():
    meeting, problems = read(GOOD_FRONT)
    assert problems == ()
    assert (meeting.start, meeting.end) == (dt.time(14), dt.time(15, 30))
    assert meeting.place == "Council House: Room 1"
    assert meeting.reviewed is True
    assert meeting.corrections[0].date == dt.date(2025, 12, 1)
    assert meeting.source.lines == (3, 137)
    assert meeting.attendance[1].departments[0].people[1].printed == "C Example (Director)"
    assert meeting.apologies[0].location.line == 23


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference():
    text = FRONT + "\n## 1. Title\n\nSaid **RESOLVED** that:\n\n- 1) Yes.\n"
    assert read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == read(text)


def test_a_second_meeting_of_the_day_takes_its_sequence_from_the_file_name():
    meeting, problems = read(FRONT, "content/minutes/cabinet/2025-11-04-2.md")
    assert (problems, meeting.sequence) == ((), 2)


def test_items_sections_numbers_and_frozen_ids():
    body = "## Welcome\n\n# Private business\n\n## PL/24/017. Land {#pl-1}\n\n# Public business\n\n## 5(a). End\n"
    meeting, problems = read(f"{FRONT}\n{body}")
    assert problems == ()
    assert [(i.number, i.title, i.section, i.key) for i in meeting.items] == [
        ("", "Welcome", "public", ""),
        ("PL/24/017", "Land", "private", "pl-1"),
        ("5(a)", "End", "public", ""),
    ]


def test_a_decision_holds_its_lead_and_the_list_after_it():
    body = "It was **RESOLVED** that Cabinet:\n\n- 1) Agree.\n- 2) Delegate to:\n    - a) sign; and\n    - b) seal.\n"
    (decision,) = blocks(body)
    assert (decision.before, decision.operative, decision.after) == ("It was ", "RESOLVED", " that Cabinet:")
    assert [entry.label for entry in decision.clauses] == ["1)", "2)"]
    assert [entry.text for entry in decision.clauses[1].blocks[0].entries] == ["sign; and", "seal."]


def test_a_list_directly_below_its_decision_needs_no_blank_line():
    assert blocks("**AGREED:**\n- (a) one\n")[0].clauses[0].label == "(a)"


def test_a_paragraph_ends_a_decision_and_a_list_after_it_is_no_clause():
    kinds = [type(block) for block in blocks("**RESOLVED** so.\n\nThen:\n\n- one\n")]
    assert kinds == [Decision, Paragraph, List]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Wrapped\nover lines.", Paragraph("Wrapped over lines.")),
        (r"\# not a heading", Paragraph("# not a heading")),
        (r"\**RESOLVED\** is quoted", Paragraph("**RESOLVED** is quoted")),
        ("### Costs", Subheading("Costs")),
        ("**Note:** Later withdrawn.", Note("Later withdrawn.")),
        ("| Ward |  |\n|---|---|\n| Elm \\| Ash | 2 |", Table(("Ward", ""), (("Elm | Ash", "2"),))),
        ("> Text of\n> the motion", Quotation((Paragraph("Text of the motion"),))),
        ("**Recorded vote**\n- For (2): A, B\n- Against\n", Vote((VoteLine("For", 2, "A, B"), VoteLine("Against")))),
    ],
    ids=["wrapped", "escaped heading", "escaped bold", "sub-heading", "note", "table", "quotation", "vote"],
)
def test_each_kind_of_block(body, expected):
    assert blocks(body) == (expected,)


@pytest.mark.parametrize(
    ("entry", "label", "text"),
    [
        ("- 1) x", "1)", "x"),
        ("- (iv) x", "(iv)", "x"),
        ("- 1.2 x", "1.2", "x"),
        ("- a. x", "a.", "x"),
        ("- (aa) x", "(aa)", "x"),
        ("- Dr. Example spoke", BULLET, "Dr. Example spoke"),
        ("- i.e. x", BULLET, "i.e. x"),
        ("- 2025 was dry", BULLET, "2025 was dry"),
        (r"- \a) x", BULLET, "a) x"),
        ("- (see below) x", BULLET, "(see below) x"),
    ],
)
def test_what_is_a_label_and_what_is_text(entry, label, text):
    (found,) = blocks(entry)[0].entries
    assert (found.label, found.text) == (label, text)


def test_an_abbreviation_does_not_end_the_sentence_of_a_decision():
    (decision,) = blocks("On the motion of Cllr. A. Example it was **RESOLVED** to adjourn.")
    assert isinstance(decision, Decision)


WRONG = {
    "front matter without end": ("---\nbody: cabinet\n", [("S003", 1, 1)]),
    "front matter that is not YAML": ("---\nbody: [cabinet\n---\n", [("S004", 3, 1)]),
    "a key twice": (FRONT.replace("status", "date: 2025-11-04\nstatus"), [("S005", 4, 1)]),
    "an alias": (FRONT.replace("draft", "&a draft"), [("S006", 4, 9)]),
    "a list where one value stands": (FRONT.replace("draft", "[draft]"), [("F003", 4, 9)]),
    "a date in another form": (FRONT.replace("2025-11-04", "4 November 2025"), [("F004", 3, 7)]),
    "a time in another form": (FRONT.replace("status", "start: 2pm\nstatus"), [("F004", 4, 8)]),
    "a truth that is none": (FRONT.replace("false", "no"), [("F004", 5, 11)]),
    "a list that skips a level": (FRONT + "\n## 1. T\n\n- a\n        - b\n", [("M004", 11, 5)]),
    "a list that begins indented": (FRONT + "\n## 1. T\n\n    - b\n", [("M004", 10, 1)]),
    "a label twice": (FRONT + "\n## 1. T\n\n**RESOLVED**\n\n- 1) a\n- 1) b\n", [("M005", 13, 1)]),
    "a bullet whose place is a label": (FRONT + "\n## 1. T\n\n**RESOLVED**\n\n- 2) a\n- b\n", [("M005", 13, 1)]),
    "an indented paragraph": (FRONT + "\n## 1. T\n\n  a\n", [("M006", 10, 1)]),
    "bold that is no mark": (FRONT + "\n## 1. T\n\nIt was **noted**.\n", [("M007", 10, 8)]),
    "bold that does not end": (FRONT + "\n## 1. T\n\n**RESOLVED that\n", [("M007", 10, 1)]),
    "bold in a list": (FRONT + "\n## 1. T\n\n- **RESOLVED**\n", [("M007", 10, 3)]),
    "an operative word late": (FRONT + "\n## 1. T\n\nThey met. It was **RESOLVED**.\n", [("M008", 10, 18)]),
    "two operative words": (FRONT + "\n## 1. T\n\n**RESOLVED** and **AGREED**.\n", [("M008", 10, 18)]),
    "an operative word in a word": (FRONT + "\n## 1. T\n\n**RESOLVED**ly.\n", [("M008", 10, 1)]),
    "a table without rows": (FRONT + "\n## 1. T\n\n| a |\n|---|\n", [("M010", 10, 1)]),
    "a ragged table": (FRONT + "\n## 1. T\n\n| a | b |\n|---|---|\n| c |\n", [("M010", 12, 1)]),
    "a vote without a list": (FRONT + "\n## 1. T\n\n**Recorded vote**\n\nFor: all\n", [("M011", 10, 1)]),
    "a vote of another form": (FRONT + "\n## 1. T\n\n**Recorded vote**\n\n- In favour: 3\n", [("M011", 12, 1)]),
    "text directly below an entry": (FRONT + "\n## 1. T\n\n- a\nb\n", [("M012", 11, 1)]),
    "an entry without text": (FRONT + "\n## 1. T\n\n- 1)\n- 2) b\n", [("M013", 10, 1)]),
    "a section heading after a space": (FRONT + "\n## 1. T\n\nWords.\n # Private business\n", [("M006", 11, 1)]),
    "clauses that begin indented": (FRONT + "\n## 1. T\n\n**AGREED**:\n    - 1) a\n", [("M004", 11, 1)]),
    "a heading after a character that cannot be seen": (FRONT + "\n\u200b# Private business\n", [("S002", 8, 1)]),
    "a table row whose last bar is escaped": (FRONT + "\n## 1. T\n\n| a |\n|---|\n| b \\|\n", [("M010", 12, 1)]),
    "a quotation without text": (FRONT + "\n## 1. T\n\n- 1) a\n>\n- 2) b\n", [("M014", 11, 1)]),
    "an id that is none": (FRONT + "\n## 1. T {#Bad_key}\n", [("M002", 8, 7)]),
    "an id like a decision's address": (FRONT + "\n## 1 decision 1\n", [("M003", 8, 1)]),
    "a backslash in a title": (FRONT + "\n## 12. Title \\q\n", [("M009", 8, 14)]),
    "a backslash in a second line": (FRONT + "\n## 1. T\n\nOne\ntwo three \\q\n", [("M009", 11, 11)]),
    "a backslash in an entry's second line": (FRONT + "\n## 1. T\n\n- 1) a\n    b \\q\n", [("M009", 11, 7)]),
    "a backslash in a second cell": (FRONT + "\n## 1. T\n\n| a | b |\n|---|---|\n| c | \\q |\n", [("M009", 12, 7)]),
    "nesting without end": ("---\n" + "[" * 5000 + "\n---\n", [("S006", 2, 41)]),
    "a table in a quotation": (FRONT + "\n## 1. T\n\n> | a |\n", [("M014", 10, 3)]),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_does_not_parse_is_reported_where_it_stands(text, expected):
    assert_reported(read(text)[1], expected)


def test_all_problems_of_a_file_are_reported_not_the_first_only():
    text = FRONT.replace("false", "maybe") + "\nStray.\n\n## 1. T\n\n**x** y\n\n## 1. U\n\n|a|\n"
    assert {code for code, _, _ in places(read(text)[1])} == {"F004", "M001", "M003", "M007", "M010"}


def test_a_fault_of_the_front_matter_does_not_hide_those_of_the_body():
    text = FRONT.replace("status", "date: 2025-11-04\nstatus") + "\n## 1. T\n\nIt was **noted**.\n"
    assert [code for code, _, _ in places(read(text)[1])] == ["S005", "M007"]


@pytest.mark.parametrize("before", ["At 2.30 p.m. it was ", "About approx. ten members ", "The Dept. of Works "])
def test_a_stop_inside_a_sentence_does_not_end_it(before):
    (decision,) = blocks(f"{before}**RESOLVED** so.")
    assert decision.before == before


def test_every_line_that_is_not_utf_8_is_named_with_a_byte_order_mark_too():
    found = read(b"\xef\xbb\xbf" + "abc\ndé\nf".encode("latin-1") + b"\n\xc3\xa9\xff")[1]
    assert [(str(problem.location), problem.message.split()[6]) for problem in found] == [
        (f"{FILE}:2:2", "0xe9"),
        (f"{FILE}:4:2", "0xff"),
    ]


def test_latin_1_is_named_with_line_and_column():
    (problem,) = read(FRONT.encode() + "\n## 1. Café\n".encode("latin-1"))[1]
    assert (problem.code, problem.location.line, problem.location.column) == ("S001", 8, 10)


def test_a_nul_byte_is_named_with_line_and_column():
    (problem,) = read(FRONT.encode() + b"\n## 1. T\x00\n")[1]
    assert (problem.code, problem.location.line, problem.location.column) == ("S002", 8, 8)


def test_deep_nesting_ends_in_a_problem_and_not_in_a_traceback():
    lists = "\n".join("    " * level + "- x" for level in range(400))
    assert "M004" in {problem.code for problem in read(f"{FRONT}\n## 1. T\n\n{lists}\n")[1]}
