"""The static API as another council's developer reads it."""

from __future__ import annotations

import csv
import json

import jsonschema
import pytest


@pytest.fixture(scope="module")
def api(example):
    """Every document by its path from the site's root."""
    site = example / "build/site"
    return {path.relative_to(site).as_posix(): json.loads(path.read_bytes()) for path in (site / "api").rglob("*.json")}


@pytest.fixture(scope="module")
def tables(example):
    def read(name):
        with (example / f"build/site/data/{name}.csv").open(newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    return read


def root(api):
    return api["api/index.json"]["links"]["site"]


def test_the_address_is_the_id_and_the_index_names_every_document(api):
    index = api["api/index.json"]
    kinds = ("meetings", "agendas", "bodies", "people")
    listed = {entry["id"] for kind in kinds for entry in index[kind]}
    found = {f"{root(api)}{path}": content for path, content in api.items() if path.split("/")[1] in kinds}
    assert listed == set(found)
    assert all(content["id"] == address for address, content in found.items())
    assert index["counts"] == {kind: len(index[kind]) for kind in kinds}


def test_every_document_has_the_shape_that_its_schema_describes(api):
    validators = {
        content["$id"]: jsonschema.Draft202012Validator(content)
        for path, content in api.items()
        if path.startswith("api/schemas/")
    }
    for validator in validators.values():
        validator.check_schema(validator.schema)
    checked = 0
    for content in api.values():
        if content.get("$schema") in validators:
            validators[content["$schema"]].validate(content)
            checked += 1
    assert checked == sum(api["api/index.json"]["counts"].values()) > 20


def test_a_schema_refuses_what_is_not_of_its_shape(api):
    validator = jsonschema.Draft202012Validator(api["api/schemas/meetings.json"])
    good = next(content for path, content in api.items() if path.startswith("api/meetings/cabinet/"))
    for changed in (
        {**good, "date": 7},
        {**good, "status": "perhaps"},
        {key: value for key, value in good.items() if key != "items"},
        {**good, "items": [{**good["items"][0], "title": None}]},
        {**good, "more": 1},
    ):
        assert not validator.is_valid(changed)
    assert validator.is_valid(good)


def test_a_meeting_holds_its_items_decisions_clauses_and_registers(api, tables):
    meetings = [content for path, content in api.items() if path.startswith("api/meetings/")]
    items = [item for meeting in meetings for item in meeting["items"]]
    decisions = [decision for item in items for decision in item["decisions"]]
    clauses = [clause for decision in decisions for clause in decision["clauses"]]
    for name, rows in (("items", items), ("decisions", decisions), ("clauses", clauses)):
        assert sorted(row[f"{name[:-1]}_id"] for row in rows) == sorted(row[f"{name[:-1]}_id"] for row in tables(name))
    for register in ("references", "delegations", "sums", "petitions", "votes"):
        wanted = [row for row in tables(register) if row["item_id"]]
        assert wanted
        assert sum(len(item[register]) for item in items) == len(wanted)


def test_a_person_holds_what_the_record_says_of_them(api, tables):
    attended = sum(bool(row["person_id"]) for row in tables("attendance"))
    people = [content for path, content in api.items() if path.startswith("api/people/")]
    assert sum(len(person["attendance"]) for person in people) == attended > 100
    moved = [row for person in people for row in person["motions_moved_by"]]
    assert len(moved) == sum(bool(row["moved_by_person_id"]) for row in tables("motions")) > 0


def test_links_lead_to_pages_and_documents_of_the_site(api, example):
    for content in api.values():
        links = content.get("links") if "$schema" in content else None
        for address in (links or {}).values():
            path = address.removeprefix(root(api)).partition("#")[0]
            file = example / "build/site" / (f"{path}index.html" if path.endswith("/") or not path else path)
            assert file.is_file(), address


def test_popolo_says_the_same_in_the_terms_of_civic_tools(api, tables):
    archive = api["api/popolo.json"]
    counts = {"persons": "people", "memberships": "memberships", "events": "meetings", "vote_events": "divisions"}
    assert {name: len(archive[name]) for name in counts} == {name: len(tables(table)) for name, table in counts.items()}
    ids = {name: {entry["id"] for entry in archive[name]} for name in archive if name != "memberships"}
    assert all(len(ids[name]) == len(archive[name]) for name in ids)
    for membership in archive["memberships"]:
        assert membership["person_id"] in ids["persons"]
        assert membership["organization_id"] in ids["organizations"]
    for motion in archive["motions"]:
        assert motion["organization_id"] in ids["organizations"]
        assert motion["legislative_session_id"] in ids["events"]
        assert motion["text"]
    for event in archive["vote_events"]:
        assert event.get("motion_id") is None or event["motion_id"] in ids["motions"] | {None}
        assert {count["option"] for count in event.get("counts", ())} <= {"yes", "no", "abstain"}
        assert all(vote["option"] in {"yes", "no", "abstain"} for vote in event.get("votes", ()))
    assert any(event.get("votes") for event in archive["vote_events"])
