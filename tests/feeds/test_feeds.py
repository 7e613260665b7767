"""What a reader of the feeds relies on: every decision whole, once, newest first, and never announced twice."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from minutebook import feeds
from minutebook.contract import Contract
from minutebook.council_model import Council
from minutebook.edition import Edition
from minutebook.model import BULLET, Block, Body, Book, Decision, Entry, Item, List, Meeting, Paragraph

COUNCIL = Council(
    id="example",
    name="Example City Council",
    url="https://minutes.example.org/",
    website="https://www.example.org/",
    publisher="Governance Services",
    notice="This council does not exist.",
)

CLAUSES = (
    Entry("1)", "Endorse the business case."),
    Entry(
        "2)",
        "Delegate authority to the Director to:",
        (
            List(
                (
                    Entry("a)", "complete the due diligence; and"),
                    Entry("b)", "sign the agreement."),
                )
            ),
            Paragraph("Subject to advice."),
            List((Entry(BULLET, "promptly"),)),
        ),
    ),
)


def resolved(text: str) -> Decision:
    return Decision("", "RESOLVED", f" {text}")


LIBRARY = Item(
    "36",
    "Library strategy",
    blocks=(Decision("It was ", "RESOLVED", " that Cabinet:", CLAUSES),),
)
TRAMS = Item(
    "37",
    "Trams",
    blocks=(
        resolved("that the report be noted."),
        resolved("that thanks be recorded."),
    ),
)
SCHOOLS = Item(
    "5",
    "School places",
    blocks=(Paragraph("Narrative."), resolved("that the plan be agreed.")),
)
ROADS = Item("", "Roads", blocks=(resolved("that the plan be agreed."),))

NOVEMBER = Meeting(
    "cabinet",
    dt.date(2025, 11, 4),
    published=dt.date(2025, 11, 12),
    items=(LIBRARY, TRAMS),
)
LATE = Meeting("scrutiny", dt.date(2025, 10, 1), published=dt.date(2025, 12, 1), items=(SCHOOLS,))
UNDATED = Meeting("scrutiny", dt.date(2025, 11, 12), status="approved", items=(ROADS,))

BOOK = Book(
    council=COUNCIL,
    bodies=(
        Body("cabinet", "Cabinet"),
        Body("scrutiny", "Scrutiny Board (2)"),
        Body("planning", "Planning"),
    ),
    meetings=(LATE, NOVEMBER, UNDATED),
)

ALL = "feeds/decisions.xml"


def rendered(book: Book, path: str = ALL) -> bytes:
    """One file of the feeds of an edition that was made on Christmas Eve."""
    edition = Edition(book, tables={}, contract=Contract({}, {}), data={}, date=dt.date(2025, 12, 24))
    return dict(feeds.render_feeds(edition))[path]


def parsed(book: Book, path: str = ALL) -> Any:
    feed = feedparser.parse(rendered(book, path), sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def with_blocks(*blocks: Block, title: str = "Title") -> Book:
    return replace(BOOK, meetings=(replace(NOVEMBER, items=(Item("1", title, blocks=blocks),)),))


def guids(book: Book) -> list[str]:
    return [entry.id for entry in parsed(book).entries]


def test_one_feed_of_all_decisions_and_one_for_each_body() -> None:
    edition = Edition(BOOK, tables={}, contract=Contract({}, {}), data={}, date=dt.date(2025, 12, 24))
    assert [feed.path for feed in feeds.list_feeds(edition)] == [
        ALL,
        "feeds/bodies/cabinet.xml",
        "feeds/bodies/scrutiny.xml",
        "feeds/bodies/planning.xml",
        "feeds/meetings.xml",
        "feeds/corrections.xml",
        "feeds/releases.xml",
    ]


def test_every_kind_of_feed_is_in_the_list() -> None:
    shared = {"__init__", "entry", "markup", "facts", "lasting"}
    files = {path.stem for path in Path(feeds.__file__).parent.glob("*.py")} - shared
    assert {kind.__module__.rpartition(".")[2] for kind in feeds.FEEDS} == files


def test_newest_published_first_then_the_latest_meeting_then_as_minuted() -> None:
    assert [(entry.title, entry.link) for entry in parsed(BOOK).entries] == [
        (
            "Scrutiny Board (2): School places",
            f"{COUNCIL.url}meetings/scrutiny/2025-10-01/#minute-5-decision-1",
        ),
        (
            "Scrutiny Board (2): Roads",
            f"{COUNCIL.url}meetings/scrutiny/2025-11-12/#minute-roads-decision-1",
        ),
        (
            "Cabinet: Library strategy",
            f"{COUNCIL.url}meetings/cabinet/2025-11-04/#minute-36-decision-1",
        ),
        (
            "Cabinet: Trams",
            f"{COUNCIL.url}meetings/cabinet/2025-11-04/#minute-37-decision-1",
        ),
        (
            "Cabinet: Trams",
            f"{COUNCIL.url}meetings/cabinet/2025-11-04/#minute-37-decision-2",
        ),
    ]


def test_a_body_has_its_own_decisions_only() -> None:
    own = parsed(BOOK, "feeds/bodies/scrutiny.xml")
    assert [entry.id for entry in own.entries] == guids(BOOK)[:2]
    assert own.feed.title == "Decisions of Scrutiny Board (2), Example City Council"
    assert own.feed.link == f"{COUNCIL.url}bodies/scrutiny/"


def test_dates_are_the_days_of_publication_at_noon() -> None:
    feed = parsed(BOOK)
    days = [entry.published for entry in feed.entries]
    assert days == ["Mon, 01 Dec 2025 12:00:00 +0000"] + ["Wed, 12 Nov 2025 12:00:00 +0000"] * 4
    assert feed.feed.updated == "Mon, 01 Dec 2025 12:00:00 +0000"


def test_no_date_is_the_clocks() -> None:
    every = set(re.findall(rb"\d\d:\d\d:\d\d [+-]\d+", rendered(BOOK)))
    assert every == {b"12:00:00 +0000"}


def test_a_feed_without_entries_has_the_editions_date() -> None:
    empty = parsed(BOOK, "feeds/bodies/planning.xml")
    assert empty.entries == []
    assert empty.feed.updated == "Wed, 24 Dec 2025 12:00:00 +0000"


def test_same_book_same_bytes() -> None:
    assert rendered(BOOK) == rendered(BOOK)


def test_the_channel_says_whose_it_is() -> None:
    feed = parsed(BOOK)
    assert feed.version == "rss20"
    assert feed.encoding.lower() == "utf-8"
    assert feed.feed.title == "Decisions of Example City Council"
    assert feed.feed.link == COUNCIL.url
    assert "This council does not exist." in feed.feed.subtitle
    assert feed.feed.language == "en-GB"
    assert feed.feed.rights == "Governance Services. Licence: OGL-UK-3.0"
    assert int(feed.feed.ttl) > 0
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{COUNCIL.url}{ALL}"]


def test_guids_are_permanent_and_no_addresses() -> None:
    ids = guids(BOOK)
    assert len(set(ids)) == len(ids) == 5
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f-]{17}", each) for each in ids)
    assert not any(entry.guidislink for entry in parsed(BOOK).entries)
    # Written out: a release that makes another one of it would announce every decision of every council anew.
    assert ids[2] == "urn:uuid:17d230e0-0535-5938-aeb0-425bc2869da6"


def test_guids_outlive_titles_names_addresses_and_dates_of_publication() -> None:
    meetings = tuple(
        replace(
            meeting,
            published=dt.date(2026, 1, 2),
            status="approved",
            items=tuple(
                replace(
                    item,
                    key=item.key or ("roads" if not item.number else ""),
                    title="New",
                )
                for item in meeting.items
            ),
        )
        for meeting in BOOK.meetings
    )
    council = replace(COUNCIL, url="https://elsewhere.example.org/m/", name="Example Borough Council")
    bodies = tuple(replace(body, name=f"New {body.name}") for body in BOOK.bodies)
    assert set(guids(Book(council, bodies, meetings=meetings))) == set(guids(BOOK))


def test_guids_of_two_councils_differ() -> None:
    other = replace(BOOK, council=replace(COUNCIL, id="other"))
    assert not set(guids(BOOK)) & set(guids(other))


def test_the_whole_decision_with_its_labels_as_printed() -> None:
    (entry,) = (entry for entry in parsed(BOOK).entries if "Library" in entry.title)
    full = entry.content[0].value
    assert full == entry.summary
    assert full.startswith("<p>It was <strong>RESOLVED</strong> that Cabinet:</p>")
    words = " ".join("".join(etree.fromstring(f"<div>{full}</div>").itertext()).split())
    assert words == (
        "It was RESOLVED that Cabinet: 1) Endorse the business case. 2) Delegate authority to the Director to: "
        "a) complete the due diligence; and b) sign the agreement. Subject to advice. promptly "
        "Minute 36 of Cabinet, 4 November 2025. Draft minutes, not yet agreed as a correct record."
    )


def test_agreed_minutes_are_not_called_a_draft() -> None:
    (entry,) = (entry for entry in parsed(BOOK).entries if "Roads" in entry.title)
    assert entry.summary.endswith("Minutes of Scrutiny Board (2), 12 November 2025.</p>")


PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "</p><style>*{display:none}</style>",
    '<a href="javascript:alert(1)">here</a>',
    "]]><script>alert(1)</script><![CDATA[",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_minutes_is_text(payload: str) -> None:
    entries = (Entry(payload, payload, (Paragraph(payload), List((Entry(BULLET, payload),)))),)
    book = with_blocks(Decision(f"{payload} ", "RESOLVED", payload, entries), title=payload)
    book = replace(book, bodies=(Body("cabinet", payload), *BOOK.bodies[1:]))
    channel = etree.fromstring(rendered(book))[0]
    assert channel.findtext("item/title") == f"{payload}: {payload}"
    for name in (
        "item/description",
        "item/{http://purl.org/rss/1.0/modules/content/}encoded",
    ):
        html = etree.HTML(channel.findtext(name))
        assert {tag.tag for tag in html.iter()} <= {
            "html",
            "body",
            "p",
            "strong",
            "ul",
            "li",
            "a",
        }
        assert {key for tag in html.iter() for key in tag.attrib} <= {"style"}
        assert "".join(html.itertext()).count(payload) == 7


def test_characters_that_xml_cannot_hold_do_not_break_the_feed() -> None:
    entry = parsed(with_blocks(resolved("one\x0btwo\ufffethree"), title="A\x00B")).entries[0]
    assert entry.title == "Cabinet: A\ufffdB"
    assert "one\ufffdtwo\ufffdthree" in entry.summary


def test_without_an_address_nothing_pretends_to_be_one() -> None:
    council = replace(COUNCIL, url="")
    feed = parsed(replace(BOOK, council=council))
    assert feed.feed.link == COUNCIL.website
    assert [link.rel for link in feed.feed.links] == ["alternate"]
    assert not any("link" in entry for entry in feed.entries)
    assert [entry.id for entry in feed.entries] == guids(BOOK)
    nameless = parsed(replace(BOOK, council=replace(council, website="")))
    assert nameless.feed.link.startswith("urn:uuid:")


def test_a_missing_address_is_a_finding_and_no_error() -> None:
    (problem,) = feeds.problems(replace(COUNCIL, url=""))
    assert problem.severity == "warning"
    assert "url" in problem.expected
    assert feeds.problems(COUNCIL) == ()
