"""Hypothesis strategies for everything that the model admits."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from hypothesis import strategies as st

from minutebook.identity import clauses, item_key
from minutebook.model import (
    BULLET,
    Attendee,
    Correction,
    Decision,
    Department,
    Entry,
    Group,
    Item,
    List,
    Meeting,
    Note,
    Paragraph,
    Quotation,
    Source,
    Subheading,
    Table,
    Vote,
    VoteLine,
)
from minutebook.reading.decisions import OPERATIVE_WORDS, ends_sentence

_AWKWARD = st.sampled_from([
    "**", "*", "\\", "#", "##", "- ", "-", ">", "|", "{#x}", "1)", "(a)", "i.", "2025.", "**RESOLVED**", "**Note:**", "RESOLVED",
    "---", "~", "null", "no", "18:30", ": ", " #", "'", '"', "&amp;", "<b>", "£1.2m", "é", "ŵ", "•", "Recorded vote",
])  # fmt: skip
_WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), exclude_characters="\u180e\u2065\ufffe\uffff"),
    max_size=12,
)


def clean(text: str) -> str:
    """Plain text as the model holds it."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return unicodedata.normalize("NFC", folded)


raw_text = st.lists(_AWKWARD | _WORDS, min_size=1, max_size=6).map(" ".join) | st.lists(_AWKWARD, max_size=4).map(
    "".join
)
texts = raw_text.map(clean).filter(bool)
optional_texts = raw_text.map(clean)
labels = st.sampled_from(
    [BULLET, "1)", "2)", "(a)", "b)", "(iv)", "i.", "3.", "1.2", "2.10", "(aa)", "A.", "ii)", "12."]
)
words_only = st.lists(
    st.sampled_from("It was then that Cabinet in view of Mr. Example unanimously".split()), max_size=6
)


def paragraphs():
    return st.builds(Paragraph, texts)


def lists(depth: int = 2):
    return st.lists(entries(depth), min_size=1, max_size=4).map(lambda found: List(tuple(found)))


@st.composite
def entries(draw, depth: int):
    blocks = draw(narrow_blocks(depth - 1, max_size=2)) if depth else ()
    return Entry(draw(labels), draw(texts), blocks)


def narrow_blocks(depth: int, min_size: int = 0, max_size: int = 3):
    one = paragraphs() | lists(depth) if depth >= 0 else paragraphs()
    return st.lists(one, min_size=min_size, max_size=max_size).map(without_joined_lists)


def without_joined_lists(blocks):
    """Leave out what a reader would join to the block before it."""
    kept = []
    for block in blocks:
        if isinstance(block, List) and kept and isinstance(kept[-1], List | Decision | Vote):
            continue
        kept.append(block)
    return tuple(kept)


def tables():
    return st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            st.tuples(*[optional_texts] * width),
            st.lists(st.tuples(*[optional_texts] * width), min_size=1, max_size=3).map(tuple),
        )
    )


@st.composite
def decisions(draw):
    before = " ".join(draw(words_only))
    before = before + " " if before and not ends_sentence(before) else ""
    after = draw(st.sampled_from(["", ":", " that Cabinet:", " – ", " (unanimously) that", ", subject to **x**,"]))
    after = clean("x" + after + draw(optional_texts | st.just("")))[1:]
    word = draw(st.sampled_from(OPERATIVE_WORDS))
    operative = draw(st.sampled_from([word, word.lower(), word + ":"]))
    if after[:1].isalnum():
        after = ""
    clause_list = draw(st.lists(entries(2), max_size=3).map(tuple))
    paths = [clause.path for clause in clauses(clause_list)]
    return Decision(before, operative, after, clause_list if len(set(paths)) == len(paths) else ())


votes = st.lists(
    st.builds(
        VoteLine,
        st.sampled_from(["For", "Against", "Abstentions", "Casting vote"]),
        st.none() | st.integers(0, 999),
        optional_texts,
    ),
    min_size=1,
    max_size=3,
).map(lambda lines: Vote(tuple(lines)))


def blocks():
    return st.lists(
        paragraphs()
        | st.builds(Subheading, texts)
        | st.builds(Note, texts)
        | tables()
        | lists()
        | narrow_blocks(1, min_size=1).map(Quotation)
        | decisions()
        | votes,
        max_size=4,
    ).map(without_joined_lists)


numbers = st.sampled_from(["", "1", "36", "36/25", "5(a)", "PL/24/017", "12a", "2024-25/7"])
keys = st.sampled_from(["", "", "x-1", "47-2", "a.b"])
items = st.builds(Item, numbers, texts, st.sampled_from(["public", "private"]), blocks(), keys)
dates = st.dates(dt.date(1974, 4, 1), dt.date(2099, 12, 31))
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))
people = st.lists(st.builds(Attendee, texts), min_size=1, max_size=3).map(tuple)
departments = st.lists(st.builds(Department, texts, people), min_size=1, max_size=2, unique_by=lambda d: d.name).map(
    tuple
)
groups = st.builds(Group, texts, people, st.just(()) | departments) | st.builds(Group, texts, st.just(()), departments)
sources = st.builds(
    Source,
    optional_texts,
    optional_texts,
    st.just("") | st.just("0a" * 32),
    st.just("") | st.just("https://council.example/a?b=c#d"),
    st.just((0, 0)) | st.tuples(st.integers(1, 9), st.integers(9, 999)),
)


def unique_items(found):
    kept = {}
    for item in found:
        kept.setdefault(item_key(item), item)
    return tuple(item for item in kept.values() if re.fullmatch(r"[a-z0-9][a-z0-9.-]*", item_key(item)))


meetings = st.builds(
    Meeting,
    body=st.just("cabinet"),
    date=dates,
    sequence=st.integers(1, 12),
    start=st.none() | times,
    end=st.none() | times,
    place=optional_texts,
    status=st.sampled_from(["scheduled", "cancelled", "draft", "approved"]),
    published=st.none() | dates,
    reviewed=st.booleans(),
    corrections=st.lists(st.builds(Correction, dates, texts), max_size=2).map(tuple),
    extract=st.booleans(),
    source=sources,
    attendance=st.lists(groups, max_size=3).map(tuple),
    apologies=st.just(()) | people,
    unplaced=st.lists(texts.map("TODO {}".format), max_size=2).map(tuple),
    items=st.lists(items, max_size=4).map(unique_items),
)
