"""One minute of debate as a book, and what the tables of debates tell of it."""

from __future__ import annotations

import datetime as dt

from minutebook.agenda_model import Agenda, AgendaItem, Motion, SubItem
from minutebook.council_model import Council
from minutebook.model import Book, Item, Meeting, Paragraph, Person, Quotation
from minutebook.privacy import for_publication
from minutebook.tables import divisions, motions
from minutebook.tables.gathered import Gathered
from row_ids import unmarked

PEOPLE = (Person("a-example", "A Example"), Person("c-sample", "C Sample"), Person("c-sample-2", "C Sample"))
MOVED = Paragraph("The following motion was moved by Councillor A Example and seconded by Councillor B Third:")
AMENDED = Paragraph("The following amendment was moved by Councillor C Sample:")
ELMS = Quotation((Paragraph("That elms be planted."),))
OAKS = Quotation((Paragraph("For “elms” read “oaks”."),))
PUT = ("motion_id", "amendment_id", "decision_id")


def book(*blocks, section="public", agendas=()):
    meeting = Meeting("council", dt.date(2025, 9, 9), items=(Item("25", "Trees", section, blocks),))
    return for_publication(Book(Council("x", "X"), people=PEOPLE, meetings=(meeting,), agendas=agendas))


def found(table, made, *columns):
    return [tuple(row.values[column] for column in columns) for row in table.rows(Gathered(made))]


def shown(table, made, *columns):
    """As ``found``, with ids that say what a row is and not which."""
    return [tuple(map(unmarked, row)) for row in found(table, made, *columns)]


def of_motions(*blocks):
    return found(motions, book(*map(block, blocks)), "moved_by", "text", "amended", "outcome")


def of_divisions(*blocks):
    """What was put in each division, by the last part of its id, and the numbers and outcome."""
    return [
        (
            next((unmarked(row.values[put]).rsplit("/", 1)[1] for put in PUT if row.values[put]), None),
            *(
                row.values[column]
                for column in ("votes_for", "votes_against", "abstentions", "casting_vote", "outcome")
            ),
        )
        for row in divisions.rows(Gathered(book(*map(block, blocks))))
    ]


def block(one):
    return Paragraph(one) if isinstance(one, str) else one


def agenda(*words, section="public", mover="Councillor A Example (Leader)"):
    said = tuple(Motion((Paragraph(text),), mover, "") for text in words)
    item = AgendaItem("9", "Motions", section, items=(SubItem("(a)", "One", blocks=said),))
    return Agenda("council", dt.date(2025, 9, 9), items=(item,))
