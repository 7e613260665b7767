"""Footnotes of a web page: a mark in the text and the note below it are two links that lead to each other.

So Word, LibreOffice, Google Docs and makers of web pages write them, whatever they call them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importers.htmltree import Element, name_of

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§]{1,3})[\])]?", re.IGNORECASE)
_HOLDS_NOTE = frozenset({"p", "li", "div", "dd", "td", "aside"})
_UP = 3
"""Elements around a link that may bear the name to which the link of the other leads."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark in the text, and the element that holds it; ``remark`` says that it is a comment in the margin."""

    mark: Element
    text: Element
    remark: bool


def find(body: Element) -> Iterator[Note]:
    """The footnotes of a page, in the order of their marks."""
    named = _named(body)
    places = {one: place for place, one in enumerate(named.values())}
    leads = dict[Element, set[Element]]()  # from an element that is named, to where the links in it lead
    for link in body.iter("a"):
        target = named.get(_aim(link))
        if target is None or target is link or not _MARK.fullmatch("".join(map(str, link.itertext())).strip()):
            continue
        if target not in leads:
            leads[target] = {named[_aim(one)] for one in target.iter("a") if _aim(one) in named}
        around = [one for one in _around(link) if one in leads[target]]
        holder = _holder(target, link)
        if around and holder is not None and min(places[one] for one in around) < places[target]:
            yield Note(_mark(link), holder, _aim(link).startswith("cmnt"))


def _named(body: Element) -> dict[str, Element]:
    """The elements that links can lead to, by their names; the first of each name."""
    named: dict[str, Element] = {}
    for one in body.iter():
        for name in (str(one.get("id", "")), str(one.get("name", ""))):
            if name:
                named.setdefault(name, one)
    return named


def _aim(link: Element) -> str:
    """The name on the same page to which a link leads; empty where it leads elsewhere."""
    address = str(link.get("href", ""))
    return address[1:] if address.startswith("#") else ""


def _around(link: Element) -> list[Element]:
    """A link, what is in it, and what stands closely around it."""
    found, one = list(link.iter()), link
    for _ in range(_UP):
        outer = one.getparent()
        if outer is None:
            break
        one = outer
        if name_of(one) not in _HOLDS_NOTE:
            found.append(one)
    return found


def _holder(target: Element, link: Element) -> Element | None:
    """The paragraph or entry that a note is; none where the link to it stands in it too."""
    one: Element | None = target
    while one is not None and name_of(one) not in _HOLDS_NOTE:
        one = one.getparent()
    return None if one is None or one in link.iterancestors() else one


def _mark(link: Element) -> Element:
    """The link, or the raised element that holds nothing else."""
    outer = link.getparent()
    words = "".join(map(str, link.itertext()))
    raised = (
        outer is not None
        and name_of(outer) in {"sup", "span"}
        and "".join(map(str, outer.itertext())).strip() == words.strip()
    )
    return outer if raised and outer is not None else link
