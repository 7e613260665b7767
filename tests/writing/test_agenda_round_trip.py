"""Laws 1 and 3 for agenda files: what is written is read back, what is canonical stays, and reading guesses nothing."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from agenda_strategies import agendas
from minutebook.identity import agenda_id
from minutebook.reading.agendas import read_agenda
from minutebook.reading.notices import MOTION_LINES, QUESTION_LINES
from minutebook.source import Text, decode
from minutebook.text import block_lines
from minutebook.writing import write_agenda

FRONT = "---\nbody: cabinet\ndate: 2025-11-04\nstatus: scheduled\nreviewed: false\n---\n"


@settings(max_examples=150, deadline=None)
@given(agendas())
def test_every_agenda_that_the_model_admits_is_read_back(agenda):
    text = write_agenda(agenda)
    decoded, problems = decode(text.encode(), f"content/agendas/{agenda_id(agenda)}.md")
    assert not problems
    found, problems = read_agenda(decoded)
    assert problems == ()
    assert found == agenda
    assert write_agenda(found) == text


_starts = st.sampled_from(
    ["", "## 1. ", "## 2. ", "### ", "### (a) ", "# ", "- ", "- Moved by: ", "- Asked by: ", "> ", "> - ", "| ", "    "]
)
_parts = st.sampled_from(
    ["word", "**Motion**", "**Question 1**", "**Answer**", "**Source:**", "**Note:**", "{pages 2-3}", "{#k}", "\\{", "Public business", ":"]
)  # fmt: skip
_lines = st.builds(lambda start, parts: start + " ".join(parts), _starts, st.lists(_parts, max_size=3))
_MARKS = re.compile(r"\*\*(?:Motion|Question|Answer|Source:|Note:)")


def words(text):
    return sorted(re.findall(r"\w+", text))


def said(item):
    yield f"{getattr(item, 'number', '')} {getattr(item, 'label', '')} {item.title} {item.source} {item.key}"
    yield f"pages {item.pages}" if item.pages != (0, 0) else ""
    for block in item.blocks:
        yield getattr(block, "number", "")
        for line, name in (MOTION_LINES | QUESTION_LINES).items():
            yield f"{line}: {getattr(block, name)}" if getattr(block, name, "") else ""
        quoted = (*getattr(block, "blocks", ()), *getattr(block, "answer", ()))
        for inner in quoted or (block,):
            yield from (line.removeprefix("Note: ") for line in block_lines(inner))
    for part in getattr(item, "items", ()):
        yield from said(part)


@settings(max_examples=250, deadline=None)
@given(st.lists(_lines, min_size=1, max_size=12).map("\n".join))
def test_what_parses_keeps_every_word_and_what_does_not_is_an_error_with_a_place(body):
    text = Text(f"{FRONT}\n## 0. Opening\n\n{body}\n", "content/agendas/cabinet/2025-11-04.md")
    agenda, problems = read_agenda(text)
    if problems:
        assert all(problem.location.line > 5 and problem.expected for problem in problems)
        return
    found = " ".join(line for item in agenda.items for line in said(item))
    printed = _MARKS.sub(" ", re.sub(r"^# .*$", "", body, flags=re.MULTILINE))
    assert words(found) == words(printed + " 0 Opening")
