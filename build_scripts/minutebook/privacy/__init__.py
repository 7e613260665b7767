"""Takes out of the book what may not be published: the one place where private business and personal data are withheld.

Private business: Local Government Act 1972, section 100A(4) and Schedule 12A. A setting of the council decides; the default is
to withhold.

Personal data: UK GDPR, article 5(1)(c), data minimisation: what is published is limited to what its purpose needs. To follow
what a council decided, nobody needs an e-mail address, a telephone number, a home or the story of a person in need. These are
taken out of every text of minutes, agendas, reports and registers, except the contacts that ``council.yaml`` lists. Officers
below director are named by their role alone where it says ``officers: roles``.

Everything that is published is made from the book that this module returns, so what is withheld here can appear nowhere.
Locations do not change: a row's file and line are true. Pages written by hand are the council's own words, and stay.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from minutebook.agenda_model import Agenda, AgendaItem
from minutebook.council_model import PrivateItems
from minutebook.identity import agenda_item_id, report_item_id
from minutebook.model import Book, Item, Meeting
from minutebook.privacy.case_studies import without_case_studies
from minutebook.privacy.officers import by_role
from minutebook.privacy.personal import masker
from minutebook.privacy.texts import revise
from minutebook.report_model import Report

__all__ = ["for_publication", "is_withheld"]


def is_withheld(item: Item, setting: PrivateItems) -> bool:
    """Whether an item's text is kept back: number, title and section alone are published."""
    return item.section == "private" and setting == "titles"


def for_publication(book: Book) -> Book:
    """The book without the text of private items, unless ``council.yaml`` says ``private_items: publish``, and without
    personal data that it does not list.
    """
    setting = book.council.private_items
    closed = frozenset(_closed(book))
    book = replace(
        book,
        meetings=tuple(_meeting(meeting, setting) for meeting in book.meetings),
        agendas=tuple(_agenda(agenda, setting) for agenda in book.agendas),
        reports=tuple(_report(report, setting, closed) for report in book.reports),
    )
    if book.council.officers == "roles":
        book = by_role(book)
    return _masked(book, masker((*book.council.contacts, book.council.contact)))


def _masked(book: Book, mask: Callable[[str], str]) -> Book:
    return replace(
        book,
        bodies=revise(book.bodies, mask),
        people=revise(book.people, mask),
        meetings=revise(book.meetings, mask),
        agendas=revise(book.agendas, mask),
        reports=revise(book.reports, mask),
    )


def _meeting(meeting: Meeting, setting: PrivateItems) -> Meeting:
    return replace(meeting, items=tuple(_item(item, setting) for item in meeting.items))


def _item(item: Item, setting: PrivateItems) -> Item:
    return replace(item, blocks=() if is_withheld(item, setting) else without_case_studies(item.blocks))


def _agenda(agenda: Agenda, setting: PrivateItems) -> Agenda:
    return replace(agenda, items=tuple(_agenda_item(item, setting) for item in agenda.items))


def _agenda_item(item: AgendaItem, setting: PrivateItems) -> AgendaItem:
    """Of a private item nothing but headings: what it and its parts are is named, not what was said."""
    private = item.section == "private" and setting == "titles"
    parts = tuple(replace(part, blocks=() if private else without_case_studies(part.blocks)) for part in item.items)
    return replace(item, blocks=() if private else without_case_studies(item.blocks), items=parts)


def _closed(book: Book) -> Iterator[str]:
    """The ids of the agenda items that are private business, and of their parts."""
    for agenda in book.agendas:
        for item in agenda.items:
            if item.section == "private":
                yield from (agenda_item_id(agenda, item, part) for part in (None, *item.items))


def _report(report: Report, setting: PrivateItems, closed: Collection[str]) -> Report:
    """Of the report on a private item its title, and of which meeting and item it is, and nothing that it says."""
    if setting == "publish" or not (report.section == "private" or report_item_id(report) in closed):
        return report
    return Report(
        report.body,
        report.date,
        report.number,
        report.title,
        sequence=report.sequence,
        item=report.item,
        section="private",
        kind=report.kind,
        published=report.published,
        reviewed=report.reviewed,
        source=report.source,
        location=report.location,
    )
