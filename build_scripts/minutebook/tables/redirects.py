"""The table ``redirects``: what ids and addresses that were published before are called now, as the council declares it.

From ``content/redirects.yaml``; in the order written.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(gathered: Gathered) -> Iterator[Row]:
    for redirect in gathered.book.redirects:
        yield Row(
            {"old": redirect.old, "new": redirect.new, "date": redirect.date, "reason": redirect.reason or None},
            redirect.location,
        )
