"""A run of people as minutes print it to one printed line for each: "Councillors A, B (Chair) and C" is three people.

The words stay as printed; only a plural title becomes each person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook import names

_PLURALS = {
    "honorary aldermen": "Honorary Alderman", "aldermen": "Alderman", "alderwomen": "Alderwoman", "councillors": "Councillor",
    "cllrs": "Cllr", "drs": "Dr", "messrs": "Mr", "mesdames": "Mrs",
}  # fmt: skip
_PLURAL = re.compile(rf"(?:the )?(?P<title>{'|'.join(_PLURALS)})\b\.?:?\s+", re.IGNORECASE)
_CIVIC = r"(?:(?:deputy )?lord mayor|honorary (?:alder(?:man|woman)|freeman)|councillor|cllr|alder(?:man|woman))"
_CIVIC_TITLE = re.compile(rf"(?:the )?{_CIVIC}\b\.?(?=\s+[A-Z])", re.IGNORECASE)
_ANY_TITLE = re.compile(rf"(?:(?:the )?(?:{'|'.join(names.TITLES)})\b\.?\s*)+", re.IGNORECASE)

_OFFICES = r"(?:deputy |vice[- ])?(?:(?:lord |town )?mayor|chair(?:man|woman|person)?)|leader(?: of the council)?"
_COUNT = re.compile(
    r"(?:(?:and|approximately|about|around|some)\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several)\s+"
    r"(?:other\s+)?(?:members?|persons?|people|residents?|electors?|representatives?|visitors?|officers?|parishioners?|townspeople|observers?)\b"
    r"|(?:(?:members of )?(?:the )?(?:public|press)|parishioners|residents|electors)[^:]{0,20}:\s*(?:\d+|none|nil)\b",
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
    r"\b(?:for|of|by|to|with|behalf|replacing|vice|deputy|honorary|the|lord|ward|county|district|dist\.|borough|town|parish|city|"
    rf"{_OFFICES})\s*[(,:–—-]?$",
    re.IGNORECASE,
)

_DASHED_OFFICE = re.compile(rf"\s[-–—]\s+(?:{_OFFICES}|[^,;()–—-]{{3,40}}),?$", re.IGNORECASE)
_ROLE_BEFORE = re.compile(r"(?P<role>[^()–—:;]{4,60}?)\s[-–—]\s(?P<name>[^()–—:;,]{3,40})")
_ROLE_WORDS = frozenset(
    "chair chairman chairperson chairwoman vice deputy cabinet member members director leader mayor officer officers clerk "
    "manager head portfolio holder executive lead substitute substituting observer representative representing chief "
    "secretary treasurer solicitor monitoring independent parish ward county district borough council town assistant "
    "service services team principal senior interim acting advisor adviser consultant engineer planner auditor press "
    "inspector sergeant constable police minutes committee panel board group governance democratic legal planning housing "
    "finance resources highways environment education health communications support apprentice trainee business public "
    "remotely virtually online arrived left until from part present absent for of the as at in to via "
    "nil none apologies scrutiny champion spokesperson convenor coordinator co-ordinator administrator warden".split()
)
_HEADING_WORDS = frozenset("OF THE AND FOR TO IN ON".split())
"""What stands in a heading in capitals, and in nobody's name."""
_PARTICLES = frozenset("de da del della di du la le van von der den ten ter bin bint ibn al el y o' mac st st.".split())
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`.-])*")
_HONOUR = re.compile(r"(?:[A-Z]{2,4}|[A-Z][A-Za-z]?Sc|MA|BA|PhD|Jnr|Snr|Jr\.?|Sr\.?)")
_NO_ONE = re.compile(
    r"\W*(?:none|nil|no(?: apologies| one|body)?\b.*|there were no\b.*|n/a|not applicable)\W*", re.IGNORECASE
)

LONGEST = 20_000
"""Characters that a run of people may have."""


def says_no_one(text: str) -> bool:
    """Whether a text says that there was nobody: "None", "There were no apologies"."""
    return bool(_NO_ONE.fullmatch(text))


def is_office(text: str) -> bool:
    """Whether a text names an office that its holder's name can follow: "Chair", "Lord Mayor"."""
    return bool(re.fullmatch(rf"(?:the )?(?:{_OFFICES})", text.strip(), re.IGNORECASE))


def is_person(text: str) -> bool:
    """Whether a text can be one person's name, with titles, honours and what stands in brackets at its end."""
    bare = _without_brackets(text).partition(",")[0].strip(" .,;")
    title = _ANY_TITLE.match(bare)
    words = (bare[title.end() :] if title else bare).split()
    if len(words) > 6 or (len(words) < 2 and not title):
        return False
    if not words:
        return bool(title)
    initials = [word for word in words[:-1] if word.isupper() and len(word.replace(".", "")) <= 3]
    if len(initials) < len(words) - 1 and any(_is_role(word) for word in words):
        return False
    if bare.isupper() and any(word in _HEADING_WORDS for word in words):
        return False
    named = [word for word in words if word.lower() not in _PARTICLES]
    return bool(named) and all(_LETTERS.fullmatch(word) and word[0].isupper() for word in named)


def is_surely_person(text: str) -> bool:
    """Whether a text is a person by a title or initials; two capitalised words alone can be a department as well."""
    bare = _without_brackets(text).strip(" .,;")
    words = bare.split()
    initials = bool(words) and words[0].isupper() and len(words[0].replace(".", "")) <= 3
    return is_person(text) and (initials or bool(_ANY_TITLE.match(bare)))


def bare_names(text: str) -> tuple[str, ...]:
    """The people of a run that names them by initials ("HA (Chair), MB") or surnames alone; nobody where it does not."""
    parts = [part for piece in _split(text.strip(" ."), ",") for part in re.split(r"\s+(?:and|&)\s+", piece) if part]
    bare = [_without_brackets(part).strip() for part in parts]
    named = all(_LETTERS.fullmatch(one) and one[0].isupper() and one.lower() not in _ROLE_WORDS for one in bare)
    initials = all(one.isupper() and 2 <= len(one.replace(".", "")) <= 3 for one in bare)
    return tuple(parts) if named and bare and (initials or len(bare) > 1) else ()


def names_surely(text: str) -> bool:
    """Whether a run names people, each of them by a title or initials, and nothing else."""
    return all(is_surely_person(person) for person in people_in(text))


def names_anybody(text: str) -> bool:
    """Whether a run names anybody."""
    return any(is_person(person) for person in people_in(text))


def _is_role(word: str) -> bool:
    return word.lower().strip(".,()") in _ROLE_WORDS and not (word.isupper() and len(word) <= 3)


def people_in(text: str) -> tuple[str, ...]:
    """Every person in a run, in order, as printed. Text that is nobody's name comes back as it stands."""
    run = re.sub(r"\s+([,;)])", r"\1", " ".join(text.split())).strip(" ;")
    run = re.sub(r"(?:(?<=[^\W\d_]{3})|(?<=\)))\.$", "", run)  # the end of a sentence, and no abbreviation's
    if len(run) > LONGEST:
        return (run,)
    run = re.sub(
        rf"(\((?:(?!councillor|cllr)[^()])*)\) (in the chair|{_OFFICES}|clerk)(?=\s*(?:[,;.]|$|and\b))",
        r"\1, \2)",
        run,
        flags=re.IGNORECASE,
    )
    run = re.sub(
        rf"(?<![-–—] )(?<![-–—] vice )(?<![-–—] vice-)(?<![-–—] deputy )\b({_OFFICES}),\s*(?=(?:councillor|cllr)\b)",
        r"\1 ",
        run,
        flags=re.IGNORECASE,
    )
    parts = list(_runs(run))
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
    ):
        return f"{first['name']} ({first['role']})"
    found = _ROLE_AFTER.fullmatch(person)
    return f"{found['name']} ({found['role']})" if found and is_person(found["name"]) else person


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


def is_count(text: str) -> bool:
    """Whether a text counts people instead of naming them: "3 members of the public"."""
    return bool(_COUNT.match(text))


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
        yield piece if own or not carried or (not title and place == 0) else f"{carried} {piece}"


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
        if held and not is_count(piece) and not _named(names_two[0], surnames or bool(_CIVIC_TITLE.match(text))):
            held = f"{held}, {piece}"
            continue
        if held:
            yield held
        yield from names_two[:-1]
        held = names_two[-1]
    if held:
        yield held


def _cut_and(piece: str, surnames: bool) -> list[str]:
    """A piece cut at each "and" between two names."""
    whole = re.sub(r"^and\s+", "", piece)
    parts = re.split(r"\s+(?:and|&)\s+", whole)
    return parts if all(_named(part, surnames) or is_count(part) for part in parts) else [whole]


def _named(text: str, surnames: bool) -> bool:
    dashed = _ROLE_AFTER.fullmatch(text)
    if is_person(dashed["name"] if dashed else text) or _OFFICE.fullmatch(text):
        return not _HONOUR.fullmatch(text.strip(" ."))
    bare = _without_brackets(text).strip(" .")
    alone = bool(_LETTERS.fullmatch(bare)) and bare[:1].isupper() and bare.lower() not in _ROLE_WORDS
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
