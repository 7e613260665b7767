"""Documents of the static API: one for each meeting, agenda, body and person, with everything that belongs to it inside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from minutebook.api.shapes import Index, Kind, Part, kinds
from minutebook.contract import Contract
from minutebook.edition import Edition
from minutebook.identity import api_document
from minutebook.tables import Row, Value

Json = object
"""Text, numbers, truths, null, and lists and objects of them."""


def documents(edition: Edition) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Every document with its path from the site's root."""
    index, root = Index(edition.tables), edition.book.council.url
    keys = _keys(edition.contract)
    for kind in kinds(edition.contract):
        for row in edition.tables.get(kind.part.table, ()):
            key = str(row.values[keys[kind.part.table]])
            path = api_document(kind.folder, key)
            yield (
                path,
                {
                    "$schema": f"{root}{schema_path(kind)}",
                    "id": f"{root}{path}",
                    "links": {"self": f"{root}{path}", "index": f"{root}{INDEX}", **_links(row, root)},
                    **_nested(row, kind.part, index, keys),
                },
            )


INDEX = "api/index.json"


def schema_path(kind: Kind) -> str:
    return f"api/schemas/{kind.folder}.json"


def index_document(edition: Edition) -> Mapping[str, Json]:
    """Where everything is: the council, and every document by its kind."""
    root, keys = edition.book.council.url, _keys(edition.contract)
    shown = ("name", "date", "body_id", "status", "title", "kind")
    listed = {
        kind.folder: [
            {
                "id": f"{root}{api_document(kind.folder, str(row.values[keys[kind.part.table]]))}",
                **{name: plain(row.values[name]) for name in shown if name in row.values},
            }
            for row in edition.tables.get(kind.part.table, ())
        ]
        for kind in kinds(edition.contract)
    }
    council = [{name: plain(value) for name, value in row.values.items()} for row in edition.tables["council"]]
    return {
        "id": f"{root}{INDEX}",
        "council": council[0],
        "edition": edition.date.isoformat(),
        "version": edition.version,
        "counts": {name: len(found) for name, found in listed.items()},
        "links": {
            "site": root,
            "package": f"{root}data/datapackage.json",
            "popolo": f"{root}api/popolo.json",
            "schemas": {kind.folder: f"{root}{schema_path(kind)}" for kind in kinds(edition.contract)},
            "decisions": f"{root}feeds/decisions.json",
            "calendar": f"{root}feeds/meetings.ics",
        },
        **listed,
    }


def plain(value: Value) -> Json:
    """A cell as JSON has it: dates as text, money as a number, whose two decimals a double holds up to ten trillion."""
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _nested(row: Row, part: Part, index: Index, keys: Mapping[str, str]) -> dict[str, Json]:
    whole: dict[str, Json] = {name: plain(value) for name, value in row.values.items()}
    key = row.values.get(keys[part.table])
    for below in part.below:
        whole[below.name] = [_nested(each, below, index, keys) for each in index.rows(below, key)]
    return whole


def _keys(contract: Contract) -> Mapping[str, str]:
    """The column that names a table's rows; the first of a key of several is that of the row above, and names none."""
    return {name: schema.primary_key[-1] for name, schema in contract.schemas.items()}


def _links(row: Row, root: str) -> dict[str, Json]:
    links = {"page": row.values.get("url")}
    if row.values.get("body_id") and "date" in row.values:
        links["body"] = f"{root}{api_document('bodies', str(row.values['body_id']))}"
    if "agenda_id" in row.values and row.values.get("meeting_id"):
        links["meeting"] = f"{root}{api_document('meetings', str(row.values['meeting_id']))}"
    return {name: plain(value) for name, value in links.items() if value}
