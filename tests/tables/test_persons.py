"""People as sentences name them."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from minutebook.model import Attendee, Department, Group, Meeting, Person
from minutebook.tables.persons import PEOPLE, directory, identify, members, names, roll


def found(text):
    match = re.search(PEOPLE, text)
    return names(match.group()) if match else ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Councillor A Example declared", ("A Example",)),
        ("Cllr. Example declared", ("Example",)),
        ("Councillors A Example and B Sample declared", ("A Example", "B Sample")),
        (
            "Councillors A Example, B C Sample, O’Toole and de la Mare declared",
            ("A Example", "B C Sample", "O’Toole", "de la Mare"),
        ),
        ("Councillor A Example and Mrs J Person declared", ("A Example", "J Person")),
        ("Councillor Dr A.B. Example-Sample, Chair of the Board, declared", ("A.B. Example-Sample",)),
        ("former Councillor M Example", ("M Example",)),
        ("Mr Ó Súilleabháin spoke", ("Ó Súilleabháin",)),
        ("Councillor Example’s report", ("Example",)),
        ("Councillor Example. They withdrew", ("Example",)),
        ("the Example Road scheme", ()),
        ("a councillor declared", ()),
        ("Councillor who declared", ()),
    ],
)
def test_names_are_read_after_a_title_alone(text, people):
    assert found(text) == people


def test_a_surname_alone_is_the_one_person_present_who_bears_it():
    people = (Person("a-example", "A Example"), Person("b-sample", "B Sample"), Person("c-sample", "C Sample"))
    group = Group(
        "Members",
        (Attendee("Councillor A Example"), Attendee("Councillor B Sample")),
        (Department("x", (Attendee("C Sample"), Attendee("Z Stranger"))),),
    )
    who = roll(directory(people), Meeting("b", dt.date(2025, 1, 1), attendance=(group,)))
    assert identify(who, "A Example") == identify(who, "Example") == "a-example"
    assert identify(who, "Sample") is identify(who, "Stranger") is identify(who, "Absent") is None
    assert identify(who, "X Example") is None


def test_the_work_is_in_proportion_to_the_text():
    assert len(found("Councillors " + "A Example, " * 40 + "B Sample")) == 41
    assert found("Councillor " * 5_000) == found("A Example, " * 5_000) == ()


def meeting_of(*printed):
    return Meeting("b", dt.date(2025, 1, 1), attendance=(Group("Present", tuple(Attendee(one) for one in printed)),))


def test_a_surname_of_several_words_stands_for_the_one_who_bears_it_and_initials_never_do():
    people = (
        Person("b-de-la-mare", "B de la Mare"),
        Person("as-example", "AS Example"),
        Person("anne", "Anne Mary Fox"),
    )
    who = roll(
        directory(people), meeting_of("Councillor B de la Mare", "Councillor AS Example", "Councillor Anne Mary Fox")
    )
    assert identify(who, "Councillor de la Mare") == identify(who, "Cllr Mare") == "b-de-la-mare"
    assert identify(who, "Councillor Example") == "as-example"
    assert identify(who, "Councillor S Example") is None
    assert identify(who, "Councillor Fox") == "anne"


def test_a_title_tells_a_councillor_from_an_officer_and_from_the_public():
    people = (
        Person("a-sample", "A Sample", title="Councillor"),
        Person("b-sample", "B Sample"),
        Person("c-lone", "C Lone", title="Councillor Mrs"),
    )
    who = roll(directory(people), meeting_of("Councillor A Sample", "B Sample", "Mrs C Lone"), members(people))
    assert identify(who, "Councillor Sample") == "a-sample"
    assert identify(who, "Sample") is None
    assert identify(who, "Mr Sample", public=True) == "b-sample"
    assert identify(who, "Mrs Lone") == "c-lone"
    assert identify(who, "Mrs Lone", public=True) is identify(who, "Mrs C Lone", public=True) is None
    assert identify(who, "Councillor Lone", public=True) == "c-lone"
