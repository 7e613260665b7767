"""ModernGov's web service: the answer to GetMeeting of a council that does not exist.

``web/meeting.xml`` is the answer, ``web/meeting.md`` the minutes file, ``web/meeting.report`` what the importer says it did.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from pathlib import Path

import pytest

from minutebook.identity import decisions
from minutebook.importers import import_document, moderngov
from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode

WEB = Path(__file__).parent / "web"
ANSWER = (WEB / "meeting.xml").read_text(encoding="utf-8")
TODAY = dt.date(2026, 1, 5)


def imported(content):
    content = content if isinstance(content, bytes) else content.encode()
    [result] = import_document("meeting.xml", content, words=OPERATIVE_WORDS, today=TODAY)
    return result


def answer(items="", head="", people=""):
    """An answer. ``items`` are elements of its items; where there are none, one item is minuted."""
    items = items or item("Trees", minutesnonemptyhtmlbody="<p>Noted.</p>")
    return (
        "<meeting><committeetitle>Pond Board</committeetitle><meetingdate>14/01/2026</meetingdate>"
        f"{head}<agendaitems>{items}</agendaitems><attendees>{people}</attendees></meeting>"
    )


def item(title, number="1", **elements):
    inside = "".join(f"<{name}>{html.escape(text)}</{name}>" for name, text in elements.items())
    return f"<agendaitem><agendaitemnumber>{number}</agendaitemnumber><agendaitemtitle>{html.escape(title)}</agendaitemtitle>{inside}</agendaitem>"


def everything(result):
    """All that an import tells anybody."""
    return result.text + "".join(f"{line} {line.text}" for line in result.report) + "".join(map(str, result.problems))


def test_the_minutes_file_and_the_report_are_the_expected_ones():
    result = imported(ANSWER)
    assert result.format == "ModernGov's web service"
    assert result.text == (WEB / "meeting.md").read_text(encoding="utf-8")
    assert [f"{line}" for line in result.report] == (WEB / "meeting.report").read_text(encoding="utf-8").splitlines()


def test_the_file_reads_back():
    result = imported(ANSWER)
    text, faults = decode(result.text.encode(), result.path)
    assert (faults, read_meeting(text, OPERATIVE_WORDS)) == ((), (result.meeting, ()))


def test_home_addresses_telephone_numbers_and_mail_are_nowhere():
    assert "Withy Close" in ANSWER
    told = everything(imported(ANSWER))
    assert not re.search(r"Withy|Tiller|KD9|01632|960|@|Odette|example", told)


@pytest.mark.parametrize(
    "wrap",
    [
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><r xmlns="urn:x">{}</r></soap:Body></soap:Envelope>',
        '<?xml version="1.0" encoding="utf-8"?>\n<getmeeting>{}</getmeeting>',
    ],
)
def test_an_answer_in_an_envelope_is_the_same_meeting(wrap):
    bare = re.sub(r"<\?xml.*?\?>\n", "", ANSWER)
    assert imported(wrap.format(bare)).meeting.items == imported(bare).meeting.items


def test_an_answer_that_is_escaped_whole_is_the_same_meeting():
    bare = re.sub(r"<\?xml.*?\?>\n", "", ANSWER)
    assert imported(f"<string>{html.escape(bare)}</string>").meeting.items == imported(bare).meeting.items


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_text_is_read_however_often_it_was_escaped(times):
    text = "<p>A fee of &pound;5 &amp; no more: <b>RESOLVED</b> that it be &lsquo;paid&rsquo;.</p>"
    for _ in range(times):
        text = html.escape(text, quote=False)
    [only] = imported(answer(item("Fees", minutesnonemptyhtmlbody=text))).meeting.items
    assert [one.before + one.operative + one.after for one in decisions(only)] == [
        "A fee of £5 & no more: RESOLVED that it be ‘paid’."
    ]


def test_a_decision_that_repeats_the_minutes_is_one_decision():
    texts = {
        "minutesnonemptyhtmlbody": "<p>It was RESOLVED to dig.</p>",
        "decisionnonemptyhtmlbody": "<p>Resolved to dig</p>",
    }
    result = imported(answer(item("Pond", **texts)))
    assert len(decisions(result.meeting.items[0])) == 1
    assert [line.text for line in result.report if line.what == "dropped"] == ["Resolved to dig"]


@pytest.mark.parametrize(
    ("elements", "number"),
    [
        ("<minutesitemnumber>36</minutesitemnumber>", "36"),
        ("<minutesitemnumber>0</minutesitemnumber>", "4"),
        ("<minutesitemnumber>0</minutesitemnumber><fulldisplaynumberformat>4a.</fulldisplaynumberformat>", "4a"),
        ("", "4"),
    ],
)
def test_the_number_is_that_of_the_minute_else_that_of_the_agenda(elements, number):
    text = item("Trees", "4", minutesnonemptyhtmlbody="<p>Noted.</p>").replace(
        "<agendaitemtitle>", f"{elements}<agendaitemtitle>"
    )
    assert imported(answer(text)).meeting.items[0].number == number


def test_restricted_items_are_private_and_named():
    texts = [
        item("Trees", "1", minutesnonemptyhtmlbody="<p>Noted.</p>"),
        item("Land", "2", isrestricted="True"),
        item("Ponds", "3", isrestricted="False"),
    ]
    result = imported(answer("".join(texts)))
    assert [(one.title, one.section) for one in result.meeting.items] == [
        ("Trees", "public"),
        ("Land", "private"),
        ("Ponds", "public"),
    ]
    assert "2 Land" in [line.text for line in result.report if "restricted" in line.message]


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("<meetingtime>18:00</meetingtime>", dt.time(18), None),
        ("<meetingtime>18:00</meetingtime><meetingactualstarttime>00:00</meetingactualstarttime>", dt.time(18), None),
        ("<meetingactualstarttime>09:05:00</meetingactualstarttime>", dt.time(9, 5), None),
        ("<meetingtime>2.00 pm</meetingtime><meetingactualfinishtime>12:15</meetingactualfinishtime>", dt.time(14), dt.time(12, 15)),
        ("<meetingplannedfinishtime>20:00</meetingplannedfinishtime>", None, None),
    ],
)  # fmt: skip
def test_the_hours_are_those_that_were_kept(head, start, end):
    found = imported(answer(head=head)).meeting
    assert (found.start, found.end) == (start, end)


def test_people_by_what_is_recorded_of_them():
    came = {
        "A Bee": "Present", "C Dee": "Present, as substitute", "E Eff": "In attendance, virtual", "G Aitch": "Apologies, sent representative",
        "I Jay": "Absent", "K Ell": "Expected",
    }  # fmt: skip
    people = "".join(
        f'<attendee name="Councillor {who}" roledescription="Committee Member" attendance="{how}" />'
        for who, how in came.items()
    )
    result = imported(answer(people=people))
    assert [(group.name, [one.printed for one in group.people]) for group in result.meeting.attendance] == [
        ("Present", ["Councillor A Bee", "Councillor C Dee (Substitute)"]),
        ("In attendance", ["Councillor E Eff"]),
    ]
    assert [one.printed for one in result.meeting.apologies] == ["Councillor G Aitch"]
    assert [line.text for line in result.report if line.what == "unplaced"] == ["Councillor I Jay", "Councillor K Ell"]


def test_the_body_is_taken_from_a_document_where_the_service_does_not_name_it():
    text = answer(item("Minutes", minutesnonemptyhtmlbody="<p>Signed.</p>")).replace(
        "<committeetitle>Pond Board</committeetitle>", ""
    )
    linked = "<linkeddocuments><linkeddoc><title>Minutes , 10/12/2025 Reed Board</title></linkeddoc></linkeddocuments></agendaitem>"
    result = imported(text.replace("</agendaitem>", linked))
    assert result.meeting.body == "reed-board"
    assert "Minutes , 10/12/2025 Reed Board" in [line.text for line in result.report if line.what == "inferred"]
    assert "the body that met" in imported(text).problems[0].message


@pytest.mark.parametrize(
    "name", ["Board - North (1)", "Children, Young People and Learning", "Health: Joint Panel", "Streets & Rivers"]
)
def test_a_body_keeps_its_whole_name(name):
    result = imported(answer().replace("Pond Board", html.escape(name)))
    assert [body.name for body in result.bodies] == [name]


def test_no_file_is_read_through_an_entity(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("plover", encoding="utf-8")
    text = answer().replace("<meeting>", f'<!DOCTYPE meeting [<!ENTITY x SYSTEM "{secret.as_uri()}">]><meeting>', 1)
    result = imported(text.replace("14/01/2026", "14/01/2026&x;").replace("Trees", "Trees &x;"))
    assert result.meeting is None
    assert "plover" not in everything(result)
    assert "document type" in result.problems[0].message


@pytest.mark.parametrize(
    "where", ["<committeetitle>&i;</committeetitle>", '<attendee name="&i;" attendance="Present"/>']
)
def test_entities_that_grow_are_refused_at_once(where):
    laughs = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    text = answer().replace("<meeting>", f'<!DOCTYPE meeting [<!ENTITY a "ha">{laughs}]><meeting>{where}', 1)
    [problem] = imported(text).problems
    assert problem.code == "I001"
    assert len(problem.message) < 300


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ANSWER[:-30], "not well-formed XML"),
        (
            "<getmeetings><committeemeetings><meeting><meetingdate>04/11/2025</meetingdate></meeting></committeemeetings></getmeetings>",
            "list of a committee's meetings",
        ),
        (answer(item("Trees", agendatext="<p>To look.</p>")), "only its agenda"),
        (answer().replace("14/01/2026", "soon"), "date of the meeting could not be read"),
        (answer() + " " * 20_000_000, "larger than 20 MB"),
        (answer("<x>" * 5000 + "</x>" * 5000), "not well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(text, words):
    [problem] = imported(text).problems
    assert problem.code == "I001"
    assert words in problem.message


def test_minutes_that_are_not_published_as_minutes_are_named():
    result = imported(answer(head="<minutepublished>False</minutepublished>"))
    assert any("not published these minutes" in line.message for line in result.report)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<meeting/>",
        "<html><p>meetingdate agendaitem",
        "Minutes\n<meetingdate>1/1/2025</meetingdate><agendaitem>",
        "<rss><agendaitem/></rss>",
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(text):
    assert not moderngov.recognises(text.encode())
