"""A reader's ways through the site: by keyboard alone, without scripts, and with what scripts make handier."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WORDS = "bridge"


def tab_to(page, wanted):
    """Press the key until a link or field with that text or name has the focus: its address."""
    for _ in range(400):
        page.keyboard.press("Tab")
        text, address = page.evaluate(
            "[document.activeElement.innerText || document.activeElement.name || '', document.activeElement.href || '']"
        )
        if re.search(wanted, text):
            return address
    raise AssertionError(f"the keyboard does not come to {wanted!r}")


def test_a_keyboard_leads_from_the_home_page_to_a_decision_and_its_body_s_feed(open_page):
    page = open_page("")
    tab_to(page, "^q$")
    page.keyboard.type(WORDS)
    page.keyboard.press("Enter")
    page.wait_for_selector(".mb-found li")
    title = page.locator(".mb-found a").first.inner_text()
    found = tab_to(page, f"^{re.escape(title)}$")
    page.keyboard.press("Enter")
    page.wait_for_url(found)
    assert re.search(r"/meetings/([\w-]+)/[\w-]+/#", found)
    expect(page.locator(":target")).to_be_in_viewport()
    assert WORDS in page.locator(":target").inner_text().lower()
    body = re.search(r"/meetings/([\w-]+)/", found)[1]
    name = page.locator(f"main a[href$='/bodies/{body}/']").first.inner_text()
    address = tab_to(page, f"^{re.escape(name)}$")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    feed = tab_to(page, "RSS")
    assert feed.endswith(f"/feeds/bodies/{body}.xml")
    assert page.request.get(feed).ok


def test_a_reader_without_scripts_finds_the_same_by_the_items_of_a_year(open_page, home):
    page = open_page("", java_script_enabled=False)
    page.fill("#q", WORDS)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search/"))
    assert page.locator(".mb-found").locator("visible=true").count() == 0
    page.get_by_role("link", name="Items of business from A to Z").locator("visible=true").click()
    page.locator(".mb-years a").first.click()
    item = page.locator("main a[href*='#']").filter(has_text=re.compile(WORDS, re.IGNORECASE)).first
    title = item.inner_text()
    item.click()
    assert "/meetings/" in page.url
    assert title in page.locator("main").inner_text()
    body = re.search(r"/meetings/([\w-]+)/", page.url)[1]
    page.locator(f"main a[href$='/bodies/{body}/']").first.click()
    feed = page.locator(f"main a[href$='/feeds/bodies/{body}.xml']").first
    assert page.request.get(f"{home}/feeds/bodies/{body}.xml").ok
    assert feed.is_visible()


ADDED = ".mb-tool, .mb-filter, .mb-unseen[role=status]"


def words(page):
    return page.locator("main").inner_text().split()


def test_nothing_but_search_is_missing_without_scripts(open_page, home, kinds):
    plain, scripted = open_page("", java_script_enabled=False), open_page("")
    for kind, paths in kinds.items():
        if kind != "search":
            for page in (plain, scripted):
                page.goto(f"{home}/{paths[-1]}")
            scripted.evaluate("added => document.querySelectorAll(added).forEach(e => e.remove())", ADDED)
            assert words(plain) == words(scripted), kind


def test_a_link_and_a_citation_are_copied_by_keyboard(open_page):
    page = open_page("meetings/cabinet/2025-11-04/", permissions=["clipboard-read", "clipboard-write"])
    for name, wanted in (("Copy link", r"^http://\S+#[\w-]+$"), ("Copy citation", r"^\S.* <http://\S+#[\w-]+>$")):
        button = page.get_by_role("button", name=name).first
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".mb-unseen[role=status]")).to_contain_text("Copied: ")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert re.search(wanted, copied)
        address = copied.split("<")[-1].rstrip(">")
        page.goto(address)
        expect(page.locator(":target")).to_be_in_viewport()


def test_a_register_is_sorted_and_filtered_by_keyboard(open_page):
    page = open_page("registers/delegations/")
    rows = page.locator("table.mb-sortable tbody tr")
    column = page.locator("table.mb-sortable tbody tr > *:nth-child(2)")
    before, head = column.all_inner_texts(), page.locator("table.mb-sortable th").nth(1)
    head.locator("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    up = column.all_inner_texts()
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert sorted(up) == sorted(before)
    assert up != before
    assert column.all_inner_texts() != up
    word = re.search(r"\w{6,}", rows.last.inner_text())[0]
    holding = sum(word.lower() in text.lower() for text in rows.all_inner_texts())
    page.get_by_label("Show only rows with").focus()
    page.keyboard.type(word)
    assert rows.locator("visible=true").count() == holding
    assert page.locator(".mb-filter [role=status]").inner_text() == f"{holding} of {len(before)} rows"
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    assert rows.locator("visible=true").count() == len(before)


def test_a_word_that_no_minute_has_is_not_answered_with_its_first_letter(open_page, home):
    page = open_page("search/?q=f")
    page.wait_for_selector(".mb-found li")  # the letter itself does stand somewhere
    page.goto(f"{home}/search/?q=fjordic")
    page.wait_for_selector(".mb-found-nothing:not([hidden])")
    assert page.locator(".mb-found li").count() == 0
    assert page.locator(".mb-found-status").inner_text() == "0 results"


def test_an_excerpt_does_not_say_the_title_again_and_says_where_it_leaves_off(open_page):
    page = open_page(f"search/?q={WORDS}")
    page.wait_for_selector(".mb-found li")
    excerpts = page.locator(".mb-found li p:last-child").all_inner_texts()
    titles = page.locator(".mb-found h3").all_inner_texts()
    assert len(titles) > 5
    for title, text in zip(titles, excerpts, strict=True):
        assert not text.startswith((title, ".")), title
        assert not text[:1].islower(), title
    assert any(text.endswith("…") for text in excerpts)
