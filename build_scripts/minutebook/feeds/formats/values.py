"""Moments and text as the formats of feeds want them."""

from __future__ import annotations

import datetime as dt
import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2 (Char)


def noon(date: dt.date) -> dt.datetime:
    """A day as a moment: noon UTC is that same day everywhere in Europe and the Americas."""
    return dt.datetime.combine(date, dt.time(12), dt.UTC)


def xml_text(text: str) -> str:
    """Text with the replacement character for each one that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
