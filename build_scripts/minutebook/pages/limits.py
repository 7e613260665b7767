"""What is not in the data, said of all of it and of each table, so that nobody takes a gap for a fact."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.contract import Schema
from minutebook.council_model import Council

_TABLES = {
    "council": ("Councils other than this one, and this council’s own website, staff and budget.",),
    "bodies": ("Bodies that the council’s register of bodies does not name, such as working groups without minutes.",),
    "people": (
        "People whom minutes name and the council’s register of people does not: the public, most officers, petitioners.",
        "Addresses, telephone numbers, photographs, and anything that is not said in a public meeting.",
    ),
    "memberships": (
        "Seats and roles that the register of people does not give; their dates where nobody recorded them.",
    ),
    "identifiers": ("Numbers of other registers that nobody has matched yet.",),
    "meetings": (
        "Meetings whose minutes have not been published here; the table of agendas has those that were only called.",
        "Meetings of groups and officers that keep no public minutes.",
    ),
    "attendance": (
        "Who came late or left early, unless the minutes’ own list says so.",
        "Members who were neither present nor sent apologies: the minutes do not list them.",
        "The public and the press.",
    ),
    "items": ("The reports that the meeting had before it: only what the minutes say of them.",),
    "decisions": (
        "What was done about a decision afterwards.",
        "Decisions that officers or single members took, unless a meeting’s minutes record them.",
    ),
    "clauses": ("Decisions in one sentence: they have no clauses, and stand in the table of decisions.",),
    "votes": ("Votes by show of hands: most minutes record no names, and then there is no row.",),
    "divisions": ("Matters agreed without a count. That no division is listed does not mean that all agreed.",),
    "sums": (
        "A budget: the same sum may stand in several minutes, so do not add the rows up.",
        "Sums that only the reports print.",
    ),
    "petitions": ("The text and the signatories of petitions, and petitions that never came to a meeting.",),
    "declarations": ("The register of members’ interests, which the council keeps elsewhere.",),
    "exclusions": ("What was said in private, and why beyond the words of the law.",),
    "trails": ("Links between minutes that do not cite each other.",),
    "reports": ("The text of reports: only what stands on their front sheets, and only of packs that were imported.",),
    "agendas": ("Meetings whose agenda has not been published here.",),
    "redirects": ("Changes of a page’s text: they stand among the changes and, in words, in a meeting’s corrections.",),
    "withdrawals": ("The words that were withdrawn.",),
    "changes": (
        "What the first release held: everything in it was new.",
        "Changes before the data was first published, and what cells said before: keep the older files if you need them.",
    ),
}
_REGISTER = (
    "Facts worded in a way that is not recognised. Rows are read by exact rules and never guessed, so a fact that is not"
    " here may still be in the minutes: search their text as well."
)


def of_table(schema: Schema, council: Council) -> tuple[str, ...]:
    """What one table leaves out."""
    own = list(_TABLES.get(schema.name, ()))
    if any(field.name == "evidence" for field in schema.fields):
        own.append(_REGISTER)
    return (*own, *_withheld(council))


def of_everything(council: Council) -> tuple[str, ...]:
    """What the whole package leaves out."""
    return (
        "Meetings whose minutes have not been published here yet.",
        "The reports, maps and recordings of meetings. Rows name the document that minutes were taken from.",
        _REGISTER,
        *_withheld(council),
    )


def _withheld(council: Council) -> Iterator[str]:
    if council.private_items != "publish":
        yield "The text of items that were heard in private."
    yield "Private e-mail addresses, telephone numbers and home addresses, and words that the council has withdrawn."
