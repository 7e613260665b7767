"""The pages that every council's site needs: filled from council.yaml, and `check` says what is missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from minutebook.council_model import Accessibility
from minutebook.model import HandPage
from minutebook.pages import render_pages
from minutebook.pages.statements import STATEMENTS, problems
from small_book import BOOK, COUNCIL, edition

SAID = Accessibility(
    "partially", ("Maps are pictures.",), dt.date(2026, 1, 5), "an auditor", dt.date(2026, 1, 7), reply_days=5
)
WHOLE = replace(COUNCIL, contact="clerk@q.example", data_protection="dpo@q.example", accessibility=SAID)


def written(council, **more):
    return render_pages(edition(replace(BOOK, council=council, **more)))


def test_each_says_what_the_council_says():
    pages = written(WHOLE)
    assert {statement.path for statement in STATEMENTS} <= set(pages)
    told = pages["accessibility.md"]
    assert "partially compliant" in told
    assert "Maps are pictures." in told
    assert "tested on 5 January 2026 by an auditor" in told
    assert "prepared on 7 January 2026" in told
    assert "within 5 working days" in told
    assert "dpo@q.example" in pages["privacy.md"]
    assert f"public sector information of {COUNCIL.name}" in pages["licence.md"]
    assert all(body.name in pages["decisions-explained.md"] for body in BOOK.bodies)
    assert "begins in May" in pages["glossary.md"]


def test_the_accessibility_statement_has_the_parts_of_the_government_s_model():
    told = written(WHOLE)["accessibility.md"]
    for part in (
        "How accessible this website is",
        "Feedback and contact information",
        "Reporting accessibility problems with this website",
        "Enforcement procedure",
        "Technical information about this website’s accessibility",
        "Compliance status",
        "Preparation of this accessibility statement",
    ):
        assert f"# {part}" in told
    assert "is committed to making its website accessible" in told


def test_nothing_is_claimed_that_the_council_does_not_say():
    told = written(replace(WHOLE, accessibility=Accessibility()))["accessibility.md"]
    assert "compliant with" not in told
    assert "has not yet said how far" in told
    assert "has not yet recorded a test" in told


def test_what_is_missing_is_a_warning_with_its_key():
    assert list(problems(WHOLE)) == []
    found = list(problems(replace(WHOLE, contact="", data_protection="", accessibility=replace(SAID, tested_by=""))))
    assert [problem.code for problem in found] == ["A002", "A003", "A004"]
    assert "tested_by" in found[0].message
    assert {problem.severity for problem in found} == {"warning"}


def test_a_page_by_the_council_s_own_hand_takes_its_place():
    own = HandPage("privacy.md", "Our privacy notice", "# Our privacy notice\n\nOwn words.\n")
    assert "Own words." in written(WHOLE, pages=(own,))["privacy.md"]
