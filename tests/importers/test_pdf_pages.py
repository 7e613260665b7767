"""PDF files are read in a process of its own: whatever happens there, a sentence says what the file is and what to do."""

from __future__ import annotations

import multiprocessing
import os
import signal
import zlib

import pytest

from importers.making_pdf import lines_at
from minutebook.importers import pdf, pdf_pages, pdf_words

PAGE = [(72, 72, "Councillor Bee spoke.")]


def packed(text):
    """A PDF of one page with this drawing, packed."""
    stream = zlib.compress(text, 9)
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF"


HEAVY = packed(b"BT /F1 9 Tf 72 700 Td (Trees) Tj ET\n" * 300_000)
"""Eight kilobytes that take pdfium a second and half a gigabyte."""


def test_a_page_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_pages, "SECONDS", 0.2)
    assert pdf.read(HEAVY) == (
        "it is a PDF of which page 1 takes too long to read: save or print it as a PDF again, or cut out that page, and import that"
    )
    assert multiprocessing.active_children() == []


def test_a_page_that_takes_too_much_memory_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_pages, "MEMORY", 50_000_000)
    assert "page 1 cannot be read" in pdf.read(HEAVY)


def test_a_reader_that_breaks_down_is_no_end_of_the_importer(monkeypatch):
    monkeypatch.setattr(pdf_words, "of_page", lambda *_: os.abort())
    assert pdf.read(lines_at(PAGE, PAGE)) == (
        "it is a PDF so damaged or so large that page 1 cannot be read: save or print it as a PDF again, or cut out that page, and import that"
    )


def test_a_fault_of_the_program_is_seen(monkeypatch):
    monkeypatch.setattr(pdf_words, "of_page", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        pdf.read(lines_at(PAGE))


class Timer:
    """Stands for the timer of the process: each page takes the same time of it, whatever this computer is busy with."""

    ITIMER_PROF = signal.ITIMER_PROF

    def __init__(self, cost):
        self.cost, self.left, self.least = cost, pdf_pages.SECONDS, pdf_pages.SECONDS

    def getitimer(self, _):
        self.left -= self.cost
        self.least = min(self.least, self.left)
        return self.left, 0.0

    def setitimer(self, _, seconds):
        self.left = seconds


@pytest.mark.parametrize(("cost", "enough"), [(pdf_pages.EARNED * 0.9, True), (pdf_pages.EARNED * 3, False)])
def test_pages_earn_time_so_that_a_long_file_of_simple_pages_is_read(monkeypatch, cost, enough):
    timer = Timer(cost)
    monkeypatch.setattr(pdf_pages, "signal", timer)
    found = list(pdf_pages._sent(lines_at(*[PAGE] * 50), 100, 10_000))
    assert found[0] == 50 == len(found[1:])
    assert cost * 50 > pdf_pages.SECONDS
    assert (timer.least > 0) is enough
    assert timer.left <= pdf_pages.SECONDS


def test_reading_that_is_given_up_leaves_no_process():
    pages = pdf_pages.read(lines_at(*[PAGE] * 50), 100, 10_000)
    assert next(pages) == 50
    pages.close()
    assert multiprocessing.active_children() == []
