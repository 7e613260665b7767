"""A campaign of damaged documents, in a process of its own: `python -m importers.mutant_campaign FIRST END` from tests.

One line of JSON a document says what became of it. The process has one gigabyte of memory, and ten seconds of computing for each
document, or a minute and a half of waiting on a busy computer: one that takes longer ends it, and is the one after the last line.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import resource
import signal
import sys
import traceback

from importers.mutants import mutant, sources
from minutebook.importers import import_document
from minutebook.reading.agendas import read_agenda
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.reading.reports import read_report
from minutebook.source import decode

MEMORY = 1 << 30
"""Bytes of address space."""
SECONDS = 10
"""Of computing; what is read in a process of its own is bounded there."""
WAITING = 90


def outcome(name, content):
    """What became of a document: "imported", "drafted" (a person must look at something) or "refused"."""
    results = import_document(name, content, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    assert results
    for result in results:
        assert (result.record is None) == bool(result.problems), result.problems
        if result.problems:
            assert all(len(problem.message) > 10 and "\n" not in str(problem) for problem in result.problems)
        else:
            text, faults = decode(result.text.encode(), result.path)
            again, problems = read_back(result, text)
            assert (faults, problems) == ((), ()), problems
            assert again == result.record
            assert not [line for line in result.report if "does not hold the words" in line.message]
    if all(result.problems for result in results):
        return "refused"
    return "drafted" if any(one.todos or one.problems or _unplaced(one) for one in results) else "imported"


def read_back(result, text):
    if result.sheet:
        return read_report(text)
    return read_agenda(text) if result.agenda else read_meeting(text, OPERATIVE_WORDS)


def _unplaced(result):
    return any(line.what == "unplaced" for line in result.report)


def computing():
    """Seconds of computing so far, those of processes that have ended included."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def run(first, end):
    sources()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for seed in range(first, end):
        name, content = mutant(seed)
        begun = computing()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # nobody handles the signals, so that they end C code as well
        signal.setitimer(signal.ITIMER_REAL, WAITING)
        try:
            said = {"outcome": outcome(name, content)}
        except Exception:  # noqa: BLE001 - whatever it is, it is what this campaign looks for
            said = {"outcome": "fault", "traceback": traceback.format_exc()}
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        taken = computing() - begun
        if taken > SECONDS:
            said = {"outcome": "fault", "traceback": f"it took {taken:.1f} seconds of computing"}
        print(
            json.dumps({"seed": seed, "name": name, "bytes": len(content), "seconds": round(taken, 3), **said}),
            flush=True,
        )


if __name__ == "__main__":
    run(int(sys.argv[1]), int(sys.argv[2]))
