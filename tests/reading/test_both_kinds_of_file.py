"""What minutes and agenda files have in common: front matter, sections, items and escapes, and their faults."""

from __future__ import annotations

import pytest

from faults import assert_reported
from minutebook.reading.agendas import read_agenda
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode

KINDS = {
    "minutes": ("draft", lambda text: read_meeting(text, OPERATIVE_WORDS)),
    "agendas": ("scheduled", read_agenda),
}
FRONT = "---\nbody: council\ndate: 2025-11-18\nstatus: STATUS\nreviewed: false\n---\n"  # six lines
WRONG = {
    "no front matter": ("# Title\n", [("S003", 1, 1)]),
    "an unknown key": (FRONT.replace("status", "venue: x\nstatus"), [("F001", 4, 1)]),
    "a missing key": (FRONT.replace("reviewed: false\n", ""), [("F002", 1, 1)]),
    "a day that does not exist": (FRONT.replace("2025-11-18", "2025-02-30"), [("F004", 3, 7)]),
    "an unknown status": (FRONT.replace("STATUS", "final"), [("F004", 4, 9)]),
    "another body than the folder": (FRONT.replace("council", "cabinet"), [("F005", 2, 7)]),
    "another date than the file": (FRONT.replace("11-18", "11-19"), [("F005", 3, 7)]),
    "text before the first item": (FRONT + "\nWords.\n", [("M001", 8, 1)]),
    "an unknown section": (FRONT + "\n# Secret business\n", [("M002", 8, 1)]),
    "an item without a title": (FRONT + "\n## 36.\n", [("M002", 8, 1)]),
    "a heading that is none": (FRONT + "\n## 1. T\n\n#### Deep\n", [("M002", 10, 1)]),
    "two items of one id": (FRONT + "\n## 1. T\n\n## 1. U\n", [("M003", 10, 1)]),
    "a lone backslash": (FRONT + "\n## 1. T\n\nIn C:\\docs\n", [("M009", 10, 6)]),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_a_fault_of_either_kind_is_reported_where_it_stands(kind, text, expected):
    status, read = KINDS[kind]
    decoded, _ = decode(text.replace("STATUS", status).encode(), f"content/{kind}/council/2025-11-18.md")
    assert_reported(read(decoded)[1], expected)


@pytest.mark.parametrize("kind", KINDS)
def test_what_these_faults_spoil_has_none_without_them(kind):
    status, read = KINDS[kind]
    text = FRONT.replace("STATUS", status) + "\n# Public business\n\n## 1. T\n\nIn C:\\\\docs\n\n## 2. U\n"
    decoded, problems = decode(text.encode(), f"content/{kind}/council/2025-11-18.md")
    assert (problems, read(decoded)[1]) == ((), ())
