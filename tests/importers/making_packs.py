"""Packs of a council that does not exist: minutes, items and reports to put together, and what is imported of them."""

from __future__ import annotations

import datetime as dt
import re

from minutebook.importers import import_document
from minutebook.reading.decisions import OPERATIVE_WORDS

TODAY = dt.date(2026, 3, 1)

HEAD = "Minutes of the Meeting of {body} held at {time} on {date}\n\nPresent: Councillor A Bee (Chair), Councillor C Dee\n\n"
END = "(Meeting closed at 9.00 pm)\n\n"


def minutes(items, body="Cabinet", time="6.00 pm", date="Tuesday, 4 November 2025", end=END):
    return HEAD.format(body=body, time=time, date=date) + items + end


def item(number, title="Trees", text="RESOLVED that they be kept."):
    return f"{number}. {title}\n\n{text}\n\n"


def found(document):
    return [
        (one.meeting.body, one.meeting.date.day, one.meeting.extract, [item.number for item in one.meeting.items])
        for one in imported(document)
    ]


REPORT = "Report to: Cabinet\n\n1. Purpose of the report\n\nTo say more.\n\n2. Trees\n\nThere are four hundred.\n\n"


def imported(document, bodies=(), people=()):
    content = document.encode() if isinstance(document, str) else document
    return import_document("pack.txt", content, words=OPERATIVE_WORDS, today=TODAY, bodies=bodies, people=people)


def words(text):
    return re.findall(r"[^\W_]+", re.sub(r"</?su[pb]>", "", text).casefold())
