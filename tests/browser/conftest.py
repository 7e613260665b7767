"""A real browser: Debian's Chromium, driven by playwright."""

from __future__ import annotations

import pytest

from web import served


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
def site(example):
    """The address of the council that ships."""
    with served(example / "build/site") as address:
        yield address
