"""``trails/``: where a matter travelled between bodies, drawn and told in the order of its meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from minutebook.pages import formats
from minutebook.pages.links import trail_address
from minutebook.pages.record import Minuted, Record, Resolution, grouped
from minutebook.pages.templating import page
from minutebook.pages.updated import changed
from minutebook.tables import Row

STAGES = {"made": "Begun", "considered": "Considered", "decided": "Decided"}


@dataclass(frozen=True, slots=True)
class Step:
    """One minute of a trail. ``because`` is the phrase by which the minute takes the matter up, as printed."""

    minuted: Minuted
    stage: str
    because: str
    resolutions: tuple[Resolution, ...]
    anchor: str  # "step-1"


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money of the matter, once, however many of its minutes name it."""

    printed: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    id: str  # that of its first minute
    steps: tuple[Step, ...]

    @property
    def address(self) -> str:
        return trail_address(self.id)

    @property
    def title(self) -> str:
        return self.steps[-1].minuted.item.title

    @property
    def days(self) -> tuple[dt.date, ...]:
        """When the minutes of its steps last changed."""
        return tuple(step.minuted.updated for step in self.steps)

    @property
    def bodies(self) -> str:
        """``Scrutiny Board (2), Cabinet and Council``."""
        return formats.listed(tuple(dict.fromkeys(step.minuted.sitting.body.name for step in self.steps)))


def trails(record: Record) -> tuple[Trail, ...]:
    """Every trail of the record, the one that moved last first."""
    rows = [row for row in record.edition.tables.get("trails", ()) if row.values["item_id"] in record.minuted]
    by_item = grouped(record.resolutions, (one.item_id for one in record.resolutions))
    groups = grouped(rows, (str(row.values["trail_id"]) for row in rows))
    found = [Trail(key, tuple(_step(record, row, by_item) for row in group)) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda trail: trail.steps[-1].minuted.sitting.meeting.date, reverse=True))


def trail_of(record: Record) -> Mapping[str, Trail]:
    """The trail of each minute that is a step of one, by the minute's id."""
    return {step.minuted.id: trail for trail in trails(record) for step in trail.steps}


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The list of trails and a page for each."""
    found, name = trails(record), record.edition.book.council.name
    yield page(
        "trails/index.md",
        "trails.md.j2",
        {
            "title": "Trails of decisions",
            "description": f"Matters that travelled from one body of {name} to another, step by step.",
            "minutebook": "trail",
            "updated": changed(record, (day for trail in found for day in trail.days)),
        },
        trails=found,
    )
    for trail in found:
        yield page(
            trail.address.removesuffix("/") + ".md",
            "trail.md.j2",
            {
                "title": f"{trail.title}: the trail",
                "description": f"How {trail.title} went through {trail.bodies}.",
                "minutebook": "trail",
                "updated": changed(record, trail.days),
                "crumbs": [{"title": "Trails", "href": "trails/"}],
            },
            trail=trail,
            heading=trail.title,
            stages=STAGES,
            sums=tuple(_sums(record, trail)),
        )


def _step(record: Record, row: Row, by_item: Mapping[str, list[Resolution]]) -> Step:
    key = str(row.values["item_id"])
    return Step(
        minuted=record.minuted[key],
        stage=str(row.values["stage"]),
        because=str(row.values["evidence"] or ""),
        resolutions=tuple(by_item.get(key, ())),
        anchor=f"step-{row.values['position']}",
    )


def _sums(record: Record, trail: Trail) -> Iterator[Sum]:
    steps = {step.minuted.id: step for step in trail.steps}
    rows = [row for row in record.edition.tables.get("sums", ()) if row.values["item_id"] in steps]
    for group in grouped(rows, map(_amount, rows)).values():
        own = dict.fromkeys(str(row.values["item_id"]) for row in group)
        yield Sum(str(group[0].values["as_printed"]), tuple(steps[key] for key in own))


def _amount(row: Row) -> str:
    values = (row.values["amount"], row.values["amount_to"])
    return " ".join(f"{value:.2f}" for value in values if isinstance(value, Decimal))
