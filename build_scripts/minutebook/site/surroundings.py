"""What stands around the pages for servers, search engines and those who find a fault: all of it plain files.

``_headers`` is read by hosts for static sites (Netlify, Cloudflare Pages and others); the guide to hosting says the same
for nginx and Apache. Sources: RFC 9309 (robots.txt), RFC 9116 (security.txt), Content Security Policy Level 3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from urllib.parse import urlsplit

from minutebook.council_model import Council
from minutebook.text import email

_SELF = "'self'"
_PAGE = {
    "default-src": "'none'",
    "script-src": _SELF,
    "style-src": _SELF,
    "img-src": f"{_SELF} data:",
    "base-uri": "'none'",
    "form-action": _SELF,
}
_SEARCH = {"script-src": f"{_SELF} 'wasm-unsafe-eval'", "connect-src": _SELF, "worker-src": _SELF}

PAGE_POLICY = "; ".join(f"{name} {value}" for name, value in _PAGE.items())
"""The Content-Security-Policy that each page states of itself."""

SEARCH_POLICY = "; ".join(f"{name} {value}" for name, value in (_PAGE | _SEARCH).items())
"""That of the search page, which runs Pagefind's WebAssembly and fetches fragments of its index."""

HEADERS = {
    "Content-Security-Policy": f"{SEARCH_POLICY}; frame-ancestors 'none'",  # each page but the search page narrows it
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""The headers that a server should send with every file."""

OPEN = ("data", "feeds", "api")
"""The folders that pages on other sites may read in a browser."""


def surroundings(council: Council, date: dt.date) -> Mapping[str, bytes]:
    """The files by their path below the site's root; ``date`` is the edition's.

    security.txt needs someone to write to and is left out where ``contact`` is no e-mail address. It has to have a day
    on which it ends: a year after the newest date in the record, so a site that is kept up keeps it too.
    """
    files = {".nojekyll": "", "_headers": _headers(), "robots.txt": _robots(council)}
    if email(council.contact):
        files[".well-known/security.txt"] = _security(council, date)
    return {path: text.encode() for path, text in files.items()}


def _headers() -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for folder in OPEN:
        lines += [f"/{folder}/*", "  Access-Control-Allow-Origin: *"]
    return "\n".join(lines) + "\n"


def _robots(council: Council) -> str:
    sitemap = f"\nSitemap: {council.url}sitemap.xml\n" if council.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _security(council: Council, date: dt.date) -> str:
    lines = [
        f"Contact: mailto:{email(council.contact)}",
        f"Expires: {date + dt.timedelta(days=365)}T00:00:00Z",
        f"Preferred-Languages: {council.language.partition('-')[0]}",
    ]
    if council.url and urlsplit(council.url).path == "/":
        lines.append(f"Canonical: {council.url}.well-known/security.txt")
    return "\n".join(lines) + "\n"
