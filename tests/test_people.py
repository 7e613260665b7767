"""Whose printed name is whose."""

from __future__ import annotations

import pytest

from minutebook.model import Person
from minutebook.people import bearers, directory, person_id

KNOWN = directory(
    [
        Person("a-s-example", "A S Example", "Councillor", ("Anne O’Example",)),
        Person("c-sample", "C Sample", aliases=("C Sample",)),
        Person("c-sample-2", "C Sample"),
    ]
)


@pytest.mark.parametrize(
    "printed",
    [
        "A S Example",
        "AS Example",
        "Councillor A.S. Example",
        "Cllr a s example (Chair)",
        "Anne O'Example",
        "ANNE O’EXAMPLE",
    ],
)
def test_folding_finds_the_person(printed):
    assert person_id(KNOWN, printed) == "a-s-example"


@pytest.mark.parametrize("printed", ["A Example", "Example", "A S Exampel", "Lord Mayor", ""])
def test_likeness_does_not(printed):
    assert (person_id(KNOWN, printed), bearers(KNOWN, printed)) == ("", ())


def test_a_name_that_two_people_bear_is_nobody_s():
    assert person_id(KNOWN, "Mrs C Sample") == ""
    assert bearers(KNOWN, "Mrs C Sample") == ("c-sample", "c-sample-2")
