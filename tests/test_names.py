"""The grammar of a printed name, and when two printed names are one."""

from __future__ import annotations

import pytest

from minutebook.names import fold, parse


@pytest.mark.parametrize(
    ("printed", "title", "name", "role"),
    [
        ("Councillor A Example", "Councillor", "A Example", ""),
        ("Councillor A Example (Chair)", "Councillor", "A Example", "Chair"),
        ("Councillor Dr B Example", "Councillor Dr", "B Example", ""),
        ("Councillor P Example , Cabinet Member for Roads", "Councillor", "P Example", "Cabinet Member for Roads"),
        ("C Double-Name (Director)", "", "C Double-Name", "Director"),
        ("The Lord Mayor Councillor D O'Example", "The Lord Mayor Councillor", "D O'Example", ""),
        ("Mr Example", "Mr", "Example", ""),
        ("Drummond Example", "", "Drummond Example", ""),
        ("Lord Mayor", "", "Lord Mayor", ""),
        ("E Example (Director (Interim))", "", "E Example", "Director (Interim)"),
        ("F Example, Vice-Chair (Substitute)", "", "F Example", "Vice-Chair (Substitute)"),
        ("Example)", "", "Example)", ""),
        ("(Vacancy)", "", "(Vacancy)", ""),
    ],
)
def test_a_printed_line_has_one_reading(printed, title, name, role):
    found = parse(printed)
    assert (found.title, found.name, found.role) == (title, name, role)


def test_a_substitute_names_whom_they_stand_in_for():
    assert parse("Councillor B Example (Substitute for Councillor F Other)").substitutes_for == "Councillor F Other"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A B Example", "AB Example"),
        ("A.B. Example", "a b example"),
        ("J O’Example", "J O'Example"),
        ("JO HILL", "Jo Hill"),
    ],
)
def test_spacing_case_and_quotes_do_not_part_a_name(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jo Hill", "J O Hill"), ("A Example", "B Example"), ("A Example", "Example"), ("A Hill", "A Hall")],
)
def test_likeness_never_makes_one_of_two(one, other):
    assert fold(one) != fold(other)
