"""PDFs of minutes as Word and LibreOffice print them: heads that hold the heading, footnotes above a foot, tables over pages."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from importers.making_pdf import PLAIN, lines_at
from minutebook.importers import item_tables, pdf

HEAD = ((72, 40, "Holm Parish Council"), (72, 55, "Minutes of the Parish Council meeting held on Monday 7 April 2025"))
TEXT = "The council heard that the work on the weir had begun in the spring and would end in May."


def read(*pages):
    reading = pdf.read(lines_at(*map(list, pages)))
    assert not isinstance(reading, str), reading
    return reading


def said(reading, what):
    return [line.text for line in reading.report if line.what == what]


def body(number):
    return [(72, 75 + 15 * at, f"Weir {chr(64 + number)}{chr(65 + at)}: {TEXT}") for at in range(20)]


@pytest.mark.parametrize("count", [2, 5])
def test_a_running_head_that_alone_holds_the_heading_is_read_once(count):
    reading = read(*((*HEAD, *body(number)) for number in range(1, count + 1)))
    heads = [text for *_, text in HEAD]
    texts = [f"{block.label} {block.text}".strip() for block in reading.blocks]
    assert [text for text in texts if text in heads] == heads
    assert said(reading, "inferred")[: len(heads)] == heads
    assert sorted(said(reading, "dropped")) == sorted(heads * (count - 1))


def test_a_running_head_that_says_nothing_more_is_dropped_everywhere():
    title = (72, 70, "Minutes of the Parks Committee held on Monday 7 April 2025")
    head = (400, 30, "Parks Committee – 7 April 2025")
    reading = read((head, title, *body(1)[1:]), *((head, *body(number)) for number in range(2, 5)))
    assert said(reading, "dropped") == [head[2]] * 4


def test_a_footnote_stands_above_the_foot_of_the_page():
    note, mark = (76, 700, "Counted in May.", PLAIN, 8), (72, 697, "1", PLAIN, 5)
    raised = (72 + 300, 96, "1", PLAIN, 6)
    pages = [(*body(number), (280, 800, f"Page {number} of 3")) for number in (1, 2, 3)]
    line = (72, 100, "The bins of the parish were counted anew, as they are each year")
    first = (line, raised, *body(1)[5:], mark, note, (280, 800, "Page 1 of 3"))
    reading = read(first, *pages[1:])
    assert any("footnote's mark" in one.message for one in reading.report)
    assert [text for text in said(reading, "unplaced") if "Counted in May." in text]
    assert not any("Counted in May." in block.text for block in reading.blocks)


def test_what_was_filled_into_a_form_is_read():
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=1)
    canvas.setFont(PLAIN, 11)
    canvas.drawString(72, 760, "Present:")
    field = {"width": 300, "height": 18, "borderWidth": 0, "fontSize": 11}
    canvas.acroForm.textfield(name="present", value="Cllr A Bee (Chair), Cllr C Dee", x=130, y=755, **field)
    canvas.drawString(72, 720, "1. Trees")
    canvas.acroForm.textfield(name="decision", value="RESOLVED that oaks be planted.", x=72, y=690, **field)
    canvas.drawString(72, 660, "2. Ponds")
    canvas.save()
    texts = [f"{block.label} {block.text}".strip() for block in pdf.read(made.getvalue()).blocks]
    assert texts == [
        "Present: Cllr A Bee (Chair), Cllr C Dee",
        "1. Trees",
        "RESOLVED that oaks be planted.",
        "2. Ponds",
    ]


LEFTS, RIGHT = (72, 110, 400), 520


def drawn(pages, *, sides):
    """A PDF whose pages are each one ruled table: rows of cells, each of lines. Without ``sides`` it is open left and right."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=1)
    for rows in pages:
        down = 80
        canvas.setFont(PLAIN, 11)
        for row in rows:
            depth = max(map(len, row))
            for left, cell in zip(LEFTS, row, strict=True):
                for at, text in enumerate(cell):
                    canvas.drawString(left + 4, 842 - down - 13 * (at + 1), text)
            bottom = down + 13 * depth + 6
            for at in (down, bottom):
                canvas.line(LEFTS[0], 842 - at, RIGHT, 842 - at)
            for at in (*LEFTS[not sides :], *([RIGHT] * sides)):
                canvas.line(at, 842 - down, at, 842 - bottom)
            down = bottom
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize("sides", [True, False], ids=["ruled all round", "open at the sides"])
def test_a_row_that_goes_on_over_the_page_is_one_item(sides):
    heads = (["No"], ["Minute"], ["Action"])
    first = [
        heads,
        (["1."], ["Trees"], ["Clerk"]),
        (["2."], ["The council heard that the ponds of the", "parish"], ["Cllr Dace"]),
    ]
    second = [heads, ([], ["were full."], []), (["3."], ["Weirs"], [])]
    reading = item_tables.unfolded(pdf.read(drawn([first, second], sides=sides)))
    assert [block.text for block in reading.blocks] == [
        "1. Trees", "Clerk", "2. The council heard that the ponds of the parish", "were full.", "Cllr Dace", "3. Weirs",
    ]  # fmt: skip
