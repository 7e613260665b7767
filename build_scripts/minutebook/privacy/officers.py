"""Officers below director by their role alone: "C Example (Head of Housing)" is published as "Officer (Head of Housing)".

Directors, chief executives and those who hold an office by statute (section 151 officer, monitoring officer, returning officer,
clerk …) stay named: they answer for the council in public. An officer is whom minutes list under a department, or in a group
of officers, employees or staff, and whom ``people.yaml`` calls one; nobody who is printed as a councillor is. A name that is not
published in the list of a meeting is not published in its text either, whether with initials or, after a title, without.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from minutebook.agenda_model import Agenda
from minutebook.model import Attendee, Book, Department, Group, Meeting, Person
from minutebook.names import fold, parse
from minutebook.privacy.texts import revise
from minutebook.report_model import Approval, Author, Report

Signed = TypeVar("Signed", Author, Approval)

OFFICER = "Officer"

_NAMED = re.compile(
    r"(?<!assistant )(?<!deputy )(?<!associate )(?<!sub-)(?<!to the )(?<!for the )\bdirector\b(?!['’]s|ate| support)"
    r"|\bchief (?:executive|officer|constable|\w+ officer)\b|\bhead of paid service\b|\b(?:section|s\.?) ?(?:151|5)\b"
    r"|\b(?:monitoring|returning|electoral registration|proper|responsible financial) officer\b"
    r"|\b(?:town|parish|community|city) clerk\b|\bclerk to the (?:council|town|parish)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(?:officers?|employees?|staff)\b", re.IGNORECASE)
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev)\.? "
_WORD = r"[^\W\d_a-zß-öø-ÿ](?:[\w.-]|['’](?!s\b))*"
_RUN = re.compile(rf"(?:{_WORD} ){{0,8}}{_WORD}")
_TITLED = re.compile(rf"{_TITLES}\Z")
_LONGEST = 5
"""Words of a name at most."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Names to what is published instead: folded full names, and surnames that are one person's alone."""

    names: Mapping[str, str]
    surnames: Mapping[str, str]
    last: frozenset[str]  # the last words of all of them: a text is compared with these first


def by_role(book: Book) -> Book:
    """The book with every officer below director under their role alone, in lists, texts and registers."""
    named = frozenset(_folded(who.printed) for who, _ in _everyone(book) if _is_named(who.printed))
    juniors = tuple(person for person in book.people if _is_junior(person, named))
    gone = roles_of({fold(name): OFFICER for person in juniors for name in (person.name, *person.aliases)}, {})
    ids = {person.id for person in juniors}
    return replace(
        book,
        people=tuple(person for person in book.people if person.id not in ids),
        meetings=tuple(_meeting(meeting, gone) for meeting in book.meetings),
        agendas=tuple(_agenda(agenda, gone) for agenda in book.agendas),
        reports=tuple(_report(report, gone) for report in book.reports),
    )


def _is_named(printed: str) -> bool:
    return bool(_NAMED.search(parse(printed).role))


def _is_junior(person: Person, named: frozenset[str]) -> bool:
    """An officer of the register who is nowhere said to be a director or to hold an office by statute."""
    roles = any(_NAMED.search(term.role) for term in person.terms)
    known = any(fold(name) in named for name in (person.name, *person.aliases))
    return person.kind == "officer" and not roles and not known


def _everyone(book: Book) -> Iterator[tuple[Attendee, bool]]:
    """Everyone in a list of those present, and whether it is a list of officers."""
    for meeting in book.meetings:
        yield from _present(meeting.attendance)


def _present(groups: tuple[Group, ...]) -> Iterator[tuple[Attendee, bool]]:
    for group in groups:
        listed = bool(_GROUP.search(group.name))
        yield from ((who, listed) for who in group.people)
        yield from ((who, True) for department in group.departments for who in department.people)


def _meeting(meeting: Meeting, gone: Roles) -> Meeting:
    juniors = [who for who, listed in _present(meeting.attendance) if _hidden(who, listed, gone)]
    present = [_surname(who.printed) for who, _ in _present(meeting.attendance)]
    alone = {name for name, count in Counter(present).items() if count == 1}
    surnames = {_surname(who.printed): _role(who) for who in juniors if _surname(who.printed) in alone}
    roles = roles_of({**gone.names, **{_folded(who.printed): _role(who) for who in juniors}}, surnames)
    items = revise(meeting.items, lambda text: without_names(text, roles))
    apologies = tuple(_attendee(who, False, gone) for who in meeting.apologies)
    return replace(
        meeting, attendance=tuple(_group(group, gone) for group in meeting.attendance), apologies=apologies, items=items
    )


def _hidden(who: Attendee, listed: bool, gone: Roles) -> bool:
    """Whether one of a list is an officer below director."""
    printed = parse(who.printed)
    councillor = re.match(
        r"(?:the )?(?:councillor|cllr|alderm|lord mayor)", f"{printed.title} {printed.name}".strip(), re.IGNORECASE
    )
    officer = listed or fold(printed.name) in gone.names
    return officer and not councillor and not _is_named(who.printed) and printed.name != OFFICER


def _role(who: Attendee) -> str:
    role = parse(who.printed).role
    return f"{OFFICER} ({role})" if role else OFFICER


def _attendee(who: Attendee, listed: bool, gone: Roles) -> Attendee:
    return replace(who, printed=_role(who)) if _hidden(who, listed, gone) else who


def _group(group: Group, gone: Roles) -> Group:
    listed = bool(_GROUP.search(group.name))
    departments = tuple(
        Department(one.name, tuple(_attendee(who, True, gone) for who in one.people)) for one in group.departments
    )
    return replace(group, people=tuple(_attendee(who, listed, gone) for who in group.people), departments=departments)


def _agenda(agenda: Agenda, gone: Roles) -> Agenda:
    return replace(
        agenda,
        membership=tuple(_attendee(who, False, gone) for who in agenda.membership),
        invited=tuple(_attendee(who, False, gone) for who in agenda.invited),
        items=revise(agenda.items, lambda text: without_names(text, gone)),
    )


def _report(report: Report, gone: Roles) -> Report:
    """Authors, contributors and approvers whose job is below director have no name; the job stays. Nor is anybody named who leads
    a row of a work programme: officers and councillors stand there in one cell without a mark between them.
    """
    authors = tuple(_unnamed(one) for one in report.authors)
    approvals = tuple(_unnamed(one) for one in report.approvals)
    programme = tuple(replace(row, lead="") for row in report.programme)
    kept = replace(report, authors=authors, approvals=approvals, programme=programme)
    return revise(kept, lambda text: without_names(text, gone))


def _unnamed(one: Signed) -> Signed:
    keeps = not one.name or _NAMED.search(one.job_title) or parse(one.name).title.lower() in {"councillor", "cllr"}
    return one if keeps else replace(one, name="", job_title=one.job_title or OFFICER)


def _folded(printed: str) -> str:
    return fold(parse(printed).name)


def _surname(printed: str) -> str:
    return _folded(printed).rsplit(" ", 1)[-1]


def roles_of(names: Mapping[str, str], surnames: Mapping[str, str]) -> Roles:
    """Folded names, and folded surnames, with what is published instead of each."""
    return Roles(names, surnames, frozenset(name.rsplit(" ", 1)[-1] for name in (*names, *surnames)))


def without_names(text: str, roles: Roles) -> str:
    """A text in which each of these names is the role instead, with the title before it."""
    if not roles.last:
        return text
    made, at = [], 0
    for run in _RUN.finditer(text):
        for start, end, role in _found(run, roles):
            made += [_TITLED.sub("", text[at:start]), role]
            at = end
    return "".join((*made, text[at:]))


def _found(run: re.Match[str], roles: Roles) -> Iterator[tuple[int, int, str]]:
    """Where in a run of capitalised words a name stands: the longest first, from the left."""
    words = [(word.start() + run.start(), word.group()) for word in re.finditer(r"\S+", run.group())]
    first = 0
    for last, (start, word) in enumerate(words):
        if fold(f"X {word}").rsplit(" ", 1)[-1] not in roles.last:
            continue
        bare = word.rstrip(".")
        for begin in range(max(first, last - _LONGEST), last + 1):
            before = words[begin - 1][1] if begin else ""
            name = fold(" ".join((*(one for _, one in words[begin:last]), bare)))
            titled = begin == last and re.fullmatch(_TITLES.rstrip(), before)
            role = roles.surnames.get(name) if titled else roles.names.get(name) if begin < last else None
            if role:
                yield words[begin][0], start + len(bare), role
                first = last + 1
                break
