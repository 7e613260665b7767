"""A meeting's page in ModernGov, saved from the browser: ``ieListDocuments.aspx``.

Its head names the body and the day; a table holds the items, each with the text of the agenda, and below "Decision:" and
"Minutes:" what was decided and said. Who met stands on another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutebook.importers import dates, hypertext, published_item, titles
from minutebook.importers.attendees import PrintedAttendee, attendance
from minutebook.importers.blocks import Reading, TextBlock, printed
from minutebook.importers.characters import one_line
from minutebook.importers.htmltree import Element, classes, line_of, name_of
from minutebook.importers.published_item import PublishedItem
from minutebook.importers.report import ReportLine
from minutebook.importers.title_line import MeetingFacts, title_blocks

_FURNITURE = frozenset({"mgFileSize", "mgHide"})
_PARTS = frozenset({"mgAiTitleTxt", "mgSubItemTitleTxt", "mgWordPara", "mgBulletList", "mgActionList"})
_FULL_TEXT = re.compile(r"view the full (?P<part>\w+) text for", re.IGNORECASE)
_RESTRICTED = re.compile(r"\breasons why item\b.{0,40}\brestricted\b", re.IGNORECASE | re.DOTALL)
_SIZE = re.compile(r"(?<!\s)\s*\bPDF\s+[\d.]+\s*[KMG]B\s*$")
_KIND = re.compile(
    r"^(?:(?:printed |draft )?(?:agenda|minutes|decisions?)(?:, | and )?)+ (?:for|of) (?=\S)", re.IGNORECASE
)
"""What newer pages print before the body's name: "Agenda and minutes for Cabinet on Tuesday 4 November 2025"."""
_OTHER_PAGES = (
    (re.compile(r"agenda item\b", re.IGNORECASE), "one item of a meeting"),
    (re.compile(r"(?:meeting )?attendance\b", re.IGNORECASE), "who attended a meeting"),
    (re.compile(r"(?:decision|issue)\b", re.IGNORECASE), "one decision"),
)
"""How ModernGov heads the pages that are about less than a meeting."""
_CANCELLED = re.compile(r"\b(?:cancelled|postponed|abandoned)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Found:
    """The parts of an item as they are met."""

    number: str
    line: int
    title: str = ""
    parts: dict[str, list[TextBlock]] = field(default_factory=dict)
    cut: str = ""
    restricted: bool = False


def is_meeting(root: Element) -> bool:
    """Whether a page is a meeting's page."""
    return next(_number_cells(root), None) is not None or (
        any("mgSubTitleTxt" in classes(one) for one in root.iter("h2"))
        and any(one.get("id") == "modgov" for one in root.iter("div"))
    )


def read(root: Element) -> Reading | str:
    """The blocks of a meeting's page, or a sentence that says why there are none."""
    head = _head(root)
    heading = _KIND.sub("", hypertext.words_of(head)) if head is not None else ""
    report: list[ReportLine] = []
    items = [_item(cell, report) for cell in _number_cells(root)]
    if not items and (other := _other_page(root)):
        return f"it is the page of {other} in ModernGov: save the page of the whole meeting, with all its items, and import that"
    if not any(item.is_minuted for item in items):
        if _CANCELLED.search(heading):
            return "it is the page of a meeting that did not take place"
        return "it is the page of a meeting of which no minutes or decisions are published, only its agenda"
    line = line_of(head) if head is not None else 1
    people = attendance(_attendees(root), line, report)
    front = [*_title(heading, line, _venue(root, report)), *people]
    blocks, said = published_item.to_blocks(items)
    left = (
        "the menus, links to documents and labels ('Minutes:', 'Decision:') of the page around the text of the minutes"
    )
    report.append(ReportLine(0, "dropped", left))
    if not people:
        missing = "the page does not say who met: ModernGov prints that on a page of its own, 'Attendance details'"
        report.append(ReportLine(0, "unplaced", missing))
    return Reading((*front, *blocks), (*report, *said))


# --- the head of the page --------------------------------------------------------------------------------------------


def _head(root: Element) -> Element | None:
    """The heading that names the body and the day: the second on most pages, the first or the page's own title on others."""
    headings = [one for one in root.iter("h2", "h1") if classes(one) & {"mgSubTitleTxt", "mgMainTitleTxt"}]
    headings.sort(key=lambda one: "mgSubTitleTxt" not in classes(one))
    dated = (one for one in (*headings, *root.iter("title")) if next(dates.dates_in(_words(one)), None))
    return next(dated, headings[0] if headings else None)


def _words(element: Element) -> str:
    return one_line(" ".join(map(str, element.itertext())))


def _other_page(root: Element) -> str:
    """What a page is about that is no meeting's; empty where it is not known."""
    said = next((_words(one) for one in root.iter("h1") if _words(one)), "")
    return next((what for pattern, what in _OTHER_PAGES if pattern.match(said)), "")


def _title(heading: str, line: int, place: str) -> list[TextBlock]:
    """The facts in "Cabinet - Tuesday, 4th November, 2025 2.00 pm"."""
    day = next(dates.dates_in(heading), None)
    if day is None:
        return [TextBlock("heading", heading, level=1, line=line, last_line=line)] if heading else []
    times = list(dates.times_in(titles.without_dates(heading)))
    body = re.sub(r"[\s,–—-]+(?:on[\s,]*)?$", "", heading[: day.start])
    return title_blocks(MeetingFacts(body, day.date, times[0].time if times else None, None, place, line))


def _venue(root: Element, report: list[ReportLine]) -> str:
    """Where the meeting was held. Whom to ask about it is left out, and not repeated."""
    place = ""
    for label in root.iter("span"):
        parent = label.getparent()
        if "mgLabel" not in classes(label) or parent is None:
            continue
        name = hypertext.words_of(label).rstrip(": ").casefold()
        if name.endswith("venue"):
            place = one_line(str(label.tail or "")).rstrip(" .")
        elif name == "contact":
            report.append(ReportLine(line_of(label), "dropped", "whom to ask about the meeting"))
    return place


def _attendees(root: Element) -> Iterator[PrintedAttendee]:
    """The people of a table of attendance, where the page has one."""
    for table in root.iter("table"):
        if "attendance" not in str(table.get("summary", "")).casefold():
            continue
        for row in table.iter("tr"):
            cells = [hypertext.words_of(cell) for cell in row.iterchildren("td")]
            if len(cells) > 2:
                yield PrintedAttendee(cells[0], cells[1], cells[2], line=line_of(row))


# --- the items -------------------------------------------------------------------------------------------------------


def _number_cells(root: Element) -> Iterator[Element]:
    """The cells that hold the numbers of items: each the first of its row, with the item's title in the cell beside it."""
    for cell in root.iter("td"):
        beside = cell.getnext()
        titled = cell.getprevious() is None and any("mgAiTitleTxt" in classes(one) for one in cell.iterchildren())
        if "mgItemNumberCell" in classes(cell) or (
            titled and beside is not None and any("mgAiTitleTxt" in classes(one) for one in beside.iterchildren())
        ):
            yield cell


def _item(cell: Element, report: list[ReportLine]) -> PublishedItem:
    """The item whose number stands in a cell; its text stands in the cell beside."""
    found = _Found(hypertext.words_of(cell).rstrip(". "), line_of(cell))
    part = "agenda"
    beside = cell.getnext()
    for element in _parts(beside) if beside is not None else ():
        known = classes(element)
        if "mgAiTitleTxt" in known:
            found.title = found.title or _SIZE.sub("", hypertext.words_of(element, _furniture(element)))
        elif "mgSubItemTitleTxt" in known:
            part = hypertext.words_of(element).rstrip(": ").casefold()
        elif "mgWordPara" in known:
            _add(found, part, element)
        elif name_of(element) == "table":
            found.parts.setdefault("votes", []).extend(_votes(element))
        elif _RESTRICTED.search(hypertext.words_of(element)):
            found.restricted = True
    report.extend(_left_out(found))
    return PublishedItem(
        found.number, found.title, found.line, tuple(found.parts.get("minutes", ())),
        tuple(found.parts.get("decision", ())), tuple(found.parts.get("votes", ())), found.cut, found.restricted,
    )  # fmt: skip


def _parts(cell: Element) -> Iterator[Element]:
    """The parts of an item in their order, none that stands inside another."""
    inside: set[Element] = set()
    for element in cell.iterdescendants():
        if element.getparent() in inside:
            inside.add(element)
        elif classes(element) & _PARTS or name_of(element) == "table":
            inside.add(element)
            yield element


def _furniture(element: Element) -> set[Element]:
    return {one for one in element.iterdescendants() if classes(one) & _FURNITURE}


def _add(found: _Found, part: str, element: Element) -> None:
    """Add a text to its part. Where the page cuts it off, its dots stay, and the link to the rest is taken out."""
    links = [one for one in element.iter("a") if _FULL_TEXT.search(hypertext.words_of(one))]
    blocks = hypertext.to_blocks(element, {*links, *_furniture(element)}, floor=3)
    if links and part == "minutes":
        found.cut = one_line(str(links[-1].get("href", ""))) or "another page"
    found.parts.setdefault(part, []).extend(blocks)


def _votes(table: Element) -> Iterator[TextBlock]:
    """The table of recorded votes that the page prints below an item: its caption, its header, its rows."""
    line = line_of(table)
    caption = " ".join(hypertext.words_of(one) for one in table.iterchildren("caption"))
    if caption:
        yield TextBlock("heading", caption, level=3, line=line, last_line=line)
    parts = [part for child in table for part in (child, *child) if name_of(part) in {"tr", "thead"}]
    for part in parts:
        cells = tuple(hypertext.words_of(cell) for cell in part if name_of(cell) in {"td", "th"})
        if any(cells):
            yield TextBlock("row", " ".join(cells), cells=cells, line=line_of(part), last_line=line_of(part))


def _left_out(found: _Found) -> Iterator[ReportLine]:
    for part, blocks in found.parts.items():
        if part in {"minutes", "decision", "votes"} or not blocks:
            continue
        text = " ".join(printed(block) for block in blocks)
        if part == "agenda":
            said = f"the agenda's text for item {found.number or found.title}, which is no part of the minutes"
            yield ReportLine(blocks[0].line, "dropped", said, text)
        else:
            said = f"the page prints this under {part!r}, which is not known to belong to the minutes"
            yield ReportLine(blocks[0].line, "unplaced", said, text)
