"""PDFs printed from documents that are known as text: what is read of them must be what is read of the text."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from importers.making_pdf import BOLD, PLAIN, Style, lines_at, pdf_of, typed
from importers.making_word import docx_of
from minutebook.importers import engine, flow, markdown, pdf, plain
from minutebook.model import Source
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.text import item_text
from minutebook.writing import write_meeting
from project import minutebook

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = (
    "broken_bold", "capitals_unnumbered", "columns", "hard_wrapped", "pages", "parish", "private_part", "quoted_decisions", "resuming",
)  # fmt: skip
REAL = ("000_b79cca3f84766aea", "002_a185ff9f3460d877")
STYLES = {
    "wide pages": Style(),
    "low pages, justified, with a head": Style(height=300, size=10, leading=1.15, gap=0.5, justified=True, head="Example – Minutes"),
    "open lines": Style(height=420, leading=1.4, gap=1),
    "no room between paragraphs": Style(size=10, gap=0.45, leading=1.1, head="Example", foot="{page}"),
}  # fmt: skip


def reading_of(text):
    return (markdown if markdown.is_markdown(text) else plain).read(text)


def meeting_of(reading):
    draft = engine.draft(reading, OPERATIVE_WORDS)
    assert isinstance(draft, engine.Draft), draft
    return replace(draft.meeting, source=Source())


def minutes_of(meeting):
    """The minutes file, without quotation marks at the front of lines: a PDF does not say what is a quotation."""
    return re.sub(r"(?m)^>(?: |$)", "", write_meeting(replace(meeting, body="x")))


def printed(text, style):
    indented = markdown.is_markdown(text)  # only there does indentation say what is a sub-list
    return pdf_of(flow.mend(reading_of(text)).blocks, replace(style, indented=indented))


def read(content):
    reading = pdf.read(content)
    assert not isinstance(reading, str), reading
    return reading


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", NAMES)
def test_a_printed_document_gives_the_same_minutes(name, style):
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    assert minutes_of(meeting_of(read(printed(text, STYLES[style])))) == minutes_of(meeting_of(reading_of(text)))


@pytest.mark.parametrize("name", ["columns", "hard_wrapped", "pages", "parish", "private_part", "capitals_unnumbered"])
def test_a_document_that_is_printed_line_for_line_gives_the_same_minutes(name):
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    assert minutes_of(meeting_of(read(typed(text)))) == minutes_of(meeting_of(reading_of(text)))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", REAL)
def test_real_minutes_printed_give_the_same_minutes(shared, name, style):
    text = (shared / "minutes" / f"{name}.txt").read_text(encoding="utf-8")
    reading = read(printed(text, STYLES[style]))
    assert minutes_of(meeting_of(reading)) == minutes_of(meeting_of(reading_of(text)))
    if STYLES[style].height < 500:
        assert reading.blocks[-1].page > 8
    feet = [line for line in reading.report if line.what == "dropped"]
    assert len(feet) >= reading.blocks[-1].page


# --- lines and paragraphs --------------------------------------------------------------------------------------------


def body(*lines, left=72.0, top=100.0, step=13.0):
    return [
        (left, top + number * step, *((line,) if isinstance(line, str) else line)) for number, line in enumerate(lines)
    ]


FULL = "The committee heard that the work on the weir had begun in the spring and would"


def texts(reading):
    return [block.text for block in reading.blocks]


def test_lines_of_a_paragraph_are_joined_and_a_hyphen_of_the_line_is_taken_out_where_it_is_known():
    content = lines_at(
        body(
            "The committee heard that the works had begun in spring and would go-",
            "vern all that is done for the long-term good of the whole of the river.",
            "To govern is to wait for what may come in time, and so a lasting long-",
            "term plan is needed. The weir-keeper and his brother asked the under-",
            "standing of it, and all that had been found in the pipes between pre-",
            "and post-war works, and what had been paid for all of it in the 2024-",
            "25 year.",
        )
    )
    text = " ".join(texts(read(content)))
    assert "would govern all" in text
    assert "a lasting long-term plan" in text
    assert "the under-standing of" in text
    assert "between pre- and post-war" in text
    assert "the 2024-25 year" in text
    assert [(line.what, line.text) for line in read(content).report] == [("inferred", "under-standing")]


def test_room_at_the_end_of_a_line_indents_and_gaps_begin_paragraphs():
    content = lines_at(
        [
            *body(FULL, "end in May.", "Members asked about the fish pass, and were told by the engineer that it would", "stay."),
            *body(FULL, "end in June.", top=170),
            (90, 196, "First words of an indented paragraph which fill its line right up to the margin"),
            (72, 209, "and go on below."),
        ]
    )  # fmt: skip
    assert [text[-9:] for text in texts(read(content))] == ["d in May.", "uld stay.", " in June.", "on below."]


def test_a_clause_goes_on_over_a_page_and_the_block_knows_its_page():
    long = "That the weir be mended by the end of the year, and that the engineer report on"
    content = lines_at(
        [(72, 700, "RESOLVED that:"), (72, 726, "1)"), (96, 726, long), (96, 739, "it in May. The cost is to be met from the reserves which were set aside last year.")],
        [(96, 72, "Tenders are to be asked for."), (72, 98, "2)"), (96, 98, "That the fish pass stay.")],
    )  # fmt: skip
    blocks = read(content).blocks
    assert [(block.label, block.text[-9:], block.page) for block in blocks] == [
        ("", "VED that:", 1),
        ("1)", "sked for.", 1),
        ("2)", "ass stay.", 2),
    ]


def test_a_number_at_the_start_of_a_line_in_mid_sentence_is_no_label():
    content = lines_at(
        body(
            "The committee had agreed to the fish pass when it met in the autumn, see Minute",
            "40. The engineer confirmed this.",
        )
    )
    assert [(block.label, block.text[-35:]) for block in read(content).blocks] == [
        ("", "te 40. The engineer confirmed this.")
    ]


def test_bold_is_known_from_the_font_and_letters_struck_twice_are_read_once():
    content = lines_at(
        [
            (72, 100, "RESOLVED", BOLD),
            (135, 100, "that it stay."),
            (72, 140, "AGREED"),
            (72.3, 140, "AGREED"),
            (125, 140, "to wait."),
        ]
    )  # the second is struck twice
    assert [(block.text, block.bold) for block in read(content).blocks] == [
        ("RESOLVED that it stay.", ((0, 8),)),
        ("AGREED to wait.", ()),
    ]


def test_larger_print_is_a_heading():
    content = lines_at([(72, 80, "Weirs and locks", BOLD, 16), *body(FULL, "end in May.")])
    [heading, paragraph] = read(content).blocks
    assert (heading.kind, heading.level, paragraph.kind) == ("heading", 2, "paragraph")


def test_raised_characters():
    content = lines_at(
        [
            *body("The sub-committee met on the 2", "second line of the body", "third line of the body", "fourth line of the body"),
            (72 + 153.5, 96, "nd", PLAIN, 7),
            (72, 200, "A space of 40 m"), (72 + 77.5, 196, "2", PLAIN, 7),
            (72, 240, "was kept by the trust"), (72 + 104, 236, "3", PLAIN, 7), (72 + 112, 240, "and the mill."),
            (72, 760, "3 See the deed of 1901.", PLAIN, 8),
        ]
    )  # fmt: skip
    reading = read(content)
    text = " ".join(texts(reading))
    assert "on the 2nd" in text
    assert "40 m2" in text
    assert "by the trust and the mill." in text
    assert [(line.what, line.text) for line in reading.report] == [
        ("dropped", "was kept by the trust and the mill. [3]"),
        ("unplaced", "3 See the deed of 1901."),
    ]


@pytest.mark.parametrize("glyph", ["•", "–", "-", "o"])
def test_list_marks(glyph):
    content = lines_at([(72, 100, glyph), (90, 100, "one thing"), (72, 113, glyph), (90, 113, "another")])
    assert [(block.kind, block.label, block.text) for block in read(content).blocks] == [
        ("entry", glyph, "one thing"),
        ("entry", glyph, "another"),
    ]


# --- page furniture --------------------------------------------------------------------------------------------------


def test_heads_feet_and_page_numbers_are_dropped_and_reported():
    pages = [
        [
            (200, 40, f"Amenities Committee – {page} May" if page else "Draft"),
            *body(*(f"Text {chr(65 + page)}{chr(65 + line)} of the meeting." for line in range(8)), step=30),
            (300, 800, str(page + 7)),
        ]
        for page in range(5)
    ]
    reading = read(lines_at(*pages))
    assert len(reading.blocks) == 41  # the first page's own head stays
    assert reading.blocks[0].text == "Draft"
    said = [(line.message, line.text) for line in reading.report]
    assert ("a running head or foot (page 2)", "Amenities Committee – 1 May") in said
    assert ("a page's number (page 5)", "11") in said
    assert len(said) == 9


def test_words_that_stand_on_most_pages_by_chance_are_kept():
    pages = [
        body("RESOLVED that it be so.", f"Item {page} is done.", "The rest.", top=100 + 20 * page) for page in range(4)
    ]
    assert len(read(lines_at(*pages)).blocks) >= 4
    assert " ".join(texts(read(lines_at(*pages)))).count("RESOLVED") == 4


# --- columns ---------------------------------------------------------------------------------------------------------


def test_names_in_columns_are_rows_and_wrapped_cells_are_one():
    content = lines_at(
        [
            (72, 100, "Present:"), (200, 100, "Councillor A Bee"), (340, 100, "Councillor D Dee"),
            (200, 113, "Councillor B Cee"), (340, 113, "Councillor E Eff"),
            (72, 139, "Other Members of the"), (200, 139, "Councillor G Gee, Cabinet Member for Rivers, Weirs and"),
            (72, 152, "Council:"), (200, 152, "Locks"),
            (72, 190, FULL), (72, 203, "end in May."),
        ]
    )  # fmt: skip
    rows = [block.cells for block in read(content).blocks if block.kind == "row"]
    assert [tuple(cell for cell in row if cell) for row in rows] == [
        ("Present:", "Councillor A Bee", "Councillor D Dee"),
        ("Councillor B Cee", "Councillor E Eff"),
        ("Other Members of the Council:", "Councillor G Gee, Cabinet Member for Rivers, Weirs and Locks"),
    ]


def test_text_in_two_columns_is_read_column_by_column():
    left = [f"the left column runs on in line {line} a" for line in range(12)]
    right = [f"the right column goes on in line {line} b" for line in range(12)]
    content = lines_at(
        [
            (72, 60, "Minutes of the Amenities Committee held on Monday, 5 May 2025 in the hall", BOLD),
            *body(*left), *body(*right, left=320),
            (72, 300, FULL + " end."),
        ]
    )  # fmt: skip
    text = " ".join(texts(read(content)))
    assert text.index("line 11 a") < text.index("line 0 b")
    assert text.endswith("would end.")


def test_a_ruled_table_is_read_by_its_cells():
    made = io.BytesIO()
    rows = [["No", "Subject", "Signatures"], ["1", "Save the ferry\nand its bell", "519"], ["2", "Mend the pier", ""]]
    table = Table(rows, colWidths=[30, 120, 80], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(made, pagesize=A4, invariant=1).build([table])
    assert [block.cells for block in read(made.getvalue()).blocks] == [
        ("No", "Subject", "Signatures"),
        ("1", "Save the ferry and its bell", "519"),
        ("2", "Mend the pier", ""),
    ]


def test_a_page_that_is_turned_is_read_as_it_is_held():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.rotate(90)
    canvas.drawString(100, -100, "The first line of the landscape page,")
    canvas.drawString(100, -113, "and the second.")
    canvas.save()
    assert texts(read(made.getvalue())) == ["The first line of the landscape page, and the second."]


def test_a_watermark_is_left_out_and_reported():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.drawString(100, 700, "The text.")
    canvas.rotate(45)
    canvas.drawString(300, 200, "DRAFT")
    canvas.save()
    reading = read(made.getvalue())
    assert texts(reading) == ["The text."]
    assert [(line.what, line.text) for line in reading.report] == [("dropped", "DRAFT")]


# --- what cannot be read ---------------------------------------------------------------------------------------------


def scanned(pages):
    from PIL import Image

    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    for text in pages:
        canvas.drawInlineImage(Image.new("L", (20, 20), 128), 0, 0, 595, 842)
        canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_refusals_say_what_it_is_and_what_to_do():
    assert pdf.read(scanned(["", "", ""])) == (
        "it is a scanned PDF: pictures of pages without text; run text recognition (OCR) over it first, or ask for the Word file"
    )
    assert "locked with a password" in pdf.read(lines_at(body("Secret."), password="secret"))
    assert "without any text" in pdf.read(lines_at([]))
    assert "damaged" in pdf.read(b"%PDF-1.7 and so on")


def test_a_page_without_text_among_others_is_reported():
    reading = read(scanned([FULL, "", f"Later {FULL}"]))
    assert [(line.what, line.message) for line in reading.report] == [
        ("unplaced", "page 2 is a picture without text and was not read")
    ]


def test_too_many_pages_or_characters_are_refused(monkeypatch):
    content = lines_at(*[body(FULL)] * 4)
    monkeypatch.setattr(pdf, "MOST_PAGES", 3)
    assert "a PDF of 4 pages, and at most 3 are read" in pdf.read(content)
    monkeypatch.setattr(pdf, "MOST_PAGES", 10)
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 200)
    assert "more than 200 characters" in pdf.read(content)


def test_a_broken_table_of_objects_is_mended():
    content = lines_at(body(FULL, "end in May."))
    at = content.rindex(b"xref\n")
    broken = content[:at] + content[at:].replace(b"0000000", b"0009999")
    assert texts(read(broken)) == [FULL + " end in May."]


def mutated(content, seed):
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 200)]
            case 2:
                changed[at:at] = changed[chance.randrange(len(changed)) :][: chance.randint(1, 200)]
            case 3:
                changed[at : at + 4] = str(chance.randrange(10**6)).encode()
        changed = changed or bytearray(b" ")
    return bytes(changed)


def hold(seeds):
    text = (FIXTURES / "columns.txt").read_text(encoding="utf-8")
    content = printed(text, STYLES["open lines"])
    outcomes = set()
    for seed in seeds:
        found = pdf.read(mutated(content, seed))
        outcomes.add(type(found))
        assert not isinstance(found, str) or found.startswith("it is a"), seed
    assert len(outcomes) == 2


def test_damaged_files_are_read_or_refused():
    hold(range(40))


@pytest.mark.soak
def test_many_damaged_files_are_read_or_refused():
    hold(range(1000, 4000))


def test_every_word_of_the_text_is_read_once(shared):
    """The words of each item, counted apart from what the engine makes of them."""
    text = (shared / "minutes" / f"{REAL[1]}.txt").read_text(encoding="utf-8")
    items = [item_text(item) for item in meeting_of(read(printed(text, STYLES["open lines"]))).items]
    assert items == [item_text(item) for item in meeting_of(reading_of(text)).items]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_tables_hold_what_a_careful_reader_found(shared, tmp_path, form):
    """The whole way from a PDF or a Word document to published tables, which are compared with the real minutes."""
    files = []
    for name in REAL:
        text = (shared / "minutes" / f"{name}.txt").read_text(encoding="utf-8")
        files.append(tmp_path / f"{name}.{form}")
        word = docx_of(flow.mend(reading_of(text)).blocks, automatic=True)
        files[-1].write_bytes(printed(text, STYLES["open lines"]) if form == "pdf" else word)
    folder = tmp_path / "T"
    done = minutebook("new", folder, "--name", "Coventry City Council")
    assert done.returncode == 0, done.stderr
    settings = folder / "content/council.yaml"
    settings.write_text(settings.read_text().replace("private_items: titles", "private_items: publish"))
    for command in (("import", *files), ("build",)):
        done = minutebook("-C", folder, *command)
        assert done.returncode == 0, done.stderr
    score = [sys.executable, shared / "score/score.py", folder / "build/site/data"]
    gold = [shared / "gold" / f"{name[:3]}.json" for name in REAL]
    options = ["--only", "core", "--whole", "--source", shared / "minutes"]
    done = subprocess.run([*score, *gold, *options], check=False, capture_output=True, text=True)
    assert set(re.findall(r"F1 (\d\.\d{3})", done.stdout)) == {"1.000"}, done.stdout
    assert re.findall(r"lost (\d+) of \d+, invented (\d+)", done.stdout) == [("0", "0")] * len(gold)
