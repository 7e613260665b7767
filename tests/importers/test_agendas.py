"""Agendas of packs: the real ones as the gold has them, and other manners of printing one."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace

import pytest

from minutebook.agenda_model import Motion, Question
from minutebook.importers import FORMATS, agenda
from minutebook.importers.fidelity import words
from minutebook.importers.motions import movers
from minutebook.model import List, Paragraph
from minutebook.reading.agendas import read_agenda
from minutebook.source import decode
from minutebook.writing import write_agenda


def read(text, minuted=(), known=()):
    content = text.encode()
    form = next(form for form in FORMATS if form.recognises(content))
    return agenda.read(form.read(content).blocks, known, minuted)


def shape(found):
    return [
        (item.number, item.title, item.pages, item.source, [(p.label, p.title, p.pages) for p in item.items])
        for item in found.agenda.items
    ]


# --- the real ones ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["001", "003"])
def pack(request, shared):
    gold = json.loads((shared / f"gold/{request.param}.json").read_text())
    (file,) = shared.glob(f"minutes/{request.param}_*.txt")
    text = file.read_text()
    minuted = [(met["first_line"], met["last_line"]) for met in gold["meetings"]]
    return gold, text, read(text, minuted)


def test_real_items_are_those_of_the_gold(pack):
    gold, _, found = pack
    expected = [
        (
            item["number"],
            item["title"],
            tuple(item["pages"] or (0, 0)),
            item.get("source") or item.get("source_report") or "",
            [
                (re.sub(r"\W", "", sub["label"]), sub["title"], tuple(sub["pages"] or (0, 0)))
                for sub in item["sub_items"]
            ],
        )
        for item in gold["agenda"]["items"]
    ]
    made = [(*item[:4], [(re.sub(r"\W", "", label), *rest) for label, *rest in item[4]]) for item in shape(found)]
    assert made == expected


def test_real_headings_above_items_are_those_of_the_gold(pack):
    gold, _, found = pack
    expected = [
        "" if item.get("section", "public") == "public" else item["section"] for item in gold["agenda"]["items"]
    ]
    assert [item.heading for item in found.agenda.items] == expected
    assert {item.section for item in found.agenda.items} == {"public"}


def test_real_notices_say_who_meets_when_and_where(pack):
    gold, _, found = pack
    known = gold["agenda"]
    made = found.agenda
    assert (made.body, made.place, made.status) == (known["body"], known["place"], "scheduled")
    assert (made.date.isoformat(), f"{made.start:%H:%M}") == (known["date"], known["start_time"])
    assert made.notice.isoformat() == known["published"]
    assert made.source.lines == (known["first_line"], known["last_line"])
    roles = known.get("membership_roles", {})
    members = [
        f"Councillor {one}" + (f" ({roles[one]})" if one in roles else "") if isinstance(one, str)
        else f"{one['title']} {one['name']}" + (f" ({one['role']})" if one["role"] else "")
        for one in known["membership"]
    ]  # fmt: skip
    assert [one.printed for one in made.membership] == members
    assert [one.printed for one in made.invited] == [f"Councillor {name}" for name in known.get("invited", [])]


def test_real_motions_are_those_of_the_gold(pack):
    gold, _, found = pack
    made = [
        (
            f"{item.number}{part.label}",
            block.moved_by,
            block.seconded_by,
            block.blocks[0].text.lstrip("“"),
            len(block.blocks),
        )
        for item in found.agenda.items
        for part in item.items
        for block in part.blocks
        if isinstance(block, Motion)
    ]
    expected = gold["agenda"].get("motions", [])
    assert len(made) == len(expected)
    for (item, mover, seconder, text, paragraphs), motion in zip(made, expected, strict=True):
        assert (item, mover, seconder) == (
            motion["item"], f"Councillor {motion['mover']}", f"Councillor {motion['seconder']}"
        )  # fmt: skip
        assert text.startswith(motion["first_words"])
        first, last = motion["text_lines"]
        assert paragraphs == (last - first) // 2 + 1


def test_real_questions_are_those_of_the_gold(pack):
    gold, _, found = pack
    made = [
        (item.number + part.label, block)
        for item in found.agenda.items
        for part in item.items
        for block in part.blocks
        if isinstance(block, Question)
    ]
    expected = gold.get("written_questions", [])
    assert len(made) == len(expected)
    for (where, block), question in zip(made, expected, strict=True):
        assert (where, block.number, block.asked_by) == ("10(a)", question["number"], question["asked_by"])
        assert block.put_to == f"{question['put_to']}, {question['put_to_role']}"
        assert block.blocks[0].text.lstrip("“").startswith(question["subject"])
        assert bool(block.answer) == question["has_answer"]


def test_no_word_of_real_items_is_lost(pack):
    gold, text, found = pack
    known = gold["agenda"]
    first = known["items"][0]["line"]
    last = (
        max(motion["text_lines"][1] for motion in known["motions"]) if "motions" in known else known["private_line"] - 3
    )
    source = re.sub(r"^public business(?=\*)", "", " ".join(text.split("\n")[first - 1 : last]), flags=re.IGNORECASE)
    questions = {
        one for item in found.agenda.items for part in item.items for one in part.blocks if isinstance(one, Question)
    }
    stripped = _without(found.agenda, questions)
    body = write_agenda(stripped).split("\n---\n", 1)[1]
    body = re.sub(r"\*\*Motion\*\*\n\n(?:- .*\n)+|\*\*Source:\*\* |^# Public business:?", "", body, flags=re.MULTILINE)
    body = re.sub(r"\{pages", "Pages", body)
    assert sorted(words(body)) == sorted(words(source))


def _without(made, questions):
    def kept(part):
        return replace(part, blocks=tuple(block for block in part.blocks if block not in questions))

    return replace(
        made, items=tuple(replace(kept(item), items=tuple(kept(part) for part in item.items)) for item in made.items)
    )


def test_real_agendas_are_read_back_from_their_files(pack):
    _, _, found = pack
    made = found.agenda
    text = write_agenda(made).replace(f"body: {made.body}", "body: somebody")
    decoded, _ = decode(text.encode(), f"content/agendas/somebody/{made.date}.md")
    again, problems = read_agenda(decoded)
    assert problems == ()
    assert again.items == made.items


@pytest.mark.parametrize("number", ["000", "002"])
def test_real_minutes_begin_with_no_agenda(shared, number):
    (file,) = shared.glob(f"minutes/{number}_*.txt")
    assert read(file.read_text()) is None


# --- other manners ---------------------------------------------------------------------------------------------------

HEAD = "# Harbour Committee\n\nDate: Tuesday 18 November 2025\n\nTime: 6.30 pm\n\nVenue: Old Customs House\n\n## AGENDA\n\n"


def test_plain_lines_with_public_and_private_parts():
    found = read(
        "HARBOUR COMMITTEE\n\nNotice of Meeting\n\nTuesday, 18 November 2025 at 6.30 pm\n\nVenue: Old Customs House\n\n"
        "PART I - PUBLIC BUSINESS\n\n1.  Apologies\n\n2.  Dredging of the basin\n    (Pages 3 - 8)\n\n    Report of the Harbour Master\n\n"
        "PART II - PRIVATE BUSINESS\n\n3.  Sale of the slipway  (Page 9)\n\n    Exempt under paragraph 3.\n\n"
        "Date of publication: 10 November 2025\n\nMembers: Councillors A Example (Chair), B Sample and C Pattern\n"
    )
    assert (found.agenda.body, found.agenda.date) == ("Harbour Committee", dt.date(2025, 11, 18))
    assert shape(found) == [
        ("1", "Apologies", (0, 0), "", []),
        ("2", "Dredging of the basin", (3, 8), "Report of the Harbour Master", []),
        ("3", "Sale of the slipway", (9, 9), "", []),
    ]
    assert [item.section for item in found.agenda.items] == ["public", "public", "private"]
    assert found.agenda.items[2].blocks == (Paragraph("Exempt under paragraph 3."),)
    assert found.agenda.notice == dt.date(2025, 11, 10)
    assert [one.printed for one in found.agenda.membership] == [
        "Councillor A Example (Chair)", "Councillor B Sample", "Councillor C Pattern"
    ]  # fmt: skip


def test_a_table_with_a_column_of_pages():
    rows = "| Item | Business | Page |\n|---|---|---|\n| 1. | Apologies | |\n| 2. | Moorings policy | 3 - 18 |\n| 3. | Fees | 19 |\n"
    assert shape(read(HEAD + rows)) == [
        ("1", "Apologies", (0, 0), "", []),
        ("2", "Moorings policy", (3, 18), "", []),
        ("3", "Fees", (19, 19), "", []),
    ]


def test_a_motion_named_in_a_paragraph_and_its_list():
    found = read(
        HEAD
        + "1. Apologies\n\n2. Notices of motion\n\nCouncillor A Example will move and Councillor B Sample will second:\n\n"
        "“This Council will:\n\n- (a) mend the quay; and\n- (b) light the pier.”\n\n"
        "Proposed by Councillor C Pattern, seconded by Councillor D Model\n\nThat flags fly all year.\n\n3. Close\n"
    )
    first, second = found.agenda.items[1].blocks
    assert (first.moved_by, first.seconded_by) == ("Councillor A Example", "Councillor B Sample")
    assert [type(block) for block in first.blocks] == [Paragraph, List]
    assert [entry.label for entry in first.blocks[1].entries] == ["(a)", "(b)"]
    assert (second.moved_by, second.seconded_by) == ("Councillor C Pattern", "Councillor D Model")
    assert second.blocks == (Paragraph("That flags fly all year."),)
    assert found.agenda.items[1].items == ()


BOOKLET = (
    "\n\n## {day}\n\n## Members' questions\n\n### Question 1 from Councillor A Example to Councillor B Sample, Lead Member for Piers\n\n"
    "When will the pier be lit?\n\nAnswer: In spring.\n\n### Question 2 from Councillor C Pattern to the Lead Member for Quays\n\n"
    "Who mends the quay?\n\n## Report on moorings\n\n1. Purpose\n"
)


def test_questions_and_answers_printed_after_the_agenda():
    found = read(
        HEAD
        + "1. Apologies\n\n2. Questions on notice (Pages 3 - 4)\n\n3. Close\n"
        + BOOKLET.format(day="18 November 2025")
    )
    assert found.agenda.items[1].blocks == (
        Question(
            (Paragraph("When will the pier be lit?"),), "1", "Councillor A Example",
            "Councillor B Sample, Lead Member for Piers", "", (Paragraph("In spring."),),
        ),
        Question((Paragraph("Who mends the quay?"),), "2", "Councillor C Pattern", "Lead Member for Quays"),
    )  # fmt: skip


def test_questions_of_another_day_are_none_of_this_meeting():
    found = read(
        HEAD + "1. Apologies\n\n2. Questions (Pages 3 - 4)\n\n3. Close\n" + BOOKLET.format(day="14 October 2025")
    )
    assert found.agenda.items[1].blocks == ()


def test_questions_that_no_item_is_for_are_reported_and_not_placed():
    found = read(HEAD + "1. Apologies\n\n2. Moorings (Pages 3 - 4)\n" + BOOKLET.format(day="18 November 2025"))
    assert all(not item.blocks for item in found.agenda.items)
    assert [line.message for line in found.report if line.what == "unplaced"] == [
        "written questions stand here, and no item of the agenda is for questions; they were left out"
    ]


def test_a_number_printed_again_in_a_report_is_no_item():
    text = (
        HEAD
        + "1. Apologies\n\n2. Moorings (Pages 3 - 4)\n\nPublished: 10 November 2025\n\n# Report to: Harbour Committee\n\n3. Risks\n\n4. Costs\n"
    )
    assert [item.number for item in read(text).agenda.items] == ["1", "2"]


def test_two_parts_of_one_label_get_ids_of_their_own():
    found = read(
        HEAD
        + "1. Moorings (Pages 3 - 4)\n\n(a) To be moved by Councillor A Example\n\nOne.\n\n(a) To be moved by Councillor B Sample\n\nTwo.\n\n2. Close\n"
    )
    assert [(part.label, part.key) for part in found.agenda.items[0].items] == [("(a)", ""), ("(a)", "a-2")]


@pytest.mark.parametrize(
    ("said", "status", "day"),
    [
        ("This meeting has been cancelled.", "cancelled", None),
        ("Please note: this meeting has been postponed to Tuesday 25 November 2025", "moved", dt.date(2025, 11, 25)),
        ("A meeting of another committee was cancelled.", "scheduled", None),
    ],
)
def test_a_meeting_that_was_cancelled_or_moved(said, status, day):
    found = read(HEAD + said + "\n\n1. Apologies\n\n2. Moorings (Pages 3 - 4)\n")
    assert (found.agenda.status, found.agenda.moved_to) == (status, day)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing is numbered here.\n",
        "# Minutes of the Harbour Committee held on 18 November 2025\n\nPresent: Councillor A Example\n\n1. Apologies\n\nNone.\n\n2. Moorings\n\nNoted.\n",
        "# Report on moorings\n\n18 November 2025\n\n1. Purpose\n\nTo tell.\n\n2. Costs\n\nNone.\n",
        "# Agenda\n\n1. Apologies\n\n2. Moorings (Pages 3 - 4)\n",  # of no day
    ],
    ids=["prose", "minutes", "report", "no day"],
)
def test_what_is_no_agenda(text):
    assert read(text) is None


def test_a_document_without_text_has_no_agenda():
    assert agenda.read(()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "To be moved by Councillor A Example and seconded by Councillor B Sample",
            ("Councillor A Example", "Councillor B Sample"),
        ),
        ("Motion 1: proposed by Cllr A Example; seconded by Cllr B Sample.", ("Cllr A Example", "Cllr B Sample")),
        ("Moved by: Mrs Example", ("Mrs Example", "")),
        ("Questions submitted by Councillor A Example", None),
        ("The date was moved by a week", None),
    ],
)
def test_who_moves_a_motion(text, expected):
    assert movers(text) == expected
