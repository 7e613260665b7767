"""The whole build on one screen: content to book to edition to files; staged, verified, then swapped into place."""

from __future__ import annotations

import datetime as dt
import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from minutebook.checks import run_checks
from minutebook.contract import Contract, read_contract
from minutebook.edition import Edition
from minutebook.files import write_file, write_tree
from minutebook.model import Book
from minutebook.privacy import for_publication
from minutebook.problems import Location, Problem, errors, in_order
from minutebook.reading import read_book
from minutebook.release import RECORD, SITE, content_digest, file_digests, last_target, odd_names, release_record
from minutebook.withdrawals import withdraw

if TYPE_CHECKING:
    from minutebook.packages import Published

Say = Callable[[str], None]
"""Told what a long command is doing, in a few words."""

_LAST = "build/last"
"""Where the last site stands while the next one takes its place."""

NO_RECORD = dt.date(2000, 1, 1)
"""The date of an edition that holds no meeting."""


def check(root: Path) -> tuple[Problem, ...]:
    """Everything that is wrong or doubtful in a project. Changes nothing."""
    book, _, problems = _read(root)
    return in_order((*problems, *(_findings(book) if book else ())))


def build(root: Path, say: Say, since: Path | None = None) -> tuple[Problem, ...]:
    """Build ``build/site``. While anything is wrong, what was built before stays as it is, and every problem is returned.

    ``since`` is the package that was published last (a folder, a zip, or the target of a publication); without it, what the
    project was last published to.
    """
    with _alone(root) as alone:
        if not alone:
            return (Problem(Location("build"), "B001", "another build of this project is running", "one at a time"),)
        _tidy(root)
        digest = content_digest(root)
        say("reading content/")
        book, contract, problems = _read(root)
        if errors(problems) or book is None or contract is None:
            return problems
        last, found = _last(root, since)
        edition, made = make_edition(book, contract, say, last)
        found = (*found, *made)
        if edition is None or errors(found):
            return in_order((*problems, *found))
        with _staging(root) as staging:
            found = _stage(root, edition, staging, say)
            if content_digest(root) != digest:
                told = "files changed during the build"
                found = (*found, Problem(Location("content"), "B002", told, "a build in peace"))
            if not errors(found):
                _swap(root, edition, staging, digest, last.digest if last else "")
        return in_order((*problems, *found))


def make_edition(
    book: Book, contract: Contract, say: Say, last: Published | None = None
) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Compute everything that will be published. Pure: the same book and the same last package give the same bytes.

    None where the contract in ``datasets/`` describes other tables than the ones that are made, or where a format cannot be
    written here, and the problems say so.
    """
    from minutebook.packages import make_package, with_history
    from minutebook.packages.making import missing_libraries
    from minutebook.tables import build_tables, disagreements

    public = withdraw(for_publication(book))
    say(f"tables of {len(public.meetings)} meeting{'' if len(public.meetings) == 1 else 's'}")
    tables, date = build_tables(public), edition_date(book)
    problems = (*disagreements(contract, tables), *missing_libraries(public.council))
    if errors(problems):
        return None, problems
    tables, version, broken = with_history(public, tables, contract, date, last)
    data = make_package(public.council, tables, contract, date, version)
    return Edition(public, tables, contract, data, date, version), (*problems, *broken)


def edition_date(book: Book) -> dt.date:
    """The newest date in the record: of a meeting or agenda that was published, a correction, redirect or withdrawal."""
    published = [meeting.published or meeting.date for meeting in book.meetings]
    corrected = [correction.date for meeting in book.meetings for correction in meeting.corrections]
    declared = [*(redirect.date for redirect in book.redirects), *(gone.date for gone in book.withdrawals)]
    notices = [agenda.published or agenda.notice for agenda in book.agendas]
    return max([*published, *corrected, *declared, *(day for day in notices if day)], default=NO_RECORD)


def _last(root: Path, since: Path | None) -> tuple[Published | None, tuple[Problem, ...]]:
    """The package that was published last; None for a first release."""
    from minutebook.packages import read_published

    place = since or last_target(root)
    if place is None:
        return None, ()
    read = read_published(place)
    return (None, (read,)) if isinstance(read, Problem) else (read, ())


def _read(root: Path) -> tuple[Book | None, Contract | None, tuple[Problem, ...]]:
    reading = read_book(root)
    contract, found = read_contract(root / "datasets")
    return reading.book, contract, in_order((*odd_names(root), *reading.problems, *found))


def _findings(book: Book) -> tuple[Problem, ...]:
    from minutebook.feeds import problems as feed_problems
    from minutebook.pages.statements import problems as statement_problems

    return (*run_checks(book), *feed_problems(book.council), *statement_problems(book.council))


def _tidy(root: Path) -> None:
    """Clear up behind a build that was killed: where that was between two renames, the last site goes back."""
    site, last = root / SITE, root / _LAST
    if last.exists() and not site.exists():
        last.rename(site)
    for old in (root / "build").glob("staging*"):
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _staging(root: Path) -> Iterator[Path]:
    """A folder of this build's own: the site builder of a build that was killed may still be writing into its own."""
    with tempfile.TemporaryDirectory(prefix="staging-", dir=root / "build", ignore_cleanup_errors=True) as own:
        yield Path(own) / "site"


def _stage(root: Path, edition: Edition, staging: Path, say: Say) -> tuple[Problem, ...]:
    """Write everything into the folder ``staging`` and verify what was written there."""
    from minutebook.packages import verify_package
    from minutebook.pages import render_pages
    from minutebook.search import documents
    from minutebook.site import build_site, index_site, verify_site

    book, docs = edition.book, root / "build/docs"
    pages = {path: text.encode() for path, text in render_pages(edition).items()}
    say(f"{len(pages)} pages")
    write_tree(docs, pages | {asset.path: asset.content for asset in book.assets})
    found = build_site(root, docs, staging, book.council, edition.date, pages=book.pages)
    if errors(found):
        return found
    write_rest(edition, staging)
    found = (*found, *index_site(staging, documents(edition), book.council.language))
    say("verifying")
    return (*found, *verify_package(staging / "data", edition.tables), *verify_site(staging, book.council.url))


def write_rest(edition: Edition, site: Path) -> None:
    """All files of a site that are not pages: feeds, calendars, data, and what servers look for."""
    from minutebook.api import render_api
    from minutebook.calendars import render_calendars
    from minutebook.feeds import render_feeds
    from minutebook.site import surroundings
    from minutebook.site.pictures import pictures

    data = ((f"data/{path}", file.content) for path, file in edition.data.items())
    around = {**surroundings(edition.book.council, edition.date), **pictures(edition.book.council)}
    calendars, api = render_calendars(edition), render_api(edition)
    for path, content in chain(render_feeds(edition), calendars.items(), api.items(), data, around.items()):
        write_file(site / path, content)


def _swap(root: Path, edition: Edition, staging: Path, digest: str, since: str) -> None:
    """Put the verified site in place of the last one, and record what it consists of."""
    site, last, book = root / SITE, root / _LAST, edition.book
    unreviewed = [meeting.location.file for meeting in book.meetings if not meeting.reviewed]
    unreviewed += [agenda.location.file for agenda in book.agendas if not agenda.reviewed]
    unreviewed += [report.location.file for report in book.reports if not report.reviewed]
    record = release_record(file_digests(staging), digest, unreviewed, edition.date, since)
    shutil.rmtree(last, ignore_errors=True)
    if site.exists():
        site.rename(last)
    staging.rename(site)
    write_file(root / RECORD, record)
    shutil.rmtree(last, ignore_errors=True)


@contextmanager
def _alone(root: Path) -> Iterator[bool]:
    """True inside where no other build of this project is running."""
    (root / "build").mkdir(parents=True, exist_ok=True)
    with (root / "build/.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
