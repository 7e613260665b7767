"""Registers: what waits for an answer stands first, and says so."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from dataclasses import replace

import pytest

from full_book import FULL
from minutebook.feeds import render_feeds
from minutebook.pages import render_pages
from minutebook.pages.record import make_record
from minutebook.pages.register import Group
from minutebook.pages.register_lines import registers
from small_book import edition


@pytest.fixture(scope="module")
def pages():
    return render_pages(edition(FULL))


def rows(page: str, key: str) -> int:
    """So many rows has the table whose caption has this id; 0 where there is no such table."""
    table = re.search(rf'<caption id="{key}">.*?</table>', page, re.DOTALL)
    return table.group().count('<th scope="row"') if table else 0


def test_open_recommendations_stand_in_a_table_of_their_own(pages):
    unanswered = replace(FULL, meetings=tuple(each for each in FULL.meetings if each.date != dt.date(2025, 12, 16)))
    before = render_pages(edition(unanswered))["registers/recommendations.md"]
    after = pages["registers/recommendations.md"]
    assert rows(before, "open") == rows(after, "open") + rows(after, "answered")
    assert rows(before, "answered") == 0
    assert rows(after, "answered") > 0
    assert "Recommendations still open, newest first" in before


def test_the_index_counts_what_is_still_open(pages):
    index, page = pages["registers/index.md"], pages["registers/requests.md"]
    assert f"{rows(page, 'open')} still open" in index.split("requests/")[1]


def test_a_register_that_waits_for_no_answer_has_one_table(pages):
    page = pages["registers/delegations.md"]
    assert page.count("<table") == 1
    assert rows(page, "entries") > 0
    assert "still open" not in page


def test_what_stands_in_backticks_is_shown_as_code(pages):
    assert "<code>target_item_id</code>" in html.unescape(pages["registers/references.md"])


def test_the_list_of_registers_says_of_each_in_a_sentence_what_it_holds(pages):
    told = re.findall(r"<p>(.*)</p></li>", pages["registers/index.md"])
    assert len(told) > 10
    assert all(sentence.endswith(".") and ". " not in sentence for sentence in told)


def test_no_column_of_a_table_is_empty_throughout(pages):
    page = pages["registers/requests.md"]
    table = re.search(r'<caption id="open">.*?</table>', page, re.DOTALL)
    assert table
    assert "Answered" not in table.group()
    (votes,) = (each for each in registers(make_record(edition(FULL))) if each.schema.name == "votes")
    assert Group("entries", "", votes.lines).quoted
    assert not Group("entries", "", tuple(replace(line, evidence="") for line in votes.lines)).quoted


def test_a_vote_says_what_was_voted_on_and_what_became_of_it(pages):
    assert "Debate: on an amendment, which was lost" in pages["registers/votes.md"]


def test_every_row_of_every_register_stands_on_its_page_and_in_its_feed(pages):
    made = edition(FULL)
    feeds = dict(render_feeds(made))
    for register in registers(make_record(made)):
        name, count = register.schema.name, len(made.tables[register.schema.name])
        shown = "".join(text for path, text in pages.items() if re.match(rf"registers/{name}(/.*)?\.md$", path))
        assert shown.count('<th scope="row"') == count, name
        assert len(json.loads(feeds[f"feeds/registers/{name}.json"])["items"]) == count, name
    assert made.tables["report_recommendations"]
    assert made.tables["work_programme"]


def test_a_sum_is_shown_as_money_with_what_it_is_about(pages):
    page = html.unescape(pages["registers/sums.md"])
    row = edition(FULL).tables["sums"][0]
    title = next(
        item.values["title"]
        for item in edition(FULL).tables["items"]
        if item.values["item_id"] == row.values["item_id"]
    )
    amount = row.values["amount"]
    assert f'data-sort="{amount}">£{amount:,.0f}</td>' in page
    assert f'<span class="mb-what">{title}</span>' in page
    assert "Currency" not in page
