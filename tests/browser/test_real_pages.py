"""Pages of real documents, imported and built: as quiet and as easy to read as those of the council that ships."""

from __future__ import annotations

import pytest

from axe import violations
from minutebook.site import verify_site
from web import Seen, pages_by_kind, served

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_on_a_page_of_each_kind_and_none_is_wider_than_a_phone(browser, published):
    site = published / "build/site"
    found = {}
    with served(site) as home:
        context = browser.new_context(viewport={"width": 320, "height": 700}, color_scheme="dark")
        page, seen = context.new_page(), Seen(home)
        seen.watch(page)
        for paths in pages_by_kind(site).values():
            page.goto(f"{home}/{paths[-1]}")
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") == 320, paths[-1]
            assert (seen.outside, seen.messages) == ([], []), paths[-1]
            found[paths[-1]] = violations(page)
        context.close()
    assert len(found) > 15
    assert {path: those for path, those in found.items() if those} == {}


def test_every_link_and_anchor_of_them_leads_somewhere(published):
    assert verify_site(published / "build/site") == ()
