"""Hypothesis strategies for every report that the model admits."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import strategies as st

from minutebook.model import Entry
from minutebook.report_model import Approval, Author, Implication, Planned, Recommendation, Report, Stop
from strategies import dates, entries, labels, optional_texts, sources, texts

days = st.none() | dates
clauses = st.lists(entries(2), max_size=3).map(tuple)
papers = st.lists(st.builds(Entry, labels, texts), max_size=3).map(tuple)
periods = optional_texts.filter(lambda text: not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text))
stops = st.lists(st.builds(Stop, texts, days), max_size=3).map(tuple)
authors = st.lists(
    st.builds(Author, optional_texts, optional_texts, optional_texts).filter(lambda one: one.name or one.job_title),
    max_size=2,
).map(tuple)
recommendation = st.builds(Recommendation, texts, optional_texts, clauses).filter(lambda one: one.lead or one.entries)
implications = st.lists(
    st.builds(Implication, texts | st.sampled_from(["x: none", "x:", "none"]), st.booleans(), labels), max_size=3
).map(tuple)
approvals = st.lists(
    st.builds(
        Approval,
        st.sampled_from(["contributor", "approver"]),
        optional_texts,
        optional_texts,
        optional_texts,
        days,
        days,
    ),
    max_size=3,
).map(tuple)
planned = st.builds(Planned, days, periods, optional_texts, optional_texts, optional_texts).map(
    lambda row: replace(row, period="") if row.date else row
)
programmes = st.lists(
    planned.filter(lambda row: row.date or row.period or row.title or row.detail or row.lead), max_size=3
).map(tuple)


@st.composite
def recommendations(draw):
    found = draw(st.lists(recommendation, max_size=3).map(tuple))
    return (replace(found[0], to=""), *found[1:]) if found and draw(st.booleans()) else found


@st.composite
def reports(draw):
    return Report(
        body="cabinet",
        date=draw(dates),
        number=draw(st.integers(1, 9999)),
        title=draw(texts),
        sequence=draw(st.integers(1, 12)),
        item=draw(st.sampled_from(["", "7", "10/a", "36-25", "a.b/2"])),
        section=draw(st.sampled_from(["public", "private"])),
        kind=draw(st.sampled_from(["report", "briefing note", "annual report", "plan", "work programme", "other"])),
        published=draw(days),
        reviewed=draw(st.booleans()),
        source=draw(sources),
        cabinet_member=draw(optional_texts),
        director=draw(optional_texts),
        wards=draw(optional_texts),
        key_decision=draw(st.sampled_from([None, True, False])),
        key_decision_reason=draw(optional_texts),
        route=draw(stops),
        scrutiny=draw(optional_texts),
        other_bodies=draw(optional_texts),
        council=draw(optional_texts),
        authors=draw(authors),
        municipal_year=draw(st.sampled_from(["", "2026/27", "2026"])),
        version=draw(days),
        recommendations=draw(recommendations()),
        appendices=draw(papers),
        background_papers=draw(papers),
        other_documents=draw(papers),
        implications=draw(implications),
        approvals=draw(approvals),
        programme=draw(programmes),
    )
