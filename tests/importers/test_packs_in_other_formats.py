"""A real pack that is printed as PDF or written in Word gives the same meetings, the same agenda and the same reports."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from importers.making_pdf import pdf_of
from importers.making_word import docx_of
from minutebook.importers import FORMATS, import_document
from minutebook.model import Source
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.report_model import Report


def imported(name, content, *, tables):
    """Meetings, agendas and reports of a document, without where they were read, and without the reports' tables where a document
    of the test's own making prints no more of them than the cells that hold text.
    """
    found = import_document(name, content, words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    assert [one.problems for one in found] == [()] * len(found)
    records = [replace(one.record, source=Source()) for one in found]
    return [
        replace(one, programme=(), approvals=one.approvals if tables else ()) if isinstance(one, Report) else one
        for one in records
    ]


@pytest.mark.parametrize(
    ("document", "made"),
    [("003_3aba29d05db102bb", pdf_of), ("003_3aba29d05db102bb", docx_of), ("001_0c4e8f9bdd55876e", docx_of)],
    ids=["003 as PDF", "003 as Word", "001 as Word"],
)
def test_a_pack_is_the_same_in_another_format(shared, document, made):
    content = (shared / "minutes" / f"{document}.txt").read_bytes()
    form = next(form for form in FORMATS if form.recognises(content))
    tables = made is docx_of
    printed = made(form.read(content).blocks)
    assert imported(document, printed, tables=tables) == imported(document, content, tables=tables)
