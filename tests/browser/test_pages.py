"""Every kind of page in a real browser, wide, narrow and narrower, light and dark: it fits, it is quiet, a keyboard works."""

from __future__ import annotations

import re

import pytest

from minutebook.pages import PAGES
from web import Seen, served

pytestmark = pytest.mark.browser

SCREENS = [(width, scheme) for width in (1280, 390, 320) for scheme in ("light", "dark")]
BY_KEYBOARD = [(1280, "light"), (390, "dark"), (320, "light")]  # a key takes a frame: each width and each scheme, once
KINDS = {name for name, _ in PAGES} - {"stylesheet"}


@pytest.fixture(scope="module")
def paths(example):
    """One page of each kind, the longest, by the name of its kind; and the page for what is not found."""
    site = example / "build/site"
    found = {"404": "404.html"}
    for file in sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file)):
        kind = re.search(r'class="mb-content mb-page-(\w+)"', file.read_text(encoding="utf-8"))
        if kind:
            found[kind[1]] = file.relative_to(site).as_posix().removesuffix("index.html")
    assert found.keys() == KINDS | {"404"}
    return found


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def screen(request, browser, example):
    """A page of one size and colour scheme, its site's address, and what happens on it."""
    width, scheme = request.param
    with served(example / "build/site") as home:
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
        kept: [document.cookie, localStorage.length, sessionStorage.length],
        paper: brightness(style.backgroundColor),
        ink: brightness(style.color),
    };
}"""


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
        assert look["kept"] == ["", 0, 0], kind
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
        assert len(navigation) == 7, kind
        for _ in range(8):
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


def test_a_page_asks_for_its_stylesheets_and_nothing_else(browser, example, paths):
    with served(example / "build/site") as home:
        page = browser.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(f"{home}/")))
        page.goto(f"{home}/{paths['meeting']}", wait_until="networkidle")
        page.close()
    sheets = [path for path in asked if path.endswith(".css")]
    assert len(sheets) == 3
    assert set(asked) - {"favicon.svg"} == {paths["meeting"], *sheets}


def test_on_paper_the_record_stands_alone_in_black_on_white(browser, example, paths):
    with served(example / "build/site") as home:
        page = browser.new_page(color_scheme="dark")
        page.goto(f"{home}/{paths['meeting']}")
        page.emulate_media(media="print")
        hidden = [".mb-nav", ".md-path", ".md-sidebar", ".mb-beside", ".md-footer nav", ".mb-tools a", ".md-skip:focus"]
        assert [selector for selector in hidden if page.locator(selector).locator("visible=true").count()] == []
        for selector in (".mb-brand", "h1", ".mb-attendance", ".mb-decision", ".md-footer p"):
            assert page.locator(selector).locator("visible=true").count(), selector
        colours = page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
        page.close()
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
