"""The package descriptor, ``datapackage.json``, by the Data Package standard, version 2."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from minutebook.contract import Contract, Schema
from minutebook.council_model import Council
from minutebook.packages.datafile import DataFile
from minutebook.text import email

PROFILES = "https://datapackage.org/profiles/2.0"

_DIALECT = {
    "$schema": f"{PROFILES}/tabledialect.json",
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}
"""Said in full, because some readers guess what is not said, and guess wrongly from long texts."""


def describe(
    about: Mapping[str, Any], contract: Contract, files: Mapping[str, DataFile], date: dt.date, version: str
) -> bytes:
    """The descriptor of a package with these files; ``about`` is what ``about_package`` makes."""
    resources = [_resource(schema, files) for schema in contract.schemas.values()]
    release = {"version": version, "created": f"{date.isoformat()}T12:00:00Z"}
    order = ("$schema", "id", "name", "title", "description", "homepage", "version", "created")
    said = {**about, **release, "resources": resources}
    ordered = {key: said[key] for key in (*order, *said) if key in said}
    return (json.dumps(ordered, indent=2, ensure_ascii=False) + "\n").encode()


def about_package(council: Council, contract: Contract) -> dict[str, Any]:
    """What the descriptor says of the package, whatever its release. Id and home page need the council's address and are
    else left out.
    """
    template = contract.package
    said: dict[str, Any] = {"$schema": f"{PROFILES}/datapackage.json"}
    if council.url:
        said |= {"id": f"{council.url}data/datapackage.json", "homepage": f"{council.url}data/"}
    return said | {
        "name": f"{council.id}-{template['name']}",
        "title": template["title"],
        "description": template["description"],
        "licenses": _licences(council, template),
        "sources": [_with_path({"title": f"Minutes of {council.name}"}, council)],
        "contributors": [_contributor(council)],
        "keywords": template["keywords"],
    }


def _licences(council: Council, template: Mapping[str, Any]) -> list[dict[str, str]]:
    """The council's licence, with title and address where the template knows it."""
    known = [licence for licence in template["licenses"] if licence.get("name") == council.licence]
    return known or [{"name": re.sub(r"[^-\w.]+", "-", council.licence, flags=re.ASCII), "title": council.licence}]


def _contributor(council: Council) -> dict[str, Any]:
    contributor: dict[str, Any] = _with_path({"title": council.publisher or council.name}, council)
    if email(council.contact):
        contributor["email"] = email(council.contact)
    return contributor | {"roles": ["creator", "publisher"], "organization": council.name}


def _with_path(entry: dict[str, str], council: Council) -> dict[str, str]:
    return entry | ({"path": council.website} if council.website else {})


def _resource(schema: Schema, files: Mapping[str, DataFile]) -> dict[str, Any]:
    table, twin = files[f"{schema.name}.csv"], files[f"{schema.name}.json"]
    return {
        "name": schema.name,
        "type": "table",
        "path": table.path,
        "title": schema.title,
        "description": schema.description,
        "format": "csv",
        "mediatype": table.mediatype,
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "bytes": len(table.content),
        "hash": f"sha256:{table.sha256}",
        "rows": table.rows,
        "schema": {"$schema": f"{PROFILES}/tableschema.json", **schema.descriptor},
        "alternates": [
            {
                "path": twin.path,
                "format": "json",
                "mediatype": twin.mediatype,
                "encoding": "utf-8",
                "bytes": len(twin.content),
                "hash": f"sha256:{twin.sha256}",
            }
        ],
    }
