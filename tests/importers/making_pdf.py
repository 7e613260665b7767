"""Prints blocks of text as a PDF, as a council's word processor would: wrapped, paged, with feet and columns."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from itertools import groupby

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
WIDTH = 595
_NAME = re.compile(r"Councillor [^.:]{2,50}")


@dataclass
class Style:
    """A council's manner of printing."""

    size: float = 11
    height: float = 842  # of the page: a low one breaks in the middle of most paragraphs
    margin: float = 72
    leading: float = 1.2
    gap: float = 0.7  # between paragraphs, in lines
    hang: float = 24  # from a label to its text
    column: float = 170  # from the first column of a table to the second
    head: str = ""
    foot: str = "Page {page} of {pages}"
    justified: bool = False
    columns: int = 1  # in which the text is set
    between: float = 24  # two columns of text
    indented: bool = True  # whether sub-lists stand further to the right, as in their source


@dataclass
class _Pages:
    style: Style
    pages: list[list[tuple]] = field(default_factory=lambda: [[]])
    y: float = 0
    column: int = 0

    def __post_init__(self):
        self.y = self.style.height - self.style.margin

    def step(self, lines=1.0):
        self.y -= lines * self.style.leading * self.style.size
        if self.y < self.style.margin:
            self.column = (self.column + 1) % self.style.columns
            if self.column == 0:
                self.pages.append([])
            self.y = self.style.height - self.style.margin

    def put(self, x, text, bold=False, font=""):
        x += self.column * (self.width + self.style.between)
        self.pages[-1].append((x, self.y, text, font or (BOLD if bold else PLAIN), self.style.size))

    @property
    def width(self):
        """The room for text from the left margin, or from the left of a column."""
        room = WIDTH - 2 * self.style.margin
        return (room - (self.style.columns - 1) * self.style.between) / self.style.columns


def words_of(text, bold):
    """Each word of a text and whether it is bold."""
    return [
        (found.group(), any(start <= found.start() < end for start, end in bold)) for found in re.finditer(r"\S+", text)
    ]


def wrapped(words, width, size):
    """Words in lines no wider than a width; a word may break after a hyphen inside it, as word processors do."""
    lines, line, used = [], [], 0.0
    for whole, strong in words:
        word = whole
        long = stringWidth(word, BOLD if strong else PLAIN, size)
        space = stringWidth(" ", PLAIN, size) if line else 0
        if line and used + space + long > width:
            head = re.match(r"[A-Za-z]{2,}-(?=[A-Za-z]{2,})", word)
            part = head.group() if head else ""
            if part and used + space + stringWidth(part, BOLD if strong else PLAIN, size) <= width:
                line.append((part, strong))
                word = word[len(part) :]
                long = stringWidth(word, BOLD if strong else PLAIN, size)
            lines.append(line)
            line, used, space = [], 0.0, 0
        line.append((word, strong))
        used += space + long
    return [*lines, line] if line else lines


def pdf_of(blocks, style=None):
    """A PDF of text blocks."""
    style = style or Style()
    pages = _Pages(style)
    last = None
    for block in blocks:
        close = last is not None and last.kind == block.kind == "row"
        if last is not None:
            pages.step(1 if close else 1 + style.gap)
        (_row if block.kind == "row" else _paragraph)(pages, block)
        last = block
    return _drawn(pages)


def _paragraph(pages, block):
    style = pages.style
    left = style.margin + (min(block.indent * 9, 72) if block.label and style.indented else 0)
    words = words_of(block.text, [(0, len(block.text))] if block.kind == "heading" else block.bold)
    strong = bool(words) and words[0][1]
    label = "•" if block.label and not re.search(r"\w", block.label) else block.label
    hang = max(style.hang, stringWidth(label, BOLD, style.size) + 6) if label else 0
    lines = wrapped(words, style.margin + pages.width - left - hang, style.size) or [[]]
    for number, line in enumerate(lines):
        if number:
            pages.step()
        elif label:
            pages.put(left, label, strong)
        _line(pages, left + hang, line, number < len(lines) - 1)


def _line(pages, x, line, full):
    style = pages.style
    space = stringWidth(" ", PLAIN, style.size)
    if full and style.justified and len(line) > 4:
        used = sum(stringWidth(word, BOLD if strong else PLAIN, style.size) for word, strong in line)
        space = (style.margin + pages.width - x - used) / (len(line) - 1)
    for word, strong in line:
        pages.put(x, word, strong)
        x += stringWidth(word, BOLD if strong else PLAIN, style.size) + space


def _row(pages, block):
    """A row of a table without rules: each cell wrapped in its column."""
    style = pages.style
    room = pages.width
    step = min(style.column, room / len(block.cells))
    widths = [step - 14] * (len(block.cells) - 1) + [room - step * (len(block.cells) - 1)]
    cells = [wrapped(words_of(cell, ()), width, style.size) for cell, width in zip(block.cells, widths, strict=True)]
    for number in range(max(map(len, cells))):
        if number:
            pages.step()
        for column, cell in enumerate(cells):
            if number < len(cell):
                _line(pages, style.margin + step * column, cell[number], False)


def in_columns(blocks, count):
    """The blocks, with each list of names, one a line, set in columns that are read downwards."""
    if count < 2:
        return list(blocks)
    made = []
    for is_name, run in groupby(
        blocks, key=lambda block: block.kind == "paragraph" and bool(_NAME.fullmatch(block.text))
    ):
        names = list(run)
        if not is_name or len(names) < 2 * count:
            made += names
            continue
        rows = -(-len(names) // count)
        for row in range(rows):
            cells = tuple(one.text for one in names[row::rows]) + ("",) * (count - len(names[row::rows]))
            made.append(replace(names[row], kind="row", text=" ".join(cells).strip(), cells=cells, bold=()))
    return made


def typed(text, style=None):
    """A PDF of a plain text, line for line: each form feed begins a page, tabs stand for a wide gap."""
    style = style or Style(size=9, margin=50, foot="")
    font = "Courier"
    pages = _Pages(style)
    for number, page in enumerate(text.split("\f")):
        if number:
            pages.step(1e6)
        for line in page.split("\n"):
            x = style.margin
            for part in re.split(r"(\t|\s{3,})", line.replace("\uf0b7", "•").rstrip()):
                if part.strip():
                    pages.put(x, part, font=font)
                x += 60 if part == "\t" else stringWidth(part, font, style.size)
            pages.step()
    return _drawn(pages)


def lines_at(*pages, password=""):
    """A PDF of pages, each of lines (left, down from the top, text, and if they differ font and size)."""
    made = io.BytesIO()
    canvas = Canvas(
        made, pagesize=(WIDTH, 842), invariant=1, encrypt=StandardEncryption(password) if password else None
    )
    for page in pages:
        for left, down, text, *rest in page:
            font, size = (*rest, *(PLAIN, 11)[len(rest) :])
            canvas.setFont(font, size)
            canvas.drawString(left, 842 - down, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _drawn(pages):
    style = pages.style
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(WIDTH, style.height), invariant=1)
    for number, page in enumerate(pages.pages, 1):
        for x, y, text, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.setFont(PLAIN, 9)
        canvas.drawCentredString(WIDTH / 2, style.margin / 2, style.foot.format(page=number, pages=len(pages.pages)))
        canvas.drawString(style.margin, style.height - style.margin / 2, style.head)
        canvas.showPage()
    canvas.save()
    return made.getvalue()
