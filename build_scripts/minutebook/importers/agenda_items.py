"""The items of an agenda: numbered lines that follow one another, each with its parts, pages, source and text.

6. Title of the report (Pages 15 - 28)
   Report of the Director
10. Question time
   (a) Written questions (Pages 305 - 306)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minutebook.importers import labels, notice, sections
from minutebook.importers.blocks import TextBlock, all_bold, printed
from minutebook.importers.motions import movers
from minutebook.importers.report import ReportLine
from minutebook.model import Section

_NUMBER = re.compile(r"(?:item )?(?P<number>\d{1,3})(?P<stop>[.)]?)", re.IGNORECASE)
_BARE = re.compile(r"(?P<number>\d{1,3})/?\s+(?=[A-Z])")
_RANGE = r"(?P<first>[1-9]\d{0,4})(?:\s*(?:[-–—]|to|and|&)\s*(?P<last>[1-9]\d{0,4}))?"
_PAGES = re.compile(
    rf"(?<!\s)\s*(?:[(\[]\s*pages?\s*:?\s*{_RANGE}\s*[)\]]|\bpages?\s*:?\s*{_RANGE.replace('first', 'from').replace('last', 'to')}\s*$)",
    re.IGNORECASE,
)
_CELL = re.compile(_RANGE)
_SOURCE = re.compile(
    r"(?:(?i:(?:the )?(?:(?:joint|supplementary|annual|information|verbal|oral|covering|private|public|exempt|monitoring|further|urgent) )*"
    r"(?:reports?|briefing notes?|briefings?|presentations?|updates?|letters?|notes?|papers?|memorandum|recommendations?|referrals?|minutes)"
    r" (?:of|from|by)) |(?i:from (?:the )?)(?=[A-Z]))[^.]{2,200}\.?"
)
_NONE = re.compile(
    r"(?:nil|none|there (?:are|is) no\b.{0,80}|no (?:private|exempt|confidential) (?:items?|business)\b.{0,40})\.?",
    re.IGNORECASE,
)
_COUNCIL = re.compile(r"[^.:,]{0,60}\b(?:council|authority)", re.IGNORECASE)
_ONE = re.compile(r"\bthe following (?:matter|item|report|recommendation|motion)\b", re.IGNORECASE)
"""What a heading says that stands above one item alone."""
_HEADING_LENGTH = 300
_FRONT = 80
"""Blocks before the first item of an agenda, at the most."""
_TAIL = 40
"""Blocks of the notice below them, at the most."""
_QUOTED = 40
"""Blocks that a quotation may go on for, before its missing end is missed no more."""
_AHEAD = 40
"""Blocks from one item to the next in which the second is looked for, when it is asked whether they are a row."""


@dataclass(slots=True)
class Part:
    """An item, or with a label one of its parts, as it is read; ``text`` is what stands below its title."""

    number: str
    title: str
    line: int
    section: Section = "public"
    heading: str = ""
    pages: tuple[int, int] = (0, 0)
    source: str = ""
    text: list[TextBlock] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The items, the places of the first block and of the one after the last, the notice below, and what was guessed."""

    items: tuple[Part, ...]
    first: int
    end: int  # of the items: the notice below them begins here
    tail: tuple[TextBlock, ...]  # the notice
    report: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    value: int
    style: str
    text: str  # what follows the number


def find(blocks: Sequence[TextBlock], ends: Sequence[bool]) -> Found | None:
    """The items of the agenda at the front of a document; ``ends`` says of each block whether no agenda reaches it."""
    numbers = [_number(block) for block in blocks]
    first = next((at for at in range(min(_FRONT, len(blocks))) if _opens_row(numbers, at)), None)
    if first is None or any(ends[:first]):
        return None
    reader = _Reader(blocks, numbers, ends, section=_section_before(blocks[:first]))
    at = first
    while at == first or not reader.is_over(at):
        reader.take(at)
        at += 1
    tail = at
    while tail < min(at + _TAIL, len(blocks)) and not ends[tail] and not notice.is_paper(blocks[tail]):
        tail += 1
    if tail > at and _COUNCIL.fullmatch(blocks[tail - 1].text):  # it heads the next paper
        tail -= 1
    return Found(tuple(reader.items), first, at, tuple(blocks[at:tail]), tuple(reader.report))


def title_and_pages(text: str) -> tuple[str, tuple[int, int], str]:
    """A title, the pages printed after it, and what follows them: "Budget (Pages 3 - 8)"."""
    found = _PAGES.search(text)
    if not found:
        return text, (0, 0), ""
    first = int(found["first"] or found["from"])
    last = int(found["last"] or found["to"] or first)
    if last < first:
        return text, (0, 0), ""
    return text[: found.start()].strip(), (first, last), text[found.end() :].strip()


def is_source(text: str) -> bool:
    """Whether a line says whose report it is, or from where the item comes."""
    return bool(_SOURCE.fullmatch(text))


def _number(block: TextBlock) -> _Number | None:
    """The number with which a block begins as an item of an agenda would."""
    if block.kind == "row":
        found = _NUMBER.fullmatch(block.cells[0].strip())
        return _Number(int(found["number"]), found["stop"], " ".join(block.cells[1:]).strip()) if found else None
    found = _NUMBER.fullmatch(block.label)
    if found:
        return _Number(int(found["number"]), found["stop"], block.text)
    bare = _BARE.match(block.text) if not block.label and len(block.text) <= _HEADING_LENGTH else None
    return _Number(int(bare["number"]), "", block.text[bare.end() :]) if bare else None


def _opens_row(numbers: Sequence[_Number | None], at: int) -> bool:
    number = numbers[at]
    return (
        number is not None
        and bool(number.text)
        and any(
            after is not None and (after.value, after.style) == (number.value + 1, number.style)
            for after in numbers[at + 1 : at + _AHEAD]
        )
    )


def _section_before(front: Sequence[TextBlock]) -> Section:
    found = [section for block in front if not block.label and (section := sections.section_of(block.text))]
    return found[-1] if found else "public"


@dataclass(slots=True)
class _Reader:
    """The items as they grow, block by block."""

    blocks: Sequence[TextBlock]
    numbers: Sequence[_Number | None]
    ends: Sequence[bool]
    section: Section = "public"
    heading: str = ""
    items: list[Part] = field(default_factory=list)
    report: list[ReportLine] = field(default_factory=list)
    last: _Number | None = None

    @property
    def part(self) -> Part:
        """The item or part that is open."""
        return self.items[-1].parts[-1] if self.items[-1].parts else self.items[-1]

    def is_over(self, at: int) -> bool:
        """Whether the items end before a block: at another paper, or at the notice, below which no item follows."""
        if at >= len(self.blocks) or self.ends[at]:
            return True
        block = self.blocks[at]
        if self.is_next(at) or title_and_pages(printed(block))[1][0]:
            return False
        return notice.is_paper(block) or (notice.begins(block, self.part.title) and not self.goes_on(at))

    def goes_on(self, at: int) -> bool:
        """Whether the next item follows soon, in the same paper."""
        for later in range(at, min(at + _AHEAD, len(self.blocks))):
            if self.ends[later] or notice.is_paper(self.blocks[later]):
                return False
            if self.is_next(later):
                return True
        return False

    def is_next(self, at: int) -> bool:
        """Whether a block is the next item."""
        number = self.numbers[at] if at < len(self.numbers) else None
        if number is None or not number.text:
            return False
        return self.last is None or (number.value, number.style) == (self.last.value + 1, self.last.style)

    def take(self, at: int) -> None:
        """Read one block into the item or part that it belongs to."""
        block = self.blocks[at]
        text = printed(block) if block.kind != "row" else " ".join(block.cells).strip()
        if self.is_next(at) and not self.is_quoting():
            self.begin_item(at)
        elif not block.label and (section := sections.section_of(text)) is not None:
            self.section, self.heading = section, ""
            self.report.append(ReportLine(block.line, "dropped", "a section heading; the file has its own", text))
        elif self.heads_items(at):
            self.heading = text.rstrip(" :")
        elif self.items[-1].section != self.section and _NONE.fullmatch(text):
            self.report.append(ReportLine(block.line, "dropped", f"there is no {self.section} business", text))
        elif self.begins_part(block):
            title, pages, rest = split_title(block, block.text)
            self.items[-1].parts.append(Part(block.label, title, block.line))
            self.fill(pages, rest, block)
        elif _PAGES.fullmatch(text) and self.part.pages == (0, 0):
            self.part.pages = title_and_pages(text)[1]
        elif is_source(text) and not block.label and not self.part.source and not self.part.text:
            self.part.source = text
        else:
            self.part.text.append(block)

    def begin_item(self, at: int) -> None:
        block, number = self.blocks[at], self.numbers[at]
        if number is None:
            return
        title, pages, rest = _row_title(block) if block.kind == "row" else split_title(block, number.text)
        if self.last is not None and self.items[-1].heading == self.heading and _ONE.search(self.heading):
            self.heading = ""
        self.last = number
        self.items.append(Part(str(number.value), title, block.line, self.section, self.heading))
        self.fill(pages, rest, block)

    def fill(self, pages: tuple[int, int], rest: str, block: TextBlock) -> None:
        """What stood after a title, on its line."""
        self.part.pages = pages
        if rest and is_source(rest):
            self.part.source = rest
        elif rest:
            self.part.text.append(
                TextBlock("paragraph", rest, page=block.page, line=block.line, last_line=block.last_line)
            )

    def heads_items(self, at: int) -> bool:
        """Whether a block is a heading above the items that follow: set apart, and the next item directly below it."""
        block = self.blocks[at]
        set_apart = (block.kind == "heading" or all_bold(block)) and not block.label
        return set_apart and len(block.text) <= _HEADING_LENGTH and self.is_next(at + 1) and not self.is_quoting()

    def begins_part(self, block: TextBlock) -> bool:
        """Whether a block is a part of the open item: its label begins a row of labels, or goes on with it."""
        text, item = block.text, self.items[-1]
        if block.kind == "row" or not text or not block.label or labels.is_bullet(block.label):
            return False
        if movers(text):
            return True
        own = [known for known in item.text if not known.label]
        if (
            self.is_quoting()
            or (own and own[-1].text.endswith(":") and not item.parts)
            or text.endswith((";", "; and"))
        ):
            return False
        return labels.follows(block.label, item.parts[-1].number) if item.parts else labels.begins(block.label)

    def is_quoting(self) -> bool:
        """Whether a quotation that the open part's text began has not ended."""
        if not self.items:
            return False
        for block in self.part.text[: -_QUOTED - 1 : -1]:
            marks = re.findall(r"[“”]", block.text)
            if marks:
                return bool(marks[-1] == "“")
        return False


def split_title(block: TextBlock, text: str) -> tuple[str, tuple[int, int], str]:
    """Title, pages and the rest of a line. Where the title alone is bold, the rest may be its source."""
    title, pages, rest = title_and_pages(text)
    if pages == (0, 0) and block.text == text and block.bold and block.bold[0][0] == 0:
        bold, after = text[: block.bold[0][1]].strip(), text[block.bold[0][1] :].strip()
        if bold and is_source(after):
            return bold, pages, after
    return (title, pages, rest) if title else (text, (0, 0), "")


def _row_title(block: TextBlock) -> tuple[str, tuple[int, int], str]:
    """Title and pages of an item in columns: its pages may have a column of their own."""
    cells = [cell.strip() for cell in block.cells[1:] if cell.strip()]
    alone = _CELL.fullmatch(cells[-1]) if len(cells) > 1 else None
    if alone and int(alone["last"] or alone["first"]) >= int(alone["first"]):
        title, _, rest = split_title(replace(block, bold=()), " ".join(cells[:-1]))
        return title, (int(alone["first"]), int(alone["last"] or alone["first"])), rest
    return split_title(replace(block, bold=()), " ".join(cells))


def parts_of(items: Sequence[Part]) -> Iterator[Part]:
    """Every item, each before its parts."""
    for item in items:
        yield item
        yield from item.parts
