"""The pages of a PDF, read in a process of its own that may take so much time and memory: no file can hang the importer or end it."""

from __future__ import annotations

import faulthandler
import multiprocessing
import resource
import signal
from collections.abc import Generator, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from minutebook.importers import pdf_tables, pdf_words
from minutebook.importers.pdf_tables import Ruled
from minutebook.importers.pdf_words import PageWords, Word

SECONDS = 3.0
"""Of computing, which a busy computer does not use up: what one page may take, and all of them together beyond their earnings. A plan of
thirty megabytes takes one or two."""
EARNED = 0.1
"""Seconds that each page that was read adds again, up to ``SECONDS``: a page of minutes takes a hundredth or two."""
MEMORY = 1 << 30
"""Bytes of data that the process may hold."""

_MOST_FIELDS = 500
"""Annotations of a page that are looked at, for fields of a form that were filled in."""

DAMAGED = "it is a PDF that is damaged and cannot be opened: open it in a PDF reader, save or print it as a PDF again, and import that"
_LOCKED = "it is a PDF that is locked with a password: save a copy without the password and import that"
_TOO_LONG = "it is a PDF of which {} takes too long to read: save or print it as a PDF again, or cut out that page, and import that"
_TOO_HARD = "it is a PDF so damaged or so large that {} cannot be read: save or print it as a PDF again, or cut out that page, and import that"

Page = tuple[PageWords, list[Ruled]]
"""The words of a page and the tables that are drawn on it."""
_Sent = tuple[list[tuple[str, float, float, float, float, bool, bool]], float, str, int, list[Ruled]]


def read(content: bytes, pages: int, characters: int) -> Generator[int | Page | str | None, None, None]:
    """How many pages there are, then each: None where it is broken. Last a sentence, where the file cannot be read to its end, or
    has more than so many pages or characters.
    """
    forked = multiprocessing.get_context("fork")  # a fresh Python would take longer than most files
    ours, theirs = forked.Pipe(duplex=False)
    worker = forked.Process(target=_work, args=(content, pages, characters, theirs), daemon=True)
    worker.start()
    theirs.close()
    place = 0
    try:
        while (sent := ours.recv()) is not ...:
            if isinstance(sent, Exception):
                raise sent
            yield _page(sent) if isinstance(sent, tuple) else sent
            place += 1
        worker.join()
    except EOFError:
        worker.join()
        why = _TOO_LONG if worker.exitcode == -signal.SIGPROF else _TOO_HARD
        yield why.format(f"page {place}" if place else "its list of pages")
    finally:
        worker.kill()
        worker.join()
        worker.close()
        ours.close()


def _page(sent: _Sent) -> Page:
    words, width, slanted, pictures, ruled = sent
    return PageWords(tuple(Word(*word) for word in words), width, slanted, pictures, ()), ruled


def _plain(page: Page) -> _Sent:
    """A page as plain tuples, which are sent more quickly than words are."""
    found, ruled = page
    words = [(one.text, one.left, one.right, one.base, one.size, one.bold, one.spaced) for one in found.words]
    return words, found.width, found.slanted, found.pictures, ruled


def _held() -> int:
    """Bytes of data that this process was born with, those of the one that it was forked from; 0 where no one tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * resource.getpagesize()


def _work(content: bytes, pages: int, characters: int, pipe: Connection) -> None:
    """What the process does; it ends by itself when nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = _held() + MEMORY
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    faulthandler.disable()  # what ends this process is told by the other one
    try:
        for sent in _sent(content, pages, characters):
            pipe.send(_plain(sent) if isinstance(sent, tuple) else sent)
        pipe.send(...)
    except (BrokenPipeError, MemoryError):
        return
    except Exception as error:  # noqa: BLE001 - a fault of this program is raised where it is seen, in the other process
        pipe.send(error)


def _sent(content: bytes, most_pages: int, most_characters: int) -> Iterator[int | Page | str | None]:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        yield _LOCKED if "password" in str(error).lower() else DAMAGED
        return
    count = len(document)
    if count > most_pages:
        yield f"it is a PDF of {count:,} pages, and at most {most_pages:,} are read: cut out the pages of the minutes and import those"
        return
    yield count
    left = most_characters
    for place in range(count):
        try:
            page = _of_page(document, place, left)
        except OverflowError:
            yield f"it is a PDF with more than {most_characters:,} characters: cut out the pages of the minutes and import those"
            return
        yield page
        left -= sum(len(word.text) for word in page[0].words) if page else 0
        remaining, _ = signal.getitimer(signal.ITIMER_PROF)
        signal.setitimer(signal.ITIMER_PROF, min(SECONDS, remaining + EARNED))


def _of_page(document: pdfium.PdfDocument, place: int, most: int) -> Page | None:
    """A page; None where it is broken. One with more than ``most`` characters is an OverflowError."""
    try:
        page = _filled_in(document, document[place], place)
    except pdfium.PdfiumError:
        return None
    try:
        found = pdf_words.of_page(page, most)
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()
    if found is None:
        raise OverflowError
    return found, pdf_tables.find(found.lines)


def _filled_in(document: pdfium.PdfDocument, page: pdfium.PdfPage, place: int) -> pdfium.PdfPage:
    """A page with what was filled into its form, or typed onto it, as a part of its text: so it is printed."""
    count = min(raw.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)
    if not any(_is_filled_in(page, number) for number in range(count)):
        return page
    if raw.FPDFPage_Flatten(page, raw.FLAT_PRINT) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[place]


def _is_filled_in(page: pdfium.PdfPage, number: int) -> bool:
    """Whether an annotation is a field of a form or a text typed onto the page."""
    one = raw.FPDFPage_GetAnnot(page, number)
    if not one:
        return False
    kind = raw.FPDFAnnot_GetSubtype(one)
    raw.FPDFPage_CloseAnnot(one)
    return kind in {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT}
