"""Rows of registers from release to release: an id that was published leads somewhere, or is listed as withdrawn, for ever."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from minutebook.council_model import Council
from minutebook.lasting_model import Redirect, Withdrawal
from minutebook.model import Body, Book, Item, Meeting, Paragraph
from minutebook.packages import make_package, read_published, with_history
from minutebook.privacy import for_publication
from minutebook.tables import build_tables
from minutebook.withdrawals import withdraw
from packages_made import CONTRACT, write

FIRST, SECOND, THIRD = (dt.date(2025, 11, day) for day in (12, 19, 26))
BUS = "It would cost £4,000 to mend the bus shelter."
PATH = "A grant of £250 had been sought for the path."


def book(*texts, **changes):
    items = (Item("7", "Repairs", blocks=tuple(map(Paragraph, texts))),)
    bodies = (Body("works", "Works Board"),)
    made = Book(Council("x", "X"), bodies, meetings=(Meeting("works", dt.date(2025, 11, 4), items=items),))
    return replace(made, **changes)


def tables(made):
    return build_tables(withdraw(for_publication(made)))


def sums(made):
    return [str(row.values["sum_id"]) for row in tables(made)["sums"]]


def release(made, folder, date, last=None):
    """The files of a release, read back as the next one finds them, and its problems."""
    public = withdraw(for_publication(made))
    complete, version, problems = with_history(public, build_tables(public), CONTRACT, date, last)
    files = make_package(public.council, complete, CONTRACT, date, version)
    return files, read_published(write(files, folder)), problems


def listed(files, table):
    return [tuple(row.values())[:3] for row in json.loads(files[f"{table}.json"].content)]


def test_corrected_words_lead_to_the_row_that_states_the_same(tmp_path):
    (was, _), (now, _) = sums(book(BUS, PATH)), sums(book(BUS.replace("mend", "repair"), PATH))
    _, last, _ = release(book(BUS, PATH), tmp_path / "1", FIRST)
    files, last, problems = release(book(BUS.replace("mend", "repair"), PATH), tmp_path / "2", SECOND, last)
    assert was != now
    assert listed(files, "redirects") == [(was, now, "2025-11-19")]
    assert (listed(files, "withdrawals"), problems) == ([], ())
    files, last, _ = release(book(BUS.replace("mend", "repair"), PATH), tmp_path / "3", THIRD, last)
    assert listed(files, "redirects") == [(was, now, "2025-11-19")]
    later = book(BUS.replace("mend", "repair").replace("4,000", "4,100"), PATH)
    files, _, _ = release(later, tmp_path / "4", THIRD, last)
    assert listed(files, "redirects") == sorted((old, sums(later)[0], "2025-11-26") for old in (was, now))


def test_words_that_are_gone_are_withdrawn_and_what_led_to_them_too(tmp_path):
    (was,), (now,) = sums(book(BUS)), sums(book(BUS.replace("mend", "repair")))
    _, last, _ = release(book(BUS), tmp_path / "1", FIRST)
    _, last, _ = release(book(BUS.replace("mend", "repair")), tmp_path / "2", SECOND, last)
    files, last, problems = release(book("Nothing was said.", PATH), tmp_path / "3", THIRD, last)
    assert listed(files, "redirects") == []
    assert [row[:2] for row in listed(files, "withdrawals")] == sorted((old, "2025-11-26") for old in (was, now))
    assert problems == ()
    files, _, _ = release(book(BUS, PATH), tmp_path / "4", THIRD, last)  # the words are there again, and so is the row
    assert [row[0] for row in listed(files, "withdrawals")] == [now]


def test_which_of_two_like_rows_a_row_became_is_not_guessed(tmp_path):
    twice = book(BUS, BUS.replace("shelter", "shelters"))
    both = book(BUS.replace("mend", "repair"), BUS.replace("mend", "renew"))
    _, last, _ = release(twice, tmp_path / "1", FIRST)
    files, _, _ = release(both, tmp_path / "2", SECOND, last)
    assert listed(files, "redirects") == []
    assert [row[0] for row in listed(files, "withdrawals")] == sorted(sums(twice))


def test_what_the_council_tells_itself_is_not_told_again(tmp_path):
    _, last, _ = release(book(BUS), tmp_path / "1", FIRST)
    taken_back = book(BUS, withdrawals=(Withdrawal("works/2025-11-04/7", SECOND),))
    files, _, problems = release(taken_back, tmp_path / "2", SECOND, last)
    assert ([row[0] for row in listed(files, "withdrawals")], problems) == (["works/2025-11-04/7"], ())
    renamed = book(
        BUS, bodies=(Body("repairs", "Repairs Board"),), redirects=(Redirect("bodies/works", "bodies/repairs", SECOND),)
    )
    renamed = replace(renamed, meetings=tuple(replace(meeting, body="repairs") for meeting in renamed.meetings))
    files, _, problems = release(renamed, tmp_path / "3", SECOND, last)
    assert ([row[0] for row in listed(files, "redirects")], listed(files, "withdrawals")) == (["bodies/works"], [])
    assert problems == ()
