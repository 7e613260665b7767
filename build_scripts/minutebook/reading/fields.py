"""Values of YAML to types, each fault with its place.

Every function takes the list that problems are added to, and returns a value or the default it was given, so that one reading finds
all that is wrong. Codes: F001 unknown key, F002 missing key, F003 wrong kind of value, F004 a value that is not what
the key means.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from typing import TypeVar

from minutebook.problems import Location, Problem
from minutebook.source import Mapping, Node, Scalar, Sequence

Word = TypeVar("Word", bound=str)

YEARS = range(1800, 2100)
"""Years in which the meetings of a record may have been held: others are slips of the pen."""

ADDRESS = r"https?://[^\s\"<>\\^`{|}\[\]]+"
"""The form of an address of the web, wherever one may stand."""

_LIST = "a list: each entry after '- ' on a line of its own, or all of them in square brackets"

_KINDS = {Scalar: "one value", Sequence: "a list", Mapping: "keys with values"}


def keyed(
    node: Node | None, known: Collection[str], required: Collection[str], where: Location, problems: list[Problem]
) -> dict[str, Node]:
    """The entries of a mapping by key. Keys without a value are left out; unknown and missing ones are problems."""
    if node is not None and not isinstance(node, Mapping):
        problems.append(Problem(node.location, "F003", f"found {_KINDS[type(node)]}", "keys with values"))
        return {}
    entries = {} if node is None else {key.text: (key, value) for key, value in node.entries}
    for name, (key, _) in entries.items():
        if name not in known:
            problems.append(Problem(key.location, "F001", f"unknown key {name!r}", _one_of(known)))
    found = {name: value for name, (_, value) in entries.items() if name in known and not empty(value)}
    for name in required:
        if name not in found:
            problems.append(Problem(where, "F002", f"the key {name!r} is missing or has no value", f"{name}: …"))
    return found


def empty(node: Node) -> bool:
    """Whether a key has no value: nothing, ``null``, ``[]`` or ``{}``."""
    match node:
        case Scalar(text=text):
            return not text.strip()
        case Sequence(items=items):
            return not items
        case Mapping(entries=entries):
            return not entries


def items(node: Node | None, problems: list[Problem]) -> tuple[Node, ...]:
    """The entries of a list; none for an absent one."""
    if node is None or (isinstance(node, Scalar) and empty(node)):
        return ()
    if not isinstance(node, Sequence):
        problems.append(Problem(node.location, "F003", f"found {_KINDS[type(node)]}", _LIST))
        return ()
    return node.items


def scalars(node: Node | None, problems: list[Problem]) -> Iterator[Scalar]:
    """The entries of a list of single values, those without a value left out with a problem."""
    for item in items(node, problems):
        if isinstance(item, Scalar) and not empty(item):
            yield item
        else:
            problems.append(Problem(item.location, "F003", "an entry that is not one value", "one value"))


def text(node: Node | None, problems: list[Problem], default: str = "") -> str:
    """One line of text, white space folded."""
    if node is None:
        return default
    if not isinstance(node, Scalar):
        problems.append(Problem(node.location, "F003", f"found {_KINDS[type(node)]}", "one value"))
        return default
    return " ".join(node.text.split())


def texts(node: Node | None, problems: list[Problem]) -> tuple[str, ...]:
    return tuple(text(scalar, problems) for scalar in scalars(node, problems))


def choice(node: Node | None, choices: Collection[Word], default: Word, problems: list[Problem]) -> Word:
    """One of the words that the key admits."""
    found = text(node, problems, default)
    for word in choices:
        if word == found:
            return word
    if node is not None:
        problems.append(Problem(node.location, "F004", f"{found!r} is not known here", _one_of(choices)))
    return default


def choices(node: Node | None, known: Collection[Word], problems: list[Problem]) -> tuple[Word, ...]:
    """A list of words that the key admits, each once, in the order of those."""
    found = set()
    for scalar in scalars(node, problems):
        found.add(scalar.text)
        if scalar.text not in known:
            told = f"{scalar.text!r} is not known here"
            problems.append(Problem(scalar.location, "F004", told, _one_of(known)))
    return tuple(word for word in known if word in found)


def _one_of(words: Collection[str]) -> str:
    return f"one of {', '.join(words)}" if len(words) > 1 else "".join(words)


def date(node: Node | None, problems: list[Problem]) -> dt.date | None:
    """``2025-11-04``, a day that exists."""
    found = text(node, problems)
    if node is None or not found:
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", found, re.ASCII):
        try:
            day = dt.date.fromisoformat(found)
        except ValueError:
            problems.append(Problem(node.location, "F004", f"{found} is no day of the calendar", "a day that exists"))
            return None
        if day.year in YEARS:
            return day
        wanted = f"a year from {YEARS[0]} to {YEARS[-1]}"
        problems.append(Problem(node.location, "F004", f"{found} is no day of a council's record", wanted))
        return None
    problems.append(Problem(node.location, "F004", f"{found!r} is no date", "year-month-day, such as 2025-11-04"))
    return None


def time(node: Node | None, problems: list[Problem]) -> dt.time | None:
    """``14:00`` on the 24-hour clock."""
    found = text(node, problems)
    if node is None or not found:
        return None
    if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", found, re.ASCII):
        return dt.time.fromisoformat(found)
    problems.append(Problem(node.location, "F004", f"{found!r} is no time", 'a time of the 24-hour clock, "14:00"'))
    return None


def truth(node: Node | None, problems: list[Problem]) -> bool:
    """``true`` or ``false``; false where the key is absent."""
    return choice(node, ("true", "false"), "false", problems) == "true"


def whole(node: Node | None, problems: list[Problem], least: int, most: int) -> int | None:
    """A whole number from ``least`` to ``most``."""
    found = text(node, problems)
    if node is None or not found:
        return None
    if re.fullmatch(r"\d{1,9}", found, re.ASCII) and least <= int(found) <= most:
        return int(found)
    wanted = f"a whole number from {least} to {most}"
    problems.append(Problem(node.location, "F004", f"{found!r} is no such number", wanted))
    return None


def pattern(node: Node | None, form: str, wanted: str, problems: list[Problem]) -> str:
    """Text of one form, given as a regular expression and in words."""
    found = text(node, problems)
    if node is not None and found and not re.fullmatch(form, found):
        problems.append(Problem(node.location, "F004", f"{found!r} has another form", wanted))
        return ""
    return found
