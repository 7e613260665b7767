"""``redirects.yaml`` and ``withdrawals.yaml``: what became of ids that were published before.

Codes: F001 to F004 (fields), R005 a redirect and R006 a withdrawal that cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook import identity
from minutebook.lasting_model import Redirect, Withdrawal
from minutebook.model import Book
from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.source import Text, read_yaml

REDIRECT_KEYS = ("old", "new", "date", "reason")
WITHDRAWAL_KEYS = ("id", "date", "reason")

_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MEETING = rf"{_WORD}/\d{{4}}-\d{{2}}-\d{{2}}(?:-\d+)?"
_PATH = rf"(?:bodies|people)/{_WORD}|{_MEETING}(?:/[^/\s]+){{0,3}}"
_PATH_WANTED = "bodies/ID, people/ID, or the id of a meeting, minute, decision or clause"
_ID = rf"{_MEETING}(?:/[^/\s]+){{0,2}}"
_ID_WANTED = "the id of a meeting, minute or decision, such as cabinet/2025-11-04/37"


def read_redirects(text: Text, problems: list[Problem]) -> tuple[Redirect, ...]:
    """``content/redirects.yaml``, in the order written; entries that lack something are left out with a problem."""
    found = []
    root, faults = read_yaml(text.text, text.file)
    problems.extend(faults)
    for item in fields.items(root, problems):
        keys = fields.keyed(item, REDIRECT_KEYS, ("old", "new", "date"), item.location, problems)
        old = fields.pattern(keys.get("old"), _PATH, _PATH_WANTED, problems)
        new = fields.pattern(keys.get("new"), _PATH, _PATH_WANTED, problems)
        day = fields.date(keys.get("date"), problems)
        if old and new and day:
            found.append(Redirect(old, new, day, fields.text(keys.get("reason"), problems), item.location))
    return tuple(found)


def read_withdrawals(text: Text, problems: list[Problem]) -> tuple[Withdrawal, ...]:
    """``content/withdrawals.yaml``, in the order written; entries that lack something are left out with a problem."""
    found = []
    root, faults = read_yaml(text.text, text.file)
    problems.extend(faults)
    for item in fields.items(root, problems):
        keys = fields.keyed(item, WITHDRAWAL_KEYS, ("id", "date"), item.location, problems)
        withdrawn = fields.pattern(keys.get("id"), _ID, _ID_WANTED, problems)
        day = fields.date(keys.get("date"), problems)
        if withdrawn and day:
            found.append(Withdrawal(withdrawn, day, fields.text(keys.get("reason"), problems), item.location))
    return tuple(found)


def check_lasting(book: Book, problems: list[Problem]) -> None:
    """What is declared must fit the record: a redirect leads from what is gone to what is there, once."""
    if not (book.redirects or book.withdrawals):
        return
    known = set(_known(book))
    first: dict[str, Location] = {}
    for redirect in book.redirects:
        where = redirect.location
        if redirect.old in known:
            problems.append(Problem(where, "R005", f"{redirect.old} is still there", "the old id of something gone"))
        if redirect.new not in known:
            problems.append(Problem(where, "R005", f"{redirect.new} is not there", "what it is called now"))
        kinds = [_kind(path) for path in (redirect.old, redirect.new)]
        if kinds[0] != kinds[1]:
            told = f"{redirect.old} is {kinds[0]}, and {redirect.new} is {kinds[1]}"
            problems.append(Problem(where, "R005", told, "two of one kind"))
        if first.setdefault(redirect.old, where) != where:
            told = f"{redirect.old} is redirected twice (first in line {first[redirect.old].line})"
            problems.append(Problem(where, "R005", told, "one redirect for each old id, straight to the newest"))
    for withdrawal in book.withdrawals:
        where = withdrawal.location
        if withdrawal.id not in known:
            wanted = (
                "the id of something in them: its heading or operative word stays there, though its other words may go"
            )
            problems.append(Problem(where, "R006", f"{withdrawal.id} is not in the minutes", wanted))
        if first.setdefault(withdrawal.id, where) != where:
            told = f"{withdrawal.id} stands here twice (first in line {first[withdrawal.id].line})"
            problems.append(Problem(where, "R006", told, "once"))


def _kind(path: str) -> str:
    """What an old or new id is of. Below a meeting there is one kind only: a minute may become part of another."""
    return {"bodies": "a body", "people": "a person"}.get(path.partition("/")[0], "of the minutes")


def _known(book: Book) -> Iterator[str]:
    """Everything that a redirect may lead to, as it is written in one."""
    yield from (f"bodies/{body.id}" for body in book.bodies)
    yield from (f"people/{person.id}" for person in book.people)
    for meeting in book.meetings:
        yield identity.meeting_id(meeting)
        for item in meeting.items:
            yield identity.item_id(meeting, item)
            for position, decision in enumerate(identity.decisions(item), 1):
                here = identity.decision_id(meeting, item, position)
                yield here
                yield from (f"{here}/{clause.path}" for clause in identity.clauses(decision.clauses))
