"""Releases one after another: what differs, which version follows, what the changelog says, and the promise of ids."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from known_book import BOARD, BOOK, NOVEMBER
from minutebook.contract import Contract
from minutebook.lasting_model import Redirect, Withdrawal
from minutebook.model import Paragraph
from minutebook.packages import make_package, read_published, with_history
from minutebook.packages.differences import compare, next_version
from minutebook.privacy import for_publication
from minutebook.tables import build_tables
from minutebook.withdrawals import withdraw
from packages_made import CONTRACT, write

DATE = dt.date(2025, 11, 12)
PLAIN = replace(BOOK, redirects=(), withdrawals=())


def release(book, last=None, contract=CONTRACT):
    """A book's files, version and problems, after the package that was published last."""
    public = withdraw(for_publication(book))
    tables, version, problems = with_history(public, build_tables(public), contract, DATE, last)
    return make_package(public.council, tables, contract, DATE, version), version, problems


@pytest.fixture
def last(tmp_path):
    return read_published(write(release(PLAIN)[0], tmp_path / "last"))


def changed(meeting, item, book=PLAIN, **changes):
    """The book with one minute of a meeting changed."""
    meetings = list(book.meetings)
    items = list(meetings[meeting].items)
    items[item] = replace(items[item], **changes)
    meetings[meeting] = replace(meetings[meeting], items=tuple(items))
    return replace(book, meetings=tuple(meetings))


def changelog(files):
    rows = json.loads(files["changes.json"].content)
    return [(row["release"], row["kind"], row["table_name"], row["row_id"], row["field"]) for row in rows]


def told(problems):
    return [(problem.code, str(problem.location), problem.message) for problem in problems]


# --- versions ---------------------------------------------------------------------------------------------------------


def test_the_first_release_is_1_0_0_and_has_no_history():
    files, version, problems = release(PLAIN)
    assert (version, changelog(files), problems) == ("1.0.0", [], ())


def test_the_same_content_after_itself_is_the_same_release_to_the_byte(last):
    files, version, problems = release(PLAIN, last)
    assert (version, problems) == ("1.0.0", ())
    assert files == release(PLAIN)[0]


def test_a_correction_is_a_patch_and_names_the_cell(last):
    files, version, _ = release(changed(2, 0, title="Minutes of the last meeting"), last)
    assert version == "1.0.1"
    assert changelog(files) == [("1.0.1", "changed", "items", "cabinet/2025-11-04/36", "title")]


def test_more_data_is_a_minor_version_and_names_the_rows(tmp_path):
    fewer = replace(PLAIN, meetings=PLAIN.meetings[1:])
    last = read_published(write(release(fewer)[0], tmp_path / "last"))
    files, version, problems = release(PLAIN, last)
    assert (version, problems) == ("1.1.0", ())
    assert ("1.1.0", "added", "meetings", "cabinet/2025-09-30", None) in changelog(files)
    assert ("1.1.0", "added", "items", "cabinet/2025-09-30/31", None) in changelog(files)


def test_the_changelog_goes_on_from_release_to_release(last, tmp_path):
    first = changed(2, 0, title="Minutes of the last meeting")
    files, _, _ = release(first, last)
    second = read_published(write(files, tmp_path / "second"))
    files, version, _ = release(changed(2, 1, book=first, title="Flood defence"), second)
    assert version == "1.0.2"
    releases = [entry[0] for entry in changelog(files)]
    assert releases == sorted(releases)
    assert set(releases) == {"1.0.1", "1.0.2"}
    assert changelog(files)[0] == ("1.0.1", "changed", "items", "cabinet/2025-11-04/36", "title")


def test_the_same_package_before_gives_the_same_bytes_after(last):
    book = changed(2, 0, title="Minutes of the last meeting")
    assert release(book, last)[0] == release(book, last)[0]


def with_schema(name, change):
    """The contract with another schema of one table."""
    descriptor = json.loads(json.dumps(CONTRACT.schemas[name].descriptor))
    change({field["name"]: field for field in descriptor["fields"]}, descriptor)
    schemas = {**CONTRACT.schemas, name: replace(CONTRACT.schemas[name], descriptor=descriptor)}
    return Contract(CONTRACT.package, schemas)


SCHEMAS = {
    "major: a column is gone": ("bodies", lambda _, whole: whole["fields"].pop()),
    "major: a column is new": (
        "bodies",
        lambda _, whole: whole["fields"].append({"name": "remit", "type": "string"}),
    ),
    "major: columns change places": ("bodies", lambda _, whole: whole["fields"].reverse()),
    "major: another type": ("bodies", lambda fields, _: fields["number"].update(type="string")),
    "major: fewer values": ("bodies", lambda fields, _: fields["kind"]["constraints"]["enum"].pop()),
    "major: must not be empty": ("bodies", lambda fields, _: fields["number"]["constraints"].update(required=True)),
    "major: another key": ("bodies", lambda _, whole: whole.update(primaryKey=["name"])),
    "minor: more values": ("bodies", lambda fields, _: fields["kind"]["constraints"]["enum"].append("panel")),
    "minor: may be empty": ("bodies", lambda fields, _: fields["name"]["constraints"].update(required=False)),
    "patch: other words": ("bodies", lambda fields, _: fields["name"].update(description="Its name.")),
    "patch: another title": ("bodies", lambda _, whole: whole.update(title="Committees")),
}


@pytest.mark.parametrize("case", SCHEMAS)
def test_a_change_of_the_contract_raises_the_number_that_the_recipe_says(last, case):
    name, change = SCHEMAS[case]
    now = replace(
        last, schemas={name: dict(schema.descriptor) for name, schema in with_schema(name, change).schemas.items()}
    )
    comparison = compare(last, now)
    assert comparison.level == case.partition(":")[0]
    assert all(name in sentence for sentence in comparison.contract)


def test_to_say_that_a_column_may_be_empty_is_no_change(last):
    silent = with_schema("people", lambda fields, _: fields["title"].update(constraints={}))
    now = replace(last, schemas={name: dict(schema.descriptor) for name, schema in silent.schemas.items()})
    assert not compare(last, now).contract
    assert not compare(now, last).contract


def test_a_table_more_is_minor_and_a_table_less_is_major(last):
    fewer = replace(last, schemas={name: schema for name, schema in last.schemas.items() if name != "clauses"})
    assert compare(fewer, last).level == "minor"
    assert compare(last, fewer).level == "major"


def test_a_row_that_others_refer_to_may_not_go_without_a_major_version(last):
    tables = {**last.tables, "bodies": last.tables["bodies"][1:]}
    assert compare(last, replace(last, tables=tables)).level == "major"
    tables = {**last.tables, "identifiers": last.tables["identifiers"][1:]}
    assert compare(last, replace(last, tables=tables)).level == "patch"


def test_versions_count_as_semantic_versioning_does():
    assert [next_version("1.9.3", level) for level in ("", "patch", "minor", "major")] == [
        "1.9.3",
        "1.9.4",
        "1.10.0",
        "2.0.0",
    ]


# --- the promise ------------------------------------------------------------------------------------------------------


def test_a_meeting_that_is_gone_is_told_once_where_its_file_was(last):
    _, _, problems = release(replace(PLAIN, meetings=PLAIN.meetings[1:]), last)
    (problem,) = [problem for problem in problems if "2025-09-30" in problem.message]
    assert (problem.code, str(problem.location)) == ("V001", "content/minutes/cabinet/2025-09-30.md:1:1")
    assert "content/redirects.yaml" in problem.expected
    assert "content/withdrawals.yaml" in problem.expected


def test_a_minute_a_person_and_a_body_that_are_gone_are_told(last):
    fewer = list(PLAIN.meetings)
    fewer[2] = replace(fewer[2], items=fewer[2].items[1:])
    book = replace(PLAIN, meetings=tuple(fewer), people=PLAIN.people[:2])
    assert told(release(book, last)[2]) == [
        ("V001", "content/people.yaml:1:1", "the person c-sample-2 was published and is gone"),
        ("V001", f"{NOVEMBER}:1:1", "the minute cabinet/2025-11-04/36 was published and is gone"),
    ]


def test_a_person_who_was_merged_is_redirected(last):
    redirect = Redirect("people/c-sample-2", "people/c-sample", dt.date(2025, 11, 12))
    files, _, problems = release(replace(PLAIN, people=PLAIN.people[:2], redirects=(redirect,)), last)
    assert problems == ()
    assert [row["old"] for row in json.loads(files["redirects.json"].content)] == ["people/c-sample-2"]


def test_a_body_that_was_renamed_takes_its_minutes_along(last):
    redirect = Redirect("bodies/housing-board-2", "bodies/homes", dt.date(2025, 11, 12))
    bodies = tuple(replace(body, id="homes") if body.id == "housing-board-2" else body for body in PLAIN.bodies)
    meetings = tuple(replace(m, body="homes") if m.body == "housing-board-2" else m for m in PLAIN.meetings)
    book = replace(PLAIN, bodies=bodies, meetings=meetings)
    assert {code for code, *_ in told(release(book, last)[2])} == {"V001"}
    assert release(replace(book, redirects=(redirect,)), last)[2] == ()


def test_an_id_that_means_something_else_is_told_at_the_line_of_its_minute(last):
    other = changed(2, 1, title="Bus shelters", blocks=(Paragraph("A petition for three shelters was received."),))
    (code, _, _), *rest = [each for each in told(release(other, last)[2]) if each[0] == "V002"]
    assert (code, rest) == ("V002", [])


@pytest.mark.parametrize("changes", [{"title": "Bus shelters"}, {"blocks": (Paragraph("All other words."),)}])
def test_another_title_or_another_text_alone_is_a_correction(last, changes):
    found = told(release(changed(2, 1, **changes), last)[2])
    assert not [each for each in found if each[0] == "V002"]


def test_a_package_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "data.zip").write_bytes(b"no zip")
    for place in (tmp_path, tmp_path / "data.zip", tmp_path / "nowhere"):
        problem = read_published(place)
        assert (problem.code, problem.location.file) == ("V003", str(place))


def test_a_package_reads_the_same_from_its_zip(last, tmp_path):
    files = release(PLAIN)[0]
    (tmp_path / "data.zip").write_bytes(files["data.zip"].content)
    assert read_published(tmp_path / "data.zip") == last


# --- withdrawals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["cabinet/2025-11-04", "cabinet/2025-11-04/37", "cabinet/2025-11-04/37/1"])
def test_what_is_withdrawn_keeps_its_rows_and_loses_its_words(last, id_):
    book = replace(PLAIN, withdrawals=(Withdrawal(id_, dt.date(2025, 11, 12), "It was not ours to tell."),))
    files, version, problems = release(book, last)
    assert problems == ()
    for name in ("meetings", "items", "decisions", "clauses"):
        before = [next(iter(row.values())) for row in last.tables[name]]
        assert [next(iter(row.values())) for row in json.loads(files[f"{name}.json"].content)] == before
    words = b"".join(file.content for path, file in files.items() if path.endswith((".csv", ".sqlite")))
    assert b"Approve the plan" not in words
    kinds = {
        kind for _, kind, table, row, _ in changelog(files) if table in ("decisions", "clauses") and "/37/1" in row
    }
    assert kinds == {"withdrawn"}
    assert version.startswith("1.") or "removed" in {entry[1] for entry in changelog(files)}


def test_a_withdrawn_minute_without_a_number_keeps_its_id():
    book = replace(PLAIN, withdrawals=(Withdrawal("housing-board-2/2025-10-16/work-programme", DATE),))
    tables = build_tables(withdraw(book))
    (row,) = [row for row in tables["items"] if row.values["item_id"] == "housing-board-2/2025-10-16/work-programme"]
    assert (row.values["title"], row.location.file) == ("Withdrawn", BOARD)
    assert row.values["text"] == "Note: Withdrawn on 12 November 2025.\nAGREED Withdrawn"
