"""Hypothesis strategies for every agenda that the model admits."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from minutebook.agenda_model import Agenda, AgendaItem, Motion, Question, SubItem
from minutebook.identity import agenda_item_key
from minutebook.model import Note, Quotation
from strategies import (
    dates,
    keys,
    lists,
    narrow_blocks,
    numbers,
    optional_texts,
    paragraphs,
    people,
    sources,
    tables,
    texts,
    times,
    without_joined_lists,
)

quoted = narrow_blocks(1, min_size=1)
motions = st.builds(Motion, quoted, optional_texts, optional_texts)
questions = st.builds(
    Question,
    quoted,
    st.sampled_from(["", "1", "12a", "PQ/3", "2.1", "(b)"]),
    optional_texts,
    optional_texts,
    optional_texts,
    st.just(()) | quoted,
)
blocks = st.lists(
    paragraphs() | st.builds(Note, texts) | tables() | lists() | quoted.map(Quotation) | motions | questions, max_size=4
).map(without_joined_lists)
pages = st.just((0, 0)) | st.integers(1, 99999).flatmap(
    lambda first: st.tuples(st.just(first), st.integers(first, 99999))
)
titles = texts | st.sampled_from(
    ["x {pages 2-3}", "{page 2}", "x {#a}", "x}", "3.1 x", "(a) x", "36. x", "**x**", "x \\{ y"]
)
parts = st.builds(
    SubItem, st.sampled_from(["", "(a)", "b)", "1)", "3.1", "iv."]), titles, pages, optional_texts, blocks, keys
)


def unique(found):
    """The items whose ids differ and can be written as one."""
    kept = {}
    for item in found:
        kept.setdefault(agenda_item_key(item), item)
    return tuple(kept.values())


items = st.builds(
    AgendaItem,
    numbers,
    titles,
    st.sampled_from(["public", "private"]),
    st.just("") | texts,
    pages,
    optional_texts,
    blocks,
    st.lists(parts, max_size=2).map(unique),
    keys,
)


@st.composite
def agendas(draw):
    day = draw(dates)
    status = draw(st.sampled_from(["scheduled", "moved", "cancelled"]))
    return Agenda(
        body="cabinet",
        date=day,
        sequence=draw(st.integers(1, 12)),
        start=draw(st.none() | times),
        place=draw(optional_texts),
        status=status,
        moved_to=day + dt.timedelta(draw(st.integers(1, 90))) if status == "moved" else None,
        notice=draw(st.none() | dates),
        published=draw(st.none() | dates),
        reviewed=draw(st.booleans()),
        source=draw(sources),
        membership=draw(st.just(()) | people),
        invited=draw(st.just(()) | people),
        items=draw(st.lists(items, max_size=3).map(unique)),
        unplaced=draw(st.lists(texts.map("TODO {}".format), max_size=2).map(tuple)),
    )
