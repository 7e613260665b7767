"""Real documents that are printed as PDF or written in Word give the same meetings and the same agenda.

The PDFs are hard on purpose: low pages that break in the middle of clauses, heads and feet that count the pages, names in
two and three columns, headings no larger than the text, no page that ends where a paper does.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

import pytest

from importers.making_pdf import Style, in_columns, pdf_of
from importers.making_word import docx_of
from minutebook.importers import FORMATS, import_document
from minutebook.reading.decisions import OPERATIVE_WORDS

DOCUMENTS = {
    "000": "000_b79cca3f84766aea",
    "001": "001_0c4e8f9bdd55876e",
    "002": "002_a185ff9f3460d877",
    "003": "003_3aba29d05db102bb",
}
LOW = Style(height=420, head="Example Council – papers, page {page}", foot="Page {page} of {pages}")
SMALL = replace(LOW, size=10, column=150)
NARROW = Style(size=9, margin=45, columns=2, head="Example Council – papers, page {page}")
PRINTS = [
    *((number, LOW, 2) for number in DOCUMENTS),
    *((number, SMALL, 3) for number in ("000", "002", "003")),
    *((number, NARROW, 1) for number in ("000", "002", "003")),
]
"""A document, how it is printed, and the columns in which its lists of names are set. One way is enough for a pack of hundreds of pages."""


def imported(name, content):
    """The minutes and agendas of a document as files, without where they were read. Where a full
    line ends a sentence at the foot of a page, nothing printed says whether its paragraph ends too: so paragraphs are joined.
    """
    found = import_document(name, content, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    assert [one.problems for one in found if one.problems] == []
    texts = [re.sub(r"(?m)^source:\n(?:  .*\n)*", "", one.text) for one in found if one.meeting or one.agenda]
    return [re.sub(r"\s*\n\n(?![#>|*-])", " ", text) for text in texts]


@pytest.fixture(scope="module")
def read(shared):
    """Of a document its blocks, what its text gives, and whether that says by indentation what a sub-list is; each read once."""

    @cache
    def of(number):
        content = (shared / "minutes" / f"{DOCUMENTS[number]}.txt").read_bytes()
        form = next(form for form in FORMATS if form.recognises(content))
        return form.read(content).blocks, imported(number, content), form.name == "Markdown"

    return of


@pytest.mark.parametrize(
    ("number", "style", "columns"),
    PRINTS,
    ids=[f"{number} {style.columns} columns of text, {columns} of names" for number, style, columns in PRINTS],
)
def test_a_pdf_gives_what_the_text_gives(read, number, style, columns):
    blocks, expected, indented = read(number)
    assert imported(number, pdf_of(in_columns(blocks, columns), replace(style, indented=indented))) == expected


@pytest.mark.parametrize("number", DOCUMENTS)
@pytest.mark.parametrize("automatic", [False, True], ids=["typed numbers", "automatic numbers"])
def test_a_word_document_gives_what_the_text_gives(read, number, automatic):
    blocks, expected, _ = read(number)
    made = docx_of(in_columns(blocks, 2) if automatic else blocks, automatic=automatic)
    assert imported(number, made) == expected
