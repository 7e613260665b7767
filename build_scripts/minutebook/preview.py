"""A preview of the site on this machine alone, built again whenever a file of the content is saved.

One thread serves what stands in ``build/site``; watchdog's says that a file has changed; the main one builds, one
build at a time. A build that fails leaves the last good site where it is, so the preview goes on showing it.
"""

from __future__ import annotations

import io
import logging
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from minutebook.release import CONTENT, SITE

_ADDRESS = "127.0.0.1"  # never another: what is previewed may be unreviewed
_SETTLED = 0.2  # seconds without another change: editors save in several steps

_MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
}
_FEED = "application/rss+xml"  # of any .xml below feeds/

_NO_SITE = (
    b"<!doctype html><title>No site yet</title><p>There is no page here. The terminal says how the build went.</p>"
)


_SAY = partial(print, flush=True)


def serve(root: Path, rebuild: Callable[[], bool], port: int = 8000, say: Callable[[str], None] = _SAY) -> int:
    """Build the site, show it, and build it again as its content changes, until Ctrl+C.

    ``rebuild`` builds, reports what is wrong, and says whether the site was built. Port 0 is any that is free. The
    result is the exit code: 0 after Ctrl+C, 1 where the port cannot be had.
    """
    root = root.resolve()
    try:
        server = ThreadingHTTPServer((_ADDRESS, port), partial(_Pages, directory=str(root / SITE)))
    except (OSError, OverflowError) as error:
        told = error.strerror if isinstance(error, OSError) else "ports are numbers from 0 to 65535"
        say(f"Port {port} cannot be used: {told}. Choose another one with --port.")
        return 1
    try:
        with _changes(root) as changed, _served(server):
            _report(say, rebuild(), first=True)
            say(f"The site is at http://{_ADDRESS}:{server.server_port}/ – press Ctrl+C to end.")
            while True:
                _wait(changed)
                say("A file has changed. Building again.")
                _report(say, rebuild())
    except KeyboardInterrupt:
        say("The preview has ended.")
        return 0


def _report(say: Callable[[str], None], built: bool, *, first: bool = False) -> None:
    if not built:
        say("The site was not built." if first else "The site was not built. The last good one stays.")
    elif not first:
        say("Built. Reload the page to see it.")


# --- what has changed ----------------------------------------------------------------------------------------------


def _wait(changed: threading.Event) -> None:
    """Until a file has changed and no other one follows at once."""
    changed.wait()
    while changed.is_set():
        changed.clear()
        changed.wait(_SETTLED)


class _Content(FileSystemEventHandler):
    """Tells of every change to what the site is made from; reading a file is none."""

    def __init__(self, root: Path, changed: threading.Event) -> None:
        self._root, self._changed = root, changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = (Path(str(path)).relative_to(self._root) for path in (event.src_path, event.dest_path) if path)
        ours = any(path.parts and path.parts[0] in CONTENT and not _hidden(path) for path in paths)
        told_twice = event.is_directory and event.event_type == "modified"  # a file came or went, which is told itself
        if ours and event.event_type in {"created", "modified", "moved", "deleted"} and not told_twice:
            self._changed.set()


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


@contextmanager
def _changes(root: Path) -> Iterator[threading.Event]:
    """An event that is set whenever the project's content changes."""
    # Of a folder that was moved away and back watchdog warns that it watches it already, and as it ends it may tell of
    # a change that came too late: neither is anything that a clerk can use.
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    changed, observer = threading.Event(), Observer()
    content = _Content(root, changed)
    observer.schedule(content, str(root))  # for mkdocs.yml
    for part in CONTENT:
        if (root / part).is_dir():
            observer.schedule(content, str(root / part), recursive=True)
    observer.start()
    try:
        yield changed
    finally:
        observer.stop()
        observer.join()


# --- what is shown -------------------------------------------------------------------------------------------------


@contextmanager
def _served(server: ThreadingHTTPServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Pages(SimpleHTTPRequestHandler):
    """The files of a site as a good host serves them: right media types, its own page for what is not there."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        try:
            return super().send_head()
        except ValueError:  # a NUL byte in the address is in no file's name
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def guess_type(self, path: str) -> str:  # type: ignore[override]
        below = Path(path).relative_to(self.directory)
        if below.parts[:1] == ("feeds",) and below.suffix == ".xml":
            return _FEED
        return _MEDIA_TYPES.get(below.suffix) or super().guess_type(path)

    def list_directory(self, path: str) -> None:  # type: ignore[override]  # noqa: ARG002 - the library passes it
        """A folder without an index page is not listed: it is not found."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        page = Path(self.directory, "404.html")
        body = page.read_bytes() if page.is_file() else _NO_SITE
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", _MEDIA_TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """The terminal belongs to the builds."""
