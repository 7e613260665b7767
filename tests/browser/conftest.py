"""A real browser: Debian's Chromium, driven by playwright."""

from __future__ import annotations

import pytest

from web import pages_by_kind, served


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
    ]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield started
        started.close()


@pytest.fixture(scope="session")
def home(example):
    """The address of the council that ships, without a slash at its end."""
    with served(example / "build/site") as address:
        yield address


@pytest.fixture(scope="session")
def kinds(example):
    """The addresses of its pages by kind, from the shortest to the longest; but those that lead on at once."""
    found = pages_by_kind(example / "build/site")
    assert found.pop("redirects")
    return found


@pytest.fixture
def open_page(browser, home):
    """A function from the address of a page below the site's own to that page, on a screen as told; closed in the end."""
    contexts = []

    def open_at(path, width=1280, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **options))
        page = contexts[-1].new_page()
        page.goto(f"{home}/{path}")
        return page

    yield open_at
    for context in contexts:
        context.close()
