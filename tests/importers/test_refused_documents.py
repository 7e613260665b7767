"""Documents that are no minutes, or not yet readable: each refused in a plain sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.importers import import_document
from minutebook.reading.decisions import OPERATIVE_WORDS

HEAD = "Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025\n\n"

REFUSED = {
    "a PDF": (b"%PDF-1.7 and so on", "I001", "a PDF"),
    "a Word file": (b"PK\x03\x04 and so on", "I001", "Word"),
    "an old Word file": (b"\xd0\xcf\x11\xe0 and so on", "I001", "old Office"),
    "rich text": (b"{\\rtf1 and so on}", "I001", "RTF"),
    "zero bytes": (b"Minutes\x00of", "I001", "not text"),
    "other bytes": (bytes(range(1, 32)) * 9 + b"\xff", "I001", "not text"),
    "nothing": (b"", "I001", "empty"),
    "a WordPerfect file": (b"\xffWPC\x00\x01", "I001", "WordPerfect"),
    "Word's XML": (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">',
        "I001",
        "saved as XML",
    ),
    "spaces": (b"  \n\n \t\n", "I001", "empty"),
    "a letter": (b"Dear all,\n\nThank you for coming.\n", "I002", "no item"),
    "no date": (b"Minutes of the Cabinet\n\n1. Trees\n\nNoted.\n\n2. Ponds\n\nNoted.\n", "I002", "the date"),
    "no body": (b"Minutes of the meeting held on 4 May 2025\n\n1. Trees\n\nNoted.\n", "I002", "the body"),
    "a day that is none": (HEAD.replace("4 Nov", "31 Nov").encode() + b"1. Trees\n\nNoted.\n", "I002", "the date"),
    "a broken minutes file": (b"---\nbody: cabinet\ndate: 2025-02-30\n---\n\n## 1. Trees\n", "F004", ""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refusals(what):
    content, code, words = REFUSED[what]
    [result] = import_document("found.txt", content, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    [problem, *_] = [one for one in result.problems if one.code == code]
    assert words in problem.message
    assert all(problem.location.file == "found.txt" for problem in result.problems)
    assert all(problem.expected for problem in result.problems)
    assert (result.path, result.text, result.meeting) == ("", "", None)


def test_an_agenda_by_itself_is_no_minutes_and_no_fault():
    document = b"Cabinet\n\n4 May 2025\n\nAGENDA\n\n1. Trees\n\n2. Ponds\n\n3. Streets\n"
    [result] = import_document("found.txt", document, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    assert (result.problems, result.meeting) == ((), None)
    assert "taken to be an agenda without minutes" in result.report[0].message
    assert [item.title for item in result.agenda.items] == ["Trees", "Ponds", "Streets"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    document = HEAD + "Present: Councillor J O’Dowd\n\n1. Trees\n\nCafé – “noted”.\n"
    [result] = import_document("a.txt", document.encode(encoding), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    assert result.meeting.items[0].blocks[0].text == "Café – “noted”."
    guessed = [line for line in result.report if "the text is" in line.message]
    assert len(guessed) == (0 if encoding.startswith("utf-8") else 1)


def test_what_cannot_be_seen_is_taken_out_and_line_numbers_stay():
    document = HEAD + "1. Tr\u00adees\u200b\r\n\r\nNo\x07ted\u2028by\x0ball.\r\n"
    [result] = import_document("a.txt", document.encode(), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    [item] = result.meeting.items
    assert (item.title, item.blocks[0].text, item.location.line) == ("Trees", "Noted by all.", 3)
