"""The labels that a browser prints before the entries of an HTML list, which the page itself does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutebook.importers.html_styles import NONE, Part, Styles, kind_of
from minutebook.importers.htmltree import Element, classes, name_of

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVEL = re.compile(r"-(?P<level>[0-8])$")


@dataclass(slots=True)
class Listing:
    """A list that is open: how its entries are marked, and the number of the next."""

    kind: str  # "1", "a", "A", "i", "I"; empty for bullets, "none" for a list whose marks its text holds
    number: int = 1
    parts: tuple[Part, ...] = ()  # of the marks that a style sheet prints
    level: int = 0  # below the first, where the lists themselves do not stand in one another


@dataclass(slots=True)
class Counters:
    """Where the counters of a page's lists stand, by their names."""

    values: dict[str, int] = field(default_factory=dict)


def listing(element: Element, styles: Styles = NONE) -> Listing:
    """The list that an ``ol`` or ``ul`` opens."""
    numbered = name_of(element) == "ol"
    named = next((one for one in sorted(classes(element)) if one in styles.marks), "")
    kinds = [kind_of(str(element.get("style", "")))]
    kinds += [styles.lists.get(one, "") for one in sorted(classes(element))]
    kind = next((kind for kind in kinds if kind and numbered), str(element.get("type", "1")) if numbered else "")
    level = _LEVEL.search(named)
    return Listing(
        kind, _whole(element.get("start"), 1), styles.marks.get(named, ()), int(level["level"]) if level else 0
    )


def mark(found: Listing, entry: Element, counters: Counters) -> str:
    """The label of the next entry of a list, whose number is counted on; empty where a list prints none."""
    number = _whole(entry.get("value"), found.number)
    found.number = number + 1
    counted = [part.counter for part in found.parts if part.counter]
    if counted:
        counters.values[counted[-1]] = number
        return "".join(_part(part, counters) for part in found.parts).strip()
    if not found.kind:
        return "•"
    if found.kind == "none":
        return ""
    return f"{_formed(number, found.kind)}." if number < 1000 else "•"


def _part(part: Part, counters: Counters) -> str:
    return _formed(counters.values.get(part.counter, 1), part.kind) if part.counter else part.text


def _formed(number: int, kind: str) -> str:
    """A number as lists of a kind print it."""
    if kind in {"a", "A"} and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in {"i", "I"} and 1 <= number < 100:
        roman = _roman(number)
        return roman.upper() if kind == "I" else roman
    return str(number)


def _whole(value: object, otherwise: int) -> int:
    return int(str(value)) if re.fullmatch(r"[0-9]{1,4}", str(value)) else otherwise


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text
