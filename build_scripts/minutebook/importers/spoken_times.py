"""Hours of the day in words: "7 o'clock", "half past seven in the evening", "six thirty pm", "1900 hours"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {
    **{word: number for number, word in enumerate(_NUMBERS, 1)},
    "quarter": 15,
    "a quarter": 15,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
    "half": 30,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "forty five": 45,
    "fifty": 50,
}
_HOUR = rf"(?:{'|'.join(_NUMBERS)}|1[0-2]|0?[1-9])"
_PART = r"(?:\s*(?P<half>[ap]\.?\s?m\b\.?)|,?\s+(?:in the|this|that)\s+(?P<part>morning|afternoon|evening))"
_SPOKEN = re.compile(
    rf"\b(?:(?P<clock>{_HOUR})\s*o\s?['’‘`]\s?clock(?:{_PART})?"
    rf"|(?P<minutes>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|[1-5]\d|[1-9])(?:\s+minutes?)?\s+(?P<way>past|to)\s+(?P<near>{_HOUR})\b"
    rf"(?:\s*o\s?['’‘`]\s?clock)?(?:{_PART.replace('half', 'half2').replace('part>', 'part2>')})?"
    rf"|(?P<hour>{'|'.join(_NUMBERS)})(?:\s+(?P<after>fifteen|twenty|thirty|forty[- ]five|forty|fifty))?"
    rf"(?:{_PART.replace('half', 'half3').replace('part>', 'part3>')})"
    r"|(?<![\d./])(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)\s*(?:hours|hrs)\b)",
    re.IGNORECASE,
)
_CLOCKED = re.compile(r"clock|\bpast\b|\bto\b|[ap]\.?\s?m\b|hours|hrs|morning|afternoon|evening", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time in words, and where it stands. ``sure``: morning or afternoon is said."""

    time: dt.time
    start: int
    end: int
    sure: bool


def spoken_in(text: str) -> Iterator[Spoken]:
    """Every hour of the day that a text says in words, in order. "Ten to one" alone may be a vote, and is none."""
    if not _CLOCKED.search(text):
        return
    for found in _SPOKEN.finditer(text):
        if found["military"]:
            time = dt.time(int(found["military"][:2]), int(found["military"][2:]))
            yield Spoken(time, found.start(), found.end(), sure=True)
            continue
        half = (found["half"] or found["half2"] or found["half3"] or "")[:1].lower()
        part = (found["part"] or found["part2"] or found["part3"] or "").lower()
        if found["way"] and found["way"].lower() == "to" and not _is_time(found, half or part):
            continue
        hour, minute = _hour_and_minute(found)
        late = half == "p" or part in {"afternoon", "evening"}
        early = half == "a" or part == "morning"
        hour = hour % 12 + 12 * late if late or early else hour
        yield Spoken(dt.time(hour, minute), found.start(), found.end(), sure=late or early)


def _is_time(found: re.Match[str], said: str) -> bool:
    """Whether "ten to one" tells the time: minutes are named, or the hour is one of a clock or of a part of the day."""
    return bool(said) or bool(re.search(r"quarter|minute|clock", found.group(), re.IGNORECASE))


def _hour_and_minute(found: re.Match[str]) -> tuple[int, int]:
    hour = _number(found["clock"] or found["near"] or found["hour"])
    minute = _number(found["minutes"] or found["after"] or "0")
    return ((hour - 2) % 12 + 1, 60 - minute) if found["way"] and found["way"].lower() == "to" else (hour, minute)


def _number(word: str) -> int:
    low = " ".join(word.lower().split())
    return int(low) if low.isdecimal() else _MINUTES.get(low) or _NUMBERS.index(low) + 1
