"""What is counted, and charts of it: attendance, decisions, private items, sums approved, time to an answer."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from minutebook import identity
from minutebook.pages import formats, spending
from minutebook.pages.charts import Bar, Chart, Group, Table
from minutebook.pages.record import Presence, Record, Sitting

YEARS = 3
"""How many municipal years a chart by body shows, the newest; its table has them all."""

_GUESTS = ("other", "non-voting", "non voting", "invit", "deputy cabinet", "substitut", "attendance")
_SPANS = ((30, "0 to 30"), (60, "31 to 60"), (90, "61 to 90"), (180, "91 to 180"), (10**6, "over 180"))


def years(record: Record) -> tuple[str, ...]:
    """The municipal years with meetings that were held, the newest first."""
    return tuple(sorted({sitting.year for sitting in held(record)}, reverse=True))


def running(record: Record) -> str:
    """The municipal year that the edition falls into, where meetings of it were held: its numbers will grow."""
    year = identity.municipal_year(record.edition.date, record.edition.book.council.year_starts)
    return year if year in years(record) else ""


def held(record: Record) -> tuple[Sitting, ...]:
    """Meetings whose minutes are published, the oldest first."""
    return tuple(sitting for sitting in record.sittings if sitting.meeting.status in ("draft", "approved"))


def attendance(record: Record) -> Chart:
    """The share of members who were present, by body and year."""
    counted: Counter[tuple[str, str, bool]] = Counter()
    for sitting in held(record):
        for line in sitting.attendance:
            if is_member(record, line):
                counted[sitting.body.id, sitting.year, line.present] += 1

    def share(body: str, year: str) -> tuple[float, str]:
        present, away = counted[body, year, True], counted[body, year, False]
        return 100 * present / (
            present + away or 1
        ), f"{round(100 * present / (present + away))}%" if present + away else ""

    return _by_body(
        record,
        ("attendance", "Members present at meetings"),
        "Members of each body who were present, as a share of those whom its minutes name as present or as having sent "
        "apologies. Officers, guests and substitutes are not counted.",
        share,
        most=100,
    )


def decisions(record: Record) -> Chart:
    """How many decisions each body took, by year."""
    counted = Counter((one.sitting.body.id, one.sitting.year) for one in record.resolutions)

    def number(body: str, year: str) -> tuple[float, str]:
        count = counted[body, year]
        return count, formats.number(count) if count else ""

    return _by_body(
        record, ("decisions", "Decisions by body"), "Decisions recorded in the minutes of each body.", number
    )


def private(record: Record) -> Chart:
    """The share of items heard in private, by year."""
    every: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for sitting in held(record):
        every[sitting.year] += len(sitting.meeting.items)
        closed[sitting.year] += sum(item.section == "private" for item in sitting.meeting.items)
    counted = [year for year in years(record) if every[year]]
    bars = tuple(
        Bar(year, 100 * closed[year] / every[year], formats.share(closed[year], every[year])) for year in counted
    )
    lines = tuple(
        (bar.name, formats.number(closed[bar.name]), formats.number(every[bar.name]), bar.told) for bar in bars
    )
    return Chart(
        "private-items",
        "Share of items heard in private",
        "Items of business from which the press and public were excluded, as a share of all items minuted.",
        _one(bars),
        Table(("Year", "In private", "All items", "Share"), lines),
        lambda value: f"{value:g}%",
    )


def sums(record: Record) -> Chart:
    """The sums approved, by year."""
    found = spending.approved(record)
    by_year = {year: tuple(one for one in found if one.year == year) for year in years(record)}
    spent = {year: spending.total(own) for year, own in by_year.items() if own}
    bars = tuple(Bar(year, float(amount), formats.pounds(amount)) for year, amount in spent.items())
    lines = tuple(
        (year, f"{amount:,.2f}", formats.number(len(by_year[year])), formats.number(spending.decisions(by_year[year])))
        for year, amount in spent.items()
    )
    return Chart(
        "sums-approved",
        "Sums approved",
        "Spending that decisions approve, as far as the minutes print the sum in the decision. A sum of one matter counts "
        "once, where it was approved last. It is not the council’s budget: much is spent under budgets without a sum of its own.",
        _one(bars),
        Table(("Year", "Approved (£)", "Sums", "Decisions"), lines),
        lambda value: formats.pounds(Decimal(str(value))),
    )


def answers(record: Record) -> Chart:
    """How many days passed between a recommendation and the decision on it."""
    found = sorted(_days(record))
    spans = Counter(next(name for most, name in _SPANS if days <= most) for days in found)
    bars = tuple(Bar(name, spans[name], formats.number(spans[name])) for _, name in _SPANS if found)
    unanswered = len(record.edition.tables.get("recommendations", ())) - len(found)
    middle = f" Half of them took {formats.counted(round(statistics.median(found)), 'day')} or less." if found else ""
    left = f" {formats.counted(unanswered, 'recommendation')} without such a meeting on record: not shown."
    left = left if unanswered else ""
    return Chart(
        "days-to-decision",
        "Days from recommendation to decision",
        f"Recommendations by the days until the meeting that took them up.{middle}{left}",
        _one(bars),
        Table(("Days", "Recommendations"), tuple((bar.name, bar.told) for bar in bars)),
        lambda value: f"{value:g}",
    )


def is_member(record: Record, line: Presence) -> bool:
    """Whether a line of attendance is that of a member of the body, neither officer nor guest nor substitute."""
    person = record.people.get(line.person)
    kind = person.kind if person else "councillor" if line.name.startswith(("Councillor ", "Cllr ")) else ""
    words = f"{line.capacity} {line.role}".casefold()
    return kind in ("councillor", "co-opted") and not any(guest in words for guest in _GUESTS)


def _days(record: Record) -> Iterator[int]:
    for row in record.edition.tables.get("recommendations", ()):
        made, answer = (record.minuted.get(str(row.values[name] or "")) for name in ("item_id", "outcome_item_id"))
        if made and answer:
            yield max((answer.date - made.date).days, 0)


def _by_body(
    record: Record, name: tuple[str, str], about: str, number: Callable[[str, str], tuple[float, str]], most: float = 0
) -> Chart:
    """A chart with a group for each body that met, a bar for each of the last years; its table has every year.

    ``number`` gives a body's number of a year, and how it is written: empty where there is none.
    """
    shown = years(record)
    met = {sitting.body.id for sitting in held(record)}
    bodies = [body for body in record.edition.book.bodies if body.id in met]
    groups = [
        Group(body.name, tuple(Bar(year, *number(body.id, year)) for year in shown[:YEARS] if number(body.id, year)[1]))
        for body in bodies
    ]
    lines = tuple((body.name, *(number(body.id, year)[1] or "–" for year in shown)) for body in bodies)
    key, title = name
    return Chart(
        key,
        title,
        about + (f" The chart has the last {YEARS} years, the table all." if len(shown) > YEARS else ""),
        tuple(group for group in groups if group.bars),
        Table(("Body", *shown), lines),
        (lambda value: f"{value:g}%") if most else (lambda value: f"{value:g}"),
        most,
    )


def _one(bars: tuple[Bar, ...]) -> tuple[Group, ...]:
    return (Group("", bars),) if bars else ()
