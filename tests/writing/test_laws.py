"""Laws 1 and 4 of the format: reading guesses nothing and loses nothing; importing a minutes file gives it back."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.identity import meeting_key
from minutebook.importers import import_document
from minutebook.model import Body
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import Text
from minutebook.text import item_text
from minutebook.writing import write_meeting
from strategies import meetings

FRONT = "---\nbody: cabinet\ndate: 2025-11-04\nstatus: draft\nreviewed: false\n---\n"

_starts = st.sampled_from(
    ["", "", "## 1. ", "## ", "### ", "# ", "- ", "- 1) ", "- (a) ", "    - ", "    ", "> ", "> - ", "| "]
)
_parts = st.sampled_from(
    ["word", "RESOLVED", "**RESOLVED**", "**Note:**", "**Recorded vote**", "For (2): A", "\\#", "\\", "|", "{#k}", "1)", "Public business"]
)  # fmt: skip
_lines = st.builds(lambda start, parts: start + " ".join(parts), _starts, st.lists(_parts, max_size=3))
bodies = st.lists(_lines, min_size=1, max_size=12).map("\n".join)


def words(text):
    return re.findall(r"\w+", text)


@settings(max_examples=500, deadline=None)
@given(bodies)
def test_law_1_what_parses_keeps_every_word_and_what_does_not_is_an_error_with_a_place(body):
    meeting, problems = read_meeting(
        Text(f"{FRONT}\n## 0. Opening\n\n{body}\n", "content/minutes/cabinet/2025-11-04.md"), OPERATIVE_WORDS
    )
    if problems:
        assert all(problem.location.line > 5 and problem.expected for problem in problems)
        return
    read = " ".join(f"{item.number} {item.title} {item_text(item)} {item.key}" for item in meeting.items)
    sections = re.sub(r"^# .*$", "", body, flags=re.MULTILINE)
    assert sorted(words(read)) == sorted([*words(sections), "0", "Opening"])


@settings(max_examples=100, deadline=None)
@given(meetings)
def test_law_4_importing_a_minutes_file_gives_it_back(meeting):
    text = write_meeting(meeting)
    [imported] = import_document(
        f"{meeting_key(meeting)}.md",
        text.encode(),
        words=OPERATIVE_WORDS,
        today=dt.date(2030, 1, 1),
        bodies=(Body("cabinet", "Cabinet"),),
    )
    assert imported.problems == ()
    assert imported.text == text
    if meeting.status in {"draft", "approved"}:  # of a meeting to come, items alone may as well be its agenda
        assert imported.path == f"content/minutes/cabinet/{meeting_key(meeting)}.md"
