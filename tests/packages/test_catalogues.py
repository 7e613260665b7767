"""Descriptor, DCAT, data.json, schema.org and CSVW: valid by their own rules, and all of one mind with the schemas."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema
import pytest

from conftest import ROOT
from minutebook.packages import make_package
from minutebook.packages.listing import listing
from minutebook.packages.schema_org import schema_org
from minutebook.pipeline import edition_date
from packages_made import CONTRACT, VERSION, book, files, tables

PROFILE = json.loads((ROOT / "tests/profiles/datapackage-2.0.json").read_text(encoding="utf-8"))
CSVW_TYPES = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "date": "date",
    "time": "time",
}
NAMES = tuple(CONTRACT.schemas)


def read(name):
    return json.loads(files()[name].content)


def this():
    return listing(book().council, CONTRACT, tables(), files(), date=edition_date(book()), version=VERSION)


# --- the descriptor ---------------------------------------------------------------------------------------------------


def test_the_descriptor_is_valid_by_the_official_profile():
    validator = jsonschema.Draft7Validator(PROFILE, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(read("datapackage.json"))] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.update(resources=[]),
        lambda said: said.update(licenses=[{"title": "no name"}]),
        lambda said: said["resources"][0].pop("path"),
        lambda said: said["resources"][0]["schema"]["fields"][0].update(type="text"),
        lambda said: said["resources"][0]["schema"].update(fields=[]),
        lambda said: said["resources"][0].update(bytes="many"),
        lambda said: said.update(contributors=[]),
    ],
)
def test_the_official_profile_sees_what_is_wrong_with_a_descriptor(spoil):
    said = read("datapackage.json")
    spoil(said)
    assert not jsonschema.Draft7Validator(PROFILE).is_valid(said)


# --- of one mind ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_vocabulary_describes_a_table_alike(name):
    schema = CONTRACT.schemas[name]
    (resource,) = (each for each in read("datapackage.json")["resources"] if each["name"] == name)
    csvw = read(f"{name}.csv-metadata.json")
    (grouped,) = (table for table in read("csv-metadata.json")["tables"] if table["url"] == f"{name}.csv")
    page = schema_org(this(), name)
    (part,) = (node for node in read("dcat.jsonld")["@graph"] if node["@id"] == f"{book().council.url}data/{name}/")
    said = {
        (resource["title"], resource["description"]),
        (csvw["dc:title"], csvw["dc:description"]),
        (grouped["dc:title"], grouped["dc:description"]),
        (page["name"].removesuffix(f", {book().council.name}"), page["description"]),
        (part["dct:title"], part["dct:description"]),
    }
    assert said == {(schema.title, schema.description)}
    columns = [(field.name, field.description) for field in schema.fields]
    assert [(field["name"], field["description"]) for field in resource["schema"]["fields"]] == columns
    assert [(field["name"], field["description"]) for field in page["variableMeasured"]] == columns
    for table in (csvw, grouped):
        described = table["tableSchema"]["columns"]
        assert [(column["name"], column["dc:description"]) for column in described] == columns
        assert [column["titles"] for column in described] == [field.name for field in schema.fields]
        assert [column["datatype"]["base"] for column in described] == [
            CSVW_TYPES[field.type] for field in schema.fields
        ]
        assert [column.get("required", False) for column in described] == [
            field.constraints.get("required") is True for field in schema.fields
        ]
        assert tuple(table["tableSchema"]["primaryKey"]) == schema.primary_key
    assert len(grouped["tableSchema"]["foreignKeys"]) == len(schema.foreign_keys)


def test_every_catalogue_lists_the_same_files_with_the_same_sizes():
    wanted = {file.path for file in files().values() if file.role == "data"}
    graph = read("dcat.jsonld")["@graph"]
    dcat = {each["@id"]: each for node in graph for each in node.get("dcat:distribution", ())}
    harvest = {each["downloadURL"] for each in read("data.json")["dataset"][0]["distribution"]}
    pages = [schema_org(this(), name) for name in ("", *NAMES)]
    schema = {each["contentUrl"]: each for page in pages for each in page["distribution"]}
    assert set(dcat) == harvest == set(schema) == {f"{book().council.url}data/{path}" for path in wanted}
    for address in dcat:
        file = files()[address.rpartition("/")[2]]
        assert dcat[address]["dcat:byteSize"]["@value"] == str(len(file.content))
        assert (
            dcat[address]["spdx:checksum"]["spdx:checksumValue"]["@value"] == schema[address]["sha256"] == file.sha256
        )


def test_every_catalogue_says_the_same_of_version_date_licence_and_publisher():
    descriptor, harvest, page = read("datapackage.json"), read("data.json")["dataset"][0], schema_org(this())
    whole = next(node for node in read("dcat.jsonld")["@graph"] if node["@id"] == page["@id"])
    assert descriptor["version"] == whole["dcat:version"] == page["version"] == VERSION
    assert descriptor["created"][:10] == whole["dct:modified"]["@value"] == harvest["modified"] == page["dateModified"]
    assert descriptor["licenses"][0]["path"] == whole["dct:license"]["@id"] == harvest["license"] == page["license"]
    publisher = descriptor["contributors"][0]["title"]
    assert publisher == whole["dct:publisher"]["foaf:name"] == harvest["publisher"]["name"] == page["creator"]["name"]


# --- data.gov.uk ------------------------------------------------------------------------------------------------------


def harvest_problems(dataset):
    """What data.gov.uk's guidance "Accepted DCAT and data.json fields" and "Harvest data" would find wrong."""
    found = [
        f"{field} is mandatory" for field in ("title", "description", "identifier", "license") if not dataset.get(field)
    ]
    if len(dataset.get("title", "")) > 65:
        found.append("the title has more than 65 characters")
    if len(re.split(r"(?<=[.!?])\s", dataset.get("description", ""))[0]) > 140:
        found.append("the first sentence of the description has more than 140 characters")
    day = r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?)?)?"
    found += [
        f"{field} is no date" for field in ("issued", "modified") if not re.fullmatch(day, dataset.get(field, "2025"))
    ]
    if not all(isinstance(word, str) for word in dataset.get("keyword", ())):
        found.append("keyword is no list of words")
    for each in dataset.get("distribution", ()):
        if not re.match("https?://", each.get("downloadURL") or each.get("accessURL") or ""):
            found.append(f"{each.get('title')} has no address")
        if not (each.get("title") and each.get("format")):
            found.append("a distribution lacks title or format")
    return found


def test_data_json_keeps_the_rules_of_data_gov_uk():
    (dataset,) = read("data.json")["dataset"]
    assert harvest_problems(dataset) == []
    assert book().council.name not in dataset["title"]
    assert harvest_problems({**dataset, "title": "x" * 66, "license": "", "modified": "5 May"}) == [
        "license is mandatory",
        "the title has more than 65 characters",
        "modified is no date",
    ]


# --- without an address, with another licence -------------------------------------------------------------------------


def test_without_an_address_there_is_no_catalogue_and_csvw_stands():
    council = replace(book().council, url="", formats=())
    made = make_package(council, tables(), CONTRACT, edition_date(book()))
    assert not {"dcat.jsonld", "data.json", "minutes.xlsx", "items.parquet"} & set(made)
    assert "items.csv-metadata.json" in made


def test_a_licence_without_an_address_is_named():
    council = replace(book().council, licence="Our own terms", formats=())
    made = make_package(council, tables(), CONTRACT, edition_date(book()))
    assert json.loads(made["data.json"].content)["dataset"][0]["license"] == "Our own terms"
    whole = json.loads(made["dcat.jsonld"].content)["@graph"][1]
    assert whole["dct:rights"] == "Our own terms"
    assert "dct:license" not in whole
