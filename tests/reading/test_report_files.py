"""What a report file says, and every way in which it can be wrong, with the place that is reported."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.cli import main
from minutebook.identity import report_id, report_item_id, report_path
from minutebook.model import BULLET, Entry, List
from minutebook.reading import read_book
from minutebook.reading.reports import read_report
from minutebook.report_model import Approval, Author, Implication, Planned, Recommendation, Stop
from minutebook.source import decode
from project import copy_example

FILE = "content/reports/cabinet/2025-11-18-2/3.md"
FRONT = "---\nbody: cabinet\ndate: 2025-11-18\ntitle: Elms\nreviewed: false\n---\n"  # six lines


def read(text, file=FILE):
    decoded, problems = decode(text.encode(), file)
    return (None, problems) if decoded is None else read_report(decoded)


def body(text):
    report, problems = read(f"{FRONT}\n{text}\n")
    assert problems == ()
    return report


def places(problems):
    return [(problem.code, problem.location.line, problem.location.column) for problem in problems]


def test_front_matter_is_typed_by_what_each_key_means():
    report, problems = read(
        "---\nbody: cabinet\ndate: 2025-11-18\nitem: 10/a\nsection: private\nkind: plan\ntitle: Elms\npublished: 2025-11-10\n"
        "reviewed: true\nkey_decision: yes\nroute:\n  - body: Cabinet\n    date: 2025-11-18\n  - body: Council\n"
        "authors:\n  - job_title: Arborist\nmunicipal_year: 2025/26\nversion: 2025-11-01\n---\n"
    )
    assert problems == ()
    assert (report.item, report.section, report.kind, report.key_decision) == ("10/a", "private", "plan", True)
    assert report.route == (Stop("Cabinet", dt.date(2025, 11, 18)), Stop("Council"))
    assert (report.authors, report.version) == ((Author("", "Arborist"),), dt.date(2025, 11, 1))


def test_what_is_not_said_is_not_said_to_be_no():
    report, _ = read(FRONT)
    assert (report.key_decision, report.appendices, report.wards, report.item) == (None, (), "", "")


def test_the_path_says_meeting_and_number():
    report, _ = read(FRONT)
    assert (report.sequence, report.number) == (2, 3)
    assert report_id(report) == "cabinet/2025-11-18-2/reports/3"
    assert (report_path(report), report_item_id(report)) == (FILE, "")


def test_recommendations_stand_below_the_body_that_they_are_for():
    report = body(
        "## Recommendations\n\nOf its own.\n\n### Cabinet\n\nCabinet is asked to:\n\n- 1) Plant:\n    - a) elms\n\n### Council\n\n- Note."
    )
    assert report.recommendations == (
        Recommendation("", "Of its own."),
        Recommendation("Cabinet", "Cabinet is asked to:", (Entry("1)", "Plant:", (List((Entry("a)", "elms"),)),)),)),
        Recommendation("Council", "", (Entry(BULLET, "Note."),)),
    )


def test_lists_and_tables_are_read_row_by_row():
    report = body(
        "## Appendices\n\n- Map\n\n## Implications\n\n- 5.1. Costs: none\n- Risk: a view: see report\n\n"
        "## Approvals\n\n| Role | Name | Job title | Service area | Sent | Answered |\n|---|---|---|---|---|---|\n"
        "| approver | A Bee |  |  | 2025-11-01 |  |\n\n"
        "## Work programme\n\n| Date | Title | Detail | Lead |\n|---|---|---|---|\n| 2026-01-13 | Oaks |  |  |\n| Spring | Limes |  | B |"
    )
    assert report.appendices == (Entry(BULLET, "Map"),)
    assert report.implications == (Implication("Costs", none=True, label="5.1."), Implication("Risk: a view"))
    assert report.approvals == (Approval("approver", "A Bee", sent=dt.date(2025, 11, 1)),)
    assert report.programme == (
        Planned(dt.date(2026, 1, 13), title="Oaks"),
        Planned(period="Spring", title="Limes", lead="B"),
    )
    assert [row.location.line for row in report.programme] == [27, 28]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Words.\n", [("H002", 8, 1)]),
        ("## Summary\n\nWords.\n", [("H001", 8, 1)]),
        ("# Recommendations\n\n- x\n", [("H001", 8, 1)]),
        ("## Appendices\n\n- x\n\n## Appendices\n\n- x\n", [("H001", 12, 1)]),
        ("## Appendices\n", [("H002", 8, 1)]),
        ("## Appendices\n\nWords.\n", [("H002", 10, 1)]),
        ("## Appendices\n\n- x\n    - y\n", [("H002", 10, 1)]),
        ("## Recommendations\n\n### Cabinet\n", [("H003", 10, 1)]),
        ("## Recommendations\n\n### Cabinet\n\n- x\n\nMore.\n", [("H003", 14, 1)]),
        ("## Recommendations\n\n> Quoted.\n", [("H003", 10, 1)]),
        ("## Implications\n\n- Costs\n", [("H004", 10, 1)]),
        ("## Implications\n\n- Costs: perhaps\n", [("H004", 10, 1)]),
        ("## Approvals\n\n| Role |\n|---|\n| approver |\n", [("H005", 10, 1)]),
        (
            "## Approvals\n\n| Role | Name | Job title | Service area | Sent | Answered |\n|---|---|---|---|---|---|\n| boss |  |  |  |  |  |\n",
            [("H005", 12, 1)],
        ),
        (
            "## Approvals\n\n| Role | Name | Job title | Service area | Sent | Answered |\n|---|---|---|---|---|---|\n| approver |  |  |  | May | 2025-02-30 |\n",
            [("H005", 12, 1), ("H005", 12, 1)],
        ),
        ("## Work programme\n\n| Date | Title | Detail | Lead |\n|---|---|---|---|\n|  |  |  |  |\n", [("H005", 12, 1)]),
        ("## Work programme\n\n| Date | Title | Detail | Lead |\n|---|---|---|---|\n| 2025-02-30 | x |  |  |\n", [("H005", 12, 1)]),
    ],
)  # fmt: skip
def test_a_fault_is_reported_in_its_place(text, found):
    _, problems = read(f"{FRONT}\n{text}")
    assert places(problems) == found
    assert all(problem.expected for problem in problems)


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("body: cabinet\ndate: 2025-11-18\nreviewed: false", "F002"),
        ("body: cabinet\ndate: 2025-11-18\ntitle: x\nreviewed: false\nstatus: draft", "F001"),
        ("body: cabinet\ndate: 2025-11-18\ntitle: x\nreviewed: false\nkey_decision: perhaps", "F004"),
        ("body: cabinet\ndate: 2025-11-18\ntitle: x\nreviewed: false\nitem: 10/a/b", "F004"),
        ("body: cabinet\ndate: 2025-11-18\ntitle: x\nreviewed: false\nmunicipal_year: 2025-26", "F004"),
        ("body: cabinet\ndate: 2025-11-18\ntitle: x\nreviewed: false\nauthors:\n  - service_area: Trees", "F002"),
        ("body: cabinet\ndate: 2025-11-19\ntitle: x\nreviewed: false", "F005"),
        ("body: council\ndate: 2025-11-18\ntitle: x\nreviewed: false", "F005"),
    ],
)
def test_front_matter_that_says_what_no_report_can_is_refused(front, code):
    _, problems = read(f"---\n{front}\n---\n")
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("name", ["2025-11-18-2/x.md", "2025-11-18-2/0.md", "1.md"])
def test_a_name_that_is_no_report_s_is_refused(name):
    _, problems = read(FRONT, f"content/reports/cabinet/{name}")
    assert "F005" in [problem.code for problem in problems]


# --- in a project ----------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    """A council's project with one report that nobody has formatted."""
    root = copy_example(tmp_path / "project")
    body = next(path.name for path in sorted((root / "content/minutes").iterdir()))
    file = root / "content/reports" / body / "2031-01-14" / "1.md"
    file.parent.mkdir(parents=True)
    file.write_text(FRONT.replace("cabinet", body).replace("2025-11-18", "2031-01-14") + "## Appendices\n-  Map\n")
    return root, file


def of_reports(problems):
    return [(one.code, one.location.file) for one in problems if "/reports/" in one.location.file]


def test_the_book_holds_the_reports_and_format_writes_them_in_one_form(project, capsys):
    root, file = project
    reading = read_book(root)
    assert of_reports(reading.problems) == []
    assert [one.title for one in reading.book.reports if one.date.year == 2031] == ["Elms"]
    assert main(["-C", str(root), "format"]) == 0
    assert file.read_text().endswith("\n\n## Appendices\n\n- Map\n")
    assert main(["-C", str(root), "format", "--check"]) == 0
    assert main(["-C", str(root), "check"]) == 0
    assert "2031-01-14/1.md:5:8: C002" in capsys.readouterr().err


def test_a_report_of_an_item_that_the_agenda_does_not_have_is_a_problem(project):
    root, file = project
    file.write_text(file.read_text().replace("title:", "item: '9'\ntitle:"))
    name = file.relative_to(root).as_posix()
    assert of_reports(read_book(root).problems) == [("H006", name)]
    agenda = root / "content/agendas" / file.parent.parent.name / "2031-01-14.md"
    agenda.parent.mkdir(parents=True, exist_ok=True)
    front = "\n".join(line for line in file.read_text().split("\n")[:6] if not line.startswith(("item", "title")))
    agenda.write_text(f"{front}\nstatus: scheduled\n---\n\n## 9. Elms\n".replace("---\nstatus", "status"))
    assert of_reports(read_book(root).problems) == []


def test_a_report_of_an_unknown_body_or_in_no_folder_is_reported(project):
    root, _ = project
    stray = root / "content/reports/stray/2031-01-14/1.md"
    stray.parent.mkdir(parents=True)
    stray.write_text(FRONT.replace("cabinet", "stray").replace("2025-11-18", "2031-01-14"))
    (root / "content/reports/annual.md").write_text("# Annual\n")
    assert of_reports(read_book(root).problems) == [
        ("F005", "content/reports/annual.md"),
        ("R002", "content/reports/stray/2031-01-14/1.md"),
    ]
