"""Laws 2, 3 and 4 of the format, for invented meetings printed in random house styles and read back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from importers.house_styles import blocks_of, document, restyled, style_of
from importers.invented_meetings import BODIES, invented
from minutebook.identity import clauses
from minutebook.importers import import_document
from minutebook.model import Decision
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode
from minutebook.text import item_text
from minutebook.writing import write_meeting


def imported(name, content, today=dt.date(2026, 1, 5)):
    [result] = import_document(name, content, words=OPERATIVE_WORDS, today=today, bodies=BODIES)
    assert result.problems == ()
    return result


def decisions(item):
    return [block for block in item.blocks if isinstance(block, Decision)]


def told(meeting):
    """What a reader of the record relies on: the words of the items in order are law 2."""
    return {
        "head": (meeting.body, meeting.date, meeting.start, meeting.end),
        "people": meeting.attendance,
        "apologies": meeting.apologies,
        "items": [(item.number, item.title, item.section) for item in meeting.items],
        "decisions": [decisions(item) for item in meeting.items],
        "paths": [
            [clause.path for one in decisions(item) for clause in clauses(one.clauses)] for item in meeting.items
        ],
        "words": [item_text(item).split() for item in meeting.items],
    }


def hold(seed):
    """Print the meeting of a seed, read it back, and hold it to the laws."""
    style = style_of(seed)
    meeting, body = invented(seed)
    meeting = restyled(meeting, style)
    result = imported(f"minutes.{style.format}", document(blocks_of(meeting, body, style), style))
    assert told(result.meeting) == told(meeting), style
    assert not [line for line in result.report if line.what == "unplaced"]
    text, faults = decode(result.text.encode(), result.path)
    again, problems = read_meeting(text, OPERATIVE_WORDS)
    assert (faults, problems) == ((), ())
    assert again == result.meeting
    assert write_meeting(again) == result.text
    for content in (result.text.encode(), b"\xef\xbb\xbf" + result.text.replace("\n", "\r\n").encode()):
        back = imported(Path(result.path).name, content, dt.date(2030, 1, 1))
        assert (back.text.encode(), back.path, back.meeting) == (content, result.path, result.meeting)


@pytest.mark.parametrize("seed", range(40))
def test_an_invented_meeting_comes_back_from_a_house_style(seed):
    hold(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(500))
def test_invented_meetings_come_back_from_house_styles(seed):
    hold(seed)
