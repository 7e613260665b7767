"""Where items begin: the row of numbers that the minutes of a meeting make, and documents that print none."""

from __future__ import annotations

from minutebook.importers import flow, items, markdown, plain


def find(text, reader=plain):
    return items.find(flow.mend(reader.read(text)).blocks)


def numbered(found):
    return [f"{start.number} {start.title}".strip() for start in found.starts]


def test_clauses_numbered_like_items_are_none():
    text = (
        "50. Homes\n\nRESOLVED that the Council:\n\n1. Approves the grant.\n\n2. Thanks the staff.\n\n51. Roads\n\nNoted.\n\n"
        "52. Parks\n\nRESOLVED that:\n\n1. It be so.\n\n2. It be done.\n"
    )
    assert numbered(find(text)) == ["50 Homes", "51 Roads", "52 Parks"]


def test_clauses_that_begin_again_at_one_are_told_from_items_that_began_at_one():
    text = "1. Apologies\n\nNone.\n\n2. Streets\n\nRESOLVED that:\n\n1. they be swept.\n\n2. they be lit.\n\n3. Parks\n\nNoted.\n"
    assert numbered(find(text)) == ["1 Apologies", "2 Streets", "3 Parks"]


def test_bold_sub_headings_with_numbers_are_no_items():
    text = (
        "#### **46. Announcements**\n\n**1. A sad event**\n\nA silence was held.\n\n**2. A welcome**\n\nAll were welcome.\n\n"
        "**47. Petitions**\n\nNone.\n\n48. **Statements**\n\nNone.\n"
    )
    assert numbered(find(text, markdown)) == ["46 Announcements", "47 Petitions", "48 Statements"]


def test_numbers_of_every_form():
    for numbers in (
        ("36/25", "37/25"),
        ("25/36", "25/37"),
        ("PL/24/017", "PL/24/018"),
        ("5", "5(a)", "5(b)", "6"),
        ("9a", "9b"),
    ):
        text = "".join(f"{number}. Trees and hedges\n\nThey were noted at length.\n\n" for number in numbers)
        assert [start.number for start in find(text).starts] == list(numbers)


def test_a_number_on_a_line_of_its_own_takes_the_title_below_it():
    text = "36/25\n\nTrees and hedges\n\nThey were noted.\n\n37/25\n\nPonds\n\nThey were noted.\n"
    assert numbered(find(text)) == ["36/25 Trees and hedges", "37/25 Ponds"]


def test_a_missing_number_is_reported_and_a_word_before_one_too():
    found = find("Minute 36: Trees\n\nNoted.\n\nMinute 38: Ponds\n\nNoted.\n")
    assert numbered(found) == ["36 Trees", "38 Ponds"]
    assert [(line.line, line.what) for line in found.report] == [(1, "dropped"), (5, "dropped"), (5, "inferred")]


def test_headings_without_numbers_are_items_of_a_document_that_has_none():
    text = "PRESENT\n\nCllr A Bee\n\nTREES\n\nThey were noted:\n\n1. an oak\n2. an ash\n\nPONDS\n\nThey were seen.\n"
    found = find(text)
    assert numbered(found) == ["TREES", "PONDS"]
    assert [line.what for line in found.report] == ["inferred", "inferred"]


def test_section_headings_are_no_items_and_set_the_section():
    text = "PART I - OPEN\n\n1. Trees\n\nNoted.\n\nPart II – Exempt information\n\n2. A lease\n\nNoted.\n"
    found = find(text)
    assert [(start.title, start.section) for start in found.starts] == [("Trees", "public"), ("A lease", "private")]
    assert found.headed
    assert [line.line for line in found.report] == [1, 7]


def test_a_text_without_headings_has_no_items():
    assert find("Dear Councillor,\n\nThank you for your letter.\n").starts == ()
