"""The archive in Popolo terms (https://www.popoloproject.com/specs/), so that civic tools that know them can read it.

The council, its bodies and the parties are organizations; meetings are events; motions are motions and so are decisions,
whose result is that they were passed; recorded votes are vote events. Ids are those of the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minutebook.api.documents import Json, plain
from minutebook.api.shapes import Index, Part
from minutebook.edition import Edition
from minutebook.identity import slug
from minutebook.tables import Row, Value

_OPTIONS = {"for": "yes", "against": "no", "abstained": "abstain", "casting": "yes"}
_COUNTS = {"votes_for": "yes", "votes_against": "no", "abstentions": "abstain"}
_RESULTS = {"carried": "pass", "adopted": "pass", "amended": "pass", "lost": "fail", "rejected": "fail"}


def popolo(edition: Edition) -> Mapping[str, Json]:
    """One object with a list for each of Popolo's classes."""
    tables, index = edition.tables, Index(edition.tables)
    (council,) = tables["council"]
    whose = f"council/{council.values['council_id']}"
    items = {row.values["item_id"]: row for row in tables.get("items", ())}
    return {
        "persons": [_person(row, index) for row in tables["people"]],
        "organizations": [
            {"id": whose, "name": council.values["name"], "classification": "council"},
            *(_body(row, whose) for row in tables["bodies"]),
            *_parties(tables["memberships"]),
        ],
        "memberships": [_membership(row, whose) for row in tables["memberships"]],
        "events": [_event(row) for row in tables["meetings"]],
        "motions": [
            *(_motion(row, items) for row in tables.get("motions", ()) if row.values["item_id"] in items),
            *(_decision(row) for row in tables["decisions"]),
        ],
        "vote_events": [_vote_event(row, items, index) for row in tables.get("divisions", ())],
    }


def _told(**values: Json) -> dict[str, Json]:
    """An object without the members that have no value."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _person(row: Row, index: Index) -> dict[str, Json]:
    value = row.values
    known = index.rows(Part("identifiers", "entity_id"), value["person_id"])
    identifiers: Json = [{"scheme": each.values["scheme"], "identifier": each.values["value"]} for each in known]
    links = [{"url": value["url"]}] if value["url"] else []
    return _told(
        id=value["person_id"],
        name=value["name"],
        honorific_prefix=value["title"],
        identifiers=identifiers,
        links=links,
    )


def _body(row: Row, whose: str) -> dict[str, Json]:
    value = row.values
    return _told(id=value["body_id"], name=value["name"], classification=value["kind"], parent_id=whose)


def _party(name: object) -> str:
    return f"party/{slug(str(name))}"


def _parties(memberships: tuple[Row, ...]) -> Iterator[dict[str, Json]]:
    for name in dict.fromkeys(row.values["party"] for row in memberships if row.values["party"]):
        yield {"id": _party(name), "name": name, "classification": "party"}


def _membership(row: Row, whose: str) -> dict[str, Json]:
    """A seat on a body, a party, or the ward that a councillor stands for."""
    value = row.values
    return _told(
        person_id=value["person_id"],
        organization_id=value["body_id"] or (_party(value["party"]) if value["party"] else whose),
        role=value["role"] or ("councillor" if value["ward"] else None),
        area={"name": value["ward"], "classification": "ward"} if value["ward"] else None,
        start_date=plain(value["start_date"]),
        end_date=plain(value["end_date"]),
    )


def _event(row: Row) -> dict[str, Json]:
    value = row.values
    day = str(plain(value["date"]))
    start, end = ((f"{day}T{value[time]}" if value[time] else None) for time in ("start_time", "end_time"))
    return _told(
        id=value["meeting_id"],
        name=f"{value['body_id']} {day}",
        classification="meeting",
        organization_id=value["body_id"],
        start_date=start or day,
        end_date=end,
        location=value["place"],
        status=value["status"],
        links=[{"url": value["url"]}] if value["url"] else [],
    )


def _motion(row: Row, items: Mapping[Value, Row]) -> dict[str, Json]:
    value, item = row.values, items[row.values["item_id"]].values
    return _told(
        id=value["motion_id"],
        organization_id=item["body_id"],
        legislative_session_id=item["meeting_id"],
        creator_id=value.get("moved_by_person_id"),
        classification="motion",
        text=value["text"],
        date=plain(item["date"]),
        result=_RESULTS.get(str(value["outcome"] or "")),
    )


def _decision(row: Row) -> dict[str, Json]:
    value = row.values
    return _told(
        id=value["decision_id"],
        organization_id=value["body_id"],
        legislative_session_id=value["meeting_id"],
        classification="decision",
        text=value["text"] or value["title"],
        date=plain(value["date"]),
        result="pass",
        links=[{"url": value["url"]}] if value["url"] else [],
    )


def _vote_event(row: Row, items: Mapping[Value, Row], index: Index) -> dict[str, Json]:
    value, item = row.values, items[row.values["item_id"]].values
    counts: Json = [
        {"option": option, "value": value[column]} for column, option in _COUNTS.items() if value[column] is not None
    ]
    votes: Json = [
        _told(voter_id=vote.values["person_id"], option=_OPTIONS[str(vote.values["vote"])], note=vote.values["name"])
        for vote in index.rows(Part("votes", "division_id"), value["division_id"])
        if vote.values["vote"] != "casting"
    ]
    return _told(
        id=value["division_id"],
        motion_id=value["motion_id"] or value["decision_id"],
        organization_id=item["body_id"],
        legislative_session_id=item["meeting_id"],
        start_date=plain(item["date"]),
        result=_RESULTS.get(str(value["outcome"] or "")),
        counts=counts,
        votes=votes,
    )
