"""Whether a finished site holds together: every page, link and anchor of it, as a browser would follow them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from minutebook.problems import Location, Problem, in_order

_NOWHERE = "https://minutebook.invalid/"
"""Stands for the address of a site that has none."""

_LOADS = ("src", "srcset", "poster", "data", "action", "formaction", "background")
"""Attributes whose address a browser fetches or sends to, on whatever element they stand."""

_ONLY_NAMED = {"canonical", "alternate", "license", "prev", "next", "author", "help", "search"}
"""What <link> may say of an address without making the browser fetch it."""

_DATA = {"application/ld+json", "application/json"}
"""Types of <script> that no browser runs: data in a page."""

_CSS_URL = re.compile(r"url\(\s*['\"]?(?P<url>[^'\")]+)|@import\s+['\"](?P<import>[^'\"]+)")


@dataclass(frozen=True, slots=True)
class _Reference:
    address: str
    line: int
    loads: bool  # the browser fetches it without being asked


@dataclass(frozen=True, slots=True)
class _Page:
    references: tuple[_Reference, ...]
    ids: frozenset[str]
    problems: tuple[Problem, ...]


def verify_site(folder: Path, url: str = "") -> tuple[Problem, ...]:
    """Check every page of a built site in ``folder``; ``url`` is the address at which it will be published.

    Codes: W002 a link to a page or file that is not there, W003 to an anchor that is not there, W004 one id twice, W005
    what makes a browser ask another host, W006 script or style inside a page, which its own policy refuses.
    """
    root = url if url.endswith("/") else f"{url}/" if url else _NOWHERE
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {name: _read(folder, name) for name in sorted(files) if name.endswith(".html")}
    sheets = {name: _sheet(folder, name) for name in sorted(files) if name.endswith(".css")}
    found = [problem for page in pages.values() for problem in page.problems]
    for name, page in (pages | sheets).items():
        for reference in page.references:
            found.extend(_follow(name, reference, root, files, pages))
    return in_order(found)


def _read(folder: Path, name: str) -> _Page:
    tree = html.document_fromstring((folder / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    references: list[_Reference] = []
    ids: list[str] = []
    problems: list[Problem] = []
    for element in tree.iter("*"):
        line = int(getattr(element, "sourceline", None) or 1)
        if "id" in element.attrib:
            ids.append(str(element.attrib["id"]))
        references.extend(_references(element, line))
        problems.extend(_refused(element, Location(name, line)))
    for key, count in Counter(ids).items():
        if count > 1:
            problems.append(
                Problem(Location(name), "W004", f"the id {key!r} stands {count} times on this page", "once")
            )
    return _Page(tuple(references), frozenset(ids), tuple(problems))


def _references(element: html.HtmlElement, line: int) -> Iterator[_Reference]:
    for attribute, value in element.attrib.items():
        address = str(value).strip()
        if attribute == "href" and element.tag == "link":
            yield _Reference(address, line, not set(str(element.get("rel", "")).lower().split()) <= _ONLY_NAMED)
        elif attribute in ("href", "xlink:href"):
            yield _Reference(address, line, element.tag not in ("a", "area"))
        elif attribute == "srcset":
            yield from (_Reference(part.split()[0], line, loads=True) for part in address.split(",") if part.split())
        elif attribute in _LOADS:
            yield _Reference(address, line, loads=True)
    onward = _onward(element)
    if onward:
        yield _Reference(onward, line, loads=True)


def _onward(element: html.HtmlElement) -> str:
    """Where a page sends its reader at once; empty where it does not, or not at once."""
    if element.tag != "meta" or str(element.get("http-equiv", "")).lower() != "refresh":
        return ""
    when, _, address = str(element.get("content", "")).partition(";")
    key, _, address = address.strip().partition("=")
    return address.strip() if when.strip() == "0" and key.lower() == "url" else ""


def _refused(element: html.HtmlElement, where: Location) -> Iterator[Problem]:
    """What the Content-Security-Policy of every page refuses: it would not run, and should not be there."""
    wanted = "text without effect"
    data = str(element.get("type", "")).lower() == "application/ld+json"  # said to machines, never run
    if element.tag == "style" or (element.tag == "script" and "src" not in element.attrib and not data):
        yield Problem(where, "W006", f"<{element.tag}> inside the page", wanted)
    for attribute in element.attrib:
        if str(attribute).startswith("on") or attribute == "style":
            yield Problem(where, "W006", f"the attribute {attribute} of <{element.tag}>", wanted)
    if element.tag == "meta" and str(element.get("http-equiv", "")).lower() == "refresh" and not _onward(element):
        yield Problem(where, "W005", "a page that sends its reader elsewhere after a while", "a link")


def _sheet(folder: Path, name: str) -> _Page:
    """A stylesheet as a page that loads what it names."""
    text = (folder / name).read_text(encoding="utf-8")
    found = (
        (match["url"] or match["import"], text.count("\n", 0, match.start()) + 1) for match in _CSS_URL.finditer(text)
    )
    return _Page(tuple(_Reference(address.strip(), line, loads=True) for address, line in found), frozenset(), ())


def _follow(
    name: str, reference: _Reference, root: str, files: set[str], pages: Mapping[str, _Page]
) -> Iterator[Problem]:
    where = Location(name, reference.line)
    try:
        address = urljoin(root + name.removesuffix("index.html"), reference.address)
        parts = urlsplit(address)
    except ValueError:
        yield Problem(where, "W002", f"{reference.address!r} is no address", "a link to a page or file of the site")
        return
    if not address.startswith(root):
        yield from _outside(where, reference, parts.scheme)
        return
    path = unquote(parts.path.removeprefix(urlsplit(root).path))
    target = f"{path}index.html" if path == "" or path.endswith("/") else path
    if target not in files:
        slash = f"{path}/" if f"{path}/index.html" in files else ""
        wanted = f"{slash} with a slash at its end" if slash else "a page or file of the site"
        yield Problem(
            where, "W002", f"{reference.address!r} leads to {str(PurePosixPath(target))!r}, which is not there", wanted
        )
    elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids | {"top"}:
        yield Problem(
            where, "W003", f"{reference.address!r} leads to an anchor that is not on {target!r}", "an id of that page"
        )


def _outside(where: Location, reference: _Reference, scheme: str) -> Iterator[Problem]:
    if reference.loads and scheme != "data":
        told = f"{reference.address!r} makes the reader's browser ask another host"
        yield Problem(where, "W005", told, "a file of this site")
    elif not reference.loads and scheme not in ("http", "https", "mailto", "tel", "webcal"):
        yield Problem(where, "W006", f"a link with {reference.address!r}", "http, https, mailto, tel or webcal")
