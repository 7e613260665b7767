"""What is withheld, and that the setting alone decides it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from minutebook.agenda_model import Agenda, AgendaItem, Motion, Question, SubItem
from minutebook.council_model import Council
from minutebook.model import (
    Attendee,
    Body,
    Book,
    Correction,
    Decision,
    Department,
    Entry,
    Group,
    Item,
    List,
    Meeting,
    Note,
    Paragraph,
    Quotation,
    Subheading,
    Table,
    Vote,
    VoteLine,
)
from minutebook.privacy import for_publication
from minutebook.privacy.personal import EMAIL
from minutebook.problems import Location
from minutebook.report_model import Implication, Report


def book(setting):
    said = (Paragraph("said"),)
    items = (Item("1", "Open", "public", said), Item("2", "Closed", "private", said))
    return Book(Council("x", "X", private_items=setting), meetings=(Meeting("b", dt.date(2025, 1, 1), items=items),))


def test_the_text_of_private_items_is_withheld_and_their_titles_are_not():
    open_item, closed = for_publication(book("titles")).meetings[0].items
    assert (open_item.blocks, closed.blocks) == ((Paragraph("said"),), ())
    assert (closed.number, closed.title, closed.section) == ("2", "Closed", "private")


def test_a_council_may_publish_them():
    assert for_publication(book("publish")) == book("publish")


def test_a_private_report_says_its_title_alone():
    report = Report("b", dt.date(2025, 1, 1), 2, "Closed", section="private", wards="All", scrutiny="Yes", director="D")
    kept = replace(report, wards="", scrutiny="", director="")
    assert for_publication(replace(book("titles"), reports=(report,))).reports == (kept,)
    assert for_publication(replace(book("publish"), reports=(report,))).reports == (report,)


def test_every_text_of_the_record_is_masked_and_every_id_and_place_is_kept():
    secret, at = "a.b@c.example", Location("content/x.md", 7)
    blocks = (
        Paragraph(secret, at),
        Note(secret),
        Subheading(secret),
        Table((secret,), ((secret,),)),
        List((Entry("1)", secret, (Paragraph(secret), List((Entry("a)", secret),)))),)),
        Quotation((Paragraph(secret),)),
        Decision(f"{secret} ", "RESOLVED", f" {secret}", (Entry("1)", secret),)),
        Vote((VoteLine("For", 1, secret),)),
    )
    items = (Item("1", secret, blocks=blocks, key="a"),)
    who = (Group(secret, (Attendee(secret),), (Department(secret, (Attendee(secret),)),)),)
    meeting = Meeting("b", dt.date(2025, 1, 1), place=secret, corrections=(Correction(dt.date(2025, 1, 2), secret),), attendance=who,
                      apologies=(Attendee(secret),), items=items)  # fmt: skip
    motion, question = (
        Motion((Paragraph(secret),), secret, secret),
        Question((Paragraph(secret),), "1", secret, secret, secret),
    )
    part = SubItem("(a)", secret, source=secret, blocks=(motion, question))
    agenda = Agenda("b", dt.date(2025, 1, 1), place=secret, membership=(Attendee(secret),), invited=(Attendee(secret),),
                    items=(AgendaItem("1", secret, heading=secret, source=secret, items=(part,)),))  # fmt: skip
    report = Report("b", dt.date(2025, 1, 1), 1, secret, wards=secret, implications=(Implication(secret),))
    told = for_publication(
        Book(
            Council("x", "X"),
            (Body("b", "B", remit=secret),),
            meetings=(meeting,),
            agendas=(agenda,),
            reports=(report,),
        )
    )
    assert "example" not in repr(told)
    assert told.meetings[0].items[0].blocks[0] == Paragraph(EMAIL)
    assert told.meetings[0].items[0].blocks[0].location == at
    assert told.meetings[0].items[0].key == "a"


def test_the_council_s_own_contact_and_those_it_lists_may_be_printed():
    said = "clerk@c.example, 024 7600 1234, x@c.example"
    meeting = Meeting("b", dt.date(2025, 1, 1), items=(Item("1", said),))
    council = Council("x", "X", contact="clerk@c.example", contacts=("024 7600 1234",))
    told = for_publication(Book(council, meetings=(meeting,)))
    assert told.meetings[0].items[0].title == f"clerk@c.example, 024 7600 1234, {EMAIL}"
    assert told.council == council
