"""Script in minutes text comes out as harmless text: every page is opened in a real browser, and nothing runs."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET

import feedparser
import pytest
from lxml import html

from project import COUNCIL, MINUTES, PEOPLE, make_project, minutebook
from web import Seen, served

FILE = "content/minutes/cabinet/2025-11-04.md"
OUTSIDE = "http://outside.example/x"
PAYLOADS = [
    "<script>window.ran=1;alert(1)</script>",
    "</script><script>window.ran=2</script>",
    f'<img src="{OUTSIDE}.png" onerror="window.ran=3">',
    "<svg onload=window.ran=4><animate onbegin=window.ran=5 attributeName=x dur=1s>",
    '<a href="javascript:window.ran=6">press</a>',
    "[press](javascript:window.ran=7)",
    f"![pixel]({OUTSIDE}.gif)",
    f"<link rel=stylesheet href={OUTSIDE}.css><style>@import url({OUTSIDE}.css);body{{display:none}}</style>",
    f'<iframe srcdoc="<script>parent.ran=8</script>" src="{OUTSIDE}"></iframe>',
    f"<meta http-equiv=refresh content='0;url={OUTSIDE}'><base href={OUTSIDE}>",
    "<details open ontoggle=window.ran=9><summary>x</summary>",
    "{{ 7*7 }} {% raw %} {# x #} ${7*7} <%= 7*7 %>",
    "[x][1] and <javascript:window.ran=10> &lt;script&gt;window.ran=11&lt;/script&gt;",
    "`code` *em* __strong__ ~~del~~ ^sup^ [^1] :smile: --- {: onclick=window.ran=12 } {#id onclick=window.ran=13}",
    '"\' onmouseover=window.ran=14 x="',
    "]]> <![CDATA[<script>window.ran=15</script>]]> <!-- --> <?php echo 1 ?>",
    "<b>bold</b><br/></p></div></section></main></body></html>",
    "&#60;script&#62;window.ran=16&#60;/script&#62; &copy; &amp; &",
]


def escaped(text):
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("{", "\\{")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def minutes():
    """Minutes that hold every payload in every place that holds text."""
    front = MINUTES.partition("---\n\n")[0].replace("Council House", quoted(PAYLOADS[0]))
    names = "".join(f"      - {quoted(payload)}\n" for payload in PAYLOADS)
    items = [f"{front}{names}apologies:\n  - {quoted(PAYLOADS[2])}\n---\n"]
    for number, raw in enumerate(PAYLOADS, 1):
        payload = escaped(raw)
        cell = payload.replace("|", "\\|")
        items.append(
            f"## {number}. {payload}\n\nSaid {payload}\n\n### Sub {payload}\n\n- {payload}\n\n> Quoted {payload}\n\n"
            f"| {cell} |\n|---|\n| {cell} |\n\n**Note:** {payload}\n\nIt was **RESOLVED** {payload}:\n\n- 1) {payload}\n"
            f"    - a) {payload}\n\n**Recorded vote**\n\n- For (1): {payload}\n"
        )
    return "\n".join(items)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    council = COUNCIL.replace("Example Council", quoted(f"Council {PAYLOADS[0]}")) + f"notice: {quoted(PAYLOADS[2])}\n"
    bodies = f"- id: cabinet\n  name: {quoted('Cabinet ' + PAYLOADS[2])}\n  remit: {quoted(PAYLOADS[5])}\n"
    people = PEOPLE + f"- id: evil\n  name: {quoted(PAYLOADS[3])}\n  terms:\n    - ward: {quoted(PAYLOADS[6])}\n"
    files = {
        FILE: minutes(),
        "content/council.yaml": council,
        "content/bodies.yaml": bodies,
        "content/people.yaml": people,
    }
    folder = make_project(tmp_path_factory.mktemp("hostile"), files)
    done = minutebook("-C", folder, "build")
    assert done.returncode == 0, done.stderr
    return folder / "build/site"


def pages(site):
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@pytest.mark.browser
@pytest.mark.parametrize("policy", ["with the page's own policy", "without any policy"])
def test_nothing_runs_and_no_request_leaves(hostile, browser, policy):
    with served(hostile) as home:
        context = browser.new_context(bypass_csp=policy == "without any policy")
        seen = Seen(home)
        page = context.new_page()
        seen.watch(page)
        for path in pages(hostile):
            page.goto(f"{home}/{path}", wait_until="load")
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert page.evaluate("window.ran === undefined"), path
            for word in ("javascript:", "outside.example"):
                assert page.locator(f'[href*="{word}"], [src*="{word}"]').count() == 0, path
            assert page.evaluate(HANDLERS) == [], path
        assert (seen.outside, seen.dialogs) == ([], [])
        context.close()


HANDLERS = """[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
    .filter(a => a.name.startsWith('on')).map(a => a.name)"""


@pytest.mark.browser
def test_the_payloads_are_read_as_the_words_they_are(hostile, browser):
    with served(hostile) as home:
        page = browser.new_page()
        page.goto(f"{home}/meetings/cabinet/2025-11-04/")
        text = " ".join(page.inner_text("main").split())
        page.close()
    assert [payload for payload in PAYLOADS if " ".join(f"Said {payload}".split()) not in text] == []


def test_feeds_hold_them_as_text(hostile):
    for file in [hostile / "feeds/decisions.xml", *sorted(hostile.glob("feeds/bodies/*.xml"))]:
        channel = ET.fromstring(file.read_bytes())
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo
        assert len(feed.entries) == len(PAYLOADS)
        for shown in channel.iterfind(".//item/{http://purl.org/rss/1.0/modules/content/}encoded"):
            tags = {element.tag for element in html.fragment_fromstring(shown.text, create_parent="div").iter()}
            assert tags <= {"div", "p", "ol", "ul", "li", "strong", "span", "br", "dl", "dt", "dd", "blockquote"}


def test_tables_hold_them_verbatim(hostile):
    with (hostile / "data/items.csv").open(newline="", encoding="utf-8") as table:
        titles = [row["title"] for row in csv.DictReader(table)]
    assert titles == [" ".join(payload.split()) for payload in PAYLOADS]
