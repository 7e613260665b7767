"""A hand-made book of two bodies and three meetings, small enough to know by heart; every value has a place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

from minutebook.council_model import Council
from minutebook.lasting_model import Redirect, Withdrawal
from minutebook.model import (
    BULLET,
    Attendee,
    Body,
    Book,
    Decision,
    Department,
    Entry,
    Group,
    Identifier,
    Item,
    List,
    Meeting,
    Paragraph,
    Person,
    Source,
    Term,
)
from minutebook.problems import Location

SEPTEMBER = "content/minutes/cabinet/2025-09-30.md"
NOVEMBER = "content/minutes/cabinet/2025-11-04.md"
BOARD = "content/minutes/housing-board-2/2025-10-16.md"


def places(file):
    """One place after another in a file: lines 1, 2, 3 …"""
    return (Location(file, line) for line in count(1))


def _september():
    at = places(SEPTEMBER)
    return Meeting(
        body="cabinet",
        date=dt.date(2025, 9, 30),
        location=next(at),
        items=(
            Item(
                "31",
                "Declarations of interest",
                blocks=(Paragraph("There were none.", Location(SEPTEMBER, 3)),),
                location=next(at),
            ),
        ),
    )


def _board():
    at = places(BOARD)
    decision = Decision("It was unanimously ", "AGREED", " that the report be noted.", location=Location(BOARD, 9))
    return Meeting(
        body="housing-board-2",
        date=dt.date(2025, 10, 16),
        status="approved",
        location=next(at),
        items=(
            Item("", "Work programme", blocks=(Paragraph("The Board noted a paper."), decision), location=next(at)),
            Item("7", "Any other business", location=next(at)),
        ),
    )


def _november():
    at = places(NOVEMBER)
    head = next(at)
    attendance = (
        Group("Members", (Attendee("Councillor A Example (Chair)", next(at)), Attendee("Cllr C. Sample", next(at)))),
        Group("Employees", departments=(Department("Finance", (Attendee("D Nobody (Director)", next(at)),)),)),
    )
    apologies = (Attendee("Councillor Anne Example (Substitute for Councillor B Example)", next(at)),)
    minutes = Item(
        "36",
        "Minutes",
        blocks=(
            Paragraph(
                "The minutes of the meeting held on 30 September were confirmed as a correct record and signed.",
                Location(NOVEMBER, 8),
            ),
        ),
        location=next(at),
    )
    return Meeting(
        body="cabinet",
        date=dt.date(2025, 11, 4),
        start=dt.time(14, 0),
        end=dt.time(9, 5),
        place="Guildhall",
        published=dt.date(2025, 11, 12),
        source=Source("Minutes of Cabinet", "minutes.pdf", "0" * 64, "https://www.example/minutes.pdf"),
        attendance=attendance,
        apologies=apologies,
        items=(minutes, _flood_defences(), _private()),
        location=head,
    )


def _flood_defences():
    at = places(NOVEMBER)
    line = [next(at) for _ in range(40)]
    return Item(
        "37",
        "Flood defences",
        blocks=(
            Paragraph("Cabinet considered a report of the Director of Housing and Safety, which set out a plan."),
            Decision(
                "",
                "RESOLVED:",
                " that Cabinet:",
                (
                    Entry("1)", "Approve the plan.", location=line[21]),
                    Entry(
                        "2)",
                        "Delegate authority to the Director to:",
                        (
                            List((Entry(BULLET, "sign", location=line[23]), Entry(BULLET, "seal.", location=line[24]))),
                            Paragraph("That is all."),
                        ),
                        location=line[22],
                    ),
                    Entry("3)", "That the report be noted.", location=line[26]),
                ),
                location=line[20],
            ),
        ),
        location=line[19],
    )


def _private():
    secret = Decision("", "RESOLVED", " that the secret be kept.", location=Location(NOVEMBER, 33))
    return Item(
        "40", "A private matter", "private", (Paragraph("The secret."), secret), location=Location(NOVEMBER, 32)
    )


BOOK = Book(
    Council(
        "example",
        "Example City Council",
        gss_code="E08000000",
        url="https://minutes.example/",
        website="https://www.example/",
        contact="governance@council.example",
        location=Location("content/council.yaml"),
    ),
    (
        Body("cabinet", "Cabinet", kind="executive", location=Location("content/bodies.yaml", 1)),
        Body(
            "housing-board-2",
            "Housing Board (2)",
            ("Board 2",),
            "scrutiny",
            2,
            location=Location("content/bodies.yaml", 4),
        ),
    ),
    (
        Person(
            "a-example",
            "A Example",
            "Councillor",
            ("Anne Example",),
            "councillor",
            (Identifier("democracy-club", "00123"),),
            (
                Term(ward="Holm Bridge", start=dt.date(2024, 5, 2), location=Location("content/people.yaml", 7)),
                Term(
                    body="cabinet", role="Chair", end=dt.date(2026, 5, 1), location=Location("content/people.yaml", 9)
                ),
            ),
            Location("content/people.yaml", 1),
        ),
        Person("c-sample", "C Sample", location=Location("content/people.yaml", 12)),
        Person("c-sample-2", "C Sample", location=Location("content/people.yaml", 14)),
    ),
    (_september(), _board(), _november()),
    redirects=(
        Redirect(
            "people/c-sampel",
            "people/c-sample",
            dt.date(2025, 11, 10),
            "A name was misread.",
            Location("content/redirects.yaml", 1),
        ),
    ),
    withdrawals=(
        Withdrawal(
            "housing-board-2/2025-10-16/7", dt.date(2025, 11, 11), location=Location("content/withdrawals.yaml")
        ),
    ),
)
"""The private item has its text: what is published goes through ``minutebook.privacy`` first."""


def with_council(**changes):
    """The book with other settings of its council."""
    return replace(BOOK, council=replace(BOOK.council, **changes))
