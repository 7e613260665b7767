"""The labels that a browser prints before the entries of an HTML list, which the page itself does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutebook.importers.htmltree import Element, name_of

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class Listing:
    """A list that is open: how its entries are marked, and the number of the next."""

    kind: str  # "1", "a", "A", "i", "I"; empty for bullets
    number: int = 1


def listing(element: Element) -> Listing:
    """The list that an ``ol`` or ``ul`` opens."""
    return Listing(str(element.get("type", "1")) if name_of(element) == "ol" else "", _whole(element.get("start"), 1))


def mark(found: Listing, entry: Element) -> str:
    """The label of the next entry of a list, whose number is counted on."""
    if not found.kind:
        return "•"
    number = _whole(entry.get("value"), found.number)
    found.number = number + 1
    if found.kind in {"a", "A"} and 1 <= number <= 26:
        return chr(ord(found.kind) + number - 1) + "."
    if found.kind in {"i", "I"} and 1 <= number < 100:
        roman = _roman(number)
        return f"{roman.upper() if found.kind == 'I' else roman}."
    return f"{number}." if number < 1000 else "•"


def _whole(value: object, otherwise: int) -> int:
    return int(str(value)) if re.fullmatch(r"[0-9]{1,4}", str(value)) else otherwise


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text
