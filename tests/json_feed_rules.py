"""What JSON Feed 1.1 asks of a feed (https://www.jsonfeed.org/version/1.1/): required members, types and addresses."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from urllib.parse import urlsplit

VERSION = "https://jsonfeed.org/version/1.1"
_TEXT = {
    "feed": ("title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "language"),
    "item": (
        "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
        "date_published", "date_modified", "language",
    ),
}  # fmt: skip
_OTHER = {"feed": {"version", "authors", "expired", "hubs", "items"}, "item": {"authors", "tags", "attachments"}}


def faults(content):
    """Everything in the bytes of a feed that the rules refuse."""
    try:
        feed = json.loads(content.decode("utf-8"))
    except ValueError as error:
        return [f"not JSON in UTF-8: {error}"]
    if not isinstance(feed, dict):
        return ["no object"]
    found = [*_members("feed", feed), *_authors(feed)]
    if feed.get("version") != VERSION:
        found.append("version is missing or another one")
    if not feed.get("title"):
        found.append("title is missing")
    if not isinstance(feed.get("items"), list):
        return [*found, "items is missing or no list"]
    for item in feed["items"]:
        found += _item(item)
    ids = Counter(item.get("id") for item in feed["items"] if isinstance(item, dict))
    return [*found, *(f"the id {id_} stands {count} times" for id_, count in ids.items() if count > 1)]


def _item(item):
    if not isinstance(item, dict):
        return ["an item is no object"]
    found = [*_members("item", item), *_authors(item)]
    if not item.get("id"):
        found.append("an item has no id")
    if not item.get("content_html") and not item.get("content_text"):
        found.append("an item has neither content_html nor content_text")
    for name in ("date_published", "date_modified"):
        if name in item and not _is_moment(item[name]):
            found.append(f"{name} is no date of RFC 3339: {item[name]}")
    tags = item.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        found.append("tags is no list of text")
    return found


def _members(kind, thing):
    for name, value in thing.items():
        if name in _TEXT[kind]:
            if not isinstance(value, str):
                yield f"{name} is no text"
            elif name.endswith("url") and not _is_address(value):
                yield f"{name} is no whole address: {value}"
        elif name not in _OTHER[kind] and not name.startswith("_"):
            yield f"{name} is no member of a {kind}, and has no underscore before it"


def _authors(thing):
    for author in thing.get("authors", []):
        if not {"name", "url", "avatar"} & set(author):
            yield "an author has neither name, url nor avatar"


def _is_address(value):
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _is_moment(value):
    try:
        return "T" in value and dt.datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
