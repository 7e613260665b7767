"""``bodies/``: the Council, its committees and boards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.model import Body
from minutebook.pages.record import Record, grouped
from minutebook.pages.templating import page
from minutebook.pages.updated import minutes_changed

KINDS = {
    "council": "Council",
    "executive": "Executive",
    "scrutiny": "Scrutiny",
    "regulatory": "Regulatory",
    "advisory": "Advisory",
    "individual": "Decisions by individuals",
    "other": "Other",
}
"""The kinds of body as a page calls them, in the order in which it lists them."""


@dataclass(frozen=True, slots=True)
class Line:
    body: Body
    meetings: int
    decisions: int


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of bodies, by kind."""
    lines = [
        Line(
            body,
            sum(sitting.body.id == body.id for sitting in record.sittings),
            sum(one.sitting.body.id == body.id for one in record.resolutions),
        )
        for body in record.edition.book.bodies
    ]
    kinds = grouped(lines, (line.body.kind for line in lines))
    name = record.edition.book.council.name
    yield page(
        "bodies/index.md",
        "bodies.md.j2",
        {
            "title": "Bodies",
            "description": f"The committees and boards of {name}: what they are for, who sits on them, when they met.",
            "minutebook": "bodies",
            "updated": minutes_changed(record),
        },
        kinds=[(kind, heading, kinds[kind]) for kind, heading in KINDS.items() if kind in kinds],
    )
