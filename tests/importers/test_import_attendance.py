"""Attendance at the head of minutes, in the shapes that councils print it in."""

from __future__ import annotations

import pytest

from minutebook.importers import attendance, flow, markdown, plain


def read(text, reader=plain):
    return attendance.read(flow.mend(reader.read(text)).blocks)


def shown(found):
    """Groups, departments and people as nested plain values."""
    return {
        group.name: {d.name: [p.printed for p in d.people] for d in group.departments}
        or [p.printed for p in group.people]
        for group in found.groups
    }


MEMBERS = {"Members": ["Councillor A Bee (Chair)", "Councillor C Dee"]}

SHAPES = {
    "one a line": "Present:\n\nMembers: Councillor A Bee (Chair)\n\n Councillor C Dee\n",
    "run together": "Members:\tCouncillor A Bee (Chair) Councillor C Dee\n",
    "a plural": "Members: Councillors A Bee (Chair) and C Dee\n",
    "a label above": "PRESENT\n\nMembers:\n\nCouncillor A Bee (Chair)\nCouncillor C Dee\n",
    "a column beside": "Members:            Councillor A Bee (Chair)\n                    Councillor C Dee\n",
    "two columns": "Members:\n\nCouncillor A Bee (Chair)\tCouncillor C Dee\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_one_group_in_many_shapes(shape):
    assert shown(read(SHAPES[shape])) == MEMBERS


def test_columns_are_read_downwards():
    text = "Members:\n\nCllr A Bee\tCllr D Dee\nCllr B Cee\tCllr E Eff\nCllr C Cue\n"
    assert shown(read(text)) == {"Members": ["Cllr A Bee", "Cllr B Cee", "Cllr C Cue", "Cllr D Dee", "Cllr E Eff"]}


def test_departments_stand_below_a_group_of_staff():
    text = "Employees (by Directorate):\nHuman Resources\tG Gee (Director), H Aitch\nPlanning and\nHousing: I Eye\n"
    wanted = {"Human Resources": ["G Gee (Director)", "H Aitch"], "Planning and Housing": ["I Eye"]}
    assert shown(read(text)) == {"Employees (by Directorate)": wanted}


def test_labels_torn_from_their_names_are_paired_in_order_and_reported():
    text = (
        "Employees (by Service):\n\nStreets:\n\nLaw and Order:\n\nA Bee, C Dee\n\nE Eff\n\nApologies:\n\nCllr G Gee\n"
    )
    found = read(text)
    assert shown(found) == {"Employees (by Service)": {"Streets": ["A Bee", "C Dee"], "Law and Order": ["E Eff"]}}
    assert [line.text for line in found.report if line.what == "inferred"] == ["Streets", "Law and Order"]
    assert [one.printed for one in found.apologies] == ["Cllr G Gee"]


def test_labels_that_cannot_be_paired_are_reported_and_nobody_is_lost():
    found = read("Employees (by Service):\n\nStreets:\n\nLaw:\n\nParks:\n\nA Bee, C Dee\n\nE Eff\n")
    assert shown(found) == {"Employees (by Service)": {"Parks": ["A Bee", "C Dee", "E Eff"]}}
    assert [(line.what, line.text) for line in found.report] == [("unplaced", "Streets"), ("unplaced", "Law")]


def test_a_role_that_wraps_makes_no_second_person():
    text = "Other Members: Councillor P Jay , Cabinet Member for Children and\nYoung People\n"
    assert shown(read(text)) == {"Other Members": ["Councillor P Jay, Cabinet Member for Children and Young People"]}


def test_a_label_over_two_lines_is_one():
    text = "Non-Voting Opposition  \nMembers:\n\nCouncillor A Bee  \n"
    assert shown(read(text, markdown)) == {"Non-Voting Opposition Members": ["Councillor A Bee"]}


@pytest.mark.parametrize(
    "text",
    [
        "Apologies: Councillors A Bee and C Dee",
        "Apologies for absence: Cllr A Bee, Cllr C Dee",
        "Apologies for absence were received from Councillors A Bee and C Dee.",
        "Apologies:\n\nCouncillor A Bee\n\nCouncillor C Dee",
        "An apology had been received from Councillors A Bee and C Dee",
    ],
)
def test_apologies(text):
    assert [one.printed.split(" ", 1)[1] for one in read(text).apologies] == ["A Bee", "C Dee"]


@pytest.mark.parametrize("text", ["Apologies: None", "Apologies: There were no apologies for absence."])
def test_no_apologies(text):
    found = read(f"Members: Councillor A Bee\n\n{text}\n")
    assert found.apologies == ()
    assert [line.what for line in found.report] == ["dropped"]


def test_people_without_a_label_were_present_which_is_a_guess():
    found = read("Councillor A Bee\nCouncillor C Dee\n")
    assert shown(found) == {"Present": ["Councillor A Bee", "Councillor C Dee"]}
    assert [line.what for line in found.report] == ["inferred"]


def test_who_is_only_counted_is_reported():
    found = read("In attendance: Mrs S Low (Clerk), 3 members of the public\n")
    assert shown(found) == {"In attendance": ["Mrs S Low (Clerk)"]}
    assert [(line.what, line.text) for line in found.report] == [("dropped", "3 members of the public")]
