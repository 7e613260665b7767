"""Every kind of page in a real browser, wide, narrow and narrower, light and dark: it fits, it is quiet, a keyboard works."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from minutebook.pages import PAGES
from web import Seen, pages_by_kind

pytestmark = pytest.mark.browser

SCREENS = [(width, scheme) for width in (1280, 390, 320) for scheme in ("light", "dark")]
BY_KEYBOARD = [(1280, "light"), (390, "dark"), (320, "light")]  # a key takes a frame: each width and each scheme, once
KINDS = {name for name, _ in PAGES} - {"stylesheet", "redirects"}


@pytest.fixture(scope="module")
def paths(kinds):
    """One page of each kind, the longest, by the name of its kind; and the page for what is not found."""
    assert kinds.keys() == KINDS | {"404"}
    return {kind: found[-1] for kind, found in kinds.items()}


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def screen(request, browser, home):
    """A page of one size and colour scheme, its site's address, and what happens on it."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    seen = Seen(home)
    seen.watch(page)
    yield page, home, seen, scheme
    context.close()


LOOK = """() => {
    const wide = document.documentElement.clientWidth;
    const rolls = e => e !== document.body && (/auto|scroll/.test(getComputedStyle(e).overflowX) || rolls(e.parentElement));
    const brightness = colour => {
        const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
        return (red * 299 + green * 587 + blue * 114) / 1000;
    };
    const style = getComputedStyle(document.body);
    return {
        sideways: document.documentElement.scrollWidth - wide,
        cut: [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > wide + 1 && !rolls(e.parentElement))
            .map(e => e.outerHTML.slice(0, 80)),
        headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => Number(e.tagName[1])),
        landmarks: ['header', 'main', 'footer'].map(tag => document.querySelectorAll(tag).length),
        paper: brightness(style.backgroundColor),
        ink: brightness(style.color),
    };
}"""


KEPT = """async () => [
    document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
]"""
NOTHING_KEPT = ["", 0, 0, 0, 0, 0]


def test_every_page_fits_and_keeps_to_itself(screen, paths):
    page, home, seen, scheme = screen
    for kind, path in paths.items():
        page.goto(f"{home}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        look = page.evaluate(LOOK)
        assert look["sideways"] == 0, kind
        assert look["cut"] == [], kind
        assert look["headings"].count(1) == 1, kind
        assert look["headings"][0] == 1, kind
        steps = [lower - upper for upper, lower in zip(look["headings"], look["headings"][1:], strict=False)]
        assert max(steps, default=0) <= 1, kind
        assert look["landmarks"] == [1, 1, 1], kind
        assert page.evaluate(KEPT) == NOTHING_KEPT, kind
        bright, dim = (look["paper"], look["ink"]) if scheme == "light" else (look["ink"], look["paper"])
        assert bright > 200, kind
        assert dim < 60, kind
    assert (seen.outside, seen.messages, seen.dialogs) == ([], [], [])
    assert page.context.cookies() == []


WATCH_FOCUS = """() => {
    window.focused = [];
    document.addEventListener('focusin', ({target: e}) => {
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        window.focused.push({
            href: e.getAttribute('href'),
            text: e.innerText,
            marked: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
            shown: style.opacity === '1' && box.width > 0 && box.left >= 0 && box.right <= innerWidth + 1
                && box.top >= 0 && box.bottom <= innerHeight,
            below: !!(document.querySelector('h1').compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
        });
    });
    return [...document.querySelectorAll('header a')].map(link => link.getAttribute('href'));
}"""


@pytest.mark.parametrize("screen", BY_KEYBOARD, ids=str, indirect=True)
def test_a_keyboard_skips_to_the_content_or_goes_through_the_navigation(screen, paths):
    page, home, _, _ = screen
    page.emulate_media(reduced_motion="reduce")  # nothing moves while it is looked at
    for kind, path in paths.items():
        page.goto(f"{home}/{path}")
        navigation = page.evaluate(WATCH_FOCUS)
        assert len(navigation) == 9, kind
        for _ in range(10):
            page.keyboard.press("Tab")
        skip, *links = page.evaluate("window.focused")
        assert skip["text"] == "Skip to main content", kind
        assert [link["href"] for link in links] == navigation, kind
        assert all(focus["marked"] and focus["shown"] for focus in (skip, *links)), kind
        page.locator(".md-skip").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector(':target').tagName") == "H1", kind
        assert page.evaluate("window.focused.at(-1).below"), kind


def test_a_page_asks_for_its_stylesheets_and_one_script_and_nothing_else(open_page, home, paths):
    page = open_page("404.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{home}/")))
    page.goto(f"{home}/{paths['meeting']}", wait_until="networkidle")
    sheets = [path for path in asked if path.endswith(".css")]
    assert len(sheets) == 3
    assert set(asked) - {"favicon.svg"} == {paths["meeting"], *sheets, "assets/scripts/page.js"}


def test_searching_asks_no_other_host_says_nothing_amiss_and_keeps_nothing(open_page, home):
    page = open_page("404.html")
    seen = Seen(home)
    seen.watch(page)
    page.goto(f"{home}/search/?q=council")
    page.wait_for_selector(".mb-found li")
    assert page.evaluate(KEPT) == NOTHING_KEPT
    assert (seen.outside, seen.messages, page.context.cookies()) == ([], [], [])


# What is clamped to a few lines on purpose is the beginning of a decision that is linked there.
CUT = """() => [...document.querySelectorAll('main *, header *')].filter(e => {
    const style = getComputedStyle(e);
    return /hidden|clip/.test(style.overflowX + style.overflowY) && style.position !== 'absolute' && style.webkitLineClamp === 'none'
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 100))"""


def test_letters_twice_as_large_neither_widen_a_page_nor_are_cut(open_page, home, paths):
    page = open_page("")
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    for kind, path in paths.items():
        page.goto(f"{home}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, kind
        assert page.evaluate(CUT) == [], kind
    assert before > 30


def test_what_rolls_sideways_on_a_phone_is_reached_by_keyboard(open_page, home, paths):
    page = open_page("", width=320)
    rolling = 0
    for kind, path in paths.items():
        page.goto(f"{home}/{path}")
        found = page.evaluate(ROLLS)
        assert [element for element, reached in found if not reached] == [], kind
        rolling += len(found)
    assert rolling > 5


ROLLS = """() => [...document.querySelectorAll('main *')]
    .filter(e => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1)
    .map(e => [e.outerHTML.slice(0, 100), e.tabIndex >= 0])"""


def test_on_paper_the_record_stands_alone_in_black_on_white(open_page, paths):
    page = open_page(paths["meeting"], color_scheme="dark")
    page.emulate_media(media="print")
    hidden = [
        ".mb-nav",
        ".md-path",
        ".md-sidebar",
        ".mb-beside",
        ".md-footer nav",
        ".mb-tools a",
        ".mb-tool",
        ".md-skip:focus",
    ]
    assert [selector for selector in hidden if page.locator(selector).locator("visible=true").count()] == []
    for selector in (".mb-brand", "h1", ".mb-attendance", ".mb-decision", ".md-footer p"):
        assert page.locator(selector).locator("visible=true").count(), selector
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_none_of_the_six_longest_of_each_kind_is_wider_than_a_small_phone(open_page, home, kinds):
    page = open_page("", width=320)
    wide = []
    for path in (path for paths in kinds.values() for path in paths[-6:]):
        page.goto(f"{home}/{path}", wait_until="domcontentloaded")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


def test_an_old_address_leads_to_the_page_that_took_its_place(open_page, home, example):
    (old, *_) = pages_by_kind(example / "build/site")["redirects"]
    page = open_page("")
    page.goto(f"{home}/{old}")
    page.wait_for_url(lambda address: not address.endswith(old))
    assert page.url.startswith(home)
    assert page.locator("h1").count() == 1


def squeezed(text):
    return "".join(text.split()).upper()


def test_a_printed_meeting_holds_its_decisions_and_no_navigation(open_page, paths):
    page = open_page(paths["meeting"])
    navigation = page.locator(".mb-nav a").all_inner_texts()
    kept = [
        part.inner_text()
        for part in page.locator("h1, main h2, .mb-decision > p:not(.mb-tools), .mb-decision li").all()
    ]
    page.emulate_media(media="print")
    with pdfplumber.open(io.BytesIO(page.pdf(format="A4"))) as printed:
        text = "\n".join(sheet.extract_text() for sheet in printed.pages)
    assert len(kept) > 10
    assert [part for part in kept if squeezed(part.partition("\n")[0])[:40] not in squeezed(text)] == []
    unwanted = ("Skip to main content", "On this page", "Copy link", *navigation)
    assert [word for word in unwanted if word in text.splitlines()] == []
