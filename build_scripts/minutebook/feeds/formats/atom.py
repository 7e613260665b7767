"""A feed as Atom (RFC 4287), with archives by year (RFC 5005) where it has them, written with feedgen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from minutebook.council_model import Council
from minutebook.feeds.entry import FORMATS, Entry, Feed, permanent_id, updated
from minutebook.feeds.formats.paging import archives, current
from minutebook.feeds.formats.values import noon, xml_text

_HISTORY = "http://purl.org/syndication/history/1.0"
_TYPE = FORMATS[".atom"]


class _Archive(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Says of a document that it is an archive: ``<fh:archive/>``."""

    def extend_ns(self) -> dict[str, str]:
        return {"fh": _HISTORY}

    def extend_atom(self, feed: Any) -> Any:
        etree.SubElement(feed, f"{{{_HISTORY}}}archive")
        return feed


def atom(feed: Feed, council: Council) -> Iterator[tuple[str, bytes]]:
    """The feed's file, then one for each year of its archive: path from the site's root, and content.

    While the site has no address there is nothing that could link the files of an archive, and the one file has all.
    """
    main = f"{feed.stem}.atom"
    if not council.url:
        yield main, _written(_generator(feed, council, main), feed.entries)
        return
    years = archives(feed)
    paths = [f"{feed.stem}/{year}.atom" for year, _ in years]
    generator = _generator(feed, council, main)
    if paths:
        generator.link(href=council.url + paths[0], rel="prev-archive", type=_TYPE)
    yield main, _written(generator, current(feed))
    for place, (_, entries) in enumerate(years):
        generator = _generator(feed, council, paths[place])
        generator.id(permanent_id(council.id, paths[place]))
        generator.updated(noon(updated(entries, feed.updated)))
        generator.register_extension("archive", _Archive, atom=True, rss=False)
        generator.link(href=council.url + main, rel="current", type=_TYPE)
        generator.link(href=council.url + (paths[place - 1] if place else main), rel="next-archive", type=_TYPE)
        if place + 1 < len(paths):
            generator.link(href=council.url + paths[place + 1], rel="prev-archive", type=_TYPE)
        yield paths[place], _written(generator, entries)


def _generator(feed: Feed, council: Council, path: str) -> FeedGenerator:
    generator = FeedGenerator()
    generator.id(feed.id)
    generator.title(xml_text(feed.title))
    generator.subtitle(xml_text(feed.description))
    generator.language(xml_text(council.language))
    generator.rights(xml_text(f"{council.publisher or council.name}. Licence: {council.licence}"))
    generator.author(name=xml_text(council.publisher or council.name))
    generator.generator("Minutebook")
    generator.updated(noon(feed.updated))
    if council.url:
        generator.link(href=xml_text(council.url + path), rel="self", type=_TYPE)
        generator.link(href=xml_text(council.url + feed.page), rel="alternate", type="text/html")
    return generator


def _written(generator: FeedGenerator, entries: tuple[Entry, ...]) -> bytes:
    for entry in entries:
        one = generator.add_entry(order="append")
        one.id(entry.id)
        one.title(xml_text(entry.title))
        one.content(xml_text(entry.html), type="html")
        one.category(term=xml_text(entry.category))
        one.published(noon(entry.published))
        one.updated(noon(entry.updated))
        if entry.url:
            one.link(href=xml_text(entry.url), rel="alternate", type="text/html")
    written: bytes = generator.atom_str(pretty=True)
    return written
