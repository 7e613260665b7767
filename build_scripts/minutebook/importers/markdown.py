"""Markdown as converters of PDF and Word files emit it, its broken parts included.

Headings may have lost their marks, bold its partner, lists their indentation; several headings may be glued together by
their bold marks; tables come with bars, or with tabs and no marks at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importers import dashes, furniture, inline, labels, persons
from minutebook.importers.blocks import Reading
from minutebook.importers.characters import BULLETS, one_line, tidy
from minutebook.importers.line import Line
from minutebook.importers.lines import to_blocks
from minutebook.importers.report import ReportLine

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*")
_ENTRY = re.compile(r"(?P<mark>[-*+])(?:\s+(?P<text>\S.*)|$)")
_GLYPH = re.compile(rf"[{BULLETS}\uf000-\uf0ff]|[–—o]\s+(?=\S)")
"""What a converter keeps of a list mark: a glyph, a dash, or the hollow round that Word draws as the letter o."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_QUOTE = re.compile(r"(?:>\s?)+")
_COMMENT = re.compile(r"<!--.*?-->")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\([^()]*\)")
_RULES = re.compile(r"[\s|:-]*-[\s|:-]*")
_GLUE = re.compile(r"(?<=[^\s*])(?:\*{4}|\*{6})(?=[^\s*])")
_GLUED_NUMBER = re.compile(r"(?<=[^\s*])\*\*(?=\d{1,4}[.)]\s)")
_WIDE_GAP = re.compile(r"(?<=\S)(?:\s{4,}|\s*\xa0\s*\xa0\s*)(?=\S)")
_LONGEST = 120
"""Characters of a line that may be page furniture."""
_LONGEST_FRONT = 60
"""Lines that a page's own data may take."""
_FENCE = re.compile(r"(?:```|~~~)\w*")
_MARKS = re.compile(
    r"^(?:#{1,6}\s|\s*[-*+]\s|>\s|[ \t]*\|.*\|)|\*\*\S|\S\*\*|\\_|^\W{0,3}\d{1,4}\\[.)]\s|</?(?:sup|br|b|strong|u)>",
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Whether a text has Markdown's marks: headings, bold, escapes, tables; dashes before list entries do not count."""
    found = [mark.group().strip() for mark in _MARKS.finditer(text)]
    return sum(1 for mark in found if mark not in {"-", "*", "+"}) >= 2


def read(text: str) -> Reading:
    """The blocks of a Markdown text."""
    lines: list[Line] = []
    report: list[ReportLine] = []
    pages = tidy(text)
    own = _front_matter(pages.split("\n"))
    for found in furniture.lines(pages, _bare):
        if found is None:  # a page's end, at which a paragraph may go on
            continue
        dropped = "what the page says of itself" if found.number <= own and found.raw.strip("- ") else found.dropped
        if dropped or found.number <= own:
            if dropped:
                report.append(ReportLine(found.number, "dropped", dropped, one_line(found.raw)))
            lines.append(Line(found.number, page=found.page))
            continue
        kept = _shown(found.raw, found.number, report)
        if lines and len(lines[-1].cells) > 2 and kept.count("\t") == len(lines[-1].cells) - 1:
            lines.append(_row(found.number, kept, tuple(cell.strip() for cell in kept.split("\t")), found.page))
            continue
        if dashes.goes_on(lines[-1] if lines else None, kept.strip()):
            lines.append(Line(found.number, kept.strip(), indent=lines[-1].indent, page=found.page))
            continue
        lines.extend(_line(found.number, part, found.page) for whole in _unglued(kept) for part in _people_apart(whole))
    blocks = tuple(to_blocks(lines, inline.read, report))
    return Reading(blocks, tuple(report))


def _bare(raw: str) -> str:
    """A line without its marks, as far as it may be page furniture, which is short."""
    text = raw.strip()
    return inline.read(text.lstrip("# "))[0] if len(text) < _LONGEST else text


def _front_matter(raws: Sequence[str]) -> int:
    """How many lines at the start are a page's own data between two rules ("title: …"), and none of the minutes."""
    end = next((place for place, raw in enumerate(raws[1:_LONGEST_FRONT], 1) if raw.strip() == "---"), 0)
    keyed = all(re.match(r"[\w-]+:(?:\s|$)|\s|-\s", raw) for raw in raws[1:end] if raw.strip())
    return end + 1 if end > 1 and raws[0].strip() == "---" and keyed else 0


def _shown(raw: str, number: int, report: list[ReportLine]) -> str:
    """A line without what is not text: comments, pictures, rules."""
    for pattern, why in ((_COMMENT, "a comment"), (_PICTURE, "a picture")):
        for found in pattern.findall(raw):
            report.append(ReportLine(number, "dropped", why, one_line(found)))
        raw = pattern.sub("", raw)
    text = raw.strip()
    return "" if furniture.is_rule(text) or _FENCE.fullmatch(text) else raw


def _unglued(raw: str) -> Iterator[str]:
    """The parts of a line whose only break is a pair of bold marks: ``**Public Business****1. Apologies**``."""
    parts = _GLUE.split(inline.with_marks(raw))
    for place, part in enumerate(parts):
        whole = ("**" if place else "") + part + ("**" if place < len(parts) - 1 else "")
        yield from _GLUED_NUMBER.sub("\n**", whole).split("\n")


def _people_apart(raw: str) -> Iterator[str]:
    """A row whose last cell names people in several lines, as a row for each of these."""
    cells = _cells(raw.strip()) if _BREAK.search(raw) else None
    pieces = [piece.strip() for piece in _BREAK.split(cells[-1])] if cells and len(cells) > 1 else []
    if len(pieces) < 2 or not all(persons.names_surely(inline.read(piece)[0]) for piece in pieces):
        yield raw
        return
    first = (cells or ())[:-1]
    for place, piece in enumerate(pieces):
        yield "|" + "|".join((*([""] * len(first) if place else first), piece)) + "|"


def _line(number: int, raw: str, page: int) -> Line:
    broken = raw.endswith("  ") or raw.rstrip().endswith("\\")
    text = raw.strip().removesuffix("\\").rstrip()
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    quote = _QUOTE.match(text)
    if quote:
        text = text[quote.end() :].strip()
    cells = _cells(text)
    if cells is not None:
        return _row(number, text, cells, page)
    heading = _HEADING.fullmatch(text)
    if heading:
        return Line(number, heading["text"], "heading", level=len(heading["marks"]), page=page)
    mark, text = _list_mark(text)
    return Line(number, text, mark=mark, indent=indent, broken=broken, quoted=bool(quote), page=page)


def _list_mark(text: str) -> tuple[str, str]:
    entry = _ENTRY.fullmatch(text)
    inner = (entry["text"] or "") if entry else text
    glyph = _GLYPH.match(inner)
    if glyph:
        return "-" if entry else glyph.group().strip(), inner[glyph.end() :].strip()
    return ("-", inner) if entry else ("", text)


def _cells(text: str) -> tuple[str, ...] | None:
    """The cells of a row; none for the line of dashes below a table's header; None where the line is no row."""
    if text.startswith("|") and text.count("|") > 1:
        if _RULES.fullmatch(text):
            return ()
        return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", text[1:].removesuffix("|")))
    if "\t" in text:
        return () if _RULES.fullmatch(text) else tuple(cell.strip() for cell in text.split("\t"))
    gapped = _WIDE_GAP.split(text) if not _HEADING.fullmatch(text) and not _ENTRY.fullmatch(text) else ()
    return tuple(gapped) if len(gapped) > 1 else None


def _row(number: int, text: str, cells: tuple[str, ...], page: int) -> Line:
    """A row; a list mark or label in the first of two cells set with a gap is a label ("45.<tab>Title")."""
    if not text.startswith("|") and (len(cells) == 2 or (len(cells) > 2 and cells[1].endswith(":"))):
        mark, rest = _list_mark(cells[0])
        first = rest.strip("* ")
        if (mark and not rest) or (first and labels.split(first)[0] == first):
            return Line(number, " ".join((rest, *cells[1:])).strip(), mark=mark, page=page)
    return Line(number, " ".join(cells), "row" if any(cells) else "text", cells=cells, page=page)
