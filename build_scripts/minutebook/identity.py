"""Ids and addresses: what everything is called, for ever, and on which page it stands.

Ids read like paths and depend on nothing but what the record prints (body, date, number, labels). Addresses follow from
ids. All functions are pure; text in, text out.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.agenda_model import Agenda, AgendaItem, SubItem
from minutebook.model import BULLET, Decision, Entry, Item, List, Meeting
from minutebook.report_model import Report


def slug(text: str) -> str:
    """The words of a text in lower-case ASCII joined by hyphens: "Children's Services" is ``childrens-services``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("&", " and ")))


def number_key(number: str) -> str:
    """The id of an item with this number: ``PL/24/017`` is ``pl-24-017``, ``5(a)`` is ``5a``."""
    return re.sub(r"[/ ]+", "-", re.sub(r"[()\[\]]", "", number)).strip("-.").lower()


def item_key(item: Item) -> str:
    """The last part of an item's id, unique in its meeting: from {#key}, else the number, else the title."""
    return item.key or number_key(item.number) or slug(item.title) or "item"


def meeting_key(meeting: Meeting) -> str:
    """``2025-11-04``, or ``2025-11-04-2`` for the second meeting of that day."""
    return meeting.date.isoformat() + (f"-{meeting.sequence}" if meeting.sequence > 1 else "")


def meeting_id(meeting: Meeting) -> str:
    """``cabinet/2025-11-04``."""
    return f"{meeting.body}/{meeting_key(meeting)}"


def item_id(meeting: Meeting, item: Item) -> str:
    """``cabinet/2025-11-04/37``."""
    return f"{meeting_id(meeting)}/{item_key(item)}"


def decision_id(meeting: Meeting, item: Item, position: int) -> str:
    """``cabinet/2025-11-04/37/1``: position counts the item's decisions from 1."""
    return f"{item_id(meeting, item)}/{position}"


def decisions(item: Item) -> tuple[Decision, ...]:
    """The item's decisions in the order printed."""
    return tuple(block for block in item.blocks if isinstance(block, Decision))


# --- clauses -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in its place: its ``path`` ("6.b"), its ``level`` and its ``position`` in its list, both from 1. ``parent`` is empty at level 1."""

    path: str
    parent: str
    level: int
    position: int
    entry: Entry


def label_key(label: str, position: int) -> str:
    """A label's part of a path: ``(a)`` is ``a``, ``6)`` is ``6``; a bullet is its position in its list."""
    return str(position) if label == BULLET else re.sub(r"[^a-z0-9.]", "", label.lower()).strip(".")


def clauses(entries: tuple[Entry, ...], parent: str = "", level: int = 1) -> Iterator[Clause]:
    """Every clause of a decision's list, each before its sub-clauses."""
    for position, entry in enumerate(entries, 1):
        key = label_key(entry.label, position)
        path = f"{parent}.{key}" if parent else key
        yield Clause(path, parent, level, position, entry)
        below = tuple(e for block in entry.blocks if isinstance(block, List) for e in block.entries)
        yield from clauses(below, path, level + 1)


# --- addresses: from the site's root, "/" at the end of pages --------------------------------------------------------


def body_page(body: str) -> str:
    return f"bodies/{body}/"


def person_page(person: str) -> str:
    return f"people/{person}/"


def ward_page(ward: str) -> str:
    """``Upper Well`` is at ``wards/upper-well/``."""
    return f"wards/{slug(ward)}/"


def body_feed(body: str) -> str:
    """The feed of one body's decisions."""
    return f"feeds/bodies/{body}.xml"


def person_feed(person: str) -> str:
    """The feed of what the registers say of one person."""
    return f"feeds/people/{person}.xml"


def register_feed(table: str) -> str:
    """The feed of one register."""
    return f"feeds/registers/{table}.xml"


def register_page(table: str) -> str:
    """The page of one register. Agendas and trails are shown in a manner of their own."""
    return {"agenda_items": "meetings/", "trails": "trails/"}.get(table, f"registers/{table}/")


def body_calendar(body: str) -> str:
    """The calendar of one body's meetings."""
    return f"feeds/bodies/{body}.ics"


CALENDAR = "feeds/meetings.ics"
DECISIONS_FEED = "feeds/decisions.xml"
MEETINGS_FEED = "feeds/meetings.xml"
CORRECTIONS_FEED = "feeds/corrections.xml"
RELEASES_FEED = "feeds/releases.xml"
RELEASES_PAGE = "data/releases/"


def table_page(table: str) -> str:
    """The page about one table of the data."""
    return f"data/{table}/"


def release_anchor(version: str) -> str:
    """``release-1-2-0``, on the page of releases."""
    return f"release-{version.replace('.', '-')}"


def meeting_page(meeting: Meeting) -> str:
    return f"meetings/{meeting_id(meeting)}/"


def item_anchor(item: Item) -> str:
    """``minute-37``."""
    return f"minute-{item_key(item)}"


def decision_anchor(item: Item, position: int) -> str:
    """``minute-37-decision-1``; a clause's anchor is this, a hyphen and its path: ``minute-37-decision-1-6.b``."""
    return f"{item_anchor(item)}-decision-{position}"


# --- years ---------------------------------------------------------------------------------------------------------


def municipal_year(date: dt.date, first_month: int) -> str:
    """The municipal year of a date, ``2025/26``; the year begins with ``first_month`` (1 to 12)."""
    start = date.year if date.month >= first_month else date.year - 1
    return str(start) if first_month == 1 else f"{start}/{(start + 1) % 100:02d}"


def citation(item: Item, meeting: Meeting, first_month: int) -> str:
    """How the minute is cited: ``37/25``, number and municipal year; a number that holds a year already stands alone."""
    if not item.number or "/" in item.number:
        return item.number
    return f"{item.number}/{municipal_year(meeting.date, first_month)[2:4]}"


# --- agendas: their ids stand beside those of the minutes ------------------------------------------------------------


def agenda_id(agenda: Agenda) -> str:
    """``council/2025-11-18``: the id of the meeting that it calls."""
    return f"{agenda.body}/{agenda.date.isoformat()}" + (f"-{agenda.sequence}" if agenda.sequence > 1 else "")


def agenda_item_key(item: AgendaItem | SubItem) -> str:
    """The last part of an id, unique among its neighbours: from {#key}, else the number or label, else the title."""
    printed = number_key(item.number) if isinstance(item, AgendaItem) else label_key(item.label, 0)
    return item.key or printed or slug(item.title) or "item"


def agenda_item_id(agenda: Agenda, item: AgendaItem, part: SubItem | None = None) -> str:
    """``council/2025-11-18/agenda/10``, and ``council/2025-11-18/agenda/10/a`` for its part (a)."""
    below = f"/{agenda_item_key(part)}" if part else ""
    return f"{agenda_id(agenda)}/agenda/{agenda_item_key(item)}{below}"


def agenda_page(agenda: Agenda) -> str:
    """``agendas/council/2025-11-18/``."""
    return f"agendas/{agenda_id(agenda)}/"


def agenda_anchor(item: AgendaItem, part: SubItem | None = None) -> str:
    """``item-10`` on the agenda's page, and ``item-10-a`` for its part (a)."""
    return f"item-{agenda_item_key(item)}" + (f"-{agenda_item_key(part)}" if part else "")


# --- reports attached to an agenda -----------------------------------------------------------------------------------


def report_meeting_id(report: Report) -> str:
    """``council/2025-11-18``: the id of the meeting to whose agenda it is attached."""
    return f"{report.body}/{report.date.isoformat()}" + (f"-{report.sequence}" if report.sequence > 1 else "")


def report_id(report: Report) -> str:
    """``council/2025-11-18/reports/2``."""
    return f"{report_meeting_id(report)}/reports/{report.number}"


def report_path(report: Report) -> str:
    """The report's file from the project's root: ``content/reports/council/2025-11-18/2.md``."""
    return f"content/reports/{report_meeting_id(report)}/{report.number}.md"


def report_item_id(report: Report) -> str:
    """The id of the agenda item that it is attached to: ``council/2025-11-18/agenda/7``; empty where not known."""
    return f"{report_meeting_id(report)}/agenda/{report.item}" if report.item else ""


def api_document(folder: str, key: str) -> str:
    """``api/meetings/cabinet/2025-11-04.json``: the document of the static API about one thing."""
    return f"api/{folder}/{key}.json"


def report_page(agenda: str, meeting: str, body: str) -> str:
    """The page that shows a report whose agenda item is not known: that of the agenda if there is one, else of the minutes, else of the body."""
    return f"agendas/{agenda}/" if agenda else f"meetings/{meeting}/" if meeting else body_page(body)
