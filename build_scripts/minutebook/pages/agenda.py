"""``agendas/<body>/<date>.md``: what is to be done at one meeting, or was to be; coming, moved or cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook import identity
from minutebook.agenda_model import Agenda, AgendaBlock, AgendaItem, Motion, Question, SubItem
from minutebook.pages import formats
from minutebook.pages.attached import Report, by_item, reports
from minutebook.pages.minute import Part, block_part
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.pages.updated import changed

STATUS = {"scheduled": "Agenda", "moved": "Moved", "cancelled": "Cancelled"}


@dataclass(frozen=True, slots=True)
class Business:
    """An item of an agenda, or a part of one, as its page shows it."""

    item: AgendaItem | SubItem
    label: str  # its number or label as printed
    anchor: str
    pages: str  # "5 to 14"; empty where none are printed
    several: bool  # more than one page
    parts: tuple[Part | Motion | Question, ...]
    reports: tuple[Report, ...] = ()
    below: tuple[Business, ...] = ()


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every agenda."""
    attached = by_item(reports(record))
    for agenda in record.edition.book.agendas:
        body = record.bodies[agenda.body]
        title = agenda_title(body.name, agenda)
        held = record.sitting.get(identity.agenda_id(agenda))
        yield page(
            identity.agenda_page(agenda).removesuffix("/") + ".md",
            "agenda.md.j2",
            {
                "title": f"{title}: agenda",
                "description": f"Agenda of {body.name} for {formats.weekday(agenda.date)}.",
                "minutebook": "agenda",
                "updated": changed(record, (agenda.published, agenda.notice, held.updated if held else None)),
                "crumbs": [
                    {"title": "Meetings", "href": "meetings/"},
                    {"title": body.name, "href": identity.body_page(body.id)},
                ],
            },
            heading=title.replace(formats.day(agenda.date), formats.day(agenda.date).replace(" ", "\xa0")),
            agenda=agenda,
            body=body,
            facts=tuple(_facts(agenda)),
            items=tuple(_business(agenda, item, attached) for item in agenda.items),
            minutes=held,
            instead=_instead(record, agenda),
            own_calendar=identity.body_calendar(body.id),
        )


def agenda_title(body: str, agenda: Agenda) -> str:
    """``Council, 1 December 2026``."""
    again = f" (meeting {agenda.sequence} of that day)" if agenda.sequence > 1 else ""
    return f"{body}, {formats.day(agenda.date)}{again}"


def _facts(agenda: Agenda) -> Iterator[str]:
    yield formats.weekday(agenda.date)
    if agenda.start:
        yield formats.clock(agenda.start)
    if agenda.place:
        yield agenda.place
    if agenda.notice:
        yield f"notice given on {formats.day(agenda.notice)}"


def _instead(record: Record, agenda: Agenda) -> Agenda | None:
    """The agenda of the day to which a meeting was moved, where there is one."""
    same = (other for other in record.edition.book.agendas if other.body == agenda.body)
    return next((other for other in same if agenda.moved_to and other.date == agenda.moved_to), None)


def _business(
    agenda: Agenda, item: AgendaItem, attached: Mapping[str, list[Report]], part: SubItem | None = None
) -> Business:
    shown: AgendaItem | SubItem = part or item
    anchor = identity.agenda_anchor(item, part)
    first, last = shown.pages
    return Business(
        item=shown,
        label=part.label if part else item.number,
        anchor=anchor,
        pages="" if not first else f"{first}" if first == last else f"{first} to {last}",
        several=first != last,
        parts=tuple(_part(block, f"{anchor}-{count}") for count, block in enumerate(shown.blocks, 1)),
        reports=tuple(attached.get(identity.agenda_item_id(agenda, item, part), ())),
        below=() if part else tuple(_business(agenda, item, attached, each) for each in item.items),
    )


def _part(block: AgendaBlock, anchor: str) -> Part | Motion | Question:
    return block if isinstance(block, Motion | Question) else block_part(block, anchor)
