"""``feeds.md``: what each feed and calendar holds, in which formats, and how to follow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import (
    CALENDAR,
    CORRECTIONS_FEED,
    DECISIONS_FEED,
    MEETINGS_FEED,
    RELEASES_FEED,
    body_calendar,
    body_feed,
    register_feed,
)
from minutebook.pages import formats
from minutebook.pages.explaining import brief
from minutebook.pages.record import Record
from minutebook.pages.templating import page

_FIRST = ("delegations", "sums")


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed as the page lists it. ``rss`` is its address from the site's root; the other formats stand beside it."""

    name: str
    about: str
    rss: str

    @property
    def atom(self) -> str:
        return f"{self.rss.removesuffix('.xml')}.atom"

    @property
    def json(self) -> str:
        return f"{self.rss.removesuffix('.xml')}.json"


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    anchor: str
    about: str
    feeds: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    name: str
    address: str  # from the site's root
    webcal: str  # what a calendar subscribes to when the link is followed; empty while the site has no address


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The page of all feeds and calendars."""
    council = record.edition.book.council
    whole = tuple(_whole(record))
    yield page(
        "feeds.md",
        "feeds.md.j2",
        {
            "title": "Subscribe",
            "description": f"Feeds and calendars of {council.name}: decisions, committees, people, registers, corrections.",
            "minutebook": "feeds",
            "feeds": [{"title": f"{feed.name}, {council.name}", "href": feed.rss} for feed in whole],
        },
        groups=(
            Group("Everything", "all", "", whole),
            Group(
                "Registers",
                "registers",
                "One kind of fact each, with the words of the minutes that it was read from. Each is complete.",
                tuple(_registers(record)),
            ),
            Group("Bodies", "bodies", "The decisions of one body each.", tuple(_bodies(record))),
        ),
        people=len(record.edition.book.people),
        calendars=tuple(_calendars(record)),
        everything=DECISIONS_FEED,
        site=council.url,
        publish_private=council.private_items == "publish",
    )


def _whole(record: Record) -> Iterator[Listed]:
    book = record.edition.book
    told = formats.counted(len(record.resolutions), "decision")
    yield Listed("All decisions", f"Every decision of every body, each in full: {told} so far.", DECISIONS_FEED)
    told = f"{formats.counted(len(book.meetings), 'meeting')} and {formats.counted(len(book.agendas), 'agenda')} so far"
    yield Listed(
        "Minutes and agendas",
        f"That minutes or an agenda have been published, with the titles of their items: {told}.",
        MEETINGS_FEED,
    )
    count = sum(len(meeting.corrections) for meeting in book.meetings) + len(book.withdrawals) + len(book.redirects)
    yield Listed(
        "Corrections and withdrawals",
        "What was put right in published minutes, what was withdrawn, and what has a new name:"
        f" {formats.counted(count, 'entry', 'entries')} so far.",
        CORRECTIONS_FEED,
    )
    yield Listed(
        "Releases of the data",
        "Each release of the tables, and how much it added and changed, for those who keep a copy.",
        RELEASES_FEED,
    )


def _registers(record: Record) -> Iterator[Listed]:
    schemas = record.edition.contract.schemas.values()
    found = [schema for schema in schemas if any(field.name == "evidence" for field in schema.fields)]
    for schema in sorted(found, key=lambda each: _FIRST.index(each.name) if each.name in _FIRST else len(_FIRST)):
        yield Listed(schema.title, brief(schema.description), register_feed(schema.name))


def _bodies(record: Record) -> Iterator[Listed]:
    for body in record.edition.book.bodies:
        count = sum(one.sitting.body.id == body.id for one in record.resolutions)
        yield Listed(body.name, f"{formats.counted(count, 'decision')} so far.", body_feed(body.id))


def _calendars(record: Record) -> Iterator[Calendar]:
    site = record.edition.book.council.url.partition("://")[2]
    named = [("All meetings", CALENDAR), *((body.name, body_calendar(body.id)) for body in record.edition.book.bodies)]
    for name, address in named:
        yield Calendar(name, address, f"webcal://{site}{address}" if site else "")
