"""Reports attached to an agenda, as a minute or an item of the agenda shows them: what they ask for, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook.pages.record import Record, grouped
from minutebook.tables import Row


@dataclass(frozen=True, slots=True)
class Point:
    """A recommendation. ``below``: it stands under the one before it, as (a) does under 3)."""

    label: str
    text: str
    below: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report asks of one body: its recommendations with their labels as printed."""

    to: str  # as printed; empty where the report names no body
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A front sheet. ``key`` is an anchor; ``facts`` are pairs of a name and what the sheet says; ``item`` its agenda item."""

    key: str
    title: str
    kind: str
    private: bool
    is_key: bool
    facts: tuple[tuple[str, str], ...]
    recommendations: tuple[Asked, ...]
    item: str
    meeting: str

    @property
    def kind_told(self) -> str:
        return "Document" if self.kind == "other" else self.kind.capitalize()


def reports(record: Record) -> tuple[Report, ...]:
    """Every report of the record, in its order."""
    asked = record.edition.tables.get("report_recommendations", ())
    by_report = grouped(asked, (str(row.values["report_id"]) for row in asked))
    return tuple(
        _report(row, by_report.get(str(row.values["report_id"]), []))
        for row in record.edition.tables.get("reports", ())
    )


def by_item(found: tuple[Report, ...]) -> Mapping[str, list[Report]]:
    """Reports by the id of the agenda item that they are attached to."""
    return grouped(found, (report.item for report in found))


def by_minute(record: Record, found: tuple[Report, ...]) -> Mapping[str, list[Report]]:
    """Reports by the id of the minute of their item: the only one of the meeting with the title of the agenda's item."""
    titles: dict[tuple[str, str], list[str]] = {}
    for one in record.minuted.values():
        titles.setdefault((one.sitting.id, one.item.title.casefold()), []).append(one.id)
    minutes: dict[str, list[Report]] = {}
    for report in found:
        item = record.asked.get(report.item)
        same = titles.get((report.meeting, item.title.casefold()), []) if item else []
        if len(same) == 1:
            minutes.setdefault(same[0], []).append(report)
    return minutes


def _report(row: Row, asked: list[Row]) -> Report:
    key = str(row.values["report_id"])
    to = grouped(asked, (str(each.values["to_name"] or "") for each in asked))
    return Report(
        key=f"report-{key.rpartition('/')[2]}",
        title=str(row.values["title"]),
        kind=str(row.values["kind"]),
        private=row.values["section"] == "private",
        is_key=row.values["key_decision"] is True,
        facts=tuple(_facts(row)),
        recommendations=tuple(Asked(name, tuple(map(_point, own))) for name, own in to.items()),
        item=str(row.values["agenda_item_id"] or ""),
        meeting=key.rpartition("/reports/")[0],
    )


def _point(row: Row) -> Point:
    return Point(str(row.values["label"] or ""), str(row.values["text"]), "." in str(row.values["path"] or ""))


def _facts(row: Row) -> Iterator[tuple[str, str]]:
    for name, column in (
        ("Director", "director"),
        ("Cabinet member", "cabinet_member"),
        ("Author", "author"),
        ("Wards", "wards"),
    ):
        if row.values[column]:
            yield name, str(row.values[column])
    if row.values["key_decision"] is not None:
        reason = str(row.values["key_decision_reason"] or "")
        yield "Key decision", f"{'Yes' if row.values['key_decision'] else 'No'}{f'. {reason}' if reason else ''}"
