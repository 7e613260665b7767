"""The two real documents, against what a careful reader found in them."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from minutebook import names
from minutebook.identity import clauses, decisions
from minutebook.importers import import_document
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.text import clause_text

NAMES = ("000", "002")


@pytest.fixture(scope="module", params=NAMES)
def case(request, shared):
    gold = json.loads((shared / "gold" / f"{request.param}.json").read_text(encoding="utf-8"))
    content = (shared / "minutes" / gold["document"]).read_bytes()
    [imported] = import_document(gold["document"], content, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    return imported, gold["meetings"][0], content.decode()


def folded(text):
    return re.findall(r"[^\W_]+", text.casefold())


def test_the_meeting(case):
    imported, gold, _ = case
    meeting = imported.meeting
    assert imported.bodies[0].name == gold["body"]
    assert (meeting.date.isoformat(), f"{meeting.start:%H:%M}", f"{meeting.end:%H:%M}") == (
        gold["date"],
        gold["start"],
        gold["end"],
    )


def test_who_met(case):
    imported, gold, _ = case
    found = []
    for group in imported.meeting.attendance:
        found += [(group.name, None, one.printed) for one in group.people]
        found += [(group.name, place.name, one.printed) for place in group.departments for one in place.people]
    found += [("Apologies", None, one.printed) for one in imported.meeting.apologies]
    read = [(capacity, place, names.parse(printed)) for capacity, place, printed in found]
    assert [(one.name, one.title or None, capacity, place, one.role or None) for capacity, place, one in read] == [
        tuple(one[key] for key in ("name", "title", "capacity", "department", "role")) for one in gold["attendance"]
    ]


def test_every_item_and_every_clause(case):
    imported, gold, _ = case
    items = imported.meeting.items
    assert [(int(item.number), item.title, item.section, item.location.line) for item in items] == [
        (item["number"], item["title"], item["section"], item["line"]) for item in gold["items"]
    ]
    for item, wanted in zip(items, gold["items"], strict=True):
        assert bool(decisions(item)) == (wanted["decision_kind"] == "resolved")
        found = [
            (clause.path, folded(clause_text(clause.entry)))
            for decision in decisions(item)
            for clause in clauses(decision.clauses)
        ]
        labelled = [clause for clause in wanted["decisions"] if clause["label"]]
        assert found == [(clause["label"], folded(clause["text"])) for clause in labelled]


def test_no_word_is_lost_or_invented(case, source_words, item_words):
    imported, _, document = case
    assert item_words(imported) == source_words(document, imported)
    assert [line for line in imported.report if line.what == "unplaced"] == []


def test_importing_the_file_gives_it_back(case):
    imported, _, _ = case
    [again] = import_document("x.md", imported.text.encode(), words=OPERATIVE_WORDS, today=dt.date(2030, 1, 1))
    assert (again.text, again.path, again.meeting) == (imported.text, imported.path, imported.meeting)
