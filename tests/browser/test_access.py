"""axe-core, as it looks at every kind of page: narrow and wide, light and dark, and at what readers open on them."""

from __future__ import annotations

import pytest

from axe import violations

pytestmark = pytest.mark.browser

SCREENS = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


@pytest.mark.parametrize(
    "screen",
    [(390, "light", "longest"), (1280, "dark", "longest"), (1280, "light", "middle"), (390, "dark", "shortest")],
    ids=str,
)
def test_axe_finds_nothing_on_a_page_of_each_kind_with_all_unfolded(open_page, home, kinds, screen):
    width, scheme, which = screen
    page = open_page("", width=width, color_scheme=scheme)
    found = {}
    for paths in kinds.values():
        path = {"shortest": paths[0], "middle": paths[len(paths) // 2], "longest": paths[-1]}[which]
        page.goto(f"{home}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found[path] = violations(page)
    assert {path: those for path, those in found.items() if those} == {}


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_axe_finds_nothing_while_readers_search(open_page, home, screen):
    page = open_page("search/?q=council", width=screen[0], color_scheme=screen[1])
    page.wait_for_selector(".mb-found li")
    page.locator("select").first.focus()
    assert violations(page) == []
    page.goto(f"{home}/search/?q=xylophonqz")
    page.wait_for_selector(".mb-found-nothing:not([hidden])")
    assert violations(page) == []


@pytest.mark.parametrize("screen", SCREENS[:2], ids=str)
def test_axe_finds_nothing_where_a_table_overflows_sorted_and_filtered(open_page, screen):
    page = open_page("registers/delegations/", width=screen[0], color_scheme=screen[1])
    assert page.evaluate("(e => e.scrollWidth > e.clientWidth)(document.querySelector('.mb-scroll'))")
    page.locator(".mb-sort").first.click()
    page.locator(".mb-filter input").fill("contract")
    page.locator(".mb-scroll").first.focus()
    assert violations(page) == []


NAMES = """() => {
    const found = {};
    for (const link of document.querySelectorAll('main a[href]')) {
        const name = (link.getAttribute('aria-label') || link.textContent).trim().replace(/\\s+/g, ' ');
        (found[name] ??= new Set()).add(link.href);
    }
    return Object.entries(found).filter(([, places]) => places.size > 1).map(([name]) => name);
}"""


@pytest.mark.parametrize("path", ["", "meetings/", "bodies/cabinet/", "feeds/", "data/"])
def test_links_of_one_name_lead_to_one_place(open_page, path):
    page = open_page(path)
    bodies = page.evaluate("[...document.querySelectorAll('main a.mb-tag')].map(a => a.textContent)")
    assert [name for name in page.evaluate(NAMES) if name not in bodies] == []
