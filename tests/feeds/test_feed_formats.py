"""The three formats of one feed tell the same, and no subscriber misses an entry however long they were away."""

from __future__ import annotations

import datetime as dt
import json
import re

import feedparser
import pytest
from lxml import etree

from minutebook import feeds
from minutebook.contract import Contract
from minutebook.council_model import Council
from minutebook.edition import Edition
from minutebook.feeds.formats import paging
from minutebook.model import Body, Book, Correction, Decision, Item, Meeting

COUNCIL = Council(id="example", name="Example City Council", url="https://minutes.example.org/")
DECISION = Decision("", "RESOLVED", " that the report be noted.")


def meeting(date, decisions=2, **more):
    items = (Item("1", f"Roads & <b>bridges</b> on {date}", blocks=(DECISION,) * decisions),)
    return Meeting("cabinet", date, items=items, **more)


YEARS = tuple(meeting(dt.date(year, month, 4)) for year in (2021, 2022, 2024, 2025) for month in range(1, 11))


def files(*meetings, council=COUNCIL):
    book = Book(council, (Body("cabinet", "Cabinet"),), meetings=meetings)
    return dict(feeds.render_feeds(Edition(book, {}, Contract({}, {}), {}, dt.date(2025, 12, 24))))


def test_one_permanent_id_for_an_entry_across_formats():
    found = files(*YEARS[-3:])
    rss, atom = (feedparser.parse(found[f"feeds/decisions{ending}"]) for ending in (".xml", ".atom"))
    assert (rss.bozo, atom.bozo, rss.version, atom.version) == (False, False, "rss20", "atom10")
    written = json.loads(found["feeds/decisions.json"])
    assert written["version"] == "https://jsonfeed.org/version/1.1"
    ids = [item["id"] for item in written["items"]]
    assert len(ids) == 6
    assert ids == [entry.id for entry in rss.entries] == [entry.id for entry in atom.entries]
    texts = [item["content_html"] for item in written["items"]]
    assert texts == [entry.content[0].value for entry in atom.entries] == [entry.summary for entry in rss.entries]
    assert [item["url"] for item in written["items"]] == [entry.link for entry in atom.entries]
    assert written["items"][0]["title"] == "Cabinet: Roads & <b>bridges</b> on 2025-10-04"


def followed(found, path="feeds/decisions.atom"):
    """Every document from the current one back, as a reader that knows RFC 5005 follows the links."""
    while path:
        document = feedparser.parse(found[path])
        assert not document.bozo
        yield path, document
        links = {link.rel: link.href.removeprefix(COUNCIL.url) for link in document.feed.links}
        assert links["self"] == path
        path = links.get("prev-archive")


@pytest.mark.parametrize("path", ["feeds/decisions.atom", "feeds/bodies/cabinet.atom"])
def test_whoever_follows_the_archives_gets_every_entry(monkeypatch, path):
    monkeypatch.setattr(paging, "WINDOW", 25)
    found = files(*YEARS)
    documents = dict(followed(found, path))
    stem = path.removesuffix(".atom")
    assert list(documents) == [path, *(f"{stem}/{year}.atom" for year in (2024, 2022, 2021))]
    assert len(documents[path].entries) == 25  # all of 2025, and the latest of 2024 for those who were away at new year
    assert len({entry.id for one in documents.values() for entry in one.entries}) == 80
    ids = [one.feed.id for one in documents.values()]
    assert len(set(ids)) == len(ids)
    for place in list(documents)[1:]:
        root = etree.fromstring(found[place])
        assert root.find("{http://purl.org/syndication/history/1.0}archive") is not None
        assert {link.rel for link in documents[place].feed.links} >= {"current", "next-archive"}
    assert b"history/1.0}archive" not in found[path]
    assert b"fh:archive" not in found[path]


def test_a_feed_of_another_kind_gets_archives_when_it_is_long(monkeypatch):
    path = "feeds/meetings.atom"
    assert list(dict(followed(files(*YEARS), path))) == [path]
    monkeypatch.setattr(paging, "LONG", 39)
    monkeypatch.setattr(paging, "WINDOW", 5)
    found = files(*YEARS)
    documents = dict(followed(found, path))
    assert list(documents) == [path, *(f"feeds/meetings/{year}.atom" for year in (2024, 2022, 2021))]
    assert len({entry.id for one in documents.values() for entry in one.entries}) == 40
    assert len(feedparser.parse(found["feeds/meetings.xml"]).entries) == 10


def test_an_archive_stays_as_it_is_when_more_is_published():
    before = files(*YEARS)
    after = files(*YEARS, meeting(dt.date(2025, 12, 1)))
    assert before["feeds/decisions/2024.atom"] == after["feeds/decisions/2024.atom"]
    assert before["feeds/decisions.atom"] != after["feeds/decisions.atom"]


def test_updated_moves_with_a_correction_and_published_does_not():
    date = dt.date(2025, 11, 4)
    corrected = meeting(date, 1, corrections=(Correction(dt.date(2025, 12, 2), "A name."),))
    old, new = files(meeting(date, 1)), files(corrected)
    for path, first in (("feeds/decisions.atom", old), ("feeds/decisions.atom", new)):
        entry = feedparser.parse(first[path]).entries[0]
        assert entry.published.startswith("2025-11-04")
    assert feedparser.parse(old["feeds/decisions.atom"]).entries[0].updated.startswith("2025-11-04")
    assert feedparser.parse(new["feeds/decisions.atom"]).entries[0].updated.startswith("2025-12-02")
    assert "date_modified" not in json.loads(old["feeds/decisions.json"])["items"][0]
    assert json.loads(new["feeds/decisions.json"])["items"][0]["date_modified"].startswith("2025-12-02")


def test_without_an_address_one_file_has_all_and_nothing_pretends_to_be_a_link():
    found = files(*YEARS, council=Council(id="example", name="Example City Council"))
    assert [path for path in found if re.search(r"\d{4}\.atom", path)] == []
    atom = feedparser.parse(found["feeds/decisions.atom"])
    assert not atom.bozo
    assert len(atom.entries) == 80
    assert "links" not in atom.feed or atom.feed.links == []
    assert "feed_url" not in json.loads(found["feeds/decisions.json"])
