"""A page of minutes: every decision and clause at its own address, and what a reader must know before trusting it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html
from markdown import Markdown
from mkdocs.utils.meta import get_data

from minutebook.model import Book, Decision, Paragraph
from minutebook.pages import render_pages
from small_book import APPROVED, BOOK, DRAFT, edition, with_council

PAGE = "meetings/works/2025-11-04.md"


def show(book: Book = BOOK, path: str = PAGE) -> html.HtmlElement:
    """A page as a browser has it, without the frame."""
    text, _ = get_data(render_pages(edition(book))[path])
    content = Markdown(extensions=["admonition", "attr_list", "tables", "toc"]).convert(text)
    return html.document_fromstring(f"<!doctype html><html><body>{content}</body></html>")


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def minutes():
    return show()


def test_headings_say_what_and_when_and_go_in_order(minutes):
    headings = [(element.tag, text_of(element), element.get("id")) for element in minutes.iter("h1", "h2", "h3")]
    assert headings == [
        ("h1", "Works Committee, 4 November 2025 Draft minutes", "top"),
        ("h2", "11 Minutes", "minute-11"),
        ("h2", "12 Exclusion of the public", "minute-12"),
        ("h2", "13 The north wall", "minute-13"),
        ("h3", "What was found", "minute-13-subheading-1"),
        ("h2", "14 A mason’s tender (private)", "minute-14"),
        ("h2", "About this record", "about-this-record"),
    ]


def test_the_line_below_the_title_says_when_where_and_how_many(minutes):
    told = text_of(minutes.find_class("mb-when")[0])
    assert told == "Tuesday 4 November 2025 · 2:00pm to 3:30pm · The Old School · 3 present, 1 apology"


def test_each_decision_and_clause_has_its_own_address(minutes):
    ids = {element.get("id"): text_of(element) for element in minutes.iter("div", "li") if element.get("id")}
    assert list(ids) == [
        "minute-12-decision-1",
        "minute-13-decision-1",
        "minute-13-decision-1-1",
        "minute-13-decision-1-2",
        "minute-13-decision-1-2.a",
        "minute-13-decision-1-2.b",
        "minute-13-decision-1-2.c",
        "minute-13-decision-2",
    ]
    assert ids["minute-13-decision-1-2.b"] == "b) hire a mason."
    assert ids["minute-13-decision-2"].startswith("It was further RECOMMENDED that the Council pay.")


def test_a_clause_keeps_its_paragraphs_and_lists_in_the_order_printed(minutes):
    clause = text_of(minutes.get_element_by_id("minute-13-decision-1-2"))
    assert clause == (
        "2) Instruct the Surveyor to: a) buy lime; b) hire a mason. This does not delay the repair. c) report back."
    )


def test_each_decision_can_be_linked_to_and_cited(minutes):
    tools = [(text_of(line), line.find("a").get("href")) for line in minutes.find_class("mb-tools")]
    assert ("Link to minute 12 Cite as 12/25", "#minute-12-decision-1") in tools
    assert ("Link to minute 13, decision 2 Cite as 13/25", "#minute-13-decision-2") in tools
    assert ("Link to minute 11 Cite as 11/25", "#minute-11") in tools


def test_recorded_votes_and_tables_are_tables_with_captions_and_headers(minutes):
    table, vote = minutes.iter("table")
    assert text_of(table.find("caption")) == "table 1 of minute 13"
    assert [text_of(cell) for cell in table.iter("th")] == ["Stretch"]
    assert table.getparent().get("tabindex") == "0"
    assert [[text_of(cell) for cell in row] for row in vote.iter("tr")] == [
        ["Vote", "Number", "Names"],
        ["For", "4", "Councillors Ashgrove and others"],
        ["Against", "1", "not recorded"],
    ]


def test_everyone_who_attended_is_there_and_linked_where_the_register_knows_them(minutes):
    groups = [text_of(name) for name in minutes.find_class("mb-attendance")[0].iter("dt")]
    assert groups == ["Members", "Officers: Works", "Apologies"]
    people = [text_of(line) for line in minutes.find_class("mb-attendance")[0].iter("li")]
    assert people == [
        "Councillor P Ashgrove (Chair)",
        "Councillor Z Nobody",
        "T Underhay (Surveyor)",
        "Councillor E Farr",
    ]
    links = [link.get("href") for link in minutes.find_class("mb-attendance")[0].iter("a")]
    assert links == ["../../../people/p-ashgrove/", "../../../people/t-underhay/"]


def test_a_reference_to_a_minute_of_the_same_meeting_is_a_link_and_another_is_not(minutes):
    paragraph = next(p for p in minutes.iter("p") if "its figures" in text_of(p))
    assert [(text_of(link), link.get("href")) for link in paragraph.iter("a")] == [("Minute 14 below", "#minute-14")]


def test_a_private_item_says_why_in_plain_words_and_keeps_its_text_to_itself(minutes):
    panel = minutes.find_class("mb-private")[0]
    assert "excluded by minute 12, because the item involved information about an individual or" in text_of(panel)
    assert "(paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972)" in text_of(panel)
    assert panel.find(".//a").get("href") == "#minute-12-decision-1"
    assert "cousin" not in minutes.text_content()


def test_a_council_may_publish_private_items_and_they_are_still_marked():
    page = show(with_council(private_items="publish"))
    assert "The lowest tender was from a cousin." in page.text_content()
    assert page.find_class("mb-private")
    assert "not its text" not in page.text_content()


def test_an_exclusion_that_cannot_be_found_is_not_guessed():
    items = tuple(item for item in DRAFT.items if item.number != "12")
    page = show(replace(BOOK, meetings=(replace(DRAFT, items=items),)))
    assert "do not say which resolution excluded" in text_of(page.find_class("mb-private")[0])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "draft", "reviewed": True, "corrections": ()}, ["These are draft minutes."]),
        (
            {"status": "approved", "reviewed": False, "corrections": ()},
            ["Nobody has yet checked these minutes against"],
        ),
        (
            {"status": "draft", "reviewed": False},
            ["draft", "Nobody has yet checked", "Corrected on 1 December 2025: A name"],
        ),
        ({"status": "approved", "reviewed": True, "corrections": ()}, []),
        ({"status": "approved", "reviewed": True, "corrections": (), "extract": True}, ["This is an extract"]),
    ],
)
def test_the_banner_says_what_a_reader_must_know(changes, told):
    page = show(replace(BOOK, meetings=(replace(DRAFT, **changes),)))
    banners = [text_of(p) for banner in page.find_class("mb-banner") for p in banner.iter("p")]
    assert len(banners) == len(told)
    assert all(part in banner for part, banner in zip(told, banners, strict=True))


def test_approved_minutes_say_where_they_were_agreed_and_meetings_lead_to_each_other():
    page = show(path="meetings/works/2025-10-07.md")
    link = page.find_class("mb-when")[0].find(".//a")
    assert text_of(link) == "Approved on 4 November 2025 (minute 11)"
    assert link.get("href") == "../2025-11-04/#minute-11"
    beside = {link.get("rel"): link.get("href") for link in page.find_class("mb-beside")[0].iter("a")}
    assert beside["next"] == "../2025-11-04/"
    assert "prev" not in beside


def test_the_source_document_is_named_and_only_a_web_address_is_linked(minutes):
    facts = minutes.find_class("mb-about")[0]
    assert "https://quarrendale.example/works.pdf" in [link.get("href") for link in facts.iter("a")]
    source = replace(DRAFT.source, url="javascript:alert(1)")
    page = show(replace(BOOK, meetings=(replace(DRAFT, source=source),)))
    assert not [link for link in page.iter("a") if "javascript" in link.get("href")]
    assert "Minutes of the Works Committee" in page.text_content()


def test_a_coming_meeting_has_a_page_without_minutes():
    page = show(path="meetings/works/2026-06-02.md")
    assert "No minutes of this meeting have been published." in page.text_content()
    assert not page.find_class("mb-banner")


def test_hostile_text_stays_text_everywhere():
    bad = '</p></div><script>alert(1)</script> [x](javascript:alert(1)) "onload="x" **b** `c`'
    decision = Decision(f"{bad} ", "RESOLVED", bad)
    item = replace(DRAFT.items[0], title=bad, blocks=(Paragraph(bad), decision))
    meeting = replace(DRAFT, place=bad, items=(item, *DRAFT.items[1:]))
    page = show(replace(BOOK, meetings=(APPROVED, meeting)))
    assert not list(page.iter("script", "em"))
    assert not [a for element in page.iter("*") for a in element.attrib if a.startswith("on")]
    assert page.text_content().count(bad) == 5  # place, title, paragraph, both ends of the decision
