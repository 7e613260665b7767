"""The line with which minutes end."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.importers import closing, plain

CLOSES = {
    "(Meeting closed at 12.20pm)": "12:20",
    "(Meeting finished at 2.30pm)": "14:30",
    "The meeting ended at 8.15 p.m.": "20:15",
    "Meeting concluded: 21:05": "21:05",
    "CLOSED: 9.10pm": "21:10",
    "The meeting closed at 12 noon.": "12:00",
    "There being no further business the meeting closed at 9.20pm.": "21:20",
    "There being no further business, the Chairman declared the meeting closed at 21.20 hours.": "21:20",
    "The Chair thanked members for coming and closed the meeting at 9.20": "21:20",
    "(The meeting commenced at 6.00pm and closed at 7.30 pm)": "19:30",
    "End of meeting 10.15 pm": "22:15",
    "The Committee rose at 4.45 pm.": "16:45",
    "Meeting closed.": "",
}
GOES_ON = [
    "The meeting was adjourned at 3.00 pm and reconvened at 3.20 pm.",
    "The meeting was closed to the public at 3.00 pm.",
    "The consultation closed at 5.00 pm on Friday.",
    "The Chair closed the debate at 4.00 pm.",
    "The gates are closed at 9.00 pm.",
    "Note: The meeting considered a report on shelters. Members asked when they would be finished.",
]


def find(text, title="Any other business", start=None):
    return closing.find(plain.read(text).blocks, 0, title, start)


@pytest.mark.parametrize("line", CLOSES)
def test_closing_lines_give_their_time_and_are_taken_out(line):
    found = find(f"There was none.\n\n{line}\n\nChair ______\n\nDate\n", start=dt.time(18))
    assert (f"{found.end:%H:%M}" if found.end else "") == CLOSES[line]
    assert found.place == 1
    assert {(said.line, said.what) for said in found.report if said.what != "inferred"} == {
        (3, "dropped"),
        (5, "dropped"),
        (7, "dropped"),
    }


@pytest.mark.parametrize("line", GOES_ON)
def test_what_closes_in_the_middle_ends_nothing(line):
    found = find(f"There was none.\n\n{line}\n\nThe report was noted.\n")
    assert (found.place, found.end, found.report) == (3, None, ())


def test_a_closing_line_that_is_all_an_item_says_stays_in_it():
    found = find("The meeting closed at 9.00 pm.\n", "Close of meeting")
    assert (found.place, found.end) == (1, dt.time(21))


def test_a_time_without_half_of_the_day_is_after_the_start():
    found = find("None.\n\nThe meeting closed at 9.05\n", start=dt.time(19, 30))
    assert found.end == dt.time(21, 5)
    assert [line.what for line in found.report] == ["inferred", "dropped"]


def test_what_stands_after_the_end_is_reported_as_not_placed():
    found = find("None.\n\n(Meeting closed at 9.05 pm)\n\nAppendix A: the list of trees\n")
    assert [(line.what, line.text) for line in found.report][1:] == [("unplaced", "Appendix A: the list of trees")]


def test_what_closed_by_the_way_loses_no_text():
    text = (
        "The Chair said that the last meeting had closed at 9.00 pm.\n\n"
        "It was noted that the caretaker had been waiting for an hour, and that this should not happen again.\n"
    )
    assert find(text).place == 2
    assert find(text + "\nThe meeting closed at 8.00 pm.\n").end == dt.time(20)
