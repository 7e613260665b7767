"""How minutes end: "(Meeting closed at 12.20pm)" in its variants, and what stands after it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importers import apologies, dates, furniture, persons
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine

_VERB = r"(?:closed?|closing|closure|ended|finished|concluded|terminated|rose|adjourned|end|finish)"
_SUBJECT = re.compile(
    r"\W*(?:note:\s+)?(?:the\s+)?(?:public\s+)?(?:(?:meeting|committee|board|cabinet|panel|council|business|session|proceedings)\b|(?:deputy |vice[- ])?(?:chair\w*|(?:lord |town )?mayor|councillor)\b)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"\W*(?:there being|no (?:further|other) business|with|as there|since|having)\b", re.IGNORECASE)
_BARE = re.compile(
    rf"\W*(?:(?:end|close|conclusion|termination) of (?:the )?meeting\b|{_VERB}\s*(?:at\b|:|-|–)|(?:time of )?(?:finish|closure|close)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(rf"\.\s+[^.]*\bmeeting\b[^.]*\b{_VERB}\b[^.]*\.?[^.]*\.?\W*$", re.IGNORECASE)
_SURE = re.compile(
    rf"\(|\W*(?:note:\s+)?(?:the\s+)?meeting\s+(?:was\s+)?{_VERB}\b|\W*(?:end|close) of (?:the )?meeting\b",
    re.IGNORECASE,
)
_WITHOUT_HOUR = re.compile(rf"\W*(?:note:\s+)?(?:the\s+)?meeting\b[^.]{{0,40}}\b{_VERB}\b", re.IGNORECASE)
_LONGEST = 300
"""Characters of a line that closes the meeting; of a longer text, its first sentence may."""
_SHORT = 80
"""Characters of a line after the end that is no text: a name, a place to sign, a date."""
_VERB_AT = re.compile(rf"\b{_VERB}\b", re.IGNORECASE)
_NOT_THE_END = re.compile(
    r"\breconven|\bresum|\badjourned (?:until|to|for|while|briefly|in order)|\bclosed to\b|\bclosed the (?:debate|public|item|discussion|nominations)|"
    r"\b(?:close|end) of (?:the )?(?:debate|year|financial)|\bperiod\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the )?(?:deputy |vice[- ]|presiding )?(?:chair(?:man|person|woman)?|(?:lord |town )?mayor|member)\b(?:,| of)?"
    r"(?: (?:the )?[\w ]*(?:council|committee|board|cabinet|panel|meeting))?\W*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:signed|chair(?:man|person)?|dated?)\b[\s:]*(?:_{3,}|\.{4,}|…).*$", re.IGNORECASE)
_START_AT = re.compile(r"\b(?:started|commenced|began|opened)(?: at)?\b", re.IGNORECASE)
_NEXT = re.compile(r"\bnext (?:\w+ ){0,3}meetings?\b|\b(?:future|forthcoming) meetings?\b", re.IGNORECASE)
_CLOSING_TITLE = re.compile(
    r"\b(?:clos(?:e|ure|ing)|end|conclusion|termination) (?:of|the)\b|^(?:close|closure|closing|end)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Closing:
    """``place`` is the block after the minutes' last; ``end`` the time at which the meeting closed."""

    place: int
    end: dt.time | None = None
    start: dt.time | None = None  # where the closing line says when it began too
    report: tuple[ReportLine, ...] = ()


def find(
    blocks: Sequence[TextBlock], first: int, title: str, start: dt.time | None, before: TextBlock | None = None
) -> Closing:
    """The end of the last item, whose text begins at ``first``. A closing line that is all the item says stays in it, and so
    does one that is the last of the item ``before``, where the last only says when the next meeting is.
    """
    close = _closing_place(blocks, first)
    if close is None:
        end = len(blocks)
        while end > first and _is_place_to_sign(printed(blocks[end - 1])):
            end -= 1
        closed = before if before and _NEXT.search(title) and ends_meeting(before) else None
        time, guess = _time(printed(closed), start) if closed else (None, "")
        said = (ReportLine(closed.line, "inferred", guess, printed(closed)),) if closed and guess else ()
        return Closing(end, time, None, (*said, *_tail(blocks[end:])))
    text = printed(blocks[close])
    time, guess = _time(text, start)
    report = [ReportLine(blocks[close].line, "inferred", guess, text)] if guess else []
    stays = close == first or bool(_CLOSING_TITLE.search(title)) or not _whole(text)
    place = close + 1 if stays else close
    if not stays:
        report.append(
            ReportLine(blocks[close].line, "dropped", "the closing line; its time is in the front matter", text)
        )
    return Closing(place, time, _began(text), (*report, *_tail(blocks[close + 1 :])))


def _closing_place(blocks: Sequence[TextBlock], first: int) -> int | None:
    """The last block that says that the meeting closed. One that says it only by the way must have no text after it."""
    quiet = True
    for place in range(len(blocks) - 1, first - 1, -1):
        block = blocks[place]
        if _closes(block) and (quiet or _SURE.match(block.text)):
            return place
        quiet = quiet and len(printed(block)) <= _SHORT
    return None


def ends_meeting(block: TextBlock) -> bool:
    """Whether a block says that the meeting closed, for good: what follows it is none of its minutes, unless they go on."""
    text = block.text
    for_good = _SURE.match(text) or _LEAD_IN.match(text) or _BARE.match(text) or re.search(r"\bmeeting\b", text)
    return bool(for_good) and _closes(block) and "adjourn" not in text.lower()


def _closes(block: TextBlock) -> bool:
    """Whether a block says that the meeting closed."""
    text = block.text if len(block.text) <= _LONGEST else next(apologies.sentences(block.text), "")
    if (
        block.kind not in {"paragraph", "heading"}
        or len(text) > _LONGEST
        or not _VERB_AT.search(text)
        or _NOT_THE_END.search(text)
    ):
        return False
    if _BARE.match(text) or _LEAD_IN.match(text) or _LATER.search(text):
        return _hour(text)
    subject = _SUBJECT.match(text)
    return bool(subject) and (_hour(text) or bool(_WITHOUT_HOUR.match(text)))


def _hour(text: str) -> bool:
    return next(dates.times_in(text), None) is not None


def _whole(text: str) -> bool:
    """Whether a closing line says nothing else: one sentence, or one bracket."""
    unsigned = _SIGNED.sub("", text).strip()
    return not re.search(r"[.!?]\s+[A-Z]", re.sub(r"\b[ap]\.m\.", "", unsigned)) or text.startswith("(")


def _time(text: str, start: dt.time | None) -> tuple[dt.time | None, str]:
    """The time after the verb, else the last; an hour without am or pm is taken to be the first one after the start."""
    verb = [found.end() for found in _VERB_AT.finditer(text)]
    times = list(dates.times_in(text))
    after = [time for time in times if verb and time.start >= verb[-1]] or times[-1:]
    if not after:
        return None, ""
    time = after[0].time
    if not after[0].sure and start and time < start and time.hour < 12:
        later = dt.time(time.hour + 12, time.minute)
        return later, f"the time of closing was taken to be {later:%H:%M}"
    return time, ""


def _began(text: str) -> dt.time | None:
    """When the meeting began, where the line that closes it says so: "started at 10.30 am and finished at 12.45 pm"."""
    found = _START_AT.search(text)
    times = list(dates.times_in(text)) if found else []
    return next((time.time for time in times if found and time.start >= found.end()), None) if len(times) > 1 else None


def _is_place_to_sign(text: str) -> bool:
    """Whether a line at the very end is for the signature, although nothing says that the meeting closed."""
    return furniture.is_signature(text, closed=False) or (text.isupper() and bool(_OFFICE.fullmatch(text)))


def _signs(text: str) -> bool:
    """Whether a line can be one of a place to sign: blanks, an office and its body, a name, a day."""
    if furniture.is_signature(text, closed=True):
        return True
    if len(text) > _SHORT:
        return False
    short = not re.search(r"[.:;]\s", text.replace("Cllr. ", ""))
    dated = len(text) <= 30 and next(dates.dates_in(text), None) is not None
    named = _OFFICE.fullmatch(text) or persons.is_surely_person(text)
    return short and bool(dated or named)


def _tail(blocks: Sequence[TextBlock]) -> list[ReportLine]:
    """What stands after the end: places to sign, and whatever else there is."""
    report = []
    signed = all(_signs(printed(block)) for block in blocks)
    for block in blocks:
        text = printed(block)
        if signed or furniture.is_signature(text, closed=True):
            report.append(ReportLine(block.line, "dropped", "a place to sign", text))
        elif text:
            report.append(ReportLine(block.line, "unplaced", "this stands after the end of the meeting", text))
    return report
