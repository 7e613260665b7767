"""Law 3 of the format: what is written is read back, and what is canonical stays as it is."""

from __future__ import annotations

from hypothesis import given, settings

from minutebook.identity import meeting_key
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode
from minutebook.writing import write_meeting
from strategies import meetings


def read(text, name):
    decoded, problems = decode(text.encode(), f"content/minutes/cabinet/{name}.md")
    assert not problems
    return read_meeting(decoded, OPERATIVE_WORDS)


@settings(max_examples=400, deadline=None)
@given(meetings)
def test_every_meeting_that_the_model_admits_is_read_back(meeting):
    text = write_meeting(meeting)
    found, problems = read(text, meeting_key(meeting))
    assert problems == ()
    assert found == meeting
    assert write_meeting(found) == text
