"""A meeting from ModernGov's web service (``mgWebService.asmx``, GetMeeting), as XML.

Only the elements named here are read. The answer holds more: people's home addresses, telephone numbers and e-mail addresses
are never looked at. Its texts are HTML, escaped once or twice.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator

from lxml import etree

from minutebook.importers import dates, hypertext, published_item
from minutebook.importers.attendees import PrintedAttendee, attendance
from minutebook.importers.blocks import Reading, TextBlock
from minutebook.importers.characters import decode, one_line, tidy
from minutebook.importers.htmltree import LARGEST, Element, line_of, parse
from minutebook.importers.published_item import PublishedItem
from minutebook.importers.report import ReportLine
from minutebook.importers.title_line import MeetingFacts, title_blocks

_ANSWER = re.compile(r"\s*<.*?<(?:\w{1,20}:)?meetingdate\b", re.DOTALL)
_LISTS = frozenset({"getmeetings", "committeemeetings"})
_KNOWN = re.compile(r"agendaitem|(?:<|&lt;)(?:getmeetings|committeemeetings)\b")
_WRAPPED = re.compile(r"&lt;(?:\w{1,20}:)?meetingdate&gt;")
_PROLOGUE = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_TWICE = re.compile(r"&amp;(?=(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_NO_TIME = frozenset({"", "00:00", "00:00:00"})
_PREVIOUS = re.compile(r"Minutes\s*,\s*\d{1,2}/\d{1,2}/\d{4}\s+(?P<body>\S.*)")
"""How ModernGov calls the minutes of a body's last meeting, which are a document of the next."""
_ATTENDEE = ("name", "roledescription", "attendance", "representing")
"""The attributes of a person that are read; those for party and ward are facts of the register."""
_BODY = ("committeetitle", "committeename")


def recognises(content: bytes) -> bool:
    """Whether a document is an answer to GetMeeting."""
    text = decode(content)[0].lstrip()
    if not text.startswith("<"):
        return False
    return bool(_ANSWER.match(text[:20_000]) or _WRAPPED.search(text[:20_000])) and bool(_KNOWN.search(text))


def read(content: bytes) -> Reading | str:
    """The blocks of a meeting, or a sentence that says why there are none."""
    if len(content) > LARGEST:
        return f"it is larger than {LARGEST // 1_000_000} MB"
    text, said = decode(content)
    root = _tree(text) if text else said
    if isinstance(root, str):
        return root
    meeting = next((one.getparent() for one in root.iter() if _name(one) == "meetingdate"), None)
    if meeting is None:
        return "it names no meeting"
    if any(_name(one) in _LISTS for one in root.iter()):
        return "it is ModernGov's list of a committee's meetings (GetMeetings): ask the service for each meeting (GetMeeting)"
    report: list[ReportLine] = []
    facts = _facts(meeting, report)
    if isinstance(facts, str):
        return facts
    items = [_item(one) for one in meeting.iter() if _name(one) == "agendaitem"]
    if not any(item.is_minuted for item in items):
        return "no minutes or decisions of this meeting are published in it, only its agenda"
    if _text(meeting, "minutepublished").casefold() == "false":
        report.append(ReportLine(facts.line, "inferred", "the council has not published these minutes as minutes yet"))
    people = attendance(_attendees(meeting), facts.line, report)
    blocks, told = published_item.to_blocks(items)
    return Reading((*title_blocks(facts), *people, *blocks), (*report, *told))


# --- the answer ------------------------------------------------------------------------------------------------------


def _tree(text: str) -> Element | str:
    """The tree of the answer. No entity is resolved, nothing is fetched, and size and depth are bounded by the parser."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    markup = html.unescape(text) if _WRAPPED.search(text[:20_000]) else text
    try:
        root: Element = etree.fromstring(_PROLOGUE.sub("", markup, count=1).encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        return f"it is not well-formed XML ({one_line(str(error.msg))[:150]})"
    if root.getroottree().docinfo.internalDTD is not None:
        return "it declares a document type, as no answer of ModernGov does: it may have been tampered with"
    return root


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _child(element: Element, name: str) -> Element | None:
    return next((one for one in element if _name(one) == name), None)


def _text(element: Element, name: str) -> str:
    """The text of a child in one line; empty where there is no such child."""
    child = _child(element, name)
    return _plain(str(child.text or "")) if child is not None else ""


def _plain(text: str) -> str:
    """Text in one line, escaped entities read however often they were escaped."""
    for _ in range(3):
        text = html.unescape(text)
    return one_line(tidy(text))


# --- the meeting -----------------------------------------------------------------------------------------------------


def _facts(meeting: Element, report: list[ReportLine]) -> MeetingFacts | str:
    printed = _text(meeting, "meetingdate")
    date = next(dates.dates_in(printed), None)
    if date is None:
        return f"the date of the meeting could not be read: {printed!r}"
    line = line_of(meeting)
    start = _time(_text(meeting, "meetingactualstarttime")) or _time(_text(meeting, "meetingtime"))
    end = _time(_text(meeting, "meetingactualfinishtime"))
    return MeetingFacts(_body(meeting, line, report), date.date, start, end, _text(meeting, "meetinglocation"), line)


def _time(text: str) -> dt.time | None:
    found = (
        None
        if text in _NO_TIME
        else next(dates.times_in(text.removesuffix(":00") if text.count(":") > 1 else text), None)
    )
    return found.time if found else None


def _body(meeting: Element, line: int, report: list[ReportLine]) -> str:
    """The body that met. Older services do not name it, but a document that holds its last minutes does."""
    named = next((name for name in (_text(meeting, child) for child in _BODY) if name), "")
    if named:
        return named
    documents = (_text(one, "title") for one in meeting.iter() if _name(one) == "linkeddoc")
    found = next((match for title in documents if (match := _PREVIOUS.fullmatch(title))), None)
    if found is None:
        return ""
    said = "the service does not name the body that met; this was taken from the title of a document"
    report.append(ReportLine(line, "inferred", said, found.group()))
    return found["body"]


def _attendees(meeting: Element) -> Iterator[PrintedAttendee]:
    for one in meeting.iter():
        if _name(one) == "attendee":
            name, role, came, whom = (_plain(str(one.get(key, ""))) for key in _ATTENDEE)
            yield PrintedAttendee(name, role, came, whom, line_of(one))


# --- the items -------------------------------------------------------------------------------------------------------


def _item(element: Element) -> PublishedItem:
    title = _text(element, "agendaitemtitle")
    number = _number(_text(element, "minutesitemnumber")) or _number(_text(element, "fulldisplaynumberformat"))
    return PublishedItem(
        number=number or _number(_text(element, "agendaitemnumber")),
        title=title,
        line=line_of(element),
        minutes=_body_blocks(element, "minutesnonemptyhtmlbody"),
        decision=_body_blocks(element, "decisionnonemptyhtmlbody"),
        restricted=_text(element, "isrestricted").casefold() == "true",
    )


def _number(text: str) -> str:
    """A number as printed; the service's 0 is none."""
    return "" if text in {"0", "0."} else text.rstrip(".")


def _body_blocks(element: Element, name: str) -> tuple[TextBlock, ...]:
    """The blocks of an HTML text, whichever way it is escaped."""
    child = _child(element, name)
    if child is None:
        return ()
    markup = str(child.text or "")
    for _ in range(2):
        markup = markup if "<" in markup else html.unescape(markup)
    root = parse(_TWICE.sub("&", markup))
    if isinstance(root, str):
        return ()
    return tuple(hypertext.to_blocks(root, first_line=line_of(child), floor=3))
