"""What one sentence at the head of minutes says: body, day, hours and place, however it puts them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from minutebook.importers import dates

_QUALIFIERS = (
    r"(?:(?:annual|ordinary|extra-?\s?ordinary|special|general|monthly|full|virtual|remote|public|adjourned|budget|statutory|inaugural|"
    r"first|regular|draft|confirmed|unconfirmed|agm)\s+)*"
)
_BODY_AFTER = (
    re.compile(
        rf"\bminutes\s+of\s+(?:proceedings\s+(?:of|at)\s+)?(?:the\s+|an?\s+)?(?:proceedings\s+of\s+(?:the\s+|an?\s+)?)?{_QUALIFIERS}meetings?\s+of\s+(?:the\s+)?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_QUALIFIERS}meeting\s+of\s+(?:the\s+)?", re.IGNORECASE),
    re.compile(rf"\bminutes\s+(?:of|from|for)\s+(?:the\s+|an?\s+)?{_QUALIFIERS}", re.IGNORECASE),
)
_MINUTES = re.compile(rf"\b{_QUALIFIERS}(?:meeting\s+)?minutes\b", re.IGNORECASE)
_BODY_ENDS = re.compile(  # from where a run of spaces begins, and no space is looked at by two patterns in turn: linear on any text
    r"(?<!\s)(?:\s*(?:[\x01\x02;:]|\.\s|$|(?:[,;:(–—-]\s*)?\b(?i:(?:to\s+be\s+)?held|which was|which took|convened|commencing|starting)\b)"
    r"|(?:\s*,)?\s+(?:(?i:on(?: the)?)\s+\x01|(?i:at)\s+(?:\x02|the\b|[A-Z\d])|(?i:in the)\b)|\s+[–—-]\s)"
)
TYPE = re.compile(
    r"\b(?:council|committee|sub-?\s?committee|cabinet|executive|board|panel|commission|forum|assembly|working (?:group|party)|"
    r"task (?:group|force)|partnership|authority|trust(?:ees)?)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:\b(?i:held(?: virtually)?)\s+|[\x01\x02][,;]?\s*|,\s*)(?i:in|at)\s+(?P<place>(?:(?i:the)\s+)?[A-Z0-9][^\x01\x02]*?)"
    r"(?=\s*,?\s*(?:\b(?i:on|at|commencing|starting|from|beginning)\s+(?:(?i:the|at)\s+)*)?[\x01\x02]|\.?\s*$)"
)
_LOWER = frozenset("of the and for in on to a at".split())


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; empty or None where the sentence does not say it."""

    body: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""


def facts(text: str) -> Facts:
    """The facts of a heading's text."""
    date = next(dates.dates_in(text), None)
    times = list(dates.times_in(without_dates(text)))
    shown = marked(text)
    place = _PLACE.search(shown)
    return Facts(
        body=body_named(shown),
        date=date.date if date else None,
        start=times[0].time if times else None,
        end=times[1].time if len(times) > 1 and _is_range(text, times) else None,
        place=clean_place(place["place"]) if place else "",
    )


def _is_range(text: str, times: list[dates.PrintedTime]) -> bool:
    between = without_dates(text)[times[0].end : times[1].start]
    return bool(re.fullmatch(r"\s*(?:[-–—]|to|until)\s*", between))


def without_dates(text: str) -> str:
    """A text with each date as U+0001."""
    for found in reversed(list(dates.dates_in(text))):
        text = text[: found.start] + "\x01" + text[found.end :]
    return text


def marked(text: str) -> str:
    """A text with each date as U+0001 and each time as U+0002, so that patterns can see them."""
    text = without_dates(text)
    for found in reversed(list(dates.times_in(text))):
        text = text[: found.start] + "\x02" + text[found.end :]
    return text


def body_named(shown: str) -> str:
    """The body that a ``marked`` heading names, as printed; empty where it names none."""
    for pattern in _BODY_AFTER:
        for found in pattern.finditer(shown):
            rest = shown[found.end() :]
            end = _BODY_ENDS.search(rest)
            name = clean_body(rest[: end.start()] if end else rest)
            if name:
                return name
    minutes = _MINUTES.search(shown)
    before = re.sub(r"^\W+", "", shown[: minutes.start()]) if minutes else ""
    return clean_body(before) if TYPE.search(before) else ""


def clean_body(name: str) -> str:
    """A body's name without what is no part of it; empty where nothing is left."""
    name = re.sub(r"^(?:the|a)\s+", "", name.strip(" ,.:;–—-"), flags=re.IGNORECASE)
    name = re.sub(rf"^{_QUALIFIERS}minutes\s+(?:(?:of|for)\s+)?(?:the\s+)?{_QUALIFIERS}", "", name, flags=re.IGNORECASE)
    name = re.sub(rf"\s+{_QUALIFIERS}meeting(?:\s+(?:held|on|at))*$", "", name, flags=re.IGNORECASE).strip(" ,.:;–—-")
    return (
        ""
        if re.fullmatch(
            rf"(?:{_QUALIFIERS}meetings?|minutes|(?:sub-?)?committee|board|panel|held)?", name, re.IGNORECASE
        )
        or len(name) > 150
        else name
    )


def clean_place(place: str) -> str:
    """A place as the file holds it, without its article."""
    return re.sub(r"^(?:held\s+)?(?:the\s+)?", "", place.strip(" ,.;:–—-"), flags=re.IGNORECASE)


def folded(name: str) -> str:
    """The form under which two names of bodies are the same."""
    return " ".join(re.findall(r"[a-z0-9]+", name.lower().replace("’", "").replace("'", "")))


def cased(name: str) -> str:
    """A name in capitals as names are written: "PLANNING COMMITTEE" is "Planning Committee"."""
    if not name.isupper() or len(name) < 5:
        return name
    words = name.lower().split(" ")
    return " ".join(word if place and word in _LOWER else _capital(word) for place, word in enumerate(words))


def _capital(word: str) -> str:
    return re.sub(r"(?:^|(?<=[-(/&]))[a-z]", lambda found: found.group().upper(), word)
