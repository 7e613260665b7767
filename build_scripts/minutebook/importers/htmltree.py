"""Web pages as trees: nothing is fetched, nothing is run, and no page is so large or so deep that reading it hurts."""

from __future__ import annotations

from typing import Any

from lxml import html
from lxml.etree import ParserError
from lxml.etree import _Element as Element

__all__ = ["LARGEST", "Element", "classes", "line_of", "name_of", "parse"]

LARGEST = 20_000_000
"""Characters that a web page or a web service's answer may have."""
_DEEPEST = "Excessive depth"


def parse(markup: str) -> Element | str:
    """The tree of a page or a fragment of one, or a sentence that says why there is none. Nothing is fetched."""
    if len(markup) > LARGEST:
        return f"it is larger than {LARGEST // 1_000_000} MB"
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    if not markup.strip():
        return "it is empty"
    try:
        root = html.document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    except (ParserError, ValueError):
        return "no text could be found in it"
    if any(_DEEPEST in entry.message for entry in parser.error_log):
        return "its elements stand too deep inside one another"
    return root


def classes(element: Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(str(element.get("class", "")).split())


def line_of(element: Element) -> int:
    """The line of its markup on which an element begins, from 1."""
    line: Any = getattr(element, "sourceline", None)
    return int(line) if line else 1


def name_of(element: Element) -> str:
    """An element's name in small letters."""
    return str(element.tag).lower()
