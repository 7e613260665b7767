"""A run of people as minutes print it to one printed line for each: "Councillors A, B (Chair) and C" is three people.

The words stay as printed; only a plural title becomes each person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook import names
from minutebook.importers import nameless, people_runs
from minutebook.importers.people_runs import OFFICES as _OFFICES
from minutebook.importers.person_words import HEADING_WORDS, LONE_ROLES, PARTICLES, ROLES, SURNAMES, WARDENS

_PLURALS = {
    "honorary aldermen": "Honorary Alderman", "aldermen": "Alderman", "alderwomen": "Alderwoman", "councillors": "Councillor",
    "cllrs": "Cllr", "drs": "Dr", "messrs": "Mr", "mesdames": "Mrs",
}  # fmt: skip
_PLURAL = re.compile(rf"(?:the )?(?P<title>{'|'.join(_PLURALS)})\b\.?:?\s+", re.IGNORECASE)
_CIVIC = r"(?:(?:deputy )?lord mayor|honorary (?:alder(?:man|woman)|freeman)|councillor|cllr|alder(?:man|woman))"
_CIVIC_TITLE = re.compile(rf"(?:the )?{_CIVIC}\b\.?(?=\s+[A-Z])", re.IGNORECASE)
_ANY_TITLE = re.compile(rf"(?:(?:the )?(?:{'|'.join(names.TITLES)})\b\.?\s*)+", re.IGNORECASE)

_PLAIN_TITLE = re.compile(r"(?:(?:mrs?|ms|miss|mx|dr|councillor|cllr|alderman)\b\.?\s*)+", re.IGNORECASE)
"""Titles that name nobody by themselves, as "Lord Mayor" does."""
_RANK = re.compile(
    r"(?:chief |deputy |detective )*(?:superintendent|inspector|sergeant|sgt|insp|constable|supt)\b\.?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_TIERS = r"county|district|dist\.|borough|parish|town|city|ward|unitary"
_OFFICE = re.compile(
    rf"(?:the )?(?:(?:right )?worshipful (?:the )?)?(?P<office>{_OFFICES}|{_TIERS})\s*(?P<open>\(?)[,:–—-]?\s*(?P<who>(?:councillor|cllr)\b.*)",
    re.IGNORECASE,
)

_ROLE_AFTER = re.compile(r"(?P<name>[^()]{3,60}?)(?:\s[-–—]\s+|\s+(?=in the chair$))(?P<role>\S.*)", re.IGNORECASE)
_TITLE_OR_STOP = re.compile(
    rf";|(?:the )?(?:{_CIVIC}s?|honorary alder(?:men|women)|alder(?:men|women))\b|\bthe (?:(?:parish|town) )?clerk$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:for|of|by|to|with|behalf|replacing|vice|deputy|honorary|the|lord|"
    rf"{_TIERS}|{_OFFICES})\s*[(,:–—-]?$",
    re.IGNORECASE,
)

_DASHED_OFFICE = re.compile(rf"\s[-–—]\s+(?:{_OFFICES}|[^,;()–—-]{{3,40}}),?$", re.IGNORECASE)
_ROLE_BEFORE = re.compile(r"(?P<role>[^()–—:;]{4,60}?)\s[-–—]\s(?P<name>[^()–—:;,]{3,40})")
_EMPLOYED = re.compile(r"\([^()]*\b(?:officer|clerk|solicitor|lawyer|manager|engineer|head of)\b", re.IGNORECASE)
"""The role of somebody who is no member, and has no part in the members' title."""
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`.-])*")
_HONOUR = re.compile(r"(?:[A-Z]{2,4}|[A-Z][A-Za-z]?Sc|MA|BA|PhD|Jnr|Snr|Jr\.?|Sr\.?)")


def is_office(text: str) -> bool:
    """Whether a text names an office that its holder's name can follow: "Chair", "Lord Mayor"."""
    return bool(re.fullmatch(rf"(?:the )?(?:{_OFFICES})", text.strip(), re.IGNORECASE))


def is_person(text: str) -> bool:
    """Whether a text can be one person's name, with titles, honours and what stands in brackets at its end."""
    bare = _RANK.sub("Mr ", _without_brackets(text).partition(",")[0].strip(" .,;"), count=1)
    title = _ANY_TITLE.match(bare)
    words = (bare[title.end() :] if title else bare).split()
    if len(words) > 6 or (len(words) < 2 and not title):
        return False
    if not words:
        return bool(title) and not _PLAIN_TITLE.fullmatch(bare)
    if title and _CIVIC_TITLE.match(bare) and len(words) == 2 and words[1].lower() in SURNAMES:
        words = words[:1]
    initials = [word for word in words[:-1] if word.isupper() and len(word.replace(".", "")) <= 3]
    if len(initials) < len(words) - 1 and any(_is_role(word) for word in words):
        return False
    if bare.isupper() and any(word in HEADING_WORDS for word in words):
        return False
    named = [word for word in words if word.lower() not in PARTICLES]
    return bool(named) and all(_LETTERS.fullmatch(word) and word[0].isupper() for word in named)


def is_surely_person(text: str) -> bool:
    """Whether a text is a person by a title or initials; two capitalised words alone can be a department as well."""
    bare = _RANK.sub("Mr ", _without_brackets(text).strip(" .,;"), count=1)
    words = bare.split()
    initials = bool(words) and words[0].isupper() and len(words[0].replace(".", "")) <= 3
    return is_person(text) and (initials or bool(_ANY_TITLE.match(bare)))


def bare_names(text: str) -> tuple[str, ...]:
    """The people of a run that names them by initials ("HA (Chair), MB") or surnames alone; nobody where it does not."""
    parts = [part for piece in _split(text.strip(" ."), ",") for part in re.split(r"\s+(?:and|&)\s+", piece) if part]
    bare = [_without_brackets(part).strip() for part in parts]
    named = all(_LETTERS.fullmatch(one) and one[0].isupper() and one.lower() not in ROLES for one in bare)
    initials = all(one.isupper() and 2 <= len(one.replace(".", "")) <= 3 for one in bare)
    return tuple(parts) if named and bare and (initials or len(bare) > 1) else ()


def names_surely(text: str) -> bool:
    """Whether a run names people, each of them by a title or initials, and nothing else."""
    return all(is_surely_person(person) for person in people_in(text))


def names_anybody(text: str) -> bool:
    """Whether a run names anybody."""
    return any(is_person(person) for person in people_in(text))


def is_title(text: str) -> bool:
    """Whether a text is the title of people, which their names follow: "Aldermen"."""
    return text.strip().casefold() in _PLURALS or bool(_ANY_TITLE.fullmatch(text.strip()))


def speaks_of_role(text: str) -> bool:
    """Whether a text holds a word of somebody's role: "Development Manager"."""
    return any(map(_is_role, text.split()))


def _is_role(word: str) -> bool:
    return word.lower().strip(".,()") in ROLES and not (word.isupper() and len(word) <= 3)


def people_in(text: str) -> tuple[str, ...]:
    """Every person in a run, in order, as printed. Text that is nobody's name comes back as it stands."""
    run = people_runs.one_line(text)
    if len(run) > people_runs.LONGEST or (nameless.is_count(run) and not re.search("[,;]", run)):
        return (run,)
    run = people_runs.plain(run)
    parts = _sharing_title(list(_runs(run)))
    listed = (
        person.strip(" ,;") for part in parts for person in _listed(part, alone=len(parts) == 1)
    )  # "A Example,, B Example"
    return tuple(_office_last(_role_in_brackets(person)) for person in listed if person)


def has_role_after(text: str) -> bool:
    """Whether a text is somebody's name and, after a dash, their role: "A Example – Committee Officer"."""
    found = _ROLE_AFTER.fullmatch(text.strip())
    return bool(found and is_person(found["name"]))


def _role_in_brackets(person: str) -> str:
    """The line of someone whose role follows or precedes a dash, or who took the chair: "A Example (Clerk)"."""
    first = _ROLE_BEFORE.fullmatch(person)
    if (
        first
        and is_surely_person(first["name"])
        and any(map(_is_role, first["role"].split()))
        and not is_person(first["role"])
        and not re.search(r"\d", first["role"])
    ):
        return f"{first['name']} ({first['role']})"
    found = _ROLE_AFTER.fullmatch(person)
    role = found["role"].replace(" (", ", ").removesuffix(")") if found else ""
    return f"{found['name']} ({role})" if found and is_person(found["name"]) else person


def _office_last(person: str) -> str:
    """The line of someone whose office is printed first, as every other has it: "Councillor A Example (Lord Mayor)"."""
    found = _OFFICE.fullmatch(person)
    if not found:
        return person
    who = re.sub(r"\)( in the chair)?$", "", found["who"]) if found["open"] else found["who"]
    inner = re.fullmatch(r"(?P<name>[^()]*?) \((?P<role>.*)\)", who)
    if inner and found["office"].casefold() in inner["role"].casefold():
        return who
    return f"{inner['name']} ({found['office']}, {inner['role']})" if inner else f"{who} ({found['office']})"


def _sharing_title(parts: list[str]) -> list[str]:
    """The parts of a run between semicolons, to which a plural title before the first belongs: "Cllrs A Ash (Chair); B Bee"."""
    plural = _PLURAL.match(parts[0]) if len(parts) > 1 else None
    if not plural:
        return parts
    title = plural.group()
    shared = [
        title + part if not _ANY_TITLE.match(part) and is_surely_person(part.partition(",")[0]) and not _EMPLOYED.search(part) else part
        for part in parts[1:]
    ]  # fmt: skip
    return [parts[0], *shared]


def _runs(run: str) -> Iterator[str]:
    """A run cut at semicolons and before each repeated title; not inside brackets, nor where a title names somebody
    whom a role speaks of ("substitute for Councillor A").
    """
    start, seen, depth, places = 0, 0, 0, []
    for found in _TITLE_OR_STOP.finditer(run):
        depth = max(depth + run.count("(", seen, found.start()) - run.count(")", seen, found.start()), 0)
        seen = found.start()
        before = run[max(start, seen - 80) : seen].rstrip()
        only_titles = not before or bool(_ANY_TITLE.fullmatch(before + " "))
        spoken_of = found.group() != ";" and _SPOKEN_OF.search(before) and not _DASHED_OFFICE.search(before)
        if not depth and not only_titles and not spoken_of:
            places.append(seen)
            start = seen
    for begin, end in zip([0, *places], [*places, len(run)], strict=True):
        part = run[begin:end].strip(" ;,")
        part = re.sub(r"(?:,\s*)?(?:\band|&)$", "", part).strip(" ;,")
        if part:
            yield part


def _listed(part: str, *, alone: bool) -> Iterator[str]:
    """The people of one run without semicolons: "Councillors A, B (Chair) and C", "A Example (Director), B Example".

    ``alone`` is whether it is all: where others stand beside it, each has a title of its own, and who has none shares none.
    """
    plural = _PLURAL.match(part)
    title = _PLURALS[plural["title"].lower()] if plural else ""
    rest = part[plural.end() :] if plural else part
    pieces = list(_pieces(rest, surnames=bool(title)))
    carried = title or (_carried(pieces) if alone else "")
    for place, piece in enumerate(pieces):
        own = _CIVIC_TITLE.match(piece)
        bare = own or not carried or (not title and place == 0) or nameless.is_count(piece) or _EMPLOYED.search(piece)
        yield piece if bare else f"{carried} {piece}"


def names_several(person: str) -> bool:
    """Whether what was read as one person names another beside, or holds a label: a run whose marks were lost."""
    bare = _without_brackets(person)
    if ":" in bare or len(_CIVIC_TITLE.findall(person)) > 2:
        return True
    for found in _CIVIC_TITLE.finditer(bare):
        before = bare[max(found.start() - 80, 0) : found.start()]
        if before and not _SPOKEN_OF.search(before.rstrip()) and not _ANY_TITLE.fullmatch(before):
            return True
    return False


def _carried(pieces: list[str]) -> str:
    """The title of the first that all others share: "Councillor A Example, B Example and C Example"."""
    if len(pieces) < 2:
        return ""
    first = _CIVIC_TITLE.match(pieces[0])
    bare = all(not _ANY_TITLE.match(piece) for piece in pieces[1:])
    return first.group() if first and bare else ""


def _pieces(text: str, surnames: bool) -> Iterator[str]:
    """A list cut at its commas and "and"s; what follows a comma and is no name is a role and stays with its person."""
    held = ""
    for piece in _split(text, ","):
        names_two = _cut_and(piece, surnames or bool(_CIVIC_TITLE.match(text)))
        named = _named(names_two[0], surnames or bool(_CIVIC_TITLE.match(text)))
        if held and not nameless.is_count(piece) and (not named or _is_employer(held, piece)):
            held = f"{held}, {piece}"
            continue
        if held:
            yield held
        yield from names_two[:-1]
        held = names_two[-1]
    if held:
        yield held


def _is_employer(held: str, piece: str) -> bool:
    """Whether what follows somebody's role says for whom they work: "Mr A Example, Director, Example Harbour Trust"."""
    return ", " in held and bool(_ANY_TITLE.match(held)) and not is_surely_person(piece)


def _cut_and(piece: str, surnames: bool) -> list[str]:
    """A piece cut at each "and" between two names."""
    whole = re.sub(r"^and\s+", "", piece)
    parts = re.split(r"\s+(?:and|&)\s+", whole)
    return parts if all(_named(part, surnames) or nameless.is_count(part) for part in parts) else [whole]


def _named(text: str, surnames: bool) -> bool:
    dashed = _ROLE_AFTER.fullmatch(text)
    if is_person(dashed["name"] if dashed else text) or _OFFICE.fullmatch(text):
        return not _HONOUR.fullmatch(text.strip(" ."))
    bare = _without_brackets(text).strip(" .")
    first, _, last = bare.partition(" ")
    if surnames and last.lower() in SURNAMES and first.lower() not in WARDENS | ROLES:
        return bool(_LETTERS.fullmatch(first)) and first[:1].isupper() and last[:1].isupper()
    alone = bool(_LETTERS.fullmatch(bare)) and bare[:1].isupper() and bare.lower() not in LONE_ROLES
    return surnames and alone and not _HONOUR.fullmatch(bare)


def _split(text: str, mark: str) -> Iterator[str]:
    """A text cut at each mark that stands outside brackets."""
    depth, start = 0, 0
    for place, char in enumerate(text):
        depth = max(depth + (char == "(") - (char == ")"), 0)
        if char == mark and not depth:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


def _without_brackets(text: str) -> str:
    """A text without what stands in brackets."""
    kept, depth = [], 0
    for char in text:
        depth += char == "("
        if not depth:
            kept.append(char)
        depth = max(depth - (char == ")"), 0)
    return " ".join("".join(kept).split())
