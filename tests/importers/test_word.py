"""Word documents made of documents that are known as text, and of the ways in which Word hides what a reader sees."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from importers.making_word import Numbers, docx_of, numbered, saved, within
from minutebook.importers import engine, flow, markdown, plain, word, word_package
from minutebook.importers.word_numbering import in_form
from minutebook.model import Source
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.writing import write_meeting

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = (
    "broken_bold", "capitals_unnumbered", "columns", "hard_wrapped", "pages", "parish", "private_part", "quoted_decisions", "resuming",
)  # fmt: skip
REAL = ("000_b79cca3f84766aea", "002_a185ff9f3460d877")
WAYS = {
    "typed numbers": {},
    "automatic numbers": {"automatic": True},
    "columns set with tabs": {"automatic": True, "tabbed": True},
}


def reading_of(text):
    return (markdown if markdown.is_markdown(text) else plain).read(text)


def minutes_of(reading):
    draft = engine.draft(reading, OPERATIVE_WORDS)
    assert isinstance(draft, engine.Draft), draft
    return write_meeting(replace(draft.meeting, body="x", source=Source()))


def read(content):
    reading = word.read(content if isinstance(content, bytes) else saved(content))
    assert not isinstance(reading, str), reading
    return reading


def shown(reading):
    """Each block as a person sees it in Word."""
    return [f"{block.label} {block.text}".strip() for block in reading.blocks]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", NAMES)
def test_a_word_document_gives_the_same_minutes(name, way):
    reading = reading_of((FIXTURES / f"{name}.txt").read_text(encoding="utf-8"))
    content = docx_of(flow.mend(reading).blocks, **WAYS[way])
    assert minutes_of(read(content)) == minutes_of(reading)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", REAL)
def test_real_minutes_in_word_give_the_same_minutes(shared, name, way):
    reading = reading_of((shared / "minutes" / f"{name}.txt").read_text(encoding="utf-8"))
    content = docx_of(flow.mend(reading).blocks, **WAYS[way])
    assert minutes_of(read(content)) == minutes_of(reading)


def test_automatic_numbers_stand_nowhere_in_the_document():
    """What the tests above rest on: the numbers of a document with automatic ones are only computed."""
    reading = reading_of((FIXTURES / "broken_bold.txt").read_text(encoding="utf-8"))
    content = docx_of(flow.mend(reading).blocks, automatic=True)
    text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert ">22." not in text
    assert "22." in [block.label for block in read(content).blocks]


# --- numbering -------------------------------------------------------------------------------------------------------


def listed(document, levels):
    numbers = Numbers(document)
    number = numbers.add(levels)
    return numbers, number


def test_levels_restart_below_and_go_on_above():
    document = docx.Document()
    _, number = listed(
        document,
        [
            (0, "decimal", "%1.", 33),
            (1, "lowerLetter", "(%2)", 1),
            (2, "lowerRoman", "%3)", 1),
            (3, "decimal", "%1.%4", 1),
        ],
    )
    for level in (0, 1, 2, 2, 1, 0, 1, 3):
        numbered(document.add_paragraph("x"), number, level)
    assert shown(read(document)) == ["33. x", "(a) x", "i) x", "ii) x", "(b) x", "34. x", "(a) x", "34.1 x"]


def test_another_list_of_the_same_definition_goes_on_unless_it_starts_anew():
    document = docx.Document()
    numbers, number = listed(document, [(0, "upperRoman", "%1.", 1)])
    abstract = numbers.root.findall(qn("w:abstractNum"))[0].get(qn("w:abstractNumId"))
    same, anew = numbers.use(abstract), numbers.use(abstract, {0: 5})
    for which in (number, same, anew, anew, number):
        numbered(document.add_paragraph("x"), which)
    assert shown(read(document)) == ["I. x", "II. x", "V. x", "VI. x", "VII. x"]


def test_a_level_that_never_restarts():
    document = docx.Document()
    numbers, number = listed(document, [(0, "decimal", "%1.", 1), (1, "decimal", "%2)", 1)])
    within(numbers.root.findall(qn("w:abstractNum"))[0].findall(qn("w:lvl"))[1], "w:lvlRestart", val=0)
    for level in (0, 1, 0, 1):
        numbered(document.add_paragraph("x"), number, level)
    assert shown(read(document)) == ["1. x", "1) x", "2. x", "2) x"]


def test_a_style_that_numbers_and_a_paragraph_that_does_not():
    document = docx.Document()
    _, number = listed(document, [(0, "decimal", "%1/25", 41)])
    style = document.styles.add_style("Minute", WD_STYLE_TYPE.PARAGRAPH)
    below = within(style.element.get_or_add_pPr(), "w:numPr")
    within(below, "w:numId", val=number)
    document.add_paragraph("Trees", style="Minute")
    numbered(document.add_paragraph("Not numbered", style="Minute"), 0)
    document.add_paragraph("Ponds", style="Minute")
    assert shown(read(document)) == ["41/25 Trees", "Not numbered", "42/25 Ponds"]


def test_what_a_reader_cannot_see_takes_no_number():
    document = docx.Document()
    _, number = listed(document, [(0, "decimal", "%1)", 1)])
    for text in ("one", "gone", "two"):
        paragraph = document.add_paragraph(text)
        numbered(paragraph, number)
        paragraph.runs[0].font.hidden = text == "gone" or None
    reading = read(document)
    assert shown(reading) == ["1) one", "2) two"]
    assert [(line.what, line.message, line.text) for line in reading.report] == [("dropped", "hidden text", "gone")]


def test_bullets_have_their_glyphs_and_levels():
    document = docx.Document()
    _, number = listed(document, [(0, "bullet", "\uf0b7", 1), (1, "bullet", "o", 1)])
    for level in (0, 1, 0):
        numbered(document.add_paragraph("x"), number, level)
    blocks = read(document).blocks
    assert [(block.kind, block.label, block.indent > 1) for block in blocks] == [
        ("entry", "\uf0b7", False),
        ("entry", "o", True),
        ("entry", "\uf0b7", False),
    ]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (28, "lowerLetter", "bb"), (4, "upperLetter", "D"), (14, "lowerRoman", "xiv"), (9, "upperRoman", "IX"), (7, "decimalZero", "07"),
        (22, "ordinal", "22nd"), (12, "ordinal", "12th"), (3, "chicago", "3"), (0, "lowerRoman", "0"), (3, "none", ""),
    ],
)  # fmt: skip
def test_forms_of_numbers(number, form, text):
    assert in_form(number, form) == text


# --- text ------------------------------------------------------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t>The rent is </w:t></w:r><w:del><w:r><w:delText>£9</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>£10</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t> a year.</w:t></w:r></w:moveTo></w:p>"
        ),
    )
    reading = read(document)
    assert shown(reading) == ["The rent is £10 a year."]
    assert [(line.what, line.text) for line in reading.report] == [("dropped", "£9")]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    document = docx.Document()
    first = document.add_paragraph("The weir ")
    within(within(first._p.get_or_add_pPr(), "w:rPr"), "w:del", author="x")
    document.add_paragraph("and the lock.")
    assert shown(read(document)) == ["The weir and the lock."]


def test_bold_comes_from_the_run_or_its_style_or_the_paragraph():
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("RESOLVED").bold = True
    paragraph.add_run(" that it ")
    paragraph.add_run("stay", style="Strong")
    heading = document.add_paragraph(style="Heading 2")
    heading.add_run("Trees ")
    heading.add_run("and ponds").bold = False
    assert [(block.kind, block.level, block.bold) for block in read(document).blocks] == [
        ("paragraph", 0, ((0, 8), (17, 21))),
        ("heading", 2, ((0, 5),)),
    ]


def test_tabs_are_columns_but_after_a_label_and_breaks_are_lines():
    document = docx.Document()
    document.add_paragraph("Members:\tCouncillor A Bee\tCouncillor C Dee")
    document.add_paragraph("41.\tTrees")
    document.add_paragraph("18/25\tPonds")
    document.add_paragraph("Councillor E Eff\nCouncillor G Gee")
    blocks = read(document).blocks
    assert blocks[0].cells == ("Members:", "Councillor A Bee", "Councillor C Dee")
    assert [(block.label, block.text) for block in blocks[1:]] == [
        ("41.", "Trees"), ("", "18/25 Ponds"), ("", "Councillor E Eff"), ("", "Councillor G Gee"),
    ]  # fmt: skip


def test_raised_numbers_are_marks_and_raised_letters_are_words():
    document = docx.Document()
    paragraph = document.add_paragraph("On the 2")
    paragraph.add_run("nd").font.superscript = True
    paragraph.add_run(" the trust")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" had 40 m")
    paragraph.add_run("2").font.superscript = True
    reading = read(document)
    assert shown(reading) == ["On the 2nd the trust had 40 m2"]
    assert [line.message for line in reading.report] == ["a footnote's mark after these words"]


def test_symbols_field_codes_links_and_content_controls():
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:tab/><w:t>one</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> DATE </w:instrText><w:fldChar w:fldCharType='separate'/><w:t> two</w:t>"
            "<w:fldChar w:fldCharType='end'/></w:r><w:hyperlink><w:r><w:t xml:space='preserve'> three</w:t></w:r></w:hyperlink>"
            "<w:r><w:t xml:space='preserve"
            "'> </w:t></w:r><w:r><w:t>four</w:t><w:noBreakHyphen/><w:t>five</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    [block] = read(document).blocks
    assert (block.kind, block.label, block.text) == ("entry", "•", "one two three four-five")


def test_text_boxes_are_kept_once_and_reported():
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>Next meeting: 4 May</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph("Beside it.")._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    reading = read(document)
    assert shown(reading) == ["Beside it.", "Next meeting: 4 May"]
    assert [(line.what, line.text) for line in reading.report] == [("inferred", "Next meeting: 4 May")]


def with_part(content, name, text):
    """A document with a part more, or with another text in one."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, text)
    return made.getvalue()


def test_footnotes_are_reported():
    document = docx.Document()
    within(document.add_paragraph("The trust").add_run()._r, "w:footnoteReference", id=2)
    notes = f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:t>The deed of 1901.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    reading = read(with_part(saved(document), "word/footnotes.xml", notes))
    assert shown(reading) == ["The trust"]
    assert [(line.what, line.text) for line in reading.report] == [("unplaced", "The deed of 1901.")]


def test_heads_and_feet_are_no_part_of_the_minutes():
    reading = reading_of((FIXTURES / "parish.txt").read_text(encoding="utf-8"))
    assert not any("Page 1" in text or "Example" in text for text in shown(read(docx_of(reading.blocks))))


# --- tables ----------------------------------------------------------------------------------------------------------


def table_of(*rows):
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return document


def test_names_on_lines_of_a_cell_are_rows_and_sentences_are_one_text():
    reading = read(
        table_of(("Members:", "Councillor A Bee\nCouncillor C Dee"), ("Pier", "It is old.\nIt shall be mended."))
    )
    assert [block.cells for block in reading.blocks] == [
        ("Members:", "Councillor A Bee"),
        ("", "Councillor C Dee"),
        ("Pier", "It is old. It shall be mended."),
    ]


def test_a_table_that_only_sets_text_beside_numbers_is_read_as_text():
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "41."
    cell = table.rows[0].cells[1]
    cell.text = "Trees"
    cell.paragraphs[0].runs[0].bold = True
    cell.add_paragraph("The committee considered a report on trees.")
    assert [(block.kind, block.label, block.text) for block in read(document).blocks] == [
        ("paragraph", "41.", ""),
        ("paragraph", "", "Trees"),
        ("paragraph", "", "The committee considered a report on trees."),
    ]


# --- what cannot be read ---------------------------------------------------------------------------------------------


def test_refusals_say_what_it_is_and_what_to_do():
    old = b"\xd0\xcf\x11\xe0" + b"\0" * 600
    assert word.is_word(old)
    assert "an old Office document" in word.read(old)
    assert "save it as .docx" in word.read(old)
    locked = old + "EncryptedPackage".encode("utf-16-le")
    assert "locked with a password" in word.read(locked)
    assert "damaged" in word.read(b"PK\x03\x04word/document.xml and so on")
    assert "without any text" in word.read(saved(docx.Document()))


def test_a_bomb_is_refused_before_it_unpacks():
    content = saved(table_of(("a", "b")))
    bomb = with_part(content, "word/document.xml", b"<w:document>" + b" " * (word_package._LARGEST + 10))
    assert len(bomb) < 200_000
    assert "unpacks to more than 15 million bytes" in word.read(bomb)


def test_a_picture_of_any_size_is_never_unpacked():
    content = with_part(saved(table_of(("a", "b"))), "word/media/image1.png", b" " * (word_package._LARGEST + 10))
    assert [block.cells for block in read(content).blocks] == [("a", "b")]


def test_entities_are_refused():
    text = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    assert "damaged" in word.read(with_part(saved(docx.Document()), "word/document.xml", text))


def test_the_strict_form_of_the_format_is_read():
    content = saved(docx.Document())
    text = (
        "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:r><w:t>Noted.</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    assert shown(read(with_part(content, "word/document.xml", text))) == ["Noted."]


def mutated(content, seed):
    """A document whose bytes are damaged, or the text of one of whose parts is."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = chance.choice([f"word/{part}.xml" for part in ("document", "document", "numbering", "styles")])
        part = archive.read(name)
    if chance.random() < 0.3:
        changed = bytearray(content)
        for _ in range(chance.randint(1, 20)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    tags = re.findall(rb"<[^<>]+>", part)
    values = re.findall(rb'"[^"]*"', part)
    for _ in range(chance.randint(1, 8)):
        at = chance.choice(tags if chance.random() < 0.2 else values)
        by = chance.choice([b'"-1"', b'"99999999999"', b'""', b'"x"', chance.choice(values)])
        part = part.replace(at, by if at.startswith(b'"') else b"", chance.randint(1, 3))
    return with_part(content, name, part)


def hold(seeds):
    reading = reading_of((FIXTURES / "broken_bold.txt").read_text(encoding="utf-8"))
    content = docx_of(flow.mend(reading).blocks, automatic=True)
    outcomes = set()
    for seed in seeds:
        found = word.read(mutated(content, seed))
        outcomes.add(type(found))
        assert not isinstance(found, str) or found.startswith("it is a"), seed
    assert len(outcomes) == 2


def test_damaged_files_are_read_or_refused():
    hold(range(60))


@pytest.mark.soak
def test_many_damaged_files_are_read_or_refused():
    hold(range(1000, 5000))


def test_deep_nesting_is_refused_or_read():
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 60
    text = f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>top</w:t></w:r></w:p>{deep}</w:body></w:document>"
    assert shown(read(with_part(saved(docx.Document()), "word/document.xml", text)))[0] == "top"
    text = (
        text.replace(deep, deep)
        .replace("<w:tc>", "<w:tc>" + "<w:sdt>" * 6)
        .replace("</w:tc>", "</w:sdt>" * 6 + "</w:tc>")
    )
    assert isinstance(word.read(with_part(saved(docx.Document()), "word/document.xml", text)), str)
