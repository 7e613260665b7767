"""Addresses of things by their ids, and the way from one page to another.

Every address here is from the site's root and ends in "/" or an anchor; ``relative`` turns it into a link that works
wherever the site is put, also in a folder of another site.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from minutebook.identity import DECISIONS_FEED, body_feed, body_page, person_page

PRIVATE = "private/"

Url = Callable[[str], Markup]
"""From an address below the site's root to a link from the page that is being made."""


def meeting_address(meeting_id: str) -> str:
    """``cabinet/2025-11-04`` is at ``meetings/cabinet/2025-11-04/``."""
    return f"meetings/{meeting_id}/"


def item_address(item_id: str) -> str:
    """``cabinet/2025-11-04/37`` is at ``meetings/cabinet/2025-11-04/#minute-37``."""
    meeting, _, key = item_id.rpartition("/")
    return f"{meeting_address(meeting)}#minute-{key}"


def decision_address(decision_id: str) -> str:
    """``cabinet/2025-11-04/37/1`` is at ``meetings/cabinet/2025-11-04/#minute-37-decision-1``."""
    item, _, position = decision_id.rpartition("/")
    return f"{item_address(item)}-decision-{position}"


def trail_address(trail: str) -> str:
    """``cabinet/2025-11-04/37`` is at ``trails/cabinet/2025-11-04/37/``: a trail has the id of its first minute."""
    return f"trails/{trail}/"


def year_key(year: str) -> str:
    """A municipal year in an address: ``2025/26`` is ``2025-26``."""
    return year.replace("/", "-")


def page_of(path: str) -> str:
    """The address of the page that is written to this file below build/docs: ``bodies/cabinet.md``, ``index.md``."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def relative(target: str, page: str) -> Markup:
    """The link from a page to a target, both below the site's root; safe in Markdown links and in attributes.

    An empty target is the home page. An anchor of the page itself is the anchor alone.
    """
    path, hash_mark, anchor = target.partition("#")
    way = "" if hash_mark and path == page else _way(path, page)
    return Markup(quote(way, safe="/.-") + (in_page(anchor) if hash_mark else ""))  # noqa: S704 - quoted


def _way(path: str, page: str) -> str:
    """The way from a page to a path: up to the folder that both are in, then down. Every page has hundreds of these."""
    there, here = path.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < min(len(there) - 1, len(here)) and there[shared] == here[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def in_page(anchor: str) -> Markup:
    """The link to an anchor of the same page: ``#minute-37``."""
    return Markup("#" + quote(anchor, safe=".-"))  # noqa: S704 - quoted


def outside(address: str) -> str:
    """An address that the record gives, if a reader may be sent there: http or https with a host; else empty."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


__all__ = [
    "DECISIONS_FEED",
    "PRIVATE",
    "Url",
    "body_feed",
    "body_page",
    "decision_address",
    "in_page",
    "item_address",
    "meeting_address",
    "outside",
    "page_of",
    "person_page",
    "relative",
    "trail_address",
    "year_key",
]
