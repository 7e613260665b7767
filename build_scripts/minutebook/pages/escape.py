"""The one way in which text of the record comes onto a page: as text, whatever it says.

A page is Markdown with raw HTML in it, so a character is harmless only if neither of the two reads it as a mark. All
such characters become numeric character references, which both read as the character itself. Templates do this to
every plain string by default; only ``Markup`` – what a template or a function of this folder has built – passes.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_SPACE = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]{2,}|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
"""Spaces between words, if they are not one plain space already."""

_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What HTML and YAML have no place for: controls, halves of surrogate pairs, noncharacters."""

_MARKS = re.compile("[&<>\"'`\\\\*_{}\\[\\]#|~^=!\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""What HTML or Markdown gives a meaning to anywhere, and the spaces that Markdown strips though HTML would keep them."""

_OPENING = re.compile(r" ?(?:[-+:.)]|\d+[.)])")
"""What means something to Markdown at the start of a line: a list, a number of a list, a table's rule."""


def clean(text: str) -> str:
    """Text on one line, one space between words, with U+FFFD for every character that a page cannot hold."""
    return _NO_TEXT.sub("\ufffd", _SPACE.sub(" ", text))


def literal(text: str) -> Markup:
    """Text that is read as itself in Markdown, in raw HTML and in a quoted attribute, also at the start of a line."""
    plain = clean(text)
    opening = _OPENING.match(plain)
    start = opening.end() if opening else 0
    mark = _reference(plain[start - 1]) if opening else ""
    rest = _MARKS.sub(lambda found: _reference(found[0]), plain[start:])
    return Markup(plain[: max(start - 1, 0)] + mark + rest)  # noqa: S704 - this is the place that makes text safe


def printed(value: object) -> Markup:
    """What a template puts on the page for a value: Markup as it stands, text and numbers literally, nothing for None.

    Raises TypeError for anything else, such as a date: ``formats`` says how that is written.
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup()
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return literal(str(value))
    raise TypeError(f"a page cannot print {value!r}: give it text")


def _reference(character: str) -> str:
    return f"&#{ord(character)};"
