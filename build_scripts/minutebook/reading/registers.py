"""``council.yaml``, ``bodies.yaml`` and ``people.yaml`` to Council, Bodies and People.

Codes: F001 to F004 (fields), R001 two entries of one id, R002 a body that is not in the register, R003 a term, R004 two bodies of one name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol, cast, get_args

from minutebook.council_model import Accessibility, AccessibilityStatus, Council, DataFormat, OfficerNames, PrivateItems
from minutebook.model import Body, BodyKind, Identifier, Person, PersonKind, Term
from minutebook.problems import Location, Problem
from minutebook.reading import fields
from minutebook.source import Mapping, Node, Text, read_yaml

COUNCIL_KEYS = (
    "format", "id", "name", "kind", "gss_code", "website", "url", "publisher", "contact", "licence", "language",
    "year_starts", "private_items", "contacts", "officers", "operative_words", "colour", "notice", "formats",
    "accessibility", "data_protection",
)  # fmt: skip
ACCESSIBILITY_KEYS = ("status", "issues", "tested", "tested_by", "prepared", "reply_days")
BODY_KEYS = ("id", "name", "aliases", "kind", "number", "quorum", "remit", "predecessor")
PERSON_KEYS = ("id", "name", "title", "kind", "aliases", "identifiers", "terms")
TERM_KEYS = ("body", "party", "ward", "role", "from", "to")

_ID = r"(?!index$)[a-z0-9]+(?:-[a-z0-9]+)*"  # index is the name of the page that lists them
_ID_WANTED = "lower-case letters, digits and single hyphens, and not index"
SITE_ADDRESS = r"https?://[a-z0-9.-]+(?::\d+)?(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?"
"""Where a site may be published: host and folders, without a question mark, an anchor or a step upwards."""


class _Entry(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def location(self) -> Location: ...


def read_council(text: Text, problems: list[Problem]) -> Council | None:
    """``content/council.yaml``; None where it has no id or name."""
    root, found = read_yaml(text.text, text.file)
    problems.extend(found)
    if root is None and found:
        return None
    keys = fields.keyed(root, COUNCIL_KEYS, ("format", "id", "name"), Location(text.file), problems)
    if "format" in keys:
        fields.choice(keys["format"], ("1",), "1", problems)
    url = fields.pattern(keys.get("url"), SITE_ADDRESS, "the address of a site, https://minutes.example/", problems)
    council = Council(
        id=fields.pattern(keys.get("id"), _ID, _ID_WANTED, problems),
        name=fields.text(keys.get("name"), problems),
        kind=fields.text(keys.get("kind"), problems),
        gss_code=fields.pattern(keys.get("gss_code"), r"[A-Z]\d{8}", "a letter and eight digits", problems),
        website=fields.pattern(keys.get("website"), fields.ADDRESS, "an address, https://…", problems),
        url=url if not url or url.endswith("/") else url + "/",
        publisher=fields.text(keys.get("publisher"), problems),
        contact=fields.text(keys.get("contact"), problems),
        licence=fields.text(keys.get("licence"), problems, "OGL-UK-3.0"),
        language=fields.pattern(keys.get("language"), r"[a-z]{2,3}(-[A-Z]{2})?", "a code such as en-GB", problems)
        or "en-GB",
        year_starts=fields.whole(keys.get("year_starts"), problems, 1, 12) or 5,
        private_items=fields.choice(
            keys.get("private_items"), cast("tuple[PrivateItems, ...]", get_args(PrivateItems)), "titles", problems
        ),
        contacts=fields.texts(keys.get("contacts"), problems),
        officers=fields.choice(
            keys.get("officers"), cast("tuple[OfficerNames, ...]", get_args(OfficerNames)), "names", problems
        ),
        operative_words=fields.texts(keys.get("operative_words"), problems),
        colour=_colour(root, problems) or "#00594c",
        notice=fields.text(keys.get("notice"), problems),
        formats=fields.choices(keys.get("formats"), cast("tuple[DataFormat, ...]", get_args(DataFormat)), problems),
        accessibility=_accessibility(keys.get("accessibility"), problems),
        data_protection=fields.text(keys.get("data_protection"), problems),
        location=Location(text.file),
    )
    return council if council.id and council.name else None


def _colour(root: Node | None, problems: list[Problem]) -> str:
    """The council's colour. Without quotation marks, YAML takes ``colour: #00594c`` for a key and a comment."""
    entries = root.entries if isinstance(root, Mapping) else ()
    key, node = next(((key, node) for key, node in entries if key.text == "colour"), (None, None))
    wanted = '"#" and six hexadecimal digits, in quotation marks: "#00594c"'
    if key and node and fields.empty(node):
        problems.append(Problem(key.location, "F002", "no value for 'colour'", wanted))
    return fields.pattern(node, r"#[0-9a-fA-F]{6}", wanted, problems)


def _accessibility(node: Node | None, problems: list[Problem]) -> Accessibility:
    if node is None:
        return Accessibility()
    keys = fields.keyed(node, ACCESSIBILITY_KEYS, (), node.location, problems)
    known = cast("tuple[AccessibilityStatus, ...]", ("fully", "partially", "not"))
    return Accessibility(
        status=fields.choice(keys.get("status"), known, "", problems),
        issues=fields.texts(keys.get("issues"), problems),
        tested=fields.date(keys.get("tested"), problems),
        tested_by=fields.text(keys.get("tested_by"), problems),
        prepared=fields.date(keys.get("prepared"), problems),
        reply_days=fields.whole(keys.get("reply_days"), problems, 1, 99),
    )


def read_bodies(text: Text, problems: list[Problem]) -> tuple[Body, ...]:
    """``content/bodies.yaml``, in the order written; entries without id or name are left out with a problem."""
    bodies = []
    for item, keys in _entries(text, BODY_KEYS, problems):
        body = Body(
            id=fields.pattern(keys.get("id"), _ID, _ID_WANTED, problems),
            name=fields.text(keys.get("name"), problems),
            aliases=fields.texts(keys.get("aliases"), problems),
            kind=fields.choice(keys.get("kind"), cast("tuple[BodyKind, ...]", get_args(BodyKind)), "other", problems),
            number=fields.whole(keys.get("number"), problems, 0, 999),
            quorum=fields.whole(keys.get("quorum"), problems, 1, 999),
            remit=fields.text(keys.get("remit"), problems),
            predecessor=fields.text(keys.get("predecessor"), problems),
            location=item.location,
        )
        if body.id and body.name:
            bodies.append(body)
    known = {body.id for body in bodies}
    called: dict[str, Body] = {}
    for body in bodies:
        if body.predecessor == body.id:
            problems.append(
                Problem(body.location, "R002", f"the body {body.id!r} is its own predecessor", "another body")
            )
        elif body.predecessor and body.predecessor not in known:
            problems.append(_unknown_body(body.predecessor, body.location))
        for name in {" ".join(name.casefold().split()): name for name in (body.name, *body.aliases)}.values():
            other = called.setdefault(name.casefold(), body)
            if other is not body and other.id != body.id:
                told = f"{name!r} is what {other.id} is called too (line {other.location.line})"
                problems.append(Problem(body.location, "R004", told, "a name or alias that is one body's only"))
    return _unique(bodies, problems)


def read_people(text: Text, known_bodies: Collection[str], problems: list[Problem]) -> tuple[Person, ...]:
    """``content/people.yaml``, in the order written; entries without id or name are left out with a problem."""
    people = []
    for item, keys in _entries(text, PERSON_KEYS, problems):
        person = Person(
            id=fields.pattern(keys.get("id"), _ID, _ID_WANTED, problems),
            name=fields.text(keys.get("name"), problems),
            title=fields.text(keys.get("title"), problems),
            aliases=fields.texts(keys.get("aliases"), problems),
            kind=fields.choice(
                keys.get("kind"), cast("tuple[PersonKind, ...]", get_args(PersonKind)), "other", problems
            ),
            identifiers=_identifiers(keys.get("identifiers"), problems),
            terms=tuple(_terms(keys.get("terms"), known_bodies, problems)),
            location=item.location,
        )
        if person.id and person.name:
            people.append(person)
    return _unique(people, problems)


def _entries(text: Text, known: Collection[str], problems: list[Problem]) -> Iterable[tuple[Node, dict[str, Node]]]:
    root, found = read_yaml(text.text, text.file)
    problems.extend(found)
    for item in fields.items(root, problems):
        yield item, fields.keyed(item, known, ("id", "name"), item.location, problems)


def _unique(entries: list, problems: list[Problem]) -> tuple:  # type: ignore[type-arg]
    first: dict[str, _Entry] = {}
    for entry in entries:
        if entry.id in first:
            told = f"two entries have the id {entry.id!r} (the first in line {first[entry.id].location.line})"
            problems.append(Problem(entry.location, "R001", told, "an id of its own for each"))
        first.setdefault(entry.id, entry)
    return tuple(first.values())


def _identifiers(node: Node | None, problems: list[Problem]) -> tuple[Identifier, ...]:
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        problems.append(Problem(node.location, "F003", "identifiers that are no keys", 'the scheme: "and its value"'))
        return ()
    for key, value in node.entries:
        if fields.empty(value):
            problems.append(Problem(key.location, "F002", f"no value for {key.text!r}", "the value, in quotes"))
    return tuple(
        Identifier(key.text, fields.text(value, problems)) for key, value in node.entries if not fields.empty(value)
    )


def _terms(node: Node | None, known_bodies: Collection[str], problems: list[Problem]) -> Iterable[Term]:
    for item in fields.items(node, problems):
        keys = fields.keyed(item, TERM_KEYS, (), item.location, problems)
        named = [key for key in ("body", "party", "ward") if key in keys]
        if len(named) != 1:
            told = f"a term that names {' and '.join(named) or 'nothing'}"
            problems.append(Problem(item.location, "R003", told, "one of body, party and ward"))
            continue
        term = Term(
            body=fields.text(keys.get("body"), problems),
            party=fields.text(keys.get("party"), problems),
            ward=fields.text(keys.get("ward"), problems),
            role=fields.text(keys.get("role"), problems),
            start=fields.date(keys.get("from"), problems),
            end=fields.date(keys.get("to"), problems),
            location=item.location,
        )
        if term.body and term.body not in known_bodies:
            problems.append(_unknown_body(term.body, keys["body"].location))
        if term.start and term.end and term.end < term.start:
            told = f"a term that ends ({term.end}) before it begins ({term.start})"
            problems.append(Problem(item.location, "R003", told, "from: before to:"))
        yield term


def _unknown_body(body: str, where: Location) -> Problem:
    return Problem(where, "R002", f"the body {body!r} is not in content/bodies.yaml", "an id that stands there")
