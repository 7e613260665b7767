"""Web pages as word processors, web sites and ModernGov's older and newer releases write them."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.identity import decisions
from minutebook.importers import import_document, webpage
from minutebook.reading.decisions import OPERATIVE_WORDS

TODAY = dt.date(2026, 1, 5)
TITLE = "<p>Minutes of the Parks Committee held on Monday 7 April 2025 at 7pm</p><p>Present: Cllr A Bee (Chair), Cllr C Dee</p>"


def imported(body, head=""):
    content = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    [result] = import_document("page.html", content, words=OPERATIVE_WORDS, today=TODAY)
    assert not result.problems, result.problems
    return result


def shown(body, head=""):
    """The blocks of a page, as a browser shows them."""
    reading = webpage.read(f"<html><head>{head}</head><body>{body}</body></html>".encode())
    return [f"{block.label} {block.text}".strip() for block in reading.blocks]


def said(result, what):
    return [line.text for line in result.report if line.what == what]


# --- lists whose marks stand in a style sheet ------------------------------------------------------------------------

SHEET = """<style>@media print{.x{color:red}}
.lst-kix_a-0>li:before{content:"" counter(lst-ctr-kix_a-0,decimal) ". "}ol.lst-kix_a-0{list-style-type:none}
.lst-kix_a-1>li:before{content:"(" counter(lst-ctr-kix_a-1,lower-latin) ") "}
.lst-kix_a-2>li:before{content:counter(lst-ctr-kix_a-0) "." counter(lst-ctr-kix_a-2,upper-roman) "\\0029 "}
.c1{font-weight:700}.c2{font-weight:400}</style>"""


def level(number, start, *texts):
    entries = "".join(f'<li><span class="c2">{text}</span></li>' for text in texts)
    return f'<ol class="c9 lst-kix_a-{number}" start="{start}">{entries}</ol>'


def test_each_level_of_a_list_that_google_docs_writes_has_its_own_marks():
    body = level(0, 1, "one", "two") + level(1, 1, "first", "second") + level(2, 4, "deep") + level(0, 3, "three")
    assert shown(body, SHEET) == ["1. one", "2. two", "(a) first", "(b) second", "2.IV) deep", "3. three"]


def test_a_sub_list_does_not_swallow_the_next_item():
    body = (
        TITLE
        + level(0, 1, "Paths")
        + "<p>It was <span class='c1'>RESOLVED</span>:</p>"
        + level(1, 1, "to dig; and", "to plant.")
    )
    body += level(0, 2, "Ponds") + "<p>Members spoke of newts.</p>"
    items = imported(body, SHEET).meeting.items
    assert [(item.number, item.title) for item in items] == [("1", "Paths"), ("2", "Ponds")]
    assert [len(one.clauses) for one in decisions(items[0])] == [2]


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ("<ol style='list-style-type: lower-alpha'>", "a. b."),
        ("<ol style='list-style: upper-roman inside'>", "I. II."),
        ("<ol class='roman'>", "i. ii."),
        ("<ol style='list-style-type:none'>", ""),
    ],
)
def test_styles_say_how_a_list_is_marked(opening, labels):
    lines = shown(f"{opening}<li>x</li><li>x</li></ol>", "<style>ol.roman, .b{list-style-type:lower-roman}</style>")
    assert " ".join(line.partition("x")[0].strip() for line in lines).strip() == labels


def test_a_page_pasted_from_google_docs_is_not_all_bold():
    inner = "<p>plain</p><p><span style='font-weight:700'>strong</span></p>"
    reading = webpage.read(f"<html><body><b style='font-weight:normal;'>{inner}</b></body></html>".encode())
    assert [block.bold for block in reading.blocks] == [(), ((0, 6),)]


# --- footnotes, remarks, tracked changes -----------------------------------------------------------------------------

NOTES = {
    "Word": ('<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>', '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Weather allowing.</p></div>'),
    "LibreOffice": ('<sup><a name="n1anc" href="#n1sym">1</a></sup>', '<div id="n1"><p><a name="n1sym" href="#n1anc">1</a> Weather allowing.</p></div>'),
    "Markdown": ('<sup id="fnref:1"><a href="#fn:1">1</a></sup>', '<ol><li id="fn:1"><p>Weather allowing. <a href="#fnref:1">back</a></p></li></ol>'),
}  # fmt: skip


@pytest.mark.parametrize("maker", NOTES)
def test_footnotes_are_kept_apart_from_the_minutes(maker):
    mark, note = NOTES[maker]
    result = imported(f"{TITLE}<h2>1. Trees</h2><p>The pool opens{mark}. RESOLVED that it be free.</p>{note}")
    assert [block.text for block in result.meeting.items[0].blocks if hasattr(block, "text")][:1] == ["The pool opens."]
    assert [text for text in said(result, "unplaced") if "Weather allowing." in text]
    assert "Weather" not in result.text.partition("# Public business")[2]


def test_links_that_lead_to_headings_are_no_footnotes():
    body = '<p><a href="#a">1</a> <a href="#b">2</a></p><h2 id="a">1. Trees</h2><h2 id="b">2. Ponds</h2>'
    assert shown(body) == ["1 2", "1. Trees", "2. Ponds"]


def test_deleted_text_and_remarks_in_the_margin_are_dropped():
    body = (
        "<p>The rent <del>falls</del><ins>rises</ins>.<span class=MsoCommentReference>[AB1]</span></p>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>[AB1] check</p></div></div>"
    )
    result = imported(f"{TITLE}<h2>1. Rents</h2>{body}<p>RESOLVED that it be so.</p>")
    assert "The rent rises." in result.text
    assert {"falls", "[AB1]", "[AB1] check"} <= set(said(result, "dropped"))


def test_a_list_that_is_left_out_does_not_end_the_list_around_it():
    links = "<ul>" + "<li><a href='/x'>y</a></li>" * 3 + "</ul>"
    assert shown(f"<ol><li>one{links}</li><li>two</li></ol><p>{'z ' * 40}</p>")[:2] == ["1. one", "2. two"]


# --- web sites -------------------------------------------------------------------------------------------------------


def test_the_title_of_a_page_gives_way_to_that_of_the_minutes():
    above = "<h1>Minutes 7 April 2025</h1><div class='entry-meta'><span class='posted-on'>Posted on 9 May 2025</span> by clerk</div>"
    result = imported(f"{above}{TITLE}<h2>1. Trees</h2><p>RESOLVED that oaks be planted.</p>")
    assert (result.meeting.body, result.meeting.date) == ("parks-committee", dt.date(2025, 4, 7))
    assert result.meeting.unplaced == ()


def test_a_sentence_that_ends_in_the_month_of_may_has_ended():
    result = imported(
        f"{TITLE}<h2>1. Trees</h2><ul><li>to plant in May</li></ul><p>Action: Clerk</p><p>RESOLVED that it be so.</p>"
    )
    assert "- to plant in May\n\nAction: Clerk" in result.text


def test_links_side_by_side_are_a_menu_unless_they_name_people():
    menu = "<td><a href='/'>Home</a><br><a href='/c'>Councillors</a> | <a href='/m'>Minutes</a></td>"
    people = (
        "<p>Present:</p><ul>"
        + "".join(f"<li><a href='/{who}'>Cllr {who}</a></li>" for who in ("A Bee", "C Dee", "E Eff"))
        + "</ul>"
    )
    title = "<p>Minutes of the Parks Committee held on Monday 7 April 2025<br>IN THE SCHOOL HALL AT 7.30PM</p>"
    text = "<p>RESOLVED that oaks be planted in the lane, and that the lane be swept before they are.</p>" * 3
    result = imported(f"<table><tr>{menu}<td>{title}{people}<h2>1. Trees</h2>{text}</td></tr></table>")
    assert "Home Councillors | Minutes" in said(result, "dropped")
    [group] = result.meeting.attendance
    assert [who.printed for who in group.people] == ["Cllr A Bee", "Cllr C Dee", "Cllr E Eff"]
    assert (result.meeting.place, result.meeting.start) == ("School Hall", dt.time(19, 30))


def test_hyphens_that_do_not_break_are_hyphens():
    assert shown("<p>Cllr A Bee\u2011Dee</p>") == ["Cllr A Bee-Dee"]


def test_a_table_of_numbers_in_lists_and_of_labels_beside_names():
    """LibreOffice writes a cell whose number Word computes as a list with an empty entry."""
    body = (
        "<table><tr><td>No</td><td>Minute</td><td>Action</td></tr>"
        "<tr><td><ol start='4'><li><p></p></ol></td><td><p><b>Trees</b></p><p>RESOLVED that oaks be planted.</p></td><td>Clerk</td></tr>"
        "<tr><td><ol start='5'><li><p></p></ol></td><td><p><b>Ponds</b></p><p>Members spoke of newts.</p></td><td></td></tr></table>"
    )
    result = imported(TITLE + body)
    assert [(item.number, item.title) for item in result.meeting.items] == [("4", "Trees"), ("5", "Ponds")]
    assert "No Minute Action" in said(result, "dropped")


# --- ModernGov -------------------------------------------------------------------------------------------------------


def row(number, title):
    cell = '<td><p class="mgAiTitleTxt" >{}</p>{}</td>'
    text = '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>RESOLVED that it be so.</p></div>'
    return f"<tr>{cell.format(number, '')}{cell.format(title, text)}</tr>"


@pytest.mark.parametrize(
    "heading",
    [
        '<h1 class="mgMainTitleTxt">Agenda and minutes</h1><h2 class="mgSubTitleTxt">Cabinet, Holm Borough Council - Tuesday, 4th March, 2025 6.00 pm</h2>',
        '<h1 class="mgMainTitleTxt">Agenda and draft minutes for Cabinet on Tuesday 4 March 2025, 6.00 pm</h1>',
    ],
)
def test_pages_whose_numbers_have_cells_without_a_name(heading):
    page = f'{heading}<table class="mgItemTable">{row("75.", "Trees")}{row("75a", "Ponds")}</table>'
    meeting = imported(page).meeting
    assert (meeting.body, meeting.date, meeting.start) == ("cabinet", dt.date(2025, 3, 4), dt.time(18))
    assert [(item.number, item.title) for item in meeting.items] == [("75", "Trees"), ("75a", "Ponds")]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            '<div id="modgov"><h1>Agenda item</h1><h2 class="mgSubTitleTxt">Trees</h2><p>x</p></div>',
            "one item of a meeting",
        ),
        ('<div id="modgov"><h1>Meeting attendance</h1><h2 class="mgSubTitleTxt">Cabinet</h2></div>', "who attended"),
        ('<div id="dnn_ctr1_ViewMeetingPublic"><a href="m.pdf">Minutes</a></div>', "a meeting in CMIS"),
    ],
)
def test_pages_that_hold_no_minutes_say_what_to_save_instead(page, told):
    sentence = webpage.read(f"<html><body>{page}</body></html>".encode())
    assert told in sentence
    assert "save" in sentence
