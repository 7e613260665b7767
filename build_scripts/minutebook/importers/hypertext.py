"""HTML to text blocks: what a browser would print as a paragraph, heading, list entry or table row is one.

Word's HTML is the usual guest: list entries that are paragraphs with a glyph, and a span for each misspelt word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from minutebook.importers import labels, persons
from minutebook.importers.blocks import TextBlock
from minutebook.importers.characters import one_line, tidy
from minutebook.importers.html_lists import Counters, Listing, listing, mark
from minutebook.importers.html_styles import NONE, Styles
from minutebook.importers.htmltree import Element, classes, line_of, name_of
from minutebook.importers.lines import Bold

_UNSEEN = frozenset(
    "head title script style noscript template iframe object svg canvas audio video select option button input textarea map".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_ROW_ENDS = frozenset({"tr", "thead", "tbody", "tfoot", "table"})
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_MARGIN = re.compile(r"margin-left\s*:\s*(?P<size>\d{1,4}(?:\.\d+)?)(?P<unit>pt|px|cm|em)", re.IGNORECASE)
_COLUMNS = {"pt": 1 / 6, "px": 1 / 8, "cm": 5.0, "em": 2.0}
_WORD_BULLET = re.compile(r"\s*(?P<glyph>[·§ØüvoqnûðàÞ•‐–-])[\s\xa0]{2,}\S")
_GLYPHS = {"§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "q": "□", "n": "■", "û": "•", "ð": "•", "à": "•", "Þ": "•"}
"""What letters of symbol fonts are printed as."""
_NUMBER = re.compile(r"(?:[A-Z]{1,6}[./-]?)?\d[\dA-Z/]{0,12}(?:\([a-z]\)|[a-z])?[.)]?")
_SETS_OUT = frozenset({"ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
_LONG_CELL = 300
"""Characters of a cell that tell a table which only sets a page out from one that says something."""


def words_of(element: Element, without: Collection[Element] = ()) -> str:
    """The text of an element in one line."""
    texts = (block.text if not block.label else f"{block.label} {block.text}" for block in to_blocks(element, without))
    return one_line(" ".join(texts))


@dataclass(slots=True)
class _Page:
    """What is being read: the text since the last block, and where it stands."""

    first_line: int
    floor: int
    line: int
    styles: Styles
    blocks: list[TextBlock] = field(default_factory=list)
    parts: list[tuple[str, bool]] = field(default_factory=list)
    first: int = 0
    bold: int = 0
    quoted: int = 0
    level: int = 0
    listings: list[Listing] = field(default_factory=list)
    counters: Counters = field(default_factory=Counters)
    mark: str = ""
    label: str = ""  # the cell before: a number, which is the label of what follows
    indent: int = 0
    word_list: bool = False
    layouts: list[bool] = field(default_factory=list)
    rows: list[list[list[str]] | None] = field(default_factory=list)


def to_blocks(
    root: Element, without: Collection[Element] = (), *, first_line: int = 1, floor: int = 1, styles: Styles = NONE
) -> list[TextBlock]:
    """The blocks of an element, in order, those inside ``without`` left out. ``first_line`` is the line of the document
    at which the markup begins; no heading is of a higher level than ``floor``. ``styles`` are those of the page.
    """
    page = _Page(first_line, floor, first_line, styles)
    for step, element in _walk(root, without):
        name = name_of(element)
        if step == "starts":
            page.line = max(page.line, _line(page, element))
            _start(page, element, name)
            _add(page, element.text)
            continue
        if step == "ends":
            _end(page, element, name)
        elif name in _BLOCKS:
            _flush(page)
        if element is not root:
            _add(page, element.tail)
    _flush(page)
    return page.blocks


def _walk(root: Element, without: Collection[Element]) -> Iterator[tuple[str, Element]]:
    """Each element as it "starts" and as it "ends"; of one that is not seen, that it is "passed"."""
    stack: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    yield "starts", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "ends", element
        elif name_of(child) in _UNSEEN or child in without:
            yield "passed", child
        else:
            yield "starts", child
            stack.append((child, iter(child)))


def _line(page: _Page, element: Element) -> int:
    return page.first_line - 1 + line_of(element)


# --- elements --------------------------------------------------------------------------------------------------------


def _start(page: _Page, element: Element, name: str) -> None:
    style = str(element.get("style", ""))
    if name in _BLOCKS and not (page.level and name == "br"):
        _flush(page)
        page.word_list = name == "p" and any(one.startswith("MsoList") for one in classes(element))
        level = page.listings[-1].level if page.listings else 0
        page.indent = _indent(style) + 2 * max(len(page.listings) - 1, level)
    page.bold += _is_bold(page, element, name)
    if len(name) == 2 and name[0] == "h" and name[1].isdecimal():
        page.level = max(int(name[1]), page.floor)
    elif name == "br" and page.level:
        page.parts.append((" ", False))
    elif name in {"ol", "ul", "menu"}:
        page.listings.append(listing(element, page.styles))
    elif name == "li":
        page.mark = mark(page.listings[-1], element, page.counters) if page.listings else "•"
    elif name == "blockquote":
        page.quoted += 1
    elif name == "table":
        page.layouts.append(_is_layout(element))
    elif name == "tr":
        page.rows.append(None if page.layouts and page.layouts[-1] and _sets_out(element) else [])
    elif name in _CELLS and page.rows and (row := page.rows[-1]) is not None:
        row.append([])


def _end(page: _Page, element: Element, name: str) -> None:
    if name in _BLOCKS and not (page.level and name == "br"):
        _flush(page)
        page.word_list = False
    page.bold = max(page.bold - _is_bold(page, element, name), 0)
    if len(name) == 2 and name[0] == "h" and name[1].isdigit():
        page.level = 0
    elif name in {"ol", "ul", "menu"} and page.listings:
        page.listings.pop()
    elif name == "li":
        if page.rows and page.mark and not labels.is_bullet(page.mark):  # a number that stands in a cell of its own
            page.label = page.label or page.mark
        page.mark = ""
    elif name == "blockquote":
        page.quoted = max(page.quoted - 1, 0)
    elif name == "table" and page.layouts:
        page.layouts.pop()
    elif name == "tr" and page.rows:
        _row(page, page.rows.pop(), _line(page, element))


def _is_bold(page: _Page, element: Element, name: str) -> bool:
    style = str(element.get("style", ""))
    if name in {"b", "strong"}:
        return not _NOT_BOLD.search(style)
    return name not in _BLOCKS and (bool(_BOLD.search(style)) or page.styles.is_bold(element))


def _indent(style: str) -> int:
    found = _MARGIN.search(style)
    return round(float(found["size"]) * _COLUMNS[found["unit"].lower()]) if found else 0


# --- text ------------------------------------------------------------------------------------------------------------


def _add(page: _Page, text: object) -> None:
    if not text:
        return
    words = str(text)
    if words.strip() and not page.first:
        page.first = page.line + words[: len(words) - len(words.lstrip())].count("\n")
    page.line += words.count("\n")
    page.parts.append((words, page.bold > 0))


def _flush(page: _Page) -> None:
    """End the block that is being read, if it holds any text."""
    raw = "".join(words for words, _ in page.parts)
    text, bold = _composed(page.parts)
    line, page.first, page.parts = page.first or page.line, 0, []
    if not text:
        return
    row = next((row for row in reversed(page.rows) if row), None)
    if row:
        row[-1].append(text)
        return
    if (
        page.layouts
        and page.layouts[-1]
        and page.rows
        and len(text) <= 16
        and _NUMBER.fullmatch(text)
        and not page.label
    ):
        page.label = text
        return
    own = page.mark
    glyph = _WORD_BULLET.match(raw) if page.word_list and not own else None
    if glyph:
        own = _GLYPHS.get(glyph["glyph"], glyph["glyph"])
        text, bold = text[2:], tuple((max(start - 2, 0), end - 2) for start, end in bold if end > 2)
    if page.label:
        shift = len(page.label) + 1
        text, bold = f"{page.label} {text}", tuple((start + shift, end + shift) for start, end in bold)
    page.mark = page.label = ""
    label, text, bold = unlabelled(own, text, bold)
    page.blocks.append(
        TextBlock(
            "heading" if page.level else "entry" if own else "paragraph",
            text, label, level=page.level, indent=page.indent, bold=bold, quoted=page.quoted > 0, line=line, last_line=page.line,
        )
    )  # fmt: skip


def unlabelled(bullet: str, text: str, bold: Bold) -> tuple[str, str, Bold]:
    """A block's label, text and bold. A label in the text of an entry that has only a bullet's mark is the entry's."""
    label, rest = labels.split(text)
    if not label or not rest or (bullet and (labels.is_bullet(label) or not labels.is_bullet(bullet))):
        return bullet, text, bold
    cut = len(text) - len(rest)
    return label, rest, tuple((max(start - cut, 0), end - cut) for start, end in bold if end > cut)


def _composed(parts: list[tuple[str, bool]]) -> tuple[str, Bold]:
    """Stretches of text with one space between words, and where they are bold."""
    text, bold = "", list[tuple[int, int]]()
    for raw, strong in parts:
        words = re.sub(r"\s+", " ", tidy(raw))
        words = words.lstrip() if not text or text.endswith(" ") else words
        if strong and words.strip():
            start, end = len(text) + len(words) - len(words.lstrip()), len(text) + len(words.rstrip())
            near = bold and not text[bold[-1][1] : start].strip() and not words[: start - len(text)].strip()
            bold.append((bold.pop()[0] if near else start, end))
        text += words
    text = text.rstrip()
    kept = one_line(tidy(text))
    return kept, tuple(bold) if len(kept) == len(text) else ()


# --- tables ----------------------------------------------------------------------------------------------------------


def _is_layout(table: Element) -> bool:
    """Whether a table only sets the page out: its cells hold lists, headings, tables or long text, and none is a header."""
    if str(table.get("role", "")) in {"presentation", "none"}:
        return True
    below = [name_of(element) for element in table.iterdescendants()]
    if not _SETS_OUT.isdisjoint(below):
        return True
    cells = list(table.iterdescendants("td"))
    if "th" in below or len(cells) <= 1:
        return len(cells) <= 1
    return any(sum(len(text) for text in cell.itertext()) > _LONG_CELL for cell in cells)


def _sets_out(row: Element) -> bool:
    """Whether a row of such a table only sets its cells beside one another, and says nothing by it as "Present: | names" does."""
    texts = {cell: "".join(map(str, cell.itertext())).strip() for cell in row if name_of(cell) in _CELLS}
    filled = [text for text in texts.values() if text]
    return (
        len(filled) < 2
        or bool(_NUMBER.fullmatch(filled[0]))
        or any(len(text) > _LONG_CELL for text in filled)
        or any(not _SETS_OUT.isdisjoint(map(name_of, cell.iterdescendants())) for cell in texts)
    )


def _row(page: _Page, row: list[list[str]] | None, line: int) -> None:
    """End a row: its cells are a row of the minutes, or of a cell around it. A number without text is a paragraph."""
    if page.label:
        page.blocks.append(TextBlock("paragraph", page.label, line=line, last_line=page.line))
        page.label = ""
    if not row or not any(row):
        return
    cells = tuple(("; " if len(cell) > 1 and all(map(persons.is_person, cell)) else " ").join(cell) for cell in row)
    outer = next((other for other in reversed(page.rows) if other), None)
    if outer:
        outer[-1].extend(cell for cell in cells if cell)
    elif len(cells) == 1:
        page.blocks.append(TextBlock("paragraph", cells[0], line=line, last_line=page.line))
    else:
        page.blocks.append(TextBlock("row", " ".join(cells), cells=cells, line=line, last_line=page.line))
