"""The book that is known by heart, and as much more as gives every register a row."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from known_book import BOOK, places
from minutebook.agenda_model import Agenda, AgendaItem, Motion, Question, SubItem
from minutebook.model import (
    BULLET,
    Decision,
    Entry,
    Item,
    List,
    Meeting,
    Paragraph,
    Quotation,
    Source,
    Table,
    Vote,
    VoteLine,
)
from minutebook.report_model import Approval, Author, Implication, Planned, Recommendation, Report, Stop


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
