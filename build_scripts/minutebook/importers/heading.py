"""What the head of minutes says of the whole meeting: which body met, on which day, from when, and where.

Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025
At a meeting of the Planning Committee held in the Council Chamber on 4th November 2025, commencing at 6pm
EXAMPLE PARISH COUNCIL / Minutes of the Annual Meeting / 4 November 2025 / Venue: Village Hall
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from minutebook.importers import dates, evidence, heading_fields, titles
from minutebook.importers.blocks import TextBlock, printed
from minutebook.importers.report import ReportLine

_OPENS = re.compile(
    r"\bminutes\b.*\b(?:of|from|for)\b|\bmeetings?\s+of\b|\bminutes\b|\bmeeting\b.*\bheld\b|\bat\s+a\s+meeting\b",
    re.IGNORECASE,
)
_MINUTES_OF = re.compile(r"(?:the )?(?:(?:draft|unconfirmed|provisional) )?minutes of\b", re.IGNORECASE)
_PLACE_WORD = re.compile(
    r"\b(?:chamber|hall|house|room|rooms|centre|church|suite|school|library|guildhall|building|offices?|pavilion|club|institute|theatre|"
    r"court|online|virtual(?:ly)?|remote(?:ly)?|teams|zoom|hub|museum|college)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"^.{3,60}\b(?:council|authority)['’]s\s+(?=.*\b(?:committee|board|panel|cabinet|forum)\b)", re.IGNORECASE
)
_OWNED = re.compile(
    r"^(?P<body>.*\b(?:committee|board|panel|cabinet|forum))(?:\s+of\s+(?:the\s+)?|,\s+)"
    r"(?:[\w'’ .&-]{3,60}\b(?:council|authority)|(?:london |royal )*borough of [\w'’ .&-]{3,40})$",
    re.IGNORECASE,
)
"""Whose a body is, where that stands before its name: "Example Town Council's Planning Committee"."""
_BEGAN = re.compile(
    r"\b(?:opened|began|started|commenced) the meeting\b|\bmeeting (?:was )?(?:opened|began|started|commenced)\b|\bmeeting open(?:ed)? at\b",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(r"^(?:(?:place|venue)\s+(?=[A-Z])|(?:held\s+)?(?:in|at)\s+)", re.IGNORECASE)
_LONGEST = 400
"""Characters that a block of the heading may have."""
_STOPS = re.compile(r"present\b|members\b|attendance\b|in attendance\b|apologies\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What was read; ``used`` are the places of the blocks that hold it. An empty body or no date: it was not found."""

    body: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    title: str = ""  # as printed
    line: int = 0
    used: frozenset[int] = frozenset()
    report: tuple[ReportLine, ...] = ()


def read(blocks: Sequence[TextBlock], known: Collection[str] = ()) -> Heading:
    """The heading at the front of a document. ``known`` are names of bodies in the council's register."""
    met = next((place for place, block in enumerate(blocks) if evidence.says_who_met(block)), len(blocks))
    dated = any(next(dates.dates_in(block.text), None) for block in blocks[:met])
    heading = _from_title(blocks[:met] if dated else blocks)
    for place, name, value in heading_fields.read(blocks):
        heading = _with_field(heading, place, name, value)
    if not heading.date:
        heading = _with_bare_date(heading, blocks)
    if not heading.body:
        heading = _with_bare_body(heading, blocks, known)
    heading = _with_afternoon(heading if heading.start else _with_opening(heading, blocks), blocks)
    return replace(
        heading,
        body=_whole(titles.cased(_OWNER.sub("", heading.body))),
        place=titles.cased(heading.place),
        report=heading.report + _doubts(heading, blocks),
    )


def _whole(body: str) -> str:
    """A body's name without its council's; one that is that of its place alone is its meeting: the parish meeting."""
    body = _OWNED.sub(r"\g<body>", body)
    return f"{body} Meeting" if re.fullmatch(r"(?:annual )?parish", body, re.IGNORECASE) else body


def _from_title(blocks: Sequence[TextBlock]) -> Heading:
    """The facts in the sentence that says whose minutes these are, be it broken over several blocks."""
    read = [_title_at(blocks, place) for place, block in enumerate(blocks) if _opens(block)]
    first = next((one for one in read if one.date), read[0] if read else Heading())
    fuller = [one for one in read if one.date == first.date and _told(one) > _told(first)]
    return min(fuller, key=lambda one: (-_told(one), len(one.title)), default=first)


def _told(heading: Heading) -> int:
    """How many facts a title tells: of two with one date, that which tells more is the title of the minutes."""
    return sum(map(bool, (heading.body, heading.start, heading.place)))


def _title_at(blocks: Sequence[TextBlock], opening: int) -> Heading:
    """The same facts in the sentence that begins with a block; a line above it that says less is none of it."""
    for place in range(opening + 1, min(opening + 4, len(blocks))):
        if next(dates.dates_in(blocks[place - 1].text), None):
            break
        if _MINUTES_OF.match(blocks[place].text) and _opens(blocks[place]) and not blocks[place].text.endswith("."):
            opening = place
    window = blocks[opening : opening + 6]
    ends = [
        place
        for place, block in enumerate(window)
        if place
        and (
            block.kind == "row"
            or block.label
            or _STOPS.match(block.text)
            or len(block.text) > _LONGEST
            or heading_fields.is_field(block)
        )
    ]
    window = window[: ends[0]] if ends else window
    dated = next((place for place, block in enumerate(window) if next(dates.dates_in(printed(block)), None)), 0)
    kept = [printed(block) for block in window[: dated + 1]]
    used = frozenset(range(opening, opening + len(kept)))
    said = titles.facts(" ".join(kept))
    heading = Heading(
        said.body,
        said.date,
        said.start,
        said.end,
        said.place,
        title=" ".join(kept),
        line=blocks[opening].line,
        used=used,
    )
    return _with_neighbours(heading, opening + len(kept), window[dated + 1 :])


def _with_neighbours(heading: Heading, first: int, blocks: Sequence[TextBlock]) -> Heading:
    """Times and the place where they stand in lines of their own after the sentence."""
    for place, block in enumerate(blocks, first):
        times = list(dates.times_in(block.text))
        marked = titles.marked(block.text)
        if times and re.fullmatch(
            r"(?:(?:at|from|to|until|commencing|start(?:ing)?|held)\b|[\x02\s:–—-])+", marked, re.IGNORECASE
        ):
            end = times[1].time if len(times) > 1 else None
            heading = replace(
                heading, start=heading.start or times[0].time, end=heading.end or end, used=heading.used | {place}
            )
        elif (
            not heading.place
            and len(block.text) < 120
            and _PLACE_WORD.search(block.text)
            and not re.search(r"[.:]\s", block.text)
        ):
            said = ReportLine(block.line, "inferred", "this line was taken to be the place of the meeting", block.text)
            said_place = titles.facts(block.text).place
            held = said_place or _BEFORE_PLACE.sub("", block.text)
            if times:
                held = re.sub(r",?\s+(?:at|from|commencing(?: at)?)\s+\d.*$", "", held, flags=re.IGNORECASE)
            heading = replace(
                heading, place=titles.clean_place(held), start=heading.start or (times[0].time if times else None),
                used=heading.used | {place}, report=(*heading.report, said),
            )  # fmt: skip
        else:
            break
    return heading


def _opens(block: TextBlock) -> bool:
    return block.kind in {"paragraph", "heading"} and len(block.text) <= _LONGEST and bool(_OPENS.search(block.text))


# --- facts with labels, and facts that stand alone -------------------------------------------------------------------


def _with_field(heading: Heading, place: int, name: str, value: str) -> Heading:
    used = heading.used | {place}
    if not value:
        return replace(heading, used=used)
    date, times = next(dates.dates_in(value), None), list(dates.times_in(titles.without_dates(value)))
    if re.match(r"venue|place|location|held|where", name):
        return replace(heading, place=heading.place or titles.clean_place(value), used=used)
    if re.match(r"committee|body|meeting|name", name):
        return replace(heading, body=heading.body or titles.clean_body(value), used=used)
    if re.match(r"end|time (?:ended|closed)", name):
        return replace(heading, end=heading.end or (times[0].time if times else None), used=used) if times else heading
    if not date and not times:
        return heading
    return replace(
        heading,
        date=heading.date or (date.date if date else None),
        start=heading.start or (times[0].time if times else None),
        end=heading.end or (times[1].time if len(times) > 1 else None),
        used=used,
    )


def _with_bare_date(heading: Heading, blocks: Sequence[TextBlock]) -> Heading:
    """The first date in the front that stands in a short line of its own, and times and place beside it."""
    for place, block in enumerate(blocks):
        if len(block.text) > 200 or not next(dates.dates_in(block.text), None):
            continue
        facts = titles.facts(block.text)
        found = replace(
            heading,
            date=facts.date,
            start=heading.start or facts.start,
            end=heading.end or facts.end,
            place=heading.place or facts.place,
            title=heading.title or block.text,
            line=heading.line or block.line,
            used=heading.used | {place},
            body=heading.body or (facts.body if titles.TYPE.search(facts.body) else ""),
        )
        return _with_neighbours(found, place + 1, blocks[place + 1 : place + 4])
    return heading


def _with_bare_body(heading: Heading, blocks: Sequence[TextBlock], known: Collection[str]) -> Heading:
    """A line of its own that names a body: one in the register, else one that calls itself a committee, a board …"""
    names = {titles.folded(name) for name in known}
    lines = [
        (place, titles.clean_body(re.split(r"[\x01\x02]|\s[–—-]\s", titles.marked(block.text))[0]))
        for place, block in enumerate(blocks)
        if len(block.text) < 150 and sum(map(bool, block.cells)) < 2
    ]
    registered = [line for line in lines if titles.folded(line[1]) in names]
    called = [
        line for line in lines
        if titles.TYPE.search(line[1]) and not re.search(r"[.!?]\s|:", line[1]) and not _PLACE_WORD.search(line[1])
    ]  # fmt: skip
    specific = [line for line in called if not re.search(r"\bcouncil$", line[1], re.IGNORECASE)]
    whole = [line for line in called if re.fullmatch(r"(?:full )?council", line[1], re.IGNORECASE)]
    for place, name in (*registered, *specific, *whole, *called):
        said = ReportLine(blocks[place].line, "inferred", "this line was taken to name the body that met", name)
        title = heading.title if len(heading.title) > 60 else f"{name} {heading.title}".strip()
        used = heading.used | {place}
        return replace(heading, body=name, title=title, used=used, report=(*heading.report, said))
    return heading


def _with_opening(heading: Heading, blocks: Sequence[TextBlock]) -> Heading:
    """The time at which the meeting is told to have begun: "The Chair opened the meeting at 7pm"."""
    told = next((block for block in blocks if len(block.text) < 200 and _BEGAN.search(block.text)), None)
    time = next(dates.times_in(told.text), None) if told else None
    return replace(heading, start=time.time) if time else heading


def _with_afternoon(heading: Heading, blocks: Sequence[TextBlock]) -> Heading:
    """An hour from 1 to 7 without am or pm is one of the afternoon or evening: no council meets before eight."""
    start = heading.start
    if start is None or not 1 <= start.hour <= 7:
        return heading
    for place in sorted(heading.used):
        text = titles.without_dates(blocks[place].text)
        for time in dates.times_in(text):
            if time.time == start and not time.sure and text[time.start] != "0":
                later, end = start.replace(hour=start.hour + 12), heading.end
                end = end.replace(hour=end.hour + 12) if end and end < later and end.hour < 12 else end
                told = f"the meeting was taken to begin in the afternoon or evening, at {later:%H:%M}"
                said = ReportLine(blocks[place].line, "inferred", told, blocks[place].text)
                return replace(heading, start=later, end=end, report=(*heading.report, said))
    return heading


def _doubts(heading: Heading, blocks: Sequence[TextBlock]) -> tuple[ReportLine, ...]:
    for place in sorted(heading.used):
        for date in dates.dates_in(blocks[place].text):
            if date.date == heading.date and date.weekday_is_wrong:
                said = f"the weekday printed is wrong: {date.date:%-d %B %Y} was a {date.date:%A}"
                return (ReportLine(blocks[place].line, "inferred", said, blocks[place].text),)
    return ()
