"""Sums of money as minutes print them: an exact grammar.

    £2,810,500   £2.8 million   £153K   £12.1m   £2 billion   (£1,240.50)   €500   -£40k
    two million pounds   half a million pounds   500 pounds   2.5 million pounds   £350,000pa
    £1m to £2m   £10-12k   £500–£1,000   between £5 and £10   £1.5 to £2 million   £2 to 3 million

The amount is exact; what is not exact to the penny ("£1.2345"), or has commas where none belong ("£1,24"), is not read.
Pence alone ("50p") are not read either, nor what words leave open ("two or three million pounds", "millions of pounds"). "Rose from £5 to £6" is no range but two sums, and so is "increased
by £5 to £58". Of "£1.5 to £2 million" both ends are millions; of "£500 to £2 million", whose first is the greater number, only
the second is. The work is in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from minutebook.tables.numerals import NUMERAL, number

_CURRENCIES = {"£": "GBP", "€": "EUR"}
_SCALES = {
    **dict.fromkeys(("", "p"), 0),
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "mn", "m"), 6),
    **dict.fromkeys(("billion", "bn"), 9),
    **dict.fromkeys(("trillion", "tn"), 12),
}
_NUMBER = (
    r"(?P<number>(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?)(?![\d,.]?\d)"
    r"(?: ?(?P<scale>thousand|million|billion|trillion|mn|bn|tn|m|k|p))?(?!(?!p(?:a|w|m|cm|ppw)\b)[A-Za-z²³]| \d{3}\b)"
)
_SUM = re.compile(rf"(?P<sign>[£€]) ?{_NUMBER}", re.IGNORECASE)
_SPENDABLE = r"(?:additional|borrowing|capital|council|debts?|expenditure|external|funding|government|grants?|income|investment|new|public|revenue|savings?|section|spending)\b"
"""What pounds may be of that are money, and no weight."""

_SPELT = re.compile(
    rf"(?<![\w.,£€-])(?:(?P<half>half an? (?P<halved>million|billion))|(?P<figures>(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,12}})(?:\.\d{{1,4}})?)"
    rf"(?: (?P<scale>thousand|million|billion))?|(?P<words>{NUMERAL})) pounds\b(?! in weight| weight)(?! of (?!{_SPENDABLE}))",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"(?:\bpoint|\b(?:{NUMERAL}|\d[\d,.]*)(?: to| or| and|,|-)|[-–]|\b(?:quarters?|third|half|tenth) of|\bhalf|\bfew|\bseveral)[ ]?$",
    re.IGNORECASE,
)
_UPPER = re.compile(rf"(?P<join> ?[-–—] ?| to ){_NUMBER}", re.IGNORECASE)  # "-12k" after "£10"
_JOIN = re.compile(r" ?[-–—] ?|,? (?P<word>to|and) ", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:^|[\s(\[])(?P<sign>[£€]) ?(?P<scale>[’'‘]?000[’'‘]?s?|million|billion|thousand|m|mn|bn|k|)(?=[)\]]|\s+(?!\d)|$)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?P<minus>[(−–-] ?)?[£€]?(?P<number>(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?)\)?")
_BETWEEN = re.compile(r"\bbetween (?:about |around |some )?\Z", re.IGNORECASE)
_APART = re.compile(r"\b(?:differen\w+|gap|split|divided|shared|apportioned|moved|transfer\w*) between ", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:from|by|r[iao]se|risen?|rising|rais\w+|fell|fall\w*|gr[eo]w\w*|increas\w+|decreas\w+|reduc\w+|lower\w*|cut\w*"
    r"|chang\w+|amend\w+|revis\w+|mov\w+|down|up(?! to ))\b",
    re.IGNORECASE,
)
_BEYOND = Decimal(10) ** 15
"""A thousand British budgets: what is printed as more is a slip, and no column of money need hold it."""
_REACH = 60
"""How many characters before a sum may make "to" a change: the words of one short sentence."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum, and where in the text it stands. ``upper`` is the upper end of a range."""

    amount: Decimal
    upper: Decimal | None
    currency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Printed:
    """A sum with its sign, as printed, before ranges are seen."""

    number: str
    scale: str
    currency: str
    start: int
    end: int
    minus: bool


def read(text: str) -> Iterator[Money]:
    """Every sum of a text in the order printed."""
    yield from sorted((*_signed(text), *_spelt(text)), key=lambda money: money.start)


def in_column(header: str, cell: str) -> tuple[Decimal, str] | None:
    """The amount and currency of a table's cell below a unit, "£m", "Cost (£000)"; None where either is not so."""
    unit, figure = _UNIT.search(header), _FIGURE.fullmatch(cell.strip())
    if not unit or not figure:
        return None
    scale = 3 if "000" in unit["scale"] else _SCALES[unit["scale"].lower()]
    value = Decimal(figure["number"].replace(",", "")).scaleb(scale)
    exact = value.quantize(Decimal("0.01"))
    if exact != value or value >= _BEYOND:
        return None
    return (-exact if figure["minus"] else exact), _CURRENCIES[unit["sign"]]


def has_unit(header: str) -> bool:
    """Whether a table's header says in which unit of money its cells are."""
    return bool(_UNIT.search(header))


def _signed(text: str) -> Iterator[Money]:
    held: _Printed | None = None
    for match in _SUM.finditer(text):
        found = _printed(match, text)
        if held and _joined(text, held, found):
            yield from _range(held, found)
            held = None
            continue
        yield from _single(held)
        held = found
        upper = _UPPER.match(text, found.end)
        if upper and not _next_sign(text, upper) and _is_upper(text, found, upper):
            other = replace(found, number=upper["number"], scale=_scale(upper), end=upper.end())
            yield from _range(found, other)
            held = None
    yield from _single(held)


def _spelt(text: str) -> Iterator[Money]:
    """Sums in words: "two million pounds"."""
    for match in _SPELT.finditer(text) if "pounds" in text.lower() else ():
        if _OPEN.search(text[max(match.start() - _REACH, 0) : match.start()]):
            continue
        if match["half"]:
            amount = Decimal(5).scaleb(_SCALES[match["halved"].lower()] - 1)
        elif match["figures"]:
            amount = Decimal(match["figures"].replace(",", "")).scaleb(_SCALES[(match["scale"] or "").lower()])
        else:
            whole = number(match["words"])
            if whole is None:
                continue
            amount = Decimal(whole)
        exact = amount.quantize(Decimal("0.01"))
        if exact == amount < _BEYOND:
            yield Money(exact, None, "GBP", match.start(), match.end())


def _printed(match: re.Match[str], text: str) -> _Printed:
    start = match.start()
    minus = text[start - 1 : start] in {"-", "−"} and (start == 1 or text[start - 2] in " (")
    currency = _CURRENCIES[match["sign"]]
    return _Printed(match["number"], _scale(match), currency, start - minus, match.end(), minus)


def _scale(match: re.Match[str]) -> str:
    return (match["scale"] or "").lower()


def _next_sign(text: str, upper: re.Match[str]) -> bool:
    return text[upper.start("number") - 1] in _CURRENCIES


def _is_upper(text: str, first: _Printed, upper: re.Match[str]) -> bool:
    """Whether a number without a sign is the upper end: "£10-12k", "£2 to 3 million"; not "£5 to 3 people"."""
    if "to" in upper["join"].lower():
        return _scale(upper) not in {"", "p"} and not _changes(text, first)
    return " " not in upper["join"]


def _joined(text: str, first: _Printed, second: _Printed) -> bool:
    """Whether two sums are the ends of one range."""
    if second.start - first.end > 6 or second.minus or first.minus or first.currency != second.currency:
        return False
    join = _JOIN.fullmatch(text, first.end, second.start)
    if not join:
        return False
    before = text[max(first.start - _REACH, 0) : first.start]
    if _BETWEEN.search(before):
        return (join["word"] or "").lower() == "and" and not _APART.search(before)
    word = (join["word"] or "").lower()
    return not word or (word == "to" and not _changes(text, first))


def _changes(text: str, first: _Printed) -> bool:
    before = text[max(first.start - _REACH, 0) : first.start]
    return bool(_CHANGE.search(re.split(r"[.;:]\s", before)[-1]))


def _range(first: _Printed, second: _Printed) -> Iterator[Money]:
    shared = first
    if not first.scale and second.scale not in {"", "p"} and "," not in first.number:
        numbers = Decimal(first.number), Decimal(second.number.replace(",", ""))
        shared = replace(first, scale=second.scale) if numbers[0] < numbers[1] else first
    lower, upper = _amount(shared), _amount(second)
    if lower is not None and upper is not None and lower < upper:
        yield Money(lower, upper, first.currency, first.start, second.end)
    else:
        yield from _single(first)
        yield from _single(second if second.start != first.start else None)


def _single(printed: _Printed | None) -> Iterator[Money]:
    amount = _amount(printed) if printed else None
    if printed and amount is not None:
        yield Money(amount, None, printed.currency, printed.start, printed.end)


def _amount(printed: _Printed) -> Decimal | None:
    """The exact amount; None where it is not one of whole pence."""
    value = Decimal(printed.number.replace(",", "")).scaleb(_SCALES[printed.scale])
    if value >= _BEYOND:
        return None
    exact = value.quantize(Decimal("0.01"))
    return (-exact if printed.minus else exact) if exact == value else None
