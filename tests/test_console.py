"""What is reported: in the order of the places, each problem once, and how many there are."""

from __future__ import annotations

import io

from minutebook.console import Console
from minutebook.problems import Location, Problem


def test_problems_are_reported_in_the_order_of_their_places_each_once():
    last = Problem(Location("b.md", 2), "M001", "text in no item")
    found = [
        last,
        Problem(Location("b.md", 1, 9), "S005", "a key twice"),
        Problem(Location("a.md", 10), "C002", "unreviewed", severity="warning"),
        Problem(Location("a.md", 9), "M003", "two items of one id", "an id of its own"),
        last,
    ]
    out, err = io.StringIO(), io.StringIO()
    assert Console(out, err).report(found) == 1
    assert out.getvalue() == ""
    assert err.getvalue().splitlines() == [
        "a.md:9:1: M003 two items of one id; expected an id of its own",
        "a.md:10:1: C002 warning: unreviewed",
        "b.md:1:9: S005 a key twice",
        "b.md:2:1: M001 text in no item",
        "3 errors, 1 warning",
    ]


def test_warnings_alone_are_reported_and_no_failure():
    err = io.StringIO()
    assert Console(io.StringIO(), err).report([Problem(Location("a.md"), "C002", "unreviewed", "", "warning")]) == 0
    assert err.getvalue().splitlines()[-1] == "0 errors, 1 warning"
