"""The way from one page to another, and which addresses a reader may be sent to."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutebook.pages import links

addresses = st.lists(st.sampled_from(["a", "b-c", "2025-11-04", "x"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)
files = st.just("data/decisions.csv")


@given(
    page=addresses, target=addresses | files, anchor=st.sampled_from(["", "#minute-37", "#minute-37-decision-1-6.b"])
)
def test_a_link_leads_where_it_should(page, target, anchor):
    link = links.relative(target + anchor, page)
    assert urljoin(f"https://x.example/{page}", str(link)) == f"https://x.example/{target}{anchor}"


def test_addresses_follow_from_ids():
    assert links.item_address("cabinet/2025-11-04/37") == "meetings/cabinet/2025-11-04/#minute-37"
    assert links.decision_address("cabinet/2025-11-04/37/1") == "meetings/cabinet/2025-11-04/#minute-37-decision-1"
    assert links.page_of("index.md") == ""
    assert links.page_of("decisions/index.md") == "decisions/"
    assert links.page_of("bodies/cabinet.md") == "bodies/cabinet/"


def test_a_link_holds_no_character_that_markdown_or_html_would_read():
    assert links.relative('people/a"b(c)_*/', "") == "people/a%22b%28c%29_%2A/"


@pytest.mark.parametrize("address", ["https://x.example/a.pdf", "http://x.example"])
def test_web_addresses_are_linked(address):
    assert links.outside(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "data:text/html,x", "ftp://x.example/", "/a", "https://", "http://[x", "//x.example"],
)
def test_other_addresses_are_not(address):
    assert links.outside(address) == ""
