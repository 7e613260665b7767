"""Writes blocks of text as a Word document, as a council's clerk would: with styles, tables and automatic numbers."""

from __future__ import annotations

import io
import re

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from minutebook.importers import labels

FORMS = (
    (r"\d+", "decimal"),
    (r"[ivxl]+", "lowerRoman"),
    (r"[IVXL]+", "upperRoman"),
    (r"[a-z]+", "lowerLetter"),
    (r"[A-Z]+", "upperLetter"),
)


def element(name, **attributes):
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def within(parent, name, **attributes):
    made = element(name, **attributes)
    parent.append(made)
    return made


class Numbers:
    """The lists of a document: one for each row of labels that follow one another."""

    def __init__(self, document):
        self.root = document.part.numbering_part.element
        self.ids = 500
        self.rows = []  # [last label, its pattern, list, level]

    def list_for(self, label, level):
        """The list and level under which Word prints a label next."""
        for row in reversed(self.rows):
            if labels.follows(label, row[0]) and row[3] == level:
                row[0] = label
                self.rows = self.rows[: self.rows.index(row) + 1] if level == 0 else self.rows
                return row[2], level
        number = self._define(label, level)
        self.rows.append([label, None, number, level])
        return number, level

    def _define(self, label, level):
        core = label.strip("().")
        frame = label.replace(core, f"%{level + 1}", 1)
        first = [form for pattern, form in FORMS if re.fullmatch(pattern, core)]
        # "i" may be the ninth letter: a row that begins with it is roman, as a list cannot begin with its ninth entry
        form = first[0]
        place = next(one.place for one in labels.readings(label) if one.style == frame_style(label, form)) or 1
        return self.add([(level, form, frame, 1)], {level: place})

    def add(self, levels, starts=None):
        """A list of levels (place, form, text, start), with values at which it starts instead."""
        self.ids += 1
        abstract = element("w:abstractNum", abstractNumId=self.ids)
        for place, form, text, start in levels:
            level = within(abstract, "w:lvl", ilvl=place)
            within(level, "w:start", val=start)
            within(level, "w:numFmt", val=form)
            within(level, "w:lvlText", val=text)
        self.root.insert(0, abstract)
        return self.use(self.ids, starts)

    def use(self, abstract, starts=None):
        """Another list of the same definition."""
        self.ids += 1
        number = within(self.root, "w:num", numId=self.ids)
        within(number, "w:abstractNumId", val=abstract)
        for place, start in (starts or {}).items():
            override = within(number, "w:lvlOverride", ilvl=place)
            within(override, "w:startOverride", val=start)
        return self.ids


def frame_style(label, form):
    """The style by which the importer knows the form of a label."""
    core = label.strip("().")
    mark = {"decimal": "1", "lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A"}[form]
    return label.replace(core, mark, 1)


def numbered(paragraph, number, level=0):
    """Put a paragraph into a list."""
    properties = paragraph._p.get_or_add_pPr()
    made = within(properties, "w:numPr")
    within(made, "w:ilvl", val=level)
    within(made, "w:numId", val=number)


def docx_of(blocks, automatic=False, tabbed=False):
    """A Word document of text blocks: numbers typed or automatic, rows as tables or set with tabs."""
    document = docx.Document()
    numbers = Numbers(document)
    bullets = numbers.add([(0, "bullet", "\uf0b7", 1), (1, "bullet", "o", 1)])
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 9"
    document.sections[0].header.paragraphs[0].text = "Example – Minutes"
    at = 0
    while at < len(blocks):
        if blocks[at].kind == "row" and not tabbed:
            end = at
            while end < len(blocks) and blocks[end].kind == "row" and len(blocks[end].cells) == len(blocks[at].cells):
                end += 1
            _table(document, blocks[at:end])
            at = end
            continue
        _paragraph(document, blocks[at], numbers if automatic else None, bullets)
        at += 1
    return saved(document)


def saved(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _table(document, rows):
    table = document.add_table(rows=0, cols=len(rows[0].cells))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row.cells, strict=True):
            cell.text = text


def _paragraph(document, block, numbers, bullets):
    if block.kind == "row":
        document.add_paragraph("\t".join(block.cells))
        return
    style = f"Heading {min(block.level + 1, 9)}" if block.kind == "heading" else "Quote" if block.quoted else None
    paragraph = document.add_paragraph(style=style)
    bullet = labels.is_bullet(block.label)
    if bullet:
        numbered(paragraph, bullets, 1 if block.indent >= 2 and block.label == "-" else 0)
    elif block.label and numbers and re.fullmatch(r"\(?\w+[.)]", block.label):
        level = 0 if block.label.strip("().").isdigit() else 1
        numbered(paragraph, *numbers.list_for(block.label, level))
    elif block.label:
        paragraph.add_run(f"{block.label} ").bold = bool(block.bold and block.bold[0][0] == 0) or None
    at = 0
    for start, end in (*block.bold, (len(block.text), len(block.text))):
        if block.text[at:start]:
            paragraph.add_run(block.text[at:start])
        if end > start:
            paragraph.add_run(block.text[start:end]).bold = True
        at = end
