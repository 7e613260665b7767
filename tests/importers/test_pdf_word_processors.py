"""PDFs as word processors write them: ligatures, numbers set by the style, tables without rules, titles that touch the text."""

from __future__ import annotations

from importers.making_pdf import BOLD, lines_at
from minutebook.importers import pdf

LIGATURE = """%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length 63 >> stream
BT /F1 11 Tf 72 700 Td (The o\\002cer of the Brie\\001ng sta\\003.) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 1 /LastChar 126 /Widths [WIDTHS] /ToUnicode 6 0 R >> endobj
6 0 obj << /Length 250 >> stream
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <7E> <0020> endbfrange
3 beginbfchar <01> <00660069> <02> <006600660069> <03> <00660066> endbfchar
endcmap end end
endstream endobj
trailer << /Root 1 0 R /Size 7 >>
%%EOF
"""


def blocks(*lines):
    reading = pdf.read(lines_at(list(lines)))
    assert not isinstance(reading, str), reading
    return reading.blocks


def test_a_ligature_is_several_letters_of_one_word():
    reading = pdf.read(LIGATURE.replace("WIDTHS", " 600" * 126).encode())
    assert [block.text for block in reading.blocks] == ["The officer of the Briefing staff."]


FULL = "The committee heard that the work on the weir had begun in the spring and would"


def test_a_bold_title_ends_where_plain_text_begins_though_nothing_parts_them():
    first, second = blocks(
        (72, 100, "33."), (92, 100, "The Weirs of the Long River and the Works the Trust has begun", BOLD),
        (72, 113, FULL), (72, 126, "end in May."),
    )  # fmt: skip
    assert (first.label, first.text[-15:], second.text[:13]) == ("33.", "Trust has begun", "The committee")


def test_a_page_number_that_ends_a_bracket_on_the_next_line_is_no_label():
    [one, two] = blocks(
        (72, 100, "9."), (100, 100, "The Weirs of the Long River and its Works until the Winter's end (Pages 203 -"),
        (72, 113, "304)"),
        (72, 140, FULL), (72, 153, "end in May."),
    )  # fmt: skip
    assert (one.label, one.text[-17:]) == ("9.", "(Pages 203 - 304)")
    assert two.text.endswith("end in May.")


def test_a_table_whose_rows_stand_apart_keeps_its_lines_together():
    found = blocks(
        (72, 100, "No"), (110, 100, "Asked by"), (220, 100, "Put to"), (330, 100, "Subject"),
        (72, 126, "5"), (110, 126, "Councillor Bee"), (220, 126, "Councillor Dee"), (330, 126, "The weir and its"),
        (330, 139, "longstanding"), (330, 152, "embankment"),
        (72, 178, "6"), (110, 178, "Councillor Effingham"), (220, 178, "Councillor Geeingto"), (330, 178, "The mill"),
        (72, 204, "7"), (110, 204, "Councillor Bee"), (220, 204, "Councillor Dee"), (330, 204, "The lock"),
        (72, 240, FULL), (72, 253, "end in May."),
    )  # fmt: skip
    assert [block.cells for block in found if block.kind == "row"] == [
        ("No", "Asked by", "Put to", "Subject"),
        ("5", "Councillor Bee", "Councillor Dee", "The weir and its longstanding embankment"),
        ("6", "Councillor Effingham", "Councillor Geeingto", "The mill"),
        ("7", "Councillor Bee", "Councillor Dee", "The lock"),
    ]


def test_a_row_whose_cells_nearly_touch_is_divided_where_the_columns_of_the_others_begin():
    found = blocks(
        (72, 100, "6"), (110, 100, "Councillor Bee"), (232, 100, "Councillor Dee"), (345, 100, "The lock"),
        (72, 126, "7"), (110, 126, "Councillor Effinghams"), (232, 126, "Councillor Geeingto"), (345, 126, "The mill"),
        (72, 160, FULL), (72, 173, "end in May."),
    )  # fmt: skip
    assert [block.cells[1:3] for block in found if block.kind == "row"] == [
        ("Councillor Bee", "Councillor Dee"),
        ("Councillor Effinghams", "Councillor Geeingto"),
    ]


def test_a_hyphen_after_a_number_at_the_end_of_a_line_stays_and_parts_nothing():
    found = blocks(
        (72, 100, FULL + " take a 5-"), (72, 113, "year programme, which had asked for all its money now and then for a 2-"),
        (72, 126, "and a 3-month grant."),
    )  # fmt: skip
    text = " ".join(block.text for block in found)
    assert "take a 5-year programme" in text
    assert "for a 2- and a 3-month" in text


def in_two_columns(left, right, step=13.0):
    """A page of two columns below a title: the lines of each, the right ones a little lower, as after a paragraph."""
    title = [(72, 60, "Minutes of the Amenities Committee held on Monday, 5 May 2025 in the long hall", BOLD)]
    lefts = [(72, 100 + step * place, line) for place, line in enumerate(left)]
    return [*title, *lefts, *((315, 104 + step * place, line) for place, line in enumerate(right))]


WEIR = ["the work on the weir had gone on for all", "of the spring and so the river was now"]


def test_each_of_two_columns_is_read_as_a_narrow_page_though_their_lines_are_not_level():
    left = [f"({word}) {line}" for word in "abcdef" for line in WEIR]
    found = blocks(*in_two_columns([*left, "(g) and the mill"], [f"{line} too" for line in WEIR * 6]))
    text = " ".join(f"{block.label} {block.text}" for block in found)
    assert text.index("and the mill") < text.index("now too")
    assert text.index("Amenities") < text.index("the work on the weir")


def test_names_beside_running_text_are_a_column_of_their_own():
    names = [f"Councillor {letter} Bee" for letter in "ABCDEFGHIJ"]
    found = [block.text for block in blocks(*in_two_columns(names, WEIR * 8))]
    assert found[1:11] == names
    assert found[11].startswith("the work on the weir had gone on")


def test_a_table_of_texts_side_by_side_is_no_page_in_two_columns():
    rows = [
        (72 + 243 * side, 100 + 40 * row + 13 * line, WEIR[line])
        for row in range(8)
        for side in (0, 1)
        for line in (0, 1)
    ]
    found = blocks((72, 60, "What was asked"), (280, 60, "What was said"), *rows)
    assert {block.kind for block in found} == {"row"}
    assert found[0].cells == ("What was asked", "What was said")
