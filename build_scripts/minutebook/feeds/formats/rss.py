"""A feed as RSS 2.0, by the specification of the RSS Advisory Board, written with feedgen.

feedgen dates with the clock whatever has no date, puts entries the other way round, takes the channel's link from the
last link that it was given and refuses characters that XML has no place for. So every date is set from the record,
entries are appended, the feed's own address comes before the page that it belongs to, and text is cleaned.
"""

from __future__ import annotations

from feedgen.feed import FeedGenerator

from minutebook.council_model import Council
from minutebook.feeds.entry import Entry, Feed
from minutebook.feeds.formats.paging import current
from minutebook.feeds.formats.values import noon, xml_text

_MINUTES_TO_KEEP = 360
"""How long a reader may keep a copy: minutes of meetings are published by the day, not by the second."""


def rss(feed: Feed, council: Council) -> bytes:
    """The feed as a file: XML in UTF-8, indented.

    A channel must have a link. It is the page that the feed belongs to; while the site has no address of its own, the
    council's own site; failing that, the feed's permanent id, which is a URI though not a place. Entries then have no
    link: RSS does not ask for one, and a relative one would lead nowhere.
    """
    generator = FeedGenerator()
    generator.title(xml_text(feed.title))
    generator.description(xml_text(feed.description))
    if council.url:
        generator.link(href=xml_text(council.url + feed.path), rel="self", type="application/rss+xml")
    generator.link(
        href=xml_text(council.url + feed.page if council.url else council.website or feed.id), rel="alternate"
    )
    generator.language(xml_text(council.language))
    generator.copyright(xml_text(f"{council.publisher or council.name}. Licence: {council.licence}"))
    generator.generator("Minutebook")
    generator.docs("https://www.rssboard.org/rss-specification")
    generator.ttl(_MINUTES_TO_KEEP)
    generator.lastBuildDate(noon(feed.updated))
    for entry in current(feed):
        _add(generator, entry)
    written: bytes = generator.rss_str(pretty=True)
    return written


def _add(generator: FeedGenerator, entry: Entry) -> None:
    item = generator.add_entry(order="append")
    item.guid(entry.id, permalink=False)
    item.title(xml_text(entry.title))
    item.description(xml_text(entry.html))  # for readers that know no other; the same text, whole
    item.content(xml_text(entry.html))
    item.category(term=xml_text(entry.category))
    item.pubDate(noon(entry.published))
    item.updated(noon(entry.updated))
    if entry.url:
        item.link(href=xml_text(entry.url), rel="alternate")
