"""``meetings/<body>/<date>.md``: the minutes of one meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutebook import identity
from minutebook.model import Meeting
from minutebook.pages import attached, downloads, formats, links
from minutebook.pages.autodiscovery import decisions_of
from minutebook.pages.cited import phrases, referring
from minutebook.pages.minute import minutes
from minutebook.pages.moved import moved, voters
from minutebook.pages.record import Presence, Record, Sitting, grouped
from minutebook.pages.templating import page
from minutebook.pages.trail import trail_of


@dataclass(frozen=True, slots=True)
class Approval:
    """Where these minutes were agreed: ``told`` is "2 December 2025 (minute 44)"."""

    told: str
    address: str


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """A page for every meeting."""
    sittings = record.sitting
    council = record.edition.book.council
    cited, cited_by, travelled = phrases(record), referring(record), trail_of(record)
    motions, names = moved(record), voters(record)
    every = attached.reports(record)
    reports = attached.by_minute(record, every)
    shown = {report for own in reports.values() for report in own}
    others = grouped(left := [one for one in every if one not in shown], (one.meeting for one in left))
    agendas = {identity.agenda_id(agenda): agenda for agenda in record.edition.book.agendas}
    for sitting in record.sittings:
        yield page(
            sitting.address.removesuffix("/") + ".md",
            "meeting.md.j2",
            _front(record, sitting),
            heading=_heading(sitting),
            sitting=sitting,
            meeting=sitting.meeting,
            warnings=tuple(_warnings(sitting)),
            facts=tuple(_facts(sitting)),
            approval=_approval(sitting, sittings),
            groups=_groups(sitting),
            minutes=minutes(sitting, council.year_starts, council.name, cited, names),
            motions=motions,
            reports=reports,
            other_reports=others.get(sitting.id, []),
            asked=record.asked,
            cited_by=cited_by,
            trails=travelled,
            agenda=agendas.get(sitting.id),
            document=identity.api_document("meetings", sitting.id),
            sections=len({item.section for item in sitting.meeting.items}) > 1,
            published=council.private_items == "publish",
            earlier=sittings.get(sitting.earlier),
            later=sittings.get(sitting.later),
            files=[
                file
                for table in ("items", "decisions", "clauses")
                for file in downloads.of_table(record.edition, table)
            ],
        )


def _front(record: Record, sitting: Sitting) -> dict[str, object]:
    """The page's front matter."""
    return {
        "title": sitting.title,
        "description": _description(sitting),
        "minutebook": "meeting",
        "updated": sitting.updated.isoformat(),
        "feeds": decisions_of(sitting.body, record),
        "crumbs": [
            {"title": "Meetings", "href": "meetings/"},
            {"title": sitting.body.name, "href": links.body_page(sitting.body.id)},
            {"title": sitting.year, "href": f"meetings/{links.year_key(sitting.year)}/"},
        ],
    }


def _heading(sitting: Sitting) -> str:
    """The title, with a date that does not break: ``Cabinet, 4 November 2025``."""
    date = formats.day(sitting.meeting.date)
    return sitting.title.replace(date, date.replace(" ", "\xa0"))


def _description(sitting: Sitting) -> str:
    """What a search engine or a message shows below the title."""
    held = sitting.meeting
    if not held.items:
        return f"Meeting of {sitting.body.name} on {formats.weekday(held.date)}."
    decided = formats.counted(sitting.decisions, "decision")
    items = formats.counted(len(held.items), "item")
    return f"Minutes of {sitting.body.name} on {formats.weekday(held.date)}: {items}, {decided}."


def _warnings(sitting: Sitting) -> Iterator[str]:
    """What a reader must know before trusting these minutes."""
    meeting = sitting.meeting
    if meeting.status == "draft":
        yield f"These are draft minutes. {sitting.body.name} has not yet agreed them as a correct record."
    if meeting.status in ("draft", "approved") and not meeting.reviewed:
        yield "Nobody has yet checked these minutes against the source document."
    if meeting.status == "cancelled":
        yield "This meeting was cancelled."
    if meeting.extract:
        yield "This is an extract: only some of the items of this meeting are published."


def _facts(sitting: Sitting) -> Iterator[str]:
    """When, where and how many, for the line below the title."""
    meeting = sitting.meeting
    yield formats.weekday(meeting.date)
    if meeting.start or meeting.end:
        yield formats.span(meeting.start, meeting.end)
    if meeting.place:
        yield meeting.place
    if sitting.attendance:
        apologies = formats.counted(sitting.apologies, "apology", "apologies") if sitting.apologies else "no apologies"
        yield f"{formats.number(sitting.present)} present, {apologies}"


def _approval(sitting: Sitting, sittings: Mapping[str, Sitting]) -> Approval | None:
    meeting_id, _, key = sitting.approved_by.rpartition("/")
    later = sittings.get(meeting_id)
    if later is None:
        return None
    where = _numbered(later.meeting, key)
    return Approval(formats.day(later.meeting.date) + where, links.item_address(sitting.approved_by))


def _numbered(meeting: Meeting, key: str) -> str:
    item = next((item for item in meeting.items if identity.item_key(item) == key), None)
    return f" (minute {item.number})" if item and item.number else ""


def _groups(sitting: Sitting) -> dict[str, list[Presence]]:
    """Who attended by capacity and department as printed, and at the end who sent apologies."""
    names = [
        (f"{line.capacity}: {line.department}" if line.department else line.capacity or "Present")
        if line.present
        else "Apologies"
        for line in sitting.attendance
    ]
    return grouped(sitting.attendance, names)
