"""What the style sheet inside a web page says of its text: which classes are bold, and how the entries of lists are marked.

Google Docs writes lists so: each level is a list of its own, whose marks stand in the style sheet alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from minutebook.importers.htmltree import Element, classes

_LARGEST = 2_000_000
"""Characters of style sheets that are read."""
_WEIGHT = re.compile(r"font-weight\s*:\s*(?P<weight>bold|[6-9]00)\b", re.IGNORECASE)
_LIST = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:[\w-]+\s+)??(?P<form>(?:lower|upper)-[a-z]+|decimal|none)\b", re.IGNORECASE
)
_CLASS = re.compile(r"[a-z0-9]*\.(?P<name>[\w-]+)", re.IGNORECASE)
_MARK = re.compile(r"[a-z0-9]*\.(?P<name>[\w-]+)\s*>\s*li::?before", re.IGNORECASE)
_CONTENT = re.compile(
    r"\"(?P<text>[^\"]*)\"|counter\(\s*(?P<counter>[\w-]+)\s*(?:,\s*(?P<form>[\w-]+)\s*)?\)", re.IGNORECASE
)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_KINDS = {
    "decimal": "1", "lower-latin": "a", "lower-alpha": "a", "upper-latin": "A", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I",
    "none": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list's mark: characters, or a counter and the kind of its numbers ("1", "a", "A", "i", "I")."""

    text: str = ""
    counter: str = ""
    kind: str = "1"


@dataclass(frozen=True, slots=True)
class Styles:
    """What classes say: those that are bold, the kind of list that others make, and the marks that others print."""

    bold: frozenset[str] = frozenset()
    lists: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)

    def is_bold(self, element: Element) -> bool:
        return not self.bold.isdisjoint(classes(element))


NONE = Styles()


def read(root: Element) -> Styles:
    """The styles of a page, as its own style sheets have them."""
    sheets = " ".join("".join(map(str, one.itertext())) for one in root.iter("style"))
    bold, lists, marks = set[str](), dict[str, str](), dict[str, tuple[Part, ...]]()
    for selector, rules in _rules(sheets[:_LARGEST]):
        named, marked = _CLASS.fullmatch(selector), _MARK.fullmatch(selector)
        if marked:
            marks[marked["name"]] = tuple(_parts(rules))
        elif named and _WEIGHT.search(rules):
            bold.add(named["name"])
        if named and (kind := kind_of(rules)):
            lists[named["name"]] = kind
    return Styles(frozenset(bold), lists, marks)


def _rules(sheets: str) -> Iterator[tuple[str, str]]:
    """Each selector with its declarations."""
    for rule in sheets.split("}"):
        selectors, _, rules = rule.rpartition("{")
        for selector in selectors.rpartition("{")[2].rpartition(";")[2].split(","):
            yield selector.strip(), rules


def _parts(rules: str) -> Iterator[Part]:
    for found in _CONTENT.finditer(rules):
        if found["counter"]:
            yield Part(counter=found["counter"], kind=_KINDS.get((found["form"] or "decimal").lower(), "1"))
        else:
            yield Part(_ESCAPED.sub(_character, found["text"]))


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD else ""


def kind_of(rules: str) -> str:
    """The kind of list that declarations ask for: "1", "a", "A", "i", "I", "none"; empty where they ask for none of these."""
    found = _LIST.search(rules)
    return _KINDS.get(found["form"].lower(), "") if found else ""
