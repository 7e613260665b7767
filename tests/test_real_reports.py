"""The reports of two real packs, from the document to the published tables, against what people read in them."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import groupby

import pytest

from minutebook.cli import main
from minutebook.privacy import for_publication
from minutebook.reading import read_book
from minutebook.tables import build_tables

PACKS = {"001": "council/2023-10-17", "003": "scrutiny-co-ordination-committee/2024-06-26"}
KINDS = {
    "report": "report",
    "briefing-note": "briefing note",
    "scrutiny-briefing-note": "briefing note",
    "annual-report": "annual report",
    "work-programme": "work programme",
}
NO = {None, "", "-"}


@pytest.fixture(scope="module")
def tables(shared, tmp_path_factory):
    """The tables of a project into which both packs were imported."""
    root = tmp_path_factory.mktemp("reports") / "project"
    assert main(["new", str(root), "--name", "Example City Council"]) == 0
    golds = [json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8")) for name in PACKS]
    assert main(["-C", str(root), "import", *(str(shared / "minutes" / gold["document"]) for gold in golds)]) == 0
    reading = read_book(root)
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    made = build_tables(for_publication(reading.book))
    return {name: [row.values for row in rows] for name, rows in made.items()}


@pytest.fixture(scope="module", params=PACKS)
def papers(request, shared, tables):
    """Each report of a pack's gold, with the row of the table that should be it."""
    gold = json.loads((shared / "gold" / f"{request.param}.json").read_text(encoding="utf-8"))
    wanted = [
        paper for paper in gold["other_documents"] if paper["kind"] in KINDS and "appendix_of" not in paper
    ]  # fmt: skip
    rows = [row for row in tables["reports"] if row["report_id"].startswith(PACKS[request.param])]
    assert len(rows) == len(wanted) > 2
    return list(zip(wanted, rows, strict=True))


def below(tables, name, row):
    return [other for other in tables[name] if other["report_id"] == row["report_id"]]


def bare(text):
    """A name for comparison: what a person may write in another way than the print left out."""
    return re.sub(r"\W+", "", re.sub(r"^the |-", "", text or "", flags=re.IGNORECASE)).lower()


def day(printed):
    """A day as the packs print it: 03.08.2023, 05.09.23, 14/9/2023."""
    number, month, year = (int(part) for part in re.split(r"[./]", printed))
    return dt.date(year + 2000 if year < 100 else year, month, number)


def test_every_report_is_found_with_its_kind_title_and_item(papers):
    for paper, row in papers:
        assert row["kind"] == KINDS[paper["kind"]]
        assert bare(row["title"]) == bare(paper["title"])
        assert row["agenda_item_id"].endswith(f"/agenda/{paper['agenda_item']}")


def test_front_sheets_say_who_answers_for_what_and_why(papers):
    for paper, row in papers:
        said = paper["fields"]
        for column, key in (
            ("cabinet_member", "cabinet_member"), ("director", "director_approving"), ("scrutiny", "considered_by_scrutiny"),
            ("scrutiny", "scrutiny"), ("other_bodies", "considered_by_other_body"), ("other_bodies", "other_body"),
            ("council", "report_to_council"), ("council", "council"),
        ):  # fmt: skip
            if key in said:
                assert row[column] == said[key], (row["title"], column)
        if "wards" in said or "wards_affected" in said:
            assert row["wards"] == (said.get("wards") or said["wards_affected"])


def test_key_decisions_have_their_reasons(papers):
    for paper, row in papers:
        said = paper["fields"].get("key_decision")
        word, _, rest = (said or "").partition(" - ")
        assert row["key_decision"] == {"Yes": True, "No": False, "": None}[word]
        reason = paper["fields"].get("key_decision_reason", rest)
        assert (row["key_decision_reason"] or "") == reason


def test_reports_go_to_these_bodies_on_these_days(papers):
    for paper, row in papers:
        said = paper["fields"]
        stops = said.get("meeting_route") or said.get("addressed_to")
        stops = stops or ([{"body": said["to"], "date": said["date"]}] if "to" in said else [])
        assert (row["route"] or "") == "; ".join(f"{stop['body']} ({stop['date']})" for stop in stops)


def test_recommendations_are_those_of_each_body(papers, tables):
    for paper, row in papers:
        rows = below(tables, "report_recommendations", row)
        top = [one for one in rows if "." not in one["path"]]
        got = [
            (ids - {None}, names, len(list(found)))
            for (names, ids), found in (
                ((to, {one["to_body_id"] for one in rows if one["to_name"] == to}), group)
                for to, group in groupby(top, key=lambda one: one["to_name"])
            )
        ]
        wanted = paper["fields"].get("recommendations", [])
        assert [count for _, _, count in got] == [one["count"] for one in wanted]
        for (ids, name, _), one in zip(got, wanted, strict=True):
            assert bare(name).endswith(bare(one["body"]))
            assert one["body"] not in {"Cabinet", "Council"} or ids == {one["body"].lower()}
        parts = sum(len(one.get("sub_clauses", ())) for one in wanted)
        assert len(rows) - len(top) == parts


def test_papers_are_listed_and_none_is_said_to_be_none(papers, tables):
    for paper, row in papers:
        said, rows = paper["fields"], below(tables, "report_papers", row)
        for kind, key in (
            ("appendix", "appendices"), ("background paper", "background_papers"), ("other document", "other_useful_documents"),
        ):  # fmt: skip
            of_kind = [one for one in rows if one["kind"] == kind]
            wanted = said.get(key, [])
            none = isinstance(wanted, str) and wanted.strip(".") == "None"
            wanted = [] if none else [wanted] if isinstance(wanted, str) else wanted
            assert [one["none"] for one in of_kind] == ([True] if none else [False] * len(wanted)), (row["title"], kind)
            got = [bare(one["title"]) for one in of_kind if not one["none"]]
            assert all(bare(one).startswith(text) for one, text in zip(wanted, got, strict=True))
        if "appendices" in said:
            assert row["appendix_count"] == len(said["appendices"])


def test_implications_have_their_headings(papers, tables):
    for paper, row in papers:
        got = [f"{one['label'] or ''} {one['heading']}".strip() for one in below(tables, "report_implications", row)]
        wanted = paper["fields"].get("implications_headings") or paper["fields"].get("implications", [])
        assert [bare(one) for one in got] == [bare(one.split(" (printed")[0]) for one in wanted]


def test_two_reports_flag_that_the_climate_is_not_concerned(papers, tables):
    """The gold does not say it; the packs print the one word None below this heading in two reports of 001."""
    none = [one["heading"] for _, row in papers for one in below(tables, "report_implications", row) if one["none"]]
    council = papers[0][1]["body_id"] == "council"
    assert len(none) == (2 if council else 0)
    assert all("climate change" in heading for heading in none)


def test_authors_have_their_offices_and_no_address(papers):
    for paper, row in papers:
        said = paper["fields"]
        people = said.get("authors") or [said["author"] if isinstance(said.get("author"), dict) else said]
        names = (
            [one.get("name") or one.get("author") for one in people] if "author" in said or "authors" in said else []
        )
        names = [re.sub(r"^Introduction by |, .*$", "", name) for name in names]
        if "prepared_by" in said:
            names = [said["name"], said["prepared_by"].split(", ")[0]]
        assert (row["author"] or "").split("; ") == (names or [""])
        areas = [one["service_area"] for one in people if "service_area" in one]
        assert (row["author_service_area"] or "").split("; ") == (areas or [""])
        jobs = [one.get("author_job_title") or one.get("job_title") or one.get("title") for one in people]
        for job in filter(None, jobs):
            assert bare(job) in bare(row["author_job_title"])
        published = " ".join(str(value) for value in row.values())
        assert "@" not in published
        assert not re.search(r"\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b", published)


def test_contributors_and_approvers_have_their_days(papers, tables):
    for paper, row in papers:
        said = paper["fields"]
        wanted = said.get("approvals", {}).get("rows") or [*said.get("contributors", ()), *said.get("approvers", ())]
        rows = below(tables, "report_approvals", row)
        assert len(rows) == len(wanted)
        for got, one in zip(rows, wanted, strict=True):
            assert got["role"] == (one.get("role") or one["section"])
            assert got["name"] == one.get("printed_name", one["name"])
            assert got["job_title"] == one["title"]
            assert (got["service_area"] or None) == (None if one["service_area"] in NO else one["service_area"])
            sent, answered = (
                one.get("sent_printed", one.get("sent_out")),
                one.get("responded_printed", one["responded"]),
            )
            assert (got["sent"], got["answered"]) == (day(sent), day(answered))


def test_the_work_programme_is_row_for_row_that_of_the_pack(papers, tables):
    programmes = [(paper["fields"], row) for paper, row in papers if paper["kind"] == "work-programme"]
    for said, row in programmes:
        rows = below(tables, "work_programme", row)
        assert len(rows) == said["table_rows"] == len(said["rows"])
        assert sum(bool(one["title"]) for one in rows) == said["titled_rows"]
        for got, one in zip(rows, said["rows"], strict=True):
            assert got["date"] == (dt.date.fromisoformat(one["date"]) if one["date"] else None)
            assert got["period"] == (None if one["date"] else said["undated_bucket"])
            assert (got["title"], got["detail"], got["lead"]) == (one["title"], one["detail"], one["lead_printed"])
            assert (got["municipal_year"], got["version_date"].isoformat()) == (said["year"], said["last_updated"])
            assert got["body_id"] == "scrutiny-co-ordination-committee"
    assert bool(programmes) == (papers[0][1]["body_id"] != "council")


def test_no_sentence_of_a_report_s_narrative_or_appendices_is_in_any_table(papers, tables, shared):
    """Case studies of people in need stand there: what follows the front sheet is published nowhere."""
    name = next(name for name, folder in PACKS.items() if papers[0][1]["report_id"].startswith(folder))
    gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    lines = (shared / "minutes" / gold["document"]).read_text(encoding="utf-8").split("\n")
    appendices = [
        paper for paper in gold["other_documents"] if paper["kind"] in {"appendix", "letter"} or "appendix_of" in paper
    ]
    told = {
        line.strip() for paper in appendices for line in lines[paper["first_line"] - 1 : paper["last_line"]] if len(line) > 120
    }  # fmt: skip
    assert len(told) > 20
    published = "\n".join(
        str(value)
        for name in tables
        if name.startswith(("report", "work_programme"))
        for row in tables[name]
        for value in row.values()
    )
    assert not [line for line in told if line in published]
