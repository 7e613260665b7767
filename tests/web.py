"""A real server for a built site, and what a real browser does on it written down."""

from __future__ import annotations

import contextlib
import functools
import http.server
import re
import threading
from dataclasses import dataclass, field

from minutebook.site.surroundings import HEADERS

_KIND = re.compile(r'class="mb-content mb-page-([\w-]+)"')


@contextlib.contextmanager
def served(folder, headers=HEADERS):
    """A folder on a port of 127.0.0.1, with the headers that the site asks its server for: its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

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


def pages_by_kind(site):
    """The addresses of a built site's pages by their kind, from the shortest to the longest; 404 is that of what is not found."""
    found = {"404": ["404.html"]}
    for file in sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file)):
        kind = _KIND.search(file.read_text(encoding="utf-8"))
        if kind:
            found.setdefault(kind[1], []).append(file.relative_to(site).as_posix().removesuffix("index.html"))
    return found


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
