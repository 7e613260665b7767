"""The table ``changes``: what each release changed. No book says so: the rows come of comparing with the last package.

``minutebook.packages.history`` makes them, once all other tables are made.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.tables.gathered import Gathered
from minutebook.tables.row import Row


def rows(_gathered: Gathered) -> Iterator[Row]:
    """None: a book by itself has no history."""
    yield from ()
