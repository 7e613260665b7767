"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from minutebook.council_model import Council
from minutebook.feeds.entry import Entry, Feed
from minutebook.feeds.formats.paging import current
from minutebook.feeds.formats.values import noon


def json_feed(feed: Feed, council: Council) -> bytes:
    """The feed as a file: JSON in UTF-8. Members that have no value are left out."""
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": council.url + feed.page if council.url else council.website,
        "feed_url": f"{council.url}{feed.stem}.json" if council.url else "",
        "description": feed.description,
        "language": council.language,
        "authors": [{"name": council.publisher or council.name}],
    }
    items = [_item(entry) for entry in current(feed)]
    whole = {key: value for key, value in content.items() if value} | {"items": items}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, object]:
    content = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": noon(entry.published).isoformat(),
        "date_modified": noon(entry.updated).isoformat() if entry.updated != entry.published else "",
        "tags": [entry.category] if entry.category else [],
    }
    return {key: value for key, value in content.items() if value}
