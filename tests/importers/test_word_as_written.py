"""What Word, and the forms that councils make with it, put into a document beside plain paragraphs."""

from __future__ import annotations

import datetime as dt

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from importers.making_word import Numbers, numbered, saved, within
from importers.test_word import with_part
from minutebook.importers import import_document, word
from minutebook.reading.decisions import OPERATIVE_WORDS

TODAY = dt.date(2026, 1, 5)


def read(document):
    reading = word.read(saved(document))
    assert not isinstance(reading, str), reading
    return reading


def shown(reading):
    return [" | ".join(block.cells) or f"{block.label} {block.text}".strip() for block in reading.blocks]


def said(reading):
    return [(line.what, line.text) for line in reading.report]


def imported(document):
    [result] = import_document("minutes.docx", saved(document), words=OPERATIVE_WORDS, today=TODAY)
    assert not result.problems, result.problems
    return result.meeting


def add(document, xml):
    """Put markup at the end of a document's body."""
    document.element.body.insert(-1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


# --- heads -----------------------------------------------------------------------------------------------------------


def minutes(*above):
    document = docx.Document()
    for text in (*above, "Present: Cllr A Bee (Chair), Cllr C Dee", "1. Trees", "RESOLVED that oaks be planted."):
        document.add_paragraph(text)
    return document


def test_the_head_of_the_first_page_may_be_the_heading_of_the_minutes():
    document = minutes()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Minutes of the Parks Committee held on Monday 7 April 2025 at 7pm"
    section.header.paragraphs[0].text = "Minutes, 6 June 2024"
    meeting = imported(document)
    assert (meeting.body, meeting.date, len(meeting.items)) == ("parks-committee", dt.date(2025, 4, 7), 1)
    assert ("inferred", section.first_page_header.paragraphs[0].text) in said(read(document))


def test_a_head_that_alone_names_the_body_names_it():
    document = minutes("Minutes of the meeting held on Monday 7 April 2025")
    document.sections[0].header.paragraphs[0].text = "Parks Committee"
    assert imported(document).body == "parks-committee"


def test_a_head_that_says_nothing_more_is_not_read():
    document = minutes("Minutes of the Parks Committee held on Monday 7 April 2025")
    document.sections[0].header.paragraphs[0].text = "Ponds Committee, 8 May 2025"
    assert not any("Ponds" in text for text in shown(read(document)))


# --- tables ----------------------------------------------------------------------------------------------------------


def test_a_table_whose_numbers_stand_in_empty_paragraphs():
    document = docx.Document()
    document.add_paragraph("Minutes of the Parks Committee held on 7 April 2025")
    document.add_paragraph("Present: Cllr A Bee (Chair), Cllr C Dee")
    number = Numbers(document).add([(0, "decimal", "%1.", 4)])
    table = document.add_table(rows=0, cols=3)
    heads = ("No", "Minute", "Action")
    for cell, text in zip(table.add_row().cells, heads, strict=True):
        cell.text = text
    for title, text in (("Trees", "RESOLVED that oaks be planted."), ("Ponds", "Members spoke of newts.")):
        first, second, _ = table.add_row().cells
        numbered(first.paragraphs[0], number)
        second.text = title
        second.add_paragraph(text)
    items = imported(document).items
    assert [(item.number, item.title, len(item.blocks)) for item in items] == [("4", "Trees", 1), ("5", "Ponds", 1)]


def test_ticks_say_who_came_and_who_did_not():
    document = docx.Document()
    document.add_paragraph("Minutes of the Parks Committee held on 7 April 2025")
    table = document.add_table(rows=0, cols=3)
    for texts in (("Name", "Present", "Apologies"), ("Cllr A Bee", "✓", ""), ("Cllr C Dee", "", "")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    sign = f"<w:r {nsdecls('w')}><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
    table.rows[2].cells[2].paragraphs[0]._p.append(parse_xml(sign))
    document.add_paragraph("1. Trees")
    document.add_paragraph("RESOLVED that oaks be planted.")
    meeting = imported(document)
    assert [[who.printed for who in group.people] for group in meeting.attendance] == [["Cllr A Bee"]]
    assert [who.printed for who in meeting.apologies] == ["Cllr C Dee"]


def test_a_number_and_what_it_numbers_in_one_cell_are_text():
    document = docx.Document()
    number = Numbers(document).add([(0, "decimal", "%1.", 4), (1, "decimal", "%1.%2", 1)])
    table = document.add_table(rows=0, cols=2)
    for texts, action in ((("Trees", "The Chair spoke of oaks."), ""), (("Ponds", "It was agreed to dig."), "Clerk")):
        first, second = table.add_row().cells
        first.text, second.text = texts[0], action
        for level, paragraph in enumerate((first.paragraphs[0], first.add_paragraph(texts[1]))):
            numbered(paragraph, number, level)
    lines = ["4. Trees", "4.1 The Chair spoke of oaks.", "5. Ponds", "5.1 It was agreed to dig.", "Clerk"]
    assert shown(read(document)) == lines


def test_a_document_put_into_another_is_said_to_be_missing():
    document = docx.Document()
    document.add_paragraph("Before.")
    add(document, "<w:altChunk></w:altChunk>")
    reading = read(document)
    assert shown(reading) == ["Before."]
    assert [line.what for line in reading.report] == ["unplaced"]


def test_a_table_in_a_cell_does_not_tear_its_row():
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("24/0120", "A shed", "Refused"), strict=True):
        cell.text = text
    inner = table.rows[0].cells[1].add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "Objections", "3"
    assert shown(read(document)) == ["24/0120 | A shed | Refused", " | Objections 3 | "]


# --- what is on the page and no part of the minutes ------------------------------------------------------------------


@pytest.mark.parametrize("control", [True, False], ids=["in a content control", "by its style"])
def test_a_table_of_contents_is_dropped(control):
    document = docx.Document()
    inner = "".join(
        f"<w:p><w:pPr><w:pStyle w:val='TOC1'/></w:pPr><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("1. Trees", "2. Ponds")
    )  # fmt: skip
    if control:
        gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        add(document, f"<w:sdt>{gallery}<w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    else:
        style = document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(docx.oxml.ns.qn("w:styleId"), "TOC1")
        for one in inner.split("</w:p>")[:-1]:
            add(document, f"{one}</w:p>")
    document.add_paragraph("After it.")
    reading = read(document)
    assert shown(reading) == ["After it."]
    assert " ".join(text for _, text in said(reading)) == "1. Trees 2. Ponds"


def test_what_nobody_filled_in_is_dropped():
    document = docx.Document()
    hint = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    run = "<w:r><w:t xml:space='preserve'>Click here to enter text.</w:t></w:r>"
    add(document, f"<w:p><w:r><w:t>Apologies: </w:t></w:r>{hint.format(run)}</w:p>")
    add(document, hint.format(f"<w:p>{run}</w:p>"))
    reading = read(document)
    assert shown(reading) == ["Apologies:"]
    assert said(reading) == [("dropped", "Click here to enter text.")] * 2


def test_a_document_of_scanned_pages_says_so():
    content = with_part(saved(docx.Document()), "word/media/image1.png", b"PNG")
    assert "pictures and no text" in word.read(content)


def test_a_deleted_row_is_said_and_text_that_was_moved_is_read_once():
    document = docx.Document()
    cells = "".join(f"<w:tc><w:p><w:del><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p></w:tc>" for text in "xy")
    add(document, f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cells}</w:tr></w:tbl>")
    for kind in ("moveFrom", "moveTo"):
        add(document, f"<w:p><w:{kind}><w:r><w:t>Ponds</w:t></w:r></w:{kind}></w:p>")
    reading = read(document)
    assert shown(reading) == ["Ponds"]
    assert said(reading) == [("dropped", "x y")]


def test_words_before_a_deleted_end_are_not_lost_at_the_end_of_a_cell_or_of_the_document():
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).rows[0].cells
    cell[0].text, cell[1].text = "Members:", "Cllr A Bee"
    document.add_paragraph("Closed.")
    for paragraph in (cell[1].paragraphs[0], document.paragraphs[-1]):
        within(within(paragraph._p.get_or_add_pPr(), "w:rPr"), "w:del", author="x")
    assert shown(read(document)) == ["Members: | Cllr A Bee", "Closed."]
