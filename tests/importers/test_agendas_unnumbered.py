"""Agendas that do not number their items, and the people whom an agenda calls."""

from __future__ import annotations

import datetime as dt

from minutebook.importers import import_document
from minutebook.model import Person
from minutebook.reading.agendas import read_agenda
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.source import decode
from minutebook.writing import write_agenda

LINES = """\
LITTLE ORME PARISH COUNCIL

To: Cllrs A. Finch (Chair), B. Heron, C. Jay and D. Knot

You are summoned to a meeting of the Parish Council to be held on Monday 2 June 2025 at 7.30 pm in the Reading Room.

AGENDA

Apologies for absence

Minutes of the last meeting

Playground
To decide whether to mend the swing.

Date of next meeting

E. Lark, Clerk, Orme House
27 May 2025
"""
BOLD = """\
# Harbour Committee

Agenda for the meeting to be held on 4 November 2025 at 6.00pm at the Old Customs House

**Agenda**

**Apologies**

**Moorings** (Pages 3 - 9)

Report of the Harbour Master

**Private business**

**Rents** (Pages 10 - 12)

Published 27 October 2025
"""
BULLETS = """\
Notice of a meeting of the Allotments Committee to be held on 3 March 2025 at 6pm in the Pavilion

Business to be transacted

• Apologies
• Plots that stand empty
• Water

Please tell the Clerk if you cannot come.
"""


def called(text, name="agenda.txt", people=()):
    [result] = import_document(name, text.encode(), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5), people=people)
    assert result.problems == ()
    read, problems = read_agenda(decode(result.text.encode(), result.path)[0])
    assert problems == ()
    assert write_agenda(read) == result.text
    return result


def titles(result):
    return [(item.number, item.title, item.section, item.pages) for item in result.agenda.items]


def test_each_short_line_below_the_word_agenda_is_an_item():
    found = called(LINES)
    assert [title for _, title, _, _ in titles(found)] == [
        "Apologies for absence", "Minutes of the last meeting", "Playground", "Date of next meeting",
    ]  # fmt: skip
    assert found.agenda.items[2].blocks[0].text == "To decide whether to mend the swing."
    assert found.agenda.notice == dt.date(2025, 5, 27)


def test_headings_in_bold_are_the_items_with_their_pages_source_and_section():
    found = called(BOLD, "agenda.md")
    assert titles(found) == [
        ("", "Apologies", "public", (0, 0)), ("", "Moorings", "public", (3, 9)), ("", "Rents", "private", (10, 12)),
    ]  # fmt: skip
    assert found.agenda.items[1].source == "Report of the Harbour Master"


def test_bullets_are_the_items():
    found = called(BULLETS)
    assert [title for _, title, _, _ in titles(found)] == ["Apologies", "Plots that stand empty", "Water"]


def test_each_guess_is_reported():
    said = [line.text for line in called(LINES).report if "an item without a number" in line.message]
    assert said == ["Apologies for absence", "Minutes of the last meeting", "Playground", "Date of next meeting"]


def test_those_who_are_called_are_new_people():
    assert [(one.id, one.title, one.kind) for one in called(LINES).people] == [
        ("a-finch", "Cllr", "councillor"), ("b-heron", "Cllr", "councillor"), ("c-jay", "Cllr", "councillor"),
        ("d-knot", "Cllr", "councillor"),
    ]  # fmt: skip


def test_whom_the_register_knows_by_an_alias_is_not_new_and_likeness_joins_nobody():
    known = (Person("jo-heron", "Jo Heron", aliases=("B Heron",)), Person("c-jaye", "C Jaye", kind="councillor"))
    found = called(LINES, people=known)
    assert [one.id for one in found.people] == ["a-finch", "c-jay", "d-knot"]
    assert not [todo for todo in found.todos if "heron" in todo.text]
