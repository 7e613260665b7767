"""Bodies and people that a document names and the registers do not know yet.

A name is a known one only where folding makes the two the same; likeness is reported, and never merges.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutebook import names
from minutebook.agenda_model import Agenda
from minutebook.identity import slug
from minutebook.importers import suggestions
from minutebook.importers.imported import Todo
from minutebook.importers.report import ReportLine
from minutebook.model import Attendee, Body, BodyKind, Group, Meeting, Person, PersonKind

_REGULATORY = (
    "planning|licensing|audit|standards|regulatory|appeals?|pensions?|development (?:control|management)|governance|ethics|"
    "employment|personnel|highways|rights of way|taxi"
)
_ADVISORY = (
    "advisory|forum|working (?:group|party)|consultative|liaison|partnership|panel|conference|task (?:group|force)"
)
_BODY_KINDS: tuple[tuple[str, BodyKind], ...] = (
    (r"\bscrutiny\b|\boverview\b", "scrutiny"),
    (r"\bcabinet member\b|\bexecutive member\b|\bportfolio\b|\bdelegated\b|\bleader(?:'s)? decisions?\b", "individual"),
    (r"\b(?:cabinet|executive)\b", "executive"),
    (rf"\b(?:{_REGULATORY})\b", "regulatory"),
    (rf"\b(?:{_ADVISORY})\b", "advisory"),
    (r"\bcouncil$|^council\b|\bparish (?:meeting|assembly)\b", "council"),
)


@dataclass(frozen=True, slots=True)
class NewPeople:
    people: tuple[Person, ...]
    report: tuple[ReportLine, ...]
    todos: tuple[Todo, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """One person as a document lists them."""

    printed: str
    name: str
    title: str
    kind: PersonKind


def body_of(name: str, known: Sequence[Body]) -> Body:
    """The body of this name: the one in the register, else a new one with an id that is free."""
    folded = _fold(name)
    for body in known:
        if folded in {_fold(body.name), *(_fold(alias) for alias in body.aliases)}:
            return body
    number = re.search(r"\((\d{1,3})\)", name)
    key = _free(slug(name) or "body", {body.id for body in known})
    return Body(key, name, kind=body_kind(name), number=int(number[1]) if number else None)


def body_kind(name: str) -> BodyKind:
    """What kind of body a name speaks of."""
    return next((kind for pattern, kind in _BODY_KINDS if re.search(pattern, name, re.IGNORECASE)), "other")


def called_people(agenda: Agenda, known: Sequence[Person]) -> NewPeople:
    """The people called or asked to a meeting whom the register does not know, and who may be whom."""
    groups = [Group("Members", agenda.membership), Group("Invited", agenda.invited)]
    return new_people(
        Meeting(agenda.body, agenda.date, attendance=tuple(group for group in groups if group.people)), known
    )


def new_people(meeting: Meeting, known: Sequence[Person]) -> NewPeople:
    """The people of a meeting whom the register does not know, and who may be whom."""
    added: list[Person] = []
    report: list[ReportLine] = []
    todos: list[Todo] = []
    for one in _named(meeting):
        if len(one.name.split()) < 2:
            report.append(_note("only a surname is printed, so this person was not added to people.yaml", one.printed))
            continue
        everyone = (*known, *added)
        same = [person for person in everyone if _bears(person, one.name)]
        if any(_can_be(person, one.kind) for person in same):
            continue
        key = _free(slug(one.name) or "person", {person.id for person in everyone})
        for said, todo in _doubts(one, key, same, everyone):
            report.append(_note(said, one.printed))
            todos.append(Todo("people", key, todo))
        added.append(Person(key, one.name, one.title, kind=one.kind))
    return NewPeople(tuple(added), tuple(report), tuple(todos))


def _doubts(one: _Named, key: str, same: Sequence[Person], everyone: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """Whom a new person may be: what the report says of it, and what a person is asked to decide."""
    for person in same:
        yield (
            f"this is the name of {person.id} too, who is of another kind: a second person was added, {key}",
            f"{one.name!r} is the name of {person.id} too ({person.kind}; this one is {one.kind}): are they two people?",
        )
    alike = [person for person in everyone if person not in same and _alike(person.name, one.name)]
    for person in alike:
        yield (
            f"this may be {person.name} ({person.id}); a person of their own was added, {key}",
            f"{one.name!r} may be {person.name!r} ({person.id}): if so, an alias there in place of this entry joins them",
        )
    for person in suggestions.like_person(one.name, everyone):
        if person not in same and person not in alike:
            told = f"{one.name!r} is like {person.name!r} ({person.id}): an alias in people.yaml would join them"
            yield told, told


def doubts_of(body: Body, known: Sequence[Body]) -> tuple[Todo, ...]:
    """Which bodies of the register a new one may be; nothing where it is one of them."""
    like = () if body in known else suggestions.like_body(body.name, known)
    return tuple(
        Todo(
            "bodies", body.id, f"{body.name!r} is like {one.name!r} ({one.id}): an alias in bodies.yaml would join them"
        )
        for one in like
    )


def said_of(todos: Iterable[Todo]) -> tuple[ReportLine, ...]:
    """What the report says of doubts about a body."""
    return tuple(ReportLine(0, "inferred", todo.text) for todo in todos)


def named_among(meeting: Meeting, people: Sequence[Person]) -> tuple[Person, ...]:
    """Those of the people whom a meeting names."""
    named = {(names.fold(one.name), one.kind) for one in _named(meeting)}
    return tuple(
        person for person in people
        if any(_bears(person, name) and _can_be(person, kind) for name, kind in named)
    )  # fmt: skip


def _note(message: str, text: str) -> ReportLine:
    return ReportLine(0, "inferred", message, text)


# --- who is named ----------------------------------------------------------------------------------------------------


def _named(meeting: Meeting) -> Iterator[_Named]:
    seen: set[tuple[str, bool]] = set()
    for attendee, group in (*_of_groups(meeting.attendance), *((one, "Apologies") for one in meeting.apologies)):
        parsed = names.parse(attendee.printed)
        kind = person_kind(parsed.title, group)
        key = names.fold(parsed.name), kind == "officer"
        if key not in seen:
            seen.add(key)
            yield _Named(attendee.printed, parsed.name, parsed.title, kind)


def _of_groups(groups: Iterable[Group]) -> Iterator[tuple[Attendee, str]]:
    for group in groups:
        for attendee in (*group.people, *(one for department in group.departments for one in department.people)):
            yield attendee, group.name


def person_kind(title: str, group: str) -> PersonKind:
    """What a person is, from the title and the group they are printed with."""
    if re.search(r"councillor|cllr", title, re.IGNORECASE):
        return "councillor"
    if re.search(r"\bco-?\s?opt", group, re.IGNORECASE):
        return "co-opted"
    if re.search(r"\b(?:employees?|officers?|officials?|staff)\b|\(by ", group, re.IGNORECASE):
        return "officer"
    return "other"


def _bears(person: Person, name: str) -> bool:
    return names.fold(name) in {names.fold(person.name), *(names.fold(alias) for alias in person.aliases)}


def _can_be(person: Person, kind: PersonKind) -> bool:
    """Whether a known person can be one of this kind: an officer is no member, and the other way about."""
    return "other" in {person.kind, kind} or (person.kind == "officer") == (kind == "officer")


def _alike(one: str, other: str) -> bool:
    """Whether two names have one surname and first names that can be the same: "J Hill" and "Jo Hill"."""
    first, second = (re.findall(r"[^\W\d_][\w'’-]*", name.casefold()) for name in (one, other))
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return False
    short, long = sorted((_initials(one), _initials(other)), key=len)
    given, others = first[0], second[0]
    return long.startswith(short) and (
        len(given) == 1 or len(others) == 1 or _all_initials(one, other) or given == others
    )


def _all_initials(*printed: str) -> bool:
    return any(name.split()[0].isupper() and len(name.split()[0]) <= 3 for name in printed)


def _initials(name: str) -> str:
    words = name.replace(".", " ").split()[:-1]
    return "".join(word if word.isupper() and len(word) <= 3 else word[0] for word in words).casefold()


def _fold(name: str) -> str:
    folded = re.sub(r"['’‘`]", "", name.casefold()).replace("&", " and ")
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"^the\s+", "", folded)))


def _free(key: str, taken: Collection[str]) -> str:
    """An id that is not taken: the key itself, or with the first number from 2 that makes it free."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
