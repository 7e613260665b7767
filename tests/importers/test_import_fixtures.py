"""Documents of councils that do not exist, each with the minutes file and the report that importing it must give.

``fixtures/<name>.txt`` is the document, ``<name>.md`` the minutes file, ``<name>.report`` what the importer says it did.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minutebook.importers import import_document
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode
from minutebook.writing import write_meeting

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.txt"))
TURNED = {"number_below_its_title"}
"""Documents whose headings the file turns round: the number comes first."""
TODAY = dt.date(2026, 1, 5)


def imported(name):
    content = (FIXTURES / f"{name}.txt").read_bytes()
    [result] = import_document(f"{name}.txt", content, words=OPERATIVE_WORDS, today=TODAY)
    return result


def test_every_document_has_its_file_and_its_report():
    for suffix in ("md", "report"):
        assert sorted(path.stem for path in FIXTURES.glob(f"*.{suffix}")) == NAMES
    assert len(NAMES) >= 100


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_file_is_the_expected_one(name):
    result = imported(name)
    assert result.problems == ()
    assert result.text == (FIXTURES / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_report_says_what_was_done(name):
    report = "".join(f"{line}\n" for line in imported(name).report)
    assert report == (FIXTURES / f"{name}.report").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_or_invented(name, source_words, item_words):
    result = imported(name)
    document = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8").replace("\f", "")
    found, printed = item_words(result), source_words(document, result)
    assert (sorted(found) == sorted(printed)) if name in TURNED else (found == printed)
    assert not [line for line in result.report if "does not hold the words" in line.message]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_reads_back_as_the_meeting_without_a_finding(name):
    result = imported(name)
    text, faults = decode(result.text.encode(), result.path)
    meeting, problems = read_meeting(text, OPERATIVE_WORDS)
    assert (faults, problems) == ((), ())
    assert meeting == result.meeting
    assert write_meeting(meeting) == result.text


@pytest.mark.parametrize("name", NAMES)
def test_importing_the_minutes_file_gives_it_back(name):
    result = imported(name)
    for text in (result.text.encode(), b"\xef\xbb\xbf" + result.text.replace("\n", "\r\n").encode()):
        [again] = import_document(Path(result.path).name, text, words=OPERATIVE_WORDS, today=dt.date(2030, 1, 1))
        assert again.problems == ()
        assert again.text.encode() == text
        assert again.path == result.path
        assert again.meeting == result.meeting
