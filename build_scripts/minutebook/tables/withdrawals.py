"""The table ``withdrawals``: meetings, minutes and decisions whose text the council has taken back.

From ``content/withdrawals.yaml``; in the order written. Their rows in other tables stay, without their words.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    for withdrawal in gathered.book.withdrawals:
        yield Row(
            {"id": withdrawal.id, "date": withdrawal.date, "reason": withdrawal.reason or None}, withdrawal.location
        )
