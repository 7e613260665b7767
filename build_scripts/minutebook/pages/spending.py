"""Sums approved: what decisions spend, each sum once however many steps of one matter name it.

Counted are sums in pounds that the register calls spending, that stand in a decision, and that the decision does more
with than recommend or note. A sum that several minutes of one trail approve counts in the last of them; of a range the lower
end counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from minutebook.pages.record import Record, Resolution

_NO_APPROVAL = {"note", "recommend", "refer", "request"}
"""What a clause may do with a sum that does not approve it, as the table of clauses names it."""


@dataclass(frozen=True, slots=True)
class Approved:
    """A sum that a decision approves."""

    amount: Decimal
    printed: str
    resolution: Resolution

    @property
    def sort(self) -> str:
        return f"{self.amount:.2f}"

    @property
    def year(self) -> str:
        return self.resolution.sitting.year


def approved(record: Record) -> tuple[Approved, ...]:
    """Every sum approved, the newest first."""
    last: dict[tuple[str, Decimal], Approved] = {}
    for matter, one in sorted(_sums(record), key=lambda each: each[1].resolution.sitting.meeting.date):
        last[matter, one.amount] = one
    return tuple(sorted(last.values(), key=lambda one: one.resolution.sitting.meeting.date, reverse=True))


def total(sums: tuple[Approved, ...]) -> Decimal:
    return sum((one.amount for one in sums), Decimal())


def decisions(sums: tuple[Approved, ...]) -> int:
    """In how many decisions the sums stand."""
    return len({one.resolution.id for one in sums})


def _sums(record: Record) -> Iterator[tuple[str, Approved]]:
    """Each sum with the matter that it belongs to: its trail, or the minute alone."""
    resolutions = {one.id: one for one in record.resolutions}
    actions = _actions(record)
    for row in record.edition.tables.get("sums", ()):
        one = resolutions.get(str(row.values["decision_id"] or ""))
        amount = row.values["amount"]
        if one is None or row.values["kind"] != "spend" or row.values["currency"] != "GBP":
            continue
        advice = one.decision.operative.strip(": ").casefold() == "recommended"
        if isinstance(amount, Decimal) and not advice and actions.get(str(row.values["clause_id"])) not in _NO_APPROVAL:
            yield one.trail.address if one.trail else one.item_id, Approved(amount, str(row.values["as_printed"]), one)


def _actions(record: Record) -> Mapping[str, str]:
    return {str(row.values["clause_id"]): str(row.values["action"]) for row in record.edition.tables.get("clauses", ())}
