"""The register ``sums``: every sum of money that a minute prints, and what kind of money the words beside it say it is.

The grammar of sums is that of ``minutebook.tables.money``. A kind is read from the words directly before the sum ("a saving of
some £420,000", "at a cost of up to £2.4 million") or directly after it ("£1.8 million of capital receipts"); "up to" and its
like make it a limit where no other kind is named. Where the words before and after name two kinds, it stays empty.
In a table whose header says the unit ("Budget £m", "£000"), each number of that column is a sum; one in brackets is below nought.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from minutebook.identity import decision_id, item_id
from minutebook.model import Item, Meeting
from minutebook.tables.fact import Fact, fact_rows
from minutebook.tables.gathered import Gathered
from minutebook.tables.money import Money, has_unit, in_column, read
from minutebook.tables.passages import Passage, passages
from minutebook.tables.row import Row
from minutebook.tables.sentences import sentence

KINDS: Mapping[str, str] = {
    "grant": r"grants?(?: funding| allocation| aid)?",
    "saving": r"savings?|sav(?:e|es|ed|ing)",
    "income": r"income|receipts?",
    "spend": r"(?<!over )(?<!under )(?:expenditure|spend(?:ing|s)?|spent|costs?|costing|prices?|payments?|pays?|paid)",
    "other": r"overspends?|overspending|underspends?|deficits?|shortfalls?|reserves?|borrowing|loans?|debts?|allowances?",
}
"""Kind to the words that name it."""

_LIMIT = r"(?:(?:of )?up to|not exceeding|not to exceed|no more than|not more than|a maximum of|maximum of|a limit of|limited to|limit of|capped at)"
_LINK = (
    rf"(?:(?: (?:programme|budget|fund|in total|together))?(?:,? (?:of|at|to|is|was|were|are|be|by|totalling|worth|amounting to|stood at"
    rf"|estimated at|about|around|some|approximately|nearly|over|only|a further|an additional|{_LIMIT})){{0,4}}) ?\(?"
)
_BEFORE = {kind: re.compile(rf"\b(?:{words}){_LINK}\Z", re.IGNORECASE) for kind, words in KINDS.items()}
_AFTER = {
    kind: re.compile(
        rf"\)?(?: (?:of|in|from))?(?: (?:[a-z]+-)?(?:additional|capital|revenue|annual|further|total|external|government|[A-Z]\w+))"
        rf"{{0,4}} (?:{words})\b"
    )
    for kind, words in {**KINDS, "grant": r"[Gg]rants?(?: funding| aid)?", "saving": r"savings?"}.items()
}
_ALSO_AFTER = {
    "saving": re.compile(r" to be saved\b"),
    "spend": re.compile(r" (?:to be|being|was|were|be) (?:spent|paid)\b"),
}
_LIMITED = re.compile(rf"\b{_LIMIT}(?: a (?:total|maximum) of)? \(?\Z", re.IGNORECASE)
_REACH = 80
"""How many characters before and after a sum are looked at."""


def rows(gathered: Gathered) -> Iterator[Row]:
    return fact_rows(
        "sum", (fact for meeting in gathered.book.meetings for item in meeting.items for fact in _facts(meeting, item))
    )


def _facts(meeting: Meeting, item: Item) -> Iterator[Fact]:
    for passage in passages(item):
        columns = tuple(_columns(passage))
        found = [
            money for money in read(passage.text) if not any(start <= money.start < end for _, start, end in columns)
        ]
        in_units = (
            Money(amount[0], None, amount[1], start, end)
            for header, start, end in columns
            if (amount := in_column(header, passage.text[start:end]))
        )
        for money in sorted((*found, *in_units), key=lambda one: one.start):
            yield _fact(meeting, item, passage, money)


def _columns(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """The cells of a table's row below a unit of money: the header, and where the cell stands in the row's text."""
    start = 0
    for header, cell in zip(passage.header, passage.cells, strict=False):
        if has_unit(header):
            yield header, start, start + len(cell)
        start += len(cell) + len(" | ")


def _fact(meeting: Meeting, item: Item, passage: Passage, money: Money) -> Fact:
    decision = decision_id(meeting, item, passage.decision) if passage.decision else None
    said = sentence(passage.text, money.start, money.end)
    if any(start <= money.start < end for _, start, end in _columns(passage)):  # a number says nothing without its unit
        said = f"{' | '.join(passage.header)}\n{passage.text}"
    values = {
        "clause_id": f"{decision}/{passage.clause}" if decision and passage.clause else None,
        "amount": money.amount,
        "amount_to": money.upper,
        "currency": money.currency,
        "kind": kind(passage.text, money, decided=bool(decision)) or None,
        "as_printed": passage.text[money.start : money.end],
        "decision_id": decision,
    }
    return Fact(item_id(meeting, item), values, said, passage.location)


def kind(text: str, money: Money, *, decided: bool) -> str:
    """What kind of money a text says that a sum in it is; empty where it does not say, or says two things.

    ``decided``: the text is of a decision, where "up to" sets a limit; in narrative it may be an estimate.
    """
    before = text[max(money.start - _REACH, 0) : money.start]
    after = text[money.end : money.end + _REACH]
    named = {name for name, form in _BEFORE.items() if form.search(before)}
    named |= {name for name, form in (*_AFTER.items(), *_ALSO_AFTER.items()) if form.match(after)}
    if named:
        return named.pop() if len(named) == 1 else ""
    limit = _LIMITED.search(before)
    return "limit" if limit and (decided or "up to" not in limit.group().lower()) else ""
