"""Pages that every council's site needs, filled from ``council.yaml``: accessibility, privacy, licence, decisions, glossary.

A page of the same name that the council writes by hand takes the place of the one made here. Sources: the model
accessibility statement for the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
2018; Articles 13 and 14 of the UK GDPR; the Local Government Act 1972 and the Local Government Act 2000.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.council_model import Council
from minutebook.model import Body
from minutebook.pages.bodies import KINDS
from minutebook.pages.licences import LICENCES
from minutebook.pages.record import Record
from minutebook.pages.templating import page
from minutebook.problems import Problem
from minutebook.text import email


@dataclass(frozen=True, slots=True)
class Statement:
    """A page: its path below build/docs, which is its template's name too, its title, and what it is."""

    path: str
    template: str
    title: str
    description: str


STATEMENTS = (
    Statement(
        "decisions-explained.md",
        "decisions-explained.md.j2",
        "How council decisions are made",
        "Who decides what at the council, how a decision is made, and how you can have a say.",
    ),
    Statement("glossary.md", "glossary.md.j2", "Glossary", "What the words in minutes mean, in plain English."),
    Statement(
        "accessibility.md",
        "accessibility.md.j2",
        "Accessibility statement",
        "How accessible this site is, what is not, and what to do if you cannot use it.",
    ),
    Statement("privacy.md", "privacy.md.j2", "Privacy", "What this site does with personal information, and does not."),
    Statement("licence.md", "licence.md.j2", "Licence and re-use", "What you may do with these minutes and data."),
)
"""In the order in which the foot of each page names them."""


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The five pages."""
    council = record.edition.book.council
    groups = _by_kind(record.edition.book.bodies)
    for statement in STATEMENTS:
        yield page(
            statement.path,
            statement.template,
            {"title": statement.title, "description": statement.description, "minutebook": "statements"},
            council=council,
            mailbox=email(council.contact),
            licence=LICENCES.get(council.licence),
            groups=groups,
            month=_MONTHS[council.year_starts - 1],
        )


def problems(council: Council) -> Iterator[Problem]:
    """What these pages cannot say because ``council.yaml`` does not (codes A002 to A004), as warnings."""
    said = council.accessibility
    lacking = [key for key in ("status", "tested", "tested_by", "prepared", "reply_days") if not getattr(said, key)]
    if lacking:
        told = f"the accessibility statement is not complete: it lacks {', '.join(lacking)}"
        wanted = "accessibility: with these keys; the guide to the format says what they mean"
        yield Problem(council.location, "A002", told, wanted, severity="warning")
    if not council.contact:
        told = "no page says whom to write to about the minutes or their accessibility"
        yield Problem(council.location, "A003", told, "contact: an e-mail address", severity="warning")
    if not council.data_protection:
        told = "the privacy page does not say whom to write to about personal data"
        yield Problem(council.location, "A004", told, "data_protection: an e-mail address", severity="warning")


def _by_kind(bodies: tuple[Body, ...]) -> dict[str, list[Body]]:
    """Bodies under the name of their kind, for the kinds that there are."""
    return {name: own for kind, name in KINDS.items() if (own := [body for body in bodies if body.kind == kind])}


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
