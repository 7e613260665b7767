"""The front sheets of reports in packs of councils that do not exist: what is read of them, what is not, and where it goes."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from importers.making_packs import imported
from minutebook.importers import write_imported
from minutebook.model import BULLET, Entry, List
from minutebook.reading import read_registers
from minutebook.reading.reports import read_report
from minutebook.report_model import Approval, Author, Implication, Planned, Stop
from minutebook.source import decode

AGENDA = """\
# Cabinet

Agenda for the meeting to be held on Tuesday, 2 December 2025 at 2.00 pm in the Town Hall

1. Apologies

2. Care of the elms in Ashby Park (Pages 3 - 9)

3. Lending of books (Pages 10 - 12)

4. Work programme (Pages 13 - 14)

"""
SHEET = """\
Tree Board
Cabinet

20 November 2025
2 December 2025

**Name of Cabinet Member:**

Cabinet Member for Parks – Councillor A Bee

**Director approving submission of the report:**

Director of Place

**Ward(s) affected:**

Ashby

**Title:**

Care of the elms in Ashby Park

**Is this a key decision?**

Yes - it costs more than £250,000.

**Executive summary:**

The elms are old, and Mavis, who is eleven, has written to say how she misses the one by the gate.

**Recommendations:**

Tree Board is requested to:

1) Walk the park.

Cabinet is requested to:

1) Fell nothing.
2) Delegate to the Director:
a) the pruning; and
b) the planting.

**List of Appendices included:**

Appendix 1 – Map

**Background papers:**

None

**Has it been or will it be considered by Scrutiny?**

No

# 5. Comments

## 5.1. Financial implications

There are no financial implications.

## 5.2. Legal implications

The law of elms is old.

## 6.1. Implications for the climate

None

**Report author:**

C Dee
Arborist

**Service area:**

Parks

**Tel and email contact:**

Tel: 01632 960 001

Email: c.dee@council.example

Enquiries to C Dee.

| Contributor or approver | Post | Service | Sent to them | Answered |
|---|---|---|---|---|
| Contributors: | | | | |
| E Eff | Accountant | Finance | 03.11.25 | 5/11/2025 |
| Names of approvers for submission: | | | | |
| Legal: F Gee | Solicitor | - | 10 November 2025 | |

This report is published on the council's website.

"""
APPENDIX = "Appendix 1\n\n# Map\n\n**Recommendations:**\n\nCabinet is requested to:\n\n1) Hang it.\n\n"


def sheets(*papers, agenda=AGENDA):
    return [one.sheet for one in imported(agenda + "".join(papers)) if one.sheet]


def test_a_front_sheet_is_read_whole():
    (report,) = sheets(SHEET)
    assert (report.body, report.date, report.number, report.item) == ("cabinet", dt.date(2025, 12, 2), 1, "2")
    assert (report.title, report.kind, report.wards) == ("Care of the elms in Ashby Park", "report", "Ashby")
    assert report.cabinet_member == "Cabinet Member for Parks – Councillor A Bee"
    assert (report.director, report.scrutiny) == ("Director of Place", "No")
    assert (report.key_decision, report.key_decision_reason) == (True, "it costs more than £250,000.")
    assert report.route == (Stop("Tree Board", dt.date(2025, 11, 20)), Stop("Cabinet", dt.date(2025, 12, 2)))
    assert report.appendices == (Entry(BULLET, "Appendix 1 – Map"),)
    assert report.background_papers == (Entry(BULLET, "None"),)
    assert report.authors == (Author("C Dee", "Arborist", "Parks"),)


def test_recommendations_are_told_apart_by_body_with_their_levels():
    (report,) = sheets(SHEET)
    board, cabinet = report.recommendations
    assert (board.to, board.lead, board.entries) == (
        "Tree Board",
        "Tree Board is requested to:",
        (Entry("1)", "Walk the park."),),
    )
    parts = List((Entry("a)", "the pruning; and"), Entry("b)", "the planting.")))
    assert cabinet.entries == (Entry("1)", "Fell nothing."), Entry("2)", "Delegate to the Director:", (parts,)))


def test_only_a_plain_word_that_there_are_none_is_flagged():
    (report,) = sheets(SHEET)
    assert report.implications == (
        Implication("Financial implications", none=True, label="5.1."),
        Implication("Legal implications", none=False, label="5.2."),
        Implication("Implications for the climate", none=True, label="6.1."),
    )


def test_contributors_and_approvers_have_the_days_that_are_printed_and_no_others():
    (report,) = sheets(SHEET)
    assert report.approvals == (
        Approval("contributor", "E Eff", "Accountant", "Finance", dt.date(2025, 11, 3), dt.date(2025, 11, 5)),
        Approval("approver", "F Gee", "Solicitor", "", dt.date(2025, 11, 10), None),
    )


def test_neither_narrative_nor_contacts_are_in_the_file():
    (one,) = [one for one in imported(AGENDA + SHEET) if one.sheet]
    for kept_out in ("Mavis", "law of elms", "01632", "@", "Enquiries", "published on"):
        assert kept_out not in one.text


def test_what_an_appendix_says_is_not_the_report_s():
    (report,) = sheets(SHEET, APPENDIX)
    assert [one.to for one in report.recommendations] == ["Tree Board", "Cabinet"]


def test_two_reports_are_two_files_in_their_order():
    second = SHEET.replace("Care of the elms in Ashby Park", "Lending of books")
    assert [(one.number, one.item) for one in sheets(SHEET, second)] == [(1, "2"), (2, "3")]


@pytest.mark.parametrize(
    ("front", "found"),
    [
        (("Report to: Cabinet\n\nDate of meeting: 2 December 2025\n\nTitle: Lending of books\n\nPortfolio holder: Councillor A Bee\n\n"
         "Wards affected: All\n\nKey decision: No\n\nReport author: C Dee, Librarian, c.dee@council.example\n\n"
         "Recommendations:\n\nThat Cabinet:\n\n1. Lend them.\n\n"), ("All", False, "Councillor A Bee")),
        (("| Report to | Cabinet |\n|---|---|\n| Date of meeting | 2 December 2025 |\n| Report title | Lending of books |\n"
         "| Lead member | Councillor A Bee |\n| Wards affected | All |\n| Key decision | No |\n| Report author | C Dee, Librarian |\n\n"
         "## Recommendations\n\nCabinet is recommended to:\n\n1. Lend them.\n\n"), ("All", False, "Councillor A Bee")),
    ],
    ids=["labels with their answers on one line", "a table of two columns"],
)  # fmt: skip
def test_front_sheets_of_other_councils_are_read_as_well(front, found):
    (report,) = sheets(front)
    assert (report.item, report.kind, report.title) == ("3", "report", "Lending of books")
    assert (report.wards, report.key_decision, report.cabinet_member) == found
    assert report.route == (Stop("Cabinet", dt.date(2025, 12, 2)),)
    assert [(one.to, one.entries) for one in report.recommendations] == [("Cabinet", (Entry("1.", "Lend them."),))]
    assert report.authors == (Author("C Dee", "Librarian"),)


NOTE = """\
To: Cabinet

Date: 2 December 2025

Subject: Lending of books

1 Purpose of the Note

1.1 To tell of books.

2 Recommendations

2.1 The Book Panel support the lending and recommend that Cabinet:

1) Lend them.

3 Background

3.1 Cabinet is requested to:

1) Read.

C Dee
Librarian
01632 960 002
"""


def test_a_note_is_read_with_who_signs_it():
    (report,) = sheets(NOTE)
    assert (report.kind, report.item, report.title) == ("briefing note", "3", "Lending of books")
    assert [(one.to, len(one.entries)) for one in report.recommendations] == [("Cabinet", 1)]
    assert report.authors == (Author("C Dee", "Librarian"),)


PROGRAMME = """\
Agenda Item 4

# Tree Board work programme 2025/26

Last updated 17 November 2025

| Date | Title | Detail | Lead officer |
|---|---|---|---|
| 2nd December 25 | Elms | How they are | C Dee |
| | Limes | | |
| 13 January 2026 | | | |
| To be confirmed | Oaks | | Cllr A Bee |

"""


def test_a_work_programme_is_read_row_by_row():
    (report,) = sheets(PROGRAMME)
    assert (report.kind, report.item, report.municipal_year) == ("work programme", "4", "2025/26")
    assert report.version == dt.date(2025, 11, 17)
    assert report.programme == (
        Planned(dt.date(2025, 12, 2), title="Elms", detail="How they are", lead="C Dee"),
        Planned(dt.date(2025, 12, 2), title="Limes"),
        Planned(dt.date(2026, 1, 13)),
        Planned(period="To be confirmed", title="Oaks", lead="Cllr A Bee"),
    )


@pytest.mark.parametrize(
    "paper",
    [
        "# Letters received\n\nDear Mayor,\n\nTitle: the elms.\n\nYours\n\n",
        "| Date | Opened | Closed |\n|---|---|---|\n| 2 December 2025 | 3 | 4 |\n\n",
        "To: Cabinet\n\nFrom: A neighbour\n\nI write about the elms.\n\n",
        "# Assessment\n\n| Title of EIA | | Elms |\n|---|---|---|\n| Cabinet Member | Name | A Bee |\n| | Portfolio | Parks |\n\n",
    ],
    ids=["a letter", "another table", "a letter with To and From", "an assessment"],
)
def test_other_papers_are_no_reports(paper):
    assert sheets(paper) == []


def test_a_private_item_s_report_is_private():
    agenda = AGENDA.replace("3. Lending", "Private business\n\n3. Lending")
    (report,) = sheets(SHEET.replace("Care of the elms in Ashby Park", "Lending of books"), agenda=agenda)
    assert (report.item, report.section) == ("3", "private")


def test_a_report_of_no_item_says_so():
    (one,) = [one for one in imported(AGENDA + SHEET.replace("Care of the elms", "The pond")) if one.sheet]
    assert one.sheet.item == ""
    assert any("no item of the agenda" in line.message for line in one.report)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_a_damaged_pack_gives_can_be_read_back(seed):
    chance = random.Random(seed)  # the same damage each time
    lines = (AGENDA + SHEET + NOTE + PROGRAMME + APPENDIX).split("\n")
    for _ in range(chance.randint(1, 20)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines[at] += f"  {lines[to]}"
            case 2:
                lines[at] = chance.choice(["| ", "# ", "- ", "**", "\\", "Title: ", "To: ", "None"]) + lines[at]
            case _:
                lines[at], lines[to] = lines[to], lines[at]
    for one in imported("\n".join(lines)):
        if one.sheet:
            text, faults = decode(one.text.encode(), one.path)
            assert (faults, read_report(text)) == ((), (one.sheet, ()))


# --- into a project --------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/council.yaml").write_text("format: 1\nid: example\nname: Example Council\n")
    for register in ("bodies", "people"):
        (tmp_path / f"content/{register}.yaml").write_text("[]\n")
    return tmp_path


def place(root, document, **how):
    _, bodies, people = read_registers(root, [])
    written = [write_imported(root, one, **how) for one in imported(document, bodies, people)]
    return [(one.status, one.path.removeprefix("content/")) for one in written if "/reports/" in one.path]


def test_a_second_import_changes_nothing_and_keeps_what_a_clerk_decided(root):
    assert place(root, AGENDA + SHEET) == [("written", "reports/cabinet/2025-12-02/1.md")]
    file = root / "content/reports/cabinet/2025-12-02/1.md"
    file.write_text(file.read_text().replace("reviewed: false", "reviewed: true"))
    assert place(root, AGENDA + SHEET) == [("unchanged", "reports/cabinet/2025-12-02/1.md")]
    assert "reviewed: true" in file.read_text()


def test_the_reports_of_a_supplement_come_after_those_that_stand(root):
    place(root, AGENDA + SHEET)
    second = SHEET.replace("Care of the elms in Ashby Park", "Lending of books")
    assert place(root, AGENDA + second) == [("written", "reports/cabinet/2025-12-02/2.md")]


def test_the_same_report_in_other_words_is_not_overwritten_without_a_word(root):
    place(root, AGENDA + SHEET)
    changed = AGENDA + SHEET.replace("Fell nothing", "Fell one")
    assert place(root, changed) == [("refused", "reports/cabinet/2025-12-02/1.md")]
    assert place(root, changed, force=True) == [("replaced", "reports/cabinet/2025-12-02/1.md")]


def test_a_report_file_is_imported_as_it_stands():
    (one,) = [one for one in imported(AGENDA + SHEET) if one.sheet]
    [again] = imported(one.text)
    assert (again.path, again.text, again.sheet, again.problems) == (one.path, one.text, one.sheet, ())
