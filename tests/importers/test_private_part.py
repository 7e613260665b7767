"""The private part of minutes where no heading says that it begins."""

from __future__ import annotations

import pytest

from minutebook.importers import sections
from minutebook.model import Item, Paragraph


def sectioned(*given, headed=False):
    items = [Item(str(number), title, "public", (Paragraph(text),)) for number, (title, text) in enumerate(given, 1)]
    placed, report = sections.with_sections(items, headed)
    return [item.section for item in placed], report


EXCLUDED = "RESOLVED that the public and press be excluded for the private report in Minute 3 below"


def test_an_exclusion_names_a_minute():
    found, report = sectioned(("Exclusion", EXCLUDED), ("Trees", "Noted."), ("A lease", "Agreed."))
    assert found == ["public", "public", "private"]
    assert [(line.what, line.text) for line in report] == [("inferred", "3 A lease")]


def test_an_exclusion_names_a_title():
    said = "RESOLVED to exclude the press and public for the report headed ‘A lease’ on the grounds stated."
    assert sectioned(("Exclusion", said), ("Trees", "Noted."), ("A lease", "Agreed."))[0] == [
        "public",
        "public",
        "private",
    ]


def test_an_exclusion_from_the_remaining_business():
    said = "RESOLVED that the public be excluded for the remaining business."
    assert sectioned(("Exclusion", said), ("A lease", "Noted."), ("A claim", "Noted."))[0] == [
        "public",
        "private",
        "private",
    ]


def test_an_item_considers_a_private_report():
    found, _ = sectioned(
        ("A lease", "Cabinet considered a report. A corresponding private report was also submitted."),
        ("A lease", "Further to Minute 1, Cabinet considered a private report of the Director."),
        ("Any other business", "None."),
    )
    assert found == ["public", "private", "private"]


def test_a_title_says_so():
    assert sectioned(("Trees", "."), ("Any Other Items of Urgent Private Business", "None."))[0] == [
        "public",
        "private",
    ]


@pytest.mark.parametrize("title", ["Private Hire Vehicles", "Private Rented Homes", "Exclusion of Press and Public"])
def test_a_title_that_only_holds_the_word_does_not(title):
    assert sectioned((title, "It was noted."), ("Trees", "Noted."))[0] == ["public", "public"]


def test_an_exclusion_that_was_not_needed_hides_nothing():
    assert (
        sectioned(("Exclusion of the public", "There was no such business."), ("Trees", "Noted."))[0] == ["public"] * 2
    )


def test_the_public_may_come_back():
    said = "AGREED that the public be excluded for the following item."
    found, report = sectioned(("Exclusion", said), ("A lease", "."), ("Public business: next meeting", "In May."))
    assert found == ["public", "private", "public"]
    assert [line.what for line in report] == ["inferred", "inferred"]


def test_headings_of_the_document_stand():
    assert sectioned(("Exclusion", EXCLUDED), ("Trees", "."), ("A lease", "."), headed=True)[0] == ["public"] * 3


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Public Business", "public"),
        ("PRIVATE BUSINESS", "private"),
        ("Part II – Exempt information", "private"),
        ("Part 1 (Open to the public)", "public"),
        ("Items not open to the public and press", "private"),
        ("Confidential items", "private"),
        ("Private Hire Vehicles", None),
        ("Public Question Time", None),
        ("Public", None),
        ("Business", None),
    ],
)
def test_section_headings(line, section):
    assert sections.section_of(line) == section
