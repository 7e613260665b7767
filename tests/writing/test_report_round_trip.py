"""Laws 1 and 3 for report files: what is written is read back, what is canonical stays, and reading guesses nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.identity import report_path
from minutebook.reading.reports import read_report
from minutebook.source import Text, decode
from minutebook.writing import write_report
from report_strategies import reports

FRONT = "---\nbody: cabinet\ndate: 2025-11-04\ntitle: Title\nreviewed: false\n---\n"
FILE = "content/reports/cabinet/2025-11-04/1.md"


@settings(max_examples=60, deadline=None)
@given(reports())
def test_every_report_that_the_model_admits_is_read_back(report):
    text = write_report(report)
    decoded, problems = decode(text.encode(), report_path(report))
    assert not problems
    found, problems = read_report(decoded)
    assert problems == ()
    assert found == report
    assert write_report(found) == text


_lines = st.builds(
    lambda start, parts: start + " ".join(parts),
    st.sampled_from(["", "## ", "### ", "- ", "- 1) ", "    - a) ", "> ", "| ", "|---|---|---|---|", "# "]),
    st.lists(
        st.sampled_from(["word", "Recommendations", "Appendices", "Implications", "Work programme", "Approvals",
                         "x: none", ": see report", "| Date | Title | Detail | Lead |", "2025-11-04 |", "**b**"]), max_size=3,
    ),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_lines, min_size=1, max_size=10).map("\n".join))
def test_what_parses_is_written_back_to_the_same_report_and_what_does_not_has_a_place(body):
    report, problems = read_report(Text(f"{FRONT}\n{body}\n", FILE))
    if problems:
        assert all(problem.location.line > 5 and problem.expected for problem in problems)
        return
    again, problems = read_report(Text(write_report(report), FILE))
    assert problems == ()
    assert again == report
