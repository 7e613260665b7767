"""Damaged documents: each is imported without a fault of its own, or refused in a sentence; none is a traceback."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest

from minutebook.importers import import_document
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode

FIXTURES = Path(__file__).parent / "fixtures"
DOCUMENTS = tuple(path.read_text(encoding="utf-8") for path in sorted(FIXTURES.rglob("*.txt")))
MARKS = (
    "1) ", "(a) ", "• ", "- ", "i) ", "12. ", "RESOLVED ", "### ", "> ", "| a | b |", "** ", "Note: ", "For (3): A", "\\", "1.1 ",
    "Recorded vote", "Private business", "#", "a.", "AGREED:", "\t", "Present:", "Minutes of the Meeting of Cabinet held on 4 May 2025",
)  # fmt: skip
CHARACTERS = '*_|\t()\\\u00a0\u200b\uf0b7•\r\f\x0b\u2028\x85[#>-:"“{}`<&\x00é'


def mutated(seed):
    """A document with a few of its lines cut, shuffled, repeated, run together, marked or sprinkled with odd characters."""
    chance = random.Random(seed)
    lines = chance.choice(DOCUMENTS).split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        to = min(len(lines), at + chance.randint(1, 12))
        match chance.randrange(8):
            case 0:
                del lines[at:to]
            case 1:
                lines[at:at] = lines[chance.randrange(len(lines)) :][: chance.randint(1, 8)]
            case 2:
                part = lines[at:to]
                chance.shuffle(part)
                lines[at:to] = part
            case 3:
                lines[at] *= chance.randint(2, 30)
            case 4:
                place = chance.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:place] + chance.choice(CHARACTERS) * chance.randint(1, 4) + lines[at][place:]
            case 5:
                lines[at] = chance.choice(MARKS) + lines[at]
            case 6:
                lines[at] = "    " * chance.randint(1, 9) + lines[at]
            case 7:
                lines[at:to] = [" ".join(lines[at:to])]
        lines = lines or [""]
    content = bytearray("\n".join(lines).encode())
    if chance.random() < 0.1:
        for _ in range(5):
            content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def read_back(imported, seed):
    text, faults = decode(imported.text.encode(), imported.path)
    assert faults == (), seed
    meeting, problems = read_meeting(text, OPERATIVE_WORDS)
    assert problems == (), (seed, str(problems[0]))
    assert meeting == imported.meeting, seed
    assert not [line for line in imported.report if "does not hold the words" in line.message], seed


def hold(seeds):
    outcomes = set()
    for seed in seeds:
        results = import_document("x.txt", mutated(seed), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
        assert results, seed
        for imported in results:
            outcomes.add(imported.meeting is not None)
            assert (imported.record is None) == bool(imported.problems), seed
            if imported.meeting is not None:
                read_back(imported, seed)
    assert outcomes == {True, False}


def test_damaged_documents_are_imported_or_refused():
    hold(range(60))


@pytest.mark.soak
def test_many_damaged_documents_are_imported_or_refused():
    hold(range(1000, 6000))


HUGE = (
    "Councillor A Bee ", "(", "**", "- ", "1. Trees ", "RESOLVED ", "“RESOLVED ", "_a ", "[a](b ", "\t", "1) ", "a, ", "and ", "<b ",
    "; (1) that", "a. B ", "the meeting closed ", "4 May 2025 ", "apologies from ", "minutes of the meeting of Cabinet ",
)  # fmt: skip
MANY = (
    "1. Trees",
    "(a) one",
    "• one",
    "Cllr A Bee",
    "Public business",
    "RESOLVED that:",
    "A\tB",
    "7",
    "> a",
    "A B:",
    "Dear,",
    "### Trees",
    "Minutes of the Meeting of Cabinet held on 4 May 2025",
    "Minutes of the Meeting of Cabinet held on 4 May 2025\n\nPresent:",
    "Extract from the minutes of Cabinet of 4 May 2025\n\n7. Trees\n\nRESOLVED.",
    "This page is intentionally left blank",
    "(Meeting closed at 2.00 pm)",
    "Agenda Item 3",
)


def around(text):
    """A document with a text in its attendance and another with it in an item."""
    head = "Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025\n\n"
    yield f"{head}Present: Cllr A Bee\n\n{text}\n\n1. Trees\n\nNoted.\n\n2. Ponds\n\nNoted.\n"
    yield f"{head}Present: Cllr A Bee\n\n1. Trees\n\nNoted **and** *seen*.\n\n# {text}\n\n**2. Ponds**\n\nNoted.\n"
    yield f"{head}Present: Cllr A Bee\n\n1. Trees\n\nNoted:\n\n{text}\n\n2. Ponds\n\nNoted.\n"


@pytest.mark.parametrize(
    "text", [line * (24_000 // len(line)) for line in HUGE] + [f"{line}\n\n" * 800 for line in MANY]
)
def test_documents_of_any_length_are_read_in_time(text):
    """A test that takes seconds here has found something that does not grow in step with the document."""
    for document in around(text):
        result, *_ = import_document("x.txt", document.encode(), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
        assert result.meeting is not None or result.problems
