"""The data contract: what datasets/ says is complete, its examples are valid, and its faults have places."""

from __future__ import annotations

import json
import shutil

import pytest
from frictionless import Field as TableField

from conftest import ROOT
from minutebook.contract import CODES, read_contract

CONTRACT, PROBLEMS = read_contract(ROOT / "datasets")
FIELDS = [(schema.name, field) for schema in CONTRACT.schemas.values() for field in schema.fields] if CONTRACT else []
COLUMNS = {
    "council": "council_id name kind gss_code website publisher contact licence first_date last_date",
    "bodies": "body_id name kind number url",
    "people": "person_id name title kind url",
    "memberships": "person_id body_id party ward role start_date end_date position",
    "identifiers": "entity_id scheme value",
    "meetings": "meeting_id body_id date start_time end_time place municipal_year status approved_by_item_id published extract "
    "item_count decision_count present_count source_title source_url source_sha256 url",
    "attendance": "meeting_id position person_id name title capacity department role status substitutes_for",
    "items": "item_id meeting_id body_id date position number citation title section considered outcome text url",
    "decisions": "decision_id item_id meeting_id body_id date published title operative lead text clause_count unanimous section "
    "url key_decision reasons alternatives conflicts effective_from call_in_until",
    "clauses": "clause_id decision_id parent_clause_id position label path level text action",
    "references": "reference_id item_id position kind number target_body_id target_date target_item_id resolved "
    "evidence source_file source_line",
    "recommendations": "recommendation_id item_id position decision_id clause_id from_body_id to_body_id to_name "
    "outcome_item_id outcome evidence source_file source_line",
    "delegations": "delegation_id item_id position decision_id clause_id delegate "
    "consultees purpose limit evidence source_file source_line",
    "sums": "sum_id item_id position clause_id amount amount_to "
    "currency kind as_printed decision_id evidence source_file source_line",
    "declarations": "declaration_id item_id position person_id name "
    "interest about_item_id withdrew evidence source_file source_line",
    "exclusions": "exclusion_id item_id position excluded_item_id act section schedule paragraphs grounds "
    "evidence source_file source_line",
    "petitions": "petition_id item_id position label subject signatures presented_by person_id evidence source_file source_line",
    "motions": "motion_id item_id agenda_item_id position moved_by seconded_by text amended outcome "
    "moved_by_person_id seconded_by_person_id evidence source_file source_line",
    "amendments": "amendment_id item_id position motion_id moved_by seconded_by accepted text outcome "
    "moved_by_person_id seconded_by_person_id evidence source_file source_line",
    "divisions": "division_id item_id position motion_id amendment_id decision_id votes_for votes_against abstentions "
    "casting_vote outcome evidence source_file source_line",
    "votes": "vote_id item_id position division_id person_id name vote evidence source_file source_line",
    "questions": "question_id item_id agenda_item_id position kind number asked_by put_to subject text answered put_to_role "
    "asked_by_person_id put_to_person_id evidence source_file source_line",
    "appointments": "appointment_id item_id position person person_id to "
    "in_place_of from_date decision_id clause_id evidence source_file source_line",
    "requests": "request_id item_id position asked_of request by_when "
    "by_date answered_item_id decision_id clause_id evidence source_file source_line",
    "urgency": "urgency_id item_id position reason agreed_by decision_body "
    "decision_date kind person_id evidence source_file source_line",
    "agenda_items": "agenda_item_id agenda_id position meeting_id parent_id number title first_page last_page source section "
    "heading evidence source_file source_line",
    "reports": "report_id agenda_id position meeting_id body_id date agenda_item_id title kind section "
    "cabinet_member director wards key_decision key_decision_reason author author_job_title "
    "author_service_area route scrutiny other_bodies council appendix_count municipal_year "
    "version_date published evidence source_file source_line",
    "report_recommendations": "report_recommendation_id report_id position to_body_id to_name label path text evidence "
    "source_file source_line",
    "report_approvals": "report_approval_id report_id position role name job_title service_area sent answered evidence "
    "source_file source_line",
    "work_programme": "work_programme_id report_id position body_id municipal_year version_date date title detail lead "
    "period evidence source_file source_line",
    "redirects": "old new date reason",
    "withdrawals": "id date reason",
    "trails": "trail_id item_id position body_id date stage after_item_id evidence source_file source_line",
    "agendas": "agenda_id body_id date start_time place status moved_to notice published item_count meeting_id source_title "
    "source_url source_sha256 url",
    "report_papers": "report_paper_id report_id position kind title none evidence source_file source_line",
    "report_implications": "report_implication_id report_id position label heading none evidence source_file source_line",
    "changes": "change_id release date table_name row_id field kind",
}


def test_the_contract_that_ships_has_no_problem():
    assert PROBLEMS == ()


def test_tables_and_columns_are_those_that_were_promised_in_order():
    assert {
        name: " ".join(field.name for field in schema.fields) for name, schema in CONTRACT.schemas.items()
    } == COLUMNS
    assert list(CONTRACT.schemas) == list(COLUMNS)


def test_the_package_s_title_is_short_and_its_licence_has_an_address():
    assert len(CONTRACT.package["title"]) <= 65
    (licence,) = CONTRACT.package["licenses"]
    assert licence["name"] == "OGL-UK-3.0"
    assert licence["path"].startswith("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")


def field_id(value):
    return value if isinstance(value, str) else value.name


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=field_id)
def test_every_example_is_a_valid_cell_of_its_own_column(table, field):
    descriptor = next(one for one in CONTRACT.schemas[table].descriptor["fields"] if one["name"] == field.name)
    assert isinstance(field.example, str)  # the standard wants text
    _, notes = TableField.from_descriptor(descriptor).read_cell(field.example)
    assert notes is None


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=field_id)
def test_every_column_says_what_an_empty_cell_means_or_has_none(table, field):
    assert bool(field.empty) != bool(field.constraints.get("required"))
    assert field.constraints  # each field says what a cell may be, if only that it may be empty


def test_keys_are_required_columns():
    for schema in CONTRACT.schemas.values():
        required = {field.name for field in schema.fields if field.constraints.get("required")}
        assert set(schema.primary_key) <= required


def test_a_reference_into_the_table_itself_names_the_table():
    keys = {key.fields: (key.table, key.table_fields) for key in CONTRACT.schemas["clauses"].foreign_keys}
    assert keys[("parent_clause_id",)] == ("clauses", ("clause_id",))


# --- faults --------------------------------------------------------------------------------------------------------


@pytest.fixture
def datasets(tmp_path):
    return shutil.copytree(ROOT / "datasets", tmp_path / "datasets")


def change(path, edit):
    content = json.loads(path.read_text(encoding="utf-8"))
    edit(content)
    path.write_text(json.dumps(content, indent=2), encoding="utf-8")


def found(datasets):
    contract, problems = read_contract(datasets)
    assert contract is None
    return [str(problem) for problem in problems]


def test_all_problems_are_found_in_one_reading(datasets):
    (datasets / "schemas/items.json").write_text('{"title": "Items",\n  oops}', encoding="utf-8")
    (datasets / "schemas/bodies.json").unlink()
    (datasets / "schemas/people.json").write_bytes(b'{"title": "\xe9"}')
    (datasets / "schemas/speeches.json").write_text("{}", encoding="utf-8")
    (datasets / "schemas/clauses.json").write_text("[]", encoding="utf-8")
    problems = found(datasets)
    assert [problem.split(" ")[:2] for problem in problems] == [
        ["datasets/schemas/bodies.json:1:1:", "T001"],
        ["datasets/schemas/clauses.json:1:1:", "T003"],
        ["datasets/schemas/items.json:2:3:", "T002"],
        ["datasets/schemas/people.json:1:1:", "T001"],
        ["datasets/schemas/speeches.json:1:1:", "T004"],
    ]


def test_a_folder_without_a_descriptor_is_one_plain_problem(tmp_path):
    assert read_contract(tmp_path / "datasets") == (None, read_contract(tmp_path / "datasets")[1])
    (problem,) = found(tmp_path / "datasets")
    assert problem == "datasets/datapackage.json:1:1: T001 the file is missing"


FIELD_FAULTS = {
    "name": ("Body Id", "small letters, digits and underscores"),
    "type": ("text", "one of string, integer, "),
    "title": ("", "text in quotation marks"),
    "description": (None, "text in quotation marks"),
    "example": (7, "text in quotation marks, also of a number"),
    "empty": (" ", "what an empty cell means, or required: true in constraints"),
    "constraints": ([], "an object"),
}


@pytest.mark.parametrize("key", FIELD_FAULTS)
def test_a_fault_of_a_field_is_told_at_its_line(datasets, key):
    value, wanted = FIELD_FAULTS[key]
    path = datasets / "schemas/bodies.json"
    change(path, lambda schema: schema["fields"][3].update({key: value}))
    (problem,) = [problem for problem in found(datasets) if f"'{key}' of the field" in problem]
    assert f"; expected {wanted}" in problem
    line = int(problem.split(":")[1])
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[line - 1].strip().startswith('"name": "Body Id"' if key == "name" else '"name": "number"')


SCHEMA_FAULTS = {
    "title": lambda schema: schema.pop("title"),
    "fields": lambda schema: schema.update(fields=[]),
    "stands twice": lambda schema: schema["fields"].append(schema["fields"][0]),
    "primaryKey": lambda schema: schema.update(primaryKey="body_id"),
    "uniqueKeys": lambda schema: schema.update(uniqueKeys=[["nothing"]]),
    "foreignKeys": lambda schema: schema.update(foreignKeys=[{"fields": ["nothing"], "reference": {"fields": ["x"]}}]),
    "no reference": lambda schema: schema.update(foreignKeys=[{"fields": ["number"]}]),
    "refers to no field": lambda schema: schema.update(
        foreignKeys=[{"fields": ["name"], "reference": {"resource": "people", "fields": ["surname"]}}]
    ),
}


@pytest.mark.parametrize("told", SCHEMA_FAULTS)
def test_a_fault_of_a_schema_is_told(datasets, told):
    change(datasets / "schemas/bodies.json", SCHEMA_FAULTS[told])
    assert any(problem.startswith("datasets/schemas/bodies.json:") and told in problem for problem in found(datasets))


TEMPLATE_FAULTS = {
    "title is missing": lambda package: package.pop("title"),
    "too long": lambda package: package.update(title="x" * 66),
    "keywords are missing": lambda package: package.update(keywords="minutes"),
    "listed twice": lambda package: package["resources"].append({"name": "council"}),
}


@pytest.mark.parametrize("told", TEMPLATE_FAULTS)
def test_a_fault_of_the_descriptor_is_told(datasets, told):
    change(datasets / "datapackage.json", TEMPLATE_FAULTS[told])
    assert any(problem.startswith("datasets/datapackage.json:") and told in problem for problem in found(datasets))


def test_every_code_that_is_given_is_explained(datasets):
    assert list(CODES) == [f"T00{number}" for number in range(1, 6)]
