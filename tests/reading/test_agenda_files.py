"""What an agenda file says, and every way in which it can be wrong, with the place that is reported."""

from __future__ import annotations

import datetime as dt

import pytest

from faults import assert_reported, places
from minutebook.agenda_model import Motion, Question, SubItem
from minutebook.council_model import Council
from minutebook.identity import agenda_id, agenda_item_id
from minutebook.model import BULLET, Book, Entry, List, Note, Paragraph, Quotation, Table
from minutebook.privacy import for_publication
from minutebook.reading import read_book
from minutebook.reading.agendas import read_agenda
from minutebook.source import decode
from minutebook.writing import write_agenda
from project import ROOT, copy_example, minutebook

FILE = "content/agendas/council/2025-11-18.md"
FRONT = "---\nbody: council\ndate: 2025-11-18\nstatus: scheduled\nreviewed: false\n---\n"  # six lines


def read(text, file=FILE):
    decoded, problems = decode(text.encode(), file)
    return (None, problems) if decoded is None else read_agenda(decoded)


def item(body):
    agenda, problems = read(f"{FRONT}\n## 1. Title\n\n{body}\n")
    assert problems == ()
    return agenda.items[0]


GOOD_FRONT = """\
---
body: council
date: 2025-11-18
start: "14:00"
place: Council House
status: moved
moved_to: 2025-11-25
notice: 2025-11-10
published: 2025-11-11
reviewed: true
source: {title: Agenda, lines: [3, 81]}
membership:
  - Councillor A Example (Chair)
invited: [Councillor B Example]
---
"""


def test_front_matter_is_typed_by_what_each_key_means():
    agenda, problems = read(GOOD_FRONT)
    assert problems == ()
    assert (agenda.start, agenda.place, agenda.status) == (dt.time(14), "Council House", "moved")
    assert (agenda.moved_to, agenda.notice) == (dt.date(2025, 11, 25), dt.date(2025, 11, 10))
    assert (agenda.published, agenda.reviewed, agenda.source.lines) == (dt.date(2025, 11, 11), True, (3, 81))
    assert [(one.printed, one.location.line) for one in agenda.membership] == [("Councillor A Example (Chair)", 13)]
    assert [one.printed for one in agenda.invited] == ["Councillor B Example"]


def test_items_have_sections_headings_pages_and_parts():
    body = (
        "## 1. Apologies\n\n# Public business: Matters for decision: now\n\n## 6. Report {pages 15-28} {#6-2}\n\n"
        "### (a) Costs {page 20}\n\n### Other matters\n\n# Private business\n\n## Land\n"
    )
    agenda, problems = read(f"{FRONT}\n{body}")
    assert problems == ()
    found = [(one.number, one.title, one.section, one.heading, one.pages, one.key) for one in agenda.items]
    assert found == [
        ("1", "Apologies", "public", "", (0, 0), ""),
        ("6", "Report", "public", "Matters for decision: now", (15, 28), "6-2"),
        ("", "Land", "private", "", (0, 0), ""),
    ]
    assert agenda.items[1].items == (SubItem("(a)", "Costs", (20, 20)), SubItem("", "Other matters"))
    assert agenda_id(agenda) == "council/2025-11-18"
    ids = [agenda_item_id(agenda, agenda.items[1], part) for part in (None, *agenda.items[1].items)]
    assert ids == [
        "council/2025-11-18/agenda/6-2",
        "council/2025-11-18/agenda/6-2/a",
        "council/2025-11-18/agenda/6-2/other-matters",
    ]


def test_a_source_stands_directly_below_its_heading():
    found = item("**Source:** Report of the Director\n\nTo be considered first.")
    assert (found.source, found.blocks) == ("Report of the Director", (Paragraph("To be considered first."),))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Any other\nbusiness.", Paragraph("Any other business.")),
        ("**Note:** Bring the map.", Note("Bring the map.")),
        ("- one", List((Entry(BULLET, "one"),))),
        ("| Ward |\n|---|\n| Elm |", Table(("Ward",), (("Elm",),))),
        ("> Words", Quotation((Paragraph("Words"),))),
        ("**Motion**\n\n> Words", Motion((Paragraph("Words"),))),
        ("**Motion**\n- Moved by: A\n- Seconded by: B\n\n> Words", Motion((Paragraph("Words"),), "A", "B")),
        ("**Question**\n> Why?", Question((Paragraph("Why?"),))),
        (
            "**Question 12a**\n\n- Subject: Homes\n- Put to: B, Leader: of all\n- Asked by: A\n\n> Why?\n\n**Answer**\n\n> So.",
            Question((Paragraph("Why?"),), "12a", "A", "B, Leader: of all", "Homes", (Paragraph("So."),)),
        ),
    ],
    ids=["text", "note", "list", "table", "quotation", "motion", "moved", "question", "answered"],
)
def test_each_kind_of_block(body, expected):
    assert item(body).blocks == (expected,)


def test_a_second_quotation_is_not_part_of_a_motion():
    blocks = item("**Motion**\n\n> One\n\n> Two").blocks
    assert blocks == (Motion((Paragraph("One"),)), Quotation((Paragraph("Two"),)))


WRONG = {
    "a status of minutes": (FRONT.replace("scheduled", "draft"), [("F004", 4, 9)]),
    "moved to no day": (FRONT.replace("scheduled", "moved"), [("G001", 4, 9)]),
    "a day though not moved": (FRONT.replace("reviewed", "moved_to: 2025-11-20\nreviewed"), [("G001", 5, 11)]),
    "moved to its own day": (FRONT.replace("scheduled", "moved\nmoved_to: 2025-11-18"), [("G001", 5, 11)]),
    "text below a section": (FRONT + "\n# Public business\n\nWords.\n", [("M001", 10, 1)]),
    "a section in other letters": (FRONT + "\n# Private Business\n", [("M002", 8, 1)]),
    "a colon without a heading": (FRONT + "\n# Public business:\n", [("M002", 8, 1)]),
    "an item with pages alone": (FRONT + "\n## 36. {page 2}\n", [("M002", 8, 1)]),
    "a part of no item": (FRONT + "\n### (a) T\n", [("M002", 8, 1)]),
    "two parts of one id": (FRONT + "\n## 1. T\n\n### (a) T\n\n### a) U\n", [("M003", 12, 1)]),
    "pages in reverse": (FRONT + "\n## 1. T {pages 14-5}\n", [("G002", 8, 1)]),
    "pages as printed": (FRONT + "\n## 1. T {Pages 5 - 14}\n", [("G002", 8, 1)]),
    "one page as a range": (FRONT + "\n## 1. T {pages 5-5}\n", [("G002", 8, 1)]),
    "pages twice": (FRONT + "\n## 1. T {page 5} {page 6}\n", [("G002", 8, 1)]),
    "an id before the pages": (FRONT + "\n## 1. T {#x} {page 6}\n", [("G002", 8, 1)]),
    "a brace that touches the title": (FRONT + "\n## 1. T{page 6}\n", [("G002", 8, 1)]),
    "pages of a part": (FRONT + "\n## 1. T\n\n### (a) T {page 0}\n", [("G002", 10, 1)]),
    "a source below text": (FRONT + "\n## 1. T\n\nWords.\n\n**Source:** Report\n", [("G003", 12, 1)]),
    "a source twice": (FRONT + "\n## 1. T\n\n**Source:** A\n\n**Source:** B\n", [("G003", 12, 1)]),
    "a source that says nothing": (FRONT + "\n## 1. T\n\n**Source:**\n", [("M007", 10, 1)]),
    "a motion without text": (FRONT + "\n## 1. T\n\n**Motion**\n\nWords.\n", [("G004", 10, 1)]),
    "a question without text": (FRONT + "\n## 1. T\n\n**Question 1**\n\n- Subject: x\n", [("G004", 10, 1)]),
    "an answer without text": (FRONT + "\n## 1. T\n\n**Question**\n\n> Why?\n\n**Answer**\n\nSo.\n", [("G004", 14, 1)]),
    "a line of a question in a motion": (FRONT + "\n## 1. T\n\n**Motion**\n\n- Put to: A\n\n> W\n", [("G005", 12, 1)]),
    "a line twice": (FRONT + "\n## 1. T\n\n**Motion**\n\n- Moved by: A\n- Moved by: B\n\n> W\n", [("G005", 13, 1)]),
    "a line without a value": (FRONT + "\n## 1. T\n\n**Motion**\n\n- Moved by:\n\n> W\n", [("G005", 12, 1)]),
    "a list that is none of the motion's": (
        FRONT + "\n## 1. T\n\n**Motion**\n\n- 1) That we\n\n> W\n",
        [("G005", 12, 1)],
    ),
    "an answer to no question": (FRONT + "\n## 1. T\n\n**Answer**\n\n> So.\n", [("G006", 10, 1)]),
    "a decision": (FRONT + "\n## 1. T\n\n**RESOLVED** that.\n", [("M007", 10, 1)]),
    "a vote": (FRONT + "\n## 1. T\n\n**Recorded vote**\n\n- For (2)\n", [("M007", 10, 1)]),
    "words after a mark": (FRONT + "\n## 1. T\n\n**Motion** by A\n", [("M007", 10, 1)]),
    "bold in a title": (FRONT + "\n## 1. **T**\n", [("M007", 8, 1)]),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_what_does_not_parse_is_reported_where_it_stands(text, expected):
    assert_reported(read(text)[1], expected)


def test_all_problems_of_a_file_are_reported_not_the_first_only():
    text = FRONT.replace("false", "maybe") + "\nStray.\n\n## 1. T {x}\n\n**Answer**\n\n## 1. U\n\n|a|\n"
    assert {code for code, _, _ in places(read(text)[1])} == {"F004", "M001", "G002", "G006", "M003", "M010"}


def test_a_private_item_keeps_its_headings_and_loses_its_text():
    body = "# Private business\n\n## 1. Land {page 3}\n\nThe price is low.\n\n### (a) Plan\n\n**Motion**\n\n> Sell.\n"
    agenda, _ = read(f"{FRONT}\n{body}")
    for setting, kept in (("titles", False), ("publish", True)):
        book = Book(Council("example", "Example Council", private_items=setting), agendas=(agenda,))
        (one,) = for_publication(book).agendas[0].items
        assert (one.title, one.pages, one.items[0].title) == ("Land", (3, 3), "Plan")
        assert (bool(one.blocks), bool(one.items[0].blocks)) == (kept, kept)


@pytest.fixture
def project(tmp_path):
    """The council that ships with one more agenda, that nobody has formatted."""
    root = copy_example(tmp_path / "project")
    body = next(path.name for path in sorted((root / "content/minutes").iterdir()))
    file = root / "content/agendas" / body / "2031-01-14.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        FRONT.replace("council", body).replace("2025-11-18", "2031-01-14") + "## 1.  Title\nText\nwrapped.\n"
    )
    return root, file


def test_the_book_holds_the_agendas_of_all_bodies(project):
    root, file = project
    reading = read_book(root)
    assert reading.problems == ()
    assert [(one.body, one.items[0].title) for one in reading.book.agendas if one.date == dt.date(2031, 1, 14)] == [
        (file.parent.name, "Title")
    ]


def test_an_agenda_of_an_unknown_body_or_in_no_folder_is_reported(project):
    root, file = project
    text = file.read_text()
    (root / "content/agendas/stray.md").write_text(text)
    (root / "content/agendas/nobody").mkdir()
    (root / "content/agendas/nobody/2031-01-14.md").write_text(text.replace(file.parent.name, "nobody"))
    found = {(problem.code, problem.location.file) for problem in read_book(root).problems}
    assert found == {
        ("F005", "content/agendas/stray.md"),
        ("R002", "content/agendas/nobody/2031-01-14.md"),
    }


def test_format_writes_agendas_in_their_canonical_form(project):
    root, file = project
    done = minutebook("-C", root, "format")
    assert (done.returncode, done.stdout.strip()) == (0, f"{file.relative_to(root).as_posix()}: formatted")
    agenda, problems = read(file.read_text(), file.relative_to(root).as_posix())
    assert problems == ()
    assert file.read_text() == write_agenda(agenda)
    assert "## 1. Title\n\nText wrapped.\n" in file.read_text()
    again = minutebook("-C", root, "format", "--check", file)
    assert (again.returncode, again.stdout.strip()) == (0, "")


def test_the_guide_shows_an_agenda_that_reads():
    guide = (ROOT / "content/guide/format.md").read_text()
    section = guide.partition("## Agenda files")[2].partition("\n## council.yaml")[0]
    shown = section.partition("    ## 10.")
    lines = (shown[1] + shown[2]).split("\n\n**Private")[0]
    body = "\n".join(line.removeprefix("    ") for line in lines.split("\n"))
    agenda, problems = read(f"{FRONT}\n{body}\n")
    assert problems == ()
    assert [block.number for part in agenda.items[0].items for block in part.blocks] == ["1"]
    assert agenda.items[1].items[0].blocks[0].seconded_by == "Councillor D Example"
