"""Web pages: the minutes of a council that does not exist, on its ModernGov page or among menus and banners.

``web/<page>`` is the page, ``<name>.md`` the minutes file and ``<name>.report`` what the importer says it did.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from minutebook.identity import decisions
from minutebook.importers import htmltree, hypertext, import_document, webpage
from minutebook.model import Quotation
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode

WEB = Path(__file__).parent / "web"
PAGES = sorted(path.name for path in WEB.glob("*.htm*"))
TODAY = dt.date(2026, 1, 5)


def imported(content, name="page.html"):
    content = content if isinstance(content, bytes) else content.encode()
    [result] = import_document(name, content, words=OPERATIVE_WORDS, today=TODAY)
    return result


def words(text):
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def said(result, what):
    return [line.text for line in result.report if line.what == what]


@pytest.mark.parametrize("page", PAGES)
def test_the_minutes_file_and_the_report_are_the_expected_ones(page):
    result = imported((WEB / page).read_bytes(), page)
    expected = WEB / Path(page).stem
    assert result.format == "a web page"
    assert result.text == expected.with_suffix(".md").read_text(encoding="utf-8")
    assert [f"{line}" for line in result.report] == expected.with_suffix(".report").read_text("utf-8").splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_the_file_reads_back(page):
    result = imported((WEB / page).read_bytes(), page)
    text, faults = decode(result.text.encode(), result.path)
    assert (faults, read_meeting(text, OPERATIVE_WORDS)) == ((), (result.meeting, ()))


@pytest.mark.parametrize("page", ["parish_page.html", "table_page.htm"])
def test_every_word_of_the_page_is_in_the_file_or_in_the_report(page):
    result = imported((WEB / page).read_bytes(), page)
    root = html.document_fromstring((WEB / page).read_bytes())
    for unseen in root.xpath("//head|//button"):
        unseen.drop_tree()
    shown = words(" ".join(root.itertext()))
    found = words(result.text + " ".join(line.text for line in result.report))
    typed = set("on at held pm am in the 7 15 00 10 cllrs".split())  # what stands there as typed facts
    assert set(shown - found) <= typed


# --- a meeting's page ------------------------------------------------------------------------------------------------


def meeting(items, heading="Cabinet - Tuesday, 4 November 2025 2.00 pm"):
    """A meeting's page. ``items`` are pairs: a title, and its parts by their labels."""
    rows = ""
    for number, (title, parts) in enumerate(items, 1):
        texts = "".join(
            f'<p class="mgSubItemTitleTxt">{part}:</p><div class="mgWordPara"><p>{text}</p></div>'
            for part, text in parts.items()
        )
        rows += f'<tr><td class="mgItemNumberCell"><p>{number}.</p></td><td><p class="mgAiTitleTxt">{title}</p>{texts}</td></tr>'
    return (
        f'<html><body><h2 class="mgSubTitleTxt">{heading}</h2><table class="mgItemTable">{rows}</table></body></html>'
    )


def decided(result, item=0):
    return [f"{one.before}{one.operative}{one.after}" for one in decisions(result.meeting.items[item])]


CUT = ' ... <a href="mgAi.aspx?ID=5">view the full minutes text for item 1.</a>'


def test_a_decision_that_repeats_the_minutes_is_one_decision():
    result = imported(
        meeting(
            [("Trees", {"Decision": "RESOLVED that it be so.", "Minutes": "It was <b>Resolved</b> that it be so."})]
        )
    )
    assert decided(result) == ["It was Resolved that it be so."]
    assert said(result, "dropped")[-1] == "RESOLVED that it be so."


def test_a_decision_in_other_words_is_kept_as_a_quotation():
    result = imported(
        meeting([("Trees", {"Decision": "RESOLVED that oaks be felled.", "Minutes": "RESOLVED that the oaks go."})])
    )
    assert decided(result) == ["RESOLVED that the oaks go."]
    [quoted] = [block for block in result.meeting.items[0].blocks if isinstance(block, Quotation)]
    assert quoted.blocks[0].text == "RESOLVED that oaks be felled."


def test_a_decision_that_the_minutes_do_not_hold_follows_them():
    result = imported(meeting([("Trees", {"Decision": "That oaks be felled.", "Minutes": "Members spoke of oaks."})]))
    assert decided(result) == ["Decision: That oaks be felled."]
    assert result.meeting.items[0].blocks[0].text == "Members spoke of oaks."


def test_minutes_that_are_cut_off_before_the_decision_are_followed_by_it():
    result = imported(
        meeting([("Trees", {"Decision": "RESOLVED that oaks be felled.", "Minutes": f"Members spoke of{CUT}"})])
    )
    assert [block.text for block in result.meeting.items[0].blocks[:1]] == ["Members spoke of ..."]
    assert decided(result) == ["RESOLVED that oaks be felled."]
    [incomplete] = [line for line in result.report if "incomplete" in line.message]
    assert (incomplete.what, incomplete.text) == ("unplaced", "1 Trees")
    assert "mgAi.aspx?ID=5" in incomplete.message


def test_minutes_that_are_cut_off_in_the_decision_go_on_with_it():
    minutes = f"After a vote it was RESOLVED that the oaks{CUT}"
    result = imported(meeting([("Trees", {"Decision": "RESOLVED that the oaks be felled.", "Minutes": minutes})]))
    assert decided(result) == ["After a vote it was RESOLVED that the oaks be felled."]
    assert any("incomplete" in line.message for line in result.report)


def test_no_item_is_lost_that_has_no_text():
    result = imported(
        meeting([("Trees", {"Minutes": "Noted."}), ("Ponds", {"Agenda": "To look."}), ("", {"Minutes": "Told."})])
    )
    assert [item.title for item in result.meeting.items] == ["Trees", "Ponds", "Item without a title"]


def test_whom_to_ask_is_nowhere():
    result = imported((WEB / "meeting_page.html").read_bytes())
    everything = result.text + " ".join(map(str, result.report)) + " ".join(line.text for line in result.report)
    assert not re.search(r"960 417|lindqvist", everything, re.IGNORECASE)


def test_people_of_a_table_of_attendance():
    rows = "".join(
        f"<tr><td>{who}</td><td>{role}</td><td>{came}</td></tr>"
        for who, role, came in [
            ("Councillor A Bee", "Chair", "Present"),
            ("Councillor C Dee", "Member", "Apologies"),
            ("E Eff", "Clerk", "In attendance"),
        ]
    )
    page = meeting([("Trees", {"Minutes": "Noted."})]).replace(
        "<table class", f'<table summary="Table of meeting attendance">{rows}</table><table class'
    )
    found = imported(page).meeting
    assert [(group.name, [one.printed for one in group.people]) for group in found.attendance] == [
        ("Present", ["Councillor A Bee (Chair)"]),
        ("In attendance", ["E Eff (Clerk)"]),
    ]
    assert [one.printed for one in found.apologies] == ["Councillor C Dee"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (meeting([("Trees", {"Agenda": "To look at trees."})]), "only its agenda"),
        (meeting([], "Cabinet - Tuesday, 4 November 2025 2.00 pm, CANCELLED").replace("<body>", '<body><div id="modgov"></div>'), "did not take place"),
        ("<html><body>" + "<div>" * 400 + "Minutes", "too deep"),
        ("<html><!-- nothing -->", "no text"),
        ("<html>" + " " * 20_000_001, "larger than 20 MB"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(page, words):
    [problem] = imported(page).problems
    assert problem.code == "I001"
    assert words in problem.message


# --- other pages -----------------------------------------------------------------------------------------------------

MINUTES = (
    "<h1>Minutes of the Pond Committee held on 4 May 2025</h1><p>Present: Councillor A Bee</p>"
    "<h2>1. Ducks</h2><p>They were counted, and the count was noted with pleasure by all who were there.</p>"
    "<h2>2. Reeds</h2><p>They were cut.</p>"
)


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("<nav>Home Away</nav>", "a menu"),
        ('<div role="navigation">Home Away</div>', "a menu"),
        ('<div class="main-menu">Home Away</div>', "a menu"),
        ("<ul><li><a>Home</a><li><a>Away</a><li><a>Abroad</a></ul>", "a list of links"),
        ('<div id="cookie-banner">Home Away</div>', "a cookie banner"),
        ('<div role="dialog">Home Away</div>', "a banner"),
        ("<header>Home Away</header>", "the page's head"),
        ("<footer>Home Away</footer>", "the page's foot"),
        ("<aside>Home Away</aside>", "a box beside the text"),
        ('<p class="sr-only">Home Away</p>', "text for screen readers only"),
        ('<p style="display: none">Home Away</p>', "text that the page hides"),
        ("<p>Home Away</p>", "this stands before the heading of the minutes"),
    ],
)
@pytest.mark.parametrize(
    "frame", ["{before}{minutes}", "<main>{minutes}</main>{before}", "{before}<div role=main>{minutes}</div>"]
)
def test_what_is_not_the_minutes_is_left_out_and_named(before, why, frame):
    page = frame.format(before=before, minutes=MINUTES)
    result = imported(f"<html><body>{page}</body></html>")
    assert "Home" not in result.text
    [line] = [line for line in result.report if "Home" in line.text]
    assert line.what == "dropped"
    assert line.message in {why, "this stands outside the main text of the page"}
    assert [item.title for item in result.meeting.items] == ["Ducks", "Reeds"]


def test_a_menu_larger_than_the_minutes_is_left_out():
    menu = "<ul>" + "".join(f"<li><a>Service number {n} of the council</a></li>" for n in range(300)) + "</ul>"
    assert "Service" not in imported(f"<html><body><nav>{menu}</nav>{MINUTES}</body></html>").text


@pytest.mark.parametrize(
    "frame",
    [
        '<body class="has-sidebar menu-open cookie-ok">',
        '<body><div class="header">',
        '<body><div id="nav content">',
        "<body><form>",
        "<body><header>",
    ],
)
def test_the_minutes_are_not_left_out_for_a_name_around_them(frame):
    assert [item.title for item in imported(f"<html>{frame}{MINUTES}").meeting.items] == ["Ducks", "Reeds"]


def test_the_page_title_names_the_day_where_the_text_does_not():
    text = MINUTES.replace(" held on 4 May 2025", "")
    result = imported(
        f"<html><head><title>Pond Committee, 4 May 2025 | Marlbeck</title></head><body>{text}</body></html>"
    )
    assert result.meeting.date == dt.date(2025, 5, 4)
    assert "Pond Committee, 4 May 2025" in said(result, "inferred")


def test_script_and_style_are_no_text():
    text = imported(
        f"<html><body><script>alert(1)</script><style>p{{}}</style>{MINUTES.replace('They', '<script>x()</script>They')}"
    ).text
    assert not re.search(r"alert|x\(\)|p\{", text)


def test_a_web_archive_is_the_page_in_it():
    archive = (
        'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="cut"\r\n\r\n'
        "--cut\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"<html><body>{MINUTES.replace('=', '=3D').replace('cut', 'c=75t')}</body></html>\r\n--cut--\r\n"
    )
    assert imported(archive, "page.mht").meeting.items[1].blocks[0].text == "They were cut."


def test_a_page_of_typed_text_is_read_as_text():
    typed = "Minutes of the Pond Committee held on 4 May 2025\n\n1. Ducks\n\nThey were counted by Mr Bee &amp; all was well.\n\n2. Reeds\n\nThey were cut.\n"
    result = imported(f"<html><body>\n\n<pre>{typed}</pre></body></html>")
    assert result.meeting.items[0].blocks[0].text == "They were counted by Mr Bee & all was well."
    assert result.meeting.items[0].location.line == 5


def test_a_page_in_an_old_encoding():
    page = f"<html><body>{MINUTES.replace('Ducks', 'Ducks – £5')}</body></html>"
    assert imported(page.encode("cp1252")).meeting.items[0].title == "Ducks – £5"


@pytest.mark.parametrize(
    "text", ["Minutes\n\n<b>1.</b> Trees", "# Minutes\n\n<div>x</div>\n", "<3 minutes", "", "<unknown>"]
)
def test_what_is_no_page_is_not_taken_for_one(text):
    assert not webpage.recognises(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>x",
        "\n <HTML>",
        "\ufeff<!-- saved from url=(1)x -->\n<html>",
        '<?xml version="1.0"?><!DOCTYPE html>',
    ],
)
def test_pages_are_known_by_their_first_mark(text):
    assert webpage.recognises(text.encode())


# --- blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<ol type=a start=2><li>x<li>y</ol>", [("b.", "x"), ("c.", "y")]),
        ("<ol type=I><li>x<li value=4>y</ol>", [("I.", "x"), ("IV.", "y")]),
        ("<ul><li>(i) x<li><p>1) y</p><p>z</p></ul>", [("(i)", "x"), ("1)", "y"), ("", "z")]),
        ("<ol><li>x<ul><li>y</ul><li>z</ol>", [("1.", "x"), ("•", "y"), ("2.", "z")]),
        ("<p class=MsoListParagraph><span>§<span>&nbsp;&nbsp; </span></span>x</p>", [("▪", "x")]),
        ("<p>x<br>y</p><h2>a<br>b</h2>", [("", "x"), ("", "y"), ("", "a b")]),
        ("<div>x<p>y</p>z</div>", [("", "x"), ("", "y"), ("", "z")]),
        ("<p>17<sup>th</sup> <i>of</i>\n May&shy;&#8203;<!-- no -->be</p>", [("", "17th of Maybe")]),
        ("<table><tr><td>a<td>b<tr><td><td>c</table>", [("", "a b"), ("", " c")]),
        ("<table><tr><td>Members:<td>Cllr A Bee<br>Cllr C Dee</table>", [("", "Members: Cllr A Bee; Cllr C Dee")]),
        ("<table role=presentation><tr><td>5.<td><p>x</p><p>y</p></table>", [("5.", "x"), ("", "y")]),
    ],
)  # fmt: skip
def test_markup_is_read_as_it_is_printed(markup, blocks):
    root = htmltree.parse(markup)
    assert [(block.label, block.text) for block in hypertext.to_blocks(root)] == blocks


def test_bold_is_where_it_is_printed():
    [block] = hypertext.to_blocks(
        htmltree.parse('<p>It was <b>RE</b><b>SOLVED </b> <span style="font-weight:700">that</span> it be.')
    )
    assert [block.text[start:end] for start, end in block.bold] == ["RESOLVED that"]
