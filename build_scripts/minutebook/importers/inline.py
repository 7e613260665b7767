"""The inside of Markdown: escapes, tags, links and emphasis taken out, what was bold remembered.

Converters leave bold unbalanced: a closing mark whose opening one stood before a list mark, an opening one that a page
cut off. Every mark is taken out all the same, and the stretch that it must have meant is bold.
"""

from __future__ import annotations

import html
import re

from minutebook.importers.characters import one_line
from minutebook.importers.lines import Bold

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = 0xF0000  # a plane of private use: no document holds it, and each escaped character has a place there
_BOLD_TAG = re.compile(r"</?(?:b|strong)\b[^<>]*>", re.IGNORECASE)
_SPACE_TAG = re.compile(r"</?(?:br|p|div|li|ul|ol|tr|td|th|table|tbody|thead)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:sup|sub|i|u|em|span|font|small|a|s|ins|mark)\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)(?: \"[^\"]*\")?\)")
_ADDRESS = re.compile(r"<((?:https?:|mailto:)[^<>\s]+)>")
_EMPTY_BOLD = re.compile(r"\*{4,}")
_BOLD = re.compile(r"\*{2,3}|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])")
_STRESS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]*[^\s_])_(?![\w_])")


def with_marks(raw: str) -> str:
    """A stretch of Markdown whose bold is marked by asterisks, where HTML's tags marked it."""
    return _BOLD_TAG.sub("**", raw)


def read(raw: str) -> tuple[str, Bold]:
    """The plain text of a stretch of Markdown, and which parts of it were bold."""
    text = _ESCAPE.sub(lambda found: chr(_KEPT + ord(found[1])), raw)
    text = _ADDRESS.sub(r"\1", _LINK.sub(_link, with_marks(text)))
    text = _EMPTY_BOLD.sub("", html.unescape(_TAG.sub("", _SPACE_TAG.sub(" ", text))))
    plain, bold = "", []
    for run, strong in _runs(text):
        words = re.sub(r"\s+", " ", _STRESS.sub(lambda found: found[1] or found[2], run))
        if not plain or plain.endswith(" "):
            words = words.lstrip()
        if strong and words.strip():
            bold.append((len(plain) + len(words) - len(words.lstrip()), len(plain) + len(words.rstrip())))
        plain += words
    return _unescaped(plain.rstrip()), tuple(bold)


def _unescaped(text: str) -> str:
    kept = (chr(ord(char) - _KEPT) if _KEPT < ord(char) < _KEPT + 128 else char for char in text)
    return one_line("".join(kept))


def _link(found: re.Match[str]) -> str:
    """A link's words, and its address where that says more than the words."""
    words, address = found[1].strip(), found[2]
    if not re.match(r"https?://", address) or address.rstrip("/") in words or not words:
        return words or address
    return f"{words} ({address})"


def _runs(text: str) -> list[tuple[str, bool]]:
    """A text cut at its bold marks. Of an odd number, the first closes what came before it unless it can only open."""
    parts = _BOLD.split(text)
    balanced = len(parts) % 2 == 1
    opens = (
        (not parts[0] or parts[0][-1].isspace()) and bool(parts[1:]) and not parts[1][:1].isspace() and parts[1] != ""
    )
    return [(part, (place % 2 == 1) == (balanced or opens)) for place, part in enumerate(parts)]
