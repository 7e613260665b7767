"""Characters: what a document's bytes say, and which characters the text of minutes may hold."""

from __future__ import annotations

import re
import unicodedata

BULLETS = "•◦▪▫‣⁃∙·●○■□➢➤►▶✓✔❖"
"""Glyphs that open a list entry when they stand first in a line."""

_REFUSED = (
    (re.compile(rb"PK\x03\x04.{0,200}opendocument\.text", re.DOTALL), "an OpenDocument text (.odt)", "open it in LibreOffice or Word, save it as .docx"),
    (re.compile(rb"PK\x03\x04"), "a zip file, or an Office document other than Word's", "take the documents out, or save it as a PDF,"),
    (re.compile(rb"\{\\rtf"), "rich text (RTF)", "open it in Word or LibreOffice, save it as .docx"),
    (re.compile(rb"\xffWPC"), "a WordPerfect document", "open it in LibreOffice, save it as .docx"),
    (
        re.compile(rb"\s*(?:\xef\xbb\xbf)?<\?xml.{0,3000}(?:office/2006/xmlPackage|word/2003/wordml|opendocument:xmlns:office)", re.DOTALL),
        "a text that a word processor saved as XML", "open it there, save it as .docx",
    ),
)  # fmt: skip
"""How documents begin that no reader of another format took, what they are, and what to do."""

_LINE_ENDS = re.compile("\r\n?")
_SOFT_BREAKS = re.compile("[\x0b\x1c-\x1e\x85\u2028\u2029]")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
"""Hyphens that look like the one on the keyboard, and by which a name would be another's."""
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
    r"|(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)"
)
"""What ``source.decode`` refuses in a minutes file, but for line breaks, which become spaces."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
"""Letters that a font draws as one: a PDF hands them over as one character, nobody wrote one."""
_SYMBOL_FONT = re.compile("[\uf000-\uf0ff]")
_TICKS = {"\uf0fc": "✓", "\uf0fb": "✗", "\uf0fe": "☑"}
"""What Wingdings has where it says yes or no; no other font of symbols has anything there that text holds."""


def decode(content: bytes) -> tuple[str, str]:
    """A document's text and what had to be guessed about its encoding; or no text and why it cannot be read."""
    for begins, what, remedy in _REFUSED:
        if begins.match(content):
            return "", f"it is {what}: {remedy} and import that"
    if not content.strip():
        return "", "it is empty"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), "the text is UTF-16"
        except UnicodeDecodeError:
            return "", "it begins like UTF-16 text but is not: save it as UTF-8"
    if b"\x00" in content:
        return "", "it holds zero bytes, so it is not text"
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    if len(re.findall(rb"[\x01-\x08\x0e-\x1f]", content)) > len(content) // 50:
        return "", "it is not text"
    return content.decode("cp1252", errors="replace"), "the text is not UTF-8 and was read as Windows-1252"


def tidy(text: str) -> str:
    """Text in one normal form: NFC, line feeds, one hyphen, no ligature, no character that cannot be seen; form feeds, tabs and
    spaces stay.
    """
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text.translate(_HYPHENS))
    text = _INVISIBLE.sub("", _SOFT_BREAKS.sub(" ", _LINE_ENDS.sub("\n", text)))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Text with one space between words and none at its ends; every glyph of a symbol font is a bullet, but for ticks."""
    return " ".join(_SYMBOL_FONT.sub(lambda found: symbol(found[0]), text).split())


def symbol(glyph: str) -> str:
    """What a glyph of a symbol font is: a tick, a cross, or as most are, a bullet."""
    return _TICKS.get(glyph, "•")


def is_glyph(char: str) -> bool:
    """Whether a character is a bullet, a symbol font's included (U+F0B7 is Word's)."""
    return char in BULLETS or bool(_SYMBOL_FONT.fullmatch(char))
