"""A saved web page: the minutes on it without the menus, banners and feet around them.

The main text is found by the page's own landmarks (``main``, ``role="main"``, ``article``); where there are none, by the
heading of the minutes. What is left out is reported.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from minutebook.importers import (
    dates,
    furniture,
    html_notes,
    html_styles,
    hypertext,
    meeting_page,
    persons,
    plain,
    titles,
)
from minutebook.importers.blocks import Reading, TextBlock, printed
from minutebook.importers.characters import decode, one_line
from minutebook.importers.htmltree import LARGEST, Element, classes, line_of, name_of, parse
from minutebook.importers.report import ReportLine

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|main|article|section|div|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = re.compile(rb"multipart/related", re.IGNORECASE)
_OPENS = re.compile(r"\bminutes\b|\bmeeting of\b", re.IGNORECASE)
_LANDMARKS = {
    "nav": "a menu", "navigation": "a menu", "menu": "a menu", "menubar": "a menu", "header": "the page's head", "banner": "the page's head",
    "footer": "the page's foot", "contentinfo": "the page's foot", "aside": "a box beside the text",
    "complementary": "a box beside the text", "search": "a search form", "dialog": "a banner", "alertdialog": "a banner",
}  # fmt: skip
_NAMED = (
    (re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:[\s_-]|$)|cookie(?:banner|consent|notice|bar)", re.IGNORECASE), "a cookie banner"),
    (re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager)(?:[\s_-]|$)", re.IGNORECASE), "a menu"),
    (re.compile(r"(?:^|[\s_-])(?:site|page|global)?-?(?:footer|copyright)(?:[\s_-]|$)", re.IGNORECASE), "the page's foot"),
    (re.compile(r"(?:^|[\s_-])(?:site|page|global)?-?(?:header|masthead|banner)(?:[\s_-]|$)", re.IGNORECASE), "the page's head"),
    (re.compile(r"(?:^|[\s_-])(?:contents-list|table[ _-]of[ _-]contents|toc)\d*(?:[\s_-]|$)", re.IGNORECASE), "a table of contents"),
    (re.compile(r"(?:^|[\s_-])(?:(?:entry|post|page)-meta|posted-on|byline|published-dates|metadata)(?:[\s_-]|$)", re.IGNORECASE), "when and by whom the page was made"),
    (re.compile(r"(?:^|[\s_-])(?:comments-area|comment-list|comment-respond|disqus)(?:[\s_-]|$)", re.IGNORECASE), "readers' comments"),
    (re.compile(r"(?:^|[\s_-])(?:sidebar|side-?bar|widget-?area|related|newsletter|feedback)(?:[\s_-]|$)", re.IGNORECASE), "a box beside the text"),
    (re.compile(r"(?:^|[\s_-])(?:share|sharing|social|print-?link|skip-?(?:link|to)?|back-to-top)(?:[\s_-]|$)", re.IGNORECASE), "links of the page"),
    (re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?)(?:[\s_-]|$)", re.IGNORECASE), "text for screen readers only"),
)  # fmt: skip
"""What the id and classes of a part of a page tell of it."""
_REMARK = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
"""How Word marks the remarks in the margin."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTENT = frozenset({"content", "main", "maincontent", "main-content", "page-content", "primary", "content-main"})
_CMIS = "ViewMeetingPublic"
_HOLD_LINKS = frozenset({"ul", "ol", "td", "p"})
_MOST = 0.4
"""The share of a page's text of which nothing is left out for its name alone."""


def recognises(content: bytes) -> bool:
    """Whether a document is a web page, or an archive of one."""
    return bool(_ARCHIVE.search(content[:4000])) or bool(_PAGE.match(decode(content)[0][:20_000]))


def read(content: bytes) -> Reading | str:
    """The blocks of a web page, or a sentence that says why there are none."""
    if len(content) > LARGEST:
        return f"it is larger than {LARGEST // 1_000_000} MB"
    text, said = decode(_page_of_archive(content) if _ARCHIVE.search(content[:4000]) else content)
    if not text:
        return said or "it is empty"
    root = parse(text)
    if isinstance(root, str):
        return root
    if any(_CMIS in str(one.get("id", "")) for one in root.iter("div")):
        return "it is the page of a meeting in CMIS, which only links to its minutes: save these (PDF or Word) and import them"
    reading = meeting_page.read(root) if meeting_page.is_meeting(root) else _plain_page(root)
    if isinstance(reading, str):
        return reading
    if not reading.blocks:
        return "no text could be found in it"
    if not said:
        return reading
    return replace(reading, report=(ReportLine(0, "inferred", said), *reading.report))


def _page_of_archive(content: bytes) -> bytes:
    """The page in a web archive (.mht): its first part that is a web page."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    inside = page.get_payload(decode=True) if page else None
    return inside if isinstance(inside, bytes) else b""


# --- the main text ---------------------------------------------------------------------------------------------------


def _plain_page(root: Element) -> Reading:
    body = next((one for one in root.iter("body")), root)
    lengths = _lengths(body)
    left = dict(_left_out(body, lengths))
    main = _main(body, lengths, left)
    report = [_dropped(element, why, hypertext.words_of(element)) for element, why in left.items()]
    without = {*left, *_notes(body, left, report)}
    report.extend(_around(body, main, without))
    typed = max(main.iter("pre"), key=lambda one: lengths[one], default=None)
    if typed is not None and lengths[typed] >= _MOST * lengths[main]:
        return _typed(typed, report)
    blocks = _unmarked(hypertext.to_blocks(main, without, styles=html_styles.read(root)), report)
    if main is body:
        blocks, before = _from_heading(blocks)
        said = "this stands before the heading of the minutes"
        report.extend(ReportLine(block.line, "dropped", said, printed(block)) for block in before)
    blocks = [*_titled(root, blocks, report), *blocks]
    return Reading(tuple(blocks), tuple(line for line in report if line.text))


def _typed(pre: Element, report: Sequence[ReportLine]) -> Reading:
    """A page that only shows a text as it was typed: what a reader of plain text makes of it."""
    reading = plain.read("\n" * (line_of(pre) - 1) + "".join(map(str, pre.itertext())))
    return replace(reading, report=(*(line for line in report if line.text), *reading.report))


def _notes(body: Element, left: Collection[Element], report: list[ReportLine]) -> Iterator[Element]:
    """What is of footnotes, and of remarks that are made like them: their marks and their texts."""
    for note in html_notes.find(body):
        text = hypertext.words_of(note.text)
        if note.mark in left or note.text in left:
            continue
        if note.remark:
            report.append(_dropped(note.text, "a remark in the margin", text))
        else:
            report.append(_dropped(note.mark, "a footnote's mark", hypertext.words_of(note.mark)))
            said = "a footnote; the file has no place for it"
            report.append(ReportLine(line_of(note.text), "unplaced", said, text))
        yield from (note.mark, note.text)


def _unmarked(blocks: list[TextBlock], report: list[ReportLine]) -> list[TextBlock]:
    """The blocks without the numbers of printed pages."""
    kept = [block for block in blocks if block.label or not furniture.is_page_mark(block.text)]
    report.extend(
        ReportLine(block.line, "dropped", "a page's mark", block.text) for block in blocks if block not in kept
    )
    return kept


def _dropped(element: Element, why: str, text: str) -> ReportLine:
    return ReportLine(line_of(element), "dropped", why, text)


def _lengths(body: Element) -> dict[Element, int]:
    """How much text each element holds."""
    lengths: dict[Element, int] = {}
    for element in reversed(list(body.iter())):
        own = len(str(element.text or "").strip())
        lengths[element] = own + sum(lengths[child] + len(str(child.tail or "").strip()) for child in element)
    return lengths


def _left_out(body: Element, lengths: dict[Element, int]) -> Iterator[tuple[Element, str]]:
    """What is no part of the main text by its landmark, its name or its being hidden; none of it inside another."""
    inside: set[Element] = set()
    for element in body.iterdescendants():
        if element.getparent() in inside:
            inside.add(element)
        elif why := _why_left_out(element, lengths[element] <= _MOST * lengths[body]):
            inside.add(element)
            yield element, why


def _why_left_out(element: Element, small: bool) -> str:
    """Why an element is left out; empty where it is not. Only a ``small`` part of the page is, for its name alone."""
    name, role = name_of(element), str(element.get("role", "")).lower()
    if name in {"main", "body", "article"} or role == "main" or name in {"script", "style"}:
        return ""
    if name == "del":
        return "deleted text, whose deletion is tracked"
    if _REMARK.search(str(element.get("style", ""))) or "MsoCommentReference" in classes(element):
        return "a remark in the margin"
    if element.get("hidden") is not None or _HIDDEN.search(str(element.get("style", ""))):
        return "text that the page hides" if small else ""
    why = _LANDMARKS.get(role) or _LANDMARKS.get(name, "")
    if not why and small:
        named = f"{element.get('id', '')} {element.get('class', '')}"
        why = next((reason for pattern, reason in _NAMED if pattern.search(named)), "")
    if not why and small and name in _HOLD_LINKS and _only_links(element):
        why = "a list of links"
    return "" if why and _holds_minutes(element) else why


def _only_links(element: Element) -> bool:
    """Whether an element holds at least three links and no other words; links that are people's names may say who met."""
    links = [one for one in element.iter("a") if _text(one)]
    if len(links) < 3 or any(persons.is_surely_person(one_line("".join(map(str, one.itertext())))) for one in links):
        return False
    return sum(map(len, map(_words, links))) == len(_words(element))


def _text(element: Element) -> str:
    return "".join("".join(map(str, element.itertext())).split())


def _words(element: Element) -> str:
    """The letters and digits of an element, without what may part links: bars, stops, dashes."""
    return re.sub(r"[\W_]+", "", _text(element))


def _holds_minutes(element: Element) -> bool:
    """Whether an element holds the heading of minutes, or the page's main text."""
    return any(
        name_of(one) == "main" or one.get("role") == "main" or (name_of(one) in {"h1", "h2"} and _OPENS.search(" ".join(map(str, one.itertext()))))
        for one in element.iter()
    )  # fmt: skip


def _main(body: Element, lengths: dict[Element, int], left: dict[Element, str]) -> Element:
    """The element that holds the main text: a landmark with most of the text, else the whole body."""
    marked = [one for one in body.iter() if name_of(one) == "main" or one.get("role") == "main"]
    named = [one for one in body.iter() if str(one.get("id", "")).lower() in _CONTENT]
    rest = lengths[body] - sum(lengths[one] for one in left)
    for candidates in (marked, list(body.iter("article")), named):
        largest = max((one for one in candidates if one not in left), key=lambda one: lengths[one], default=None)
        if largest is not None and lengths[largest] >= 0.5 * rest:
            return largest
    return body


def _around(body: Element, main: Element, left: set[Element]) -> Iterator[ReportLine]:
    """What stands outside the main text and is not left out for a reason of its own."""
    said = "this stands outside the main text of the page"
    inner = main
    while inner is not body and (outer := inner.getparent()) is not None:
        for child in outer:
            words = "" if child is inner or child in left else hypertext.words_of(child, left)
            yield _dropped(child, said, one_line(f"{words} {child.tail or ''}"))
        yield _dropped(outer, said, one_line(str(outer.text or "")))
        inner = outer


def _from_heading(blocks: list[TextBlock]) -> tuple[list[TextBlock], Sequence[TextBlock]]:
    """The blocks from the heading of the minutes on, what may name the body or the day before it, and the rest."""
    opening = next(
        (place for place, block in enumerate(blocks) if block.kind == "heading" and _OPENS.search(block.text)), 0
    )
    kept = [
        block
        for block in blocks[:opening]
        if block.kind == "heading" or titles.TYPE.search(block.text) or _dated(block.text)
    ]
    return [*kept, *blocks[opening:]], [block for block in blocks[:opening] if block not in kept]


def _titled(root: Element, blocks: Sequence[TextBlock], report: list[ReportLine]) -> list[TextBlock]:
    """The page's own title, where the first blocks do not say on which day the meeting was."""
    title = next((one_line("".join(map(str, one.itertext()))) for one in root.iter("title")), "")
    title = re.split(r"\s[|»–—]\s", title)[0]
    if any(_dated(printed(block)) for block in blocks[:25]) or not _dated(title):
        return []
    report.append(ReportLine(1, "inferred", "the heading was taken from the page's title", title))
    return [TextBlock("heading", title, level=1, line=1, last_line=1)]


def _dated(text: str) -> bool:
    return next(dates.dates_in(text[:1000]), None) is not None
