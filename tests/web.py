"""A real server for a built site, and what a real browser does on it written down."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from dataclasses import dataclass, field


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
        page.on("console", self._message)
        page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def _request(self, url):
        if not url.startswith((self.home, "data:", "about:")):
            self.outside.append(url)

    def _message(self, message):
        if message.type in {"error", "warning"}:
            self.messages.append(f"{message.text} ({message.location.get('url', '')})")
