"""An edition: everything that one build publishes, computed before the first byte is written.

Pages and feeds are made from an edition and from nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from minutebook.contract import Contract
from minutebook.model import Book
from minutebook.packages import DataFile
from minutebook.tables import Tables


@dataclass(frozen=True, slots=True)
class Edition:
    """``book`` holds only what may be published: the text of private items is not in it unless the council's settings publish it."""

    book: Book
    tables: Tables
    contract: Contract
    data: Mapping[str, DataFile]  # path below data/ -> file, e.g. "decisions.csv"
    date: dt.date  # the newest date in the record: the date of the edition, never the clock's
    version: str = "1.0.0"  # of the data package
