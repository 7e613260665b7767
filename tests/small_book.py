"""A small council of invented people, made by hand: every kind of block, a private item, a draft, a coming meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conftest import ROOT
from minutebook.agenda_model import Agenda, AgendaItem, Motion
from minutebook.contract import read_contract
from minutebook.council_model import Council
from minutebook.edition import Edition
from minutebook.lasting_model import Redirect
from minutebook.model import (
    BULLET,
    Attendee,
    Body,
    Book,
    Correction,
    Decision,
    Department,
    Entry,
    Group,
    HandPage,
    Identifier,
    Item,
    List,
    Meeting,
    Note,
    Paragraph,
    Person,
    Quotation,
    Source,
    Subheading,
    Table,
    Term,
    Vote,
    VoteLine,
)
from minutebook.packages import DataFile
from minutebook.privacy import for_publication
from minutebook.tables import build_tables

COUNCIL = Council(
    id="quarrendale",
    name="Quarrendale Town Council",
    url="https://minutes.quarrendale.example/",
    website="https://quarrendale.example/",
    contact="clerk@quarrendale.example",
    colour="#7a1f4d",
    notice="Nothing here is real.",
)

BODIES = (
    Body(
        "works", "Works Committee", kind="regulatory", quorum=3, remit="Looks after walls & wells.", predecessor="walls"
    ),
    Body("walls", "Walls Panel", kind="advisory"),
)

PEOPLE = (
    Person(
        "p-ashgrove",
        "P Ashgrove",
        "Councillor",
        kind="councillor",
        identifiers=(Identifier("local", "7"),),
        terms=(
            Term(ward="Upper Well", start=dt.date(2024, 5, 2)),
            Term(body="works", role="Chair", start=dt.date(2024, 5, 9)),
            Term(body="walls", start=dt.date(2020, 5, 9), end=dt.date(2024, 5, 1)),
        ),
    ),
    Person("t-underhay", "T Underhay", kind="officer"),
)

EXCLUSION = Decision(
    "It was ",
    "RESOLVED",
    " that the press and public be excluded under section 100A(4) of the Local Government Act 1972 from Minute 14 below,"
    " which involves exempt information as defined in paragraphs 1 and 3 of Schedule 12A.",
)

DRAFT = Meeting(
    body="works",
    date=dt.date(2025, 11, 4),
    start=dt.time(14),
    end=dt.time(15, 30),
    place="The Old School",
    status="draft",
    published=dt.date(2025, 11, 12),
    reviewed=False,
    corrections=(Correction(dt.date(2025, 12, 1), "A name was misspelt."),),
    source=Source("Minutes of the Works Committee", "works.pdf", "0" * 64, "https://quarrendale.example/works.pdf"),
    attendance=(
        Group("Members", (Attendee("Councillor P Ashgrove (Chair)"), Attendee("Councillor Z Nobody"))),
        Group("Officers", departments=(Department("Works", (Attendee("T Underhay (Surveyor)"),)),)),
    ),
    apologies=(Attendee("Councillor E Farr"),),
    items=(
        Item(
            "11",
            "Minutes",
            blocks=(Paragraph("The minutes of the meeting held on 7 October 2025 were agreed as a correct record."),),
        ),
        Item("12", "Exclusion of the public", blocks=(EXCLUSION,)),
        Item(
            "13",
            "The north wall",
            blocks=(
                Paragraph(
                    "The Committee considered a report; its figures are in Minute 14 below, not in Minute 99 below."
                ),
                Subheading("What was found"),
                Table(("Stretch", ""), (("North", "loose"), ("South", "sound"))),
                List((Entry(BULLET, "Frost had entered it."), Entry("a)", "Ivy too.", (Paragraph("Old ivy."),)))),
                Quotation((Paragraph("That the wall be left alone."), List((Entry("1.", "For ever."),)))),
                Decision(
                    "",
                    "RESOLVED",
                    " that the Committee:",
                    (
                        Entry("1)", "Repair the wall."),
                        Entry(
                            "2)",
                            "Instruct the Surveyor to:",
                            (
                                List((Entry("a)", "buy lime;"), Entry("b)", "hire a mason."))),
                                Paragraph("This does not delay the repair."),
                                List((Entry("c)", "report back."),)),
                            ),
                        ),
                    ),
                ),
                Vote((VoteLine("For", 4, "Councillors Ashgrove and others"), VoteLine("Against", 1))),
                Decision("It was further ", "RECOMMENDED", " that the Council pay."),
                Note("The wall is listed."),
            ),
        ),
        Item("14", "A mason’s tender", section="private", blocks=(Paragraph("The lowest tender was from a cousin."),)),
    ),
)

APPROVED = Meeting(
    body="works",
    date=dt.date(2025, 10, 7),
    status="approved",
    reviewed=True,
    items=(Item("", "Nothing but talk", blocks=(Paragraph("They talked."),)),),
)
COMING = Meeting(body="works", date=dt.date(2026, 6, 2), start=dt.time(9), status="scheduled")

BOOK = Book(
    council=COUNCIL,
    bodies=BODIES,
    people=PEOPLE,
    meetings=(APPROVED, DRAFT, COMING),
    agendas=(
        Agenda(
            "works",
            dt.date(2026, 6, 9),
            start=dt.time(18, 30),
            notice=dt.date(2026, 1, 5),
            items=(
                AgendaItem(
                    "1",
                    "The north wall",
                    blocks=(Motion((Paragraph("That it be pointed."),), "Councillor P Ashgrove"),),
                ),
            ),
        ),
    ),
    redirects=(
        Redirect("people/a-mason-old", f"people/{PEOPLE[0].id}", dt.date(2026, 1, 5), "One person stood twice."),
    ),
    pages=(
        HandPage("about.md", "About this site", "# About this site\n\nSee [the data](data.md).\n"),
        HandPage("guide/walls.md", "Of walls", "Walls | Wells\n------|------\nNorth | *deep*\n"),
    ),
)


def edition(book: Book = BOOK) -> Edition:
    """An edition of the book, with two files of data."""
    contract, problems = read_contract(ROOT / "datasets")
    assert contract is not None, problems
    public = for_publication(book)
    files = [
        DataFile("decisions.csv", b"decision_id\n" * 100, "text/csv", "decisions", 3),
        DataFile("data.zip", b"PK" * 2000, "application/zip"),
        DataFile("datapackage.json", b"{}", "application/json"),
    ]
    return Edition(public, build_tables(public), contract, {file.path: file for file in files}, dt.date(2025, 12, 1))


def with_council(**settings: object) -> Book:
    """The book with other settings of its council."""
    return replace(BOOK, council=replace(COUNCIL, **settings))
