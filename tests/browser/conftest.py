"""A real browser on a real server: Debian's Chromium, driven by playwright, every request and message written down."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from dataclasses import dataclass, field

import pytest


@contextlib.contextmanager
def served(folder):
    """A folder on a port of 127.0.0.1: its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            """Keep the test's output clean."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Seen:
    """What a page did: requests to other hosts, messages of the console, dialogs."""

    home: str
    outside: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, page):
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda message: self._message(message))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def _request(self, url):
        if not url.startswith((self.home, "data:", "about:")):
            self.outside.append(url)

    def _message(self, message):
        if message.type in {"error", "warning"}:
            self.messages.append(f"{message.text} ({message.location.get('url', '')})")


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=quiet)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(example):
    """The address of the council that ships."""
    with served(example / "build/site") as address:
        yield address
