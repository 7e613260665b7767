"""A run of people as printed: who is in it."""

from __future__ import annotations

import pytest

from minutebook.importers import persons

RUNS = {
    "Councillor A Bee (Chair) Councillor C Dee Councillor EF Gee": (
        "Councillor A Bee (Chair)",
        "Councillor C Dee",
        "Councillor EF Gee",
    ),
    "Councillors A Bee, C Dee (Vice-Chair) and E Eff": (
        "Councillor A Bee",
        "Councillor C Dee (Vice-Chair)",
        "Councillor E Eff",
    ),
    "Cllrs Ash, Birch & Elm": ("Cllr Ash", "Cllr Birch", "Cllr Elm"),
    "Councillor A Bee, C Dee and E Eff": ("Councillor A Bee", "Councillor C Dee", "Councillor E Eff"),
    "A Bee, C Dee and E Eff": ("A Bee", "C Dee", "E Eff"),
    "Councillor P Jay , Cabinet Member for Children and Young People": (
        "Councillor P Jay, Cabinet Member for Children and Young People",
    ),
    "S Kay (Director), A Ell": ("S Kay (Director)", "A Ell"),
    "B Emm (Chief Operating Officer (Section 151 Officer))": ("B Emm (Chief Operating Officer (Section 151 Officer))",),
    "Councillor J Enn (Substitute for Councillor Oh) Councillor P Queue": (
        "Councillor J Enn (Substitute for Councillor Oh)",
        "Councillor P Queue",
    ),
    "Councillor A Bee, substitute for Councillor C Dee, Councillor E Eff": (
        "Councillor A Bee, substitute for Councillor C Dee",
        "Councillor E Eff",
    ),
    "J Tee, Town Clerk, and P You, Deputy Town Clerk": ("J Tee, Town Clerk", "P You, Deputy Town Clerk"),
    "Councillors Mrs A Bee OBE, Dr C Dee, and E de la Mare; Mr F Town (Clerk)": (
        "Councillor Mrs A Bee OBE",
        "Councillor Dr C Dee",
        "Councillor E de la Mare",
        "Mr F Town (Clerk)",
    ),
    "Honorary Aldermen J Bee and Dee": ("Honorary Alderman J Bee", "Honorary Alderman Dee"),
    "The Lord Mayor, Councillor J Bee, Councillor C Dee": ("Councillor J Bee (Lord Mayor)", "Councillor C Dee"),
    "The Mayor (Councillor J Bee)": ("Councillor J Bee (Mayor)",),
    "The Clerk (Mrs S Low) and 4 members of the public": ("Mrs S Low (Clerk)", "4 members of the public"),
    "Parish Clerk Sally Low; County Cllr R Hay": ("Sally Low (Parish Clerk)", "Cllr R Hay (County)"),
    "Jo Bee (Chair) – Holm Borough Council": ("Jo Bee (Chair, Holm Borough Council)",),
    "Mrs S Low (Clerk), County Cllr R Hay, 3 members of the public": (
        "Mrs S Low (Clerk)",
        "Cllr R Hay (County)",
        "3 members of the public",
    ),
}


@pytest.mark.parametrize("run", RUNS)
def test_who_is_in_a_run(run):
    assert persons.people_in(run) == RUNS[run]


@pytest.mark.parametrize(
    "text", ["A Bee", "AS Bee", "Mr T Town", "Cllr Rowan", "Jo Bee", "Councillor J O'Bee OBE", "P de la Mare"]
)
def test_a_person(text):
    assert persons.is_person(text)


@pytest.mark.parametrize(
    "text",
    ["", "Bee", "3 members of the public", "Town Clerk", "Head of Planning", "There were none", "Adult Services"],
)
def test_no_person(text):
    assert not persons.is_person(text)


def test_two_capitalised_words_are_no_sure_person():
    assert persons.is_person("Street Scene")
    assert not persons.is_surely_person("Street Scene")
    assert persons.is_surely_person("J Bee")


def test_a_run_of_any_length_is_read_in_time():
    run = "Councillor A Bee (Chair), " * 100_000
    assert persons.people_in(run) == (run.strip(" ;"),)
