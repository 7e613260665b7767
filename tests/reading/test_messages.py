"""What a clerk is told of the commonest slips: one problem each, in its place, with what was expected in plain words."""

from __future__ import annotations

import pytest

from minutebook.reading import read_book
from project import BODIES, COUNCIL, MINUTES, PEOPLE, make_project

LIST = "expected a list: each entry after '- ' on a line of its own, or all of them in square brackets"
REPORT = '---\nbody: cabinet\ndate: 2025-11-04\nitem: "9"\ntitle: The orchard\nreviewed: true\n---\n'
AGENDA = "---\nbody: cabinet\ndate: 2025-11-04\nstatus: scheduled\nreviewed: true\n---\n\n## 7. The orchard\n"

SLIPS = {
    "a colon in a value": (
        {"content/council.yaml": COUNCIL + "notice: Note: closed\n"},
        (
            "content/council.yaml:5:13: S004 this is not YAML: mapping values are not allowed in this context; expected quotation "
            "marks around a value that holds a colon and a space, and keys of one level indented alike"
        ),
    ),
    "a tab": (
        {"content/people.yaml": PEOPLE.replace("  name", "\tname", 1)},
        (
            "content/people.yaml:2:1: S004 this is not YAML: while scanning a plain scalar found a tab character that violates "
            "indentation; expected spaces in place of the tab"
        ),
    ),
    "other YAML": (
        {"content/people.yaml": "- [a, b\n"},
        (
            "content/people.yaml:2:1: S004 this is not YAML: while parsing a flow sequence did not find expected ',' or ']'; "
            "expected one key: and its value on each line, those of one level indented alike"
        ),
    ),
    "a second document": (
        {"content/council.yaml": COUNCIL + "---\nnotice: Closed\n"},
        "content/council.yaml:5:1: S006 a second document in YAML; expected plain keys, values and lists",
    ),
    "a colour that YAML takes for a comment": (
        {"content/council.yaml": COUNCIL + "colour: #123456\n"},
        (
            "content/council.yaml:5:1: F002 no value for 'colour'; expected \"#\" and six hexadecimal digits, in quotation marks: "
            '"#00594c"'
        ),
    ),
    "a version of the format to come": (
        {"content/council.yaml": COUNCIL.replace("format: 1", "format: 2")},
        "content/council.yaml:1:9: F004 '2' is not known here; expected 1",
    ),
    "one value for a list": (
        {"content/bodies.yaml": BODIES + "  aliases: Town council\n"},
        f"content/bodies.yaml:7:12: F003 found one value; {LIST}",
    ),
    "a body that follows itself": (
        {"content/bodies.yaml": BODIES + "  predecessor: council\n"},
        "content/bodies.yaml:4:3: R002 the body 'council' is its own predecessor; expected another body",
    ),
    "lines from the last to the first": (
        {
            "content/minutes/cabinet/2025-11-04.md": MINUTES.replace(
                "attendance", "source:\n  lines: [9, 3]\nattendance"
            )
        },
        "content/minutes/cabinet/2025-11-04.md:11:10: F004 no range of lines; expected [first, last]",
    ),
    "an item that the agenda lacks": (
        {"content/agendas/cabinet/2025-11-04.md": AGENDA, "content/reports/cabinet/2025-11-04/1.md": REPORT},
        (
            "content/reports/cabinet/2025-11-04/1.md:5:8: H006 the agenda of this meeting has no item '9'; expected the id of one "
            "of its items (7, 10/a), or no item: here"
        ),
    ),
    "a report without an agenda": (
        {"content/reports/cabinet/2025-11-04/1.md": REPORT},
        (
            "content/reports/cabinet/2025-11-04/1.md:5:8: H006 this meeting has no agenda file; expected "
            "content/agendas/cabinet/2025-11-04.md, or no item: here"
        ),
    ),
}


@pytest.mark.parametrize(("files", "told"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_problem_that_says_what_was_expected(tmp_path, files, told):
    assert [str(problem) for problem in read_book(make_project(tmp_path, files)).problems] == [told]
