"""The exact grammar of what a sentence of minutes cites: other minutes, meetings, and parts of the report before it.

    Minute 40 below · Minutes 56/23 and 58/23 · minutes 43 (Weir Street Bridge) and 44 · Minutes 12 to 14
    Minute 24 of the Cabinet · Minute 37 of Cabinet, held on 4 November 2025 · Cabinet Minute 24/25
    the Board at its meeting held on 13 September 2023 (their Minute 11/23 refers)
    presented to Cabinet on 28 August 2025 (Minute 18/25 refers)
    the minutes of the meeting held on 30 September · the Annual Meeting of the Council on 18 May 2023
    paragraph 1.8 of the report · Appendix 2 to the report

A minute without a body is one of the body that met, unless its sentence names another body before: then the text alone
does not say whose it is. "30 minutes", "the minutes of 3 March" and "Minute 3 March" cite no minute.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from minutebook.tables import dates
from minutebook.tables.naming import Mention, NamedText, Naming, named_text

Kind = Literal["minute", "meeting", "report"]

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = r"(?:[A-Za-z]{1,6}[/.-])?\d{1,6}[A-Za-z]?(?:[/-]\d{1,6}){0,3}(?:\.\d{1,3})?(?:\([a-z0-9]{1,4}\))?(?![\w£%])"
_NO_DATE = rf"(?! ?(?:st|nd|rd|th)?\b ?(?:of )?(?:{_MONTH}|seconds|minutes|hours|members|people|councillors|votes)\b)"
_HEAD = re.compile(
    rf"(?<![\d-] )(?<![\w-])(?P<whose>(?:their|its) )?(?P<word>minutes?|min\.|min(?= no))(?:(?: nos?\.| refs?\.) ?| nos? | numbers? | refs? | )(?P<number>{_NUMBER}){_NO_DATE}",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" \((?P<title>[A-Z](?:[^()]|\([^()]{0,80}\)){2,240})\)")
_NEXT = re.compile(
    rf"(?P<join>,? and |, | & |,? to | ?– ?)(?:minutes? )?(?P<number>{_NUMBER}){_NO_DATE}", re.IGNORECASE
)
_DIRECTION = re.compile(r",? (?P<way>above|below|of this meeting|at this meeting)\b", re.IGNORECASE)
_OF = re.compile(r",? (?:of|from|at) (?P<whose>the |its |their |a )?(?:last |previous |special |ordinary |annual )?")
_APPOSED = re.compile(r"(?:,|(?P<bracket> \()) ?(?:the )?")
_MEETING_WORD = re.compile(r"(?:['’]s?)? ?(?:meeting|minutes)\b(?: of (?:the )?)?")
_CAPITAL = r"[A-Z][\w'’-]*"
OTHER_NAME = re.compile(
    rf"(?:{_CAPITAL},? (?:(?:of|and|for|&) ){{0,2}}){{0,8}}?(?:Committee|Board|Panel|Forum|Commission|Council|Cabinet|Executive)"
    rf"\b(?! Member)(?: \(\d+\))?"
    rf"|{_CAPITAL}(?: (?:(?:of|and|for|&|the) ){{0,2}}{_CAPITAL}|, {_CAPITAL}(?=(?:,? {_CAPITAL}){{0,4}} and [A-Z])){{0,9}}"
)
"""A body or an office as printed, that may be in no register."""
_ON = re.compile(r",? ?\(?(?:which was )?(?:held )?(?:on |dated |of |at )?(?:the )?(?=\d|(?:\w{3,6}day)\b)")
_REFERS = re.compile(r",? refers?\b")
_DATE_BEFORE = re.compile(
    rf"(?:\w{{3,6}}day,? (?:the )?)?\b\d{{1,2}}(?:(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})(?:,? \d{{4}})?|([/.])\d{{1,2}}\1\d{{4}})$",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"(?:,? (?:at|from|in|of))?(?: (?:its|their|the|a))?(?: (?:last|previous|special|ordinary|annual))?"
    r"(?: (?:meeting|minutes))?(?: (?:which was )?held)?,?(?: (?:on|of|dated))?(?: the)? ?$"
)
_MEETING = re.compile(
    r"\b(?P<minutes>minutes of )?(?P<whose>the |its |their |an? )?(?:(?:last|previous|next|special|ordinary|extraordinary|annual"
    r"|general|public|first),? ){0,2}meetings?\b(?P<of> of (?:the )?)?"
    r"|\b(?P<of_body>minutes of (?:the )?)(?=[A-Z])"
    rf"|(?=(?:on|of) (?:\w{{3,6}}day,? )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH}),? \d{{4}})",
    re.IGNORECASE,
)
_HELD = re.compile(
    r",? (?:(?:which was|that was|to be) )?(?:held )?(?:on|of|dated) (?:the )?(?=\d|\w{3,6}day\b)", re.IGNORECASE
)
_PART = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|(?-i:[A-Z]{1,2})\d{0,2}\b)"
_REPORT = re.compile(
    rf"\b(?:paragraphs?|sections?|appendix|appendices|annex|annexes) (?P<number>{_PART}(?:(?: to |, | and | & |[–-]){_PART}){{0,6}})"
    r" (?:of|to|in) (?:the|this|that) (?:\w+ ){0,2}?report\b",
    re.IGNORECASE,
)
_WORTH_READING = re.compile(r"minute|\bmin\.|meeting|report\b|\d (?:" + _MONTH + r"),? 20", re.IGNORECASE)
_ON_DAY = re.compile(r"(?:on|of) ")
_OF_MEETING, _OF_DAY = (" ", " at ", " from ", " of ", ", at "), (" ", ", ")
_REACH = 120
"""How many characters are read after a phrase, so that the work stays in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text cites. ``body`` is an id, "" where it does not say whose; ``title`` is what it says the minute is about.

    ``same`` means a minute of the citing meeting ("above", "below"). ``evidence`` is the phrase as printed.
    """

    kind: Kind
    start: int
    evidence: str
    number: str = ""
    body: str = ""
    date: dt.date | None = None
    same: bool = False
    title: str = ""
    stated: bool = False  # the text itself says whose minute or meeting it is


@dataclass(frozen=True, slots=True)
class _Where:
    """What stands beside the numbers: whose minutes, of which day, and how far the phrase goes."""

    body: str | None  # None: nothing said
    date: dt.date | None
    end: int
    its: bool = False


def citations(text: str, names: Naming, own: str, day: dt.date) -> tuple[Citation, ...]:
    """All that a text in the minutes of the body ``own``, held on ``day``, cites; in the order printed."""
    if not _WORTH_READING.search(text):
        return ()
    read = named_text(names, text, own, day)
    found: list[Citation] = []
    done = 0
    for head in _HEAD.finditer(text):
        if head.start() >= done:
            minutes, done = _minutes(read, head)
            found += minutes
    spans = [(one.start, one.start + len(one.evidence)) for one in found]
    found += _outside(_meetings(read), spans)
    found += (Citation("report", m.start(), m.group(), m["number"]) for m in _REPORT.finditer(text))
    return tuple(sorted(found, key=lambda one: one.start))


def _outside(found: Iterator[Citation], spans: list[tuple[int, int]]) -> Iterator[Citation]:
    """Citations that are no part of another: "of Cabinet, held on 4 November" belongs to the minute before it."""
    n = 0
    for one in found:
        while n < len(spans) and spans[n][1] <= one.start:
            n += 1
        if n == len(spans) or one.start < spans[n][0]:
            yield one


def _minutes(read: NamedText, head: re.Match[str]) -> tuple[list[Citation], int]:
    """What one head cites, and where the phrase ends."""
    text = read.text
    numbers, end = _numbers(read, head)
    way = _DIRECTION.match(text, end)
    about = _ASIDE.match(text, way.end()) if way and len(numbers) == 1 else None
    if about:
        numbers = [(numbers[0][0], about["title"])]
    said = _Where(read.own, None, way.end()) if way else _beside(read, head, _after(read, end))
    refers = _REFERS.match(text, said.end)
    finish = refers.end() if refers else said.end
    body = read.own if said.body is None else said.body
    made = Citation("minute", head.start(), text[head.start() : finish], "", body, said.date, bool(way))
    stated = said.body is not None
    return [replace(made, number=number, title=title, stated=stated) for number, title in numbers], finish


def _numbers(read: NamedText, head: re.Match[str]) -> tuple[list[tuple[str, str]], int]:
    """Every number that a head opens, with the title in brackets after it, and where the list ends."""
    text = read.text
    found = [(head["number"], "")]
    end = head.end()
    plural = head["word"].lower() != "minute" or " nos" in head.group().lower()
    while True:
        aside = _ASIDE.match(text, end)
        if aside and aside.start("title") not in read.starts:  # "(Cabinet, 4 November)" is no title
            found[-1], end = (found[-1][0], aside["title"]), aside.end()
        step = _NEXT.match(text, end)
        if not step or not (plural or "/" in step["number"]):
            return found, end
        if step["join"].strip(" ,") in {"to", "–"}:
            found += ((number, "") for number in _between(found[-1][0], step["number"]))
        found.append((step["number"], ""))
        end = step.end()


def _between(first: str, last: str) -> list[str]:
    """The numbers between two ends, "12 to 14/25" too; none where they are not ends of one short run."""
    low, high = first.partition("/")[0], last.partition("/")[0]
    if not (low.isdecimal() and high.isdecimal() and 0 < int(high) - int(low) < 50):
        return []
    return [f"{number}{last[len(high) :]}" for number in range(int(low) + 1, int(high))]


def _after(read: NamedText, end: int) -> _Where:
    """What follows the numbers: "of the Audit Committee, held on 4 November 2025"."""
    of = _OF.match(read.text, end)
    if not of:
        return _apposed(read, end)
    at, body, its = of.end(), None, False
    meeting = _MEETING_WORD.match(read.text, at)
    if meeting:
        its, at = (of["whose"] or "") in {"its ", "their "}, meeting.end()
    mention = read.starts.get(at)
    other = None if mention else OTHER_NAME.match(read.text, at)
    if mention:
        again = _MEETING_WORD.match(read.text, mention.end)
        body, at = mention.body, again.end() if again else mention.end
    elif other and not its and not re.match(_MONTH, other.group()):
        body, at = "", other.end()  # a body that is in no register
    elif not meeting:
        return _Where(None, None, end)
    date, finish = _date(read, at)
    return _Where(body, date, finish, its)


def _apposed(read: NamedText, end: int) -> _Where:
    """A day, or a body and its day, after a comma or in brackets; a body without a day begins what follows the comma."""
    opened = _APPOSED.match(read.text, end)
    mention = read.starts.get(opened.end()) if opened else None
    if opened and mention:
        date, finish = _date(read, mention.end)
        if date or opened["bracket"]:
            return _Where(mention.body, date, finish + read.text.startswith(")", finish))
    date, finish = _date(read, end) if read.text.startswith(", ", end) else (None, end)
    return _Where(None, date, finish)


def _date(read: NamedText, at: int) -> tuple[dt.date | None, int]:
    on = _ON.match(read.text, at)
    if on:
        found, length = dates.read(read.text[on.end() : on.end() + _REACH], read.day)
        if len(found) == 1:
            return found[0], on.end() + length
    return None, at


def _beside(read: NamedText, head: re.Match[str], after: _Where) -> _Where:
    """The body and the day that stand before the numbers, in brackets: "Cabinet on 28 August 2025 (Minute 18 refers)"."""
    start = head.start()
    if after.body is not None and after.date:
        return after
    opened = start > 0 and read.text[start - 1] == "("
    after_comma = read.text.startswith(", ", start - 2) if start > 1 else False
    edge = start - 1 if opened else start - 2 if after_comma else start
    edge -= read.text[max(0, edge - 1) : edge] == " "
    date, glued = _ends_with_date(read, edge) if opened or after_comma else (None, edge)
    body = after.body
    if body is None:
        adjacent = read.ends.get(glued) if date or not after_comma else None
        others = read.bodies(read.sentence(start), start) - {read.own}
        if adjacent:
            body = adjacent.body
        elif (head["whose"] and not after.its) or (opened and others):
            body = ""
    return replace(after, body=body, date=after.date or date)


def _ends_with_date(read: NamedText, edge: int) -> tuple[dt.date | None, int]:
    """The day in which a text ends at ``edge``, and where what stands before "at its meeting held on" it ends."""
    tail = read.text[max(0, edge - 40) : edge]
    match = _DATE_BEFORE.search(tail)
    if not match:
        return None, edge
    found, _ = dates.read(match.group(), read.day)
    left = edge - len(tail) + match.start()
    glue = _GLUE.search(read.text[max(0, left - 80) : left])
    return (found[0] if len(found) == 1 else None), left - (len(glue.group()) if glue else 0)


def _meetings(read: NamedText) -> Iterator[Citation]:
    """Meetings by their day: "the meeting held on 30 September", "Cabinet at their meeting on 11 June 2024"."""
    done = 0
    for match in _MEETING.finditer(read.text):
        at, start = match.end(), match.start()
        if start < done:
            continue
        before = _body_before(read, start, _OF_MEETING if match.group() else _OF_DAY)
        mention = read.starts.get(at) if match["of"] or match["of_body"] else None
        if match["of_body"] and not mention:
            continue
        unknown = OTHER_NAME.match(read.text, at) if match["of"] and not mention else None
        if mention or match["of"]:
            at = mention.end if mention else unknown.end() if unknown else at - len(match["of"])
        held = (_HELD if match.group() else _ON_DAY).match(read.text, at)
        if not held or not (match.group() or before):
            continue
        found, length = dates.read(read.text[held.end() : held.end() + _REACH], read.day)
        end = held.end() + length
        if not (match["minutes"] or match["of_body"]) and not re.search(r"\d{4}", read.text[held.end() : end]):
            continue  # a day to come may be meant
        body = "" if unknown else _met(read, start, (match["whose"] or "").strip().lower(), mention or before)
        first = before.start if before else start
        yield from (Citation("meeting", first, read.text[first:end], "", body, date) for date in found)
        done = end


def _body_before(read: NamedText, start: int, joins: tuple[str, ...]) -> Mention | None:
    """The body that is named just before "meeting", or before a day."""
    found = (read.ends.get(start - len(join)) for join in joins if read.text.startswith(join, start - len(join)))
    return next((mention for mention in found if mention), None)


def _met(read: NamedText, start: int, whose: str, beside: Mention | None) -> str:
    if beside:
        return beside.body
    among = read.bodies(read.sentence(start), start) if whose in {"its", "their"} else set()
    return among.pop() if len(among) == 1 else "" if among else read.own
