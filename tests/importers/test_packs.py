"""Agenda packs: every block of minutes in them is a meeting, extracts of one meeting are one, and nothing else is any.

``fixtures/packs/<name>.txt`` is a pack of a council that does not exist, ``<name>.<body>.<date>.md`` each minutes file
that importing it must give, ``<name>.agendas.<body>.<date>.md`` its agenda, ``<name>.reports.<body>.<date>.<number>.md`` the front
sheet of each report, ``<name>.report`` what the importer says it did.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from importers.making_packs import END, REPORT, found, imported, item, minutes, words
from minutebook import names
from minutebook.cli import main
from minutebook.identity import clauses, decisions
from minutebook.importers import write_imported
from minutebook.problems import errors
from minutebook.reading import read_book, read_registers
from minutebook.reading.agendas import read_agenda
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.reading.reports import read_report
from minutebook.source import decode
from minutebook.text import clause_text, item_text

PACKS = Path(__file__).parent / "fixtures" / "packs"
NAMES = sorted(path.stem for path in PACKS.glob("*.txt") if path.stem != "no_minutes")


def of_fixture(name):
    return imported((PACKS / f"{name}.txt").read_bytes())


def expected_files(name):
    return {path.name: path.read_text(encoding="utf-8") for path in PACKS.glob(f"{name}.*.md")}


# --- the packs of councils that do not exist -------------------------------------------------------------------------


def test_there_are_packs_and_every_expectation_has_its_pack():
    assert len(NAMES) >= 4
    assert {path.name.partition(".")[0] for path in PACKS.iterdir()} == {*NAMES, "no_minutes"}


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_gives_exactly_its_meetings(name):
    files = {
        f"{name}.{one.path.removeprefix('content/').removeprefix('minutes/').replace('/', '.')}": one.text
        for one in of_fixture(name)
    }
    assert files == expected_files(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_report_tells_of_the_other_papers(name):
    report = "".join(f"{one.path}\n" + "".join(f"    {line}\n" for line in one.report) for one in of_fixture(name))
    assert report == (PACKS / f"{name}.report").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_each_file_reads_back_without_a_finding_and_holds_the_words_of_its_lines(name):
    for one in of_fixture(name):
        text, faults = decode(one.text.encode(), one.path)
        read = read_agenda if one.agenda else read_report
        record, problems = read_meeting(text, OPERATIVE_WORDS) if one.meeting else read(text)
        assert (faults, problems, record) == ((), (), one.record)
        assert not [line for line in one.report if "does not hold the words" in line.message]


def test_a_pack_without_minutes_is_its_agenda():
    [result] = of_fixture("no_minutes")
    assert (result.meeting, result.problems) == (None, ())
    assert result.path == "content/agendas/audit-committee/2026-03-06.md"
    assert [item.title for item in result.agenda.items][:1] == ["Apologies"]


@pytest.mark.parametrize("name", NAMES)
def test_an_agenda_or_report_file_is_imported_as_it_stands(name):
    for one in of_fixture(name):
        if one.agenda or one.sheet:
            [again] = imported(one.text)
            assert (again.path, again.text, again.record, again.problems) == (one.path, one.text, one.record, ())


# --- one rule each ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paper",
    [
        REPORT,
        "This page is intentionally left blank\n\nTrees in Figures\n\n1. Elms\n\nNone.\n\n",
        "Agenda Item 7\n\nTrees in Figures\n\n1. Elms\n\nNone.\n\n",
        "To: Cabinet\nDate: 4 December 2025\nSubject: Trees\n\n1. Elms\n\nNone.\n\n",
        "Appendix A\n\n1. Elms\n\nNone.\n\n",
        "Dear Mayor,\n\n1. Elms\n\nThere are none.\n\n",
        "Cabinet\n\n4 December 2025\n\nWard(s) affected:\n\nAll\n\n1. Elms\n\nNone.\n\n",
    ],
)
def test_what_another_paper_begins_with_ends_minutes_that_do_not_say_that_they_end(paper):
    pack = item(1, "Apologies", "None.") + minutes(item(36) + item(37, "Ponds"), end="") + paper
    assert found(pack) == [("cabinet", 4, False, ["36", "37"])]
    [result] = imported(pack)
    assert item_text(result.meeting.items[-1]) == "RESOLVED that they be kept."


@pytest.mark.parametrize("between", ["This page is intentionally left blank\n\n", "Appendix A\n\n", END])
def test_minutes_whose_numbers_go_on_after_it_go_on(between):
    document = minutes(item(36) + between + item(37, "Ponds") + item(38, "Streets"))
    assert found(document) == [("cabinet", 4, False, ["36", "37", "38"])]


@pytest.mark.parametrize("paper", ["This page is intentionally left blank\n\nTrees\n\n", REPORT])
def test_the_last_short_line_of_minutes_stays_in_them(paper):
    [result] = imported(minutes(item(36) + item(37, "Ponds", "RESOLVED to dig"), end="") + paper + REPORT)
    assert item_text(result.meeting.items[-1]) == "RESOLVED to dig"


def test_a_letter_in_the_last_item_is_of_the_minutes_that_close_after_it():
    [result] = imported(
        item(1, "Apologies", "None.") + minutes(item(36) + item(37, "Letter", "Dear Mayor,\n\nFell them."))
    )
    assert item_text(result.meeting.items[-1]) == "Dear Mayor,\nFell them."


def test_a_document_of_one_meeting_with_a_paper_after_it_leaves_the_paper_out():
    assert found(minutes(item(36) + item(37, "Ponds")) + REPORT * 3) == [("cabinet", 4, False, ["36", "37"])]


def test_minutes_of_several_bodies_are_several_meetings_in_their_order():
    pack = minutes(item(1)) + minutes(item(1, "Ponds"), body="Planning Committee", date="5 November 2025")
    assert found(pack) == [("cabinet", 4, False, ["1"]), ("planning-committee", 5, False, ["1"])]


def test_a_sentence_about_minutes_begins_none():
    told = "Minutes of the meeting of Council held on 3 November 2025 were considered.\n\nPresent: Councillor A Bee\n\n"
    cited = "Minutes of the Meeting of Council held on 3 November 2025 (Pages 3 to 9)\n\nPresent: Councillor A Bee\n\n"
    pack = minutes(item(1) + item(2, "Ponds", told + cited) + item(3, "Streets"))
    assert found(pack) == [("cabinet", 4, False, ["1", "2", "3"])]


# --- into a project --------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/council.yaml").write_text("format: 1\nid: example\nname: Example Council\n")
    for register in ("bodies", "people"):
        (tmp_path / f"content/{register}.yaml").write_text("[]\n")
    return tmp_path


def place(root, document):
    _, bodies, people = read_registers(root, [])
    return [write_imported(root, one) for one in imported(document, bodies, people)]


def test_a_pack_is_written_whole_and_a_second_time_changes_nothing(root):
    pack = (PACKS / "recommendations.txt").read_text(encoding="utf-8")
    assert [written.status for written in place(root, pack)] == ["written", "written", "written"]
    reading = read_book(root)
    assert errors(reading.problems) == ()
    assert [(one.body, one.reviewed) for one in reading.book.agendas] == [("council", False)]
    people = {person.id: person.kind for person in reading.book.people}
    assert (people["j-burdock"], people["j-burdock-2"]) == ("councillor", "officer")
    assert [written.status for written in place(root, pack)] == ["unchanged", "unchanged", "unchanged"]


def test_two_meetings_of_a_body_on_one_day_have_a_file_each(root):
    pack = minutes(item(1), time="2.00 pm") + minutes(item(2, "Ponds"), time="6.00 pm")
    paths = ["content/minutes/cabinet/2025-11-04.md", "content/minutes/cabinet/2025-11-04-2.md"]
    assert [written.path for written in place(root, pack)] == paths
    assert [(written.path, written.status) for written in place(root, pack)] == [(path, "unchanged") for path in paths]


def test_the_command_says_what_became_of_every_meeting(root, tmp_path, capsys):
    file = tmp_path / "pack.txt"
    file.write_text((PACKS / "recommendations.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["-C", str(root), "import", str(file)]) == 0
    said = capsys.readouterr().out
    assert "written content/minutes/council/2026-01-14.md" in said
    assert "written content/minutes/executive/2026-02-10.md" in said
    assert "is no minutes" in said


# --- the real packs --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=("001", "003"))
def real(request, shared):
    gold = json.loads((shared / "gold" / f"{request.param}.json").read_text(encoding="utf-8"))
    document = (shared / "minutes" / gold["document"]).read_text(encoding="utf-8")
    meetings: dict[tuple[str, str], list] = {}
    for meeting in gold["meetings"]:
        meetings.setdefault((meeting["body"], meeting["date"]), []).append(meeting)
    return [one for one in imported(document) if one.meeting], meetings, gold, document


def test_the_meetings_of_a_real_pack(real):
    results, meetings, *_ = real
    got = [(one.bodies[0].name, one.meeting.date.isoformat(), one.meeting.start, one.meeting.end) for one in results]
    clock = dt.time.fromisoformat
    assert got == [
        (*key, clock(parts[0]["start"]), clock(parts[0]["end"]) if parts[0]["end"] else None)
        for key, parts in meetings.items()
    ]
    assert [one.meeting.extract for one in results] == [parts[0].get("extract", False) for parts in meetings.values()]


def test_who_met_in_a_real_pack(real):
    results, meetings, *_ = real
    for one, parts in zip(results, meetings.values(), strict=True):
        got = [(group.name, None, who.printed) for group in one.meeting.attendance for who in group.people]
        got += [
            (group.name, place.name, who.printed)
            for group in one.meeting.attendance for place in group.departments for who in place.people
        ]  # fmt: skip
        got += [("Apologies", None, who.printed) for who in one.meeting.apologies]
        read = [(capacity, place, names.parse(printed)) for capacity, place, printed in got]
        assert sorted(
            (who.name, who.title or "", capacity, place or "", who.role or "") for capacity, place, who in read
        ) == sorted(
            (who["name"], who["title"] or "", who["capacity"], who["department"] or "", who["role"] or "")
            for who in parts[0]["attendance"]
        )


def test_every_item_and_every_clause_of_a_real_pack(real):
    results, meetings, *_ = real
    for one, parts in zip(results, meetings.values(), strict=True):
        wanted = sorted(
            (minute for part in parts for minute in part["items"]), key=lambda minute: int(minute["number"])
        )
        assert [
            (minute.number, minute.title, minute.section, minute.location.line) for minute in one.meeting.items
        ] == [(str(minute["number"]), minute["title"], minute["section"], minute["line"]) for minute in wanted]
        for minute, gold in zip(one.meeting.items, wanted, strict=True):
            assert bool(decisions(minute)) == (gold["decision_kind"] == "resolved")
            got = [clause for decision in decisions(minute) for clause in clauses(decision.clauses)]
            labelled = [clause for clause in gold["decisions"] if clause["label"]]
            assert [clause.path for clause in got] == [clause["label"].strip("()") for clause in labelled]
            for clause, want in zip(got, labelled, strict=True):
                said = " ".join(words(clause_text(clause.entry)))
                assert said.startswith(" ".join(words(want["first_words"])))
                assert said.endswith(" ".join(words(want["last_words"])))


def test_no_word_of_a_real_pack_is_unplaced(real):
    results, *_ = real
    assert [line for one in results for line in one.report if line.what == "unplaced"] == []


def test_no_other_paper_of_a_real_pack_is_minutes_by_itself(real):
    *_, gold, document = real
    lines = document.split("\n")
    for paper in gold["other_documents"]:
        if not paper["kind"].startswith("minutes"):
            results = imported("\n".join(lines[paper["first_line"] - 1 : paper["last_line"]]))
            assert [one.meeting for one in results] == [None], paper["title"]


def test_a_real_pack_without_its_minutes_has_none(real):
    *_, gold, document = real
    spans = [(meeting["first_line"], meeting["last_line"]) for meeting in gold["meetings"]]
    lines = enumerate(document.split("\n"), 1)
    rest = "\n".join(line for number, line in lines if not any(first <= number <= last for first, last in spans))
    assert not any(one.meeting for one in imported(rest))
