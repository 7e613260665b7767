"""Lines to blocks: what was only wrapped is joined, what was set apart stays apart, markup is gone."""

from __future__ import annotations

import pytest

from minutebook.importers import flow, inline, markdown, plain

WRAPPED = """\
The Board considered a report which described the state of every bridge in the borough, and
which asked for money to mend four of them before the winter. It had been written in haste, as
the Director explained.
 The Chair thanked the Director for the report and asked that it be sent to all the members of
the Board before their next meeting.
"""


def texts(text, reader=plain):
    return [(block.label, block.text) if block.label else block.text for block in flow.mend(reader.read(text)).blocks]


def test_wrapped_lines_are_joined_and_a_lost_blank_line_is_found():
    first, second = texts(WRAPPED)
    assert first.endswith("in haste, as the Director explained.")
    assert second.startswith("The Chair thanked")


def test_short_lines_are_lines():
    assert texts(WRAPPED + "\nCllr A Bee\nCllr C Dee\nCllr E Eff\n")[2:] == ["Cllr A Bee", "Cllr C Dee", "Cllr E Eff"]


@pytest.mark.parametrize("glyph", ["\uf0b7", "•", "▪", "-", "–", "*", "\uf0a7", "o"])
def test_every_glyph_is_a_bullet(glyph):
    assert [text for _, text in texts(f"{glyph} one\n{glyph}   two\n\n {glyph} three\n")] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They are safe", "places for all."),
        ("It was sent to the", "Housing Panel at once."),
        ("Trees, hedges,", "Ponds and streams."),
        ("The Mayor (and", "Deputy) came."),
        ("It was held at the University of", "Marlbeck in June."),
    ],
)
def test_a_sentence_that_a_page_cut_is_one(first, second):
    reading = flow.mend(plain.read(f"{first}\n\n{second}\n"))
    assert [block.text for block in reading.blocks] == [f"{first} {second}"]
    assert [(line.line, line.what) for line in reading.report] == [(3, "inferred")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They are safe.", "and sound"),
        ("These are:", "one thing"),
        ("Court costs", "Officers were thanked."),
        ("the plan; and", "The map."),
        ("Dear Sir,", "Thank you."),
    ],
)
def test_what_is_whole_stays_apart(first, second):
    assert texts(f"{first}\n\n{second}\n") == [first, second]


def test_a_word_divided_at_its_hyphen_stays_one_word():
    line = (
        "It was said that all of these projects would have to be looked at once more, and that they be re-\nevaluated."
    )
    assert "re-evaluated" in texts(line)[0]


def test_a_year_or_number_at_a_line_start_makes_no_list():
    text = WRAPPED.replace("winter. It had", "winter of\n12. It had")
    assert all(isinstance(block, str) for block in texts(text))


@pytest.mark.parametrize(
    ("raw", "text", "bold"),
    [
        ("**RESOLVED** that", "RESOLVED that", ["RESOLVED"]),
        ("That it be so.**", "That it be so.", ["That it be so."]),
        ("**That it be so.", "That it be so.", ["That it be so."]),
        ("1. LEAD** a healthy life", "1. LEAD a healthy life", ["1. LEAD"]),
        ("a *slight* and _kind_ word", "a slight and kind word", []),
        ("Chair \\_\\_\\_ 5\\*3", "Chair ___ 5*3", []),
        ("17<sup>th</sup> of<br>May &amp; June", "17th of May & June", []),
        (
            "see [the map](https://example.org/m) or <https://example.org>",
            "see the map (https://example.org/m) or https://example.org",
            [],
        ),
        ("snake_case_name and 5 * 3 * 2", "snake_case_name and 5 * 3 * 2", []),
        ("<b>Bold</b> <script>x</script>", "Bold <script>x</script>", ["Bold"]),
        ("__Both__ ** kinds**", "Both kinds", ["Both", "kinds"]),
    ],
)
def test_markup_is_taken_out_and_bold_remembered(raw, text, bold):
    found, places = inline.read(raw)
    assert found == text
    assert [found[start:end] for start, end in places] == bold


def test_headings_glued_by_their_bold_are_separate():
    blocks = markdown.read("Public Business**1. Apologies****2. Minutes****3. Trees**\n").blocks
    assert [(block.label, block.text) for block in blocks] == [
        ("", "Public Business"),
        ("1.", "Apologies"),
        ("2.", "Minutes"),
        ("3.", "Trees"),
    ]


def test_tables_of_bars_and_of_tabs_are_rows():
    text = "| No | What |\n|---|---|\n| 1 | A \\| b |\n\nNo\tWhat\n-\t-\n1\tTrees\n"
    rows = [block.cells for block in markdown.read(text).blocks]
    assert rows == [("No", "What"), ("1", "A | b"), ("No", "What"), ("1", "Trees")]


def test_what_is_no_text_is_dropped_and_reported():
    text = "<!-- page 3 -->\n\n![](crest.png)\n\n**Page 3 of 9**\n\n---\n\nText.\n"
    reading = markdown.read(text)
    assert [block.text for block in reading.blocks] == ["Text."]
    assert [(line.line, line.what) for line in reading.report] == [(1, "dropped"), (3, "dropped"), (5, "dropped")]


def test_markdown_is_known_by_its_marks():
    assert markdown.is_markdown("## Minutes\n\n**RESOLVED** that\n")
    assert not markdown.is_markdown("Minutes\n\n- one\n- two\n* three\n\n1) four\n")


def test_no_character_is_left_that_a_minutes_file_may_not_hold():
    """Every character of the first plane, between letters and alone: what tidying leaves, reading takes."""
    from minutebook.importers.characters import one_line, tidy
    from minutebook.source import decode

    for code in range(0x10000):
        if 0xD800 <= code < 0xE000:
            continue
        text = one_line(tidy(f"a{chr(code)}b {chr(code)} c"))
        assert decode(text.encode(), "x")[1] == (), hex(code)


def test_a_sentence_that_stops_at_an_article_goes_on_in_bold_and_one_that_does_not_is_left():
    text = "1. Roads\n\nIt was agreed to pay the costs of the\n\n**Council under the contract.**\n\nThe costs were noted\n\n**Next steps**\n"
    blocks = [block.text for block in flow.mend(markdown.read(text)).blocks]
    assert "It was agreed to pay the costs of the Council under the contract." in blocks
    assert blocks[-2:] == ["The costs were noted", "Next steps"]


def test_a_table_whose_cells_run_on_below_is_read_in_its_columns():
    text = """\
No     Question         Question put to     Subject matter
       asked by

1      Councillor       Councillor Birch    Late sailings in
       Cedar                                stormy weather
                                            since the autumn

2      Councillor       Councillor Birch    Fares
       Elder
"""
    assert [block.cells for block in plain.read(text).blocks] == [
        ("No", "Question asked by", "Question put to", "Subject matter"),
        ("1", "Councillor Cedar", "Councillor Birch", "Late sailings in stormy weather since the autumn"),
        ("2", "Councillor Elder", "Councillor Birch", "Fares"),
    ]


def test_wide_gaps_in_a_paragraph_make_no_columns():
    text = "The Panel thanked   those who had spoken of\nthe ferry.\n"
    assert texts(text) == ["The Panel thanked those who had spoken of the ferry."]


def test_letters_that_a_font_draws_as_one_are_letters():
    assert texts("The ﬁrst oﬃce at the ﬂats.\n") == ["The first office at the flats."]


@pytest.mark.parametrize("mark", ["**", "b", "strong"])
def test_headings_glued_by_bold_are_apart(mark):
    first, second = (
        f"<{mark}>{text}</{mark}>" if mark != "**" else f"**{text}**" for text in ("Open Business", "4. Peat")
    )
    assert texts(f"{first}{second}\n\nThey met.\n", markdown) == ["Open Business", ("4.", "Peat"), "They met."]


@pytest.mark.parametrize(
    "text",
    ["RESOLVED that the Board:1) Lets the moor.\n", "RESOLVED that the Board:1)\nLets the moor.\n"],
)
def test_a_list_that_lost_the_line_end_before_it_begins_anew(text):
    assert texts(text) == ["RESOLVED that the Board:", ("1)", "Lets the moor.")]


@pytest.mark.parametrize("reader", [plain, markdown])
def test_pages_that_end_with_their_numbers_have_no_running_heads(reader):
    pages = [
        f"Moorland Board\n\nThe graziers of the {place}\n\ncame late.\n\nPage {page} of 3\n\n"
        for page, place in enumerate(("moor", "fell", "bank"), 1)
    ]
    assert texts("**Minutes** of the **Moorland Board**\n\n" + "".join(pages), reader).count("Moorland Board") == 0


def test_bare_numbers_that_cut_sentences_are_those_of_pages():
    body = "\n".join(["The graziers of the moor said that it had rained since the spring, and"] * 12)
    text = "".join(f"{body}\n\n{page}\n\nthat it was wet.\n\n" for page in (1, 2, 3))
    assert not [text for text in texts(text) if text in {"1", "2", "3"} or " 2 " in text]


def test_bare_numbers_that_stand_above_titles_are_no_pages():
    body = "\n\n".join(["The graziers spoke."] * 12)
    text = "".join(f"{number}\n\nGrazing\n\n{body}\n\n" for number in (1, 2, 3))
    assert [one for one in texts(text) if one in {"1", "2", "3"}] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Councillor B Teal Councillor C", "Swift and Councillor D Plover"),
        ("Councillors P Ruff, Q", "Stork and R Tern"),
    ],
)
def test_a_name_that_a_line_broke_is_whole(first, second):
    assert texts(f"{first}\n\n{second}\n") == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"), [("Present: HA (Chair), MB, SD", "Apologies: TF"), ("Part A", "Public matters")]
)
def test_initials_at_the_end_of_a_line_may_be_all_there_is(first, second):
    assert texts(f"{first}\n\n{second}\n") == [first, second]


def test_a_row_that_leaves_its_last_cells_empty_stays_in_its_table():
    text = "**Votes**\n\nFor\tAgainst\tAbstain\nCllr A Bee\tCllr C Dee\tCllr E Eff\nCllr G Gee\t\t\n"
    assert [block.cells for block in markdown.read(text).blocks if block.cells][2] == ("Cllr G Gee", "", "")


def test_a_text_whose_every_line_has_a_blank_one_behind_it_is_read_as_if_it_had_none():
    spaced = WRAPPED.replace("\n The Chair", "\n\nThe Chair") * 5
    assert texts(spaced.replace("\n", "\n\n")) == texts(spaced)


@pytest.mark.parametrize("reader", [plain, markdown])
def test_a_dash_that_a_wrapped_line_begins_with_is_no_list_mark(reader):
    text = "4. **Review** of the Local Government Association's Quays 2025\n– Outcome of the Review\n\nIt was read.\n"
    [(label, title), below] = texts(text if reader is markdown else text.replace("**", ""), reader)
    assert (label, title.endswith("2025 – Outcome of the Review"), below) == ("4.", True, "It was read.")


def test_a_full_title_at_the_foot_of_a_page_ends_there():
    title = "57. Debate on the Closing of the Ticket Offices at Every Station of the Borough"
    text = f"{WRAPPED}\n{title}\n\f\nThe following Motion was moved by Councillor Bee and seconded by another.\n"
    assert texts(text)[2:] == [
        ("57.", title.removeprefix("57. ")),
        "The following Motion was moved by Councillor Bee and seconded by another.",
    ]


def test_a_title_of_two_lines_below_its_number_ends_before_its_text():
    text = "6.\nWork Programme of the Harbour Committee and its Register of Outstanding\nIssues 2024/2025\nThe Committee considered what was left to do.\n"
    assert texts(text) == [
        ("6.", "Work Programme of the Harbour Committee and its Register of Outstanding Issues 2024/2025"),
        "The Committee considered what was left to do.",
    ]
