"""A hand-made book of two bodies and three meetings, small enough to know by heart; every value has a place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count

from minutebook.agenda_model import Agenda, AgendaItem, Motion, Question, SubItem
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
    Quotation,
    Source,
    Table,
    Term,
    Vote,
    VoteLine,
)
from minutebook.problems import Location
from minutebook.report_model import Approval, Author, Implication, Planned, Recommendation, Report, Stop

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


def _registers():
    """A minute for each register: phrases that it reads, each in a paragraph or clause of its own."""
    at = places("content/minutes/cabinet/2025-12-02.md")
    head = next(at)
    said = [
        "Councillor A Example declared a disclosable pecuniary interest in minute 42 below. She left the meeting.",
        "The Chair agreed that this item be taken as a matter of urgency, because a grant of £12.5k would lapse.",
    ]
    decided = [
        "Delegate authority to the Director, following consultation with the Chair, to spend up to £1,000.",
        "Appoint Councillor A Example to the Housing Panel.",
        "Request the Head of Homes to report again by 31 July 2026.",
    ]
    item = Item(
        "42",
        "Registers",
        blocks=(
            *(Paragraph(text, next(at)) for text in said),
            Decision(
                "",
                "RESOLVED",
                " that Cabinet:",
                tuple(Entry(f"{number})", text, location=next(at)) for number, text in enumerate(decided, 1)),
                next(at),
            ),
        ),
        location=next(at),
    )
    return Meeting("cabinet", dt.date(2025, 12, 2), items=(item,), location=head)


def _recommended():
    """The board recommends to Cabinet."""
    at = places("content/minutes/housing-board-2/2025-12-03.md")
    head, title, opening, clause = next(at), next(at), next(at), next(at)
    decision = Decision(
        "It was ", "RECOMMENDED", " that Cabinet:", (Entry("1)", "Line the lofts.", location=clause),), opening
    )
    return Meeting(
        "housing-board-2",
        dt.date(2025, 12, 3),
        items=(Item("8", "Cold lofts", blocks=(decision,), location=title),),
        location=head,
    )


def _answered():
    """Cabinet answers the board, and excludes the public from a minute."""
    at = places("content/minutes/cabinet/2025-12-16.md")
    head = next(at)
    law = "under section 100A(4) of the Local Government Act 1972, by paragraph 3 of Schedule 12A"
    excluding = Decision("", "RESOLVED", f" that the public be excluded from minute 46 below {law}.", (), next(at))
    further = Paragraph("Further to Minute 8 of the Housing Board (2), Cabinet considered the lofts.", next(at))
    accepting = Decision(
        "", "RESOLVED", " that Cabinet accept recommendation 1 of the Housing Board (2).", (), next(at)
    )
    return Meeting(
        "cabinet",
        dt.date(2025, 12, 16),
        items=(
            Item("44", "Exclusion of the public", blocks=(excluding,), location=next(at)),
            Item("45", "Cold lofts", blocks=(further, accepting), location=next(at)),
            Item("46", "A private price", "private", (Paragraph("The price."),), location=next(at)),
        ),
        location=head,
    )


def _debate():
    """Cabinet hears of a petition, a motion with its amendment and recorded vote, and a question."""
    at = places("content/minutes/cabinet/2026-01-13.md")
    line = [next(at) for _ in range(12)]
    asked = Table(
        ("No", "Question asked by", "Question put to", "Subject"),
        (("1", "Cllr A Example", "Mr C Sample", "Elms"),),
        line[11],
    )
    said = (
        "A petition bearing 1,284 signatures, presented by Councillor A Example, asking for a footbridge, was referred.",
        "The following motion was moved by Councillor A Example and seconded by Councillor B Example:",
        "The following amendment was moved by Cllr C. Sample:",
        "The amendment was put to a recorded vote and was lost.",
        "The following Members answered oral questions:",
    )
    petition, moved, amended, put, answered = map(Paragraph, said, line[2:7])
    vote = Vote(
        (
            VoteLine("For", 1, "Cllr C. Sample", line[8]),
            VoteLine("Against", None, "Councillors A Example and B Example", line[9]),
        ),
        line[7],
    )
    motion, words = Quotation((Paragraph("That elms be planted."),)), Quotation((Paragraph("For “elms” read “oaks”."),))
    blocks = (petition, moved, motion, amended, words, put, vote, answered, asked)
    return Meeting(
        "cabinet",
        dt.date(2026, 1, 13),
        items=(Item("51", "Debate", blocks=blocks, location=line[1]),),
        location=line[0],
    )


AGENDA = "content/agendas/cabinet/2025-12-09.md"


def _december():
    """The agenda of a meeting to come, with a question and a motion of which notice was given, one of them in private."""
    at = places(AGENDA)
    head = next(at)
    question = Question(
        (Paragraph("How many?"),), "1", "Councillor A Example", "Mr C Sample, Leader", location=next(at)
    )
    motion = Motion((Paragraph("That limes be felled."),), "Councillor A Example", "Mr C Sample", location=next(at))
    secret = Motion((Paragraph("That the secret be told."),), "Councillor A Example", location=next(at))
    return Agenda(
        "cabinet",
        dt.date(2025, 12, 9),
        start=dt.time(14, 0),
        place="Guildhall",
        notice=dt.date(2025, 12, 1),
        source=Source("Agenda of Cabinet", "agenda.pdf", "1" * 64, "https://www.example/agenda.pdf"),
        items=(
            AgendaItem("1", "Apologies", location=next(at)),
            AgendaItem(
                "2",
                "Questions and motions",
                heading="Matters for debate",
                pages=(5, 14),
                items=(
                    SubItem("(a)", "Written questions", (5, 5), blocks=(question,), location=next(at)),
                    SubItem("", "Motions", source="From the Council", blocks=(motion,), location=next(at)),
                ),
                location=next(at),
            ),
            AgendaItem("3", "A private motion", "private", blocks=(secret,), location=next(at)),
        ),
        location=head,
    )


def _sheets():
    """The front sheet of a report and a work programme, both attached to that agenda."""
    at = places("content/reports/cabinet/2025-12-09/1.md")
    head, first, second, third, paper, said, approved = (next(at) for _ in range(7))
    planned = places("content/reports/cabinet/2025-12-09/2.md")
    return (
        Report(
            "cabinet",
            dt.date(2025, 12, 9),
            1,
            "Elms",
            item="2",
            director="Director of Trees",
            key_decision=False,
            route=(Stop("Cabinet", dt.date(2025, 12, 9)), Stop("Council")),
            authors=(Author("D Nobody", "Arborist", "Parks"), Author("E Nobody", "Accountant")),
            recommendations=(
                Recommendation(
                    "Cabinet",
                    "Cabinet is asked to:",
                    (
                        Entry("1)", "Plant elms.", (List((Entry("a)", "in May", location=third),)),), location=second),
                        Entry(BULLET, "Water them.", location=third),
                    ),
                    first,
                ),
                Recommendation("The Forest Panel", "The Forest Panel is asked to note this.", location=third),
            ),
            appendices=(Entry(BULLET, "Appendix 1 – Map", location=paper),),
            background_papers=(Entry(BULLET, "None", location=paper),),
            implications=(
                Implication("Legal", none=True, label="5.2.", location=said),
                Implication("Risk", location=said),
            ),
            approvals=(
                Approval("contributor", "E Nobody", "Accountant", sent=dt.date(2025, 11, 3), location=approved),
                Approval("approver", "Councillor A Example", answered=dt.date(2025, 11, 5), location=approved),
            ),
            location=head,
        ),
        Report(
            "cabinet",
            dt.date(2025, 12, 9),
            2,
            "Work programme",
            kind="work programme",
            municipal_year="2025/26",
            version=dt.date(2025, 11, 1),
            location=next(planned),
            programme=(
                Planned(dt.date(2026, 1, 13), title="Oaks", lead="Cllr A Example", location=next(planned)),
                Planned(period="2025-26", title="Limes", detail="All of them", location=next(planned)),
            ),
        ),
    )


FULL = replace(
    BOOK,
    meetings=(*BOOK.meetings, _registers(), _recommended(), _answered(), _debate()),
    agendas=(_december(),),
    reports=_sheets(),
)
"""The book and one meeting more, so that every register has a row."""
